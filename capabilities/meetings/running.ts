import { z } from 'zod'
import { act, notNow } from '../../platform/act.ts'
import type { Staff } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import { nothing } from '../../platform/validation.ts'
import { aboutMeeting } from './about.ts'
import { notRunning } from './hindrances.ts'
import { mayLead } from './policy.ts'
import { findItem, findMeeting, type MeetingRecord } from './record.ts'
import { texts } from './texts.ts'

const shown = z.object({ href: z.string() })

/** The page of a point, or of the meeting when there is none left. */
const hrefOf = (meetingId: string, itemId?: string): string => (itemId ? `/overleg/${meetingId}/punt/${itemId}` : `/overleg/${meetingId}`)

async function openItem(ctx: Context<Staff>, meeting: MeetingRecord, itemId: string): Promise<void> {
  await ctx.db.updateTable('agendaItems').set({ state: 'done', doneAt: ctx.now }).where('meetingId', '=', meeting.id).where('state', '=', 'open').where('id', '!=', itemId).execute()
  await ctx.db.updateTable('agendaItems').set({ state: 'open', openedAt: ctx.now, doneAt: null }).where('id', '=', itemId).where('state', '!=', 'open').execute()
}

/** The meeting begins, and with it the first point. */
export const meetingStarted = act({
  name: 'meetings.start',
  at: '/meetings/:meetingId/start',
  page: '/overleg/:meetingId/begin',
  title: texts.startTitle,
  submit: texts.startSubmit,
  input: nothing,
  form: {},
  output: shown,
  find: findMeeting,
  may: mayLead,
  about: (meeting) => [meeting.id],
  hindrance: (meeting) => {
    if (meeting.state === 'running' || meeting.state === 'held') return notNow('meeting.begun', texts.begunAlready)
    return meeting.items.length === 0 ? notNow('meeting.no-agenda', texts.noAgenda) : undefined
  },
  intro: (meeting) => aboutMeeting(meeting),
  run: async (ctx, meeting) => {
    await ctx.db.updateTable('meetings').set({ state: 'running', startedAt: ctx.now, version: meeting.version + 1 }).where('id', '=', meeting.id).execute()
    const first = meeting.items[0]
    if (first) await openItem(ctx, meeting, first.id)
    return first?.id
  },
  present: (_ctx, itemId, meeting) => ({ href: hrefOf(meeting.id, itemId) }),
  next: (it) => it.href,
})

/** The table goes to this point; the one before is dealt with. */
export const itemOpened = act({
  name: 'meetings.open-item',
  at: '/meetings/:meetingId/items/:itemId/open',
  page: '/overleg/:meetingId/punt/:itemId/open',
  title: texts.openTitle,
  submit: texts.openSubmit,
  input: nothing,
  form: {},
  output: shown,
  find: findItem,
  may: (actor, { meeting }) => mayLead(actor, meeting),
  about: ({ meeting, item }) => (item.caseId ? [meeting.id, item.caseId] : [meeting.id]),
  hindrance: ({ meeting }) => notRunning(meeting),
  run: (ctx, { meeting, item }) => openItem(ctx, meeting, item.id),
  present: (_ctx, _done, { meeting, item }) => ({ href: hrefOf(meeting.id, item.id) }),
  next: (it) => it.href,
})
