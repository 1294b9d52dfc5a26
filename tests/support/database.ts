import { createHash, randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { inject } from 'vitest'
import { migrate, migrationsIn } from '../../platform/migrate.ts'

/** A fresh copy of the migrated database for one test file. */
export type TestDatabase = { name: string; superUrl: string; ownerUrl: string; appUrl: string; sealerUrl: string; drop: () => Promise<void> }

/** The migrations of the product. */
export const migrationsFolder = fileURLToPath(new URL('../../db/migrations/', import.meta.url))

const roles = ['schakelbord_owner', 'schakelbord_app', 'schakelbord_sealer']
const password = 'only-in-tests'
const onlyOne = 4711

function urlOf(superUrl: string, name: string, role?: string): string {
  const url = new URL(superUrl)
  url.pathname = `/${name}`
  if (role) {
    url.username = role
    url.password = password
  }
  return url.toString()
}

/** One connection for the length of `work`. */
export async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

// A template is migrated once for each set of migrations; every test file gets a copy of it, which takes a blink.
const template = (superUrl: string): Promise<string> =>
  connected(superUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [onlyOne])
    for (const role of roles) {
      const known = await client.query('select from pg_roles where rolname = $1', [role])
      await client.query(`${known.rowCount ? 'alter' : 'create'} role ${role} login nosuperuser nobypassrls password '${password}'`)
    }
    const hash = createHash('sha256').update(migrationsIn(migrationsFolder).map((it) => it.hash).join()).digest('hex')
    const name = `sb_template_${hash.slice(0, 12)}`
    if ((await client.query('select from pg_database where datname = $1', [name])).rowCount) return name
    const making = `${name}_making`
    await client.query(`drop database if exists ${making} with (force)`)
    await client.query(`create database ${making} owner schakelbord_owner`)
    await migrate(urlOf(superUrl, making, 'schakelbord_owner'), join(migrationsFolder))
    await client.query(`alter database ${making} rename to ${name}`)
    return name
  })

const databaseNamed = (superUrl: string, name: string): TestDatabase => ({
  name,
  superUrl: urlOf(superUrl, name),
  ownerUrl: urlOf(superUrl, name, 'schakelbord_owner'),
  appUrl: urlOf(superUrl, name, 'schakelbord_app'),
  sealerUrl: urlOf(superUrl, name, 'schakelbord_sealer'),
  drop: () => connected(superUrl, async (client) => void (await client.query(`drop database if exists ${name} with (force)`))),
})

async function copyOf(superUrl: string, from: string): Promise<TestDatabase> {
  const name = `sb_test_${randomUUID().replaceAll('-', '')}`
  await connected(superUrl, (client) => client.query(`create database ${name} template ${from} owner schakelbord_owner`))
  return databaseNamed(superUrl, name)
}

/** Makes a migrated, empty database on a server; `drop` removes it. */
export const testDatabaseOn = async (superUrl: string): Promise<TestDatabase> => copyOf(superUrl, await template(superUrl))

/** Makes a database on a server with nothing in it at all. */
export async function emptyDatabaseOn(superUrl: string): Promise<TestDatabase> {
  await template(superUrl) // makes the roles too
  const name = `sb_test_${randomUUID().replaceAll('-', '')}`
  await connected(superUrl, (client) => client.query(`create database ${name} owner schakelbord_owner`))
  return databaseNamed(superUrl, name)
}

/** Makes a migrated, empty database on the server of this run. */
export const testDatabase = (): Promise<TestDatabase> => testDatabaseOn(inject('superUrl'))

/** The database that is filled once in a run and copied for every file that wants the same. */
export const filledName = (run: string): string => `sb_filled_${run}`

/** Makes a database on the server of this run that holds what `fill` puts into it. The first who asks fills it, and everybody gets a copy: a copy takes a tenth of the time. */
export async function filledDatabase(fill: (owner: pg.Client) => Promise<void>): Promise<TestDatabase> {
  const [superUrl, name] = [inject('superUrl'), filledName(inject('run'))]
  const from = await template(superUrl)
  await connected(superUrl, async (client) => {
    await client.query('select pg_advisory_lock($1)', [onlyOne + 1])
    if ((await client.query('select from pg_database where datname = $1', [name])).rowCount) return
    const making = `${name}_making`
    await client.query(`drop database if exists ${making} with (force)`)
    await client.query(`create database ${making} template ${from} owner schakelbord_owner`)
    await connected(urlOf(superUrl, making, 'schakelbord_owner'), fill)
    await client.query(`alter database ${making} rename to ${name}`)
  })
  return copyOf(superUrl, name)
}
