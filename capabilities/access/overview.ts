import { sql } from 'kysely'
import type { Person } from '../../platform/actor.ts'
import type { Reading } from '../../platform/context.ts'

/** One place where somebody is signed in, or a program with their token. */
export type OwnSession = { id: string; kind: 'session' | 'bearer'; label: string | null; createdAt: string; seenAt: string; current: boolean }
/** A passkey of the actor. */
export type OwnPasskey = { id: string; label: string; createdAt: string; usedAt: string | null }
/** What there is about the actor's own account; secrets never leave the database. */
export type Account = { email: string | null; hasPassword: boolean; hasCode: boolean; passkeys: OwnPasskey[]; sessions: OwnSession[] }

/** The actor's own account; empty for a visit with a code on paper. */
export async function findAccount({ db }: Reading): Promise<Account> {
  const { rows } = await sql<{ overview: Account }>`select account.overview() as overview`.execute(db)
  return rows[0]!.overview
}

/** Somebody who signed in themself: not a program, and not a visit with a code on paper. */
export const hasAccount = (actor: Person): boolean => actor.sessionKind === 'session' && actor.id !== null
