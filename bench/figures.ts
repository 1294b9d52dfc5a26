import { randomUUID } from 'node:crypto'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { from as copyFrom } from 'pg-copy-streams'
import { areaId, membershipId, municipalityId, personId } from '../db/seeds/demo/cast.ts'
import { watch } from './cpu.ts'
import { asCopy, asFile, copyTable, kwbYear, outlines } from './kwb.ts'
import { emptyServer, inEmpty } from './limits.ts'
import { caller, press } from './load.ts'
import { exponent, median, say, spread, verdict, crowded } from './report.ts'
import type { Served, World } from './world.ts'

const secret = 'secret-of-who-keeps-the-figures'
const cookie = `schakelbord=${secret}`
const most = { copies: 4, page: 10, map: 30, country: 300 }

const check = (holds: boolean, what: string): void => {
  if (!holds) throw new Error(`the gate does not hold: ${what}`)
}

type Sent = { importId: string; version: number; plan: { counts: Record<string, number> } | null; elsewhere: number }
type Keeping = { bring: (bytes: Buffer, name: string, edition: string) => Promise<string>; look: (id: string) => Promise<Sent>; decide: (id: string, what: 'application' | 'withdrawal') => Promise<void> }

/** Who keeps the figures, over HTTP as everybody. */
async function keeping({ owner }: World, { port }: Served): Promise<Keeping> {
  const origin = `http://127.0.0.1:${port}`
  await owner.query(
    `insert into auth.sessions (token_hash, municipality_id, kind, person_id, membership_id, purpose, strong_at, created_at, seen_at, expires_at, idle)
     values (sha256($1::bytea), $2, 'session', $3, $4, 'welfare', now(), now(), now(), now() + interval '1 day', '1 day') on conflict do nothing`,
    [secret, municipalityId, personId('petra'), membershipId('petra')],
  )
  const ask = async (path: string, input?: object, version?: number): Promise<Sent> => {
    const answer = await fetch(`${origin}/api/v1/figures/imports${path}`, {
      headers: { cookie, origin, 'content-type': 'application/json', 'idempotency-key': randomUUID(), ...(version !== undefined && { 'if-match': `"${version}"` }) },
      ...(input && { method: 'POST', body: JSON.stringify(input) }),
    })
    check(answer.ok, `${path} answers ${answer.status} ${answer.ok ? '' : await answer.text()}`)
    return (await answer.json()) as Sent
  }
  return {
    bring: async (bytes, name, edition) => (await ask('', { file: { name, content: bytes.toString('base64') }, year: 2024, publisher: 'Centraal Bureau voor de Statistiek', edition, makeAreas: true })).importId,
    look: (id) => ask(`/${id}`),
    decide: async (id, what) => void (await ask(`/${id}/${what}`, {}, (await ask(`/${id}`)).version)),
  }
}

/** Milliseconds of CPU of program, database and whoever sends, and seconds on the clock. */
async function spent(pids: readonly number[], own: boolean, work: () => Promise<unknown>): Promise<{ cpu: number; seconds: number }> {
  const watched = pids.map((pid) => watch(pid))
  const [before, began] = [process.cpuUsage(), performance.now()]
  await work()
  const { user, system } = process.cpuUsage(before)
  return { cpu: watched.reduce((sum, it) => sum + it(), 0) + (own ? (user + system) / 1000 : 0), seconds: (performance.now() - began) / 1000 }
}

type Taken = { ratio: number; cpu: number; node: number; copy: number; seconds: number }

const show = (what: string, found: readonly Taken[]): void => {
  const ratios = found.map(({ ratio }) => ratio)
  say(`           ${what}: CPU of all ${verdict(found.map(({ cpu }) => cpu), undefined, false)} ms, of which the program ${median(found.map(({ node }) => node)).toFixed(0)}; the clean file copied ${verdict(found.map(({ copy }) => copy), undefined, false)} ms`)
  say(`             a ratio          ${verdict(ratios, most.copies, spread(ratios) > 1.5)} copies; ${median(found.map(({ seconds }) => seconds)).toFixed(2)} s on the clock`)
}

/**
 * A year comes in as a person brings it, beside the clean file copied straight into a table; in the same turns by a program that took in a year before, and by one that was
 * just started. Leaves the last one taken in.
 */
async function importYear(it: World, served: Served, keeper: Keeping, seed: number, size: number, own: number, rounds: number): Promise<{ cost: number }> {
  const { owner, cluster } = it
  const year = kwbYear(seed, size, own)
  const [file, clean] = [asFile(year), asCopy(year)]
  const [warm, first]: [Taken[], Taken[]] = [[], []]
  await owner.query(copyTable)
  const copying = async () => {
    await owner.query('truncate bench_year')
    return (await spent([cluster.pid], true, () => pipeline(Readable.from([clean]), owner.query(copyFrom('copy bench_year from stdin'))))).cpu
  }
  const taking = async (by: Keeping, pid: number, edition: string): Promise<Taken & { id: string }> => {
    const before = await copying()
    let id = ''
    const program = watch(pid)
    const ours = await spent([pid, cluster.pid], false, async () => {
      id = await by.bring(file, 'kwb.csv', edition)
      await by.decide(id, 'application')
    })
    const node = program()
    const copy = (before + (await copying())) / 2
    await gate(it, year, edition, await by.look(id))
    return { id, ratio: ours.cpu / copy, cpu: ours.cpu, node, copy, seconds: ours.seconds }
  }
  await keeper.decide((await taking(keeper, served.pid, `Kerncijfers ${size} vooraf`)).id, 'withdrawal')
  for (let turn = 0; turn < rounds; turn++) {
    // beside the one that goes on, so with a folder of its own, on the same database
    const started = await it.serve({ DATA_DIR: `${cluster.folder}-started`, DATABASE_URL: cluster.ownerUrl, APP_DATABASE_URL: cluster.appUrl, SEALER_DATABASE_URL: cluster.sealerUrl })
    const fresh = await taking(await keeping(it, started), started.pid, `Kerncijfers ${size} ${turn} na een start`)
    first.push(fresh)
    await started.stop()
    await keeper.decide(fresh.id, 'withdrawal')
    const next = await taking(keeper, served.pid, `Kerncijfers ${size} ${turn}`)
    warm.push(next)
    if (turn < rounds - 1) await keeper.decide(next.id, 'withdrawal')
  }
  say(`figures  a year of ${size} areas in ${year.columns.length} columns, ${(file.length / 1024 / 1024).toFixed(1)} MB, ${year.own.length} areas ours: read, checked and taken in`)
  show('after one before', warm)
  show('the first after a start', first)
  return { cost: median(warm.map(({ cpu }) => cpu)) }
}

/** What came in is what the file says: every figure of our inhabitants, nothing of another municipality, and nothing for a cell without one. */
async function gate({ owner }: World, { columns, areas, own }: ReturnType<typeof kwbYear>, edition: string, sent: Sent): Promise<void> {
  check(sent.elsewhere === areas.length - own.length - 1, `${sent.elsewhere} areas of others, of ${areas.length}`)
  const [people, social] = ['a_inw', 'p_jz_tn'].map((column) => columns.indexOf(column) - 3)
  const { rows } = await owner.query<{ code: string; key: string; value: string | null; state: string }>(
    "select c.code, i.key, f.value, f.state from figures f join sources s on s.id = f.source_id join indicators i on i.id = f.indicator_id join area_codes c on c.area_id = f.area_id where s.edition = $1 and i.key in ('inhabitants', 'youth-care')", [edition])
  const ours = new Map(areas.filter(({ code }) => code === 'NL00' || own.includes(code)).map((area) => [area.code, area]))
  for (const [key, place] of [['inhabitants', people], ['youth-care', social]] as const) {
    const of = rows.filter((it) => it.key === key)
    check(key !== 'inhabitants' || of.length === ours.size, `${of.length} areas with ${key} of ${ours.size}`)
    for (const { code, value, state } of of) {
      const cell = ours.get(code)?.cells[place ?? 0]
      check(cell === '.' ? state !== 'known' && value === null : Number(value) === Number(cell?.replace(',', '.')), `${key} of ${code} is ${value} where the file says ${cell}`)
    }
  }
}

type Page = { what: string; path: string; goal: number }
/** Milliseconds of CPU for one answer, and for one with nothing in it of the same turn. */
type Cost = { node: number; database: number; empty: number }

/** Pages of a large city, as visitors ask them. */
async function pages({ cluster }: World, { port, pid }: Served, asked: readonly Page[], rounds: number, milliseconds: number): Promise<void> {
  const found = new Map<string, Cost[]>(asked.map(({ path }) => [path, []]))
  const empty = await emptyServer()
  await empty.cost(milliseconds / 2)
  const once = (path: string) => press(port, 4, milliseconds / 4, () => ({ path }), 200)
  for (const { path } of asked) await once(path)
  for (let turn = 0; turn < rounds; turn++) for (const { path } of asked) {
    const before = await empty.cost(milliseconds / 6)
    const [node, database] = [watch(pid), watch(cluster.pid)]
    const { answers } = await press(port, 4, milliseconds, () => ({ path }), 200)
    const one = { node: node() / answers, database: database() / answers }
    found.get(path)?.push({ ...one, empty: (before + (await empty.cost(milliseconds / 6))) / 2 })
  }
  empty.stop()
  for (const { what, path, goal } of asked) {
    const of = found.get(path) ?? []
    const node = of.map((one) => one.node)
    say(`figures  ${what}`)
    say(`           CPU of Node        ${verdict(node, goal, crowded() || spread(node) > 1.5)} ms; of the database ${verdict(of.map((one) => one.database), undefined, false)} ms`)
    for (const [part, cost] of [['Node', ({ node }: Cost) => node], ['both', ({ node, database }: Cost) => node + database]] as const) {
      const ratios = of.map((one) => cost(one) / one.empty)
      say(`           ${`${part}, a ratio`.padEnd(18)} ${verdict(ratios, Math.round(inEmpty(goal)), crowded() || spread(ratios) > 1.5)} empty answers of ${median(of.map((one) => one.empty)).toFixed(3)} ms`)
    }
  }
}

/** The import of a year and the pages that show it. `own` is how many neighbourhoods are ours. */
export async function figures(it: World, served: Served, { seed, sizes, own, rounds, milliseconds }: { seed: number; sizes: readonly number[]; own: number; rounds: number; milliseconds: number }): Promise<void> {
  await it.owner.query("insert into area_codes (municipality_id, code, from_year, area_id) values ($1, 'GM0307', 2010, $2) on conflict do nothing", [municipalityId, areaId('amersfoort')])
  const keeper = await keeping(it, served)
  const points: [number, number][] = []
  for (const size of sizes) points.push([size, (await importYear(it, served, keeper, seed, size, own, rounds)).cost])
  if (points.length > 1) say(`growth   figures: ${points.map(([size, cost]) => `${size}: ${cost.toFixed(0)} ms`).join(', ')}; exponent ${exponent(points).toFixed(2)}, goal at most 1 (linear)`)
  const codesOf = kwbYear(seed, sizes.at(-1) ?? 0, own).own.filter((code) => code.startsWith('BU'))
  const drawn = await keeper.bring(outlines(codesOf, 40), 'grenzen.geojson', `Grenzen ${sizes.at(-1)}`)
  await keeper.decide(drawn, 'application')
  const { send, close } = caller(served.port, 1)
  const map = '/wijken/cijfer/age-65-plus?gebied=delen'
  const { status, text } = await send({ path: map })
  const shapes = (text.match(/class="map-area/g) ?? []).length
  check(status === 200 && shapes >= codesOf.length, `the map answers ${status} with ${shapes} areas of ${codesOf.length}`)
  const { rows } = await it.owner.query<{ slug: string }>("select a.slug from areas a join area_codes c on c.area_id = a.id where c.code like 'WK0307%' order by c.code limit 1 offset 3")
  const area = `/wijk/${rows[0]?.slug}`
  const page = await send({ path: area })
  check(page.status === 200 && page.text.includes('id="cijfers"'), `${area} answers ${page.status}`)
  close()
  await pages(it, served, [{ what: `page of one neighbourhood of ${codesOf.length}, ${(page.text.length / 1024).toFixed(0)} KB`, path: area, goal: most.page }, { what: `map of all ${codesOf.length} neighbourhoods of a city, ${(text.length / 1024).toFixed(0)} KB`, path: map, goal: most.map }], rounds, milliseconds)
}
