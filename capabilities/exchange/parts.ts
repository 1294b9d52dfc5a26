import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'

/** What only one kind of service has and what a programme is made of, by the table it stands in. */
const kinds = {
  programme: { of: 'program', table: 'programme_contents', columns: 'phases text, themes text, intake text, ended_on date' },
  project: { of: 'service', table: 'projects', columns: 'goals text, from_on date, until_on date, plan_relation text, results text' },
  housing: { of: 'service', table: 'housings', columns: 'form text, places integer, support_hours text, care_on_call text' },
  scheme: { of: 'service', table: 'schemes', columns: 'what text, needs text, yields text, helped_by uuid' },
} as const

/** Takes in what stands in tables beside a record: who looks after it, and of new ones what only their kind has and what they told of room. */
export async function partsIn(db: Db, importId: string): Promise<void> {
  // An import that was looked at by an earlier version has the address of who looks after it loose.
  await sql`insert into entry_care as k (municipality_id, entity, record_id, owner_id, owner_name, owner_email)
    select r.municipality_id, r.entity, r.record_id, p.id, nullif(c.owner_name, p.name), coalesce(c.owner_email, r.made ->> 'assurer_email') from import_records r
      cross join lateral jsonb_to_record(coalesce(r.made -> 'care', '{}')) as c (owner_id uuid, owner_name text, owner_email text)
      left join people p on p.municipality_id = r.municipality_id and p.id = c.owner_id
    where r.municipality_id = (select ctx.municipality()) and r.import_id = ${importId} and r.entity in ('service', 'organization') and r.what <> 'ours' and not (r.ours @> '{care}') and (p.id is not null or c.owner_email is not null or r.made ? 'assurer_email')
    on conflict (municipality_id, entity, record_id) do update set owner_id = coalesce(excluded.owner_id, k.owner_id), owner_name = coalesce(excluded.owner_name, k.owner_name), owner_email = coalesce(excluded.owner_email, k.owner_email)`.execute(db)
  for (const [part, { of, table, columns }] of Object.entries(kinds)) {
    const names = columns.split(', ').map((it) => it.split(' ')[0] ?? '')
    await sql`insert into ${sql.table(table)} (municipality_id, ${sql.ref(`${of}_id`)}, ${sql.join(names.map((it) => sql.ref(it)))})
      select r.municipality_id, r.record_id, ${sql.join(names.map((it) => sql.ref(`p.${it}`)))} from import_records r cross join lateral jsonb_to_record(r.made -> ${part}) as p (${sql.raw(columns)})
      where r.municipality_id = (select ctx.municipality()) and r.import_id = ${importId} and r.entity = ${of} and r.what = 'new' and r.made ? ${part}`.execute(db)
  }
  await sql`insert into service_capacities (municipality_id, id, service_id, light, available, maximum, unit, description, updated)
    select r.municipality_id, gen_random_uuid(), r.record_id, c.light, c.available, c.maximum, c.unit, c.description, least(c.told_on::timestamp at time zone 'Europe/Amsterdam', (select ctx.moment())) from import_records r
      cross join lateral jsonb_to_record(r.made -> 'room') as c (light text, available integer, maximum integer, unit text, description text, told_on date)
    where r.municipality_id = (select ctx.municipality()) and r.import_id = ${importId} and r.entity = 'service' and r.what = 'new' and r.made ? 'room'`.execute(db)
}
