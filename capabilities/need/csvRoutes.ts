import { type Context as HonoContext, Hono } from 'hono'
import type pg from 'pg'
import { inContext } from '../../platform/context.ts'
import { notFound, Refusal } from '../../platform/refusal.ts'
import { callerOf, checkPath } from '../../platform/request.ts'
import type { Settings } from '../../platform/server-settings.ts'
import { fieldErrors } from '../../platform/validation.ts'
import { mayReadNeed } from '../prevalences/index.ts'
import { presentAreaNeed } from './present.ts'
import { findAreaNeed } from './record.ts'
import { shownAreaNeed } from './shown.ts'
import { texts } from './texts.ts'
import { needQuery } from './views.tsx'
import { csvOf } from './words.ts'

/** The needs of an area for a spreadsheet, with the choices of the page in the address. */
export function needFileRoutes({ pool, settings }: { pool: pg.Pool; settings: Settings }): Hono {
  const app = new Hono()
  app.get('/wijk/:slug/behoefte.csv', async (c: HonoContext) => {
    const { slug = '' } = checkPath({ slug: c.req.param('slug') ?? '' })
    const query = needQuery.safeParse(Object.fromEntries([...new URL(c.req.url).searchParams].filter(([, value]) => value !== '')))
    if (!query.success) throw new Refusal(400, 'query.invalid', { nl: 'Dit adres klopt niet helemaal.', en: 'This address is not quite right.' }, { errors: fieldErrors(query.error, 'query') })
    const file = await inContext(
      pool,
      callerOf(c, settings),
      { name: 'need.download', action: 'R' },
      null,
      (reading) => findAreaNeed(reading, { slug }),
      async ({ actor }, record) => {
        if (!mayReadNeed(actor)) throw notFound()
        return { result: csvOf(shownAreaNeed.parse(presentAreaNeed(record, query.data))), subjects: [record.area.area.id] }
      },
      (actor) => {
        if (actor.kind === 'visitor') throw new Refusal(401, 'session.needed', texts.signIn)
        if (actor.kind === 'resident') throw notFound()
      },
    )
    return c.body(file, 200, { 'Content-Type': 'text/csv; charset=utf-8', 'Content-Disposition': `attachment; filename="behoefte-${slug}.csv"`, 'Cache-Control': 'no-store' })
  })
  return app
}
