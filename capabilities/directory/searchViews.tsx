import { z } from 'zod'
import { publicView, view } from '../../platform/act.ts'
import { dayOf } from '../../platform/dates.ts'
import { say } from '../../platform/texts.ts'
import { BackLink, PageHead } from '../../ui/page.tsx'
import { addressOf, question } from './asking.ts'
import { favouriteTexts } from './favouriteTexts.ts'
import { find } from './finding.ts'
import { keepsDirectory } from './keeping.ts'
import { mixingTexts } from './mixingTexts.ts'
import { keepTexts } from './keepTexts.ts'
import { presentResults } from './present.ts'
import { SearchPage } from './SearchPage.tsx'
import { shownResults } from './shown.ts'
import { suggest } from './search.ts'
import { texts } from './texts.ts'

/** Everybody searches the directory. What was asked is kept nowhere; only that something is missing is counted. */
export const directorySearched = publicView({
  name: 'directory.search',
  at: '/directory/search',
  path: '/zoeken',
  title: texts.title,
  query: question,
  output: shownResults,
  find: (reading, _params, asked) => find(reading, asked),
  may: () => true,
  about: () => [],
  present: (ctx, results) => presentResults(results, dayOf(ctx.now), false),
  page: (shown, { query, now }) => <SearchPage found={shown} question={query} path="/zoeken" now={now} />,
})

/** The same search for colleagues, with the people to call they may see. */
export const directoryLookedUp = view({
  name: 'directory.lookup',
  at: '/directory/lookup',
  path: '/sociale-kaart',
  title: texts.kaart,
  query: question,
  output: shownResults,
  find: (reading, _params, asked) => find(reading, asked, ['contact']),
  may: () => true,
  about: () => [],
  present: (ctx, results) => presentResults(results, dayOf(ctx.now), true),
  page: (shown, { query, now, actor }) => (
    <>
      <nav class="acts" aria-label={say(texts.kaart)}>
        <a href="/wie-is-wie">{say(favouriteTexts.whoIsWho)}</a>
        <a href="/favorieten">{say(favouriteTexts.favourites)}</a>
        <a href="/meegeven/kiezen">{say(favouriteTexts.handOver)}</a>
        <a href="/sociale-kaart/mijn">{say(keepTexts.mine)}</a>
        <a href="/sociale-kaart/nieuw">{say(keepTexts.lookTitle)}</a>
        {actor.kind === 'worker' ? <a href="/sociale-kaart/wat-werkt">{say(mixingTexts.listShort)}</a> : null}
        {keepsDirectory(actor) ? <a href="/sociale-kaart/beheer">{say(keepTexts.upkeep)}</a> : null}
      </nav>
      <SearchPage found={shown} question={query} path="/sociale-kaart" now={now} inside />
    </>
  ),
})

/** Words and names that begin as typed; as a page for who has no script. */
export const wordsSuggested = publicView({
  name: 'directory.suggest',
  at: '/directory/suggestions',
  path: '/zoeken/suggesties',
  title: texts.suggestions,
  query: z.strictObject({ q: z.string().max(60).optional() }),
  output: z.object({ words: z.array(z.string()) }),
  find: (reading, _params, { q = '' }) => (q.trim().length < 2 ? Promise.resolve([]) : suggest(reading, q.trim().replaceAll('\0', ''))),
  may: () => true,
  about: () => [],
  present: (_ctx, words) => ({ words }),
  page: ({ words }) => (
    <>
      <BackLink href="/zoeken">{say(texts.title)}</BackLink>
      <PageHead title={say(texts.suggestions)} />
      <ul>
        {words.map((word) => (
          <li>
            <a href={addressOf('/zoeken', question.parse({}), { q: word })}>{word}</a>
          </li>
        ))}
      </ul>
    </>
  ),
})
