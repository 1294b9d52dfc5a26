import type pg from 'pg'
import { inOneStatement } from '../../platform/context.ts'
import type { Asked } from './asked.ts'
import { contentsIn } from './envelope.ts'
import type { Made } from './kept.ts'

const known = ['page', 'per_page', 'format', 'full', 'minimal', 'modified_after', 'organization_id']

/** Is this a page of services in order, of all or by when they changed or whose they are? Those the database gives in one statement. */
export const isOpenPage = (it: Asked['services']): boolean => !it.full && !it.minimal && Object.entries(it).every(([name, value]) => value === undefined || known.includes(name))

/** Of all services that are open, how many there are in which state. */
export type Everything = { state: string; total: number }
type Row = { state: string; everything: number | null; total: number; contents: string | null }

/**
 * A page of services as everybody may see them, with the state that it belongs to. Which they are is decided by `ctx.open_services`, with the conditions of row level security for a visitor.
 *
 * @param day         the services that are open on it
 * @param everything  what was counted before, in whichever state
 */
export async function openPageOf(pool: pg.Pool, municipalityId: string, day: string, it: Asked['services'], everything: Everything | undefined): Promise<Made & { everything: Everything | undefined }> {
  const [row] = await inOneStatement<Row>(pool, {
    name: 'open services',
    text: 'select state, everything, total, contents from ctx.open_services($1, $2, $3, $4, $5, $6, $7, $8)',
    values: [municipalityId, day, it.modified_after ?? null, it.organization_id ?? null, (it.page - 1) * it.per_page, it.per_page, everything?.state ?? null, everything?.total ?? null],
  })
  if (!row) throw new Error('a page is one row')
  return { text: contentsIn(it, row.total, `[${row.contents ?? ''}]`), state: row.state, everything: row.everything === null ? undefined : { state: row.state, total: row.everything } }
}
