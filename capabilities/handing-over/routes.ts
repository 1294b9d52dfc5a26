import { createHash } from 'node:crypto'
import { type Context as HonoContext, Hono } from 'hono'
import type pg from 'pg'
import { addressOf } from '../../platform/address.ts'
import { inContext } from '../../platform/context.ts'
import { fullDay } from '../../platform/dates.ts'
import { notFound, Refusal } from '../../platform/refusal.ts'
import type { Settings } from '../../platform/server-settings.ts'
import { locale, say } from '../../platform/texts.ts'
import type { Limit, Throttle } from '../../platform/throttle.ts'
import { fieldErrors } from '../../platform/validation.ts'
import { printed } from '../neighbourhood-map/index.ts'
import { qrPicture } from './qr.ts'
import { findSheet, most, presentSheet, queryFor, sheetQuery, type ShownSheet } from './sheet.ts'
import { template } from './template.ts'
import { texts } from './texts.ts'

const mostRequests: Limit = { most: 60, seconds: 60 }
const aDay = 'public, max-age=86400'

const documentData = (it: ShownSheet, origin: string) => ({
  title: say(texts.sheet), lead: say(texts.sheetLead), author: it.town, keywords: it.entries.map(({ name }) => name), lang: locale(), asof: say(texts.from(it.town, fullDay(it.on))), page: say(texts.page),
  entries: it.entries.map((one) => ({
    name: one.name, summary: one.summary ?? '', facts: [...one.facts, ...(one.phone ? [{ question: say(texts.call), answer: one.phone }] : []), { question: say(texts.website), answer: `${origin}${one.href}`.replace(/^https?:\/\//, '') }],
    qr: qrPicture(`${origin}${one.href}`), alt: say(texts.qr(one.name)),
  })),
})

/** The sheet as a tagged PDF, and the codes to scan. Always what a visitor may see, whoever asks. */
export function handoutRoutes({ pool, settings, throttle }: { pool: pg.Pool; settings: Settings; throttle: Throttle }): Hono {
  const app = new Hono()
  app.get('/meegeven/qr/:file', (c) => {
    const slug = /^([a-z0-9-]{1,80})\.svg$/.exec(c.req.param('file'))?.[1]
    if (!slug) throw notFound()
    return c.body(qrPicture(`${settings.origin}/voorziening/${slug}`), 200, { 'Content-Type': 'image/svg+xml', 'Cache-Control': aDay })
  })
  app.get('/meegeven.pdf', async (c: HonoContext) => {
    throttle('handing-over.document', mostRequests, addressOf(c, settings), settings.now())
    const given = new URL(c.req.url).searchParams
    const query = sheetQuery.safeParse({ ...Object.fromEntries([...given].filter(([name]) => name !== 's')), s: given.has('s') ? given.getAll('s') : undefined })
    if (!query.success) throw new Refusal(400, 'query.invalid', { nl: 'Dit adres klopt niet helemaal.', en: 'This address is not quite right.' }, { errors: fieldErrors(query.error, 'query') })
    // From the page to pick, with nothing ticked: that page says so and where to search.
    if (query.data.s.length === 0 && given.has('q')) return c.redirect('/meegeven')
    const visitor = { token: null, municipalityId: settings.municipalityId, now: settings.now(), requestId: c.get('requestId') as string }
    const shown = await inContext(pool, visitor, null, null, (reading) => findSheet(reading, query.data.s, most), async (ctx, found) => ({ result: presentSheet(found, ctx.now), subjects: [] }))
    if (shown.entries.length === 0) throw notFound()
    // Paper cannot say what is missing from it; the sheet on the screen does, and has the button for what fits.
    if (shown.over.length > 0) return c.redirect(`/meegeven${queryFor(query.data.s)}`)
    const pdf = await printed(documentData(shown, settings.origin), {}, template)
    const etag = `"${createHash('sha256').update(pdf).digest('base64url')}"`
    return c.body(new Uint8Array(pdf), 200, { 'Content-Type': 'application/pdf', 'Cache-Control': 'no-cache', ETag: etag, 'Content-Disposition': 'inline; filename="adressen-om-te-bewaren.pdf"' })
  })
  return app
}
