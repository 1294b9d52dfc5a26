import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { act, notNow } from '../../platform/act.ts'
import type { Staff } from '../../platform/actor.ts'
import { line, prose } from '../../platform/validation.ts'
import { type Expecting, findTheme, type Theme } from './expectations.ts'
import { expectTexts, expecting } from './expectTexts.ts'
import { mistake, nobodyIn } from './mapAct.ts'
import { mayExpect } from './policy.ts'

type OneTheme = Expecting & { theme: Theme }

const onTheme = {
  output: z.object({ mapId: z.uuid(), theme: z.string() }),
  find: findTheme,
  may: (actor: Staff) => mayExpect(actor),
  about: ({ id }: OneTheme) => [id],
  present: (_ctx: unknown, _done: unknown, { id, theme }: OneTheme) => ({ mapId: id, theme: theme.section.key as string }),
  next: (it: { mapId: string; theme: string }) => `/wijkkaart/${it.mapId}/verwachtingen#onderwerp-${it.theme}`,
}

/** What somebody expects of a figure, before it is shown. Who saw it already, says so, and who saw the theme here is known to have. */
export const expectationRecorded = act({
  ...onTheme,
  name: 'neighbourhood-map.record-expectation',
  at: '/neighbourhood-maps/:mapId/themes/:theme/expectations',
  page: '/wijkkaart/:mapId/verwachtingen/:theme',
  title: expectTexts.recordTitle,
  submit: expectTexts.recordSubmit,
  input: z.strictObject({ indicator: line(80), expects: z.enum(['higher', 'same', 'lower']), saidBy: line(120), because: prose(500).optional(), knew: z.boolean() }),
  form: {
    indicator: { as: 'pick', label: expectTexts.indicatorLabel, hint: expectTexts.indicatorHint },
    expects: { as: 'choice', label: expectTexts.expectsLabel, options: expecting },
    saidBy: { as: 'text', label: expectTexts.saidByLabel, hint: expectTexts.saidByHint, longest: 120 },
    because: { as: 'area', label: expectTexts.becauseLabel, optional: true, rows: 3, longest: 500 },
    knew: { as: 'tick', label: expectTexts.knewLabel, hint: expectTexts.knewHint },
  },
  choices: async (_ctx, { theme }) => ({ indicator: theme.indicators.map(({ key, name }) => ({ value: key, label: name })) }),
  run: async (ctx, { id: mapId, municipalityId, areaId, theme, expectations, seen }, { indicator, knew, ...input }) => {
    nobodyIn(input)
    const indicatorId = theme.indicators.find(({ key }) => key === indicator)?.id ?? ''
    if (expectations.some((it) => it.indicatorId === indicatorId && it.byId === ctx.actor.id && it.saidBy === input.saidBy)) throw mistake('indicator', 'twice', expectTexts.twice)
    await ctx.db.insertInto('expectations').values({ ...input, municipalityId, id: randomUUID(), areaId, mapId, indicatorId, knew: knew || seen.includes(theme.section.key), at: ctx.now, byId: ctx.actor.id }).execute()
  },
  done: expectTexts.recordDone,
  audit: 'C',
})

/** Opens the figures of a theme to somebody, who said first what to expect or chooses to skip that. */
export const figuresRevealed = act({
  ...onTheme,
  name: 'neighbourhood-map.reveal-figures',
  at: '/neighbourhood-maps/:mapId/themes/:theme/figures',
  page: '/wijkkaart/:mapId/verwachtingen/:theme/cijfers',
  title: expectTexts.revealTitle,
  input: z.strictObject({ skip: z.boolean() }),
  form: { skip: { as: 'tick', label: expectTexts.skipLabel, hint: expectTexts.skipHint } },
  hindrance: ({ seen, theme }) => (seen.includes(theme.section.key) ? notNow('figures.seen', expectTexts.seenAlready) : undefined),
  run: async (ctx, { id: mapId, municipalityId, theme, expectations }, { skip }) => {
    const own = expectations.some((it) => it.byId === ctx.actor.id && theme.indicators.some(({ id }) => id === it.indicatorId))
    if (!own && !skip) throw mistake('skip', 'expect-first', expectTexts.expectFirst)
    await ctx.db.insertInto('figuresSeen').values({ municipalityId, mapId, theme: theme.section.key, personId: ctx.actor.id, skipped: !own, at: ctx.now }).execute()
  },
  done: expectTexts.revealDone,
  audit: 'C',
})
