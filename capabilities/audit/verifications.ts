import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import type { Verification } from './verify.ts'

const daily = 86_400_000

/** Is there something sealed, and was it last verified a day ago or more, or never? */
export async function verificationDue(client: pg.ClientBase, now: Date): Promise<boolean> {
  const { rows: [last] } = await client.query<{ at: Date | null; sealed: boolean }>('select (select max(v.verified_at) from audit.verifications v) as at, exists (select from audit.seals) as sealed')
  return last!.sealed && (last!.at === null || now.getTime() - last!.at.getTime() >= daily)
}

/** Keeps that the log was verified, and what came of it, for the privacy officer to see. Only for a verification of the whole log. */
export async function recordVerification(client: pg.ClientBase, { state, rows, findings }: Verification, now: Date): Promise<void> {
  await client.query('insert into audit.verifications (verified_at, id, state, rows, findings) values ($1, $2, $3, $4, $5)', [now, randomUUID(), state, rows, findings.length])
}
