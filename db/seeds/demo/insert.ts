import type pg from 'pg'

/** Puts one row in a table; names are those of the columns. For seeds only, which run as owner. */
export async function insert(client: pg.ClientBase, table: string, row: Record<string, unknown>): Promise<void> {
  const columns = Object.keys(row).filter((name) => row[name] !== undefined)
  const places = columns.map((_, index) => `$${index + 1}`).join(', ')
  await client.query(`insert into ${table} (${columns.join(', ')}) values (${places})`, columns.map((name) => row[name]))
}

/** Puts many rows in a table in one go. All rows name the same columns; dates and times go as text, bytes as '\x…'. For seeds only, which run as owner. */
export async function insertAll(client: pg.ClientBase, table: string, rows: readonly Record<string, unknown>[]): Promise<void> {
  if (rows.length === 0) return
  const columns = Object.keys(rows[0] ?? {}).join(', ')
  await client.query(`insert into ${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::${table}, $1)`, [JSON.stringify(rows)])
}
