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

const kept = async (place: number): Promise<string> => (await client.query<{ it: string }>('select current_setting($1, true) as it', [`ctx.decided_${place}`])).rows[0]!.it
const put = (value: string) => client.query("select set_config('ctx.decided_2', $1, true)", [value])

test('[PRI-11] what was decided for a transaction cannot be made up, nor put in another place, nor carried to another person or another transaction', async () => {
  await enter('hassan')
  const his = await readable()
  const his2 = await kept(2)
  const his1 = await kept(1)
  expect(his.length).toBeGreaterThan(0)
  expect(his2.length).toBeGreaterThan(64)
  const all = (await t.rows<{ id: string }>('select id from cases')).map(({ id }) => id)
  const forged = `{${all.join(',')}}`
  for (const made of [`${'0'.repeat(64)}${forged}`, `${his2.slice(0, 64)}${forged}`, forged, 'x']) {
    await put(made)
    expect(await readable()).toEqual(his)
  }
  const elsewhere = await kept(6)
  expect(elsewhere.slice(64)).not.toBe(his2.slice(64))
  await put(elsewhere)
  expect(await readable()).toEqual(his)
  await put(his1)
  expect(await readable()).toEqual(his)
  await client.query('rollback')

  await enter('sanne')
  const hers = await readable()
  await put(his2)
  expect(await readable()).toEqual(hers)
  expect(hers).not.toEqual(his)
  await client.query('rollback')

  await client.query('begin')
  await put(his2)
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

test('[PRI-11] who is involved in a case that goes to another team still is, now as somebody from elsewhere; an involvement cannot say it is of another case than it is', async () => {
  const elsewhere = async (): Promise<string[]> => (await client.query<{ ids: string[] }>('select ctx.readable_elsewhere() as ids')).rows[0]!.ids
  await enter('hassan')
  const [hers] = await readable()
  expect(await elsewhere()).not.toContain(hers)
  await client.query('rollback')

  const [was] = await t.rows<{ team_id: string }>('select team_id from cases where id = $1', [hers])
  const [other] = await t.rows<{ id: string }>('select id from teams where municipality_id = $1 and id <> $2 limit 1', [municipalityId, was!.team_id])
  await t.rows('update cases set team_id = $1 where id = $2', [other!.id, hers])
  await enter('hassan')
  expect(await readable()).toContain(hers)
  expect(await elsewhere()).toContain(hers)
  await client.query('rollback')
  await expect(t.rows('update involvements set case_team_id = $1 where case_id = $2', [was!.team_id, hers])).rejects.toThrow(/involved_as_the_case_is/)
  await t.rows('update cases set team_id = $1 where id = $2', [was!.team_id, hers])
})
