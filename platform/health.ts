import { statfsSync } from 'node:fs'
import type pg from 'pg'

/** What readiness looks at. */
export type HealthParts = {
  pool: pg.Pool
  /** names of the migrations this program knows */
  migrations: readonly string[]
  /** folder whose disk must have room; null when the data are elsewhere */
  dataDir: string | null
  keysPresent: () => boolean
  stopping: () => boolean
  now: () => number
}

const leastFree = 50 * 1024 * 1024
const memory = 1000
const patience = 3000

const durable = ['fsync', 'full_page_writes', 'synchronous_commit']

async function findings({ pool, migrations, dataDir, keysPresent, stopping }: HealthParts): Promise<string[]> {
  const wrong: string[] = []
  if (stopping()) wrong.push('stopping')
  if (!keysPresent()) wrong.push('keys')
  if (dataDir) {
    const { bavail, bsize } = statfsSync(dataDir)
    if (bavail * bsize < leastFree) wrong.push('disk')
  }
  try {
    const settings = await pool.query<{ name: string; setting: string }>('select name, setting from pg_settings where name = any ($1)', [durable])
    for (const { name, setting } of settings.rows) if (setting === 'off') wrong.push(`database setting ${name}`)
    const had = await pool.query<{ name: string }>('select name from schakelbord_migrations')
    const names = new Set(had.rows.map((row) => row.name))
    if (migrations.some((name) => !names.has(name))) wrong.push('migrations')
  } catch {
    wrong.push('database')
  }
  return wrong
}

const late = () => new Promise<string[]>((answer) => setTimeout(() => answer(['database']), patience).unref())

/**
 * Tells whether this server can do its work; the answer is kept for a second, so that asking is cheap.
 *
 * @returns a function that gives what is wrong, for the log; the public hears only yes or no
 */
export function readiness(parts: HealthParts): () => Promise<readonly string[]> {
  let at = Number.NEGATIVE_INFINITY
  let last: Promise<string[]> = Promise.resolve([])
  return () => {
    if (parts.stopping()) return Promise.resolve(['stopping'])
    if (parts.now() - at > memory) {
      at = parts.now()
      last = Promise.race([findings(parts), late()])
    }
    return last
  }
}
