import { createHash } from 'node:crypto'
import { type Context as HonoContext, Hono } from 'hono'
import type pg from 'pg'
import { addressOf } from '../../platform/address.ts'
import { type Caller, inContext } from '../../platform/context.ts'
import { notFound, Refusal } from '../../platform/refusal.ts'
import { checkPath } from '../../platform/request.ts'
import { canonical } from '../../platform/serve.ts'
import type { Settings } from '../../platform/server-settings.ts'
import type { Limit, Throttle } from '../../platform/throttle.ts'
import { fieldErrors } from '../../platform/validation.ts'
import type { Pictures } from './compile.ts'
import { documentData } from './document.ts'
import { printed } from './press.ts'
import { presentPublic } from './present.ts'
import { type ShownPublic, shownPublic } from './shown.ts'
import { findPublicMap, publicQuery } from './views.tsx'

const mostRequests: Limit = { most: 60, seconds: 60 }
/** Documents that are kept, the last asked for last. Their name is what is in them, so that a change makes another. */
const most = 24
const kept = new Map<string, Buffer>()

async function documentOf(name: string, data: object, pictures: Pictures): Promise<Buffer> {
  const made = kept.get(name) ?? (await printed(data, pictures))
  kept.delete(name)
  kept.set(name, made)
  for (const oldest of kept.keys()) if (kept.size > most) kept.delete(oldest)
  return made
}

/** The photos that a map shows, as a visitor may see them, under the names that the document knows them by. */
async function picturesOf({ pool }: { pool: pg.Pool }, visitor: Caller, { sections }: ShownPublic): Promise<Pictures> {
  const ids = sections.flatMap(({ photos }) => photos.map(({ id }) => id))
  if (ids.length === 0) return {}
  const rows = await inContext(pool, visitor, null, null, ({ db }) => db.selectFrom('mapPhotos').where('id', 'in', ids).select(['id', 'kind', 'picture']).execute(), async (_ctx, found) => ({ result: found, subjects: [] }))
  // Taken back between the one question and the other: then there is no document now, and the next one is without it.
  if (rows.length < ids.length) throw notFound()
  return Object.fromEntries(rows.flatMap(({ id, kind, picture }) => (picture ? [[`${id}.${kind}`, picture]] : [])))
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
    return c.body(new Uint8Array(await documentOf(name, data, kept.has(name) ? {} : await picturesOf({ pool }, visitor, shown))), 200, { ...headers, 'Content-Type': 'application/pdf' })
  })
  return app
}
