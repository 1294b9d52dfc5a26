import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { notNow, residentAct } from '../../platform/act.ts'
import type { Resident } from '../../platform/actor.ts'
import type { Reading } from '../../platform/context.ts'
import { addDays, dayOf, momentOf } from '../../platform/dates.ts'
import { invalid, notFound } from '../../platform/refusal.ts'
import { say } from '../../platform/texts.ts'
import { day, nothing } from '../../platform/validation.ts'
import { type CaseRecord, findCase, inForce } from '../cases/index.ts'
import { texts } from './texts.ts'

/** Does this case concern the resident who asks? Decides beside row level security. */
export const isMine = (actor: Resident, record: Pick<CaseRecord, 'id'>): boolean => actor.cases.includes(record.id)

const output = z.object({ href: z.string() })
const back = () => ({ href: '/mijn-plan#wie-mag-wat-zien' })
const quarter = 91

/** Everybody who could be given consent: the team, and organisations of people who take part. */
export const receiversOf = (record: CaseRecord): { value: string; label: string }[] => {
  const organizations = new Map(record.parties.filter((it) => it.teamId === null || it.organizationId).map((it) => [it.organizationId, it.organization]))
  const given = new Map(record.allGrounds.filter((it) => it.organizationId !== null).map((it) => [it.organizationId as string, it.receiver]))
  return [{ value: `team:${record.teamId}`, label: record.team }, ...[...new Map([...organizations, ...given])].map(([id, label]) => ({ value: `organization:${id}`, label }))]
}

type Found = { record: CaseRecord; ground: CaseRecord['allGrounds'][number] }

async function findGround(reading: Reading, { caseId, groundId }: { caseId: string; groundId: string }): Promise<Found> {
  const record = await findCase({ ...reading, forChange: false }, { caseId })
  const ground = record.allGrounds.find((it) => it.id === groundId)
  if (!ground) throw notFound()
  return { record, ground }
}

/** The resident takes a consent back. Whoever read because of it reads nothing from the next request on. */
export const consentTakenBack = residentAct({
  name: 'portal.withdraw-consent',
  at: '/my-plan/:caseId/consents/:groundId/withdraw',
  page: '/mijn-plan/:caseId/toestemming/:groundId/intrekken',
  title: texts.withdrawTitle,
  submit: texts.withdrawSubmit,
  destructive: true,
  input: nothing,
  form: {},
  output,
  find: findGround,
  may: (actor, { record }) => isMine(actor, record),
  about: ({ record }) => [record.id],
  hindrance: ({ record, ground }) => {
    if (ground.kind !== 'consent') return notNow('portal.no-consent', texts.noConsent)
    return inForce(ground, record.facts.at) ? undefined : notNow('portal.consent-over', texts.consentOver)
  },
  intro: ({ ground }) => say(texts.withdrawIntro(ground.receiver)),
  run: async (ctx, { ground }) => {
    await ctx.db.updateTable('grounds').set({ withdrawnAt: ctx.now, withdrawnBy: 'resident' }).where('id', '=', ground.id).execute()
  },
  present: back,
  next: (it) => it.href,
  done: texts.withdrawn,
})

/** The resident gives consent: to whom, and until when. */
export const consentGiven = residentAct({
  name: 'portal.give-consent',
  at: '/my-plan/:caseId/consents',
  page: '/mijn-plan/:caseId/toestemming',
  title: texts.giveTitle,
  submit: texts.giveSubmit,
  input: z.strictObject({ receiver: z.string().min(1).max(60), untilOn: day() }),
  form: { receiver: { as: 'pick', label: texts.receiverLabel }, untilOn: { as: 'day', label: texts.untilLabel } },
  output,
  audit: 'C',
  // A lock needs the right to change the case; a resident gives consent and changes nothing of it.
  find: (reading, params) => findCase({ ...reading, forChange: false }, params),
  may: isMine,
  about: (record) => [record.id],
  hindrance: (record) => (record.state === 'closed' ? notNow('portal.closed', texts.closedAlready) : undefined),
  choices: async (_ctx, record) => ({ receiver: receiversOf(record) }),
  prefill: (record) => ({ untilOn: addDays(dayOf(record.facts.at), quarter) }),
  run: async (ctx, record, { receiver, untilOn }) => {
    if (untilOn <= dayOf(ctx.now)) throw invalid([{ in: 'body', at: 'untilOn', code: 'in-the-past', detail: texts.laterDay }])
    const [kind, id] = receiver.split(':')
    await ctx.db
      .insertInto('grounds')
      .values({
        municipalityId: ctx.actor.municipalityId, id: randomUUID(), caseId: record.id, kind: 'consent', withIdentity: false, teamId: kind === 'team' ? id : null, organizationId: kind === 'organization' ? id : null,
        purpose: record.purpose, explained: texts.explained.nl, manner: 'in-portal', givenBy: 'resident', fromAt: ctx.now, untilAt: momentOf(untilOn),
      })
      .execute()
  },
  present: back,
  next: (it) => it.href,
  done: texts.given,
})
