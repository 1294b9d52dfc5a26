import type pg from 'pg'
import { addDays, dayOf } from '../../platform/dates.ts'

/** How long a notice is kept after it ended, so that who left it can read with the code what became of it. */
const keptFor = 30

/**
 * Forgets who is behind notices whose time is over, and throws notices away that ended a month ago.
 *
 * @param client  logged in as the owner of the tables
 */
export async function forgetNotices(client: pg.ClientBase, now: Date): Promise<void> {
  const today = dayOf(now)
  for (const table of ['board_contacts', 'board_reactions', 'board_reports']) {
    await client.query(`delete from ${table} x using board_notices n where n.municipality_id = x.municipality_id and n.id = x.notice_id and (n.ended_on is not null or n.until_on < $1)`, [today])
  }
  await client.query("delete from board_notices where coalesce(ended_on, until_on) < $1", [addDays(today, -keptFor)])
}
