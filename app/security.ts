import type { Context, MiddlewareHandler } from 'hono'
import type { Entry } from '../platform/act.ts'
import { Refusal } from '../platform/refusal.ts'
import { fromProgram } from '../platform/request.ts'
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

/** A list that other sites may put in a frame: nothing runs in it, and only the sites that the operator named may frame it. */
const framedBy = (sites: readonly string[]): [string, string][] => [
  ['Content-Security-Policy', ["default-src 'none'", "style-src 'self'", "font-src 'self'", "base-uri 'none'", "form-action 'none'", `frame-ancestors ${sites.length > 0 ? sites.join(' ') : "'none'"}`].join('; ')],
  ['Referrer-Policy', 'no-referrer'],
]

const year = 31_536_000

/** The headers that every answer has, whatever it is. */
export const headersAlways = (settings: Pick<Settings, 'secure'>): [string, string][] => Object.entries({ ...headers, ...(settings.secure && { 'Strict-Transport-Security': `max-age=${year}; includeSubDomains` }) })

/**
 * Security headers on every answer, errors and static files included. What no route made cacheable is not stored anywhere.
 * They are set on the answer itself: `c.header` after the fact makes a streaming answer of a page that is ready, once for each header.
 */
export const securityHeaders = (settings: Settings): MiddlewareHandler => {
  const always = headersAlways(settings)
  return async (c, next) => {
    await next()
    const { headers: all } = c.res
    for (const [name, value] of always) all.set(name, value)
    const sites = c.get('framedBy' as never) as readonly string[] | undefined
    if (sites) for (const [name, value] of framedBy(sites)) all.set(name, value)
    if (sites && sites.length > 0) all.delete('X-Frame-Options') // it cannot name a site, and would forbid all of them
    if (!all.has('cache-control')) all.set('Cache-Control', 'no-store')
  }
}

/** Refuses a name of a host of which no address can be made, such as 256.256.256.256: otherwise it is taken for a fault of ours. @throws Refusal 400 */
export const readableHost: MiddlewareHandler = async (c, next) => {
  if (!URL.canParse(c.req.url)) throw new Refusal(400, 'host.unreadable', texts.noHost)
  await next()
}

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * A change comes from our own pages, or from a program with a token. A browser always tells where a form came from;
 * who tells nothing and carries a cookie is refused.
 *
 * @throws Refusal 403 when another site sent it
 */
export const sameOrigin = (settings: Settings): MiddlewareHandler => async (c, next) => {
  if (!safe.has(c.req.method) && !fromProgram(c) && !fromOurselves(c, settings)) throw new Refusal(403, 'origin.foreign', texts.foreignForm)
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

/** Room for a file of 20 MB as it travels in JSON. */
const mostBytesWithFile = 28 * 1024 * 1024

/** Where files come in: the page of an act whose form has one, and its address in the JSON interface. */
const takesFiles = (entries: readonly Entry[]): RegExp[] =>
  entries.flatMap((it) => (it.kind === 'act' && Object.values(it.form).some((field) => field.as === 'file') ? [it.page, `/api/v1${it.at}`] : [])).map((path) => new RegExp(`^${path.replace(/:[A-Za-z]+/g, '[^/]+')}$`))

/** Refuses bodies over 256 KB before reading them, or over 28 MB where a file is asked for. @throws Refusal 413 */
export const bodyLimit = (entries: readonly Entry[]): MiddlewareHandler => {
  const roomy = takesFiles(entries)
  return async (c, next) => {
    const most = roomy.some((path) => path.test(c.req.path)) ? mostBytesWithFile : mostBytes
    await limited(c, most)
    await next()
  }
}

async function limited(c: Context, most: number): Promise<void> {
  const length = Number(c.req.header('content-length') ?? 0)
  const chunked = c.req.header('transfer-encoding') !== undefined
  if (length > most || (chunked && !safe.has(c.req.method))) throw new Refusal(413, 'body.too-large', texts.tooLarge)
}
