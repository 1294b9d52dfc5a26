import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { act, notNow } from '../../platform/act.ts'
import { id, prose } from '../../platform/validation.ts'
import { discreetly, onCase } from './caseAct.ts'
import { closedAlready } from './life.ts'
import { mayAnswerHandover, mayDecide } from './policy.ts'
import { findCase } from './record.ts'
import { roleTexts, texts } from './texts.ts'

const involvedFor = 182 * 86_400_000

/** Puts the case to a member of the team. Until that member accepts, nothing changes. */
export const handoverProposed = act({
  ...onCase,
  name: 'cases.propose-handover',
  at: '/cases/:caseId/handovers',
  page: '/casussen/:caseId/overdragen',
  title: texts.handTitle,
  submit: texts.handSubmit,
  input: z.strictObject({ toId: id(), reason: prose(500) }),
  form: { toId: { as: 'pick', label: texts.handTo }, reason: { as: 'area', label: texts.handWhy, hint: texts.noNames, rows: 3 } },
  find: findCase,
  may: mayDecide,
  discreet: discreetly('reason'),
  hindrance: (record) => closedAlready(record) ?? (record.handover ? notNow('case.handover-open', texts.handOpen) : undefined),
  choices: async (ctx, record) => {
    const members = await ctx.db
      .selectFrom('teamMembers as t')
      .innerJoin('people as p', (join) => join.onRef('p.municipalityId', '=', 't.municipalityId').onRef('p.id', '=', 't.personId'))
      .innerJoin('organizations as o', (join) => join.onRef('o.municipalityId', '=', 't.municipalityId').onRef('o.id', '=', 't.organizationId'))
      .where('t.teamId', '=', record.teamId)
      .where('t.ring', '=', 'core')
      .where('t.untilOn', 'is', null)
      .where('p.active', '=', true)
      .where('p.id', '!=', ctx.actor.id)
      .orderBy('p.name')
      .select(['p.id', 'p.name', 'o.name as organization'])
      .execute()
    return { toId: members.map((it) => ({ value: it.id, label: `${it.name}, ${it.organization}` })) }
  },
  run: async (ctx, record, { toId, reason }) => {
    await ctx.db.insertInto('caseHandovers').values({ municipalityId: ctx.actor.municipalityId, id: randomUUID(), caseId: record.id, fromId: ctx.actor.id, toId, reason, proposedAt: ctx.now }).execute()
  },
  done: texts.handProposed,
})

/** The member to whom the case was put accepts it and is its owner from now on, or says no. */
export const handoverAnswered = act({
  ...onCase,
  name: 'cases.answer-handover',
  at: '/cases/:caseId/handovers/answer',
  page: '/casussen/:caseId/overdracht',
  title: texts.handAnswerTitle,
  submit: texts.handAnswerSubmit,
  input: z.strictObject({ answer: z.enum(['accept', 'decline']) }),
  form: { answer: { as: 'choice', label: texts.handAnswerLabel, options: { accept: texts.handAccept, decline: texts.handDecline } } },
  find: findCase,
  may: mayAnswerHandover,
  version: (record) => record.version,
  hindrance: closedAlready,
  intro: (record) => record.handover?.reason,
  run: async (ctx, record, { answer }) => {
    const { db, now, actor } = ctx
    const accepted = answer === 'accept'
    if (accepted) {
      const known = record.parties.some((it) => it.personId === actor.id && !it.endedAt && it.untilAt > now && it.class >= 3)
      if (!known) {
        await db
          .insertInto('involvements')
          .values({
            municipalityId: actor.municipalityId, id: randomUUID(), caseId: record.id, personId: actor.id, organizationId: actor.organizationId, teamId: record.teamId,
            role: 'owner', class: 4, purpose: record.purpose, reason: roleTexts.owner.nl, fromAt: now, untilAt: new Date(now.getTime() + involvedFor), addedBy: actor.id,
          })
          .execute()
      }
      await db.updateTable('cases').set({ ownerId: actor.id, version: record.version + 1 }).where('id', '=', record.id).execute()
    }
    await db.updateTable('caseHandovers').set({ answeredAt: now, accepted }).where('caseId', '=', record.id).where('answeredAt', 'is', null).execute()
  },
  done: texts.handAnswered,
})
