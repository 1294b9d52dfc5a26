import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { dirname, join, resolve, sep } from 'node:path'
import type pg from 'pg'
import { migrating } from '../locks.ts'
import { appliedTo } from '../migrate.ts'
import { StartError } from '../start-error.ts'
import { isHalf } from '../whole-file.ts'
import { type Manifest, ofFile, type TableCopy, writeManifest } from './manifest.ts'
import { copyOut, exactly, named, sequencesOf, tablesOf } from './tables.ts'

/** Belongs to one cluster, its log or one folder: another place makes its own. */
const stays = (path: string): boolean => /^(postgres(\..*)?|schakelbord\.json|backups?)$/.test(path) || /^keys\/(super|cluster|schakelbord_\w+)$/.test(path) || isHalf(path)

function filesIn(dataDir: string, under = ''): string[] {
  if (!existsSync(dataDir)) return []
  return readdirSync(join(dataDir, under), { withFileTypes: true }).flatMap((one) => {
    const path = under ? `${under}/${one.name}` : one.name
    if (stays(path)) return []
    return one.isDirectory() ? filesIn(dataDir, path) : one.isFile() ? [path] : []
  })
}

/** An empty folder, made when it is not there. */
function claim(folder: string, dataDir: string): void {
  if (resolve(folder) === resolve(dataDir) || resolve(folder).startsWith(`${resolve(dataDir)}${sep}`)) throw new StartError('Kies voor de back-up een map buiten de gegevens zelf, liefst op een andere schijf.')
  if (existsSync(folder) && !statSync(folder).isDirectory()) throw new StartError(`${folder} is geen map.`)
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
  } catch {
    throw new StartError(`De map ${folder} kan niet worden gemaakt.`)
  }
  if (readdirSync(folder).length > 0) throw new StartError(`De map ${folder} is niet leeg. Kies een nieuwe map; er is niets veranderd.`)
}

/** A file that went away since we looked is no part of the backup. */
function copied(from: string, to: string): boolean {
  try {
    copyFileSync(from, to)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false
    throw error
  }
}

async function copyTables(client: pg.ClientBase, folder: string): Promise<TableCopy[]> {
  const copies: TableCopy[] = []
  mkdirSync(join(folder, 'tables'), { mode: 0o700 })
  for (const table of await tablesOf(client)) {
    const file = `tables/${table.schema}.${table.name}.copy.gz`
    copies.push({ schema: table.schema, name: table.name, columns: table.columns, file, ...(await copyOut(client, table, join(folder, file))) })
  }
  return copies
}

async function sequences(client: pg.ClientBase): Promise<Manifest['sequences']> {
  const found: Manifest['sequences'] = []
  for (const sequence of await sequencesOf(client)) {
    const { rows } = await client.query<{ last: string; called: boolean }>(`select last_value::text as last, is_called as called from ${named(sequence)}`)
    if (rows[0]) found.push({ ...sequence, ...rows[0] })
  }
  return found
}

/** Everything of the database in one snapshot, while others go on working. */
async function snapshot(client: pg.ClientBase, folder: string): Promise<Omit<Manifest, 'files' | 'product' | 'format'>> {
  await client.query(exactly)
  await client.query('select pg_advisory_lock_shared($1)', [migrating])
  await client.query('begin isolation level repeatable read read only')
  const { rows: [server] } = await client.query<{ version: string; at: Date; objects: boolean }>("select current_setting('server_version') as version, now() as at, exists (select from pg_largeobject_metadata) as objects")
  if (server?.objects) throw new StartError('In deze database staan bestanden die deze back-up niet kent. Werk eerst het programma bij.')
  const migrations = [...(await appliedTo(client))].map(([name, hash]) => ({ name, hash })).sort((a, b) => (a.name < b.name ? -1 : 1))
  if (migrations.length === 0) throw new StartError('Deze database is leeg. Er is niets om te bewaren.')
  const tables = await copyTables(client, folder)
  const last = await sequences(client) // read after the rows, so that no number is given out twice
  await client.query('commit')
  await client.query('select pg_advisory_unlock_shared($1)', [migrating])
  return { takenAt: (server?.at ?? new Date()).toISOString(), postgresql: server?.version ?? '', migrations, tables, sequences: last }
}

/**
 * Copies a database that is in use, with the keys and files that belong to it, to an empty folder.
 * The list of contents comes last: a copy that was broken off has none.
 *
 * @param client   logged in as the owner
 * @throws StartError when the folder is not empty, or the disk is full
 */
export async function takeBackup(client: pg.ClientBase, dataDir: string, folder: string): Promise<Manifest> {
  claim(folder, dataDir)
  try {
    const files: Manifest['files'] = []
    // Before the snapshot: an anchor may be older than what it holds, never younger.
    for (const path of filesIn(dataDir)) {
      const to = join(folder, 'files', path)
      mkdirSync(dirname(to), { recursive: true, mode: 0o700 })
      if (!copied(join(dataDir, path), to)) continue
      files.push({ path: `files/${path}`, ...(await ofFile(to)) })
    }
    const taken = await snapshot(client, folder)
    for (const { file } of taken.tables) files.push({ path: file, ...(await ofFile(join(folder, file))) })
    writeManifest(folder, { ...taken, files })
    return { product: 'schakelbord', format: 1, ...taken, files }
  } catch (error) {
    for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true, force: true })
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC') throw new StartError(`De schijf met ${folder} is vol. Er is geen back-up gemaakt.`)
    throw error
  }
}
