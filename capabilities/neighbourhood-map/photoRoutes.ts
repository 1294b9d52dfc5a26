import { createHash } from 'node:crypto'
import { type Context as HonoContext, Hono } from 'hono'
import { sql } from 'kysely'
import type pg from 'pg'
import { z } from 'zod'
import { inContext, type Reading } from '../../platform/context.ts'
import { notFound, Refusal } from '../../platform/refusal.ts'
import { callerOf, checkPath } from '../../platform/request.ts'
import type { Settings } from '../../platform/server-settings.ts'
import { photoTexts } from './photoTexts.ts'
import { mayReadMaps } from './policy.ts'

type Found = { picture: Buffer; kind: 'jpeg' | 'png'; mapId: string }

/** The picture itself, as far as the database shows it to the actor. @throws Refusal 404 */
async function findPicture({ db }: Reading, photoId: string, of: { mapId: string } | { slug: string }): Promise<Found> {
  if (!z.uuid().safeParse(photoId).success) throw notFound()
  const asked = db
    .selectFrom('mapPhotos as f')
    .innerJoin('neighbourhoodMaps as m', (join) => join.onRef('m.municipalityId', '=', 'f.municipalityId').onRef('m.id', '=', 'f.mapId'))
    .innerJoin('areas as a', (join) => join.onRef('a.municipalityId', '=', 'm.municipalityId').onRef('a.id', '=', 'm.areaId'))
    .where('f.municipalityId', '=', sql<string>`(select ctx.municipality())`)
    .where('f.id', '=', photoId)
  const row = await ('slug' in of ? asked.where('a.slug', '=', of.slug) : asked.where('m.id', '=', of.mapId)).select(['f.picture', 'f.kind', 'f.mapId']).executeTakeFirst()
  if (!row?.picture) throw notFound()
  return { picture: row.picture, kind: row.kind, mapId: row.mapId }
}

/** A picture is asked for anew each time: permission that was taken back counts at once. */
function answered(c: HonoContext, { picture, kind }: Found, keep: string): Response {
  const etag = `"${createHash('sha256').update(picture).digest('base64url')}"`
  const headers = { ETag: etag, 'Cache-Control': keep, 'Cross-Origin-Resource-Policy': 'same-origin', 'Content-Disposition': 'inline' }
  if (c.req.header('if-none-match') === etag) return c.body(null, 304, headers)
  return c.body(new Uint8Array(picture), 200, { ...headers, 'Content-Type': `image/${kind}` })
}

/** Photos of maps: what is public as a visitor sees it, and all of a map for who works with it. */
export function mapPhotoRoutes({ pool, settings }: { pool: pg.Pool; settings: Settings }): Hono {
  const app = new Hono()
  app.get('/wijk/:slug/kaart/foto/:photoId', async (c: HonoContext) => {
    const { slug = '', photoId = '' } = checkPath({ slug: c.req.param('slug') ?? '', photoId: c.req.param('photoId') ?? '' })
    const visitor = { token: null, municipalityId: settings.municipalityId, now: settings.now(), requestId: c.get('requestId') as string }
    const found = await inContext(pool, visitor, null, null, (reading) => findPicture(reading, photoId, { slug }), async (_ctx, it) => ({ result: it, subjects: [] }))
    return answered(c, found, 'no-cache')
  })
  app.get('/wijkkaart/:mapId/foto/:photoId', async (c: HonoContext) => {
    const { mapId = '', photoId = '' } = checkPath({ mapId: c.req.param('mapId') ?? '', photoId: c.req.param('photoId') ?? '' })
    const found = await inContext(
      pool, callerOf(c, settings), { name: 'neighbourhood-map.view-photo', action: 'R' }, null,
      (reading) => findPicture(reading, photoId, { mapId }),
      async ({ actor }, it) => {
        if (!mayReadMaps(actor)) throw notFound()
        return { result: it, subjects: [it.mapId] }
      },
      (actor) => {
        if (actor.kind === 'visitor') throw new Refusal(401, 'session.needed', photoTexts.signIn)
      },
    )
    return answered(c, found, 'private, no-cache')
  })
  return app
}
