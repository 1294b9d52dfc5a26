import pg from 'pg'
import { type Db, over } from '../../platform/db.ts'
import type { Log } from '../../platform/log.ts'
import { type Brought, lookAt, type Tell } from './looking.ts'
import { taken, takenBack } from './taking.ts'
import { Unreadable } from './unreadable.ts'

type Open = { municipality_id: string; import_id: string; what: 'look' | 'take' | 'withdraw'; tries: number }
const mostTries = 3
const onlyOne = 7_205_011
const everySecond = 1000
const tellEvery = 300

/** A connection that broke is no fault of the work: it is done again. */
const isBroken = (error: unknown): boolean => {
  const code = String((error as { code?: unknown }).code ?? '')
  return /^(08|57P)|^E[A-Z]+$/.test(code) || /Connection terminated/.test(String((error as Error).message))
}

const ended = (clerk: pg.ClientBase, it: Open, state: 'done' | 'failed', reason: string | null, now: Date) =>
  clerk.query("update import_jobs set state = $3, reason = $4, ended_at = $5, done = case when $3 = 'done' then total else done end where municipality_id = $1 and import_id = $2", [it.municipality_id, it.import_id, state, reason, now])

async function broughtOf(worker: pg.ClientBase, it: Open): Promise<Brought> {
  const { rows } = await worker.query<{ source: string; file_name: string; content: Buffer }>('select i.source, i.file_name, f.content from imports i join import_files f on f.municipality_id = i.municipality_id and f.import_id = i.id where i.municipality_id = $1 and i.id = $2', [it.municipality_id, it.import_id])
  const [found] = rows
  if (!found) throw new Unreadable('fault')
  return { municipalityId: it.municipality_id, importId: it.import_id, source: found.source, fileName: found.file_name, bytes: found.content }
}

async function worked(db: Db, worker: pg.ClientBase, it: Open, now: Date, tell: Tell): Promise<void> {
  if (it.what === 'look') await lookAt(db, await broughtOf(worker, it), tell)
  else if (it.what === 'take') await taken(db, it.import_id, now, tell)
  else await takenBack(db, it.import_id, now, tell)
}

/** One job in one transaction: all of it is done or nothing. How far it is, is told over another connection, so that others see it meanwhile. */
async function workOn(clerk: pg.ClientBase, ownerUrl: string, it: Open, now: () => Date): Promise<void> {
  if (it.tries >= mostTries) return void (await ended(clerk, it, 'failed', 'interrupted', now()))
  await clerk.query("update import_jobs set state = 'running', tries = tries + 1, done = 0 where municipality_id = $1 and import_id = $2", [it.municipality_id, it.import_id])
  const worker = new pg.Client({ connectionString: ownerUrl, application_name: 'schakelbord import' })
  worker.on('error', () => {})
  let toldAt = 0
  let telling: Promise<unknown> = Promise.resolve()
  const tell: Tell = (done, total) => {
    if (performance.now() - toldAt < tellEvery) return
    toldAt = performance.now()
    telling = clerk.query('update import_jobs set done = $3, total = $4 where municipality_id = $1 and import_id = $2', [it.municipality_id, it.import_id, done, total]).catch(() => {})
  }
  try {
    await worker.connect()
    const { db, end } = over(worker)
    await worker.query('begin')
    const moment = now()
    const { rows } = await worker.query<{ may: boolean }>('select ctx.open_import($1, $2, $3) as may', [it.municipality_id, it.import_id, moment])
    if (!rows[0]?.may) throw new Unreadable('not-allowed')
    await worked(db, worker, it, moment, tell)
    await worker.query('commit')
    end()
    await telling
    await ended(clerk, it, 'done', null, now())
  } catch (error) {
    await telling
    if (isBroken(error)) throw error
    await worker.query('rollback').catch(() => {})
    await ended(clerk, it, 'failed', error instanceof Unreadable ? error.reason : 'fault', now())
    if (it.what === 'look') await clerk.query("update imports set state = 'unreadable' where municipality_id = $1 and id = $2 and state = 'waiting'", [it.municipality_id, it.import_id])
    if (!(error instanceof Unreadable)) throw error
  } finally {
    await worker.end().catch(() => {})
  }
}

/**
 * Does everything that waits, the oldest first. What was running when a program stopped is done again from its beginning: nothing of it was kept.
 *
 * @param clerk  logged in as the owner of the tables; holds the lock that lets one program work
 * @returns how many jobs were done or failed
 */
export async function workOff(clerk: pg.ClientBase, ownerUrl: string, now: () => Date): Promise<number> {
  const { rows: held } = await clerk.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [onlyOne])
  if (!held[0]?.held) return 0
  let done = 0
  try {
    for (;;) {
      const { rows } = await clerk.query<Open>("select municipality_id, import_id, what, tries from import_jobs where state in ('waiting', 'running') order by asked_at limit 1")
      const [next] = rows
      if (!next) return done
      await workOn(clerk, ownerUrl, next, now)
      done++
    }
  } finally {
    await clerk.query('select pg_advisory_unlock($1)', [onlyOne]).catch(() => {})
  }
}

/** Looks every second for imports that wait, as long as the program runs. */
export function startImports(it: { ownerUrl: string; log: Log; now?: () => Date }): { stop: () => Promise<void> } {
  const now = it.now ?? (() => new Date())
  let clerk: pg.Client | undefined
  let busy: Promise<void> = Promise.resolve()
  let idle = true
  const round = async (): Promise<void> => {
    try {
      if (!clerk) {
        const fresh = new pg.Client({ connectionString: it.ownerUrl, application_name: 'schakelbord imports' })
        fresh.on('error', () => {
          if (clerk === fresh) clerk = undefined
        })
        await fresh.connect()
        clerk = fresh
      }
      await workOff(clerk, it.ownerUrl, now)
    } catch (error) {
      it.log.error({ event: 'import', code: String((error as { code?: unknown }).code ?? 'fault') })
      await clerk?.end().catch(() => {})
      clerk = undefined
    }
    idle = true
  }
  const timer = setInterval(() => {
    if (!idle) return
    idle = false
    busy = round()
  }, everySecond)
  return {
    stop: async () => {
      clearInterval(timer)
      // Work that takes long is not waited for: it is undone, and done again at the next start.
      await Promise.race([busy, new Promise((over) => setTimeout(over, 3000))])
      await clerk?.end().catch(() => {})
    },
  }
}
