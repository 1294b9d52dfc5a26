import { type Context as HonoContext, Hono } from 'hono'
import type pg from 'pg'
import { inContext } from '../../platform/context.ts'
import type { Db } from '../../platform/db.ts'
import { notFound, Refusal } from '../../platform/refusal.ts'
import { callerOf, checkPath } from '../../platform/request.ts'
import type { Settings } from '../../platform/server-settings.ts'
import { findExport, mayFetch, type WholeExport } from './exporting.tsx'
import { packageOf } from './exportPackage.ts'
import { exportTexts } from './exportTexts.ts'
import { wholeSpreadsheetOf, wholeWorkbookOf } from './wholeList.ts'

const kinds = { 'pakket.zip': ['sociale-kaart-geheel-hsds.zip', 'application/zip'], 'lijst.csv': ['sociale-kaart-geheel.csv', 'text/csv; charset=utf-8'], 'lijst.xlsx': ['sociale-kaart-geheel.xlsx', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'] } as const

/** The files of an export of everything: made when they are fetched, each fetch with a row in the log before anything leaves. */
export function exportRoutes({ pool, settings }: { pool: pg.Pool; settings: Settings }): Hono {
  const app = new Hono()
  /** Lets in who made it, and writes down that it is fetched. */
  const admitted = <T>(c: HonoContext, work: (db: Db, it: WholeExport) => Promise<T>): Promise<T> =>
    inContext(
      pool,
      callerOf(c, settings),
      { name: 'exchange.fetch-whole', action: 'E' },
      null,
      (reading) => findExport(reading, { exportId: checkPath({ exportId: c.req.param('exportId') ?? '' }).exportId ?? '' }),
      async ({ db, actor, now }, it) => {
        if (actor.kind !== 'worker' || !mayFetch(actor, it, now)) throw notFound()
        return { result: await work(db, it), subjects: [it.id] }
      },
      (actor) => {
        if (actor.kind === 'visitor') throw new Refusal(401, 'session.needed', exportTexts.signIn)
        if (actor.kind === 'resident') throw notFound()
      },
    )
  const headers = (file: keyof typeof kinds) => ({ 'Content-Type': kinds[file][1], 'Content-Disposition': `attachment; filename="${kinds[file][0]}"`, 'Cache-Control': 'no-store' })
  app.get('/sociale-kaart/uitvoer/:exportId/lijst.csv', async (c) => c.body(await admitted(c, (db, it) => wholeSpreadsheetOf(db, it.masked)), 200, headers('lijst.csv')))
  app.get('/sociale-kaart/uitvoer/:exportId/lijst.xlsx', async (c) => c.body(await admitted(c, (db, it) => wholeWorkbookOf(db, it.masked)), 200, headers('lijst.xlsx')))
  app.get('/sociale-kaart/uitvoer/:exportId/pakket.zip', async (c) => {
    const { masked } = await admitted(c, async (_db, it) => it)
    const pieces = packageOf(
      (work) => inContext(pool, callerOf(c, settings), null, null, ({ db }) => work(db), async (_ctx, result) => ({ result, subjects: [] })),
      { all: true, masked },
    )
    const stream = new ReadableStream<Uint8Array>({
      async pull(controller) {
        const { value, done } = await pieces.next()
        if (done) controller.close()
        else controller.enqueue(value)
      },
      async cancel() {
        await pieces.return(undefined)
      },
    })
    return c.body(stream, 200, headers('pakket.zip'))
  })
  return app
}
