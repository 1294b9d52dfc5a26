import { createHash, randomBytes } from 'node:crypto'
import type pg from 'pg'
import { Refusal } from '../../platform/refusal.ts'
import { hashed } from '../../platform/request.ts'
import { isPassword } from './password.ts'
import { codePrint } from './residentCode.ts'
import { texts } from './texts.ts'
import { openTotp, totpStep } from './totp.ts'

/** Who tries to sign in: for which municipality, from which address, and when. */
export type Attempt = { pool: pg.Pool; municipalityId: string; address: string; now: Date; requestId: string; device: string }

/** A new secret for a cookie or a token: 256 bits. */
export const newSecret = (): string => randomBytes(32).toString('base64url')

const keyOf = (kind: string, value: string): Buffer => createHash('sha256').update(`${kind} ${value.trim().toLowerCase()}`).digest()

/**
 * Waits are counted by account and by address: guessing at one account slows down, and so does guessing at many from one place.
 * What counts the failures is the database; when it cannot tell, nobody signs in.
 *
 * @throws Refusal 429 with the seconds to wait
 */
async function notTooOften(it: Attempt, keys: readonly Buffer[]): Promise<void> {
  const { rows } = await it.pool.query<{ seconds: number }>('select auth.wait_for($1, $2, $3) as seconds', [it.municipalityId, keys, it.now])
  const seconds = rows[0]?.seconds ?? 900
  if (seconds > 0) throw new Refusal(429, 'sign-in.too-often', texts.tooOften(seconds), { retryAfter: seconds })
}

async function failed(it: Attempt, keys: readonly Buffer[]): Promise<void> {
  await it.pool.query('select auth.failed($1, $2, $3)', [it.municipalityId, keys, it.now])
  await it.pool.query('select auth.refused($1, $2, $3)', [it.municipalityId, it.now, it.requestId])
}

const keysFor = (it: Attempt, account: string): Buffer[] => [keyOf('account', account), keyOf('address', it.address)]

/** Opens a session for somebody who proved who they are. Gives the secret for the cookie, and the kind of person; null when nobody may sign in as that person. */
export async function openSession(it: Attempt, personId: string, strong: boolean): Promise<{ secret: string; kind: string } | null> {
  const secret = newSecret()
  const { rows } = await it.pool.query<{ kind: string | null }>('select auth.open_session($1, $2, $3, $4, $5, $6, $7) as kind', [it.municipalityId, personId, hashed(secret), it.now, strong, it.device, it.requestId])
  return rows[0]?.kind ? { secret, kind: rows[0].kind } : null
}

/** Somebody whose password was right; with `totp` a code is asked as well. */
export type Known = { personId: string; totp: boolean }

/**
 * Checks e-mail address and password.
 *
 * @returns null when they do not belong together, whether the account exists or not
 * @throws Refusal 429 after too many failures
 */
export async function checkPassword(it: Attempt, email: string, password: string): Promise<Known | null> {
  const keys = keysFor(it, email)
  await notTooOften(it, keys)
  const { rows } = await it.pool.query<{ person_id: string; password_hash: string; totp_secret: Buffer | null }>('select * from auth.credential_of($1, $2)', [it.municipalityId, email.trim()])
  const found = rows[0]
  if (!(await isPassword(found?.password_hash, password)) || !found) {
    await failed(it, keys)
    return null
  }
  if (!found.totp_secret) await it.pool.query('select auth.succeeded($1, $2)', [it.municipalityId, keys])
  return { personId: found.person_id, totp: found.totp_secret !== null }
}

/** Checks the second step: a code from an app, which counts once. @throws Refusal 429 after too many failures */
export async function checkTotp(it: Attempt, personId: string, email: string, code: string): Promise<boolean> {
  const keys = keysFor(it, email)
  await notTooOften(it, keys)
  const { rows } = await it.pool.query<{ person_id: string; totp_secret: Buffer | null }>('select * from auth.credential_of($1, $2)', [it.municipalityId, email])
  const sealed = rows[0]?.person_id === personId ? rows[0].totp_secret : null
  const step = sealed ? totpStep(openTotp(sealed), code, it.now) : undefined
  const used = step === undefined ? false : (await it.pool.query<{ used: boolean }>('select auth.use_totp_step($1, $2, $3) as used', [it.municipalityId, personId, step])).rows[0]?.used === true
  if (used) await it.pool.query('select auth.succeeded($1, $2)', [it.municipalityId, keys])
  else await failed(it, keys)
  return used
}

/** Signs a resident in with the number of a case and the code on paper. @throws Refusal 429 after too many failures */
export async function openWithCode(it: Attempt, number: string, code: string): Promise<string | null> {
  const keys = keysFor(it, `case ${number}`)
  await notTooOften(it, keys)
  const secret = newSecret()
  const { rows } = await it.pool.query<{ opened: boolean }>('select auth.open_with_code($1, $2, $3, $4, $5, $6) as opened', [it.municipalityId, number, codePrint(code), hashed(secret), it.now, it.requestId])
  if (rows[0]?.opened) return secret
  await failed(it, keys)
  return null
}
