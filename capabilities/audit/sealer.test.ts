import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { publicKeyIn, type Sealer, type SealerNews, startSealer } from './index.ts'
import { type LogWorld, logWorld } from './log.world.ts'

let world: LogWorld
let started: Sealer[]
let news: SealerNews[]
let now: Date
beforeEach(async () => {
  world = await logWorld()
  started = []
  news = []
  now = new Date()
})
afterEach(async () => {
  for (const sealer of started) await sealer.stop()
  await world.close()
})

const start = () => {
  const sealer = startSealer(world.database.sealerUrl, join(world.folder, 'keys'), world.anchors, { now: () => now, tell: (it) => news.push(it) })
  started.push(sealer)
  return sealer
}
const until = async (what: string, is: () => Promise<boolean> | boolean) => {
  for (let tries = 0; tries < 400; tries++) {
    if (await is()) return
    await new Promise((later) => setTimeout(later, 25))
  }
  throw new Error(`never: ${what}`)
}
const count = async (table: string) => (await world.owner.query<{ n: number }>(`select count(*)::int as n from audit.${table}`)).rows[0]!.n
const anchors = () => (existsSync(world.anchors) ? readFileSync(world.anchors, 'utf8').trim().split('\n').filter(Boolean) : [])
const verified = () => world.verify({ publicKey: publicKeyIn(join(world.folder, 'keys')) })

test('events are sealed within seconds, the first seal of a chain is anchored at once, and the rest when it stops', async () => {
  const sealer = start()
  await world.write()
  await until('anchored', () => anchors().length === 1)
  expect(statSync(world.anchors).mode & 0o777).toBe(0o600)
  await world.write()
  await until('sealed', async () => (await count('sealed_rows')) === 2)
  expect(anchors()).toHaveLength(1)

  await sealer.stop()

  expect(anchors()).toHaveLength(2)
  expect(await verified()).toMatchObject({ state: 'intact', rows: 2 })
})

test('every hour the newest roots are anchored', async () => {
  start()
  await world.write()
  await until('anchored', () => anchors().length === 1)
  await world.write()
  await until('sealed', async () => (await count('sealed_rows')) === 2)

  now = new Date(now.getTime() + 3_600_000)

  await until('anchored again', () => anchors().length === 2)
})

test('of two programs on one database one seals, and the other takes over when it stops', async () => {
  const first = start()
  await world.write()
  await until('sealed', async () => (await count('sealed_rows')) === 1)
  start()
  for (let each = 0; each < 20; each++) await world.write()
  await until('sealed', async () => (await count('sealed_rows')) === 21)

  await first.stop()
  await world.write()

  await until('taken over', async () => (await count('sealed_rows')) === 22)
  expect(news.filter((it) => it.event === 'audit.sealing-failed')).toEqual([])
})

test('after its connection was cut it goes on', async () => {
  start()
  await world.write()
  await until('sealed', async () => (await count('sealed_rows')) === 1)

  await world.master.query("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'schakelbord sealer' and datname = current_database()")
  await world.write()

  await until('sealed again', async () => (await count('sealed_rows')) === 2)
})

test('once a day the log is verified, and tampering is told', async () => {
  start()
  await world.write()
  await until('verified', async () => (await count('verifications')) === 1)
  await world.master.query("begin; set local session_replication_role = 'replica'; update audit.events set role = 'partner'; commit")

  now = new Date(now.getTime() + 86_400_000)

  await until('verified again', async () => (await count('verifications')) === 2)
  expect(news).toEqual([{ event: 'audit.verified', code: 'intact' }, { event: 'audit.verified', code: 'tampered' }])
})
