import { Hono } from 'hono'
import { routePath } from 'hono/route'
import type pg from 'pg'
import { signInRoutes } from '../capabilities/access/index.ts'
import { agendaRoutes } from '../capabilities/agenda/index.ts'
import { readCaseNumber } from '../capabilities/cases/index.ts'
import { findingWords, tellingIn } from '../capabilities/discretion/index.ts'
import { sitemapRoutes } from '../capabilities/directory/index.ts'
import { embeddingRoutes } from '../capabilities/embedding/index.ts'
import { type Directly, exchangeRoutes, exportRoutes } from '../capabilities/exchange/index.ts'
import { handoutRoutes } from '../capabilities/handing-over/index.ts'
import { areaChoiceRoutes, rememberedArea } from '../capabilities/home/index.ts'
import { meetingCalendarRoutes } from '../capabilities/meetings/index.ts'
import { mapDocumentRoutes, mapPhotoRoutes, sketchRoutes } from '../capabilities/neighbourhood-map/index.ts'
import { StylePage, styleTexts } from '../capabilities/style/index.ts'
import { needFileRoutes } from '../capabilities/need/index.ts'
import { areaFileRoutes, countryFileRoutes, indicatorFileRoutes } from '../capabilities/neighbourhoods/index.ts'
import { checkEntries, type Entry } from '../platform/act.ts'
import { servePages } from '../platform/html.tsx'
import { serveJson } from '../platform/json.ts'
import { openApiDocument } from '../platform/openapi.ts'
import { notFound } from '../platform/refusal.ts'
import { readCookie } from '../platform/request.ts'
import type { Settings } from '../platform/server-settings.ts'
import { inLocale, say } from '../platform/texts.ts'
import { throttle } from '../platform/throttle.ts'
import { assets } from '../ui/assets.ts'
import { entries as allEntries } from './acts.ts'
import { demoGroups } from './demo.ts'
import { errorPages } from './errorPages.tsx'
import { answerError, type FaultLog } from './errors.tsx'
import { checkRoutes } from './plainRoutes.ts'
import { bodyLimit, headersAlways, readableHost, sameOrigin, securityHeaders } from './security.ts'
import { surroundings } from './surroundings.tsx'
import { wellKnown } from './wellKnown.ts'
import { waitingFor } from './waiting.ts'

export type AppParts = {
  /** connections of the restricted role */
  pool: pg.Pool
  settings: Settings
  log?: FaultLog
  /** hears of every request when it is answered: the pattern of its route, never its address */
  requests?: (entry: { requestId: string; method: string; route: string; status: number; milliseconds: number }) => void
  /** `/livez` and `/readyz` */
  health?: Hono
  /** other entries than the product's, for tests of the platform */
  entries?: readonly Entry[]
}

/** What in a text may tell whom it is about, in words. */
const telling = (text: string, known: readonly string[]) => tellingIn(text, known).map(({ words, kind }) => ({ words, kind: findingWords[kind] }))

const immutable = 'public, max-age=31536000, immutable'

/** The whole application behind one fetch function: pages, JSON interface, its document, and static files. */
export const createApp = (parts: AppParts): Hono => createServing(parts).app

/** The whole application, and what answers a part of the requests before it, in the same way. */
export function createServing({ pool, settings, log = () => {}, requests, health, entries = allEntries }: AppParts): { app: Hono; direct: Directly } {
  checkEntries(entries)
  const app = new Hono()
  const visitor = { kind: 'visitor' as const, municipalityId: settings.municipalityId }
  const around = surroundings(settings, waitingFor)
  app.use(securityHeaders(settings))
  if (health) app.route('/', health)
  if (requests) {
    app.use(async (c, next) => {
      const began = performance.now()
      await next()
      requests({ requestId: c.get('requestId' as never) as string, method: c.req.method, route: routePath(c), status: c.res.status, milliseconds: Math.round(performance.now() - began) })
    })
  }
  app.use(async (c, next) => {
    c.set('requestId' as never, crypto.randomUUID() as never)
    return inLocale(readCookie(c, 'taal') === 'en' ? 'en' : 'nl', next)
  })
  app.use(readableHost, bodyLimit(entries), sameOrigin(settings))
  for (const { path, bytes, contentType, brotli } of assets()) {
    app.get(path, (c) => {
      const small = brotli && /\bbr\b/.test(c.req.header('accept-encoding') ?? '')
      return c.body(new Uint8Array(small ? brotli : bytes), 200, { 'Content-Type': contentType, 'Cache-Control': immutable, Vary: 'Accept-Encoding', ...(small && { 'Content-Encoding': 'br' }) })
    })
  }
  app.use(rememberedArea(pool, settings))
  const document = openApiDocument(entries, settings.origin)
  const limits = settings.unlimited ? () => {} : throttle()
  const api = new Hono()
  api.get('/openapi.json', (c) => c.json(document, 200, { 'Access-Control-Allow-Origin': '*', 'API-Version': '1.0.0' }))
  serveJson(api, entries, pool, settings, limits)
  app.route('/api/v1', api)
  app.route('/', sitemapRoutes({ pool, settings }))
  const exchange = exchangeRoutes({ pool, settings, throttle: limits }, { headers: headersAlways(settings), requests })
  app.route('/hsds', exchange.routes)
  app.route('/', indicatorFileRoutes({ pool, settings }))
  app.route('/', countryFileRoutes({ pool, settings }))
  app.route('/', areaFileRoutes({ pool, settings }))
  app.route('/', exportRoutes({ pool, settings }))
  app.route('/', needFileRoutes({ pool, settings }))
  app.route('/', meetingCalendarRoutes({ pool, settings }))
  app.route('/', mapDocumentRoutes({ pool, settings, throttle: limits }))
  app.route('/', handoutRoutes({ pool, settings, throttle: limits }))
  app.route('/', embeddingRoutes({ pool, settings, throttle: limits, frame: (title, main, path) => around.render({ frame: 'public', title, main, actor: visitor, path, done: null, failed: false, around: null }) }))
  app.route('/', mapPhotoRoutes({ pool, settings }))
  app.route('/', sketchRoutes({ pool, settings }))
  servePages(app, entries, { pool, settings, surroundings: around, throttle: limits, telling })
  app.route('/', signInRoutes({ pool, settings, surroundings: around, demo: demoGroups, readNumber: readCaseNumber }))
  if (settings.mode === 'demo') {
    app.post('/stijl', (c) => c.redirect('/stijl', 303))
    app.get('/stijl', (c) => c.html(<>{around.render({ frame: 'public', title: say(styleTexts.title), main: <StylePage />, actor: visitor, path: '/stijl', done: null, failed: false, around: null })}</>))
  }
  app.route('/', areaChoiceRoutes(settings))
  app.route('/', agendaRoutes({ pool, settings, throttle: limits }))
  app.route('/', wellKnown(settings))
  checkRoutes(app.routes, entries, [...assets().map(({ path }) => path), ...(health?.routes ?? []).map(({ path }) => path)])
  app.notFound(() => {
    throw notFound()
  })
  app.onError(answerError(log, errorPages(pool, settings, around)))
  return { app, direct: exchange.direct }
}
