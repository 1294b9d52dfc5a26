import { z } from 'zod'
import { act } from '../../platform/act.ts'
import { addDays, dayOf } from '../../platform/dates.ts'
import { id } from '../../platform/validation.ts'
import { agreeTask } from './agreements.ts'
import { aboutMeeting } from './about.ts'
import { notRunning } from './hindrances.ts'
import { mayLead } from './policy.ts'
import { findMeeting } from './record.ts'
import { nextDay, planMeeting } from './series.ts'
import { say } from '../../platform/texts.ts'
import { texts } from './texts.ts'

const approachWithin = 5

/**
 * The meeting is over: who was there, a task to approach each member who was not, and the next date with its agenda.
 */
export const meetingEnded = act({
  name: 'meetings.end',
  at: '/meetings/:meetingId/end',
  page: '/overleg/:meetingId/einde',
  title: texts.endTitle,
  submit: texts.endSubmit,
  input: z.strictObject({ attended: z.array(id()).min(1) }),
  form: { attended: { as: 'picks', label: texts.attendedLabel, hint: texts.attendedHint } },
  output: z.object({ href: z.string(), nextMeetingId: z.uuid() }),
  find: findMeeting,
  may: mayLead,
  about: (meeting) => [meeting.id],
  version: (meeting) => meeting.version,
  hindrance: notRunning,
  choices: async (_ctx, meeting) => ({ attended: meeting.invitees.map((one) => ({ value: one.personId, label: one.organization ? `${one.name}, ${one.organization}` : one.name })) }),
  prefill: (meeting) => ({ attended: meeting.invitees.filter((one) => one.answer === 'yes').map((one) => one.personId) }),
  intro: (meeting) => aboutMeeting(meeting),
  run: async (ctx, meeting, { attended }) => {
    const { db, now, actor } = ctx
    const there = new Set(attended)
    for (const invitee of meeting.invitees) {
      await db.updateTable('meetingInvitees').set({ attended: there.has(invitee.personId) }).where('meetingId', '=', meeting.id).where('personId', '=', invitee.personId).execute()
    }
    await db.updateTable('agendaItems').set({ state: 'done', doneAt: now }).where('meetingId', '=', meeting.id).where('state', '=', 'open').execute()
    await db.updateTable('meetings').set({ state: 'held', endedAt: now, version: meeting.version + 1 }).where('id', '=', meeting.id).execute()
    for (const absent of meeting.invitees.filter((one) => !there.has(one.personId))) {
      await agreeTask(ctx, {
        teamId: meeting.teamId,
        meetingId: meeting.id,
        what: say(texts.approach(absent.name)),
        why: say(texts.approachWhy(meeting.name)),
        ownerId: actor.id,
        dueOn: addDays(dayOf(now), approachWithin),
      })
    }
    const participants = await db.selectFrom('seriesParticipants').where('seriesId', '=', meeting.seriesId).select('personId').execute()
    const onDay = nextDay(meeting.onDay, meeting.everyWeeks, dayOf(now))
    return planMeeting(ctx, { ...meeting, id: meeting.seriesId, participants: participants.map((one) => one.personId) }, onDay)
  },
  present: (_ctx, nextMeetingId, meeting) => ({ href: `/overleg/${meeting.id}`, nextMeetingId }),
  next: (it) => it.href,
  done: texts.ended,
})
