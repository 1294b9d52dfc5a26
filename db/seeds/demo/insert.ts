import type pg from 'pg'

/** Puts one row in a table; names are those of the columns. For seeds only, which run as owner. */
export async function insert(client: pg.ClientBase, table: string, row: Record<string, unknown>): Promise<void> {
  const columns = Object.keys(row).filter((name) => row[name] !== undefined)
  const places = columns.map((_, index) => `$${index + 1}`).join(', ')
  await client.query(`insert into ${table} (${columns.join(', ')}) values (${places})`, columns.map((name) => row[name]))
}
