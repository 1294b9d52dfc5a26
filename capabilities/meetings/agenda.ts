import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { act, type TakeBack } from '../../platform/act.ts'
import type { Context } from '../../platform/context.ts'
import type { Staff } from '../../platform/actor.ts'
import { notFound } from '../../platform/refusal.ts'
import { id, line, nothing } from '../../platform/validation.ts'
import { agendaCandidates } from '../cases/index.ts'
import { aboutMeeting } from './about.ts'
import { heldAlready, underWay } from './hindrances.ts'
import { mayLead } from './policy.ts'
import { type AgendaItem, findItem, findMeeting, type MeetingRecord } from './record.ts'
import { texts } from './texts.ts'
import { namesAt } from './people.ts'

const order = { now: 0, soon: 1, normal: 2 } as const
const runningMinutes = 10
const newMinutes = 20
const topicMinutes = 15

/**
 * Puts open cases on the agenda that are not on it yet: first the running ones with their results, then at most so many new ones,
 * the most urgent first, then the topic that always comes back.
 */
export async function composeAgenda(ctx: Context<Staff>, meeting: Pick<MeetingRecord, 'id' | 'teamId' | 'mostNewCases' | 'fixedTopic' | 'items'>): Promise<void> {
  const known = new Set(meeting.items.map((item) => item.caseId))
  const candidates = (await agendaCandidates(ctx.db, meeting.teamId)).filter((one) => !known.has(one.id))
  const urgentFirst = candidates.toSorted((a, b) => order[a.urgency] - order[b.urgency])
  const running = urgentFirst.filter((one) => one.inPortfolio).map((one) => ({ kind: 'running-case' as const, caseId: one.id, topic: null, minutes: runningMinutes }))
  const room = meeting.mostNewCases - meeting.items.filter((item) => item.kind === 'new-case').length
  const fresh = urgentFirst.filter((one) => !one.inPortfolio).slice(0, Math.max(0, room)).map((one) => ({ kind: 'new-case' as const, caseId: one.id, topic: null, minutes: newMinutes }))
  const fixed = meeting.fixedTopic && !meeting.items.some((item) => item.topic === meeting.fixedTopic) ? [{ kind: 'topic' as const, caseId: null, topic: meeting.fixedTopic, minutes: topicMinutes }] : []
  const last = meeting.items.reduce((most, item) => Math.max(most, item.position), 0)
  const added = [...running, ...fresh, ...fixed].map((item, index) => ({ ...item, id: randomUUID(), municipalityId: ctx.actor.municipalityId, meetingId: meeting.id, position: last + index + 1 }))
  if (added.length > 0) await ctx.db.insertInto('agendaItems').values(added).execute()
  await putInOrder(ctx, [...meeting.items, ...added.map((item) => ({ ...item, state: 'waiting' as const }))])
}

const rank = { 'running-case': 0, 'new-case': 1, topic: 2 } as const

/** Running cases and results first, then new cases, then topics; what was dealt with keeps its place. */
async function putInOrder(ctx: Context<Staff>, items: readonly { id: string; kind: keyof typeof rank; position: number; state: string }[]): Promise<void> {
  const wanted = items.toSorted((a, b) => rank[a.kind] - rank[b.kind] || a.position - b.position)
  for (const [index, item] of wanted.entries()) {
    if (item.position !== index + 1) await ctx.db.updateTable('agendaItems').set({ position: index + 1 }).where('id', '=', item.id).execute()
  }
}

const shown = z.object({ href: z.string() })
const toMeeting = (meetingId: string) => ({ href: `/overleg/${meetingId}` })

/** The coordinator lets the agenda be filled again from open cases. */
export const agendaComposed = act({
  name: 'meetings.compose-agenda',
  at: '/meetings/:meetingId/compose-agenda',
  page: '/overleg/:meetingId/agenda',
  title: texts.composeTitle,
  submit: texts.composeSubmit,
  input: nothing,
  form: {},
  output: shown,
  find: findMeeting,
  may: mayLead,
  about: (meeting) => [meeting.id],
  hindrance: heldAlready,
  intro: (meeting) => aboutMeeting(meeting),
  run: composeAgenda,
  present: (_ctx, _done, meeting) => toMeeting(meeting.id),
  next: (it) => it.href,
  done: texts.agendaComposed,
})

/** A subject that is not about one resident. */
export const topicAdded = act({
  name: 'meetings.add-topic',
  at: '/meetings/:meetingId/add-topic',
  page: '/overleg/:meetingId/onderwerp',
  title: texts.topicTitle,
  submit: texts.topicSubmit,
  input: z.strictObject({ topic: line(120), minutes: z.number().int().min(1).max(120) }),
  form: { topic: { as: 'text', label: texts.topicLabel, hint: texts.topicHint }, minutes: { as: 'number', label: texts.minutesLabel, unit: texts.minutesUnit } },
  output: shown,
  find: findMeeting,
  may: mayLead,
  discreet: { fields: ['topic'], known: namesAt },
  about: (meeting) => [meeting.id],
  hindrance: heldAlready,
  prefill: () => ({ minutes: topicMinutes }),
  intro: (meeting) => aboutMeeting(meeting),
  run: async (ctx, meeting, { topic, minutes }) => {
    const position = meeting.items.reduce((most, item) => Math.max(most, item.position), 0) + 1
    await ctx.db.insertInto('agendaItems').values({ municipalityId: ctx.actor.municipalityId, id: randomUUID(), meetingId: meeting.id, position, kind: 'topic', topic, minutes }).execute()
  },
  present: (_ctx, _done, meeting) => toMeeting(meeting.id),
  next: (it) => it.href,
  done: texts.topicAdded,
})

/** One more case than the agenda took by itself: the coordinator decides. */
export const caseAdded = act({
  name: 'meetings.add-case',
  at: '/meetings/:meetingId/add-case',
  page: '/overleg/:meetingId/casus',
  title: texts.addCaseTitle,
  submit: texts.addCaseSubmit,
  input: z.strictObject({ caseId: id() }),
  form: { caseId: { as: 'pick', label: texts.caseLabel } },
  output: shown,
  find: findMeeting,
  may: mayLead,
  about: (meeting) => [meeting.id],
  hindrance: heldAlready,
  choices: async (ctx, meeting) => {
    const known = new Set(meeting.items.map((item) => item.caseId))
    return { caseId: (await agendaCandidates(ctx.db, meeting.teamId)).filter((one) => !known.has(one.id)).map((one) => ({ value: one.id, label: one.number })) }
  },
  intro: (meeting) => aboutMeeting(meeting),
  run: async (ctx, meeting, { caseId }) => {
    const candidate = (await agendaCandidates(ctx.db, meeting.teamId)).find((one) => one.id === caseId)
    if (!candidate) throw notFound()
    const item = {
      municipalityId: ctx.actor.municipalityId,
      id: randomUUID(),
      meetingId: meeting.id,
      position: meeting.items.length + 1,
      kind: candidate.inPortfolio ? ('running-case' as const) : ('new-case' as const),
      caseId,
      minutes: candidate.inPortfolio ? runningMinutes : newMinutes,
    }
    await ctx.db.insertInto('agendaItems').values(item).execute()
    await putInOrder(ctx, [...meeting.items, { ...item, state: 'waiting' }])
  },
  present: (_ctx, _done, meeting) => toMeeting(meeting.id),
  next: (it) => it.href,
  done: texts.caseAdded,
})

/** How a point that was taken off comes back: at the end of its kind. */
const putBack = (meetingId: string, { caseId, topic, minutes }: Pick<AgendaItem, 'caseId' | 'topic' | 'minutes'>): TakeBack =>
  caseId ? { action: `/overleg/${meetingId}/casus`, fields: { caseId } } : { action: `/overleg/${meetingId}/onderwerp`, fields: { topic: topic ?? '', minutes: String(minutes) } }

/** Takes a point off that nobody has dealt with yet. */
export const itemRemoved = act({
  name: 'meetings.remove-item',
  at: '/meetings/:meetingId/items/:itemId/remove',
  page: '/overleg/:meetingId/punt/:itemId/weg',
  title: texts.removeTitle,
  submit: texts.removeSubmit,
  destructive: true,
  input: nothing,
  form: {},
  output: shown.extend({ putBack: z.object({ action: z.string(), fields: z.record(z.string(), z.string()) }) }),
  audit: 'D',
  find: findItem,
  may: (actor, { meeting }) => mayLead(actor, meeting),
  about: ({ meeting, item }) => (item.caseId ? [meeting.id, item.caseId] : [meeting.id]),
  hindrance: ({ item }) => underWay(item),
  intro: ({ meeting, item }) => `${item.topic ?? item.caseNumber}. ${aboutMeeting(meeting)}`,
  run: async (ctx, { item }) => {
    await ctx.db.deleteFrom('agendaItems').where('id', '=', item.id).execute()
  },
  present: (_ctx, _done, { meeting, item }) => ({
    ...toMeeting(meeting.id),
    putBack: putBack(meeting.id, item),
  }),
  undo: (it) => it.putBack,
  next: (it) => it.href,
  done: texts.itemRemoved,
})
