import { Hono } from 'hono'
import type { Log } from '../platform/log.ts'

/** `/livez` asks nothing of others; `/readyz` tells whether work can be done, and only the log hears why not. */
export function healthRoutes(ready: () => Promise<readonly string[]>, log: Log): Hono {
  const routes = new Hono()
  routes.get('/livez', (c) => c.text('ok\n'))
  routes.get('/readyz', async (c) => {
    const wrong = await ready()
    if (wrong.length === 0) return c.text('ok\n')
    log.error({ event: 'not ready', message: wrong.join(', ') })
    return c.text('not ready\n', 503, { 'Retry-After': '5' })
  })
  return routes
}
