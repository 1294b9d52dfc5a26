import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { newColumns, sourceColumns } from './columns.ts'
import type { Tell } from './looking.ts'
import { goesRound, movedSince, takeBack, takeIn, touchedSince } from './staging.ts'
import { Unreadable } from './unreadable.ts'

/** Takes everything in that was looked at, and forgets the file. @throws Unreadable when the directory changed since, or something does not fit what stands there */
export async function taken(db: Db, importId: string, now: Date, tell?: Tell): Promise<void> {
  if (await movedSince(db, importId)) throw new Unreadable('changed-since')
  try {
    await takeIn(db, importId, sourceColumns, newColumns, tell)
  } catch (error) {
    // Class 23 of PostgreSQL: a rule of the tables themselves does not hold. What was done of it goes with the transaction.
    throw /^23/.test(String((error as { code?: unknown }).code)) ? new Unreadable('does-not-fit') : error
  }
  if (await goesRound(db, importId)) throw new Unreadable('goes-round')
  await db.updateTable('imports').set({ state: 'taken-in', takenInAt: now, version: sql`version + 1` }).where('id', '=', importId).where('state', '=', 'looked-at').execute()
  await db.deleteFrom('importFiles').where('importId', '=', importId).execute()
}

/** Takes a whole import back. @throws Unreadable when somebody worked on what it brought */
export async function takenBack(db: Db, importId: string, now: Date, tell?: Tell): Promise<void> {
  if ((await touchedSince(db, importId)) > 0) throw new Unreadable('worked-on')
  await takeBack(db, importId, sourceColumns, tell)
  await db.updateTable('imports').set({ state: 'withdrawn', withdrawnAt: now, version: sql`version + 1` }).where('id', '=', importId).where('state', '=', 'taken-in').execute()
}
