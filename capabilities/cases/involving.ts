import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { act, notNow } from '../../platform/act.ts'
import type { Reading } from '../../platform/context.ts'
import type { Db } from '../../platform/db.ts'
import { addDays, dayOf, momentOf } from '../../platform/dates.ts'
import { notFound } from '../../platform/refusal.ts'
import { day, id, nothing, prose } from '../../platform/validation.ts'
import { discreetly, onCase } from './caseAct.ts'
import { closedAlready } from './life.ts'
import { notBefore } from './opening.ts'
import { mayDecide, mayWork } from './policy.ts'
import { type CaseRecord, findCase, inForce, type Party } from './record.ts'
import { classTexts, roleTexts, texts } from './texts.ts'

const halfAYear = 182

/** Colleagues of whom one can be involved: who works for an organisation in a role that knows cases. */
const colleagues = (db: Db) =>
  db
    .selectFrom('memberships as m')
    .innerJoin('people as p', (join) => join.onRef('p.municipalityId', '=', 'm.municipalityId').onRef('p.id', '=', 'm.personId'))
    .innerJoin('organizations as o', (join) => join.onRef('o.municipalityId', '=', 'm.municipalityId').onRef('o.id', '=', 'm.organizationId'))
    .where('m.role', 'in', ['professional', 'coordinator', 'partner'])
    .where('p.active', '=', true)
    .where('p.kind', '=', 'worker')
    .where('m.untilOn', 'is', null)
    .orderBy('p.name')
    .select(['p.id', 'p.name', 'o.id as organizationId', 'o.name as organization'])
    .execute()

/** Gives a colleague a part in the case: for what, with which kind of data, until when. It ends by itself. */
export const partyInvolved = act({
  ...onCase,
  name: 'cases.involve',
  at: '/cases/:caseId/involvements',
  page: '/casussen/:caseId/betrek',
  title: texts.involveTitle,
  submit: texts.involveSubmit,
  input: z.strictObject({
    personId: id(),
    role: z.enum(['member', 'action-taker', 'process-guard', 'consulted', 'guest']),
    class: z.enum(['2', '3', '4']),
    reason: prose(300),
    untilOn: day(),
  }),
  form: {
    personId: { as: 'pick', label: texts.whoLabel },
    role: { as: 'choice', label: texts.roleLabel, options: { member: roleTexts.member, 'action-taker': roleTexts['action-taker'], 'process-guard': roleTexts['process-guard'], consulted: roleTexts.consulted, guest: roleTexts.guest } },
    class: { as: 'choice', label: texts.classLabel, options: classTexts },
    reason: { as: 'area', label: texts.involveWhy, hint: texts.involveWhyHint, rows: 2 },
    untilOn: { as: 'day', label: texts.untilLabel, hint: texts.untilHint },
  },
  audit: 'C',
  find: findCase,
  may: mayWork,
  discreet: discreetly('reason'),
  hindrance: closedAlready,
  choices: async (ctx) => ({ personId: (await colleagues(ctx.db)).map((one) => ({ value: one.id, label: `${one.name}, ${one.organization}` })) }),
  prefill: (record) => ({ role: 'member', class: '3', untilOn: addDays(dayOf(record.facts.at), halfAYear) }),
  run: async (ctx, record, it) => {
    notBefore(addDays(dayOf(ctx.now), 1), 'untilOn', it.untilOn)
    const person = (await colleagues(ctx.db)).find((one) => one.id === it.personId)
    if (!person) throw notFound()
    // Who stands around the team takes part for their own organisation: consent for the team is no consent for them.
    const member = await ctx.db.selectFrom('teamMembers').where('teamId', '=', record.teamId).where('personId', '=', it.personId).where('ring', '=', 'core').where('untilOn', 'is', null).select('personId').executeTakeFirst()
    await ctx.db
      .insertInto('involvements')
      .values({
        municipalityId: ctx.actor.municipalityId, id: randomUUID(), caseId: record.id, personId: it.personId, organizationId: person.organizationId, teamId: member ? record.teamId : null,
        role: it.role, class: Number(it.class), purpose: record.purpose, reason: it.reason, fromAt: ctx.now, untilAt: momentOf(it.untilOn), addedBy: ctx.actor.id,
      })
      .execute()
  },
  done: texts.involved,
})

type PartyRecord = { record: CaseRecord; party: Party }

async function findParty(reading: Reading, { caseId, involvementId }: { caseId: string; involvementId: string }): Promise<PartyRecord> {
  const record = await findCase(reading, { caseId })
  const party = record.parties.find((it) => it.id === involvementId)
  if (!party) throw notFound()
  return { record, party }
}

/** Ends somebody's part at once. Everybody may end their own; the owner may end every other. */
export const involvementEnded = act({
  name: 'cases.end-involvement',
  at: '/cases/:caseId/involvements/:involvementId/end',
  page: '/casussen/:caseId/betrokken/:involvementId/einde',
  title: texts.endPartTitle,
  submit: texts.endPartSubmit,
  destructive: true,
  input: nothing,
  form: {},
  output: onCase.output,
  find: findParty,
  may: (actor, { record, party }) => mayWork(actor, record) && (party.personId === actor.id || mayDecide(actor, record)),
  about: ({ record }) => [record.id],
  hindrance: ({ record, party }) => {
    if (!inForce(party, record.facts.at)) return notNow('case.part-over', texts.partOver)
    return party.personId === record.ownerId && record.state !== 'closed' ? notNow('case.owner-stays', texts.ownerStays) : undefined
  },
  intro: ({ party }) => `${party.name}, ${party.organization}`,
  run: async (ctx, { party }) => {
    await ctx.db.updateTable('involvements').set({ endedAt: ctx.now }).where('id', '=', party.id).execute()
  },
  present: (_ctx, _done, { record }) => ({ caseId: record.id }),
  next: (it) => `/casussen/${it.caseId}`,
  done: texts.partEnded,
})
