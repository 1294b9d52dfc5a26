import { createHash } from 'node:crypto'
import type { Context as Hono } from 'hono'
import type { Caller } from './context.ts'
import { notFound } from './refusal.ts'
import type { Settings } from './server-settings.ts'

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
/** Is this an id as we make them? Checked before the database sees it. */
export const isUuid = (text: string): boolean => uuid.test(text)

/**
 * Names in a path are ids when their name ends in 'Id', and slugs or codes otherwise.
 *
 * @throws Refusal 404 when one of them has another form: it cannot exist
 */
export function checkPath(params: Record<string, string>): Record<string, string> {
  for (const [name, value] of Object.entries(params)) {
    if (name.endsWith('Id') ? !isUuid(value) : !/^[A-Za-z0-9-]{1,120}$/.test(value)) throw notFound()
  }
  return params
}

/** Carries a secret from an act to the page after it. */
export const handedCookie = 'meegegeven'

/** SHA-256, as secrets are kept. */
export const hashed = (secret: string): Buffer => createHash('sha256').update(secret).digest()

/** The name of the session cookie: bound to host and TLS wherever there is TLS. */
export const cookieName = (settings: Settings): string => (settings.secure ? '__Host-schakelbord' : 'schakelbord')

/** Does this come from a program with a token? Only the JSON interface listens to those; pages go by their cookie alone. */
export const fromProgram = (c: Hono): boolean => c.req.path.startsWith('/api/') && c.req.header('authorization') !== undefined

/** The secret of the session or API token that came along, if any. A header that holds no token is no reason to look at the cookie. */
export function secretOf(c: Hono, settings: Settings): string | null {
  if (fromProgram(c)) return /^Bearer ([A-Za-z0-9_-]{20,200})$/.exec(c.req.header('authorization') ?? '')?.[1] ?? null
  return readCookie(c, cookieName(settings)) ?? null
}

/** One cookie of the request. */
export function readCookie(c: Hono, name: string): string | undefined {
  for (const part of (c.req.header('cookie') ?? '').split(';')) {
    const [key, value] = part.trim().split('=', 2)
    if (key === name && value && /^[A-Za-z0-9_.-]{1,2000}$/.test(value)) return value
  }
  return undefined
}

/** What the request says about its sender, before anybody checked it. */
export function callerOf(c: Hono, settings: Settings): Caller {
  const secret = secretOf(c, settings)
  return { token: secret ? hashed(secret) : null, bearer: fromProgram(c), municipalityId: settings.municipalityId, now: settings.now(), requestId: c.get('requestId') as string }
}
