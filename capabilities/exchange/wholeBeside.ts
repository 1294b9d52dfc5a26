import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../platform/db.ts'

/** A list of what the directory has and the standard does not know, in the package of everything. `rows` are those after `key`, with a `key` of their own that they are in order of. */
type List = { columns: readonly string[]; piece: number; rows: (after: string, masked: boolean) => RawBuilder<Row> }
type Row = { key: string } & Readonly<Record<string, string | number | null>>

const piece = 1000
/** Earlier forms are whole entries. */
const fewer = 200
const here = sql`(select ctx.municipality())`

// Where a refuge is, is left out of every earlier form as well: also of one from before it was a secret, or when the place is no more.
const versionsAfter = (after: string, masked: boolean) => sql<Row>`
  with secret as materialized (
    select l.id::text as id from locations l where l.municipality_id = ${here} and l.masked
    union select l.place ->> 'id' from directory_versions v cross join lateral jsonb_array_elements(v.content -> 'locations') as l (place) where v.municipality_id = ${here} and (l.place ->> 'masked')::boolean)
  select v.id::text as key, v.id::text as id, v.entity, v.record_id::text as record_id, v.number, v.act, v.note, coalesce(p.name, v.by_words) as by, v.at::text as at,
    (v.content || case when ${masked} or not v.content ? 'addresses' then '{}' else jsonb_build_object('addresses', coalesce((select jsonb_agg(a.one order by a.at) from jsonb_array_elements(v.content -> 'addresses') with ordinality a (one, at)
        where a.one ->> 'location_id' not in (select s.id from secret s)), '[]')) end
      || case when ${masked} or not v.content ? 'locations' then '{}' else jsonb_build_object('locations', (select jsonb_agg(case when l.one ->> 'id' in (select s.id from secret s) then l.one - '{latitude,longitude,area_id,transportation,url}'::text[] else l.one end order by l.at)
        from jsonb_array_elements(v.content -> 'locations') with ordinality l (one, at))) end)::text as content
  from directory_versions v left join people p on p.municipality_id = v.municipality_id and p.id = v.by_id
  where v.municipality_id = ${here} and v.id::text > ${after} order by v.id::text limit ${fewer}`

/** The lists, by the names of their files. They are there to be read: an import takes in what the standard knows and our columns in it. */
export const besideLists: Readonly<Record<string, List>> = {
  'schakelbord_networks.csv': {
    columns: ['id', 'name', 'kind', 'area', 'team', 'summary', 'summary_en', 'focus', 'meets', 'place', 'visibility', 'state', 'assured_date', 'slug'], piece,
    rows: (after) => sql<Row>`select n.id::text as key, n.id::text as id, n.name, n.kind, a.slug as area, t.name as team, n.summary, n.summary_en, n.focus, n.meets, n.place, n.visibility, n.state, n.assured_date::text as assured_date, n.slug
      from networks n left join areas a on a.municipality_id = n.municipality_id and a.id = n.area_id left join teams t on t.municipality_id = n.municipality_id and t.id = n.team_id where n.municipality_id = ${here} and n.id::text > ${after} order by n.id::text limit ${piece}`,
  },
  'schakelbord_network_members.csv': {
    columns: ['network_id', 'organization_id', 'function', 'ring'], piece,
    rows: (after) => sql<Row>`select concat_ws(' ', m.network_id, m.organization_id) as key, m.network_id::text as network_id, m.organization_id::text as organization_id, m.function, m.ring from network_members m
      where m.municipality_id = ${here} and concat_ws(' ', m.network_id, m.organization_id) > ${after} order by 1 limit ${piece}`,
  },
  'schakelbord_project_partners.csv': {
    columns: ['service_id', 'organization_id', 'role'], piece,
    rows: (after) => sql<Row>`select concat_ws(' ', r.service_id, r.organization_id) as key, r.service_id::text as service_id, r.organization_id::text as organization_id, r.role from project_partners r
      where r.municipality_id = ${here} and concat_ws(' ', r.service_id, r.organization_id) > ${after} order by 1 limit ${piece}`,
  },
  'schakelbord_room.csv': {
    columns: ['id', 'service_id', 'light', 'available', 'maximum', 'unit', 'description', 'told_at'], piece,
    rows: (after) => sql<Row>`select c.id::text as key, c.id::text as id, c.service_id::text as service_id, c.light, c.available, c.maximum, c.unit, c.description, c.updated::text as told_at from service_capacities c
      where c.municipality_id = ${here} and c.id::text > ${after} order by c.id::text limit ${piece}`,
  },
  'schakelbord_versions.csv': { columns: ['id', 'entity', 'record_id', 'number', 'act', 'note', 'by', 'at', 'content'], piece: fewer, rows: versionsAfter },
}

/** A piece of one list, and the key to go on from; null when that was all. */
export async function besideAfter(db: Db, list: List, after: string, masked: boolean): Promise<{ rows: readonly Row[]; next: string | null }> {
  const { rows } = await list.rows(after, masked).execute(db)
  return { rows, next: rows.length === list.piece ? (rows.at(-1)?.key ?? null) : null }
}
