import { totalmem } from 'node:os'
import { sql } from 'kysely'
import type { Db } from '../../../platform/db.ts'
import { Entries, type Told } from './entries.ts'

/** What `ctx.directory_look` tells a visitor: where, and how far the counters of what was written are. Null for who sees more. */
export type Look = { place: string | null; counters: readonly number[] | null }

type Kept = { entries: Entries; counters: readonly number[]; /** the last entry that was told; null when all were */ after: readonly [entity: string, id: string] | null; telling: boolean; /** more than are kept: nothing is */ tooMany: boolean }

/** So many entries are told at once: it keeps the one who asks first for less than a tenth of a second. */
const slice = 1000
/** More than this stay with the database: an entry takes less than two kilobytes, and together they may take an eighth of what the program has. */
const mostEntries = Math.floor(Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY) / 8 / 2048)
const mostPlaces = 16
const kept = new Map<string, Kept>()

const isAt = (one: readonly number[], other: readonly number[]): boolean => one.every((n, slot) => n === other[slot])
const isBefore = (one: readonly number[], other: readonly number[]): boolean => one.some((n, slot) => n < other[slot]!)

/** Tells the next entries, unless somebody else is at it. True when all are told. */
async function tellMore(db: Db, it: Kept, most: number): Promise<boolean> {
  if (it.tooMany || it.telling) return false
  if (!it.after) return true
  it.telling = true
  try {
    const [entity, id] = it.after
    const { rows } = await sql<Told>`select * from ctx.entries_for_visitors(${entity}, ${id}::uuid, ${slice})`.execute(db)
    it.entries.put(rows)
    const last = rows.at(-1)
    it.after = last && rows.length === slice ? [last.entity, last.recordId] : null
    if (it.entries.live > most) {
      it.tooMany = true
      it.entries = new Entries()
    }
  } finally {
    it.telling = false
  }
  return it.after === null && !it.tooMany
}

/** Tells what was written since. `many`: so much that all had better be told anew. */
async function tellChanges(db: Db, it: Kept): Promise<'told' | 'many' | 'older'> {
  const { rows } = await sql<{ counters: string[]; many: boolean; entity: string | null } & Told>`select * from ctx.changes_for_visitors(${it.counters}::bigint[], ${slice})`.execute(db)
  const [first] = rows
  if (!first || first.many) return 'many'
  const counters = first.counters.map(Number)
  if (isBefore(counters, it.counters)) return 'older' // somebody else told what came after what is seen here
  it.entries.put(rows.filter(({ entity }) => entity !== null))
  it.counters = counters
  return 'told'
}

/**
 * All entries that a visitor may see, as they are now, from memory: told once in slices by whoever searches first, and after that only what changed. Null when they are not
 * all told yet, for who sees more than a visitor, and where there are too many: then the database answers.
 * @param look read in the same transaction, which changed nothing of the directory
 */
export async function forVisitors(db: Db, { place, counters }: Look, most = mostEntries): Promise<Entries | null> {
  if (!place || !counters) return null
  let it = kept.get(place)
  if (!it || it.entries.wasted > 1000 + it.entries.live / 2) {
    it = { entries: new Entries(), counters, after: ['', '00000000-0000-0000-0000-000000000000'], telling: false, tooMany: false }
    if (kept.size >= mostPlaces) kept.clear()
    kept.set(place, it)
  }
  if (!(await tellMore(db, it, most))) return null
  if (isAt(counters, it.counters)) return it.entries
  const how = await tellChanges(db, it)
  if (how === 'many') kept.delete(place)
  return how === 'told' ? it.entries : null
}

/** Forgets everything, as a program does that starts. */
export const forgetAll = (): void => kept.clear()
