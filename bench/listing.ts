import { isDeepStrictEqual } from 'node:util'
import { municipalityId } from '../db/seeds/demo/cast.ts'
import { watch } from './cpu.ts'
import { emptyServer } from './limits.ts'
import { type Asked, caller, press } from './load.ts'
import { bareList } from './peer.ts'
import { crowded, load, median, say, spread } from './report.ts'
import { service } from './services.ts'
import type { Served, World } from './world.ts'

const clients = 8
/** In answers of the bare list, and of an empty handler, that the same CPU gives. */
const goals = { peer: 1, empty: 0.6 }
type Options = { seed: number; rounds: number; milliseconds: number; smoke: boolean }
type Page = { total_items: number; contents: { id: string; name: string }[] }

const check = (holds: boolean, what: string): void => {
  if (!holds) throw new Error(`the gate does not hold: ${what}`)
}

const path = '/hsds/services?per_page=50'
const again = (): Asked => ({ path })
let questions = 0
/** A question that nobody asked before, with the same answer: what changed since another moment long ago. */
const anew = (): Asked => ({ path: `${path}&modified_after=${new Date(Date.UTC(1990) + ++questions).toISOString()}` })

async function textOf(port: number, asked: Asked): Promise<string> {
  const { send, close } = caller(port, 1)
  const { status, text } = await send(asked)
  close()
  check(status === 200, `${asked.path} answers ${status}`)
  return text
}

/** The list holds everything that is public and nothing else, in order, each page as the bare list gives it; and what is withdrawn is gone at once. */
async function right({ owner }: World, port: number, peer: number, seed: number, size: number): Promise<number> {
  const open = Array.from({ length: size }, (_, place) => service(seed, place)).filter((it) => it.public)
  const known = new Set(open.map(({ id }) => id))
  const last = Math.ceil(open.length / 50)
  for (const page of new Set([1, 2, Math.ceil(last / 2), last])) {
    for (const asked of [`${path}&page=${page}`, `${path}&page=${page}`, `${anew().path}&page=${page}`]) {
      const [ours, theirs] = [JSON.parse(await textOf(port, { path: asked })), JSON.parse(await textOf(peer, { path: asked }))] as [Page, Page]
      check(ours.total_items === open.length, `${ours.total_items} services of ${open.length}`)
      check(ours.contents.length === (page === last ? open.length - 50 * (last - 1) : 50) && ours.contents.every(({ id }) => known.has(id)), `page ${page} is full, and of public services only`)
      check(isDeepStrictEqual(ours, theirs), `page ${page} is the same as that of the bare list`)
    }
  }
  const text = await textOf(port, again())
  const [first] = (JSON.parse(text) as Page).contents
  const show = async (visibility: string) => {
    await owner.query("set session_replication_role = 'origin'")
    await owner.query('update services set visibility = $3 where municipality_id = $1 and id = $2', [municipalityId, first!.id, visibility])
    await owner.query("set session_replication_role = 'replica'")
  }
  await show('professionals')
  check(!(await textOf(port, again())).includes(first!.id), 'what is withdrawn is gone at once')
  await show('public')
  check((await textOf(port, again())) === text, 'and what is public again is there at once')
  return Buffer.byteLength(text)
}

/** The mark of the page, with which who has it asks whether it is still the same. */
async function markOf(port: number): Promise<string> {
  const { headers } = await fetch(`http://127.0.0.1:${port}${path}`)
  const mark = headers.get('etag') ?? ''
  check(mark !== '', 'a page has a mark')
  return mark
}

/** Milliseconds that each side answers before it is measured, and at the start of each turn: as for searches. */
const [warmFor, settleFor] = [10_000, 500]

type Cost = { node: number; database: number }
type Side = { name: string; port: number; pid: number; ask: () => Asked; good?: number }

async function cost(made: World, { port, pid, ask, good = 200 }: Side, milliseconds: number): Promise<Cost> {
  await press(port, clients, settleFor, ask, good)
  const [node, database] = [watch(pid), watch(made.cluster.pid)]
  const { answers } = await press(port, clients, milliseconds, ask, good)
  return { node: node() / answers, database: database() / answers }
}

/** How many answers of ours the CPU of one of theirs gives, round by round. */
const ratios = (ours: readonly Cost[], theirs: readonly { node: number }[]): number[] => ours.map(({ node }, at) => theirs[at]!.node / node)
const judged = (values: readonly number[], goal: number): string => `${median(values).toFixed(2)} (${Math.min(...values).toFixed(2)}-${Math.max(...values).toFixed(2)}), goal ${goal}: ${spread(values) > 1.5 ? 'NOISY' : median(values) >= goal ? 'reached' : 'MISSED'}`

async function atSize(made: World, served: Served, size: number, { seed, rounds, milliseconds, smoke }: Options): Promise<void> {
  await made.load.services(size)
  const peer = await bareList(made.cluster.superUrl('schakelbord'), municipalityId)
  try {
    const bytes = await right(made, served.port, peer.port, seed, size)
    if (smoke) return say(`hsds     list of 50 from ${size} services, ${Math.round(bytes / 1024)} KB: the same as a bare list gives, and what is withdrawn is gone at once`)
    const mark = await markOf(served.port)
    const sides: Side[] = [
      { name: 'packed', ...served, ask: () => ({ path, headers: { 'accept-encoding': 'gzip' } }) }, { name: 'the same', ...served, ask: () => ({ path, headers: { 'if-none-match': mark } }), good: 304 },
      { name: 'again', ...served, ask: again }, { name: 'bare again', ...peer, ask: again }, { name: 'anew', ...served, ask: anew }, { name: 'bare anew', ...peer, ask: anew },
    ]
    const found = new Map<string, Cost[]>(sides.map(({ name }) => [name, []]))
    for (const side of sides) await press(side.port, clients, warmFor, side.ask, side.good ?? 200)
    const empty = await emptyServer()
    await empty.cost(warmFor)
    const nothing: { node: number }[] = []
    for (let turn = 0; turn < rounds; turn++) {
      const before = await empty.cost(milliseconds / 3)
      for (let at = 0; at < sides.length; at++) {
        const side = sides[(at + turn) % sides.length]!
        found.get(side.name)!.push(await cost(made, side, milliseconds))
      }
      nothing.push({ node: (before + (await empty.cost(milliseconds / 3))) / 2 })
    }
    empty.stop()
    say(`hsds     list of 50 from ${size} services, ${Math.round(bytes / 1024)} KB; ${clients} clients${crowded() ? `; NOISY (load ${load().toFixed(1)})` : ''}`)
    for (const [name, words] of [['again', 'asked again'], ['anew', 'never asked before']] as const) {
      const [ours, theirs] = [found.get(name)!, found.get(`bare ${name}`)!]
      const told = (of: readonly Cost[]) => `${median(of.map(({ node }) => node)).toFixed(3)} ms, of database ${median(of.map(({ database }) => database)).toFixed(3)} ms`
      say(`           ${words.padEnd(20)} CPU of Node ${told(ours)}; bare list ${told(theirs)}`)
      say(`           ${''.padEnd(20)} answers for one of the bare list, by CPU of Node: ${judged(ratios(ours, theirs), goals.peer)}; with that of the database ${median(ours.map((it, at) => (theirs[at]!.node + theirs[at]!.database) / (it.node + it.database))).toFixed(2)}`)
    }
    for (const [name, words] of [['again', 'asked again'], ['packed', 'asked again, packed'], ['the same', 'asked with its mark']] as const) {
      say(`           ${words.padEnd(20)} CPU of Node ${median(found.get(name)!.map(({ node }) => node)).toFixed(3)} ms; answers for one of an empty handler (${median(nothing.map(({ node }) => node)).toFixed(4)} ms): ${judged(ratios(found.get(name)!, nothing), goals.empty)}`)
    }
  } finally {
    await peer.stop()
  }
}

/** The list of services for other systems, beside a bare program that gives the same. @throws Error when an answer is not right */
export async function listing(made: World, served: Served, sizes: readonly number[], options: Options): Promise<void> {
  for (const size of sizes) {
    const { rows } = await made.owner.query<{ n: number }>('select count(*)::integer as n from services where municipality_id = $1', [municipalityId])
    if ((rows[0]?.n ?? 0) > size) say(`hsds     ${size} skipped: more services than that were made for another row; ask for this one with --only hsds`)
    else await atSize(made, served, size, options)
  }
}
