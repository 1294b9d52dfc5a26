import { Hono } from 'hono'
import { sql } from 'kysely'
import type pg from 'pg'
import { inContext } from '../../platform/context.ts'
import type { Settings } from '../../platform/server-settings.ts'

// More than the standard lets one file hold is for later files; no municipality comes near.
const most = 50_000
const anHour = 'public, max-age=3600'

/** The public pages of the directory, for search engines: what everybody may see today, with the day it was last changed. */
export function sitemapRoutes({ pool, settings }: { pool: pg.Pool; settings: Settings }): Hono {
  const app = new Hono()
  app.get('/sitemap.xml', async (c) => {
    const caller = { token: null, municipalityId: settings.municipalityId, now: settings.now(), requestId: c.get('requestId' as never) as string }
    const pages = await inContext(
      pool, caller, null, null,
      ({ db }) => sql<{ path: string; on: string }>`
        select '/voorziening/' || slug as path, to_char(last_modified at time zone 'Europe/Amsterdam', 'YYYY-MM-DD') as on from services
        union all select '/organisatie/' || slug, to_char(last_modified at time zone 'Europe/Amsterdam', 'YYYY-MM-DD') from organizations
        union all select '/programma/' || i.slug, to_char(o.last_modified at time zone 'Europe/Amsterdam', 'YYYY-MM-DD') from directory_index i join programs p on p.municipality_id = i.municipality_id and p.id = i.record_id
          join organizations o on o.municipality_id = p.municipality_id and o.id = p.organization_id where i.entity = 'program'
        order by path limit ${most}`.execute(db),
      async (_ctx, found) => ({ result: found.rows, subjects: [] }),
    )
    // Slugs are letters, digits and dashes, so nothing in a path needs escaping.
    const lines = ['/', '/zoeken', '/wijken'].map((path) => `<url><loc>${settings.origin}${path}</loc></url>`)
    const body = [...lines, ...pages.map(({ path, on }) => `<url><loc>${settings.origin}${path}</loc><lastmod>${on}</lastmod></url>`)].join('\n')
    return c.body(`<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${body}\n</urlset>\n`, 200, { 'Content-Type': 'application/xml; charset=utf-8', 'Cache-Control': anHour })
  })
  return app
}
