import { createHash, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import type { Context, Reading } from '../../platform/context.ts'
import type { Db } from '../../platform/db.ts'
import { newCaseNumber, readCaseNumber } from '../cases/index.ts'
import type { Urgency } from './record.ts'

/** What somebody tells when they bring a signal in. Nothing in it says whom it is about. */
export type Told = {
  areaId: string | null
  urgency: Urgency
  channel: 'website' | 'phone' | 'visit' | 'walk-in' | 'meeting' | 'message'
  seen: string
  wish?: string
  themes?: readonly string[]
  knows: 'yes' | 'no' | 'unsure'
  source: 'own' | 'others'
  sourceFrom?: string
  relation: 'self' | 'family' | 'neighbour' | 'volunteer' | 'professional' | 'other'
  name?: string
  phone?: string
  email?: string
  wantsFeedback: boolean
}

/** Where a signal stands for who holds its code. */
export type Followed = {
  id: string
  state: 'new' | 'taken-up' | 'case' | 'closed'
  outcome: 'case' | 'advised' | 'referred' | 'own-strength' | 'no-action' | 'report-point' | null
  team: string
  phone: string | null
  receivedAt: string
  takenUpAt: string | null
  finishedAt: string | null
  nextOn: string | null
  urgency: Urgency
  wantsFeedback: boolean
  told: readonly { at: string; told: string }[]
  caseClosed: boolean
}

const hashOf = (code: string): Buffer => createHash('sha256').update(code).digest()

/**
 * Takes a signal in. It gets an owner, a next date and, when feedback is wanted, a debt.
 *
 * @returns the code with which it can be followed, of which only the hash is kept; which team has it, and by which day it looks
 */
export async function receive(ctx: Context, told: Told): Promise<{ id: string; code: string; team: string; lookBy: string }> {
  const id = randomUUID()
  const code = newCaseNumber()
  // Both leave together: one trip to the database, answered in this order.
  const [, followed] = await Promise.all([
    sql`select ctx.receive_signal(${id}::uuid, ${newCaseNumber()}, ${hashOf(code)}, ${JSON.stringify(told)}::jsonb)`.execute(ctx.db),
    follow(ctx.db, code),
  ])
  return { id, code, team: followed?.team ?? '', lookBy: followed?.nextOn ?? '' }
}

/** What the holder of a code may know. A code that cannot exist takes the same way as one that does not. */
export async function follow(db: Db, typed: string): Promise<Followed | undefined> {
  const code = readCaseNumber(typed) ?? 'none'
  const answer = await sql<{ found: Followed | null }>`select ctx.follow_signal(${hashOf(code)}) as found`.execute(db)
  return answer.rows[0]?.found ?? undefined
}

/** Somewhere a signal can be about. */
export type Area = { id: string; slug: string; name: string }

/** Neighbourhoods and their parts, by name. */
export const findAreas = ({ db }: Reading): Promise<Area[]> =>
  db.selectFrom('areas').where('composed', '=', false).where('kind', 'in', ['neighbourhood', 'sub-area', 'village']).orderBy('name').select(['id', 'slug', 'name']).execute()

/** The answer for who does not know where. */
export const elsewhere = 'elders'
