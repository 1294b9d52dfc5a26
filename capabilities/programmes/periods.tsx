import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { act } from '../../platform/act.ts'
import type { Staff } from '../../platform/actor.ts'
import type { Reading } from '../../platform/context.ts'
import { fullDay } from '../../platform/dates.ts'
import { type FieldError, notFound, stale } from '../../platform/refusal.ts'
import { say } from '../../platform/texts.ts'
import { alsoWhenWrong, day, inOrder, prose } from '../../platform/validation.ts'
import { findProgramme, ofOwnTown, type Period, type Programme } from './record.ts'
import { texts } from './texts.ts'

const count = z.number().int().min(0).max(100000).optional()
const fields = z.strictObject({ fromOn: day(), untilOn: day(), children: count, families: count, nationalities: z.number().int().min(0).max(250).optional(), inView: count, results: prose(2000).optional() })
/** Whoever takes part is in view too. Of what was typed, where other fields may be wrong still. */
const seesAll = ({ inView, children }: { inView?: unknown; children?: unknown }): boolean => typeof inView !== 'number' || typeof children !== 'number' || inView >= children
const input = inOrder(fields, 'fromOn', 'untilOn', 'until-before-from', texts.untilBefore).refine(seesAll, { path: ['inView'], params: { code: 'fewer-than-children' }, error: () => say(texts.viewTooFew), when: alsoWhenWrong })
type Input = z.output<typeof input>
const form = {
  fromOn: { as: 'day', label: texts.from },
  untilOn: { as: 'day', label: texts.until },
  children: { as: 'number', label: texts.children, optional: true },
  families: { as: 'number', label: texts.families, optional: true },
  nationalities: { as: 'number', label: texts.nationalities, optional: true },
  inView: { as: 'number', label: texts.inView, hint: texts.inViewHint, optional: true },
  results: { as: 'area', label: texts.results, hint: texts.resultsHint, rows: 4, longest: 2000, optional: true },
} as const

/** A period of a programme, in words. */
export const periodWords = (it: { fromOn: string; untilOn: string }): string => say(texts.fromTo(fullDay(it.fromOn), fullDay(it.untilOn)))

/** Two periods about the same days would count the same children twice. */
const overlaps = ({ fromOn, untilOn }: Partial<Input>, others: readonly Period[]): FieldError[] =>
  fromOn && untilOn && fromOn <= untilOn && others.some((one) => one.fromOn <= untilOn && one.untilOn >= fromOn) ? [{ in: 'body', at: 'fromOn', code: 'overlaps', detail: texts.overlaps }] : []

const columns = ({ fromOn, untilOn, ...it }: Input) => ({ fromOn, untilOn, children: it.children ?? null, families: it.families ?? null, nationalities: it.nationalities ?? null, inView: it.inView ?? null, results: it.results ?? null })
const keeps = (actor: Staff, it: Programme): boolean => it.edits && ofOwnTown(actor, it)
const shown = { output: z.object({ programmeId: z.uuid() }), present: (_ctx: unknown, _done: unknown, it: Programme) => ({ programmeId: it.id }), next: ({ programmeId }: { programmeId: string }) => `/sociale-kaart/programma/${programmeId}`, back: '/sociale-kaart/programma/:programmeId', may: keeps }

/** Who keeps a programme writes what it reached in a period. */
export const periodNoted = act({
  ...shown,
  name: 'programmes.note-period',
  at: '/programmes/:programmeId/periods',
  page: '/sociale-kaart/programma/:programmeId/periode-toevoegen',
  title: texts.notePeriod,
  audit: 'C',
  input,
  form,
  discreet: { fields: ['results'], known: (it) => [it.name, it.organization] },
  find: findProgramme,
  amiss: ({ periods }, said) => overlaps(said, periods),
  about: (it) => [it.id],
  run: async (ctx, it, given) => {
    await ctx.db.insertInto('programmePeriods').values({ municipalityId: ctx.actor.municipalityId, id: randomUUID(), programId: it.id, ...columns(given), notedBy: ctx.actor.id }).execute()
  },
  done: texts.periodKept,
})

async function findPeriod(reading: Reading, { programmeId, periodId }: { programmeId: string; periodId: string }) {
  const it = await findProgramme(reading, { programmeId })
  const period = it.periods.find(({ id }) => id === periodId)
  if (!period) throw notFound()
  return { ...it, period }
}
type WithPeriod = Awaited<ReturnType<typeof findPeriod>>
const onPeriod = { ...shown, find: findPeriod, about: (it: WithPeriod) => [it.id, it.period.id], version: (it: WithPeriod) => it.period.version }

/** Who keeps a programme corrects what it reached. */
export const periodChanged = act({
  ...onPeriod,
  name: 'programmes.change-period',
  at: '/programmes/:programmeId/periods/:periodId',
  page: '/sociale-kaart/programma/:programmeId/periode/:periodId/wijzigen',
  title: texts.changePeriod,
  input,
  form,
  discreet: { fields: ['results'], known: (it) => [it.name, it.organization] },
  prefill: ({ period }) => period,
  amiss: ({ periods, period }, said) => overlaps(said, periods.filter(({ id }) => id !== period.id)),
  run: async (ctx, it, given) => {
    const { numUpdatedRows } = await ctx.db.updateTable('programmePeriods').set({ ...columns(given), version: it.period.version + 1 }).where('id', '=', it.period.id).where('version', '=', it.period.version).executeTakeFirst()
    if (numUpdatedRows !== 1n) throw stale()
  },
  done: texts.periodKept,
})

/** Who keeps a programme takes a period away. */
export const periodRemoved = act({
  ...onPeriod,
  name: 'programmes.remove-period',
  at: '/programmes/:programmeId/periods/:periodId/removal',
  page: '/sociale-kaart/programma/:programmeId/periode/:periodId/weghalen',
  title: texts.removePeriod,
  destructive: true,
  audit: 'D',
  input: z.strictObject({}),
  form: {},
  intro: ({ period }) => <p>{say(texts.removeIntro(periodWords(period)))}</p>,
  run: async (ctx, { period }) => {
    await ctx.db.deleteFrom('programmePeriods').where('id', '=', period.id).execute()
  },
  done: texts.periodRemoved,
})
