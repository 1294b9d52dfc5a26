import { randomUUID } from 'node:crypto'
import { municipalityId } from '../db/seeds/demo/cast.ts'
import { caseAt } from './cases.ts'
import { type Asked, caller } from './load.ts'
import { service } from './services.ts'
import { cookie, type Growing, type Served, type World } from './world.ts'

/** What a row may cost. Milliseconds of CPU for one answer. */
export type Goals = { node: number; database?: number; buffers?: number; trips?: number }
export type Workload = {
  name: 'pages' | 'signals' | 'cases'
  what: string
  clients: number
  good: number
  goals: Goals
  /** what grows with `--scale`, and how many there are otherwise */
  grows: Growing
  size: number
  ask: (port: number) => Asked
  /** The answers are right before their time counts. @throws Error that says what is not */
  gate: (world: World, served: Served, size: number, seed: number) => Promise<void>
}

const check = (holds: boolean, what: string): void => {
  if (!holds) throw new Error(`the gate does not hold: ${what}`)
}

const get = async (port: number, path: string, headers: Record<string, string> = {}): Promise<string> => {
  const { send, close } = caller(port, 1)
  const { status, text } = await send({ path, headers })
  close()
  check(status === 200, `${path} answers ${status}`)
  return text
}

const linked = (html: string, pattern: RegExp): string[] => [...new Set([...html.matchAll(pattern)].map(([, found]) => found ?? ''))]

const pages: Workload = {
  name: 'pages', what: 'public list of the directory, a page of 20', clients: 8, good: 200, goals: { node: 1.5 }, grows: 'services', size: 1000,
  ask: () => ({ path: '/zoeken' }),
  gate: async ({ owner }, { port }, size, seed) => {
    const slugs = linked(await get(port, '/zoeken'), /href="[^"]*\/(s-\d+)"/g)
    check(slugs.length > 0 && slugs.length <= 20, `${slugs.length} services on the page`)
    check(slugs.every((slug) => service(seed, Number(slug.slice(2))).public && Number(slug.slice(2)) < size), 'only public services of this set')
    const { total } = JSON.parse(await get(port, '/api/v1/directory/search')) as { total: number }
    const { rows } = await owner.query<{ n: number }>("select count(*)::integer as n from directory_index where municipality_id = $1 and entity in ('service', 'organization', 'network', 'program') and visibility = 'public' and state = 'published'", [municipalityId])
    check(total === rows[0]?.n, `${total} found, ${rows[0]?.n} in the database`)
  },
}

const worry = JSON.stringify({ area: 'kruiskamp-koppel', relation: 'neighbour', seen: 'De gordijnen zijn al dagen dicht en de post ligt voor de deur.', urgency: 'normal', knows: 'no', wantsFeedback: true })

const signals: Workload = {
  name: 'signals', what: 'worry registered, durable and audited, 32 at once', clients: 32, good: 201, goals: { node: 1.5, trips: 3 }, grows: 'signals', size: 20_000,
  ask: (port) => ({ method: 'POST', path: '/api/v1/worries', headers: { 'content-type': 'application/json', 'idempotency-key': randomUUID(), origin: `http://127.0.0.1:${port}` }, body: worry }),
  gate: async ({ owner }, { port }) => {
    const count = async () => (await owner.query<{ s: number; e: number; off: number; f: number }>("select (select count(*)::integer from signals) as s, (select count(*)::integer from audit.events where event_code = 'signals.report') as e, (select count(*)::integer from pg_settings where name in ('fsync', 'full_page_writes', 'synchronous_commit') and setting = 'off') as off, (select sum(fsyncs)::integer from pg_stat_io where object = 'wal') as f")).rows[0]!
    const before = await count()
    const { send, close } = caller(port, 1)
    const same = signals.ask(port)
    for (let times = 0; times < 20; times++) check((await send(times < 2 ? same : signals.ask(port))).status === 201, 'a worry is accepted')
    close()
    await new Promise((over) => setTimeout(over, 1200)) // the server counts its own disk work once a second
    await owner.query('select pg_stat_force_next_flush()')
    const after = await count()
    check(after.s - before.s === 19, `${after.s - before.s} signals from 20 requests of which two were the same`)
    check(after.e - before.e === 20, `${after.e - before.e} lines in the log from 20 requests`)
    check(after.off === 0, 'fsync, full_page_writes and synchronous_commit are on')
    check(after.f > before.f, 'the log of the database is written through to the disk')
  },
}

const cases: Workload = {
  name: 'cases', what: 'list of 50 cases, audited, under row level security; who looks has a part in 25', clients: 8, good: 200, goals: { node: 2, database: 2.5, buffers: 200, trips: 2 }, grows: 'cases', size: 200_000,
  ask: () => ({ path: '/casussen', headers: cookie }),
  gate: async ({ owner }, { port }, size, seed) => {
    const shown = linked(await get(port, '/casussen', cookie), /href="\/casussen\/([0-9a-f-]{36})"/g)
    const ours = new Map(Array.from({ length: size }, (_, place) => caseAt(seed, place)).filter((it) => it.team === 0 && it.state !== 'closed').map((it) => [it.id, it]))
    check(shown.length === Math.min(50, ours.size), `${shown.length} cases on the page of ${ours.size}`)
    check(shown.every((id) => ours.has(id)), 'no case of another team')
    const { rows } = await owner.query<{ id: string }>("select id from cases where id = any ($1) and state <> 'closed' order by next_on, id limit 50", [[...ours.keys()]])
    check(rows.map(({ id }) => id).join() === shown.join(), 'the same cases in the same order as without row level security')
    const before = (await owner.query<{ n: number }>("select count(*)::integer as n from audit.events where event_code = 'cases.list' and cardinality(subjects) >= 50")).rows[0]!.n
    await get(port, '/casussen', cookie)
    const after = (await owner.query<{ n: number }>("select count(*)::integer as n from audit.events where event_code = 'cases.list' and cardinality(subjects) >= 50")).rows[0]!.n
    check(ours.size < 50 || after === before + 1, 'each look has one line in the log, with the cases in it')
  },
}

export const workloads: readonly Workload[] = [pages, signals, cases]
