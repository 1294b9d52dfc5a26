import { spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { built, freePort, serverOf, workshop } from './support/program.ts'

const shop = workshop()
const dataDir = join(shop.folder, 'data')
const ledgerFile = join(shop.folder, 'ledger.jsonl')

const kills = Number(process.env.CRASH_KILLS ?? 20)
const seed = Number(process.env.CRASH_SEED ?? Math.floor(Math.random() * 1e9))

/** Numbers from 0 to 1 that follow from the seed. @source mulberry32 */
function chances(from: number): () => number {
  let state = from
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

type Line = { key: string; state: 'sent' | 'confirmed' | 'doubt' | 'refused'; code?: string; status?: number; body?: string }
/** What the ledger says last about each key; a last line cut short by nothing, because nobody kills the writer. */
function ledger(): { latest: Map<string, Line>; refused: Line[] } {
  const lines = readFileSync(ledgerFile, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line) as Line)
  return { latest: new Map(lines.map((line) => [line.key, line])), refused: lines.filter(({ state }) => state === 'refused') }
}

type Kept = { seen: string; times: number; lines: number; follows: boolean }
/** What was kept of each worry: how often, with how many lines in the log, and whether the code that was given out leads to it. */
const keptSql = `
  select t.seen, count(*)::integer as times, sum((select count(*) from audit.events e where e.subjects @> array[t.signal_id] and e.event_code = 'signals.report' and e.outcome = 'done'))::integer as lines,
    bool_or(c.code_hash in (select auth.follow_hash(decode(given, 'hex')) from unnest($1::text[]) given)) as follows
  from signal_contents t left join auth.follow_codes c on c.municipality_id = t.municipality_id and c.signal_id = t.signal_id
  where t.seen like 'Waarneming %' group by t.seen`

async function rows<R extends object>(sql: string, values: unknown[] = []): Promise<R[]> {
  const password = Buffer.from(readFileSync(join(dataDir, 'keys/super'), 'utf8'), 'base64url').toString('base64url')
  const client = new pg.Client(`postgres://schakelbord_super:${password}@127.0.0.1:${serverOf(dataDir)?.port}/schakelbord`)
  await client.connect()
  try {
    return (await client.query<R>(sql, values)).rows
  } finally {
    await client.end()
  }
}

beforeAll(() => built())
afterAll(() => shop.clean())

test(`[SIG-01] worries are registered while program and database are killed ${kills} times: none that was confirmed is lost, none is there twice, each has one line in the log`, async () => {
  process.stdout.write(`crash test with CRASH_SEED=${seed}\n`)
  const chance = chances(seed)
  const environment = { DATA_DIR: dataDir, PORT: String(await freePort()), THROTTLE: 'nee' }
  let program = await shop.serve(environment)
  writeFileSync(ledgerFile, '')
  const writer = spawn(process.execPath, [fileURLToPath(new URL('support/crash-writer.mjs', import.meta.url)), program.origin, ledgerFile, '4'], { stdio: 'ignore' })
  const written = new Promise((over) => writer.once('exit', over))

  const killed = { program: 0, database: 0, both: 0 }
  for (let times = 0; times < kills; times++) {
    await wait(100 + chance() * 900)
    const what = (['program', 'database', 'both'] as const)[Math.floor(chance() * 3)]!
    killed[what]++
    if (what !== 'program') {
      const server = serverOf(dataDir)
      if (server) process.kill(server.pid, 'SIGKILL')
    }
    if (what !== 'database') {
      await program.stop('SIGKILL')
      program = await shop.serve(environment)
    }
    expect(program.child.exitCode, 'the program lives through the loss of its database').toBeNull()
  }
  const patience = Date.now() + 40_000
  while ((await program.get('/readyz')).status !== 200 && Date.now() < patience) await wait(100)
  await wait(500)
  writer.kill('SIGTERM')
  await written

  const { latest, refused } = ledger()
  expect(refused).toEqual([])
  const inDoubt = [...latest.values()].filter(({ state }) => state === 'doubt' || state === 'sent')
  for (const { key } of inDoubt) {
    const answer = await fetch(`${program.origin}/api/v1/worries`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key, origin: program.origin },
      body: JSON.stringify({ area: 'schuilenburg', relation: 'neighbour', seen: `Waarneming ${key}`, urgency: 'normal', knows: 'no', wantsFeedback: true }),
    })
    expect(answer.status).toBe(201)
  }

  const sent = [...latest.keys()]
  const confirmed = [...latest.values()].filter(({ state }) => state === 'confirmed')
  const kept = await rows<Kept>(keptSql, [confirmed.map(({ code }) => code)])
  const found = new Map(kept.map((row) => [row.seen.slice('Waarneming '.length), row]))
  process.stdout.write(`killed: program ${killed.program}, database ${killed.database}, both ${killed.both}; sent ${sent.length}, confirmed ${confirmed.length}, in doubt and sent again ${inDoubt.length}\n`)
  expect(confirmed.length).toBeGreaterThan(kills)
  expect(sent.filter((key) => !found.has(key)), 'lost').toEqual([])
  expect(kept.filter(({ times }) => times !== 1), 'there twice').toEqual([])
  expect(kept.filter(({ lines }) => lines !== 1), 'without one line in the log').toEqual([])
  expect(found.size).toBe(sent.length)
  expect(confirmed.filter(({ key }) => !found.get(key)?.follows), 'confirmed with a code that leads nowhere').toEqual([])
  expect((await program.stop()).code).toBe(0)
  expect((await shop.cli(['audit', 'verify'], { DATA_DIR: dataDir })).code).toBe(0)
}, 240_000)
