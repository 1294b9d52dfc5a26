import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { act, notNow } from '../../platform/act.ts'
import type { Reading } from '../../platform/context.ts'
import { addDays, dayOf, momentOf } from '../../platform/dates.ts'
import { invalid, notFound } from '../../platform/refusal.ts'
import { day, line, nothing, prose } from '../../platform/validation.ts'
import { onCase } from './caseAct.ts'
import { closedAlready } from './life.ts'
import { notBefore } from './opening.ts'
import { mayWork } from './policy.ts'
import { type CaseRecord, findCase, type Ground, inForce } from './record.ts'
import { givers, groundKinds, manners, texts } from './texts.ts'

const quarter = 91

/**
 * Records why a team or an organisation may have the data. Consent is recorded whole: what was explained, how, by whom, for whom, until when.
 * Consent for one receiver is no consent for another.
 */
export const groundRecorded = act({
  ...onCase,
  name: 'cases.record-ground',
  at: '/cases/:caseId/grounds',
  page: '/casussen/:caseId/grond',
  title: texts.groundTitle,
  submit: texts.groundSubmit,
  input: z.strictObject({
    kind: z.enum(['consent', 'legal-task', 'vital-interest']),
    receiver: z.string().min(1).max(60),
    withIdentity: z.boolean(),
    explained: prose(1000).optional(),
    manner: z.enum(['spoken', 'written', 'by-phone']).optional(),
    givenBy: z.enum(['resident', 'representative']).optional(),
    article: line(200).optional(),
    untilOn: day(),
  }),
  form: {
    kind: { as: 'choice', label: texts.groundKind, options: groundKinds },
    receiver: { as: 'pick', label: texts.receiverLabel, hint: texts.receiverHint },
    withIdentity: { as: 'tick', label: texts.withIdentityLabel },
    explained: { as: 'area', label: texts.explainedLabel, hint: texts.explainedHint, rows: 3 },
    manner: { as: 'choice', label: texts.mannerLabel, options: manners },
    givenBy: { as: 'choice', label: texts.givenByLabel, options: givers },
    article: { as: 'text', label: texts.articleLabel, hint: texts.articleHint },
    untilOn: { as: 'day', label: texts.untilLabel },
  },
  audit: 'C',
  find: findCase,
  may: mayWork,
  hindrance: closedAlready,
  choices: async (ctx, record) => {
    const organizations = await ctx.db.selectFrom('organizations as o').where((on) => on.exists(on.selectFrom('mandates as m').whereRef('m.organizationId', '=', 'o.id').where('m.purpose', '=', record.purpose as 'welfare'))).orderBy('o.name').select(['o.id', 'o.name']).execute()
    return { receiver: [{ value: `team:${record.teamId}`, label: record.team }, ...organizations.map((it) => ({ value: `organization:${it.id}`, label: it.name }))] }
  },
  prefill: (record) => ({ kind: 'consent', receiver: `team:${record.teamId}`, untilOn: addDays(dayOf(record.facts.at), quarter) }),
  run: async (ctx, record, it) => {
    notBefore(addDays(dayOf(ctx.now), 1), 'untilOn', it.untilOn)
    const missing = [
      ...(it.kind === 'consent' ? (['explained', 'manner', 'givenBy'] as const).filter((name) => it[name] === undefined) : []),
      ...(it.kind === 'legal-task' && it.article === undefined ? (['article'] as const) : []),
    ]
    if (missing.length > 0) throw invalid(missing.map((at) => ({ in: 'body', at, code: 'missing', detail: texts.neededForGround })))
    const [kind, receiver] = it.receiver.split(':')
    await ctx.db
      .insertInto('grounds')
      .values({
        municipalityId: ctx.actor.municipalityId, id: randomUUID(), caseId: record.id, kind: it.kind, withIdentity: it.withIdentity,
        teamId: kind === 'team' ? receiver : null, organizationId: kind === 'organization' ? receiver : null, purpose: record.purpose,
        explained: it.explained ?? null, manner: it.manner ?? null, givenBy: it.givenBy ?? null, article: it.article ?? null, askedBy: ctx.actor.id, fromAt: ctx.now, untilAt: momentOf(it.untilOn),
      })
      .execute()
  },
  done: texts.groundKept,
})

type GroundRecord = { record: CaseRecord; ground: Ground }

async function findGround(reading: Reading, { caseId, groundId }: { caseId: string; groundId: string }): Promise<GroundRecord> {
  const record = await findCase(reading, { caseId })
  const ground = record.allGrounds.find((it) => it.id === groundId)
  if (!ground) throw notFound()
  return { record, ground }
}

/** The resident takes a consent back and told so to somebody who works on the case. Reading stops at once. */
export const consentWithdrawn = act({
  name: 'cases.withdraw-consent',
  at: '/cases/:caseId/grounds/:groundId/withdraw',
  page: '/casussen/:caseId/grond/:groundId/intrekken',
  title: texts.withdrawTitle,
  submit: texts.withdrawSubmit,
  destructive: true,
  input: nothing,
  form: {},
  output: onCase.output,
  find: findGround,
  may: (actor, { record }) => mayWork(actor, record),
  about: ({ record }) => [record.id],
  hindrance: ({ record, ground }) => {
    if (ground.kind === 'anonymous') return notNow('case.ground-stays', texts.groundStays)
    return inForce(ground, record.facts.at) ? undefined : notNow('case.ground-over', texts.groundOver)
  },
  intro: ({ ground }) => ground.receiver,
  run: async (ctx, { ground }) => {
    await ctx.db.updateTable('grounds').set({ withdrawnAt: ctx.now, withdrawnBy: 'worker' }).where('id', '=', ground.id).execute()
  },
  present: (_ctx, _done, { record }) => ({ caseId: record.id }),
  // whoever withdraws may have lost the case by it
  next: () => '/casussen',
  done: texts.withdrawn,
})
