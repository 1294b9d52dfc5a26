import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'

const mostKept = 500
const kept = new Map<string, { stamp: string; total: number }>()

/** What the directory looks like now to a visitor: as long as it is the same, so are the numbers in it. */
async function stampOf(db: Db): Promise<string | null> {
  const { rows } = await sql<{ stamp: string | null }>`select ctx.directory_stamp() || ' ' || ctx.today() as stamp`.execute(db)
  return rows[0]?.stamp ?? null
}

/**
 * How many there are in all: counted once for each question and each state of the directory. The state is read before it is counted, so a number is never older than
 * the state it is kept with.
 */
export async function totalOf(db: Db, question: string, count: () => Promise<number>): Promise<number> {
  const stamp = await stampOf(db)
  const known = kept.get(question)
  if (known && stamp !== null && known.stamp === stamp) return known.total
  const total = await count()
  if (stamp !== null) {
    kept.delete(question)
    kept.set(question, { stamp, total })
    const [oldest] = kept.keys()
    if (kept.size > mostKept && oldest !== undefined) kept.delete(oldest)
  }
  return total
}
