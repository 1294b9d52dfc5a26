import { chmodSync, copyFileSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import pg from 'pg'
import { type Migration, migrate, migrationsIn } from '../migrate.ts'
import { StartError } from '../start-error.ts'
import type { Manifest } from './manifest.ts'
import { contentOf, copyIn, exactly, named, tablesOf } from './tables.ts'

/** Can this program read what an earlier or the same version wrote? @throws StartError */
export function checkVersions({ migrations }: Manifest, known: readonly Migration[]): void {
  const hashes = new Map(known.map(({ name, hash }) => [name, hash]))
  if (migrations.some(({ name }) => !hashes.has(name))) throw new StartError('Deze back-up is van een nieuwere Schakelbord. Werk eerst het programma bij. Er is niets teruggezet.')
  const changed = migrations.find(({ name, hash }) => hashes.get(name) !== hash)
  if (changed) throw new StartError(`De stap ${changed.name} is in dit programma anders dan in de back-up. Gebruik de versie waarmee de back-up is gemaakt.`)
}

/** A database in which nobody ever put anything. @throws StartError */
async function checkEmpty(client: pg.ClientBase): Promise<void> {
  const tables = await tablesOf(client)
  const migrated = (await client.query<{ there: boolean }>("select to_regclass('public.schakelbord_migrations') is not null as there")).rows[0]?.there
  const used = migrated ? (await client.query('select from public.municipalities limit 1')).rowCount : tables.length
  if (used) throw new StartError('De database is niet leeg. Terugzetten kan alleen in een lege database; er is niets veranderd.')
}

/** Keys and files, with the rights they had. */
export function putFiles({ files }: Manifest, folder: string, dataDir: string): void {
  for (const { path } of files.filter((one) => one.path.startsWith('files/'))) {
    const to = join(dataDir, path.slice('files/'.length))
    mkdirSync(dirname(to), { recursive: true, mode: 0o700 })
    copyFileSync(join(folder, path), to)
    chmodSync(to, to.endsWith('.pub.pem') ? 0o644 : 0o600)
  }
}

type Key = { table: string; name: string; definition: string }
const keysSql = `select format('%I.%I', n.nspname, t.relname) as "table", quote_ident(k.conname) as name, pg_get_constraintdef(k.oid) as definition
  from pg_constraint k join pg_class t on t.oid = k.conrelid join pg_namespace n on n.oid = t.relnamespace where k.contype = 'f' and k.conparentid = 0 and n.nspname !~ '^pg_' order by 1, 2`

const word = (it: { schema: string; name: string }) => `${it.schema}.${it.name}`

async function fill(client: pg.ClientBase, manifest: Manifest, folder: string): Promise<void> {
  const tables = await tablesOf(client)
  const copies = new Map(manifest.tables.map((one) => [word(one), one]))
  if (tables.length !== copies.size || tables.some((table) => !copies.has(word(table)))) throw new StartError('De tabellen in de back-up zijn andere dan die van dit programma.')
  const { rows: keys } = await client.query<Key>(keysSql)
  // Foreign keys come back after the rows and are then checked in full. The rules of triggers were kept when the rows were first written.
  for (const { table, name } of keys) await client.query(`alter table ${table} drop constraint ${name}`)
  for (const table of tables) await client.query(`alter table ${named(table)} disable trigger user`)
  await client.query(`truncate ${tables.map(named).join(', ')}`)
  for (const copy of manifest.tables) await copyIn(client, copy, join(folder, copy.file))
  for (const { schema, name, last, called } of manifest.sequences) await client.query('select setval($1::regclass, $2, $3)', [named({ schema, name }), last, called])
  for (const { table, name, definition } of keys) await client.query(`alter table ${table} add constraint ${name} ${definition}`)
  for (const table of tables) await client.query(`alter table ${named(table)} enable trigger user`)
  for (const table of tables) {
    const [wanted, found] = [copies.get(word(table)), await contentOf(client, table)]
    if (found.rows !== wanted?.rows || found.content !== wanted.content) throw new StartError(`Na het terugzetten is ${word(table)} anders dan in de back-up (${found.rows} regels, ${wanted?.rows} in de back-up).`)
  }
}

/**
 * Fills an empty database from a backup: all rows in one transaction, read back and compared before they count. Then the database is brought up to date.
 *
 * @param manifest  of a backup whose files were checked
 * @throws StartError when the database is not empty or what came back differs; then it has no rows
 */
export async function putBack(ownerUrl: string, manifest: Manifest, folder: string, migrationsFolder: string): Promise<string[]> {
  checkVersions(manifest, migrationsIn(migrationsFolder))
  const client = new pg.Client({ connectionString: ownerUrl })
  client.on('error', () => {}) // the query that runs then says so itself
  await client.connect()
  try {
    await checkEmpty(client)
    await migrate(ownerUrl, migrationsFolder, new Set(manifest.migrations.map(({ name }) => name)))
    await client.query(exactly)
    await client.query('begin')
    try {
      await fill(client, manifest, folder)
      await client.query('commit')
    } catch (error) {
      await client.query('rollback').catch(() => {})
      throw error
    }
    for (const table of await tablesOf(client)) await client.query(`analyze ${named(table)}`)
  } finally {
    await client.end().catch(() => {})
  }
  return migrate(ownerUrl, migrationsFolder)
}
