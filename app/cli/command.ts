import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { oneProgram } from '../../platform/locks.ts'
import { folderIsOurs, type Logins, startCluster } from '../../platform/postgres/index.ts'
import { type Installation, readSettings } from '../../platform/settings.ts'
import { StartError } from '../../platform/start-error.ts'

/** One thing the command line can do. It ends with 0 when it went well, 1 when it failed. */
export type Command = { name: string; usage: string; what: string; more: string; run: (words: readonly string[]) => Promise<number> }

/** The command was called in a way it does not know; the exit code is 2. */
export class WrongUse extends Error {}

const here = dirname(fileURLToPath(import.meta.url))
/** The migrations of this program, from its source and from its build. */
export const migrationsFolder = [join(here, 'db/migrations'), join(here, '../../db/migrations')].find((folder) => existsSync(folder)) ?? ''

/** A folder in which nothing is yet; only what fills it may make a database there. */
export const nothingIn = (dataDir: string): StartError => new StartError(`In ${dataDir} staan geen gegevens van Schakelbord. Kies met DATA_DIR de goede map; "npm start" maakt een nieuwe.`)

/** Does a program serve from this database now? */
const inUse = (ownerUrl: string): Promise<boolean> =>
  connected(ownerUrl, async (client) => (await client.query<{ held: boolean }>('select pg_try_advisory_lock($1) as held', [oneProgram])).rows[0]?.held !== true)

/**
 * Runs `work` on the database of this installation. A server that runs stays running; one that was started for this is stopped again.
 *
 * @param make  make the database when there is none
 * @throws StartError when there is none
 */
export async function withDatabase<T>(work: (logins: Logins, installation: Installation) => Promise<T>, make = false): Promise<T> {
  const installation = readSettings(process.env)
  if (installation.database) return work(installation.database, installation)
  if (!make && !folderIsOurs(installation.dataDir)) throw nothingIn(installation.dataDir)
  const cluster = await startCluster({ dataDir: installation.dataDir })
  try {
    return await work(cluster, installation)
  } finally {
    if (!cluster.adopted && !(await inUse(cluster.ownerUrl))) await cluster.stop()
  }
}

/** One connection for the length of `work`. */
export async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url })
  client.on('error', () => {}) // the query that runs then says so itself
  try {
    await client.connect()
  } catch {
    throw new StartError('De database is niet bereikbaar. Kijk of de server draait en of naam en wachtwoord kloppen.')
  }
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => {})
  }
}
