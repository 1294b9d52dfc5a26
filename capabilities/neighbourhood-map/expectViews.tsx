import { z } from 'zod'
import { fill, view } from '../../platform/act.ts'
import type { Staff } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import { say } from '../../platform/texts.ts'
import { nothing } from '../../platform/validation.ts'
import { verdictWords } from '../neighbourhoods/index.ts'
import { expectationRecorded, figuresRevealed } from './expecting.ts'
import { type Expectation, type Expecting, findExpecting, lineFor, outcomeOf, tested, type Theme } from './expectations.ts'
import { expectTexts } from './expectTexts.ts'
import { ExpectationsPage } from './ExpectationsPage.tsx'
import { figuresFor } from './figures.ts'
import { mayExpect } from './policy.ts'

const expected = z.object({
  id: z.uuid(), name: z.string(), expects: z.enum(['higher', 'same', 'lower']), saidBy: z.string(), because: z.string().nullable(), knew: z.boolean(),
  outcome: z.enum(['confirmed', 'contradicted', 'undecided']).nullable().describe('null while the figures are closed, and for who knew them'), year: z.string().nullable().describe('of the figure that it was held against'), why: z.string().nullable().describe('why the figures do not decide'),
})
const figure = z.object({ name: z.string(), here: z.string(), city: z.string().nullable(), year: z.string(), source: z.string(), doubt: z.string().nullable(), share: z.object({ here: z.number(), city: z.number() }).nullable() })

/** What was expected of an area, theme by theme; figures and the expectations of others only where the actor opened them. */
export const shownExpecting = z.object({
  mapId: z.uuid(), slug: z.string(), area: z.string(), city: z.string(), edition: z.int(),
  themes: z.array(z.object({ key: z.string(), number: z.string(), name: z.string(), about: z.array(z.string()), open: z.boolean(), others: z.int(), expected: z.array(expected), figures: z.array(figure), recordHref: z.string().nullable(), revealHref: z.string().nullable() })),
})
export type ShownExpecting = z.output<typeof shownExpecting>

type Area = Expecting['figures']

function presentExpected(it: Expectation, theme: Theme, area: Area, open: boolean): z.input<typeof expected> {
  const line = area && lineFor(area, it.indicator)
  const outcome = !open || it.knew ? null : line ? outcomeOf(it.expects, line) : 'undecided'
  const why = outcome !== 'undecided' ? null : line && !line.over && tested(line) ? say(expectTexts.leftOpen) : say(expectTexts.untested(line?.over ? say(expectTexts.larger) : verdictWords(line?.verdict ?? 'missing')))
  return { id: it.id, name: theme.indicators.find(({ id }) => id === it.indicatorId)?.name ?? it.indicator, expects: it.expects, saidBy: it.saidBy, because: it.because, knew: it.knew, outcome, year: outcome && line?.year ? String(line.year) : null, why }
}

function presentExpecting({ actor }: Context<Staff>, record: Expecting): z.input<typeof shownExpecting> {
  const { figures: area } = record
  return {
    mapId: record.id, slug: record.slug, area: record.area, city: area?.city ?? '', edition: record.edition,
    themes: record.themes.map((theme) => {
      const { key, number, name } = theme.section
      const params = { mapId: record.id, theme: key }
      const open = record.seen.includes(key)
      const about = record.expectations.filter((it) => theme.indicators.some(({ id }) => id === it.indicatorId))
      const shown = open ? about : about.filter(({ byId }) => byId === actor.id)
      return {
        key, number, name: say(name), about: theme.indicators.map((it) => it.name), open, others: about.length - shown.length,
        expected: shown.map((it) => presentExpected(it, theme, area, open)), figures: open ? figuresFor(area, key) : [],
        recordHref: open ? null : fill(expectationRecorded.page, params), revealHref: open ? null : fill(figuresRevealed.page, params),
      }
    }),
  }
}

/** What was expected of an area before its figures were seen, and what the figures say of it. */
export const expectationsViewed = view({
  name: 'neighbourhood-map.view-expectations',
  at: '/neighbourhood-maps/:mapId/expectations',
  path: '/wijkkaart/:mapId/verwachtingen',
  title: (shown) => expectTexts.titleOf(shown.area, shown.edition),
  query: nothing,
  output: shownExpecting,
  find: findExpecting,
  may: mayExpect,
  about: ({ id }) => [id],
  present: presentExpecting,
  page: (shown) => <ExpectationsPage shown={shown} />,
})
