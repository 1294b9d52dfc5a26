import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { act } from '../../platform/act.ts'
import type { Staff } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import type { Db } from '../../platform/db.ts'
import { addDays, dayOf } from '../../platform/dates.ts'
import { invalid, notAllowed } from '../../platform/refusal.ts'
import { day, id, line, prose } from '../../platform/validation.ts'
import { newCaseNumber } from './number.ts'
import { ageBands, livesHow, questionKinds, roleTexts, sexes, texts, themes, urgencies } from './texts.ts'

/** What has to be known to open a case. Nothing in it says who it is about. */
export type NewCase = {
  teamId: string
  urgency: 'normal' | 'soon' | 'now'
  themes: readonly string[]
  questionKind: keyof typeof questionKinds
  question: string | null
  introducedBy: string | null
  nextOn: string
  sex?: keyof typeof sexes
  ageBand?: keyof typeof ageBands
  livingSituation?: string | null
  /** a core member of the team who said yes; the actor when left out */
  ownerId?: string
}

const involvedFor = 182

/** The organisation for which somebody is a core member of a team. @throws Refusal 403 when nobody like that is in it */
async function organizationIn(db: Db, teamId: string, personId: string): Promise<string> {
  const member = await db.selectFrom('teamMembers').where('teamId', '=', teamId).where('personId', '=', personId).where('ring', '=', 'core').where('untilOn', 'is', null).select('organizationId').executeTakeFirst()
  if (!member) throw notAllowed('cases.open')
  return member.organizationId
}

/**
 * Opens an anonymous case in the first step, with the actor as owner or, for another owner, as the one who brought it in.
 *
 * @throws Refusal 403 when the actor or the owner is no core member of the team, or the actor works for no purpose
 */
export async function openCase(ctx: Context<Staff>, it: NewCase): Promise<{ id: string; number: string }> {
  const { db, now, actor } = ctx
  const { municipalityId, purpose } = actor
  if (!purpose || !actor.teams.includes(it.teamId)) throw notAllowed('cases.open')
  const ownerId = it.ownerId ?? actor.id
  const ownerWorksFor = ownerId === actor.id ? actor.organizationId : await organizationIn(db, it.teamId, ownerId)
  const own = { municipalityId, caseId: randomUUID() }
  const number = newCaseNumber()
  const today = dayOf(now)
  await db
    .insertInto('cases')
    .values({ municipalityId, id: own.caseId, number, teamId: it.teamId, purpose, state: 'signal', urgency: it.urgency, ownerId, nextOn: it.nextOn, startedOn: today, openedBy: actor.id, openedAt: now })
    .execute()
  const part = { ...own, teamId: it.teamId, class: 4, purpose, fromAt: now, untilAt: new Date(now.getTime() + involvedFor * 86_400_000), addedBy: actor.id }
  await db
    .insertInto('involvements')
    .values({ ...part, id: randomUUID(), personId: actor.id, organizationId: actor.organizationId, role: ownerId === actor.id ? 'owner' : 'introducer', reason: texts.openedIt.nl })
    .execute()
  await db.insertInto('grounds').values({ ...own, id: randomUUID(), kind: 'anonymous', withIdentity: false, teamId: it.teamId, purpose, fromAt: now, askedBy: actor.id }).execute()
  if (ownerId !== actor.id) {
    await db.insertInto('involvements').values({ ...part, id: randomUUID(), personId: ownerId, organizationId: ownerWorksFor, role: 'owner', reason: roleTexts.owner.nl }).execute()
  }
  await db
    .insertInto('caseContents')
    .values({
      ...own, themes: [...it.themes], questionKind: it.questionKind, question: it.question, introducedBy: it.introducedBy,
      sex: it.sex ?? 'unknown', ageBand: it.ageBand ?? 'unknown', livingSituation: it.livingSituation ?? null,
    })
    .execute()
  await db.insertInto('caseSteps').values({ ...own, step: 1, openedOn: today, openedBy: actor.id }).execute()
  return { id: own.caseId, number }
}

/** Refuses a next date that has passed. @throws Refusal 400 */
export function notBefore(today: string, at: string, value: string): void {
  if (value < today) throw invalid([{ in: 'body', at, code: 'in-the-past', detail: texts.inThePast }])
}

/** A case that somebody brings in without a signal. */
export const caseOpened = act({
  name: 'cases.open',
  at: '/cases',
  page: '/casussen/nieuw',
  title: texts.openTitle,
  submit: texts.openSubmit,
  input: z.strictObject({
    teamId: id(),
    questionKind: z.enum(Object.keys(questionKinds) as [keyof typeof questionKinds]),
    question: prose(200),
    themes: z.array(z.enum(Object.keys(themes) as [keyof typeof themes])).min(1),
    urgency: z.enum(['normal', 'soon', 'now']),
    sex: z.enum(['female', 'male', 'other', 'unknown']),
    ageBand: z.enum(Object.keys(ageBands) as [keyof typeof ageBands]),
    livingSituation: z.enum(Object.keys(livesHow) as [keyof typeof livesHow]).optional(),
    introducedBy: line(120).optional(),
    nextOn: day(),
  }),
  form: {
    teamId: { as: 'pick', label: texts.teamLabel },
    questionKind: { as: 'choice', label: texts.kindLabel, options: questionKinds },
    question: { as: 'area', label: texts.questionLabel, hint: texts.noNames, rows: 3 },
    themes: { as: 'ticks', label: texts.themesLabel, options: themes },
    urgency: { as: 'choice', label: texts.urgencyLabel, options: urgencies },
    sex: { as: 'choice', label: texts.sexLabel, options: sexes },
    ageBand: { as: 'choice', label: texts.ageLabel, options: ageBands },
    livingSituation: { as: 'choice', label: texts.livesLabel, options: livesHow },
    introducedBy: { as: 'text', label: texts.introducedLabel, hint: texts.introducedHint },
    nextOn: { as: 'day', label: texts.nextOnLabel },
  },
  output: z.object({ id: z.uuid(), number: z.string() }),
  audit: 'C',
  find: async (reading) => ({ today: dayOf(reading.now) }),
  may: (actor) => actor.kind === 'worker' && actor.teams.length > 0 && ['professional', 'coordinator'].includes(actor.role) && actor.purpose !== null,
  discreet: { fields: ['question', 'introducedBy'] },
  choices: async (ctx) => {
    const teams = await ctx.db.selectFrom('teams').where('id', 'in', [...ctx.actor.teams]).orderBy('name').select(['id', 'name']).execute()
    return { teamId: teams.map((team) => ({ value: team.id, label: team.name })) }
  },
  prefill: ({ today }) => ({ urgency: 'normal', sex: 'unknown', ageBand: 'unknown', nextOn: addDays(today, 7) }),
  run: (ctx, { today }, it) => {
    notBefore(today, 'nextOn', it.nextOn)
    return openCase(ctx, { ...it, introducedBy: it.introducedBy ?? null })
  },
  about: (_record, done) => (done ? [done.id] : []),
  present: (_ctx, done) => done,
  next: (it) => `/casussen/${it.id}`,
  done: texts.opened,
})
