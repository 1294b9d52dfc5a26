import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../platform/db.ts'

/** A field that an import changes. `about` is the name of what it is of; a reference is told by name. `alsoHere`: somebody changed it here too since the source said it the last time. */
export type Change = { entity: string; about: string | null; path: string; field: string; before: string | null; after: string; alsoHere: boolean }
/** What stays as it is here, though the source says otherwise. `field` is null for what was taken away here. */
export type Ours = { entity: string; about: string | null; path: string; field: string | null; here: string | null; source: string }

const named = (kinds: readonly string[], id: RawBuilder<unknown>) => sql.join(kinds.map((kind) => sql`(select n.name from ${sql.table(kind)} n where n.municipality_id = r.municipality_id and n.id::text = ${id})`))

/** The name of a record, or of what it hangs under. */
const about = sql`coalesce(r.after ->> 'name', ${sql.join(
  [['services', 'service_id'], ['organizations', 'organization_id'], ['locations', 'location_id'], ['contact_persons', 'contact_id'], ['services', 'link_id'], ['organizations', 'link_id']].map(([table, column]) => named([table!], sql`r.after ->> ${column!}::text`)),
)})`

/** A value as people read it: what it points at by name, also when that comes with the same import. */
const told = (field: RawBuilder<unknown>, value: RawBuilder<unknown>) => sql`case when ${field} like '%\\_id' or ${field} = 'merged_into' then
  coalesce(${named(['organizations', 'services', 'locations', 'programs', 'taxonomy_terms', 'contact_persons'], value)}, (select b.after ->> 'name' from import_records b where b.municipality_id = r.municipality_id and b.import_id = r.import_id and b.record_id::text = ${value} limit 1), ${value}) else ${value} end`

/** What an import changes, field by field, what both changed first. */
export const changesIn = async (db: Db, importId: string, most: number): Promise<Change[]> =>
  (
    await sql<Change>`select r.entity, ${about} as about, r.path, a.key as field, ${told(sql`a.key`, sql`(r.before ->> a.key)`)} as before, ${told(sql`a.key`, sql`a.value`)} as after, r.contested @> array[a.key] as "alsoHere"
      from import_records r cross join lateral jsonb_each_text(r.after) a
      where r.import_id = ${importId} and r.what = 'changed' and not (r.ours @> array[a.key]) and r.before ->> a.key is distinct from a.value order by not (r.contested @> array[a.key]), r.position, a.key limit ${most}`.execute(db)
  ).rows

/** What an import leaves as it is here, and how much there is of it in all. */
export async function oursIn(db: Db, importId: string, most: number): Promise<{ ours: Ours[]; oursCount: number }> {
  const { rows } = await sql<Ours & { all: number }>`
    select r.entity, ${about} as about, r.path, x.field, case when x.field is not null then ${told(sql`x.field`, sql`(r.before ->> x.field)`)} end as here, ${told(sql`coalesce(x.field, '')`, sql`x.source`)} as source, x.all from (
      select y.*, count(*) over () as all from (
        select r.position, a.key as field, a.value as source from import_records r cross join lateral jsonb_each_text(r.after) a where r.import_id = ${importId} and r.what <> 'ours' and r.ours @> array[a.key]
        union all select r.position, null, coalesce(r.after ->> 'name', r.after ->> 'number', r.after ->> 'address1', r.after ->> 'description', r.after ->> 'amount', r.identifier) from import_records r where r.import_id = ${importId} and r.what = 'ours'
      ) y order by position, field limit ${most}) x
      join import_records r on r.import_id = ${importId} and r.position = x.position order by x.position, x.field`.execute(db)
  return { ours: rows.map(({ all: _, ...it }) => it), oursCount: rows[0]?.all ?? 0 }
}
