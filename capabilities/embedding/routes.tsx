import { type Context as HonoContext, Hono } from 'hono'
import type { Child } from 'hono/jsx'
import type pg from 'pg'
import { addressOf } from '../../platform/address.ts'
import { inContext } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Settings } from '../../platform/server-settings.ts'
import { inLocale, locale, say } from '../../platform/texts.ts'
import type { Limit, Throttle } from '../../platform/throttle.ts'
import { fieldErrors } from '../../platform/validation.ts'
import { type EmbedQuery, embeddedList, embedQuery } from './list.ts'
import { EmbeddedDocument, EmbeddingPage } from './pages.tsx'
import { texts } from './texts.ts'

const mostRequests: Limit = { most: 300, seconds: 60 }
const someMinutes = 'public, max-age=300'

type Parts = { pool: pg.Pool; settings: Settings; throttle: Throttle; /** puts a page in its public frame */ frame: (title: string, main: Child, path: string) => Child }

/** The list for other sites: a page that goes in a frame, the same as JSON, and how to use it. Always as a visitor, with nothing remembered. */
export function embeddingRoutes({ pool, settings, throttle, frame }: Parts): Hono {
  const app = new Hono()
  const sites = settings.embedSites ?? []
  const asked = (c: HonoContext): EmbedQuery => {
    throttle('embedding.list', mostRequests, addressOf(c, settings), settings.now())
    const query = embedQuery.safeParse(Object.fromEntries(new URL(c.req.url).searchParams))
    if (!query.success) throw new Refusal(400, 'query.invalid', { nl: 'Dit adres klopt niet helemaal.', en: 'This address is not quite right.' }, { errors: fieldErrors(query.error, 'query') })
    return query.data
  }
  const list = (c: HonoContext, query: EmbedQuery) =>
    inContext(pool, { token: null, municipalityId: settings.municipalityId, now: settings.now(), requestId: c.get('requestId') as string }, null, null, (reading) => embeddedList(reading, query, settings.origin), async (_ctx, result) => ({ result, subjects: [] }))

  // The language of the list is the choice of the site it stands on; a cookie that comes along changes nothing.
  app.get('/insluiten/lijst', (c) => {
    const query = asked(c)
    return inLocale(query.taal ?? 'nl', async () => {
      const it = await list(c, query)
      c.set('framedBy' as never, sites as never)
      return c.html(<EmbeddedDocument it={it} query={query} />, 200, { 'Cache-Control': someMinutes })
    })
  })
  app.get('/insluiten/lijst.json', (c) => {
    const query = asked(c)
    return inLocale(query.taal ?? 'nl', async () => {
      const { total, area, lines, more } = await list(c, query)
      return c.json({ total, area, lines, more }, 200, { 'Cache-Control': someMinutes, 'Access-Control-Allow-Origin': '*', 'Content-Language': locale() })
    })
  })
  app.get('/insluiten', async (c) => {
    const query = asked(c)
    return c.html(<>{frame(say(texts.title), <EmbeddingPage it={await list(c, query)} query={query} origin={settings.origin} sites={sites} />, '/insluiten')}</>)
  })
  return app
}
