import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { act, type OpenAct, openActs } from '../../platform/act.ts'
import type { Staff } from '../../platform/actor.ts'
import type { Context, Reading } from '../../platform/context.ts'
import { dayOf } from '../../platform/dates.ts'
import { invalid, notFound, stale } from '../../platform/refusal.ts'
import { say } from '../../platform/texts.ts'
import { line, prose } from '../../platform/validation.ts'
import { findKept, type Kept, keptHref, wordOf } from './keeping.ts'
import { placesOf } from './places.tsx'
import { effect, isOpen, mayLearn, means, type ShownThreshold, type Threshold, thresholdKind, thresholdsOf } from './thresholds.ts'
import { effects, roomMeans, thresholdKinds, thresholdTexts as texts } from './thresholdTexts.ts'

const everywhere = 'overal'
const shown = { output: z.object({ href: z.string() }), present: (_ctx: unknown, _done: unknown, it: Kept) => ({ href: keptHref(it) }), next: ({ href }: { href: string }) => `${href}#drempels`, back: '/sociale-kaart/:kind/:slug' }
const room = { done: z.array(means), doneWords: prose(1000).optional() }
const roomForm = { done: { as: 'ticks', label: texts.done, options: roomMeans, optional: true }, doneWords: { as: 'area', label: texts.doneWords, hint: texts.noNames, rows: 3, longest: 1000, optional: true } } as const

/** @throws Refusal 400 words without what they are about */
function check(it: { done: readonly string[]; doneWords?: string; effect?: string; effectWords?: string }): void {
  const wrong = [
    ...(it.done.length === 0 && it.effect && it.effect !== 'unknown' ? [['done', 'done-first', texts.doneMissing] as const] : []),
    ...(it.done.length === 0 && it.doneWords && !(it.effect && it.effect !== 'unknown') ? [['done', 'done-first', texts.doneKindMissing] as const] : []),
    ...(it.effectWords && (!it.effect || it.effect === 'unknown') ? [['effect', 'effect-first', texts.effectFirst] as const] : []),
  ]
  if (wrong.length > 0) throw invalid(wrong.map(([at, code, detail]) => ({ in: 'body', at, code, detail })))
}

/** Somebody of a team, or who keeps the entry, found what makes it hard to come in. */
export const thresholdNoted = act({
  ...shown,
  name: 'directory.note-threshold',
  at: '/directory/:kind/:slug/thresholds',
  page: '/sociale-kaart/:kind/:slug/drempel',
  title: texts.note,
  audit: 'C',
  input: z.strictObject({ kind: thresholdKind, what: prose(1000), forWhom: line(200), locationId: z.string().max(60), ...room }),
  form: {
    kind: { as: 'choice', label: texts.kind, options: thresholdKinds },
    what: { as: 'area', label: texts.what, hint: texts.noNames, rows: 4, longest: 1000 },
    forWhom: { as: 'text', label: texts.forWhom, hint: texts.forWhomHint, longest: 200 },
    locationId: { as: 'pick', label: texts.place },
    done: { ...roomForm.done, label: texts.alreadyDone, hint: texts.laterHint },
    doneWords: roomForm.doneWords,
  },
  find: async (reading, params) => {
    const it = await findKept(reading, params)
    return { ...it, places: (await placesOf(reading, it)).filter(({ masked }) => !masked) }
  },
  may: mayLearn,
  about: (it, id?: string) => (id ? [it.id, id] : [it.id]),
  discreet: { fields: ['what', 'forWhom', 'doneWords'], known: (it) => [it.name, ...it.places.flatMap(({ name }) => name ?? [])] },
  choices: async (_ctx, it) => ({ locationId: [{ value: everywhere, label: say(texts.everywhere) }, ...it.places.map((one) => ({ value: one.id, label: one.name ?? '' }))] }),
  prefill: () => ({ locationId: everywhere }),
  intro: (it) => <p>{say(texts.noteIntro(it.name))}</p>,
  run: async (ctx, it, { kind, what, forWhom, locationId, done, doneWords }) => {
    check({ done, doneWords })
    const id = randomUUID()
    const today = dayOf(ctx.now)
    const entry = it.entity === 'service' ? { serviceId: it.id } : { organizationId: it.id }
    const values = { municipalityId: ctx.actor.municipalityId, id, ...entry, locationId: locationId === everywhere ? null : locationId, kind, what, forWhom, foundOn: today, foundBy: ctx.actor.id }
    await ctx.db.insertInto('thresholds').values({ ...values, done, doneWords: doneWords ?? null, doneOn: done.length > 0 ? today : null }).execute()
    return id
  },
  done: texts.noted,
})

type AtEntry = Kept & { threshold: Threshold }
async function findThreshold(reading: Reading, { thresholdId, ...params }: { kind: string; slug: string; thresholdId: string }): Promise<AtEntry> {
  const it = await findKept(reading, params)
  const threshold = (await thresholdsOf(reading, it)).find(({ id }) => id === thresholdId)
  if (!threshold) throw notFound()
  return { ...it, threshold }
}
const inTown = (actor: Staff, it: AtEntry): boolean => it.threshold.municipalityId === actor.municipalityId
const onThreshold = { ...shown, find: findThreshold, about: (it: AtEntry) => [it.id, it.threshold.id], version: (it: AtEntry) => it.threshold.version }

/** Somebody made room: what was done, and later what it yields. */
export const roomMade = act({
  ...onThreshold,
  name: 'directory.make-room',
  at: '/directory/:kind/:slug/thresholds/:thresholdId',
  page: '/sociale-kaart/:kind/:slug/drempel/:thresholdId/ruimte',
  title: texts.makeRoom,
  input: z.strictObject({ ...room, effect: z.enum(['unknown', ...effect.options]), effectWords: prose(1000).optional() }),
  form: { ...roomForm, effect: { as: 'choice', label: texts.effect, options: { unknown: texts.notYet, ...effects } }, effectWords: { as: 'area', label: texts.effectWords, hint: texts.noNames, rows: 3, longest: 1000, optional: true } },
  may: (actor, it) => mayLearn(actor, it) && inTown(actor, it),
  discreet: { fields: ['doneWords', 'effectWords'], known: (it) => [it.name, it.threshold.place ?? '', it.threshold.foundBy].filter(Boolean) },
  prefill: ({ threshold: it }) => ({ done: it.done, doneWords: it.doneWords, effect: it.effect ?? 'unknown', effectWords: it.effectWords }),
  intro: ({ threshold }) => <p>{say(texts.makeRoomIntro(threshold.what))}</p>,
  run: async (ctx, { threshold: it }, given) => {
    check(given)
    const today = dayOf(ctx.now)
    const now = given.effect === 'unknown' ? null : given.effect
    const day = { doneOn: given.done.length === 0 ? null : (it.doneOn ?? today), effectOn: now === null ? null : now === it.effect ? it.effectOn : today }
    const { numUpdatedRows } = await ctx.db.updateTable('thresholds').set({ done: given.done, doneWords: given.doneWords ?? null, effect: now, effectWords: given.effectWords ?? null, ...day, version: it.version + 1 }).where('id', '=', it.id).where('version', '=', it.version).executeTakeFirst()
    if (numUpdatedRows !== 1n) throw stale()
  },
  done: texts.roomMade,
})

/** Who wrote it, or keeps the entry, takes a threshold away that should not stand there. */
export const thresholdWithdrawn = act({
  ...onThreshold,
  name: 'directory.withdraw-threshold',
  at: '/directory/:kind/:slug/thresholds/:thresholdId/removal',
  page: '/sociale-kaart/:kind/:slug/drempel/:thresholdId/weghalen',
  title: texts.withdraw,
  destructive: true,
  audit: 'D',
  input: z.strictObject({}),
  form: {},
  may: (actor, it) => inTown(actor, it) && (it.edits || (mayLearn(actor, it) && it.threshold.foundById === actor.id)),
  intro: ({ threshold }) => <p>{say(texts.withdrawIntro(threshold.what))}</p>,
  run: async (ctx: Context<Staff>, { threshold }) => {
    await ctx.db.deleteFrom('thresholds').where('id', '=', threshold.id).execute()
  },
  done: texts.withdrawn,
})

/** The thresholds of an entry as colleagues see them, with what each may do. */
export const presentThresholds = (actor: Staff, kept: Kept, found: readonly Threshold[]): ShownThreshold[] =>
  found.map((threshold) => {
    const { version, foundById, municipalityId, ...it } = threshold
    return { ...it, open: isOpen(it), acts: openActs([roomMade, thresholdWithdrawn], actor, { ...kept, threshold }, { kind: wordOf(kept.entity), slug: kept.slug, thresholdId: it.id }) }
  })

/** The way to write down a threshold, for who may. */
export const noteThreshold = (actor: Staff, kept: Kept): OpenAct | null => openActs([thresholdNoted], actor, kept, { kind: wordOf(kept.entity), slug: kept.slug })[0] ?? null
