import { z } from 'zod'
import type { Context, Reading } from '../../platform/context.ts'
import type { Staff } from '../../platform/actor.ts'
import { addDays, dayOf } from '../../platform/dates.ts'
import { conflict, invalid, type Refusal, stale } from '../../platform/refusal.ts'
import type { Option } from '../../platform/act.ts'
import { findSignal, type SignalRecord } from './record.ts'
import { texts } from './texts.ts'

/** Where a signal has its page. */
export const signalHref = (signalId: string): string => `/signalen/${signalId}`

/** What the acts on one signal have in common. */
export const onSignal = {
  output: z.object({ signalId: z.uuid() }),
  find: (reading: Reading, params: { signalId: string }): Promise<SignalRecord> => findSignal(reading, params),
  about: (record: SignalRecord) => [record.id],
  version: (record: SignalRecord) => record.version,
  present: (_ctx: unknown, _done: unknown, record: SignalRecord) => ({ signalId: record.id }),
  next: (it: { signalId: string }) => signalHref(it.signalId),
}

/** Nothing more is done with a signal that is finished, beside telling whoever signalled. */
export const finishedAlready = (record: Pick<SignalRecord, 'state'>): Refusal | undefined =>
  record.state === 'case' || record.state === 'closed' ? conflict('signal.finished', texts.finishedAlready) : undefined

/** A row that was not changed was changed by somebody else just before. @throws Refusal 412 */
export function mustChange({ numUpdatedRows }: { numUpdatedRows: bigint }): void {
  if (numUpdatedRows !== 1n) throw stale()
}

/** A next date is today or later. @throws Refusal 400 */
export function notPast(now: Date, value: string): void {
  if (value < dayOf(now)) throw invalid([{ in: 'body', at: 'nextOn', code: 'in-the-past', detail: texts.inThePast }])
}

/** Core members of a team now, with their organisation. */
export async function coreMembers({ db, now }: Pick<Context<Staff>, 'db' | 'now'>, teamId: string): Promise<Option[]> {
  const today = dayOf(now)
  const members = await db
    .selectFrom('teamMembers as t')
    .innerJoin('people as p', (join) => join.onRef('p.municipalityId', '=', 't.municipalityId').onRef('p.id', '=', 't.personId'))
    .innerJoin('organizations as o', (join) => join.onRef('o.municipalityId', '=', 't.municipalityId').onRef('o.id', '=', 't.organizationId'))
    .where('t.teamId', '=', teamId)
    .where('t.ring', '=', 'core')
    .where('t.fromOn', '<=', today)
    .where((on) => on.or([on('t.untilOn', 'is', null), on('t.untilOn', '>=', today)]))
    .where('p.active', '=', true)
    .orderBy('p.name')
    .select(['p.id', 'p.name', 'o.name as organization'])
    .execute()
  return members.map((it) => ({ value: it.id, label: `${it.name}, ${it.organization}` }))
}

/** The day to propose for looking again: what stands, or so many days from today when that has passed. */
export const lookAgain = (record: Pick<SignalRecord, 'nextOn' | 'today'>, days: number): string =>
  record.nextOn && record.nextOn > record.today ? record.nextOn : addDays(record.today, days)

/** Free text about a signal: it comes back once when somebody may be recognised in it. */
export const discreetly = <F extends string>(...fields: F[]) => ({ fields, known: (record: SignalRecord) => [record.owner, ...record.notes.map((it) => it.by)] })
