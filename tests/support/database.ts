import { createHash, randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import pg from 'pg'

/** A fresh copy of the migrated database for one test file. */
export type TestDatabase = { name: string; ownerUrl: string; appUrl: string; sealerUrl: string; drop: () => Promise<void> }

const folder = new URL('../../db/migrations/', import.meta.url)
const migrations = () => readdirSync(folder).filter((name) => name.endsWith('.sql')).sort().map((name) => readFileSync(new URL(name, folder), 'utf8'))
const url = (login: string, name: string) => `postgres://${login}@127.0.0.1:54915/${name}`

async function as<T>(name: string, login: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client(url(login, name))
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

async function template(): Promise<string> {
  const sql = migrations()
  const name = `sb_template_${createHash('sha256').update(sql.join('\n')).digest('hex').slice(0, 12)}`
  await as('postgres', 'super', async (client) => {
    await client.query('select pg_advisory_lock(4711)')
    if ((await client.query('select from pg_database where datname = $1', [name])).rowCount) return
    await client.query(`create database ${name}_making owner schakelbord_owner`)
    try {
      await as(`${name}_making`, 'schakelbord_owner', async (owner) => {
        for (const text of sql) await owner.query(`begin; ${text}; commit`)
      })
      await client.query(`alter database ${name}_making rename to ${name}`)
    } catch (error) {
      await client.query(`drop database ${name}_making with (force)`)
      throw error
    }
  })
  return name
}

/** Makes a migrated, empty database; `drop` removes it. */
export async function testDatabase(): Promise<TestDatabase> {
  const from = await template()
  const name = `sb_test_${randomUUID().replaceAll('-', '')}`
  await as('postgres', 'super', (client) => client.query(`create database ${name} template ${from} owner schakelbord_owner`))
  return {
    name,
    ownerUrl: url('schakelbord_owner', name),
    appUrl: url('schakelbord_app', name),
    sealerUrl: url('schakelbord_sealer', name),
    drop: () => as('postgres', 'super', async (client) => void (await client.query(`drop database if exists ${name} with (force)`))),
  }
}
