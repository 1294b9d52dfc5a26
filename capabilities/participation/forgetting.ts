import { sql } from 'kysely'
import type pg from 'pg'
import type { Reading } from '../../platform/context.ts'
import { dayOf } from '../../platform/dates.ts'

/** For how many days after dropping out a name is kept here; the municipality may have chosen its own term. */
export async function daysKept({ db }: Pick<Reading, 'db'>): Promise<number> {
  const { rows } = await sql<{ days: number }>`select ctx.days_a_name_is_kept((select ctx.municipality())) as days`.execute(db)
  return rows[0]?.days ?? 0
}

/**
 * Forgets the names of who dropped out longer ago than the term, and on a closed list also whose follow-up is done. That somebody dropped out, and why, stays.
 *
 * @param client  logged in as the owner of the tables
 * @returns how many names went
 */
export async function forgetDropOuts(client: pg.ClientBase, now: Date): Promise<number> {
  const { rows } = await client.query<{ count: number }>('select ctx.forget_who_dropped_out($1::date) as count', [dayOf(now)])
  return rows[0]?.count ?? 0
}
