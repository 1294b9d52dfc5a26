import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { act } from '../../platform/act.ts'
import type { Staff } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import { addDays, dayOf } from '../../platform/dates.ts'
import { day, id, line, prose } from '../../platform/validation.ts'
import { agreeAction } from '../cases/index.ts'
import { notRunning } from './hindrances.ts'
import { readLine } from './line.ts'
import { mayWrite } from './policy.ts'
import { findItem, type ItemRecord } from './record.ts'
import { texts } from './texts.ts'
import { namesAt } from './people.ts'

const inAWeek = 7

/** Who may take it: about a case only who hears it. */
const takers = ({ meeting, item }: ItemRecord) => meeting.invitees.filter((one) => item.hearers.includes(one.personId))

const choicesOf = (record: ItemRecord) => takers(record).map((one) => ({ value: one.personId, label: one.organization ? `${one.name}, ${one.organization}` : one.name }))

/** What the line of an agreement was understood to mean, to be read back. Null when nothing was typed. */
export function readBack(record: ItemRecord, typed: string | undefined, now: Date) {
  if (!typed) return null
  const { takerId, what, dueOn } = readLine(typed, takers(record), now)
  return { typed, takerId: takerId ?? null, taker: takers(record).find((one) => one.personId === takerId)?.name ?? null, what, dueOn: dueOn ?? null, takers: choicesOf(record) }
}

/** Something the team agrees with itself, not about one resident. */
export async function agreeTask(ctx: Context<Staff>, it: { teamId: string; meetingId: string | null; what: string; why: string; ownerId: string; dueOn: string }): Promise<string> {
  const taskId = randomUUID()
  await ctx.db.insertInto('teamTasks').values({ municipalityId: ctx.actor.municipalityId, id: taskId, ...it }).execute()
  return taskId
}

/**
 * What was agreed at a point: who does what, why, by when. It stands at once in the list of whoever takes it.
 * The line "@Ria belt de thuiszorg voor vrijdag" fills the form, which reads it back before anything is kept.
 */
export const agreed = act({
  name: 'meetings.agree',
  at: '/meetings/:meetingId/items/:itemId/agreements',
  page: '/overleg/:meetingId/punt/:itemId/afspraak',
  title: texts.agreeTitle,
  submit: texts.agreeSubmit,
  input: z.strictObject({ takerId: id(), what: line(200), why: prose(500), dueOn: day() }),
  form: {
    takerId: { as: 'pick', label: texts.takerLabel },
    what: { as: 'text', label: texts.whatLabel, hint: texts.noNames },
    why: { as: 'area', label: texts.whyLabel, hint: texts.whyHint, rows: 2 },
    dueOn: { as: 'day', label: texts.dueLabel },
  },
  output: z.object({ href: z.string() }),
  audit: 'C',
  find: async (reading, params) => ({ ...(await findItem(reading, params)), now: reading.now }),
  may: (actor, record) => mayWrite(actor, record),
  discreet: { fields: ['what', 'why'], when: ({ item }) => item.caseId !== null, known: ({ meeting }) => namesAt(meeting) },
  hindrance: ({ meeting }) => notRunning(meeting),
  amiss: ({ now }, { dueOn }) => (dueOn && dueOn < dayOf(now) ? [{ in: 'body', at: 'dueOn', code: 'in-the-past', detail: texts.inThePast }] : []),
  choices: async (_ctx, record) => ({ takerId: choicesOf(record) }),
  prefill: (record, query) => {
    const { takerId, what, dueOn } = readLine(query.get('zin') ?? '', takers(record), record.now)
    return { takerId, what, dueOn: dueOn ?? addDays(dayOf(record.now), inAWeek) }
  },
  run: async (ctx, { meeting, item }, { takerId, what, why, dueOn }) => {
    if (item.caseId) await agreeAction(ctx, { caseId: item.caseId, what, why, takerId, dueOn, agreedIn: meeting.id })
    else await agreeTask(ctx, { teamId: meeting.teamId, meetingId: meeting.id, what, why, ownerId: takerId, dueOn })
  },
  about: ({ meeting, item }) => (item.caseId ? [meeting.id, item.caseId] : [meeting.id]),
  present: (_ctx, _done, { meeting, item }) => ({ href: `/overleg/${meeting.id}/punt/${item.id}` }),
  next: (it) => it.href,
  done: texts.agreementKept,
})
