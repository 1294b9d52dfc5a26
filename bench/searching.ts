import { municipalityId } from '../db/seeds/demo/cast.ts'
import { memoryOf, watch } from './cpu.ts'
import { type Asked, caller } from './load.ts'
import { fullText, miniSearch, type Peer, toPeer, xapian } from './peer.ts'
import { type Asking, edits, kinds, questionAt, standing } from './questions.ts'
import { crowded, exponent, load, median, say, spread } from './report.ts'
import { service } from './services.ts'
import type { Served, World } from './world.ts'

const goals = { recall: 0.98, suggest: 15, growth: Math.log10(3) }
/** With how many times as many answers of the same CPU we are content. */
const peers: { name: string; /** none for who does less than the page asks for */ goal?: number; /** it spends time of the database too */ database?: true; /** it counts, and its counts must be right */ counts?: true; start: (seed: number, size: number, made: World) => Promise<Peer | { skipped: string }> }[] = [
  { name: 'minisearch', goal: 15, start: miniSearch },
  { name: 'xapian, with how many there are and how many with each mark', goal: 2.5, counts: true, start: xapian('counted') },
  { name: 'xapian, the first twenty and a guess', start: xapian('first') },
  { name: 'full text of PostgreSQL, no repair', goal: 0.8, database: true, start: (_seed, _size, made) => fullText(made.cluster.superUrl('schakelbord'), municipalityId) },
]
const editsAsked = 200
/** Milliseconds that each side answers before it is measured: programs in JavaScript become twice as fast in their first half minute, and then run for days. */
const warmFor = 30_000
/** Whoever searches first has so many entries told to the program: what it answers until it knows all is not what it answers for days. */
const toldAtOnce = 1000
/** Milliseconds that each turn begins with and that are not measured: what the side before it left in the caches of the processor and the database is not its own. */
const settleFor = 1000
type Options = { seed: number; rounds: number; milliseconds: number; smoke: boolean }
type Answer = { total: number; lines: { href: string | null; forWhom: string | null; metres: number | null }[] }

const check = (holds: boolean, what: string): void => {
  if (!holds) throw new Error(`the gate does not hold: ${what}`)
}

/** A question as our own program is asked it: what everybody may ask, with everything the page has of it. */
const toOurs = ({ kind, q, postcode }: Asking): Asked =>
  kind === 'suggest' ? { path: `/api/v1/directory/suggestions?${new URLSearchParams({ q })}` }
    : { path: `/api/v1/directory/search?${new URLSearchParams({ q, soort: 'hulp', ...(kind === 'filter' && { handig: 'zonder-indicatie' }), ...(postcode && { postcode }) })}` }

async function askedOf<T>(port: number, asked: Asked): Promise<T> {
  const { send, close } = caller(port, 1)
  const { status, text } = await send(asked)
  close()
  check(status === 200, `${asked.path} answers ${status}`)
  return JSON.parse(text) as T
}

const placesOf = (answer: Answer): number[] => answer.lines.map(({ href }) => Number(/\/s-(\d+)$/.exec(href ?? '')?.[1] ?? -1))

/** What is found is right: it is there, it may be seen, and it is what was asked for. */
async function right(port: number, seed: number, size: number, questions: number): Promise<void> {
  for (let at = 0; at < questions; at++) {
    const asking = questionAt(seed, size, at)
    const one = service(seed, asking.about)
    if (asking.kind === 'suggest') {
      const { words } = await askedOf<{ words: string[] }>(port, toOurs(asking))
      check(words.length > 0 && words.every((word) => word.toLowerCase().startsWith(asking.q)), `what begins with ${asking.q} is suggested`)
      continue
    }
    const answer = await askedOf<Answer>(port, toOurs(asking))
    const places = placesOf(answer)
    check(places.every((place) => place >= 0 && place < size && service(seed, place).public), `only public services of this set for ${asking.q}`)
    check(answer.lines.every(({ forWhom }, at) => forWhom === service(seed, places[at]!).forWhom), `each line tells for whom it is, for ${asking.q}`)
    if (asking.kind === 'filter') check(places.every((place) => standing(seed, place).indication === 'not-needed'), `only what needs no indication for ${asking.q}`)
    if (asking.kind === 'near') check(answer.lines.every(({ metres }) => metres !== null), `how far each is from ${asking.postcode}`)
    if (asking.kind === 'exact' && one.public && answer.total <= 20) check(places.includes(asking.about), `${one.name} is found by its own name`)
    check(answer.lines.length === Math.min(20, answer.total), `${answer.lines.length} lines of ${answer.total}`)
  }
}

/** Of what the right word finds on its first page, the part that the wrong one finds too. */
async function recall(all: readonly { word: string; wrong: string }[], first: (q: string) => Promise<readonly unknown[]>): Promise<number> {
  let [wanted, got] = [0, 0]
  for (const { word, wrong } of all) {
    const found = new Set(await first(wrong))
    const good = await first(word)
    wanted += good.length
    got += good.filter((it) => found.has(it)).length
  }
  check(wanted > 0, 'the right words find something')
  return got / wanted
}

/** What a peer counts is everything that matches: each service has the mark of its kind. */
async function counted({ port }: Peer, name: string, seed: number, size: number): Promise<void> {
  for (let at = 0; at < kinds.length * 4; at++) {
    const asking = questionAt(seed, size, at)
    if (asking.kind === 'suggest') continue
    const { total, slugs, counts } = await askedOf<{ total: number; slugs: string[]; counts: Record<string, number> }>(port, toPeer(asking))
    check((counts['kind:service'] ?? 0) === total && slugs.length === Math.min(20, total), `${name} counts everything that ${asking.q} finds`)
  }
}

type Times = { cpu: number; node: number; walls: Map<string, number[]> }

/** Asks one question after the other, so that what it waits is what one person waits. Gives milliseconds of CPU for one answer, and on the clock by kind. @param least so many questions or more, however long they take */
async function asks(port: number, trees: readonly number[], milliseconds: number, question: (at: number) => Asking, to: (asking: Asking) => Asked, from: number, least = 0): Promise<Times & { next: number }> {
  const { send, close } = caller(port, 1)
  const spent = trees.map((pid) => watch(pid))
  const walls = new Map<string, number[]>(kinds.map((kind) => [kind, []]))
  const began = performance.now()
  let at = from
  // Whole turns, so that each kind weighs the same.
  while (performance.now() - began < milliseconds || at - from < least || (at - from) % kinds.length !== 0) {
    const asking = question(at++)
    const asked = performance.now()
    const { status, text } = await send(to(asking))
    if (status !== 200) throw new Error(`answer ${status}: ${text.slice(0, 200)}`)
    walls.get(asking.kind)!.push(performance.now() - asked)
  }
  close()
  const [node = 0, ...others] = spent.map((stop) => stop() / (at - from))
  return { node, cpu: node + others.reduce((sum, it) => sum + it, 0), walls, next: at }
}

const part = (values: readonly number[], share: number): number => [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN
const judged = (holds: boolean, noisy: boolean): string => (noisy ? 'NOISY' : holds ? 'reached' : 'MISSED')
const told = (value: number): string => value.toFixed(value < 10 ? 2 : 1)

/** Whoever has fewer entries does not need an index; the goal against the peer is set for this many. */
const peerSize = 100_000

/** One size: gates first, then rounds by turns with the peer. Gives the milliseconds of CPU that one answer took. */
async function atSize(made: World, served: Served, size: number, { seed, rounds, milliseconds, smoke }: Options): Promise<number> {
  await made.load.services(size)
  await right(served.port, seed, size, smoke ? 24 : 120)
  const wrong = edits(seed, size, smoke ? 25 : editsAsked)
  const ours = await recall(wrong, async (q) => placesOf(await askedOf<Answer>(served.port, toOurs({ kind: 'exact', q }))))
  check(ours >= goals.recall, `recall at 20 with one typing error is ${ours.toFixed(3)}, and must be ${goals.recall}`)
  const question = (at: number) => questionAt(seed, size, at)
  const trees = [served.pid, made.cluster.pid]
  const began = await Promise.all(peers.map(async ({ name, start, goal, database, counts }) => ({ name, goal, database, counts, peer: smoke ? { skipped: 'the small run has none' } : size > peerSize ? { skipped: `the goal is for ${peerSize}, and building it takes as long as the rest` } : await start(seed, size, made), next: 0, times: [] as Times[] })))
  const here = began.filter((it): it is typeof it & { peer: Peer } => !('skipped' in it.peer))
  for (const { peer, counts, name } of here) if (counts) await counted(peer, name, seed, size)
  const warming = smoke ? milliseconds / 2 : warmFor
  const warm = await asks(served.port, trees, warming, question, toOurs, 1_000_000, smoke ? 0 : (1.3 * size) / toldAtOnce)
  const treesOf = ({ peer, database }: (typeof here)[number]) => (database ? [peer.pid, made.cluster.pid] : [peer.pid])
  for (const it of here) await asks(it.peer.port, treesOf(it), warming, question, toPeer, 1_000_000)
  const own: Times[] = []
  let next = 0
  const turn = async (it: (typeof here)[number] | undefined) => {
    const one = (long: number, from: number) => (it ? asks(it.peer.port, treesOf(it), long, question, toPeer, from) : asks(served.port, trees, long, question, toOurs, from))
    if (!smoke) await one(settleFor, 2_000_000 + next)
    const times = await one(milliseconds, it?.next ?? next)
    if (it) it.next = times.next
    else next = times.next
    ;(it ? it.times : own).push(times)
  }
  const sides = [undefined, ...here]
  for (let round = 0; round < rounds; round++) for (let at = 0; at < sides.length; at++) await turn(sides[(at + round) % sides.length])

  const noisy = crowded() || spread(own.map(({ cpu }) => cpu)) > 1.5
  say(`search   ${size} services, one person asking; recall at 20 with one typing error ${ours.toFixed(3)}, goal ${goals.recall}: reached${noisy ? `; NOISY (load ${load().toFixed(1)})` : ''}`)
  say(`           CPU of Node ${told(median(own.map(({ node }) => node)))} ms, of database ${told(median(own.map(({ cpu, node }) => cpu - node)))} ms, answers in a second of CPU ${told(1000 / median(own.map(({ cpu }) => cpu)))}; the first ${warm.next - 1_000_000} not counted, p50 ${told(part([...warm.walls.values()].flat(), 0.5))} ms`)
  say(`           memory of the program ${Math.round(memoryOf(served.pid))} MB`)
  for (const kind of kinds) {
    const walls = own.flatMap((it) => it.walls.get(kind) ?? [])
    const p95 = part(walls, 0.95)
    say(`           ${kind.padEnd(8)} p50 ${told(part(walls, 0.5))} ms, p95 ${told(p95)} ms of ${walls.length}${kind === 'suggest' ? `, goal p95 ${goals.suggest}: ${judged(p95 <= goals.suggest, crowded())}` : ''}`)
  }
  for (const { name, peer, goal, times } of began) {
    if ('skipped' in peer) {
      say(`peer     ${name}: skipped: ${peer.skipped}`)
      continue
    }
    const theirs = await recall(wrong, async (q) => (await askedOf<{ slugs: string[] }>(peer.port, toPeer({ kind: 'exact', q }))).slugs)
    const ratios = own.map(({ cpu }, round) => times[round]!.cpu / cpu)
    say(`peer     ${name}: ${told(median(times.map(({ cpu }) => cpu)))} ms of CPU, recall ${theirs.toFixed(3)}; ours gives ${told(median(ratios))} (${told(Math.min(...ratios))}-${told(Math.max(...ratios))}) times as many answers${goal === undefined ? '' : `, ${size < peerSize ? `goal is for ${peerSize}` : `goal ${goal}: ${judged(median(ratios) >= goal, noisy)}`}`}`)
    await peer.stop()
  }
  return median(own.map(({ cpu }) => cpu))
}

/** Searches directories of these sizes, the small ones first. @throws Error when an answer is not right, or typing errors lose too much */
export async function searching(made: World, served: Served, sizes: readonly number[], options: Options): Promise<void> {
  const points: [number, number][] = []
  for (const size of sizes) {
    const { rows } = await made.owner.query<{ n: number }>('select count(*)::integer as n from services where municipality_id = $1', [municipalityId])
    if ((rows[0]?.n ?? 0) > size) say(`search   ${size} skipped: more services than that were made for another row; ask for this one with --only search`)
    else points.push([size, await atSize(made, served, size, options)])
  }
  if (points.length > 1) say(`growth   search: exponent ${exponent(points).toFixed(2)}, goal at most ${goals.growth.toFixed(2)} (three times for ten times as many): ${judged(exponent(points) <= goals.growth, crowded())}`)
}
