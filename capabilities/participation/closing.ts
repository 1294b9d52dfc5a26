import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { dayOf } from '../../platform/dates.ts'

/**
 * Closes lists of activities that ended two weeks after that was seen, by the rules of who closes one and keeps names with an open follow-up. Whoever keeps the list is told, and the log says it.
 *
 * @param client  logged in as the owner of the tables
 * @returns how many lists closed
 */
export async function closeListsOfEnded(client: pg.ClientBase, now: Date): Promise<number> {
  const { rows } = await client.query<{ count: number }>('select ctx.close_lists_of_ended($1::date, $2, $3) as count', [dayOf(now), now, randomUUID()])
  return rows[0]?.count ?? 0
}
