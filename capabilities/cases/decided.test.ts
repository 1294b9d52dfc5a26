import { afterAll, beforeAll, expect, test } from 'vitest'
import pg from 'pg'
import { municipalityId } from '../../db/seeds/demo/cast.ts'
import { hashed } from '../../platform/request.ts'
import { type Town, town } from '../../tests/support/town.ts'

let t: Town
let client: pg.Client
beforeAll(async () => {
  t = await town()
  client = new pg.Client(t.database.appUrl)
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await t.close()
})

const readable = async (): Promise<string[]> => (await client.query<{ ids: string[] }>('select ctx.readable(2::smallint) as ids')).rows[0]!.ids.sort()
const enter = async (who: string) => {
  await client.query('begin')
  await client.query('select ctx.open($1, $2, $3, null, null)', [hashed(`secret-of-${who}-in-the-town`), municipalityId, t.now()])
}

test('[PRI-11] what was decided for a transaction cannot be made up, nor carried to another person or another transaction', async () => {
  await enter('hassan')
  const his = await readable()
  const kept = (await client.query<{ it: string }>("select current_setting('ctx.decided', true) as it")).rows[0]!.it
  expect(his.length).toBeGreaterThan(0)
  expect(kept.length).toBeGreaterThan(64)
  const all = (await t.rows<{ id: string }>('select id from cases')).map(({ id }) => id)
  const forged = JSON.stringify(Object.fromEntries(all.map((id) => [id, [4, true, true]])))
  for (const made of [`${'0'.repeat(64)}${forged}`, `${kept.slice(0, 64)}${forged}`, forged, 'x']) {
    await client.query("select set_config('ctx.decided', $1, true)", [made])
    expect(await readable()).toEqual(his)
  }
  await client.query('rollback')

  await enter('sanne')
  const hers = await readable()
  await client.query("select set_config('ctx.decided', $1, true)", [kept])
  expect(await readable()).toEqual(hers)
  expect(hers).not.toEqual(his)
  await client.query('rollback')

  await client.query('begin')
  await client.query("select set_config('ctx.decided', $1, true)", [kept])
  expect(await readable()).toEqual([])
  await client.query('rollback')
})

test('[PRI-11] a part that ends within the transaction ends what was decided', async () => {
  await enter('hassan')
  const before = await readable()
  const ended = await client.query('update involvements set ended_at = $1 where person_id = (select ctx.person()) and case_id = $2 and ended_at is null', [t.now(), before[0]])
  expect(ended.rowCount).toBeGreaterThan(0)
  expect(await readable()).toEqual(before.slice(1))
  await client.query('rollback')
})
