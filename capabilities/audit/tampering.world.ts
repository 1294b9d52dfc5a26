import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'
import type pg from 'pg'
import { merkleRoot } from './merkle.ts'

type Column = { name: string; type: string }
const columnsOf = async (client: pg.ClientBase, table: string): Promise<Column[]> =>
  (await client.query<Column>('select attname as name, format_type(atttypid, null) as type from pg_attribute where attrelid = $1::regclass and attnum > 0 and not attisdropped order by attnum', [`audit.${table}`])).rows

/** Another value for a column, whatever it holds: chosen by `salt`. */
const other = ({ name, type }: Column, salt: number): string => {
  if (name === 'action') return `(array['C','R','U','D','E'])[1 + (position(action in 'CRUDE') + ${salt % 4}) % 5]`
  if (name === 'outcome') return `case outcome when 'done' then 'refused' else 'done' end`
  if (type === 'uuid') return 'gen_random_uuid()'
  if (type === 'uuid[]') return [`'{}'`, `${name} || gen_random_uuid()`, `array[${name}[2], ${name}[1]]`, `${name}[1:1]`][salt % 4]!
  if (type === 'bigint' || type === 'integer') return `${name} + ${1 + (salt % 1000)}`
  if (type === 'xid8') return `(${name}::text::bigint + ${1 + (salt % 1000)})::text::xid8`
  if (type === 'timestamp with time zone') return [`${name} + interval '1 microsecond'`, `${name} - interval '1 day'`, `'infinity'`, `${name} - interval '4100 years'`][salt % 4]!
  if (type === 'bytea') return `set_byte(${name}, ${salt % 32}, (get_byte(${name}, ${salt % 32}) + 1) % 256)`
  return [`'other'`, `${name} || ' '`, `upper(${name})`, `''`][salt % 4]!
}

/** The event at this place of all sealed ones. */
const at = (place: number) => `(select municipality_id, event_xid, event_id from audit.sealed_rows order by municipality_id, organization_id, seq offset ${place} % (select count(*)::int from audit.sealed_rows) limit 1)`
const event = (place: number) => `(municipality_id, xid, id) = ${at(place)}`

/** Signs chains anew from the beginning, with a false key unless one is given, so that everything in the database fits. */
export async function sealAnew(client: pg.ClientBase, { privateKey } = generateKeyPairSync('ed25519')): Promise<void> {
  const { rows } = await client.query(
    `select municipality_id as m, organization_id as o, batch::text, first::text, last::text, count::text as n, upto::text, extract(epoch from sealed_at)::text as sealed,
       array(select r.row_hash from audit.sealed_rows r where (r.municipality_id, r.organization_id, r.batch) = (z.municipality_id, z.organization_id, z.batch) order by seq) as hashes
     from audit.seals z order by 1, 2, z.batch`,
  )
  let previous = Buffer.alloc(32)
  let chain = ''
  for (const seal of rows) {
    if (chain !== `${seal.m}${seal.o}`) previous = Buffer.alloc(32)
    chain = `${seal.m}${seal.o}`
    const merkle = merkleRoot(seal.hashes)
    const root = createHash('sha256')
      .update(['schakelbord log 1', seal.m, seal.o, seal.batch, previous.toString('hex'), seal.n, seal.first, seal.last, seal.upto, merkle.toString('hex'), seal.sealed].join('\n'))
      .digest()
    await client.query('update audit.seals set merkle_root = $4, previous_root = $5, root = $6, signature = $7 where (municipality_id, organization_id, batch) = ($1, $2, $3)', [seal.m, seal.o, seal.batch, merkle, previous, root, sign(null, root, privateKey)])
    previous = root
  }
}

/** The ways to tamper. */
export const kinds = ['edit', 'edit seal', 'edit sealed row', 'delete', 'delete with its seal', 'swap', 'swap places', 'cut the end', 'cut a chain', 'insert', 'insert with a place', 'seal anew', 'false signature'] as const
/** One way, with what it chooses by chance. */
export type Tampering = { kind: (typeof kinds)[number]; place: number; other: number; salt: number }

/** Does it, as somebody with all rights in the database whom no trigger holds back. Answers whether anything changed. */
export async function tamper(client: pg.ClientBase, { kind, place, other: second, salt }: Tampering): Promise<boolean> {
  const changed = async (sql: string) => ((await client.query(sql)).rowCount ?? 0) > 0
  const someChain = `(select municipality_id, organization_id from audit.seals order by 1, 2, batch offset ${place} % (select count(*)::int from audit.seals) limit 1)`
  switch (kind) {
    case 'edit': {
      const columns = await columnsOf(client, 'events')
      const column = columns[salt % columns.length]!
      const value = other(column, second)
      if (column.name === 'id') await client.query('alter table audit.events alter id drop identity')
      return changed(`update audit.events set ${column.name} = ${value} where ${event(place)} and ${column.name}::text is distinct from (${value})::text`)
    }
    case 'edit seal': {
      const columns = (await columnsOf(client, 'seals')).filter(({ name }) => !['first', 'last', 'count', 'total'].includes(name))
      const column = columns[salt % columns.length]!
      if (second % 5 === 0) return changed(`update audit.seals set first = first + 1, last = last + 1, total = total + 1 where (municipality_id, organization_id, batch) = (select municipality_id, organization_id, batch from audit.seals order by 1, 2, 3 offset ${place} % (select count(*)::int from audit.seals) limit 1)`)
      return changed(`update audit.seals set ${column.name} = ${column.name === 'batch' ? 'batch + 1000' : other(column, second)} where (municipality_id, organization_id, batch) = (select municipality_id, organization_id, batch from audit.seals order by 1, 2, 3 offset ${place} % (select count(*)::int from audit.seals) limit 1)`)
    }
    case 'edit sealed row': {
      const columns = await columnsOf(client, 'sealed_rows')
      const column = columns[salt % columns.length]!
      const by = column.name === 'seq' || column.name === 'batch' ? `${column.name} + 10000` : other(column, second)
      return changed(`update audit.sealed_rows set ${column.name} = ${by} where (municipality_id, event_xid, event_id) = ${at(place)}`)
    }
    case 'delete':
      return changed(`delete from audit.events where ${event(place)}`)
    case 'delete with its seal':
      await client.query(`create temp table gone on commit drop as select * from ${at(place)} g (m, x, i)`)
      await client.query('delete from audit.events where (municipality_id, xid, id) = (select m, x, i from gone)')
      return changed('delete from audit.sealed_rows where (municipality_id, event_xid, event_id) = (select m, x, i from gone)')
    case 'swap':
      return changed(`with a as (select e.* from audit.events e where ${event(place)}), b as (select e.* from audit.events e where ${event(second)})
        update audit.events e set user_id = case when e.id = (select id from a) then (select user_id from b) else (select user_id from a) end
        where e.id in ((select id from a), (select id from b)) and (select id from a) <> (select id from b)`)
    case 'swap places':
      return changed(`with a as (select r.* from audit.sealed_rows r where (municipality_id, event_xid, event_id) = ${at(place)}),
          b as (select r.* from audit.sealed_rows r where (municipality_id, event_xid, event_id) = ${at(second)})
        update audit.sealed_rows r set row_hash = n.row_hash, event_id = n.event_id + 1000000, event_xid = n.event_xid
        from (select a.municipality_id, a.organization_id, a.seq, b.row_hash, b.event_id, b.event_xid from a, b union all select b.municipality_id, b.organization_id, b.seq, a.row_hash, a.event_id, a.event_xid from a, b) n
        where (r.municipality_id, r.organization_id, r.seq) = (n.municipality_id, n.organization_id, n.seq) and (select seq from a) <> (select seq from b)`).then(async (did) => {
          if (did) await client.query('update audit.sealed_rows set event_id = event_id - 1000000 where event_id > 1000000')
          return did
        })
    case 'cut the end': {
      await client.query(`create temp table cut on commit drop as
        select municipality_id as m, organization_id as o, greatest(1, max(batch) - ${second % 3}) as b from audit.seals where (municipality_id, organization_id) = ${someChain} group by 1, 2`)
      await client.query('delete from audit.events where (municipality_id, xid, id) in (select r.municipality_id, r.event_xid, r.event_id from audit.sealed_rows r, cut where (r.municipality_id, r.organization_id) = (m, o) and r.batch >= b)')
      await client.query('delete from audit.sealed_rows r using cut where (r.municipality_id, r.organization_id) = (m, o) and r.batch >= b')
      return changed('delete from audit.seals z using cut where (z.municipality_id, z.organization_id) = (m, o) and z.batch >= b')
    }
    case 'cut a chain':
      await client.query(`create temp table cut on commit drop as select * from ${someChain} c (m, o)`)
      await client.query('delete from audit.events where (municipality_id, organization_id) = (select m, o from cut)')
      await client.query('delete from audit.sealed_rows where (municipality_id, organization_id) = (select m, o from cut)')
      return changed('delete from audit.seals where (municipality_id, organization_id) = (select m, o from cut)')
    case 'insert':
    case 'insert with a place':
      await client.query(`create temp table put on commit drop as select * from audit.events where ${event(place)}`)
      await client.query(salt % 2 ? 'update put set id = id + 500000' : `update put set id = id + 500000, xid = '3'::xid8, user_id = gen_random_uuid()`)
      if (kind === 'insert with a place') {
        await client.query(`insert into audit.sealed_rows select p.municipality_id, p.organization_id, z.last + 1, z.batch, p.xid, p.id, '\\x${randomBytes(32).toString('hex')}'::bytea
          from put p cross join lateral (select * from audit.seals s where (s.municipality_id, s.organization_id) = (p.municipality_id, p.organization_id) order by batch desc limit 1) z`)
      }
      return changed('insert into audit.events overriding system value select * from put')
    case 'seal anew':
      if (salt % 2) await client.query(`update audit.events set user_id = gen_random_uuid() where ${event(place)}`)
      await sealAnew(client)
      return true
    case 'false signature': {
      const { privateKey } = generateKeyPairSync('ed25519')
      const { rows } = await client.query(`select municipality_id as m, organization_id as o, batch, root from audit.seals order by 1, 2, 3 offset ${place} % (select count(*)::int from audit.seals) limit 1`)
      const seal = rows[0]!
      await client.query('update audit.seals set signature = $4 where (municipality_id, organization_id, batch) = ($1, $2, $3)', [seal.m, seal.o, seal.batch, sign(null, seal.root, privateKey)])
      return true
    }
  }
}
