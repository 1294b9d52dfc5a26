import { type Context as HonoContext, Hono } from 'hono'
import type pg from 'pg'
import { inContext } from '../../platform/context.ts'
import type { Db } from '../../platform/db.ts'
import { addressOf } from '../../platform/address.ts'
import { problemOf } from '../../platform/problem.ts'
import { notFound, Refusal } from '../../platform/refusal.ts'
import { isUuid } from '../../platform/request.ts'
import type { Settings } from '../../platform/server-settings.ts'
import type { Throttle } from '../../platform/throttle.ts'
import { fieldErrors } from '../../platform/validation.ts'
import { type Asked, asked, type ListName, readQuery } from './asked.ts'
import { linesAfter, oneOf } from './reading.ts'
import { aMinute, answering, json, mostRequests, open } from './answering.ts'
import { type Directly, directly, type Everywhere } from './directly.ts'
import { catalogueOf } from './exportCatalogue.ts'
import { packageOf } from './exportPackage.ts'
import { answerOf } from './kept.ts'
import { spreadsheetOf, workbookOf } from './spreadsheet.ts'

export type ExchangeParts = { pool: pg.Pool; settings: Settings; throttle: Throttle }

const lists = Object.keys(asked) as ListName[]
const piece = 200

/** What everybody may read of the directory, as a visitor: a token or cookie that comes along changes nothing. */
const asVisitor = <T>({ pool, settings }: ExchangeParts, c: HonoContext, work: (db: Db) => Promise<T>): Promise<T> =>
  inContext(pool, { token: null, municipalityId: settings.municipalityId, now: settings.now(), requestId: c.get('requestId') as string }, null, null, ({ db }) => work(db), async (_ctx, result) => ({ result, subjects: [] }))

function questionOf<L extends ListName>(c: HonoContext, list: L): Asked[L] {
  const parsed = readQuery(list, new URL(c.req.url).searchParams)
  if (!parsed.success) throw new Refusal(400, 'query.invalid', { nl: 'Dit adres klopt niet helemaal.', en: 'This address is not quite right.' }, { errors: fieldErrors(parsed.error, 'query') })
  return parsed.data
}

/** Everything at once, a line an object. Each piece is a transaction of its own, so that a long list holds nothing up. */
function lines<L extends ListName>(parts: ExchangeParts, c: HonoContext, list: L, it: Asked[L]): Response {
  let after: string | null = null
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const read: { lines: string; last: string | null } = await asVisitor(parts, c, (db) => linesAfter(db, list, it, after, piece))
      if (read.lines) controller.enqueue(new TextEncoder().encode(read.lines))
      after = read.last
      if (after === null) controller.close()
    },
  })
  return c.body(stream, 200, { 'Content-Type': 'application/x-ndjson; charset=utf-8', 'Cache-Control': aMinute })
}

/** The directory for other systems under `/hsds`, exactly as Open Referral HSDS 3.0 asks: reading only, for everybody, without a key. What is asked again and again may be answered directly. */
export function exchangeRoutes(parts: ExchangeParts, everywhere: Everywhere): { routes: Hono; direct: Directly } {
  const app = new Hono()
  const counted = new WeakSet<object>()
  app.use(async (c, next) => {
    if (!counted.has((c.env as { incoming?: object } | undefined)?.incoming ?? c)) parts.throttle('exchange.read', mostRequests, addressOf(c, parts.settings), parts.settings.now())
    if (c.req.path.endsWith('/')) return c.redirect(`${c.req.path.replace(/\/+$/, '')}${new URL(c.req.url).search}`, 308)
    await next()
    for (const [name, value] of Object.entries(open)) c.res.headers.set(name, value)
  })
  const answers = answering(parts, (c, work) => asVisitor(parts, c, work))
  const front = answerOf(JSON.stringify({ version: '3.0', profile: 'https://docs.openreferral.org/en/3.0/hsds/', openapi_url: 'https://raw.githubusercontent.com/openreferral/specification/3.0/schema/openapi.json' }))
  app.get('/', (c) => json(c, front))
  app.get('/services.csv', async (c) =>
    c.body(await asVisitor(parts, c, spreadsheetOf), 200, { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': 'attachment; filename="sociale-kaart.csv"', 'Cache-Control': aMinute }),
  )
  const attached = (file: string, type: string) => ({ 'Content-Type': type, 'Content-Disposition': `attachment; filename="${file}"`, 'Cache-Control': aMinute })
  app.get('/services.xlsx', async (c) => c.body(await asVisitor(parts, c, workbookOf), 200, attached('sociale-kaart.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')))
  app.get('/datapackage.zip', (c) => {
    const pieces = packageOf((work) => asVisitor(parts, c, work))
    const stream = new ReadableStream<Uint8Array>({
      async pull(controller) {
        const { value, done } = await pieces.next()
        if (done) controller.close()
        else controller.enqueue(value)
      },
      async cancel() {
        await pieces.return(undefined)
      },
    })
    return c.body(stream, 200, attached('sociale-kaart-hsds.zip', 'application/zip'))
  })
  app.get('/samenwerkende-catalogi.xml', async (c) => c.body(await asVisitor(parts, c, (db) => catalogueOf(db, parts.settings.origin, parts.settings.municipalityName)), 200, attached('samenwerkende-catalogi.xml', 'application/xml; charset=utf-8')))
  for (const list of lists) {
    app.get(`/${list}`, async (c) => {
      if (c.req.query('format') !== 'ndjson') return answers.page(c, list, () => questionOf(c, list))
      return lines(parts, c, list, questionOf(c, list))
    })
    app.get(`/${list}/:id`, async (c) => {
      const id = c.req.param('id').toLowerCase()
      if (!isUuid(id)) throw notFound()
      return answers.one(c, async () => {
        const found = await asVisitor(parts, c, (db) => oneOf(db, list, id, /^(true|1)$/.test(c.req.query('full_service') ?? '')))
        if (!found) throw notFound()
        return found
      })
    })
  }
  app.onError((error, c) => {
    if (!(error instanceof Refusal)) throw error
    const headers = { 'Content-Type': 'application/problem+json', 'Access-Control-Allow-Origin': '*', ...(error.retryAfter && { 'Retry-After': String(error.retryAfter) }) }
    return c.body(JSON.stringify({ ...problemOf(error, c.get('requestId' as never) as string), status: error.status }), error.status, headers)
  })
  return { routes: app, direct: directly({ ...parts, answers, everywhere, counted }) }
}
