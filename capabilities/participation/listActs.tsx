import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { z } from 'zod'
import { act } from '../../platform/act.ts'
import type { Reading } from '../../platform/context.ts'
import { dayOf, fullDay } from '../../platform/dates.ts'
import { conflict, notFound, type Refusal } from '../../platform/refusal.ts'
import { say } from '../../platform/texts.ts'
import { id, prose } from '../../platform/validation.ts'
import { Facts } from '../../ui/page.tsx'
import { daysKept } from './forgetting.ts'
import { listTexts as texts } from './listTexts.ts'
import { findListOnly, type ListRecord } from './participants.ts'
import { mayAnswerForList, mayKeepList } from './policy.ts'

const closed = (it: Pick<ListRecord, 'closedOn'>): Refusal | undefined => (it.closedOn ? conflict('participation.list-closed', texts.closed) : undefined)

const onList = {
  output: z.object({ slug: z.string() }),
  about: (it: ListRecord) => [it.serviceId],
  version: (it: ListRecord) => it.version,
  hindrance: closed,
  present: (_ctx: unknown, _done: unknown, it: ListRecord) => ({ slug: it.slug }),
}

/** Puts the list to a member of its team. Until that member accepts, nothing changes and nobody on it is seen. */
export const listHandoverProposed = act({
  ...onList,
  name: 'participation.propose-list',
  at: '/activity-lists/:slug/handovers',
  page: '/activiteiten/deelnemers/:slug/overdragen',
  title: texts.handTitle,
  submit: texts.handSubmit,
  audit: 'C',
  input: z.strictObject({ toId: id(), reason: prose(500) }),
  form: { toId: { as: 'pick', label: texts.handTo, hint: texts.handToHint }, reason: { as: 'area', label: texts.handWhy, hint: texts.handWhyHint, rows: 3 } },
  find: findListOnly,
  may: mayKeepList,
  discreet: { fields: ['reason'], known: (it: ListRecord) => [it.owner, it.name] },
  choices: async (ctx, it) => {
    const members = await ctx.db
      .selectFrom('teamMembers as t')
      .innerJoin('people as p', (join) => join.onRef('p.municipalityId', '=', 't.municipalityId').onRef('p.id', '=', 't.personId'))
      .innerJoin('organizations as o', (join) => join.onRef('o.municipalityId', '=', 't.municipalityId').onRef('o.id', '=', 't.organizationId'))
      .where('t.teamId', '=', it.teamId)
      .where('t.ring', '=', 'core')
      .where('t.untilOn', 'is', null)
      .where('p.active', '=', true)
      .where('p.kind', '=', 'worker')
      .where('p.id', '!=', it.ownerId)
      .orderBy('p.name')
      .select(['p.id', 'p.name', 'o.name as organization'])
      .execute()
    return { toId: members.map((one) => ({ value: one.id, label: `${one.name}, ${one.organization}` })) }
  },
  run: async (ctx, it, { toId, reason }) => {
    await ctx.db.updateTable('activityListHandovers').set({ answeredAt: ctx.now, accepted: false }).where('serviceId', '=', it.serviceId).where('answeredAt', 'is', null).execute()
    await ctx.db.insertInto('activityListHandovers').values({ municipalityId: ctx.actor.municipalityId, id: randomUUID(), serviceId: it.serviceId, fromId: ctx.actor.id, toId, reason, proposedAt: ctx.now }).execute()
  },
  intro: (it) => <p>{[say(texts.handIntro), it.handover ? say(texts.handWaits(it.handover.to, fullDay(dayOf(it.handover.proposedAt)))) : ''].filter(Boolean).join(' ')}</p>,
  next: ({ slug }) => `/activiteiten/deelnemers/${slug}`,
  done: texts.handDone,
})

/** Who was asked keeps the list from now on, or says no. */
export const listHandoverAnswered = act({
  ...onList,
  name: 'participation.answer-list',
  at: '/activity-lists/:slug/handovers/answer',
  page: '/activiteiten/deelnemers/:slug/overdracht',
  title: texts.answerTitle,
  submit: texts.answerSubmit,
  input: z.strictObject({ answer: z.enum(['accept', 'decline']) }),
  form: { answer: { as: 'choice', label: texts.answerLabel, options: { accept: texts.accept, decline: texts.decline } } },
  find: findListOnly,
  may: mayAnswerForList,
  back: '/vandaag',
  intro: (it) => (
    <>
      <p>{say(texts.answerIntro(it.handover?.from ?? '', it.name))}</p>
      <Facts facts={[{ name: say(texts.handReason), value: it.handover?.reason ?? '' }]} />
    </>
  ),
  run: async (ctx, it, { answer }) => {
    const { rows } = await sql<{ done: boolean }>`select ctx.answer_list(${it.serviceId}::uuid, ${answer === 'accept'}) as done`.execute(ctx.db)
    if (!rows[0]?.done) throw notFound()
  },
  next: () => '/activiteiten/deelnemers',
  done: texts.answerDone,
})

/** A list that is about to close: how many names go, and how many follow-up signals are open. */
async function findToClose(reading: Reading, { slug }: { slug: string }) {
  const list = await findListOnly(reading, { slug })
  const [people, signals, days] = await Promise.all([
    reading.db.selectFrom('participations').where('serviceId', '=', list.serviceId).where('state', '=', 'registered').select((it) => it.fn.countAll<string>().as('count')).executeTakeFirstOrThrow(),
    sql<{ count: number }>`select ctx.open_follow_ups(${list.serviceId}::uuid) as count`.execute(reading.db),
    daysKept(reading),
  ])
  return { ...list, people: Number(people.count), signals: signals.rows[0]?.count ?? 0, days }
}

/** The activity stopped: nobody registers any more, and names go. Follow-up signals stay with their team. */
export const listClosed = act({
  ...onList,
  name: 'participation.close-list',
  at: '/activity-lists/:slug/closing',
  page: '/activiteiten/deelnemers/:slug/sluiten',
  title: texts.closeTitle,
  submit: texts.closeSubmit,
  destructive: true,
  audit: 'D',
  input: z.strictObject({ names: z.enum(['keep', 'erase']).describe('of drop-outs whose follow-up signal is still open') }),
  form: { names: { as: 'choice', label: texts.closeNames, options: { keep: texts.closeKeep, erase: texts.closeErase } } },
  find: findToClose,
  may: mayKeepList,
  prefill: () => ({ names: 'keep' }),
  intro: ({ people, signals, days }) => <p>{say(texts.closeIntro(people, signals, days))}</p>,
  run: async (ctx, it, { names }) => {
    const { rows } = await sql<{ done: boolean }>`select ctx.close_list(${it.serviceId}::uuid, ${names === 'keep'}) as done`.execute(ctx.db)
    if (!rows[0]?.done) throw notFound()
  },
  next: ({ slug }) => `/activiteiten/deelnemers/${slug}`,
  done: texts.closeDone,
})
