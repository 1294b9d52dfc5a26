import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPool } from '../platform/db.ts'
import { looking, type Statement } from '../platform/together.ts'
import { type Town, town } from './support/town.ts'

let t: Town
let pool: pg.Pool
let client: pg.PoolClient
let readies = 0
beforeAll(async () => {
  t = await town()
  pool = openPool(t.database.appUrl, 1)
  client = await pool.connect()
  const { connection } = client as unknown as { connection: { on: (event: string, heard: () => void) => void } }
  connection.on('readyForQuery', () => {
    readies += 1
  })
})
afterAll(async () => {
  client.release()
  await pool.end()
  await t.close()
})

const named = (text: string, ...values: unknown[]): Statement => ({ name: text.slice(0, 60), text, values, rowMode: 'array' })
/** Asks these together as somebody who only looks; gives their rows, and how often the database was ready for more. */
async function look(...all: Statement[]) {
  const before = readies
  const looker = looking(client)
  const found = Promise.all(all.map((it) => looker.query(it)))
  const [answers, how] = await Promise.all([found, looker.close()])
  return { rows: answers.map(({ rows }) => rows), fields: answers.map(({ fields }) => fields.map(({ name }) => name)), how: how.command, readies: readies - before }
}

const kinds = named("select $1::integer + 1 as n, $2::text[] as words, null as nothing, $3::timestamptz as at, '2026-03-02'::date as day, '{\"a\": [1]}'::json as j, $4::bytea as bytes", 41, ['een', 'tw"ee,'], new Date('2026-03-02T10:00:00Z'), Buffer.from('ab'))
const setting = named("select set_config('town.word', $1, true) as word", 'hier')
const reading = named("select coalesce(current_setting('town.word', true), '') as word")

test('what was asked before goes together and gets one answer, with the same rows as one by one', async () => {
  const first = await look(kinds, setting, reading)
  const again = await look(kinds, setting, reading)
  expect(again.rows).toEqual(first.rows)
  expect(again.fields).toEqual(first.fields)
  expect(first.rows[2]).toEqual([['hier']])
  expect([first.how, again.how]).toEqual(['COMMIT', 'COMMIT'])
  expect([first.readies, again.readies]).toEqual([5, 1])
})

test('what a look sets for itself is gone with it', async () => {
  await look(setting, reading)
  expect((await client.query("select coalesce(current_setting('town.word', true), '') as word")).rows).toEqual([{ word: '' }])
})

test('when one of them fails all fail, and the connection is good for the next', async () => {
  const dividing = (by: number) => named('select 1 / $1::integer as part', by)
  expect((await look(dividing(1), reading)).rows[0]).toEqual([[1]])
  const before = readies
  const looker = looking(client)
  const all = [looker.query(setting), looker.query(dividing(0)), looker.query(reading)]
  const ending = looker.close()
  expect((await Promise.allSettled([...all, ending])).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected', 'rejected'])
  await expect.poll(() => readies - before).toBe(1) // the refusal may be read before the end of what was asked
  expect((await look(dividing(1), reading)).rows).toEqual([[[1]], [['']]])
})

test('a value that cannot be written fails what was asked, and the connection is good for the next', async () => {
  await look(setting, reading)
  const looker = looking(client)
  const loop: Record<string, unknown> = {}
  loop.again = loop
  const all = [looker.query({ ...setting, values: [loop] }), looker.query(reading), looker.close()]
  expect((await Promise.allSettled(all)).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected'])
  expect((await look(setting, reading)).rows[1]).toEqual([['hier']])
})

test('who asks on after the first answer has a transaction to ask in', async () => {
  await look(setting, reading)
  const looker = looking(client)
  expect((await looker.query(setting)).rows).toEqual([['hier']])
  expect((await looker.query(reading)).rows).toEqual([['hier']])
  expect((await looker.close()).command).toBe('COMMIT')
  expect((await look(reading)).rows).toEqual([[['']]])
})
