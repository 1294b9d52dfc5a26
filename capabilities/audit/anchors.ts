import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import type pg from 'pg'

type Newest = { municipality: string; organization: string; batch: number; total: number; root: string }

const endsWhole = (file: string): boolean => {
  try {
    const text = readFileSync(file)
    return text.length === 0 || text.at(-1) === 0x0a
  } catch {
    return true
  }
}

/**
 * Writes how long each chain is and its newest root in a file that is only added to, one JSON object a line. Whoever cuts the end off a chain in the database
 * does not reach this file, which belongs on other storage.
 *
 * @param known  what was written before, by chain; chains that did not grow are left out
 */
export async function anchor(client: pg.ClientBase, file: string, now: Date, known: Map<string, number> = new Map()): Promise<number> {
  const { rows } = await client.query<Newest>(
    `select distinct on (s.municipality_id, s.organization_id) s.municipality_id as municipality, s.organization_id as organization, s.batch::float8 as batch, s.total::float8 as total, encode(s.root, 'hex') as root
     from audit.seals s order by s.municipality_id, s.organization_id, s.batch desc`,
  )
  const grown = rows.filter((row) => known.get(`${row.municipality} ${row.organization}`) !== row.batch)
  if (grown.length === 0) return 0
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
  const torn = !endsWhole(file)
  const opened = openSync(file, 'a', 0o600)
  try {
    writeSync(opened, `${torn ? '\n' : ''}${grown.map((row) => JSON.stringify({ at: now.toISOString(), ...row })).join('\n')}\n`)
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
  for (const row of grown) known.set(`${row.municipality} ${row.organization}`, row.batch)
  return grown.length
}
