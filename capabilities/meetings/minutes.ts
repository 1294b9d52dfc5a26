import { sql } from 'kysely'
import { z } from 'zod'
import { act } from '../../platform/act.ts'
import type { Db } from '../../platform/db.ts'
import { prose } from '../../platform/validation.ts'
import { mayWrite } from './policy.ts'
import { findItem, type ItemRecord } from './record.ts'
import { notRunning } from './hindrances.ts'
import { texts } from './texts.ts'
import { namesAt } from './people.ts'

/** What was written about a point, version by version; the last one counts. */
export type Note = { version: number; body: string; writtenAt: Date; writer: string }

/** The minutes of a point, oldest first; nothing for who may not hear it. */
export const notesOf = (db: Db, itemId: string): Promise<Note[]> =>
  db
    .selectFrom('minutes as m')
    .innerJoin('people as p', (join) => join.onRef('p.municipalityId', '=', 'm.municipalityId').onRef('p.id', '=', 'm.writtenBy'))
    .where('m.itemId', '=', itemId)
    .orderBy('m.version')
    .select(['m.version', 'm.body', 'm.writtenAt', 'p.name as writer'])
    .execute()

/** Adds a line to the minutes. Nothing that was written is ever overwritten. */
export const minutesTaken = act({
  name: 'meetings.take-minutes',
  at: '/meetings/:meetingId/items/:itemId/minutes',
  page: '/overleg/:meetingId/punt/:itemId/notulen',
  title: texts.minutesTitle,
  submit: texts.minutesSubmit,
  input: z.strictObject({ body: prose(2000) }),
  form: { body: { as: 'area', label: texts.noteLabel, hint: texts.noNames, rows: 4 } },
  output: z.object({ href: z.string() }),
  audit: 'C',
  find: findItem,
  may: mayWrite,
  discreet: { fields: ['body'], when: ({ item }) => item.caseId !== null, known: ({ meeting }) => namesAt(meeting) },
  about: ({ meeting, item }: ItemRecord) => (item.caseId ? [meeting.id, item.caseId] : [meeting.id]),
  hindrance: ({ meeting }) => notRunning(meeting),
  run: async (ctx, { item }, { body }) => {
    await ctx.db
      .insertInto('minutes')
      .values({
        municipalityId: ctx.actor.municipalityId,
        itemId: item.id,
        version: sql<number>`(select coalesce(max(version), 0) + 1 from minutes where item_id = ${item.id})`,
        caseId: item.caseId,
        body,
        writtenBy: ctx.actor.id,
        writtenAt: ctx.now,
      })
      .execute()
  },
  present: (_ctx, _done, { meeting, item }) => ({ href: `/overleg/${meeting.id}/punt/${item.id}` }),
  next: (it) => it.href,
})
