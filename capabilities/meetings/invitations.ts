import { z } from 'zod'
import { act, notNow } from '../../platform/act.ts'
import { id, nothing } from '../../platform/validation.ts'
import { aboutMeeting } from './about.ts'
import { heldAlready } from './hindrances.ts'
import { colleagues } from './people.ts'
import { mayAnswer, mayLead } from './policy.ts'
import { findMeeting } from './record.ts'
import { texts } from './texts.ts'

const shown = z.object({ href: z.string() })

/** The invitation goes out: from now on it stands on the Today page of everybody who is asked. */
export const invitationsSent = act({
  name: 'meetings.invite',
  at: '/meetings/:meetingId/invite',
  page: '/overleg/:meetingId/uitnodigen',
  title: texts.inviteTitle,
  submit: texts.inviteSubmit,
  input: nothing,
  form: {},
  output: shown,
  find: findMeeting,
  may: mayLead,
  about: (meeting) => [meeting.id],
  hindrance: (meeting) => (meeting.state === 'planned' ? undefined : notNow('meeting.invited-already', texts.invitedAlready)),
  intro: (meeting) => aboutMeeting(meeting),
  run: async (ctx, meeting) => {
    await ctx.db.updateTable('meetings').set({ state: 'invited', version: meeting.version + 1 }).where('id', '=', meeting.id).execute()
  },
  present: (_ctx, _done, meeting) => ({ href: `/overleg/${meeting.id}` }),
  next: (it) => it.href,
  done: texts.invited,
})

/** One more person at the table: a guest hears only the points the guest is involved in. */
export const guestInvited = act({
  name: 'meetings.invite-guest',
  at: '/meetings/:meetingId/invite-guest',
  page: '/overleg/:meetingId/gast',
  title: texts.guestTitle,
  submit: texts.guestSubmit,
  input: z.strictObject({ personId: id() }),
  form: { personId: { as: 'pick', label: texts.guestLabel, hint: texts.guestHint } },
  output: shown,
  find: findMeeting,
  may: mayLead,
  about: (meeting) => [meeting.id],
  hindrance: heldAlready,
  choices: async (ctx, meeting) => {
    const seated = new Set(meeting.invitees.map((one) => one.personId))
    const people = await colleagues(ctx.db, [meeting.teamId])
    return { personId: people.filter((one) => !seated.has(one.personId)).map((one) => ({ value: one.personId, label: `${one.name}, ${one.organization}` })) }
  },
  intro: (meeting) => aboutMeeting(meeting),
  run: async (ctx, meeting, { personId }) => {
    await ctx.db.insertInto('meetingInvitees').values({ municipalityId: ctx.actor.municipalityId, meetingId: meeting.id, personId }).execute()
  },
  present: (_ctx, _done, meeting) => ({ href: `/overleg/${meeting.id}` }),
  next: (it) => it.href,
  done: texts.guestInvited,
})

/** "Ik kom" or "Ik kom niet"; it may be changed until the meeting is over. */
export const invitationAnswered = act({
  name: 'meetings.answer',
  at: '/meetings/:meetingId/answer',
  page: '/overleg/:meetingId/antwoord',
  title: texts.answerTitle,
  submit: texts.answerSubmit,
  input: z.strictObject({ answer: z.enum(['yes', 'no']) }),
  form: { answer: { as: 'choice', label: texts.answerLabel, options: { yes: texts.comes, no: texts.comesNot } } },
  output: shown,
  find: findMeeting,
  may: mayAnswer,
  about: (meeting) => [meeting.id],
  hindrance: heldAlready,
  intro: (meeting) => aboutMeeting(meeting),
  run: async (ctx, meeting, { answer }) => {
    await ctx.db.updateTable('meetingInvitees').set({ answer }).where('meetingId', '=', meeting.id).where('personId', '=', ctx.actor.id).execute()
  },
  present: (_ctx, _done, meeting) => ({ href: `/overleg/${meeting.id}` }),
  next: (it) => it.href,
  done: texts.answered,
})
