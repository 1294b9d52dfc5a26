import type pg from 'pg'

type Column = { schema: string; table: string; column: string; type: string; nullable: boolean; generated: boolean; check: string | null }

const columnsSql = `
  select n.nspname as schema, t.relname as "table", a.attname as "column", format_type(a.atttypid, null) as type, not a.attnotnull as nullable,
    (a.atthasdef or a.attidentity <> '') as generated,
    (select pg_get_constraintdef(k.oid) from pg_constraint k where k.conrelid = t.oid and k.contype = 'c' and k.conkey = array[a.attnum]
      and pg_get_constraintdef(k.oid) ~ '= ANY \\(\\(?ARRAY\\[''' limit 1) as "check"
  from pg_class t join pg_namespace n on n.oid = t.relnamespace join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
  where n.nspname in ('public', 'vault') and t.relkind in ('r', 'v', 'p') and t.relname <> 'schakelbord_migrations' and not t.relispartition
  order by n.nspname, t.relname, a.attnum`

const kinds: Record<string, string> = {
  uuid: 'string', text: 'string', citext: 'string', date: 'string', boolean: 'boolean', smallint: 'number', integer: 'number', bigint: 'number', real: 'number', 'double precision': 'number',
  numeric: 'string', bytea: 'Buffer', jsonb: 'unknown', json: 'unknown', interval: 'unknown', tsvector: 'string', 'timestamp with time zone': 'Date', 'time without time zone': 'string', point: 'unknown',
}

const camel = (name: string) => name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())

/** `check (kind in ('a', 'b'))` becomes 'a' | 'b', so that the database's own list is the type. */
function union(check: string | null): string | null {
  const words = check?.match(/'((?:[^']|'')*)'::text/g)
  return words ? words.map((word) => `'${word.slice(1, -7)}'`).join(' | ') : null
}

function typeOf(column: Column): string {
  const base = column.type.endsWith('[]') ? `${kinds[column.type.slice(0, -2)] ?? 'unknown'}[]` : (union(column.check) ?? kinds[column.type] ?? 'unknown')
  const whole = column.nullable ? `${base} | null` : base
  return column.generated ? `Generated<${whole}>` : whole
}

/** The types of all tables, as `db/types.ts` holds them: made from the migrated database, so that they cannot differ from it. */
export async function typesOf(client: pg.ClientBase): Promise<string> {
  const { rows } = await client.query<Column>(columnsSql)
  const tables = new Map<string, string[]>()
  for (const row of rows) {
    const name = row.schema === 'public' ? camel(row.table) : `'${row.schema}.${camel(row.table)}'`
    const lines = tables.get(name) ?? []
    tables.set(name, [...lines, `    ${camel(row.column)}: ${typeOf(row)}`])
  }
  const body = [...tables].map(([name, lines]) => `  ${name}: {\n${lines.join('\n')}\n  }`).join('\n')
  return `// Made from the migrated database: UPDATE_TYPES=1 npx vitest run db/types.test.ts\nimport type { Generated } from 'kysely'\n\n/** Every table the application can reach, as the migrations leave it. */\nexport type Database = {\n${body}\n}\n`
}
