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
afterAll(() => t?.close())

const asked = (look: ReturnType<typeof directoryState>) => new Promise<string | null>((heard) => look(heard))
const now = async () => (await t.rows<{ state: string }>('select ctx.directory_state() as state'))[0]!.state

test('[INT-09] who asks for the state hears it as it is after asking, also when somebody asked just before the change', async () => {
  const look = directoryState(t.pool)
  for (let times = 0; times < 20; times++) {
    const before = asked(look)
    await t.owner.query("update services set summary = 'Anders ' || now()")
    const [after, itself] = await Promise.all([asked(look), now()])
    expect(after).toBe(itself)
    expect(typeof (await before)).toBe('string')
  }
})

test('those who ask together hear one look, and those who ask while it is under way the next one', async () => {
  const look = directoryState(t.pool)
  await asked(look)
  const looks = vi.spyOn(pg.Client.prototype, 'query')
  const together = await Promise.all(Array.from({ length: 50 }, () => asked(look)))
  expect(looks).toHaveBeenCalledTimes(1)
  const first = asked(look)
  await new Promise((soon) => setImmediate(soon))
  expect(looks).toHaveBeenCalledTimes(2)
  const heard = await Promise.all([first, ...Array.from({ length: 50 }, () => asked(look))])
  expect(looks).toHaveBeenCalledTimes(3)
  expect(new Set([...together, ...heard])).toEqual(new Set([await now()]))
  looks.mockRestore()
})

test('a connection that is broken is replaced, and whoever asks meanwhile hears that it is not known or what it is', async () => {
  const look = directoryState(t.pool)
  const state = await asked(look)
  expect(state).toBe(await now())
  const above = new pg.Client(t.database.superUrl)
  await above.connect()
  const ended = await above.query("select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and query = 'select ctx.directory_state() as state' and usename = 'schakelbord_app'", [t.database.name])
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
