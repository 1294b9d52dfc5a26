import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'

/** A table as the catalogue describes it. */
export type TableFound = { schema: string; name: string; columns: string[]; /** expressions that put its rows in one order on every server */ order: string[] }
export type SequenceFound = { schema: string; name: string }

/** Tables and sequences of the product: everything that no extension brought. */
const ours = (alias: string) => `n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
  and not exists (select from pg_depend d where d.classid = 'pg_class'::regclass and d.objid = ${alias}.oid and d.deptype = 'e')`

const tablesSql = `
  select n.nspname as schema, t.relname as name,
    array(select a.attname::text from pg_attribute a where a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
    coalesce((select array_agg(case when a.attcollation = 0 then format('%I', a.attname) else format('%I collate "C"', a.attname) end order by k.place)
      from pg_index i cross join lateral unnest(i.indkey) with ordinality as k (number, place) join pg_attribute a on a.attrelid = t.oid and a.attnum = k.number
      where i.indrelid = t.oid and i.indisprimary), '{}') as "order"
  from pg_class t join pg_namespace n on n.oid = t.relnamespace
  where t.relkind = 'r' and (n.nspname, t.relname) <> ('public', 'schakelbord_migrations') and ${ours('t')}
  order by 1, 2`

/** Every table with rows of our own. What the migrations themselves write down about themselves is left out: a restore takes them anew. */
export const tablesOf = async (client: pg.ClientBase): Promise<TableFound[]> => (await client.query<TableFound>(tablesSql)).rows

/** Every sequence, also of identity columns. */
export const sequencesOf = async (client: pg.ClientBase): Promise<SequenceFound[]> =>
  (await client.query<SequenceFound>(`select n.nspname as schema, s.relname as name from pg_class s join pg_namespace n on n.oid = s.relnamespace where s.relkind = 'S' and ${ours('s')} order by 1, 2`)).rows

const quoted = (name: string): string => pg.escapeIdentifier(name)
/** The name of a table or sequence in SQL. */
export const named = ({ schema, name }: { schema: string; name: string }): string => `${quoted(schema)}.${quoted(name)}`

/** The same value is the same text on every server, and nothing is left out silently: where row level security would hide a row, the copy fails. */
export const exactly = "set row_security = off; set statement_timeout = 0; set idle_in_transaction_session_timeout = 0; set timezone = 'UTC'; set datestyle = 'ISO, YMD'; set intervalstyle = 'iso_8601'; set extra_float_digits = 1; set bytea_output = 'hex'; set client_encoding = 'UTF8'"

const rowsOut = ({ schema, name, columns, order }: TableFound): string =>
  `copy (select ${columns.map(quoted).join(', ')} from ${named({ schema, name })} order by ${order.length > 0 ? order.join(', ') : columns.map((one) => `${quoted(one)}::text collate "C"`).join(', ')}) to stdout`

/** Passes everything on and keeps its fingerprint and the number of lines: a row is one line, because the format writes line ends inside values as \n. */
function watched(): { through: Transform; seen: () => { content: string; rows: number } } {
  const hash = createHash('sha256')
  let rows = 0
  const through = new Transform({
    transform(part: Buffer, _encoding, done) {
      hash.update(part)
      for (let at = part.indexOf(10); at >= 0; at = part.indexOf(10, at + 1)) rows++
      done(null, part)
    },
  })
  return { through, seen: () => ({ content: hash.digest('hex'), rows }) }
}

/** Writes the rows of a table to a compressed file. */
export async function copyOut(client: pg.ClientBase, table: TableFound, file: string): Promise<{ content: string; rows: number }> {
  const { through, seen } = watched()
  await pipeline(client.query(copyTo(rowsOut(table))), through, createGzip({ level: 6 }), createWriteStream(file, { mode: 0o600, flags: 'wx', flush: true }))
  return seen()
}

/** Reads the rows of a table from a compressed file. */
export const copyIn = (client: pg.ClientBase, { schema, name, columns }: { schema: string; name: string; columns: readonly string[] }, file: string): Promise<void> =>
  pipeline(createReadStream(file), createGunzip(), client.query(copyFrom(`copy ${named({ schema, name })} (${columns.map(quoted).join(', ')}) from stdin`)))

/** What the rows of a table are now, without keeping them. */
export async function contentOf(client: pg.ClientBase, table: TableFound): Promise<{ content: string; rows: number }> {
  const { through, seen } = watched()
  through.resume()
  await pipeline(client.query(copyTo(rowsOut(table))), through)
  return seen()
}
