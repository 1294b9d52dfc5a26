import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { act } from '../../platform/act.ts'
import type { Staff } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import { addDays, dayOf } from '../../platform/dates.ts'
import { day, id, line, prose, time } from '../../platform/validation.ts'
import { composeAgenda } from './agenda.ts'
import { colleagues } from './people.ts'
import { texts } from './texts.ts'

/** Makes the meeting of one day with its invitees and agenda. */
export async function planMeeting(
  ctx: Context<Staff>,
  series: { id: string; teamId: string; startsAt: string; minutes: number; place: string; chairId: string; mostNewCases: number; fixedTopic: string | null; participants: readonly string[] },
  onDay: string,
): Promise<string> {
  const { municipalityId } = ctx.actor
  const meetingId = randomUUID()
  const { teamId, startsAt, minutes, place, chairId } = series
  await ctx.db.insertInto('meetings').values({ municipalityId, id: meetingId, seriesId: series.id, teamId, onDay, startsAt, minutes, place, chairId }).execute()
  const invitees = [...new Set([chairId, ...series.participants])].map((personId) => ({ municipalityId, meetingId, personId, answer: personId === chairId ? ('yes' as const) : ('open' as const) }))
  await ctx.db.insertInto('meetingInvitees').values(invitees).execute()
  await composeAgenda(ctx, { ...series, id: meetingId, items: [] })
  return meetingId
}

const input = z.strictObject({
  teamId: id(),
  name: line(80),
  goal: prose(500),
  firstOn: day(),
  startsAt: time(),
  minutes: z.number().int().min(15).max(480),
  everyWeeks: z.number().int().min(1).max(52),
  place: line(120),
  mostNewCases: z.number().int().min(1).max(20),
  fixedTopic: line(120).optional(),
  participants: z.array(id()).min(1).max(60),
})

/** Plans a meeting that comes back, with a goal, a fixed circle and its first agenda. */
export const seriesPlanned = act({
  name: 'meetings.plan',
  at: '/meeting-series',
  page: '/overleg/nieuw',
  title: texts.planTitle,
  submit: texts.planSubmit,
  input,
  form: {
    teamId: { as: 'pick', label: texts.teamLabel },
    name: { as: 'text', label: texts.nameLabel, hint: texts.nameHint },
    goal: { as: 'area', label: texts.goalLabel, hint: texts.goalHint, rows: 3 },
    firstOn: { as: 'day', label: texts.firstOnLabel },
    startsAt: { as: 'time', label: texts.startsAtLabel },
    minutes: { as: 'number', label: texts.lengthLabel, unit: texts.minutesUnit },
    everyWeeks: { as: 'number', label: texts.everyWeeksLabel, unit: texts.weeksUnit },
    place: { as: 'text', label: texts.placeLabel, hint: texts.placeHint },
    mostNewCases: { as: 'number', label: texts.mostNewLabel, hint: texts.mostNewHint },
    fixedTopic: { as: 'text', label: texts.fixedTopicLabel, hint: texts.fixedTopicHint },
    participants: { as: 'picks', label: texts.participantsLabel, hint: texts.participantsHint },
  },
  output: z.object({ id: z.uuid(), href: z.string() }),
  audit: 'C',
  find: async () => null,
  may: (actor) => actor.kind === 'worker' && actor.coordinates.length > 0,
  choices: async (ctx) => {
    const teams = await ctx.db.selectFrom('teams').where('id', 'in', [...ctx.actor.coordinates]).orderBy('name').select(['id', 'name']).execute()
    const people = await colleagues(ctx.db, ctx.actor.coordinates)
    return { teamId: teams.map((team) => ({ value: team.id, label: team.name })), participants: people.map((one) => ({ value: one.personId, label: `${one.name}, ${one.organization}` })) }
  },
  prefill: () => ({ startsAt: '14:00', minutes: 90, everyWeeks: 2, mostNewCases: 2 }),
  amiss: (_record, { firstOn }, now) => (firstOn && firstOn < dayOf(now) ? [{ in: 'body', at: 'firstOn', code: 'in-the-past', detail: texts.inThePast }] : []),
  run: async (ctx, _record, it) => {
    const { municipalityId } = ctx.actor
    const { firstOn, participants, ...own } = it
    const series = { ...own, fixedTopic: own.fixedTopic ?? null, id: randomUUID() }
    await ctx.db.insertInto('meetingSeries').values({ ...series, municipalityId, coordinatorId: ctx.actor.id }).execute()
    await ctx.db.insertInto('seriesParticipants').values(participants.map((personId) => ({ municipalityId, seriesId: series.id, personId }))).execute()
    return planMeeting(ctx, { ...series, chairId: ctx.actor.id, participants }, firstOn)
  },
  about: (_record, done) => (done ? [done] : []),
  present: (_ctx, done) => ({ id: done, href: `/overleg/${done}` }),
  next: (it) => it.href,
  done: texts.planned,
})

/** The day of the next meeting of a series, as many weeks on as it is planned. */
export const nextDay = (onDay: string, everyWeeks: number, today: string): string => {
  let next = addDays(onDay, everyWeeks * 7)
  while (next <= today) next = addDays(next, everyWeeks * 7)
  return next
}
