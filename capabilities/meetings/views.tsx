import { z } from 'zod'
import { openActs, view } from '../../platform/act.ts'
import type { Staff } from '../../platform/actor.ts'
import type { Context, Reading } from '../../platform/context.ts'
import { longDay, minutesLater } from '../../platform/dates.ts'
import { say } from '../../platform/texts.ts'
import { line, nothing } from '../../platform/validation.ts'
import { ButtonLink } from '../../ui/buttons.tsx'
import { actionsAgreedIn, caseHref, earlierActions, questionOf } from '../cases/index.ts'
import { comingWeek } from '../directory/index.ts'
import { readBack } from './agreements.ts'
import { agendaComposed, caseAdded, topicAdded } from './agenda.ts'
import { meetingEnded } from './closing.ts'
import { guestInvited, invitationAnswered, invitationsSent } from './invitations.ts'
import { earlier, lately } from './earlier.ts'
import { MeetingPage } from './MeetingPage.tsx'
import { MeetingsPage } from './MeetingsPage.tsx'
import { notesOf } from './minutes.ts'
import { PointPage } from './PointPage.tsx'
import { mayHear, mayKnowPoint, mayLead, maySeeMeeting } from './policy.ts'
import { type AgendaItem, findItem, findMeeting, type MeetingRecord } from './record.ts'
import { meetingStarted } from './running.ts'
import { type ShownAgreement, type ShownItem, type ShownMeeting, type ShownPoint, shownMeeting, shownPoint } from './shown.ts'
import { passed, timeLeft } from './time.ts'
import { texts } from './texts.ts'

const shownLine = z.object({
  id: z.uuid(),
  name: z.string(),
  onDay: z.iso.date(),
  startsAt: z.string(),
  place: z.string(),
  state: z.enum(['planned', 'invited', 'running', 'held']),
  items: z.number(),
  coming: z.number(),
  asked: z.number(),
})

const listed = async ({ db }: Reading) => {
  const meetings = await db
    .selectFrom('meetings as m')
    .innerJoin('meetingSeries as s', (join) => join.onRef('s.municipalityId', '=', 'm.municipalityId').onRef('s.id', '=', 'm.seriesId'))
    .orderBy('m.onDay', 'desc')
    .orderBy('m.startsAt', 'desc')
    .limit(50)
    .select((on) => [
      'm.id', 's.name', 'm.onDay', 'm.startsAt', 'm.place', 'm.state', 'm.teamId',
      on.selectFrom('agendaItems as a').whereRef('a.meetingId', '=', 'm.id').select((each) => each.fn.countAll<number>().as('n')).as('items'),
    ])
    .execute()
  const ids = meetings.map((it) => it.id)
  const invitees = ids.length === 0 ? [] : await db.selectFrom('meetingInvitees').where('meetingId', 'in', ids).select(['meetingId', 'personId', 'answer']).execute()
  return meetings.map((it) => ({ ...it, invitees: invitees.filter((one) => one.meetingId === it.id) }))
}

/** Meetings of my teams and those to which I am invited. */
export const meetingsListed = view({
  name: 'meetings.list',
  at: '/meetings',
  path: '/overleg',
  title: texts.meetings,
  query: nothing,
  output: z.object({ meetings: z.array(shownLine), mayPlan: z.boolean() }),
  find: listed,
  may: (actor) => actor.kind === 'worker',
  each: (actor, one) => maySeeMeeting(actor, one),
  about: (meetings) => meetings.map((it) => it.id),
  present: (ctx, meetings) => ({
    meetings: meetings.map(({ invitees, teamId: _team, ...it }) => ({
      ...it,
      startsAt: it.startsAt.slice(0, 5),
      items: it.items ?? 0,
      coming: invitees.filter((one) => one.answer === 'yes').length,
      asked: invitees.length,
    })),
    mayPlan: ctx.actor.coordinates.length > 0,
  }),
  page: ({ meetings, mayPlan }, { now }) => <MeetingsPage meetings={meetings} mayPlan={mayPlan} now={now} />,
})

const shownItem = (actor: Staff, meeting: MeetingRecord, item: AgendaItem): ShownItem => {
  const people = meeting.invitees.map(({ personId, name, organization }) => ({ id: personId, name, organization }))
  const hears = mayHear(actor, { meeting, item })
  const { id, position, kind, topic, minutes, state, caseId, caseNumber, openedAt } = item
  return {
    id, position, kind, topic, minutes, state, caseNumber, hears,
    openedAt: openedAt?.toISOString() ?? null,
    caseHref: hears && caseId ? caseHref(caseId) : null,
    hearers: people.filter((one) => item.hearers.includes(one.id)),
    notHearing: people.filter((one) => !item.hearers.includes(one.id)),
    removeHref: state === 'waiting' && meeting.state !== 'held' && mayLead(actor, meeting) ? `/overleg/${meeting.id}/punt/${id}/weg` : null,
  }
}

/** What was agreed at the points that the actor may hear, and by the team. */
async function agreementsOf(ctx: Context<Staff>, meeting: MeetingRecord): Promise<ShownAgreement[]> {
  const hears = (caseId: string) => meeting.items.some((item) => item.caseId === caseId && mayHear(ctx.actor, { meeting, item }))
  const tasks = ctx.db
    .selectFrom('teamTasks as t')
    .innerJoin('people as p', (join) => join.onRef('p.municipalityId', '=', 't.municipalityId').onRef('p.id', '=', 't.ownerId'))
    .where('t.meetingId', '=', meeting.id)
    .orderBy('t.dueOn')
    .select(['t.what', 'p.name as taker', 't.dueOn', 't.state'])
    .execute()
  const [ofCases, ofTeam] = await Promise.all([actionsAgreedIn(ctx.db, meeting.id), tasks])
  return [...ofCases.filter(({ caseId }) => hears(caseId)), ...ofTeam.map(({ state, ...task }) => ({ ...task, open: state === 'open', caseId: null, caseNumber: null }))]
}

const prepares = [invitationsSent, meetingStarted, invitationAnswered, agendaComposed, caseAdded, topicAdded, guestInvited, meetingEnded]

async function followingOf({ db }: Context<Staff>, { seriesId, onDay, state }: MeetingRecord): Promise<ShownMeeting['following']> {
  if (state !== 'held') return null
  const next = await db.selectFrom('meetings').where('seriesId', '=', seriesId).where('onDay', '>', onDay).orderBy('onDay').limit(1).select(['id', 'onDay']).executeTakeFirst()
  return next ? { href: `/overleg/${next.id}`, onDay: next.onDay } : null
}

const [mostNear, daysNear] = [12, 14]
/** What is on in the area of the team, for its report. */
async function activitiesOf(ctx: Context<Staff>, { teamId, state }: MeetingRecord): Promise<ShownMeeting['activities']> {
  if (state !== 'held') return null
  const area = await ctx.db.selectFrom('teams as t').innerJoin('areas as a', (join) => join.onRef('a.municipalityId', '=', 't.municipalityId').onRef('a.id', '=', 't.areaId')).where('t.id', '=', teamId).select('a.slug').executeTakeFirst()
  return (await comingWeek(ctx, area?.slug, mostNear, daysNear)).activities
}

async function presented(ctx: Context<Staff>, meeting: MeetingRecord): Promise<ShownMeeting> {
  const { id, name, goal, onDay, startsAt, minutes, place, everyWeeks, state, version } = meeting
  const [agreements, following, activities] = await Promise.all([agreementsOf(ctx, meeting), followingOf(ctx, meeting), activitiesOf(ctx, meeting)])
  return {
    id, name, goal, onDay, startsAt, minutes, place, everyWeeks, state, version,
    endsAt: minutesLater(startsAt, minutes),
    invitees: meeting.invitees.map(({ personId, ...one }) => ({ ...one, id: personId })),
    items: meeting.items.filter((item) => mayKnowPoint(ctx.actor, { meeting, item })).map((item) => shownItem(ctx.actor, meeting, item)),
    agreements,
    activities,
    following,
    acts: openActs(prepares, ctx.actor, meeting, { meetingId: id }),
    answered: meeting.invitees.every((one) => one.personId !== ctx.actor.id || one.answer !== 'open'),
    calendarHref: state === 'held' ? null : `/overleg/${id}/overleg.ics`,
    packHref: state === 'held' ? null : `/overleg/${id}/mapje`,
  }
}

/** One meeting with its agenda, who may hear which point, who comes, and what was agreed. */
export const meetingViewed = view({
  name: 'meetings.view',
  at: '/meetings/:meetingId',
  path: '/overleg/:meetingId',
  title: (meeting) => ({ nl: `${meeting.name}, ${meeting.onDay}`, en: `${meeting.name}, ${meeting.onDay}` }),
  query: nothing,
  output: shownMeeting,
  find: findMeeting,
  may: maySeeMeeting,
  about: (meeting, shown) => [...new Set([meeting.id, ...meeting.items.flatMap((item) => item.caseId ?? []), ...shown.agreements.flatMap((it) => it.caseId ?? [])])],
  version: (meeting) => meeting.version,
  present: presented,
  page: (meeting, { now }) => <MeetingPage meeting={meeting} now={now} />,
})

async function presentPoint(ctx: Context<Staff>, { meeting, item }: { meeting: MeetingRecord; item: AgendaItem }, { zin }: { zin?: string }): Promise<ShownPoint> {
  const hears = mayHear(ctx.actor, { meeting, item })
  const [shown, notes, before, question, agreed] = await Promise.all([
    presented(ctx, meeting),
    hears ? notesOf(ctx.db, item.id) : [],
    hears ? earlier(ctx.db, item, meeting.id) : [],
    hears && item.caseId ? questionOf(ctx.db, item.caseId) : null,
    hears && item.caseId ? earlierActions(ctx.db, item.caseId, meeting.id, new Date(ctx.now.getTime() - lately)) : [],
  ])
  const index = shown.items.findIndex((one) => one.id === item.id)
  return {
    meeting: shown,
    item: shownItem(ctx.actor, meeting, item),
    question,
    notes: notes.map(({ body, writtenAt, writer }) => ({ body, writtenAt: writtenAt.toISOString(), writer })),
    before,
    agreed,
    line: hears && meeting.state === 'running' ? readBack({ meeting, item }, zin, ctx.now) : null,
    mayLead: mayLead(ctx.actor, meeting),
    previousId: shown.items[index - 1]?.id ?? null,
    nextId: shown.items[index + 1]?.id ?? null,
  }
}

/** One point of a meeting. Who may not hear it sees its number and who may, nothing else. */
export const pointViewed = view({
  name: 'meetings.view-item',
  at: '/meetings/:meetingId/items/:itemId',
  path: '/overleg/:meetingId/punt/:itemId',
  title: ({ meeting, item }) => texts.pointTitle(item.position, meeting.name),
  frame: 'meeting',
  query: z.strictObject({ zin: line(300).optional() }),
  output: shownPoint,
  find: findItem,
  may: mayKnowPoint,
  about: ({ meeting, item }) => (item.caseId ? [meeting.id, item.caseId] : [meeting.id]),
  present: presentPoint,
  bar: ({ meeting, item, mayLead: leads }, { now }) => {
    const left = item.state === 'open' ? timeLeft(item.minutes, item.openedAt, now) : undefined
    return {
      name: meeting.name,
      where: say(texts.whichPoint(longDay(meeting.onDay), item.position, meeting.items.length)),
      left: left ? { time: left, words: say(texts.left) } : undefined,
      segments: meeting.items.map((one) => ({ minutes: one.minutes, passed: passed(one, now) })),
      homeHref: `/overleg/${meeting.id}`,
      act:
        leads && meeting.state === 'running' ? (
          <ButtonLink look="panel" href={`/overleg/${meeting.id}/einde`}>
            {say(texts.endTitle)}
          </ButtonLink>
        ) : null,
    }
  },
  page: (shown, { now }) => <PointPage {...shown} now={now} />,
})
