import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { Verification } from './verify.ts'

const daily = 86_400_000

/** Was the log last verified a day ago or more, or never? */
export async function verificationDue(client: pg.ClientBase, now: Date): Promise<boolean> {
  const { rows } = await client.query<{ at: Date }>('select v.verified_at as at from audit.verifications v order by v.verified_at desc limit 1')
  return !rows[0] || now.getTime() - rows[0].at.getTime() >= daily
}

/** Keeps that the log was verified, and what came of it, for the privacy officer to see. Only for a verification of the whole log. */
export async function recordVerification(client: pg.ClientBase, { state, rows, findings }: Verification, now: Date): Promise<void> {
  await client.query('insert into audit.verifications (verified_at, id, state, rows, findings) values ($1, $2, $3, $4, $5)', [now, randomUUID(), state, rows, findings.length])
}
