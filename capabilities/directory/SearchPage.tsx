import { percentText } from '../../platform/numbers.ts'
import { say } from '../../platform/texts.ts'
import { phoneHref } from '../../ui/boxes.tsx'
import { Pagination } from '../../ui/Pagination.tsx'
import { SearchBox } from '../../ui/SearchBox.tsx'
import { addressOf, type Question } from './asking.ts'
import { Filters } from './Filters.tsx'
import { chosenIn, countChosen } from './present.ts'
import { ResultRow } from './ResultRow.tsx'
import { type Marked, SketchMap } from './SketchMap.tsx'
import type { ShownLine, ShownResults } from './shown.ts'
import { texts } from './texts.ts'

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

/** Only what has a point gets a letter, so that letters in the list and on the sketch are the same. */
const lettered = (lines: readonly ShownLine[]): (string | null)[] => {
  let next = 0
  return lines.map((it) => (it.latitude === null ? null : (letters[next++] ?? null)))
}

const headingOf = ({ total, asked, area }: ShownResults): string => {
  if (total === 0) return asked ? say(texts.nothing(asked)) : say(texts.nothingHere)
  if (asked) return say(texts.found(total, asked))
  return area ? say(texts.foundIn(total, area.name)) : say(texts.foundAll(total))
}

const orderWords = (question: Question, near: boolean): string =>
  say(question.volgorde === 'dichtbij' && near ? texts.orderIsNear : question.volgorde === 'gecontroleerd' ? texts.orderIsFresh : near ? texts.orderIsMixed : texts.orderIsPast)

const Chosen = ({ found, question, path }: { found: ShownResults; question: Question; path: string }) => {
  const chosen = chosenIn(question, found.groups)
  return chosen.length === 0 ? null : (
    <ul class="chosen">
      {chosen.map(({ label, without }) => (
        <li>
          <strong>{label}</strong>{' '}
          <a href={addressOf(path, question, without)} aria-label={say(texts.takeAwayOf(label))}>
            {say(texts.takeAway)}
          </a>
        </li>
      ))}
    </ul>
  )
}

const NotHere = ({ found }: { found: ShownResults }) => {
  const number = found.team?.phone ?? found.phone
  return (
    <p class="not-here">
      {say(texts.notHere)} <a href={found.team ? `/team/${found.team.slug}` : '/wijken'}>{say(found.team ? texts.askTeam : texts.allTeams)}</a>
      {number ? (
        <>
          {say(texts.orCall)}
          <a href={phoneHref(number)}>{number}</a>
        </>
      ) : null}
      .
    </p>
  )
}

const Instead = ({ found, now }: { found: ShownResults; now: Date }) =>
  found.instead ? (
    <>
      <p class="lead">{say(found.instead.how === 'without-filters' ? texts.insteadFilters : found.instead.how === 'any-word' ? texts.insteadAny : texts.insteadNothing)}</p>
      <ul class="rows">
        {found.instead.lines.map((it) => (
          <ResultRow it={it} letter={null} now={now} />
        ))}
      </ul>
      {found.asked ? <p class="small soft">{say(texts.noted)}</p> : null}
    </>
  ) : null

/** Filters, list and sketch beside each other; on a phone filters and sketch stand behind a button. The list is whole without the sketch. */
export const SearchPage = ({ found, question: typed, path, now, inside }: { found: ShownResults; question: Question; path: string; now: Date; inside?: boolean }) => {
  const question = found.postcodeTyped ? { ...typed, q: found.asked, postcode: found.postcodeTyped } : typed
  const marks = lettered(found.lines)
  const places: Marked[] = found.lines.flatMap((it, at) => (marks[at] && it.latitude !== null && it.longitude !== null ? [{ letter: marks[at], name: it.name, latitude: it.latitude, longitude: it.longitude }] : []))
  const kept = Object.fromEntries(Object.entries(question).filter(([name]) => name !== 'q' && name !== 'pagina').map(([name, value]) => [name, [value].flat().filter((it) => it !== undefined && it !== '').map(String)]))
  const on = countChosen(question) + (question.postcode || question.wijk ? 1 : 0)
  return (
    <div class="search-page">
      <SearchBox action={path} label={say(inside ? texts.searchStaff : texts.search)} value={found.asked} kept={kept} id="zoek" suggest="/zoeken/suggesties" />
      <div class="search-columns">
        <div class="search-head">
          <h1 class="page-title">{headingOf(found)}</h1>
          <Chosen found={found} question={question} path={path} />
          {!inside && question.soort.includes('activiteit') ? <p><a href={question.wijk ? `/agenda?wijk=${question.wijk}` : '/agenda'}>{say(texts.agenda)}</a></p> : null}
          {found.area ? <p class="soft">{say(texts.onlyWhat(found.area.name))}</p> : null}
          {found.named ? (
            <p>
              <a href={addressOf(path, question, { q: found.named.asked, wijk: found.named.slug })}>{say(texts.forArea(found.named.name))}</a>
              {say(texts.alsoCity)}
            </p>
          ) : null}
          {found.postcodeTyped ? <p class="soft">{say(texts.postcodeRead(found.postcodeTyped))}</p> : null}
          {found.understood.map((sentence) => (
            <p class="soft">{sentence}</p>
          ))}
          {found.total > 0 ? (
            <p class="soft">
              {orderWords(question, found.near !== null)} {found.near ? say(texts.asTheCrow) : null}
            </p>
          ) : null}
        </div>
        <details class="fold fold-filters">
          <summary>{on > 0 ? say(texts.filtersChosen(on)) : say(texts.filters)}</summary>
        </details>
        {found.total > 0 ? (
          <details class="fold fold-map">
            <summary>{say(texts.showMap)}</summary>
          </details>
        ) : null}
        <div class="search-filters">
          <Filters found={found} question={question} path={path} />
        </div>
        {found.total > 0 ? (
          <section class="search-map" aria-label={say(texts.map)}>
            <SketchMap areas={found.areas} chosen={found.area?.slug ?? null} places={places} you={found.near} />
            <p class="small soft">{say(texts.sketch)}</p>
          </section>
        ) : null}
        <div class="search-found">
          {found.total > 0 ? (
            <>
              <ul class="rows" aria-label={say(texts.results)}>
                {found.lines.map((it, at) => (
                  <ResultRow it={it} letter={marks[at] ?? null} now={now} />
                ))}
              </ul>
              <Pagination page={found.page} pages={found.pages} href={(page) => addressOf(path, question, { pagina: page })} />
            </>
          ) : (
            <Instead found={found} now={now} />
          )}
          <NotHere found={found} />
          {found.fresh === null ? null : <p class="small soft">{say(texts.fresh(percentText(found.fresh)))}</p>}
        </div>
      </div>
    </div>
  )
}
