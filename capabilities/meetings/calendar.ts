import { type Context as HonoContext, Hono } from 'hono'
import type pg from 'pg'
import { generateIcsCalendar } from 'ts-ics'
import { inContext } from '../../platform/context.ts'
import { momentOf } from '../../platform/dates.ts'
import { notFound, Refusal } from '../../platform/refusal.ts'
import { callerOf, checkPath } from '../../platform/request.ts'
import type { Settings } from '../../platform/server-settings.ts'
import { say } from '../../platform/texts.ts'
import { maySeeMeeting } from './policy.ts'
import { findMeeting, type MeetingRecord } from './record.ts'
import { calendarTexts } from './texts.ts'

const minute = 60_000

/**
 * A meeting for somebody's own calendar, which others may look into: that there is a meeting, when and where.
 * No name of series, team, case or person, whatever somebody typed there.
 */
export function calendarOf(meeting: Pick<MeetingRecord, 'id' | 'onDay' | 'startsAt' | 'minutes' | 'place' | 'version'>, origin: string, now: Date): string {
  const start = momentOf(meeting.onDay, meeting.startsAt)
  return generateIcsCalendar({
    version: '2.0',
    prodId: '-//Schakelbord//Overleg//NL',
    method: 'PUBLISH',
    events: [
      {
        uid: `${meeting.id}@schakelbord`,
        stamp: { date: now },
        start: { date: start },
        end: { date: new Date(start.getTime() + meeting.minutes * minute) },
        summary: say(calendarTexts.summary),
        location: meeting.place,
        description: say(calendarTexts.description),
        url: `${origin}/overleg/${meeting.id}`,
        class: 'PRIVATE',
        status: 'CONFIRMED',
        sequence: meeting.version,
      },
    ],
  })
}

/** The file that puts a meeting in somebody's own calendar. */
export function meetingCalendarRoutes({ pool, settings }: { pool: pg.Pool; settings: Settings }): Hono {
  const app = new Hono()
  app.get('/overleg/:meetingId/overleg.ics', async (c: HonoContext) => {
    const { meetingId = '' } = checkPath({ meetingId: c.req.param('meetingId') ?? '' })
    const caller = callerOf(c, settings)
    const file = await inContext(
      pool,
      caller,
      { name: 'meetings.take-along', action: 'R' },
      null,
      (reading) => findMeeting(reading, { meetingId }),
      async ({ actor }, meeting) => {
        if (actor.kind !== 'worker' || !maySeeMeeting(actor, meeting)) throw notFound()
        return { result: calendarOf(meeting, settings.origin, caller.now), subjects: [meeting.id] }
      },
      (actor) => {
        if (actor.kind === 'visitor') throw new Refusal(401, 'session.needed', calendarTexts.signIn)
      },
    )
    return c.body(file, 200, { 'Content-Type': 'text/calendar; charset=utf-8', 'Content-Disposition': 'attachment; filename="overleg.ics"', 'Cache-Control': 'no-store' })
  })
  return app
}
