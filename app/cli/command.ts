import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { type Logins, startCluster } from '../../platform/postgres/index.ts'
import { runningServer } from '../../platform/postgres/process.ts'
import { type Installation, readSettings } from '../../platform/settings.ts'

/** One thing the command line can do. It ends with 0 when it went well, 1 when it failed. */
export type Command = { name: string; usage: string; what: string; more: string; run: (words: readonly string[]) => Promise<number> }

/** The command was called in a way it does not know; the exit code is 2. */
export class WrongUse extends Error {}

const here = dirname(fileURLToPath(import.meta.url))
/** The migrations of this program, from its source and from its build. */
export const migrationsFolder = [join(here, 'db/migrations'), join(here, '../../db/migrations')].find((folder) => existsSync(folder)) ?? ''

/** Runs `work` on the database of this installation. A server that runs stays running; one that was started for this is stopped again. */
export async function withDatabase<T>(work: (logins: Logins, installation: Installation) => Promise<T>): Promise<T> {
  const installation = readSettings(process.env)
  if (installation.database) return work(installation.database, installation)
  const wasRunning = runningServer({ folder: join(installation.dataDir, 'postgres') }) !== undefined
  const cluster = await startCluster({ dataDir: installation.dataDir })
  try {
    return await work(cluster, installation)
  } finally {
    if (!wasRunning) await cluster.stop()
  }
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
