import { parseArgs } from 'node:util'
import { caseAt } from './cases.ts'
import { digest } from './digest.ts'
import { figures } from './figures.ts'
import { importing } from './importing.ts'
import { listing } from './listing.ts'
import { press } from './load.ts'
import { emptyServer, inEmpty, straight } from './limits.ts'
import { type Round, round, trips } from './measure.ts'
import { crowded, exponent, load, machine, median, say, spread, verdict } from './report.ts'
import { searching } from './searching.ts'
import { service } from './services.ts'
import { type Workload, workloads } from './workloads.ts'
import { type Served, type World, world } from './world.ts'

const usage = 'npm run bench -- [--only pages,signals,cases,hsds,search,import,figures] [--scale 1k,10k,100k] [--seed 42] [--rounds 3] [--seconds 3] [--smoke]'

/** What has steps of its own, and is no page that is asked again and again. */
const apart = ['hsds', 'search', 'import', 'figures']

const sizeOf = (word: string): number => {
  const [, number, unit] = /^(\d+)([kM]?)$/.exec(word) ?? []
  if (!number) throw new Error(usage)
  return Number(number) * (unit === 'k' ? 1000 : unit === 'M' ? 1_000_000 : 1)
}

function asked() {
  const text = { type: 'string' as const }
  const { values } = parseArgs({ options: { only: text, scale: text, seed: text, rounds: text, seconds: text, smoke: { type: 'boolean' } } })
  const names = values.only?.split(',') ?? [...workloads.map(({ name }) => name), ...apart]
  const unknown = names.filter((name) => !apart.includes(name) && !workloads.some((it) => it.name === name))
  if (unknown.length > 0) throw new Error(`${unknown.join(', ')} is no workload. ${usage}`)
  const smoke = values.smoke ?? false
  return {
    smoke, seed: Number(values.seed ?? 42), rounds: Number(values.rounds ?? (smoke ? 1 : 3)), milliseconds: Number(values.seconds ?? (smoke ? 0.7 : 3)) * 1000,
    imports: names.includes('import'), searches: names.includes('search'), lists: names.includes('hsds'), figures: names.includes('figures'),
    chosen: workloads.filter(({ name }) => names.includes(name)),
    scale: values.scale ? values.scale.split(',').map(sizeOf) : smoke ? [250, 1000] : null,
  }
}

/** Measures these rows in turns: A B C, B C A, and so on, each warmed up first. */
async function inTurns(it: World, served: Served, chosen: readonly Workload[], rounds: number, milliseconds: number): Promise<Map<string, Round[]>> {
  const found = new Map<string, Round[]>(chosen.map(({ name }) => [name, []]))
  for (const one of chosen) {
    // Every connection prepares its statements and settles on a plan, which takes a handful of each.
    for (let asked = 0; asked < one.clients * 20; ) asked += (await press(served.port, one.clients, milliseconds / 4, () => one.ask(served.port), one.good)).answers
  }
  const empty = await emptyServer()
  await empty.cost(milliseconds / 2)
  for (let turn = 0; turn < rounds; turn++) for (let at = 0; at < chosen.length; at++) {
    const one = chosen[(at + turn) % chosen.length]!
    const before = await empty.cost(milliseconds / 6)
    const measured = await round(it, served, one, milliseconds)
    found.get(one.name)?.push({ ...measured, empty: (before + (await empty.cost(milliseconds / 6))) / 2 })
  }
  empty.stop()
  return found
}

/** The same goals as ratios: what one answer cost in empty answers of the same turn. */
const ratios = (rounds: readonly Round[], part: 'node' | 'database'): number[] => rounds.map((it) => it[part] / it.empty)

function show(one: Workload, size: number, rounds: readonly Round[], each: number): void {
  const noisy = crowded() || spread(rounds.map(({ node }) => node)) > 1.5
  const of = (part: keyof Round) => rounds.map((it) => it[part])
  say(`${one.name.padEnd(8)} ${one.what}, ${size} ${one.grows}; ${one.clients} clients`)
  say(`           CPU of Node        ${verdict(of('node'), one.goals.node, noisy)} ms`)
  say(`           CPU of database    ${verdict(of('database'), one.goals.database, noisy)} ms`)
  for (const part of ['node', 'database'] as const) {
    const goal = one.goals[part]
    if (goal) say(`           ${(part === 'node' ? 'Node, a ratio' : 'database, a ratio').padEnd(18)} ${verdict(ratios(rounds, part), Math.round(inEmpty(goal)), spread(ratios(rounds, part)) > 1.5)} empty answers of ${median(of('empty')).toFixed(3)} ms`)
  }
  say(`           buffers            ${verdict(of('buffers'), one.goals.buffers, false)}`)
  say(`           trips              ${verdict([each], one.goals.trips, false)}`)
  say(`           answers a second   ${verdict(of('rate'), undefined, noisy)}${noisy ? `; NOISY (load ${load().toFixed(1)})` : ''}`)
}

function limits(it: World, chosen: readonly Workload[], found: Map<string, Round[]>, milliseconds: number): void {
  const signals = chosen.find(({ name }) => name === 'signals')
  if (!signals) return
  const direct = straight(it, signals.clients, Math.max(1, Math.round(milliseconds / 1000)))
  if ('skipped' in direct) say(`limit    pgbench: skipped: ${direct.skipped}`)
  else {
    const ratio = median((found.get('signals') ?? []).map(({ rate }) => rate)) / direct.rate
    say(`limit    pgbench, the same statements without a server: ${Math.round(direct.rate)} a second; ours is ${ratio.toFixed(2)} of it, goal 0.2: ${crowded() ? 'NOISY' : ratio >= 0.2 ? 'reached' : 'MISSED'}`)
  }
}

async function growth(it: World, served: Served, chosen: readonly Workload[], sizes: readonly number[], { milliseconds, rounds, seed }: ReturnType<typeof asked>): Promise<void> {
  const points = new Map<string, [number, number][]>()
  for (const size of sizes) {
    for (const one of chosen) await it.load[one.grows](size)
    for (const one of chosen) await one.gate(it, served, size, seed)
    const found = await inTurns(it, served, chosen, rounds, milliseconds)
    for (const [name, values] of found) points.set(name, [...(points.get(name) ?? []), [size, median(values.map((value) => value.node + value.database))]])
  }
  for (const [name, values] of points) say(`growth   ${name}: ${values.map(([size, cost]) => `${size}: ${cost.toFixed(2)} ms`).join(', ')}; exponent ${exponent(values).toFixed(2)}, goal at most 0.2 (flat)${crowded() ? ': NOISY' : exponent(values) <= 0.2 ? ': reached' : ': MISSED'}`)
}

async function main(): Promise<void> {
  const it = asked()
  for (const [name, of] of [['services', service], ['cases', caseAt]] as const) say(`data     ${name}, seed ${it.seed}, first 1000: sha256 ${digest(1000, (place) => of(it.seed, place))}`)
  const made = await world(it.seed, { placed: it.searches })
  try {
    const served = await made.serve()
    const { rows } = await made.owner.query<{ v: string }>("select current_setting('server_version') as v")
    say(`machine  ${machine(rows[0]?.v ?? '')}`)
    if (it.imports) for (const count of it.scale ?? [100_000]) await importing(made, served, it.seed, count)
    if (it.figures) await figures(made, served, { ...it, sizes: it.scale ?? [17_000], own: it.smoke ? 40 : 500 })
    if (it.chosen.length > 0 && it.scale) await growth(made, served, it.chosen, it.scale, it)
    if (it.lists) await listing(made, served, it.smoke ? [1000] : (it.scale ?? [1000, 100_000]), it)
    if (it.searches) await searching(made, served, it.smoke ? [1000] : (it.scale ?? [100_000]), it)
    if (!it.smoke && it.chosen.length > 0) {
      for (const one of it.chosen) await made.load[one.grows](one.size)
      for (const one of it.chosen) await one.gate(made, served, one.size, it.seed)
      const found = await inTurns(made, served, it.chosen, it.rounds, it.milliseconds)
      limits(made, it.chosen, found, it.milliseconds)
      await served.stop()
      for (const one of it.chosen) show(one, one.size, found.get(one.name) ?? [], await trips(made, one))
      say('peers    skipped: bench/peers has none for these rows')
    }
    say('gates    all hold')
  } finally {
    await made.close()
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
