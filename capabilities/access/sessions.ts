import { createHash, randomBytes } from 'node:crypto'
import type pg from 'pg'
import { Refusal } from '../../platform/refusal.ts'
import { hashed } from '../../platform/request.ts'
import { isPassword } from './password.ts'
import { codePrint } from './residentCode.ts'
import { texts } from './texts.ts'
import { openTotp, totpStep } from './totp.ts'

/** Who tries to sign in: for which municipality, from which address, and when. */
export type Attempt = { pool: pg.Pool; municipalityId: string; address: string; now: Date; requestId: string; device: string | null }

/** A new secret for a cookie or a token: 256 bits. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

const addressKey = (it: Attempt): Buffer => createHash('sha256').update(`address:${it.address}`).digest()

/** @throws Refusal 429 with the seconds to wait; counting happens in the database before anything is evaluated, and when it cannot count nobody signs in */
export function notTooOften(wait: number): void {
  if (wait > 0) throw new Refusal(429, 'sign-in.too-often', texts.tooOften(wait), { retryAfter: wait })
}

async function asked<T>(pool: pg.Pool, text: string, values: unknown[]): Promise<T> {
  const { rows } = await pool.query<{ answer: T }>(`select ${text} as answer`, values)
  return rows[0]!.answer
}

const refused = (it: Attempt, personId: string | null): Promise<unknown> => it.pool.query('select account.refused($1, $2, $3, $4)', [it.municipalityId, personId, it.now, it.requestId])

/** Somebody who proved something: the secret of the step they are at, and whether a code from an app is still needed. */
export type Begun = { step: string; needsCode: boolean }
/** How they proved it. `email` clears what was counted for that account. */
type Proof = { way: 'password' | 'passkey' | 'oidc' | 'demo'; strong: boolean; email?: string }

/** Keeps that somebody proved who they are; null when this person may not come in this way. */
export async function begin(it: Attempt, personId: string, { way, strong, email }: Proof): Promise<Begun | null> {
  const step = newSecret()
  const begun = await asked<{ needsCode: boolean } | null>(it.pool, 'account.begin($1, $2, $3, $4, $5, $6, $7, $8)', [it.municipalityId, personId, hashed(step), way, strong, email ?? null, addressKey(it), it.now])
  return begun && { step, needsCode: begun.needsCode }
}

/** One of the organisations somebody works for. */
export type Membership = { id: string; organization: string; role: string }
/** A session with its secret, or the organisations to choose from first. */
export type Entered = { secret: string; kind: string; locale: 'nl' | 'en' } | { choose: readonly Membership[] }

/** Turns a step into a session with a secret of its own. Null when the step is unknown, over, unfinished or used. */
export async function enter(it: Attempt, step: string, membershipId: string | null): Promise<Entered | null> {
  const secret = newSecret()
  const answer = await asked<{ kind: string; locale: 'nl' | 'en' } | { choose: Membership[] } | null>(it.pool, 'account.enter($1, $2, $3, $4, $5, $6)', [hashed(step), hashed(secret), membershipId, it.device, it.now, it.requestId])
  return answer && ('choose' in answer ? answer : { secret, ...answer })
}

/**
 * Checks e-mail address and password.
 *
 * @returns null when they do not belong together, whether the account exists or not
 * @throws Refusal 429 after too many failures
 */
export async function checkPassword(it: Attempt, typed: string, password: string): Promise<Begun | null> {
  const email = typed.trim().toLowerCase()
  const { wait, person, hash } = await asked<{ wait: number; person: string | null; hash: string | null }>(it.pool, 'account.look_up($1, $2, $3, $4)', [it.municipalityId, email, addressKey(it), it.now])
  notTooOften(wait)
  const right = await isPassword(hash ?? undefined, password)
  const begun = right && person ? await begin(it, person, { way: 'password', strong: false, email }) : null
  if (!begun) await refused(it, person)
  return begun
}

/**
 * Checks the second step: a code from an app, which counts once.
 *
 * @returns undefined when there is no such step, or no longer
 * @throws Refusal 429 after too many failures
 */
export async function checkTotp(it: Attempt, step: string, code: string): Promise<boolean | undefined> {
  const found = await asked<{ wait: number; person: string; secret: string | null } | null>(it.pool, 'account.code_secret($1, $2)', [hashed(step), it.now])
  if (!found) return undefined
  notTooOften(found.wait)
  const number = found.secret ? totpStep(openTotp(Buffer.from(found.secret, 'base64')), code, it.now) : undefined
  const used = number !== undefined && (await asked<boolean>(it.pool, 'account.code_used($1, $2, $3)', [hashed(step), number, it.now]))
  if (!used) await refused(it, found.person)
  return used
}

/** Signs a resident in with the number of a case and the code on paper. @throws Refusal 429 after too many failures */
export async function openWithCode(it: Attempt, number: string, code: string): Promise<string | null> {
  const secret = newSecret()
  const { wait, entered } = await asked<{ wait: number; entered: boolean }>(it.pool, 'account.enter_with_code($1, $2, $3, $4, $5, $6, $7, $8)', [
    it.municipalityId, number, codePrint(code), hashed(secret), addressKey(it), it.device, it.now, it.requestId,
  ])
  notTooOften(wait)
  return entered ? secret : null
}

/** The person of an address that the organisation's own service vouches for. */
export const personOfEmail = (it: Attempt, email: string): Promise<string | null> => asked(it.pool, 'account.of_email($1, $2, $3)', [it.municipalityId, email.trim(), it.now])
