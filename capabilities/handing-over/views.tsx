import { z } from 'zod'
import { publicView, view } from '../../platform/act.ts'
import { dayOf } from '../../platform/dates.ts'
import { say } from '../../platform/texts.ts'
import { Acts, Button } from '../../ui/buttons.tsx'
import { Choice } from '../../ui/forms/controls.tsx'
import { Message } from '../../ui/Message.tsx'
import { BackLink, PageHead, Section } from '../../ui/page.tsx'
import { favouritesOf, find, presentResults, question } from '../directory/index.ts'
import { informed, informedOf } from './informing.tsx'
import { SheetPage } from './SheetPage.tsx'
import { findSheet, most, presentSheet, sheetQuery, shownSheet, tickedSlugs } from './sheet.ts'
import { texts } from './texts.ts'

/** Addresses to take along, for paper: what everybody may see, in plain language, with a code to scan. */
export const sheetShown = publicView({
  name: 'handing-over.sheet',
  at: '/handouts',
  path: '/meegeven',
  title: texts.sheet,
  query: sheetQuery,
  output: shownSheet.extend({ informed: informed.nullable().describe('for who works here: of how many of these they hear what changes; null for others') }),
  find: (reading, _params, { s }) => findSheet(reading, s, most),
  may: () => true,
  about: () => [],
  present: async (ctx, found) => ({ ...presentSheet(found, ctx.now), informed: await informedOf(ctx, found.services) }),
  page: ({ informed: heard, ...shown }) => <SheetPage it={shown} heard={heard} />,
})

const offered = z.object({ slug: z.string(), name: z.string(), summary: z.string().nullable() })
type Offered = z.output<typeof offered>

const Picks = ({ rows, chosen }: { rows: readonly Offered[]; chosen: readonly string[] }) => (
  <>
    {rows.map(({ slug, name, summary }) => (
      <Choice type="checkbox" id={`s-${slug}`} name="s" answer={{ value: slug, label: name, hint: summary ?? undefined }} checked={chosen.includes(slug)} />
    ))}
  </>
)

/** A professional chooses what to hand over. What is chosen stands in the address and is kept nowhere. */
export const sheetPicked = view({
  name: 'handing-over.pick',
  at: '/handouts/choosing',
  path: '/meegeven/kiezen',
  title: texts.pick,
  query: z.strictObject({ s: tickedSlugs, q: z.string().max(200).optional() }),
  output: z.object({ chosen: z.array(offered), found: z.array(offered), favourites: z.array(offered), asked: z.string(), over: z.array(offered).describe('ticked, and more than fits on one sheet') }),
  find: async (reading, _params, { s, q }) => {
    const asked = q?.trim() ?? ''
    const [sheet, results, favourites] = await Promise.all([findSheet(reading, s), asked ? find(reading, question.parse({ q: asked, soort: ['hulp', 'activiteit', 'wonen', 'regeling'] })) : null, favouritesOf(reading)])
    const lines = results ? presentResults(results, dayOf(reading.now), false).lines : []
    const slugsFound = lines.flatMap(({ href }) => (href?.startsWith('/voorziening/') ? [href.slice('/voorziening/'.length)] : []))
    const open = await findSheet(reading, [...new Set([...slugsFound, ...favourites.filter((it) => it.entity === 'service').map(({ slug }) => slug)])])
    return { sheet, asked, favourites, slugsFound, open: open.services.map(({ slug, name, summary }) => ({ slug, name, summary })) }
  },
  may: () => true,
  about: () => [],
  present: (ctx, { sheet, asked, favourites, slugsFound, open }) => {
    const ticked = sheet.services.map(({ slug, name, summary }) => ({ slug, name, summary }))
    const [chosen, over] = [ticked.slice(0, most), ticked.slice(most)]
    const rest = open.filter(({ slug }) => !ticked.some((one) => one.slug === slug))
    const own = favourites.filter((it) => it.personId === ctx.actor.id && it.entity === 'service').map(({ slug }) => slug)
    return { chosen, asked, found: rest.filter(({ slug }) => slugsFound.includes(slug)), favourites: rest.filter(({ slug }) => own.includes(slug) && !slugsFound.includes(slug)), over }
  },
  page: ({ chosen, found, favourites, asked, over }) => {
    const slugs = chosen.map(({ slug }) => slug)
    return (
      <>
        <BackLink href="/sociale-kaart">{say(texts.backToDirectory)}</BackLink>
        <PageHead title={say(texts.pick)} lead={say(texts.pickLead)} />
        <form method="get" action="/meegeven/kiezen" class="stack-wide">
          <div class="not-on-paper">
            <label class="search-label" for="zoek">
              {say(texts.search)}
            </label>
            <div class="search-line">
              <input class="search-field" type="search" id="zoek" name="q" value={asked} maxlength={200} autocomplete="off" enterkeyhint="search" />
              <button class="search-button" type="submit">
                {say(texts.searchSubmit)}
              </button>
            </div>
          </div>
          {asked ? (
            <Section title={say(texts.found)} id="gevonden">
              {found.length === 0 ? <p class="soft">{say(texts.foundNone)}</p> : <Picks rows={found} chosen={slugs} />}
            </Section>
          ) : null}
          <Section title={say(texts.chosen)} id="gekozen">
            {chosen.length === 0 ? <p class="soft">{say(texts.chosenNone)}</p> : <Picks rows={chosen} chosen={slugs} />}
            <p class="small soft">{say(texts.most(most))}</p>
            {over.length > 0 ? <Message kind="watch" title={say(texts.tooMany(over.map(({ name }) => name).join(', ')))} /> : null}
          </Section>
          {favourites.length > 0 ? (
            <Section title={say(texts.favourites)} id="favorieten">
              <Picks rows={favourites} chosen={slugs} />
            </Section>
          ) : null}
          <Acts>
            <Button>{say(texts.update)}</Button>
            {chosen.length + found.length + favourites.length > 0 ? (
              <>
                <Button look="filled" formaction="/meegeven">
                  {say(texts.look)}
                </Button>
                <Button formaction="/meegeven.pdf">{say(texts.asPdf)}</Button>
              </>
            ) : null}
          </Acts>
        </form>
      </>
    )
  },
})
