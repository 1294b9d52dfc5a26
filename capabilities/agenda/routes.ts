import { Hono } from 'hono'
import type pg from 'pg'
import { addressOf } from '../../platform/address.ts'
import { inContext } from '../../platform/context.ts'
import { queryOf } from '../../platform/html.tsx'
import { Refusal } from '../../platform/refusal.ts'
import type { Settings } from '../../platform/server-settings.ts'
import type { Limit, Throttle } from '../../platform/throttle.ts'
import { fieldErrors } from '../../platform/validation.ts'
import { feedQuestion } from './asked.ts'
import { feedOf } from './feed.ts'

const mostRequests: Limit = { most: 120, seconds: 60 }

/** The agenda for other calendars. A visitor asks, whoever is signed in: a calendar that subscribes has no session. */
export function agendaRoutes({ pool, settings, throttle }: { pool: pg.Pool; settings: Settings; throttle: Throttle }): Hono {
  const app = new Hono()
  app.get('/agenda.ics', async (c) => {
    throttle('agenda.feed', mostRequests, addressOf(c, settings), settings.now())
    const asked = feedQuestion.safeParse(queryOf(new URL(c.req.url).searchParams))
    if (!asked.success) throw new Refusal(400, 'query.invalid', { nl: 'Dit adres klopt niet helemaal.', en: 'This address is not quite right.' }, { errors: fieldErrors(asked.error, 'query') })
    const caller = { token: null, municipalityId: settings.municipalityId, now: settings.now(), requestId: c.get('requestId' as never) as string }
    const text = await inContext(pool, caller, null, null, (reading) => feedOf(reading, asked.data, settings.origin), async (_ctx, result) => ({ result, subjects: [] }))
    return c.body(text, 200, { 'Content-Type': 'text/calendar; charset=utf-8', 'Cache-Control': 'public, max-age=300', Vary: 'Cookie', 'Content-Disposition': 'inline; filename="agenda.ics"' })
  })
  return app
}
