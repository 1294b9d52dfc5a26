import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { checked } from './checking.ts'
import { columnsOf, type Mapping } from './columnsOf.ts'
import { readSource } from './sources.ts'
import { hereFor } from './settling.ts'
import { knownIn, staged } from './staging.ts'
import { recordsOfTable } from './table.ts'
import { Unreadable } from './unreadable.ts'

/** A file that was brought: from which source, how it is called, and what is in it. */
export type Brought = { municipalityId: string; importId: string; source: string; fileName: string; bytes: Uint8Array }
/** Hears how far work is. */
export type Tell = (done: number, total: number) => void

/** What columns of this source were said to be, the last time. */
export async function keptMapping(db: Db, source: string): Promise<Mapping | undefined> {
  const kept = await db.selectFrom('importMappings').where('source', '=', source).select('columns').executeTakeFirst()
  return kept?.columns as Mapping | undefined
}

/**
 * Reads a file and writes down what it would change. A list of which we do not know the columns waits for somebody to say what they are.
 *
 * @throws Unreadable when it cannot be read at all
 */
export async function lookAt(db: Db, { municipalityId, importId, source, fileName, bytes }: Brought, tell: Tell = () => {}): Promise<void> {
  const read = await readSource(fileName, bytes)
  const set = (state: 'mapping' | 'looked-at', header: unknown) => db.updateTable('imports').set({ state, format: read.format, header: header === null ? null : JSON.stringify(header) }).where('id', '=', importId).execute()
  let { records } = read
  let header: unknown = null
  if (read.table) {
    const [first = [], ...rest] = read.table
    if (rest.length === 0) throw new Unreadable('empty')
    header = first.map((name, at) => ({ name, example: rest.find((line) => line[at])?.[at]?.slice(0, 60) ?? '' }))
    const columns = columnsOf(first, await keptMapping(db, source))
    if (!columns.includes('name')) return void (await set('mapping', header))
    await setImmediate()
    records = recordsOfTable(rest, columns)
  }
  await setImmediate()
  const { ready, remarks: more } = await checked(records, source, knownIn(db), await hereFor(db, records))
  if (ready.length + more.length + read.remarks.length === 0) throw new Unreadable('empty')
  await sql`set local statement_timeout = '10min'`.execute(db)
  await forgotten(db, importId)
  await staged(db, { municipalityId, importId }, ready, [...read.remarks, ...more], tell)
  await set('looked-at', header)
}

/** Forgets what was read before, so that the same file can be read in another way. */
export async function forgotten(db: Db, importId: string): Promise<void> {
  await db.deleteFrom('importRecords').where('importId', '=', importId).execute()
  await db.deleteFrom('importRemarks').where('importId', '=', importId).execute()
}
