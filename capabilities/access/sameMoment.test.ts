import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { municipalityId } from '../../db/seeds/demo/cast.ts'
import { type Town, town } from '../../tests/support/town.ts'

let t: Town
beforeAll(async () => {
  t = await town()
})
afterAll(() => t.close())

test('who signs in at the same moment as somebody else from the same address waits for them, and never each for the other', async () => {
  const [address, account] = [Buffer.from([1]), Buffer.from([2])]
  await t.owner.query('select auth.count_attempt($1, array[$2, $3]::bytea[], now())', [municipalityId, account, address])
  const [one, other] = [new pg.Client(t.database.superUrl), new pg.Client(t.database.superUrl)]
  await Promise.all([one.connect(), other.connect()])
  try {
    await one.query('begin')
    await one.query('select from auth.throttle where key = $1 for update', [address])
    const forgiven = other.query('select auth.forgive($1, $2, $3, now())', [municipalityId, account, address])
    const waits = async () => (await t.owner.query("select from pg_locks where pid = $1 and not granted", [(other as unknown as { processID: number }).processID])).rowCount
    while ((await waits()) === 0) await new Promise((soon) => setTimeout(soon, 10))
    expect((await one.query('select from auth.throttle where key = $1 for update skip locked', [account])).rowCount).toBe(1)
    await one.query('commit')
    await forgiven
    expect((await t.owner.query('select from auth.throttle where key = $1', [account])).rowCount).toBe(0)
  } finally {
    await Promise.all([one.end(), other.end()])
  }
})
