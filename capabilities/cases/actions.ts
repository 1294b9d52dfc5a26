import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { act, notNow } from '../../platform/act.ts'
import type { Staff } from '../../platform/actor.ts'
import type { Context, Reading } from '../../platform/context.ts'
import { addDays, dayOf } from '../../platform/dates.ts'
import { invalid, notFound } from '../../platform/refusal.ts'
import { day, line, prose } from '../../platform/validation.ts'
import { colleaguesIn, discreetly, onCase } from './caseAct.ts'
import { closedAlready } from './life.ts'
import { notBefore } from './opening.ts'
import { mayWork } from './policy.ts'
import { type CaseRecord, findCase, inForce } from './record.ts'
import { texts } from './texts.ts'

/** Something agreed: who, what, why, by when. The taker is somebody with an account, or a party in words (the resident, a neighbour). */
export type NewAction = { caseId: string; what: string; why: string; takerId?: string | null; takerParty?: string | null; dueOn: string; agreedIn?: string | null }

/**
 * Records what was agreed. Whoever takes it also watches over it; for a party without account the actor does.
 * The rule who may do this is the caller's; row level security refuses who may not work on the case.
 */
export async function agreeAction(ctx: Context<Staff>, it: NewAction): Promise<string> {
  const actionId = randomUUID()
  const takerId = it.takerId ?? null
  await ctx.db
    .insertInto('actions')
    .values({
      municipalityId: ctx.actor.municipalityId, id: actionId, caseId: it.caseId, what: it.what, why: it.why, takerId, takerParty: takerId ? null : (it.takerParty ?? null),
      ownerId: takerId ?? ctx.actor.id, dueOn: it.dueOn, agreedAt: ctx.now, agreedIn: it.agreedIn ?? null,
    })
    .execute()
  return actionId
}

const takers = (record: CaseRecord, now: Date) => {
  const seen = new Map(record.parties.filter((it) => inForce(it, now)).map((it) => [it.personId, it]))
  return [...seen.values()].map((it) => ({ value: it.personId, label: `${it.name}, ${it.organization}` }))
}

/** An agreement made outside a meeting. */
export const actionAgreed = act({
  ...onCase,
  name: 'cases.agree-action',
  at: '/cases/:caseId/actions',
  page: '/casussen/:caseId/afspraak',
  title: texts.agreeTitle,
  submit: texts.agreeSubmit,
  input: z.strictObject({ what: line(200), why: prose(500), takerId: z.uuid().optional(), takerParty: line(120).optional(), dueOn: day() }),
  form: {
    what: { as: 'text', label: texts.whatLabel, hint: texts.noNames },
    why: { as: 'area', label: texts.whyLabel, rows: 2 },
    takerId: { as: 'pick', label: texts.takerLabel },
    takerParty: { as: 'text', label: texts.takerPartyLabel, hint: texts.takerPartyHint },
    dueOn: { as: 'day', label: texts.dueLabel },
  },
  audit: 'C',
  find: findCase,
  may: mayWork,
  discreet: discreetly('what', 'why', 'takerParty'),
  hindrance: closedAlready,
  choices: async (ctx, record) => ({ takerId: takers(record, ctx.now) }),
  prefill: (record) => ({ dueOn: addDays(dayOf(record.facts.at), 7) }),
  run: (ctx, record, it) => {
    if (Boolean(it.takerId) === Boolean(it.takerParty)) throw invalid([{ in: 'body', at: 'takerId', code: 'one-taker', detail: texts.oneTaker }])
    notBefore(dayOf(ctx.now), 'dueOn', it.dueOn)
    return agreeAction(ctx, { ...it, caseId: record.id })
  },
  done: texts.agreed,
})

type ActionRecord = { id: string; what: string; state: string; version: number; takerId: string | null; takerParty: string | null; record: CaseRecord }

async function findAction(reading: Reading, { caseId, actionId }: { caseId: string; actionId: string }): Promise<ActionRecord> {
  const query = reading.db.selectFrom('actions').where('id', '=', actionId).where('caseId', '=', caseId).select(['id', 'what', 'state', 'version', 'takerId', 'takerParty'])
  const [record, found] = await Promise.all([findCase(reading, { caseId }), (reading.forChange ? query.forUpdate() : query).executeTakeFirst()])
  if (!found) throw notFound()
  return { ...found, record }
}

/** Reports what came of an agreement: done, tried without result, or no longer needed. What was undertaken is kept apart from what was agreed. */
export const actionReported = act({
  name: 'cases.report-action',
  at: '/cases/:caseId/actions/:actionId/report',
  page: '/casussen/:caseId/afspraak/:actionId',
  title: texts.reportTitle,
  submit: texts.reportSubmit,
  input: z.strictObject({ state: z.enum(['done', 'not-done', 'dropped']), result: prose(2000), doneOn: day() }),
  form: {
    state: { as: 'choice', label: texts.reportState, options: { done: texts.actionDone, 'not-done': texts.actionNotDone, dropped: texts.actionDropped } },
    result: { as: 'area', label: texts.resultLabel, hint: texts.noNames, rows: 4 },
    doneOn: { as: 'day', label: texts.doneOnLabel },
  },
  output: onCase.output,
  find: findAction,
  may: (actor, { record }) => mayWork(actor, record),
  discreet: { fields: ['result'], when: ({ record }) => record.anonymous, known: ({ record }) => colleaguesIn(record) },
  about: ({ record }) => [record.id],
  version: (action) => action.version,
  hindrance: ({ state }) => (state === 'open' ? undefined : notNow('case.action-closed', texts.actionClosed)),
  intro: ({ what }) => what,
  prefill: ({ record }) => ({ doneOn: dayOf(record.facts.at) }),
  run: async (ctx, action, { state, result, doneOn }) => {
    if (doneOn > dayOf(ctx.now)) throw invalid([{ in: 'body', at: 'doneOn', code: 'in-the-future', detail: texts.inTheFuture }])
    const { municipalityId } = ctx.actor
    await ctx.db.updateTable('actions').set({ state, result, closedAt: ctx.now, version: action.version + 1 }).where('id', '=', action.id).execute()
    if (state === 'dropped') return
    await ctx.db
      .insertInto('deeds')
      .values({ municipalityId, id: randomUUID(), caseId: action.record.id, actionId: action.id, what: result, byId: action.takerId, byParty: action.takerParty, doneOn, recordedAt: ctx.now, recordedBy: ctx.actor.id })
      .execute()
  },
  present: (_ctx, _done, { record }) => ({ caseId: record.id }),
  next: onCase.next,
  done: texts.reported,
})

/** Something that was undertaken without having been agreed first. */
export const deedRecorded = act({
  ...onCase,
  name: 'cases.record-deed',
  at: '/cases/:caseId/deeds',
  page: '/casussen/:caseId/gedaan',
  title: texts.deedTitle,
  submit: texts.reportSubmit,
  input: z.strictObject({ what: prose(1000), byId: z.uuid().optional(), byParty: line(120).optional(), doneOn: day() }),
  form: {
    what: { as: 'area', label: texts.deedLabel, hint: texts.noNames, rows: 3 },
    byId: { as: 'pick', label: texts.deedBy },
    byParty: { as: 'text', label: texts.takerPartyLabel, hint: texts.takerPartyHint },
    doneOn: { as: 'day', label: texts.doneOnLabel },
  },
  audit: 'C',
  find: findCase,
  may: mayWork,
  discreet: discreetly('what', 'byParty'),
  hindrance: closedAlready,
  choices: async (ctx, record) => ({ byId: takers(record, ctx.now) }),
  prefill: (record) => ({ doneOn: dayOf(record.facts.at) }),
  run: async (ctx, record, it) => {
    if (Boolean(it.byId) === Boolean(it.byParty)) throw invalid([{ in: 'body', at: 'byId', code: 'one-doer', detail: texts.oneTaker }])
    if (it.doneOn > dayOf(ctx.now)) throw invalid([{ in: 'body', at: 'doneOn', code: 'in-the-future', detail: texts.inTheFuture }])
    await ctx.db
      .insertInto('deeds')
      .values({ municipalityId: ctx.actor.municipalityId, id: randomUUID(), caseId: record.id, what: it.what, byId: it.byId ?? null, byParty: it.byParty ?? null, doneOn: it.doneOn, recordedAt: ctx.now, recordedBy: ctx.actor.id })
      .execute()
  },
  done: texts.reported,
})
