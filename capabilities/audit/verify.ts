import { createHash, type KeyObject, verify as signatureHolds } from 'node:crypto'
import type pg from 'pg'
import { type Anchored, readAnchors } from './verifyAnchors.ts'
import { rootOf } from './verifyTree.ts'

// Written apart from the sealer, sharing nothing with it: what one gets wrong the other should notice.

const tampering = ['edited', 'missing', 'inserted', 'order', 'batch', 'signature', 'chain', 'truncated', 'rewritten'] as const
const doubts = ['not-anchored', 'anchors-behind', 'anchors-unreadable', 'seals-behind', 'restored'] as const
/** What can be wrong. The first nine are tampering; the others leave it open. */
export type FindingKind = (typeof tampering)[number] | (typeof doubts)[number]
/** One thing that is wrong, and where. Positions count from 1 within a chain. */
export type Finding = { kind: FindingKind; municipality?: string; organization?: string; batch?: number; seq?: number; event?: string }
/** What verifying found: 'unclear' when nothing is wrong but something that would show it is missing. */
export type Verification = { state: 'intact' | 'tampered' | 'unclear'; rows: number; chains: number; findings: Finding[] }
/** What to verify against. */
export type VerifyOptions = {
  publicKey: KeyObject
  /** file with anchors, outside the database; null when there is none */
  anchors: string | null
  /** only this organisation's chain */
  organization?: string
  /** only events that were sealed from this moment; the chain of seals is always walked from its beginning */
  from?: Date
  now?: Date
}

type Seal = {
  m: string; o: string; batch: string; first: string; last: string; n: string; total: string; upto: string; sealed: string
  merkle: Buffer; previous: Buffer; root: Buffer; signature: Buffer; ms: number
}
type Row = { s: string; b: string; x: string; h: Buffer; there: boolean; same: boolean; i: string }

const most = 1000
const patience = 2 * 3_600_000

const names = {
  accessKind: 'e.access_kind', accessPoint: 'e.access_point', actionCode: 'e.action', eventCode: 'e.event_code', idText: 'e.id', municipality: 'e.municipality_id',
  occurredAt: 'extract(epoch from e.occurred_at)', organization: 'e.organization_id', outcomeCode: 'e.outcome', purposeCode: 'e.purpose',
  recordedAt: 'extract(epoch from e.recorded_at)', requestId: 'e.request_id', roleCode: 'e.role', subjectIds: 'e.subjects',
  userId: 'e.user_id', userKind: 'e.user_kind', xidText: 'e.xid',
}

/** What the seal should have seen, hashed where the rows are: the JSON is put together by the database itself, with the names in their order. @source RFC 8785 */
const hashSql = `sha256(convert_to('{' || ${Object.entries(names).map(([name, sql]) => `'"${name}":' || coalesce(to_json((${sql})::text)::text, 'null')`).join(` || ',' || `)} || '}', 'utf8'))`

class Findings {
  readonly list: Finding[] = []
  add(kind: FindingKind, at: Partial<Finding> = {}): void {
    if (this.list.length < most) this.list.push({ kind, ...at })
  }
  get state(): Verification['state'] {
    if (this.list.some(({ kind }) => (tampering as readonly string[]).includes(kind))) return 'tampered'
    return this.list.length > 0 ? 'unclear' : 'intact'
  }
}

/** Walks the seals of one chain: numbers without gaps, each root made of what it says, signed, and holding on to the one before. */
function walkSeals(seals: readonly Seal[], key: KeyObject, found: Findings): void {
  let [batch, total, previous] = [0, 0, Buffer.alloc(32)]
  for (const seal of seals) {
    const at = { municipality: seal.m, organization: seal.o, batch: Number(seal.batch) }
    if (Number(seal.batch) !== batch + 1 || !seal.previous.equals(previous)) found.add('chain', at)
    if (Number(seal.first) !== total + 1 || Number(seal.last) !== total + Number(seal.n) || seal.total !== seal.last) found.add('chain', at)
    const said = `schakelbord log 1\n${seal.m}\n${seal.o}\n${seal.batch}\n${seal.previous.toString('hex')}\n${seal.n}\n${seal.first}\n${seal.last}\n${seal.upto}\n${seal.merkle.toString('hex')}\n${seal.sealed}`
    if (!createHash('sha256').update(said, 'utf8').digest().equals(seal.root)) found.add('batch', at)
    if (!signatureHolds(null, seal.root, key, seal.signature)) found.add('signature', at)
    ;[batch, total, previous] = [Number(seal.batch), Number(seal.last), Buffer.from(seal.root)]
  }
}

/** Holds the events of one chain against its seals, in the order of the chain. */
async function walkRows(client: pg.ClientBase, seals: readonly Seal[], from: Seal, found: Findings): Promise<number> {
  const chain = { municipality: from.m, organization: from.o }
  const bySeal = new Map(seals.map((seal, index) => [seal.batch, { seal, before: seals[index - 1] }]))
  await client.query('set local cursor_tuple_fraction = 1') // all rows are read, so a plan that starts quickly is the slower one
  await client.query(
    `declare log_rows no scroll cursor for
     select r.seq::text as s, r.batch::text as b, r.event_xid::text as x, r.row_hash as h, r.event_id::text as i, e.municipality_id is not null as there, ${hashSql} = r.row_hash as same
     from audit.sealed_rows r left join audit.events e on e.municipality_id = r.municipality_id and e.xid = r.event_xid and e.id = r.event_id
     where r.municipality_id = '${from.m}' and r.organization_id = '${from.o}' and r.seq >= ${from.first} order by r.seq`,
  )
  let rows = 0
  let expected = BigInt(from.first)
  let leaves: Buffer[] = []
  let [lastXid, lastId] = [-1n, -1n]
  let batch = from.batch
  const endBatch = () => {
    const known = bySeal.get(batch)
    if (!known || leaves.length !== Number(known.seal.n) || !rootOf(leaves).equals(known.seal.merkle)) found.add('batch', { ...chain, batch: Number(batch) })
    bySeal.delete(batch)
    leaves = []
    ;[lastXid, lastId] = [-1n, -1n]
  }
  for (;;) {
    const part = await client.query<Row>('fetch 1000 from log_rows')
    if (part.rows.length === 0) break
    for (const row of part.rows) {
      rows++
      const at = { ...chain, batch: Number(row.b), seq: Number(row.s), event: row.i }
      if (row.b !== batch) {
        endBatch()
        batch = row.b
      }
      if (BigInt(row.s) !== expected) found.add('missing', at)
      expected = BigInt(row.s) + 1n
      leaves.push(row.h)
      if (!row.there) found.add('missing', at)
      else if (!row.same) found.add('edited', at)
      const [xid, id] = [BigInt(row.x), BigInt(row.i)]
      const known = bySeal.get(row.b)
      const tooEarly = known?.before && BigInt(known.seal.upto) >= BigInt(known.before.upto) && xid < BigInt(known.before.upto)
      if (xid < lastXid || (xid === lastXid && id <= lastId) || tooEarly) found.add('order', at)
      ;[lastXid, lastId] = [xid, id]
    }
  }
  await client.query('close log_rows')
  endBatch()
  for (const [left, { seal }] of bySeal) if (BigInt(left) >= BigInt(from.batch)) found.add('missing', { ...chain, batch: Number(seal.batch), seq: Number(seal.first) })
  return rows
}

/** Events that stand before the last seal without being in one: they were put there afterwards. Newer ones still wait. */
async function unsealed(client: pg.ClientBase, organization: string | undefined, now: Date, found: Findings): Promise<void> {
  const { rows } = await client.query<{ m: string; o: string; i: string; back: boolean }>(
    `with horizon as (select upto from audit.seals order by sealed_at desc, upto desc limit 1)
     select e.municipality_id::text as m, e.organization_id::text as o, e.id::text as i, pg_snapshot_xmin(pg_current_snapshot()) < h.upto as back
     from audit.events e cross join horizon h
     where e.xid < h.upto and ($1::uuid is null or e.organization_id = $1)
       and not exists (select from audit.sealed_rows r where r.municipality_id = e.municipality_id and r.event_xid = e.xid and r.event_id = e.id)
     order by e.xid, e.id limit ${most}`,
    [organization ?? null],
  )
  // After a restore into another cluster its transaction counter lags behind; until the first seal there nobody can tell.
  for (const { m, o, i, back } of rows) found.add(back ? 'restored' : 'inserted', { municipality: m, organization: o, event: i })
  const waiting = await client.query(
    `select from audit.events e where e.xid >= coalesce((select upto from audit.seals order by sealed_at desc, upto desc limit 1), '0'::xid8) and e.recorded_at < $1
       and not exists (select from audit.sealed_rows r where r.municipality_id = e.municipality_id and r.event_xid = e.xid and r.event_id = e.id) limit 1`,
    [new Date(now.getTime() - patience)],
  )
  if (waiting.rowCount) found.add('seals-behind')
}

/** The anchors say what was there: a chain that is shorter now lost its end, and one with another root was written anew. */
function holdAgainstAnchors(chains: Map<string, Seal[]>, anchored: Anchored, organization: string | undefined, now: Date, found: Findings): void {
  if (anchored.unreadable > 0) found.add('anchors-unreadable')
  const newest = new Map<string, number>()
  const known = new Map([...chains].map(([chain, seals]) => [chain, new Map(seals.map((seal) => [Number(seal.batch), seal]))]))
  for (const { municipality, organization: whose, batch, total, root } of anchored.lines) {
    if (organization && whose !== organization) continue
    const chain = `${municipality} ${whose}`
    const seal = known.get(chain)?.get(batch)
    if (!seal) found.add('truncated', { municipality, organization: whose, batch, seq: total })
    else if (Number(seal.total) !== total || seal.root.toString('hex') !== root) found.add('rewritten', { municipality, organization: whose, batch })
    newest.set(chain, Math.max(batch, newest.get(chain) ?? 0))
  }
  for (const [chain, seals] of chains) {
    const at = { municipality: seals[0]?.m, organization: seals[0]?.o }
    const upto = newest.get(chain)
    const beyond = seals.find((seal) => Number(seal.batch) > (upto ?? 0))
    if (upto === undefined) found.add('not-anchored', at)
    else if (beyond && now.getTime() - beyond.ms > patience) found.add('anchors-behind', { ...at, batch: Number(beyond.batch) })
  }
}

/** The work of `verify`, in a transaction of the caller. */
export async function inspect(client: pg.ClientBase, { publicKey, anchors, organization, from, now = new Date() }: VerifyOptions): Promise<Verification> {
  const found = new Findings()
  const { rows: seals } = await client.query<Seal>(
    `select z.municipality_id::text as m, z.organization_id::text as o, z.batch::text, z.first::text, z.last::text, z.count::text as n, z.total::text, z.upto::text, extract(epoch from z.sealed_at)::text as sealed,
       z.merkle_root as merkle, z.previous_root as previous, z.root, z.signature, extract(epoch from z.sealed_at)::float8 * 1000 as ms
     from audit.seals z where $1::uuid is null or z.organization_id = $1 order by z.municipality_id, z.organization_id, z.batch`,
    [organization ?? null],
  )
  const chains = Map.groupBy(seals, (seal) => `${seal.m} ${seal.o}`)
  let rows = 0
  for (const chain of chains.values()) {
    walkSeals(chain, publicKey, found)
    const start = from ? chain.find((seal) => seal.ms >= from.getTime()) : chain[0]
    if (start) rows += await walkRows(client, chain, start, found)
  }
  const { rows: loose } = await client.query<{ m: string; o: string; s: string }>(
    `select r.municipality_id::text as m, r.organization_id::text as o, min(r.seq)::text as s from audit.sealed_rows r
     where ($1::uuid is null or r.organization_id = $1)
       and not exists (select from audit.seals z where z.municipality_id = r.municipality_id and z.organization_id = r.organization_id and z.batch = r.batch) group by 1, 2`,
    [organization ?? null],
  )
  for (const { m, o, s } of loose) found.add('inserted', { municipality: m, organization: o, seq: Number(s) })
  await unsealed(client, organization, now, found)
  holdAgainstAnchors(chains, readAnchors(anchors), organization, now, found)
  return { state: found.state, rows, chains: chains.size, findings: found.list }
}

/**
 * Holds the log against its seals and the seals against the anchors, in one snapshot, without changing anything.
 * It sees edits, deletions, insertions, swaps and re-ordering of what is sealed, seals made with another key, and, through the anchors, an end that was cut off.
 *
 * @param client  logged in as owner or sealer
 */
export async function verify(client: pg.ClientBase, options: VerifyOptions): Promise<Verification> {
  await client.query('begin isolation level repeatable read read only; set local statement_timeout = 0')
  try {
    return await inspect(client, options)
  } finally {
    await client.query('rollback')
  }
}

/** The exit code of the command: 0 intact, 1 tampered, 2 cannot tell. */
export const exitCodeOf = ({ state }: Verification): 0 | 1 | 2 => (state === 'intact' ? 0 : state === 'tampered' ? 1 : 2)
