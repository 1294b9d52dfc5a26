import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openPool } from '../../platform/db.ts'
import { type Town, town } from '../../tests/support/town.ts'
import { seedSmallDirectory } from './hsds.world.ts'
import { directoryState } from './state.ts'

let t: Town
beforeAll(async () => {
  t = await town({ seed: seedSmallDirectory })
}, 60_000)
afterAll(async () => {
  for (const client of others) await client.end()
  await t?.close()
})

const others: pg.Client[] = []
/** Somebody else who changes the directory at the same time. */
async function otherWriter(): Promise<pg.Client> {
  const client = new pg.Client(t.database.ownerUrl)
  await client.connect()
  others.push(client)
  return client
}

const asked = (look: ReturnType<typeof directoryState>) => new Promise<string | null>((heard) => look(heard))
const numberOf = (state: string | null): number => Number(state?.split(' ').at(-1))
const stateNow = async () => (await t.rows<{ state: string }>('select ctx.directory_state() as state'))[0]!.state

test('[INT-09] who asks for the state hears it as it is after asking, also when somebody asked just before the change', async () => {
  const look = directoryState(t.pool)
  for (let times = 0; times < 20; times++) {
    const before = asked(look)
    await t.owner.query("update services set summary = 'Anders ' || now()")
    const [after, itself] = await Promise.all([asked(look), stateNow()])
    expect(after).toBe(itself)
    expect(typeof (await before)).toBe('string')
  }
})

test('those who ask together hear one look, those who ask while it is under way the next one, and that one is held for who asks after it', async () => {
  const look = directoryState(t.pool)
  await asked(look)
  await wait(80)
  const now = performance.now()
  const clock = vi.spyOn(performance, 'now').mockReturnValue(now) // a busy machine may let a moment pass anywhere
  const looks = vi.spyOn(pg.Client.prototype, 'query')
  const together = Array.from({ length: 50 }, () => asked(look))
  await new Promise((soon) => setImmediate(soon))
  expect(looks).toHaveBeenCalledTimes(1)
  const heard = await Promise.all([...together, ...Array.from({ length: 50 }, () => asked(look))])
  expect(looks).toHaveBeenCalledTimes(2)
  for (let times = 0; times < 50; times++) heard.push(await asked(look))
  expect(looks).toHaveBeenCalledTimes(2)
  clock.mockRestore()
  looks.mockRestore()
  expect(new Set(heard)).toEqual(new Set([await stateNow()]))
})

const locks = async () => (await t.rows<{ n: number }>("select count(*)::integer as n from pg_locks where relation = 'directory.generations'::regclass and mode = 'ShareLock' and granted"))[0]!.n

test('the directory is held only for who asks often, and never for long', async () => {
  const look = directoryState(t.pool)
  await asked(look)
  await wait(80)
  await asked(look)
  expect(await locks()).toBe(0)
  const holds = () => asked(look).then(() => asked(look)).then(locks)
  await expect.poll(holds, { timeout: 20_000, interval: 100 }).toBe(1)
  await expect.poll(locks, { timeout: 20_000, interval: 20 }).toBe(0)
})

test('[INT-09] what was changed is heard by everybody who asks after it, while two programs answer many and four write', async () => {
  const [one, other] = [directoryState(t.pool), directoryState(t.pool)]
  const limit = performance.now() + 60_000
  const queries = vi.spyOn(pg.Client.prototype, 'query')
  let [changes, asks, atOnce] = [0, 0, 0]
  // On a slow machine until enough was seen of both, however long that takes there.
  const goesOn = () => (changes < 50 || atOnce < 2000) && performance.now() < limit
  const writes = async (n: number): Promise<void> => {
    const writer = await otherWriter()
    while (goesOn()) {
      const began = performance.now()
      await writer.query('update services set summary = $1 where id in (select id from services order by id offset $2 limit 1)', [`Anders ${n} ${changes}`, n])
      changes++
      const least = numberOf((await writer.query<{ state: string }>('select ctx.directory_state() as state')).rows[0]!.state) // others may have changed it since, never back
      for (const heard of await Promise.all([asked(one), asked(other)])) expect(numberOf(heard)).toBeGreaterThanOrEqual(least)
      await wait(10 + n * 10 + 4 * (performance.now() - began)) // four who never rest leave no moment to hold it
    }
  }
  const asksOn = async (look: typeof one): Promise<void> => {
    while (goesOn()) {
      const before = queries.mock.calls.length
      await asked(look)
      if (queries.mock.calls.length === before) atOnce++
      if (++asks % 100 === 0) await new Promise((soon) => setImmediate(soon))
    }
  }
  await Promise.all([writes(0), writes(1), writes(2), writes(3), asksOn(one), asksOn(other)])
  queries.mockRestore()
  expect(changes).toBeGreaterThanOrEqual(50)
  expect(atOnce).toBeGreaterThanOrEqual(2000) // so many were answered from what was held
}, 90_000)

test('while somebody is changing the directory for long, who asks is answered at once and nobody else who changes it waits', async () => {
  const look = directoryState(t.pool)
  const [long, short] = [await otherWriter(), await otherWriter()]
  await long.query('begin')
  await long.query("update services set summary = 'Lang bezig' where id in (select id from services order by id limit 1)")
  const began = performance.now()
  for (let times = 0; times < 20; times++) expect(await asked(look)).toBe(await stateNow())
  await short.query("update services set summary = 'Even' where id in (select id from services order by id desc limit 1)")
  expect(await asked(look)).toBe(await stateNow())
  expect(performance.now() - began).toBeLessThan(2000)
  await long.query('rollback')
})

test('a program that holds the directory and stands still is ended, and who changes it goes on', async () => {
  const stuck = new pg.Client(t.pool.options.connectionString)
  const ended = new Promise<void>((resolve) => stuck.on('error', () => resolve()).on('end', () => resolve()))
  await stuck.connect()
  await stuck.query('begin')
  expect((await stuck.query('select held from ctx.hold_directory()')).rows).toEqual([{ held: true }])
  const began = performance.now()
  await t.owner.query("update services set summary = 'Toch'")
  expect(performance.now() - began).toBeGreaterThan(100)
  expect(performance.now() - began).toBeLessThan(3000)
  await ended
})

test('a connection that is broken is replaced, and whoever asks meanwhile hears that it is not known or what it is', async () => {
  const look = directoryState(t.pool)
  const state = await asked(look)
  expect(state).toBe(await stateNow())
  const above = new pg.Client(t.database.superUrl)
  await above.connect()
  const ended = await above.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and query in ('select ctx.directory_state() as state', 'commit') and usename = 'schakelbord_app'", [t.database.name])
  await above.end()
  expect(ended.rowCount).toBeGreaterThan(0)
  expect([state, null]).toContain(await asked(look))
  await wait(50)
  expect(await asked(look)).toBe(state)
})

test('when the database does not answer the state is not known', async () => {
  const nowhere = openPool('postgres://niemand@127.0.0.1:1/niets', 1)
  expect(await asked(directoryState(nowhere))).toBe(null)
  await nowhere.end()
})
