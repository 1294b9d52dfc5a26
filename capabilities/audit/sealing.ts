import { createHash, type KeyObject, sign } from 'node:crypto'
import type pg from 'pg'
import { merkleRoot } from './merkle.ts'

/** What one pass did: how many events it sealed, in which chains it began. */
export type Sealed = { rows: number; seals: number; begun: number }

type Unsealed = { municipality: string; organization: string; xidText: string; idText: string } & Record<string, string | null>
type Horizon = { xmin: string; xmax: string; upto: string | null }
type Last = { batch: string; total: string; root: Buffer }

const mostRows = 20_000

// Every column as text that says exactly what is stored: whole numbers beyond what a double holds, moments to the microsecond, an array with its bounds.
// No output name equals a column name: `order by` would take the text of the output, and '100' comes before '99' as text.
const columns = `
  e.municipality_id::text as municipality, e.organization_id::text as organization, e.xid::text as "xidText", e.id::text as "idText",
  e.event_code as "eventCode", e.action as "actionCode", e.outcome as "outcomeCode", extract(epoch from e.occurred_at)::text as "occurredAt", extract(epoch from e.recorded_at)::text as "recordedAt",
  e.user_kind as "userKind", e.user_id::text as "userId", e.role as "roleCode", e.purpose as "purposeCode", e.access_kind as "accessKind", e.access_point::text as "accessPoint",
  e.subjects::text as "subjectIds", e.request_id as "requestId"`

/** SHA-256 over the row as JSON with its names in order and no spaces. @source RFC 8785 */
function rowHash(row: Record<string, string | null>): Buffer {
  const ordered = Object.fromEntries(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)))
  return createHash('sha256').update(JSON.stringify(ordered)).digest()
}

// A skip over the municipalities, because the key of the table begins with one.
const newRows = (condition: string) => `
  with recursive towns as (
    (select municipality_id from audit.events order by municipality_id limit 1)
    union all
    select (select v.municipality_id from audit.events v where v.municipality_id > towns.municipality_id order by v.municipality_id limit 1) from towns where towns.municipality_id is not null)
  select ${columns}
  from towns cross join lateral (select * from audit.events v where v.municipality_id = towns.municipality_id and (${condition})) e
  where not exists (select from audit.sealed_rows s where s.municipality_id = e.municipality_id and s.event_xid = e.xid and s.event_id = e.id)
  order by e.xid, e.id`

/**
 * The events to seal now, and the transaction before which nothing is left. A transaction that still runs may have written events with a lower id
 * than those we see, so only what is older than every running transaction is taken.
 */
async function takeRows(client: pg.ClientBase): Promise<{ rows: Unsealed[]; upto: string }> {
  const { rows: [horizon] } = await client.query<Horizon>(
    `select pg_snapshot_xmin(pg_current_snapshot())::text as xmin, pg_snapshot_xmax(pg_current_snapshot())::text as xmax,
      (select s.upto::text from audit.seals s order by s.sealed_at desc, s.upto desc limit 1) as upto`,
  )
  const { xmin, xmax, upto } = horizon!
  if (upto !== null && BigInt(xmin) < BigInt(upto)) {
    // The counter ran back: these rows came out of a backup into another cluster, with transactions that are still to come there.
    const { rows } = await client.query<Unsealed>(newRows('v.xid < $1::xid8 or v.xid >= $2::xid8'), [xmin, xmax])
    return { rows, upto: xmin }
  }
  const { rows } = await client.query<Unsealed>(`${newRows('v.xid >= $1::xid8 and v.xid < $2::xid8')} limit ${mostRows}`, [upto ?? '0', xmin])
  if (rows.length < mostRows) return { rows, upto: xmin }
  const cut = rows.at(-1)!.xidText // the last transaction may be cut in two, so it waits for the next pass
  const whole = rows.filter((row) => row.xidText !== cut)
  if (whole.length > 0) return { rows: whole, upto: cut }
  const all = await client.query<Unsealed>(newRows('v.xid >= $1::xid8 and v.xid < $2::xid8'), [upto ?? '0', xmin])
  return { rows: all.rows, upto: xmin }
}

const epoch = (at: Date): string => `${Math.floor(at.getTime() / 1000)}.${String(at.getTime() % 1000).padStart(3, '0')}000`

async function sealChain(client: pg.ClientBase, key: KeyObject, now: Date, rows: readonly Unsealed[], upto: string): Promise<boolean> {
  const { municipality, organization } = rows[0]!
  const last = await client.query<Last>(
    'select s.batch::text, s.total::text, s.root from audit.seals s where s.municipality_id = $1 and s.organization_id = $2 order by s.batch desc limit 1',
    [municipality, organization],
  )
  const before = last.rows[0] ?? { batch: '0', total: '0', root: Buffer.alloc(32) }
  const hashes = rows.map(rowHash)
  const merkle = merkleRoot(hashes)
  const batch = BigInt(before.batch) + 1n
  const first = BigInt(before.total) + 1n
  const end = BigInt(before.total) + BigInt(rows.length)
  const content = ['schakelbord log 1', municipality, organization, batch, before.root.toString('hex'), rows.length, first, end, upto, merkle.toString('hex'), epoch(now)].join('\n')
  const root = createHash('sha256').update(content).digest()
  await client.query(
    `insert into audit.seals (municipality_id, organization_id, batch, first, last, count, total, upto, merkle_root, previous_root, root, signature, sealed_at)
     values ($1, $2, $3, $4, $5, $6, $5, $7, $8, $9, $10, $11, $12)`,
    [municipality, organization, String(batch), String(first), String(end), rows.length, upto, merkle, before.root, root, sign(null, root, key), now],
  )
  await client.query(
    `insert into audit.sealed_rows (municipality_id, organization_id, seq, batch, event_xid, event_id, row_hash)
     select $1, $2, $3::bigint + n - 1, $4, x, i, h from unnest($5::xid8[], $6::bigint[], $7::bytea[]) with ordinality as t (x, i, h, n)`,
    [municipality, organization, String(first), String(batch), rows.map((row) => row.xidText), rows.map((row) => row.idText), hashes],
  )
  return batch === 1n
}

/**
 * Seals all events that no running transaction can still come before, a batch per municipality and organisation.
 * Only one may run at a time; the caller holds the lock. Beside it the database refuses to seal an event twice.
 *
 * @param client  logged in as the sealer
 */
export async function sealOnce(client: pg.ClientBase, key: KeyObject, now: Date): Promise<Sealed> {
  await client.query('begin isolation level repeatable read; set local statement_timeout = 0')
  try {
    const { rows, upto } = await takeRows(client)
    const chains = Map.groupBy(rows, (row) => `${row.municipality} ${row.organization}`)
    let begun = 0
    for (const chain of chains.values()) if (await sealChain(client, key, now, chain, upto)) begun++
    await client.query('commit')
    return { rows: rows.length, seals: chains.size, begun }
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}
