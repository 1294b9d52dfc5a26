import { createHash } from 'node:crypto'
import { type Context as HonoContext, Hono } from 'hono'
import type pg from 'pg'
import { addressOf } from '../../platform/address.ts'
import { inContext } from '../../platform/context.ts'
import { notFound, Refusal } from '../../platform/refusal.ts'
import { checkPath } from '../../platform/request.ts'
import { canonical } from '../../platform/serve.ts'
import type { Settings } from '../../platform/server-settings.ts'
import type { Limit, Throttle } from '../../platform/throttle.ts'
import { fieldErrors } from '../../platform/validation.ts'
import { compileDocument } from './compile.ts'
import { documentData } from './document.ts'
import { presentPublic } from './present.ts'
import { shownPublic } from './shown.ts'
import { findPublicMap, publicQuery } from './views.tsx'

const mostRequests: Limit = { most: 60, seconds: 60 }
/** Documents that are kept, the last asked for last. Their name is what is in them, so that a change makes another. */
const most = 24
const kept = new Map<string, Buffer>()

function documentOf(name: string, data: object): Buffer {
  const made = kept.get(name) ?? compileDocument(data)
  kept.delete(name)
  kept.set(name, made)
  for (const oldest of kept.keys()) if (kept.size > most) kept.delete(oldest)
  return made
}

/** The public map as a document for paper and for people who read with a screen reader. Always what a visitor may see, whoever asks. */
export function mapDocumentRoutes({ pool, settings, throttle }: { pool: pg.Pool; settings: Settings; throttle: Throttle }): Hono {
  const app = new Hono()
  app.get('/wijk/:slug/kaart.pdf', async (c: HonoContext) => {
    throttle('neighbourhood-map.document', mostRequests, addressOf(c, settings), settings.now())
    const { slug = '' } = checkPath({ slug: c.req.param('slug') ?? '' })
    const query = publicQuery.safeParse(Object.fromEntries(new URL(c.req.url).searchParams))
    if (!query.success) throw new Refusal(400, 'query.invalid', { nl: 'Dit adres klopt niet helemaal.', en: 'This address is not quite right.' }, { errors: fieldErrors(query.error, 'query') })
    const { editie, maand } = query.data
    const visitor = { token: null, municipalityId: settings.municipalityId, now: settings.now(), requestId: c.get('requestId') as string }
    const shown = await inContext(pool, visitor, null, null, (reading) => findPublicMap(reading, { slug }, { editie }), async (ctx, found) => ({ result: shownPublic.parse(await presentPublic(ctx, found, maand && `${maand}-01`)), subjects: [] }))
    const { edition } = shown
    if (edition === null) throw notFound()
    const data = documentData({ ...shown, edition })
    const name = createHash('sha256').update(canonical(data)).digest('base64url')
    const etag = `"${name}"`
    const headers = { ETag: etag, 'Cache-Control': 'no-cache', Vary: 'Cookie', 'Content-Disposition': `inline; filename="wijkkaart-${shown.slug}-${edition}.pdf"` }
    if (c.req.header('if-none-match') === etag) return c.body(null, 304, headers)
    return c.body(new Uint8Array(documentOf(name, data)), 200, { ...headers, 'Content-Type': 'application/pdf' })
  })
  return app
}
