import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { type EntityName, graph } from './graph.ts'
import { ownColumns } from './ownColumns.ts'
import { needed, pointsAt } from './rules.ts'

const here = sql`(select ctx.municipality())`

/**
 * What the source of an import said of each record the last time that it was taken in. A record that went because an import was taken back was never said.
 */
const saidBefore = (importId: string) => sql`
  select distinct on (p.entity, p.record_id) p.entity, p.record_id, p.after, p.made -> 'care' as care
  from imports t
    join imports i on i.municipality_id = t.municipality_id and i.source = t.source and i.state = 'taken-in' and i.id <> t.id
    join import_records p on p.municipality_id = i.municipality_id and p.import_id = i.id
  where t.municipality_id = ${here} and t.id = ${importId}
    and not exists (select from import_records w join imports v on v.municipality_id = w.municipality_id and v.id = w.import_id
      where w.municipality_id = p.municipality_id and w.entity = p.entity and w.record_id = p.record_id and w.what = 'new' and v.state = 'withdrawn' and v.withdrawn_at > i.taken_in_at)
  order by p.entity, p.record_id, i.taken_in_at desc`

/**
 * Of what a source brings again, leaves alone what it says as before and somebody changed or took away here since: their work is later than what it says. What it says in
 * another way than before is a change, also where somebody changed it here; a record that was taken away here stays away whatever it says.
 */
export async function oursLeft(db: Db, importId: string): Promise<void> {
  const { rows } = await sql`select from imports t join imports i on i.municipality_id = t.municipality_id and i.source = t.source and i.state = 'taken-in' and i.id <> t.id where t.municipality_id = ${here} and t.id = ${importId} limit 1`.execute(db)
  if (rows.length === 0) return
  // Who looks after an entry stands beside it, and goes by the same rule.
  await sql`with said as materialized (${saidBefore(importId)}), stays as (
      select r.position, coalesce(k.ours, '{}') || case when s.care = r.made -> 'care' then '{care}'::text[] else '{}' end as ours, coalesce(k.contested, '{}') as contested
      from import_records r join said s on s.entity = r.entity and s.record_id = r.record_id
        left join lateral (
          select array_agg(a.key) filter (where s.after -> a.key = a.value) as ours, array_agg(a.key) filter (where s.after -> a.key is distinct from a.value and s.after -> a.key is distinct from nullif(r.before -> a.key, 'null')) as contested
          from jsonb_each(r.after) a where not coalesce(r.before -> a.key @> a.value, false)) k on r.what = 'changed'
      where r.municipality_id = ${here} and r.import_id = ${importId} and (r.what <> 'unchanged' or s.care = r.made -> 'care'))
    update import_records r set ours = s.ours, contested = s.contested, what = case r.what when 'new' then 'ours' when 'changed' then case when r.before @> (r.after - s.ours) then 'unchanged' else 'changed' end else r.what end
    from stays s where r.municipality_id = ${here} and r.import_id = ${importId} and r.position = s.position`.execute(db)
  const gone = await db.selectFrom('importRecords').where('importId', '=', importId).where('what', '=', 'ours').select('position').limit(1).executeTakeFirst()
  if (gone) await leftBelow(db, importId)
}

/** Kinds of records that are nothing by themselves. */
const hangs: ReadonlySet<EntityName> = new Set(['phone', 'schedule', 'language', 'accessibility', 'funding', 'contact'])

/** Where each kind of record can point at another, by column; `below` when it is nothing without. */
const pointers = Object.entries(graph).flatMap(([name, { fields }]) => {
  const entity = name as EntityName
  const ours = Object.entries(ownColumns[entity] ?? {}).flatMap(([field, { column, beside }]) => (field in pointsAt && !beside ? [column] : []))
  return [...fields.filter((field) => field in pointsAt || field === 'link_id' || field === 'resource_id'), ...ours].map((column) => ({ entity, column, below: needed[entity]?.includes(column) || hangs.has(entity) }))
})

/** What is new and hangs under a record that stays away stays away too; what only points at one, or is here already, leaves that pointer as it is. */
async function leftBelow(db: Db, importId: string): Promise<void> {
  const pointing = (entity: EntityName, column: string) => sql`r.municipality_id = ${here} and r.import_id = ${importId} and r.entity = ${entity} and not (r.ours @> array[${column}::text])
    and g.municipality_id = r.municipality_id and g.import_id = r.import_id and g.what = 'ours' and g.record_id::text = r.after ->> ${column}::text`
  for (let more = true; more; ) {
    more = false
    for (const { entity, column } of pointers.filter((it) => it.below)) {
      const { numAffectedRows } = await sql`update import_records r set what = 'ours' from import_records g where ${pointing(entity, column)} and r.what = 'new'`.execute(db)
      more ||= Number(numAffectedRows ?? 0) > 0
    }
  }
  for (const { entity, column } of pointers) {
    await sql`update import_records r set ours = r.ours || ${column}::text, what = case when r.what = 'changed' and r.before @> (r.after - r.ours - ${column}::text) then 'unchanged' else r.what end
      from import_records g where ${pointing(entity, column)} and r.what in ('new', 'changed')`.execute(db)
  }
}
