import type pg from 'pg'
import { watch } from './cpu.ts'
import { caller, press } from './load.ts'
import { median } from './report.ts'
import { between } from './trips.ts'
import type { Workload } from './workloads.ts'
import type { Served, World } from './world.ts'

/** What one answer cost in one round: milliseconds of CPU, and answers a second on the clock; `empty` is what an answer with nothing in it cost around it. */
export type Round = { node: number; database: number; buffers: number; rate: number; empty: number }

/** Pages of memory that answers touched so far; what the server does by itself, such as cleaning up after the data were made, is not theirs. */
const touched = async (owner: pg.Client): Promise<number> => {
  await owner.query('select pg_stat_force_next_flush()')
  return Number((await owner.query<{ n: string }>("select sum(hits + reads) as n from pg_stat_io where backend_type = 'client backend'")).rows[0]?.n)
}

export async function round(world: World, served: Served, it: Workload, milliseconds: number): Promise<Omit<Round, 'empty'>> {
  const before = await touched(world.owner)
  const [node, database] = [watch(served.pid), watch(world.cluster.pid)]
  const { answers, wall } = await press(served.port, it.clients, milliseconds, () => it.ask(served.port), it.good)
  const spent = { node: node() / answers, database: database() / answers }
  await new Promise((over) => setTimeout(over, 1100)) // each connection hands in its counts at most once a second, when it next has something to do
  const last = await press(served.port, it.clients, 1, () => it.ask(served.port), it.good)
  return { ...spent, buffers: ((await touched(world.owner)) - before) / (answers + last.answers), rate: (answers * 1000) / wall }
}

/** How often the program waits for the database in one answer: the middle of forty, because a busy machine tears apart what left together. */
export async function trips(world: World, it: Workload): Promise<number> {
  const proxy = await between(world.cluster.port)
  const through = (url: string) => url.replace(`:${world.cluster.port}/`, `:${proxy.port}/`)
  const home = `${world.cluster.folder}-through`
  const served = await world.serve({ DATA_DIR: home, DATABASE_URL: world.cluster.ownerUrl, APP_DATABASE_URL: through(world.cluster.appUrl), SEALER_DATABASE_URL: world.cluster.sealerUrl })
  const { send, close } = caller(served.port, 1)
  const counts: number[] = []
  for (let times = 0; times < 60; times++) {
    const before = proxy.trips()
    await send(it.ask(served.port))
    counts.push(proxy.trips() - before)
  }
  close()
  await served.stop()
  proxy.close()
  return median(counts.slice(20)) // the first ones also prepare their statements
}

