import { readFileSync, writeFileSync } from 'node:fs'
import pg from 'pg'
import { expect, test } from 'vitest'
import { testDatabase } from '../tests/support/database.ts'
import { typesOf } from '../tests/support/types.ts'

test('the types of the tables are those of the migrated database', async () => {
  const database = await testDatabase()
  const client = new pg.Client(database.ownerUrl)
  await client.connect()
  const file = new URL('./types.ts', import.meta.url)
  const made = await typesOf(client)
  await client.end()
  await database.drop()
  if (process.env.UPDATE_TYPES) writeFileSync(file, made)

  expect(readFileSync(file, 'utf8')).toBe(made)
})
