import { createHash } from 'node:crypto'
import type pg from 'pg'
import { seal, unseal } from '../../../platform/seal.ts'

/** Something that betrays a row when it appears in an answer: a canary in one of its texts, its id, or its number. */
export type Mark = { table: string; column: string; row: Record<string, unknown> }

const canaryOf = (table: string, column: string, place: string): string => `kn${createHash('sha256').update(`${table} ${column} ${place}`).digest('hex').slice(0, 12)}`
const shapes = /kn[0-9a-f]{12}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}|[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{2}/g

/** Words for machines, which the code compares: a canary in them would change what the application does. */
const wordsOfMachines = new Set(['schedules.timezone', 'municipalities.slug'])
/** What is made from other rows, and kept for searching. */
const derived = new Set(['directory_index'])

const quoted = (table: string): string => table.split('.').map((part) => `"${part}"`).join('.')

const tablesSql = `
  select n.nspname as schema, t.relname as name, array_agg(a.attname::text order by a.attnum) filter (where a.atttypid in ('text'::regtype) and a.attgenerated = '') as texts,
    bool_or(a.attname = 'id') as has_id, bool_or(a.attname = 'number') as has_number
  from pg_class t join pg_namespace n on n.oid = t.relnamespace join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
  where n.nspname in ('public', 'vault') and t.relkind = 'r' and t.relname <> 'schakelbord_migrations'
  group by 1, 2 order by 1, 2`

/** Tells of everything in an answer whose row it belongs to. */
export type Aviary = { marks: ReadonlyMap<string, Mark>; columns: readonly string[]; /** whose rows may be seen in this text */ find: (text: string) => Set<string> }

/**
 * Puts a canary in every text of every row, from the catalogue, so that tables which do not exist yet take part by themselves.
 * Columns that only hold a fixed choice of words refuse it and stay as they are.
 */
export async function letLoose(owner: pg.Client): Promise<Aviary> {
  const marks = new Map<string, Mark>()
  const columns: string[] = []
  const { rows: tables } = await owner.query<{ schema: string; name: string; texts: string[] | null; has_id: boolean; has_number: boolean }>(tablesSql)
  for (const { schema, name, texts, has_id, has_number } of tables) {
    const table = schema === 'public' ? name : `${schema}.${name}`
    if (derived.has(table)) continue
    for (const column of texts ?? []) if (!wordsOfMachines.has(`${table}.${column}`) && (await plant(owner, table, column))) columns.push(`${table}.${column}`)
    const { rows } = await owner.query<{ at: string; row: Record<string, unknown> }>(`select t.ctid::text as at, to_jsonb(t) as row from ${quoted(table)} t`)
    for (const { row } of rows) {
      for (const column of texts ?? []) for (const canary of String(row[column] ?? '').match(/kn[0-9a-f]{12}/g) ?? []) marks.set(canary, { table, column, row })
      if (has_id && typeof row.id === 'string') marks.set(row.id, { table, column: 'id', row })
      if (has_number && typeof row.number === 'string') marks.set(row.number, { table, column: 'number', row })
    }
  }
  await sealIn(owner, marks, columns)
  return { marks, columns, find: (text) => new Set([...text.matchAll(shapes)].map(([it]) => it).filter((it) => marks.has(it))) }
}

/** A canary that stands in a page as markup, or that broke out of an attribute: a text was not escaped. */
export const unescaped = /<kn[0-9a-f]{12}|kn[0-9a-f]{12}(?:>|&gt;)"/

/** Adds a canary to one column of all rows. False when the column holds words of a fixed choice. */
async function plant(owner: pg.Client, table: string, column: string): Promise<boolean> {
  const { rows } = await owner.query<{ at: string; text: string }>(`select ctid::text as at, "${column}" as text from ${quoted(table)} where "${column}" is not null order by ctid`)
  if (rows.length === 0 || rows.every(({ text }) => /^[a-z0-9._-]*$/.test(text) || /^[A-Z0-9,:+-]*$/.test(text))) return false
  const places = rows.map(({ at }) => at)
  const canaries = rows.map(({ text }, index) => (/^https?:/.test(text) ? `#${canaryOf(table, column, String(index))}` : ` <${canaryOf(table, column, String(index))}>"`))
  await owner.query('begin')
  try {
    await owner.query(`update ${quoted(table)} t set "${column}" = t."${column}" || c.canary from unnest($1::text[], $2::text[]) c (at, canary) where t.ctid = c.at::tid`, [places, canaries])
    await owner.query('commit')
    return true
  } catch (error) {
    await owner.query('rollback')
    if ((error as { code?: string }).code === '23514') return false
    throw error
  }
}

/** The vault keeps its texts sealed. */
async function sealIn(owner: pg.Client, marks: Map<string, Mark>, columns: string[]): Promise<void> {
  const { rows } = await owner.query<Record<string, unknown> & { sealed: Buffer }>('select * from vault.identities')
  for (const row of rows) {
    const texts = Object.entries(JSON.parse(unseal(row.sealed)) as Record<string, string | null>)
    const marked = texts.map(([name, text]) => {
      const canary = canaryOf('vault.identities', name, String(row.case_id))
      marks.set(canary, { table: 'vault.identities', column: `sealed ${name}`, row })
      return [name, `${text ?? ''} ${canary}`]
    })
    await owner.query('update vault.identities set sealed = $2 where case_id = $1', [row.case_id, seal(JSON.stringify(Object.fromEntries(marked)))])
  }
  columns.push('vault.identities.sealed')
}
