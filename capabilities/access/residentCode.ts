import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Staff } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import { notFound } from '../../platform/refusal.ts'
import { hashed } from '../../platform/request.ts'

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const meant: Record<string, string> = { I: '1', L: '1', O: '0' }
const bytes = 20

/** A code of 160 bits in eight groups of four letters that nobody misreads. */
export function newResidentCode(): string {
  const bits = [...randomBytes(bytes)].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const code = (bits.match(/.{5}/g) ?? []).map((five) => letters[Number.parseInt(five, 2)]).join('')
  return (code.match(/.{4}/g) ?? []).join('-')
}

/** The fingerprint of a code as somebody typed it: small letters, spaces and look-alikes are forgiven. */
export const codePrint = (typed: string): Buffer => hashed(`resident code ${typed.toUpperCase().replace(/[\s-]/g, '').replace(/[ILO]/g, (letter) => meant[letter] ?? letter)}`)

/**
 * Makes a new code on paper for the resident of a case; the one before is void.
 *
 * @returns the code, which is shown once and kept nowhere
 * @throws Refusal 404 when the actor does not work on the case
 */
export async function makeResidentCode(ctx: Context<Staff>, caseId: string): Promise<string> {
  const code = newResidentCode()
  const made = await sql<{ made: boolean }>`select account.make_code(${caseId}, ${codePrint(code)}) as made`.execute(ctx.db)
  if (!made.rows[0]?.made) throw notFound()
  return code
}
