import { type Context as HonoContext, Hono } from 'hono'
import type pg from 'pg'
import { inContext, type Reading } from '../../platform/context.ts'
import { notFound } from '../../platform/refusal.ts'
import { checkPath } from '../../platform/request.ts'
import type { Settings } from '../../platform/server-settings.ts'
import { Sketch } from './Sketch.tsx'
import { groundOf } from './sketch.ts'

/** The ground of an area, for everybody. @throws Refusal 404 */
async function findGround(reading: Reading, slug: string) {
  const area = await reading.db.selectFrom('areas').where('composed', '=', false).where('slug', '=', slug).where('kind', 'not in', ['country', 'province', 'municipality']).select(['id', 'name']).executeTakeFirst()
  if (!area) throw notFound()
  return { name: area.name, ground: await groundOf(reading, area.id) }
}

/** The sketch of an area with nothing in it: the picture that people click in to point out a place. */
export function sketchRoutes({ pool, settings }: { pool: pg.Pool; settings: Settings }): Hono {
  const app = new Hono()
  app.get('/wijk/:slug/schets.svg', async (c: HonoContext) => {
    const { slug = '' } = checkPath({ slug: c.req.param('slug') ?? '' })
    const visitor = { token: null, municipalityId: settings.municipalityId, now: settings.now(), requestId: c.get('requestId') as string }
    const { name, ground } = await inContext(pool, visitor, null, null, (reading) => findGround(reading, slug), async (_ctx, it) => ({ result: it, subjects: [] }))
    return c.body(String(<Sketch ground={ground} places={[]} area={name} />), 200, { 'Content-Type': 'image/svg+xml; charset=utf-8', 'Cache-Control': 'no-cache' })
  })
  return app
}
