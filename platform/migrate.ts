import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { migrating } from './locks.ts'
import { StartError } from './start-error.ts'

/** One step of the database: a numbered file, applied once and never changed after that. */
export type Migration = { name: string; sql: string; hash: string }

/** The migrations in a folder, in order. */
export const migrationsIn = (folder: string): Migration[] =>
  readdirSync(folder)
    .filter((name) => /^\d{4}_[a-z0-9_]+\.sql$/.test(name))
    .sort()
    .map((name) => {
      const sql = readFileSync(join(folder, name), 'utf8')
      return { name, sql, hash: createHash('sha256').update(sql).digest('hex') }
    })

/** Which migrations this database has had; none when it was never migrated. */
export async function appliedTo(client: pg.ClientBase): Promise<Map<string, string>> {
  const there = await client.query("select to_regclass('public.schakelbord_migrations') is not null as there")
  if (!there.rows[0]?.there) return new Map()
  const { rows } = await client.query<{ name: string; hash: string }>('select name, hash from schakelbord_migrations')
  return new Map(rows.map((row) => [row.name, row.hash]))
}

/**
 * Brings the database forward: each step in a transaction of its own, one program at a time.
 *
 * @param ownerUrl login of the owner of the tables
 * @param only     the steps to take; all of them when left out
 * @returns the names of the steps that were taken
 * @throws StartError when the database is newer than this program, or a step was changed after it was taken
 */
export async function migrate(ownerUrl: string, folder: string, only?: ReadonlySet<string>): Promise<string[]> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [migrating])
    await client.query('set statement_timeout = 0')
    await client.query("set lock_timeout = '10s'")
    const steps = migrationsIn(folder)
    const had = await appliedTo(client)
    const known = new Set(steps.map(({ name }) => name))
    if ([...had.keys()].some((name) => !known.has(name))) throw new StartError('De gegevens zijn van een nieuwere Schakelbord. Werk eerst het programma bij.')
    const changed = steps.find(({ name, hash }) => had.has(name) && had.get(name) !== hash)
    if (changed) throw new StartError(`De stap ${changed.name} is veranderd nadat hij op deze gegevens is toegepast. Gebruik de versie waarmee de gegevens zijn gemaakt, of kies met DATA_DIR een lege map.`)
    await client.query('create table if not exists schakelbord_migrations (name text primary key, hash text not null, applied_at timestamptz not null default now())')
    const taken: string[] = []
    for (const { name, sql, hash } of steps.filter((step) => !had.has(step.name) && (only?.has(step.name) ?? true))) {
      await client.query('begin')
      try {
        await client.query(sql)
        await client.query('insert into schakelbord_migrations (name, hash) values ($1, $2)', [name, hash])
        await client.query('commit')
      } catch (error) {
        await client.query('rollback')
        throw error
      }
      taken.push(name)
    }
    return taken
  } finally {
    await client.end()
  }
}
