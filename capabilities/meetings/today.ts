import { sql } from 'kysely'
import type { Staff } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import { dayOf, minutesLater } from '../../platform/dates.ts'

/** A task of the team that the actor took upon them. */
export type MyTask = { id: string; what: string; dueOn: string; href: string }
/** The next meeting to which the actor is asked. */
export type NextMeeting = { id: string; name: string; onDay: string; startsAt: string; endsAt: string; minutes: number; place: string; state: string; answer: 'open' | 'yes' | 'no'; items: number; /** cases on the agenda that the actor may hear */ mine: number; coming: number; asked: number; href: string }

/** Open tasks of the actor, the earliest first. */
export async function myTasks({ db, actor }: Context<Staff>): Promise<MyTask[]> {
  const tasks = await db.selectFrom('teamTasks').where('ownerId', '=', actor.id).where('state', '=', 'open').orderBy('dueOn').limit(100).select(['id', 'what', 'dueOn']).execute()
  return tasks.map((task) => ({ ...task, href: `/overleg/taak/${task.id}` }))
}

/** Meetings from today on to which the actor is asked, the first one first. */
export async function myMeetings({ db, actor, now }: Context<Staff>, most = 5): Promise<NextMeeting[]> {
  const meetings = await db
    .selectFrom('meetingInvitees as i')
    .innerJoin('meetings as m', (join) => join.onRef('m.municipalityId', '=', 'i.municipalityId').onRef('m.id', '=', 'i.meetingId'))
    .innerJoin('meetingSeries as s', (join) => join.onRef('s.municipalityId', '=', 'm.municipalityId').onRef('s.id', '=', 'm.seriesId'))
    .where('i.personId', '=', actor.id)
    .where('m.state', '!=', 'held')
    .where('m.onDay', '>=', dayOf(now))
    .orderBy('m.onDay')
    .orderBy('m.startsAt')
    .limit(most)
    .select((on) => [
      'm.id', 's.name', 'm.onDay', 'm.startsAt', 'm.minutes', 'm.place', 'm.state', 'i.answer',
      on.selectFrom('agendaItems as a').whereRef('a.meetingId', '=', 'm.id').select((each) => each.fn.countAll<number>().as('n')).as('items'),
      on.selectFrom('agendaItems as a').innerJoin('caseContents as k', (join) => join.onRef('k.municipalityId', '=', 'a.municipalityId').onRef('k.caseId', '=', 'a.caseId')).whereRef('a.meetingId', '=', 'm.id').select((each) => each.fn.countAll<number>().as('n')).as('mine'),
      on.selectFrom('meetingInvitees as c').whereRef('c.meetingId', '=', 'm.id').where('c.answer', '=', 'yes').select((each) => each.fn.countAll<number>().as('n')).as('coming'),
      on.selectFrom('meetingInvitees as c').whereRef('c.meetingId', '=', 'm.id').select((each) => each.fn.countAll<number>().as('n')).as('asked'),
    ])
    .execute()
  return meetings.map((it) => ({ ...it, items: it.items ?? 0, mine: it.mine ?? 0, coming: it.coming ?? 0, asked: it.asked ?? 0, startsAt: it.startsAt.slice(0, 5), endsAt: minutesLater(it.startsAt.slice(0, 5), it.minutes), href: `/overleg/${it.id}` }))
}

/** How many invitations the actor has not answered yet. */
export async function countOpenInvitations({ db }: Context<Staff>): Promise<number> {
  const { rows } = await sql<{ count: number }>`select ctx.invitations_waiting() as count`.execute(db)
  return rows[0]?.count ?? 0
}
