import type { Context, MiddlewareHandler } from 'hono'
import { Refusal } from '../platform/refusal.ts'
import type { Settings } from '../platform/server-settings.ts'
import { texts } from './texts.ts'

const policy = [
  "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' blob:", "font-src 'self'", "connect-src 'self'", "manifest-src 'self'", "worker-src 'self'",
  "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'", "require-trusted-types-for 'script'", "trusted-types 'none'",
].join('; ')

const headers: Record<string, string> = {
  'Content-Security-Policy': policy,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), interest-cohort=()',
}

const year = 31_536_000

/** Security headers on every answer, errors and static files included. What no route made cacheable is not stored anywhere. */
export const securityHeaders = (settings: Settings): MiddlewareHandler => async (c, next) => {
  await next()
  for (const [name, value] of Object.entries(headers)) c.header(name, value)
  if (settings.secure) c.header('Strict-Transport-Security', `max-age=${year}; includeSubDomains`)
  if (!c.res.headers.has('cache-control')) c.header('Cache-Control', 'no-store')
}

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])
const bearer = (c: Context) => c.req.header('authorization')?.startsWith('Bearer ') ?? false

/**
 * A change comes from our own pages, or from a program with a token. A browser always tells where a form came from;
 * who tells nothing and carries a cookie is refused.
 *
 * @throws Refusal 403 when another site sent it
 */
export const sameOrigin = (settings: Settings): MiddlewareHandler => async (c, next) => {
  if (!safe.has(c.req.method) && !bearer(c) && !fromOurselves(c, settings)) throw new Refusal(403, 'origin.foreign', texts.foreignForm)
  await next()
}

function fromOurselves(c: Context, settings: Settings): boolean {
  const site = c.req.header('sec-fetch-site')
  if (site !== undefined && site !== 'same-origin' && site !== 'none') return false
  const origin = c.req.header('origin')
  if (origin === undefined) return site === 'same-origin'
  if (origin === settings.origin) return true
  // Behind no proxy (demo, development) the host that was asked for is the origin, whatever name of loopback was typed.
  return !settings.secure && origin === `http://${c.req.header('host') ?? ''}`
}

const mostBytes = 256 * 1024

/** Refuses bodies over 256 KB before reading them. @throws Refusal 413 */
export const bodyLimit: MiddlewareHandler = async (c, next) => {
  const length = Number(c.req.header('content-length') ?? 0)
  const chunked = c.req.header('transfer-encoding') !== undefined
  if (length > mostBytes || (chunked && !safe.has(c.req.method))) throw new Refusal(413, 'body.too-large', texts.tooLarge)
  await next()
}
