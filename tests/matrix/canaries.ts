import type pg from 'pg'

/** Puts a mark before every text about cases, signals and meetings that says where it stands, so that it can be recognised wherever it turns up. */
const marked = (table: string, column: string, key: string): string => `KANARIE${table.replaceAll('_', '')}z${column.replaceAll('_', '')}z${key.replaceAll('-', '')}z`
export const canary = /KANARIE([a-z]+?)z([a-z0-9]+?)z([0-9a-f]{32})z/g

export type Kind = 'case' | 'signal' | 'meeting' | 'item'
/** A table with texts, the id of whose record stands in `key`. `level` is the field class of the table. */
type Marked = { table: string; key: string; kind: Kind; level: 2 | 3 }
export const marks: readonly Marked[] = [
  ...['case_contents', 'case_answers', 'actions', 'deeds', 'case_closures', 'case_handovers'].map((table) => ({ table, key: 'case_id', kind: 'case' as const, level: 3 as const })),
  ...['involvements', 'grounds'].map((table) => ({ table, key: 'case_id', kind: 'case' as const, level: 2 as const })),
  ...['signal_contents', 'signallers', 'signal_assessments', 'signal_notes', 'signal_feedback'].map((table) => ({ table, key: 'signal_id', kind: 'signal' as const, level: 3 as const })),
  { table: 'minutes', key: 'item_id', kind: 'item', level: 3 },
]

// What other rows or rules read as a word of ours and no person typed.
const notTyped = new Set(['purpose', 'number', 'state', 'question', 'living_situation'])

/** Marks everything. @returns how many columns carry marks, table by table */
export async function markEverything(owner: pg.Client): Promise<Map<string, string[]>> {
  const done = new Map<string, string[]>()
  for (const { table, key } of marks) {
    const { rows } = await owner.query<{ name: string }>(
      `select a.attname as name from pg_attribute a where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped and a.atttypid = 'text'::regtype`, [table])
    for (const { name } of rows) {
      if (notTyped.has(name)) continue
      await owner.query('begin')
      try {
        const mark = marked(table, name, '{key}')
        await owner.query(`update ${table} set ${name} = replace($1, '{key}', replace(${key}::text, '-', '')) || ' ' || ${name} where ${name} is not null`, [mark])
        await owner.query('commit')
        done.set(table, [...(done.get(table) ?? []), name])
      } catch {
        await owner.query('rollback') // one of a fixed list of words: nobody typed it
      }
    }
  }
  return done
}
