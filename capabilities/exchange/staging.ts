import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import type { Known, ReadyRecord } from './checking.ts'
import { afterOf, madeOf, writingOrder } from './columns.ts'
import { type EntityName, graph } from './graph.ts'
import { oursLeft } from './ours.ts'
import type { Remark } from './record.ts'
import { partsIn } from './parts.ts'
import { saidBack, saidIn } from './saidKept.ts'

const piece = 2000

const pieces = <T>(all: readonly T[]): readonly (readonly T[])[] => Array.from({ length: Math.ceil(all.length / piece) }, (_, index) => all.slice(index * piece, (index + 1) * piece))

/** Which of these ids stand in the directory. */
export const knownIn =
  (db: Db): Known =>
  async (entity, ids) => {
    const { rows } = await sql<{ id: string }>`select x.id from ${sql.table(graph[entity].table)} x where x.municipality_id = (select ctx.municipality()) and x.id = any(${ids}::uuid[])`.execute(db)
    return new Set(rows.map(({ id }) => id))
  }

/** Writes down what a source brings, and holds it against what stands in the directory: new, changed, the same, or ours to say. Nothing in the directory changes. */
export async function staged(db: Db, own: { municipalityId: string; importId: string }, ready: readonly ReadyRecord[], remarks: readonly Remark[], tell: (done: number, total: number) => void = () => {}): Promise<void> {
  const total = ready.length + remarks.length
  for (const [number, some] of pieces(ready).entries()) {
    tell(number * piece, total)
    const rows = some.map((it, index) => ({ position: number * piece + index, entity: it.entity, record_id: it.id, identifier: it.identifier.slice(0, 400).toWellFormed(), path: it.path, after: afterOf(it), made: madeOf(it), said: it.said }))
    await sql`insert into import_records (municipality_id, import_id, position, entity, record_id, identifier, path, after, made, said)
      select ${own.municipalityId}::uuid, ${own.importId}::uuid, r.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (position integer, entity text, record_id uuid, identifier text, path text, after jsonb, made jsonb, said jsonb)`.execute(db)
  }
  for (const [number, some] of pieces(remarks).entries()) {
    tell(ready.length + number * piece, total)
    const rows = some.map((it, index) => ({ ...it, position: number * piece + index, identifier: it.identifier.slice(0, 400).toWellFormed() }))
    await sql`insert into import_remarks (municipality_id, import_id, position, kind, entity, identifier, path, field, reason)
      select ${own.municipalityId}::uuid, ${own.importId}::uuid, r.* from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (position integer, kind text, entity text, identifier text, path text, field text, reason text)`.execute(db)
  }
  await joinWhole(db)
  for (const entity of new Set(ready.map((it) => it.entity))) await compared(db, own.importId, entity)
  await oursLeft(db, own.importId)
  await joinAsUsual(db)
}

// Nothing is known yet of how many rows an import has, so the database would go through all of them for each of them.
const joinWhole = (db: Db) => sql`set local enable_nestloop = off`.execute(db)
const joinAsUsual = (db: Db) => sql`set local enable_nestloop = on`.execute(db)

const compared = (db: Db, importId: string, entity: EntityName) =>
  sql`update import_records r set what = case when to_jsonb(x) @> r.after then 'unchanged' else 'changed' end,
      before = (select coalesce(jsonb_object_agg(key, to_jsonb(x) -> key), '{}') from jsonb_object_keys(r.after) key)
    from ${sql.table(graph[entity].table)} x
    where r.municipality_id = (select ctx.municipality()) and r.import_id = ${importId} and r.entity = ${entity} and x.municipality_id = r.municipality_id and x.id = r.record_id`.execute(db)

const columns = (names: readonly string[], of: string) => sql.join(names.map((name) => sql.raw(`${of}"${name}"`)))
const ofImport = (importId: string, entity: EntityName, what: 'new' | 'changed') =>
  sql`r.municipality_id = (select ctx.municipality()) and r.import_id = ${importId} and r.entity = ${entity} and r.what = ${what}`
const counts = (entity: EntityName) => (entity === 'service' || entity === 'organization' ? sql`, version = t.version + 1, last_modified = (select ctx.moment())` : sql``)

/** Sets the columns of changed records to what the import has of them: what the source said, or what stood there before. */
const changed = (db: Db, importId: string, entity: EntityName, side: 'after' | 'before', names: readonly string[]) =>
  sql`update ${sql.table(graph[entity].table)} t set ${sql.join(names.map((name) => sql.raw(`"${name}" = n."${name}"`)))}${counts(entity)}
    from import_records r
      join ${sql.table(graph[entity].table)} o on o.municipality_id = r.municipality_id and o.id = r.record_id
      cross join lateral jsonb_populate_record(o, r.${sql.raw(side)} - r.ours) n
    where ${ofImport(importId, entity, 'changed')} and t.municipality_id = o.municipality_id and t.id = o.id`.execute(db)

/** Takes everything in that was looked at. All of it or nothing: it runs in the transaction of the act. */
export async function takeIn(db: Db, importId: string, sourceColumns: (entity: EntityName) => readonly string[], newColumns: (entity: EntityName) => readonly string[], tell: (done: number, total: number) => void = () => {}): Promise<void> {
  await sql`set local statement_timeout = '10min'`.execute(db)
  await joinWhole(db)
  for (const [place, entity] of writingOrder.entries()) {
    tell(place, writingOrder.length)
    const table = sql.table(graph[entity].table)
    const names = newColumns(entity)
    await sql`insert into ${table} (municipality_id, id, ${columns(names, '')}) select r.municipality_id, r.record_id, ${columns(names, 'n.')}
      from import_records r cross join lateral jsonb_populate_record(null::${table}, r.made || (r.after - r.ours)) n where ${ofImport(importId, entity, 'new')}`.execute(db)
    await changed(db, importId, entity, 'after', sourceColumns(entity))
  }
  await partsIn(db, importId)
  await sql`insert into external_ids (municipality_id, source, entity, identifier, record_id) select r.municipality_id, i.source, r.entity, r.identifier, r.record_id from import_records r
    join imports i on i.municipality_id = r.municipality_id and i.id = r.import_id where r.municipality_id = (select ctx.municipality()) and r.import_id = ${importId} on conflict do nothing`.execute(db)
  await saidIn(db, importId)
  await joinAsUsual(db)
}

/** Did anything that would be new come in another way meanwhile, or is what would change no longer as it was shown? What would change is held until the transaction ends. */
export async function movedSince(db: Db, importId: string): Promise<boolean> {
  for (const entity of writingOrder) {
    const table = sql.table(graph[entity].table)
    // Held first, then looked at: nobody changes it between this look and the import.
    await sql`select from import_records r join ${table} x on x.municipality_id = r.municipality_id and x.id = r.record_id where ${ofImport(importId, entity, 'changed')} order by x.id for no key update of x`.execute(db)
    const { rows } = await sql`select from import_records r join ${table} x on x.municipality_id = r.municipality_id and x.id = r.record_id where ${ofImport(importId, entity, 'new')}
      union all select from import_records r left join ${table} x on x.municipality_id = r.municipality_id and x.id = r.record_id where ${ofImport(importId, entity, 'changed')} and not coalesce(to_jsonb(x) @> (r.before - r.ours), false) limit 1`.execute(db)
    if (rows.length > 0) return true
  }
  return false
}

/** Does anything of an import fall under itself, now that it stands beside what was there? */
export async function goesRound(db: Db, importId: string): Promise<boolean> {
  for (const [entity, by] of [['organization', 'parent_organization_id'], ['taxonomy_term', 'parent_id']] as const) {
    const table = sql.table(graph[entity].table)
    const parent = sql.ref(by)
    const { rows } = await sql`with recursive up as (
        select x.id as start, x.${parent} as at from import_records r join ${table} x on x.municipality_id = r.municipality_id and x.id = r.record_id where r.municipality_id = (select ctx.municipality()) and r.import_id = ${importId} and r.entity = ${entity} and x.${parent} is not null
        union select up.start, x.${parent} from up join ${table} x on x.municipality_id = (select ctx.municipality()) and x.id = up.at where x.${parent} is not null and up.at <> up.start)
      select from up where at = start limit 1`.execute(db)
    if (rows.length > 0) return true
  }
  return false
}

/** How many records of an import are no longer as it left them: somebody worked on them since. */
export async function touchedSince(db: Db, importId: string): Promise<number> {
  let touched = 0
  for (const entity of writingOrder) {
    const { rows } = await sql<{ count: number }>`select count(*) as count from import_records r left join ${sql.table(graph[entity].table)} x on x.municipality_id = r.municipality_id and x.id = r.record_id
      where r.municipality_id = (select ctx.municipality()) and r.import_id = ${importId} and r.entity = ${entity} and r.what in ('new', 'changed') and not coalesce(to_jsonb(x) @> (r.after - r.ours), false)`.execute(db)
    touched += rows[0]?.count ?? 0
  }
  return touched
}

/** Takes a whole import back: what was new goes, what was changed is as it was. */
export async function takeBack(db: Db, importId: string, sourceColumns: (entity: EntityName) => readonly string[], tell: (done: number, total: number) => void = () => {}): Promise<void> {
  await sql`set local statement_timeout = '10min'`.execute(db)
  await joinWhole(db)
  await saidBack(db, importId)
  for (const entity of ['service', 'organization'] as const) await sql`delete from entry_care c using import_records r where ${ofImport(importId, entity, 'new')} and c.municipality_id = r.municipality_id and c.entity = ${entity} and c.record_id = r.record_id`.execute(db)
  for (const [place, entity] of writingOrder.toReversed().entries()) {
    tell(place, writingOrder.length)
    await changed(db, importId, entity, 'before', sourceColumns(entity))
    await sql`delete from ${sql.table(graph[entity].table)} t using import_records r where ${ofImport(importId, entity, 'new')} and t.municipality_id = r.municipality_id and t.id = r.record_id`.execute(db)
  }
  await sql`delete from external_ids e using import_records r where r.municipality_id = (select ctx.municipality()) and r.import_id = ${importId} and r.what = 'new' and e.municipality_id = r.municipality_id and e.record_id = r.record_id`.execute(db)
  await joinAsUsual(db)
}
