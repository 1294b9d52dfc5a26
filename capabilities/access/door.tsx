import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import type pg from 'pg'
import type { Actor } from '../../platform/actor.ts'
import { addressOf, localPath } from '../../platform/address.ts'
import type { Surroundings } from '../../platform/html.tsx'
import { Refusal } from '../../platform/refusal.ts'
import { cookieName, readCookie } from '../../platform/request.ts'
import type { Settings } from '../../platform/server-settings.ts'
import { locale, say, type Text } from '../../platform/texts.ts'
import { deviceOf } from './device.ts'
import type { Attempt } from './sessions.ts'

/** What every route at the door needs. */
export type DoorParts<T> = { pool: pg.Pool; settings: Settings; surroundings: Surroundings<T> }
export type ShownStatus = 200 | 400 | 401 | 429

export { localPath }

/** Where somebody begins after signing in. */
export const homeOf = (kind: string): string => (kind === 'resident' ? '/mijn-plan' : '/vandaag')

const most = 500
/** The fields of a form, by name; a field that did not come is the empty text. @throws Refusal 415 when it is no form */
export async function fieldsOf(c: Context): Promise<(name: string) => string> {
  if (!/^(application\/x-www-form-urlencoded|multipart\/form-data)\b/i.test(c.req.header('content-type') ?? '')) {
    throw new Refusal(415, 'content-type.unknown', { nl: 'Dit is geen formulier.', en: 'This is not a form.' })
  }
  const form = await c.req.formData()
  return (name) => {
    const value = form.get(name)
    return typeof value === 'string' ? value.slice(0, most) : ''
  }
}

/** Cookies, pages and attempts, as the routes at the door write them. */
export function door<T>({ pool, settings, surroundings }: DoorParts<T>) {
  // A cookie with this prefix cannot be set by another host or without TLS.
  const named = (name: string): string => (settings.secure ? `__Host-${name}` : name)
  const secure = settings.secure ? '; Secure' : ''
  const set = (c: Context, name: string, value: string, age?: number): void =>
    c.header('Set-Cookie', `${name}=${value}; Path=/; HttpOnly; SameSite=Lax${secure}${age === undefined ? '' : `; Max-Age=${age}`}`, { append: true })
  return {
    attempt: (c: Context): Attempt => ({
      pool, municipalityId: settings.municipalityId, address: addressOf(c, settings) ?? 'unknown', now: settings.now(), requestId: c.get('requestId' as never) as string, device: deviceOf(c.req.header('user-agent')),
    }),
    /** A page in the public frame, or in the frame of `actor`. */
    shown: (c: Context, title: Text, main: Child, status: ShownStatus = 200, actor: Actor = { kind: 'visitor', municipalityId: settings.municipalityId }) => {
      c.status(status)
      return c.html(<>{surroundings.render({ frame: actor.kind === 'worker' || actor.kind === 'volunteer' ? 'workplace' : 'public', title: say(title), main, actor, path: c.req.path, done: null, failed: status !== 200, around: null })}</>)
    },
    signedIn: (c: Context, secret: string, language = locale()): void => {
      set(c, cookieName(settings), secret)
      c.header('Set-Cookie', languageCookie(language, settings), { append: true })
    },
    signedOut: (c: Context): void => set(c, cookieName(settings), '', 0),
    keep: (c: Context, name: string, value: string, seconds: number): void => set(c, named(name), value, seconds),
    kept: (c: Context, name: string): string | undefined => readCookie(c, named(name)),
    drop: (c: Context, name: string): void => set(c, named(name), '', 0),
  }
}
export type Door = ReturnType<typeof door>

/** The language that pages come in, for a year. */
export const languageCookie = (language: string, settings: Settings): string =>
  `taal=${language === 'en' ? 'en' : 'nl'}; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax${settings.secure ? '; Secure' : ''}`

/** Runs `work`; when it was tried too often, shows the page that `again` makes, with the time to wait. */
export async function slowly(c: Context, work: () => Promise<Response>, again: (mistake: Text) => Response | Promise<Response>): Promise<Response> {
  try {
    return await work()
  } catch (error) {
    if (!(error instanceof Refusal) || error.status !== 429) throw error
    c.header('Retry-After', String(error.retryAfter))
    return again(error.text)
  }
}
