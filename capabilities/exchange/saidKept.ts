import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import type { Said } from './record.ts'

const here = sql`(select ctx.municipality())`

/** Keeps with each record of an import what its source said beside, in place of what it said before. */
export async function saidIn(db: Db, importId: string): Promise<void> {
  await sql`update import_records r set said_before = k.said from said_by_sources k
    where r.municipality_id = ${here} and r.import_id = ${importId} and r.what <> 'ours' and k.municipality_id = r.municipality_id and k.entity = r.entity and k.record_id = r.record_id`.execute(db)
  await sql`delete from said_by_sources k using import_records r where r.municipality_id = ${here} and r.import_id = ${importId} and r.said_before is not null and k.municipality_id = r.municipality_id and k.entity = r.entity and k.record_id = r.record_id`.execute(db)
  await sql`insert into said_by_sources (municipality_id, entity, record_id, said) select r.municipality_id, r.entity, r.record_id, r.said from import_records r where r.municipality_id = ${here} and r.import_id = ${importId} and r.what <> 'ours' and r.said <> '{}'
    on conflict (municipality_id, record_id, entity) do update set said = excluded.said`.execute(db)
}

/** What sources said before an import stands again. */
export async function saidBack(db: Db, importId: string): Promise<void> {
  await sql`delete from said_by_sources k using import_records r where r.municipality_id = ${here} and r.import_id = ${importId} and r.said <> '{}' and k.municipality_id = r.municipality_id and k.entity = r.entity and k.record_id = r.record_id`.execute(db)
  await sql`insert into said_by_sources (municipality_id, entity, record_id, said) select r.municipality_id, r.entity, r.record_id, r.said_before from import_records r where r.municipality_id = ${here} and r.import_id = ${importId} and r.said_before is not null
    on conflict (municipality_id, record_id, entity) do nothing`.execute(db)
}

/** What sources said of these records, by kind and id. */
export async function saidOf(db: Db, ids: readonly string[]): Promise<Map<string, Said>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ key: string; said: Said }>`select k.entity || ' ' || k.record_id as key, k.said from said_by_sources k where k.municipality_id = ${here} and k.record_id = any(${ids}::uuid[])`.execute(db)
  return new Map(rows.map(({ key, said }) => [key, said]))
}

/** The names of fields that the standard does not have and sources said all the same, for each kind of record, where they fit in a cell. */
export async function besideNames(db: Db): Promise<Map<string, string[]>> {
  const { rows } = await sql<{ entity: string; names: string[] }>`select k.entity, array_agg(distinct s.key order by s.key) as names from said_by_sources k cross join lateral jsonb_each(k.said) s
    where k.municipality_id = ${here} and s.value -> 'held' = 'null' and jsonb_typeof(s.value -> 'said') in ('string', 'number', 'boolean') group by k.entity`.execute(db)
  return new Map(rows.map(({ entity, names }) => [entity, names]))
}
