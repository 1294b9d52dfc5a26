import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { lightLasts } from './details.ts'

/** A service that people of an area can turn to. `room` is null when nobody told lately whether there is any. */
export type Supply = {
  slug: string
  name: string
  organizationId: string
  organization: string
  fields: readonly string[]
  domains: readonly string[]
  groups: readonly string[]
  /** works for more than this area and its parts */
  wider: boolean
  room: 'room' | 'little-room' | 'full' | null
  stale: boolean
}
type Row = Omit<Supply, 'fields' | 'domains' | 'groups'> & { facets: readonly string[] }

const within = (facets: readonly string[], taxonomy: string): string[] => facets.flatMap((it) => (it.startsWith(`${taxonomy}:`) ? [it.slice(taxonomy.length + 1)] : []))

/** Everything that serves an area, city-wide offers too; what is closed now is no offer. Empty for an address that is no area. */
export async function findSupply(db: Db, area: string): Promise<Supply[]> {
  const { rows } = await sql<Row>`
    with recursive here as (
      select a.id from areas a where a.municipality_id = (select ctx.municipality()) and a.slug = ${area}
      union select a.id from areas a join here h on a.parent_id = h.id where a.municipality_id = (select ctx.municipality())
    )
    select s.slug, i.name, o.id as "organizationId", o.name as organization, i.facets, exists (select from unnest(i.reach) r join areas w on w.municipality_id = i.municipality_id and w.id = r
        where w.kind not in ('country', 'province', 'municipality') and r not in (select id from here) and r is distinct from (select a.parent_id from areas a where a.municipality_id = i.municipality_id and a.slug = ${area})) as wider,
      (select c.light from service_capacities c where c.municipality_id = s.municipality_id and c.service_id = s.id and c.updated > (select ctx.moment()) - make_interval(days => ${lightLasts}) and c.light <> 'unknown' order by c.updated desc limit 1) as room,
      coalesce(i.assured_date is null or i.stale_on <= (select ctx.today()), true) as stale
    from directory_index i join services s on s.municipality_id = i.municipality_id and s.id = i.record_id join organizations o on o.municipality_id = s.municipality_id and o.id = s.organization_id
    where i.municipality_id = (select ctx.municipality()) and i.entity = 'service' and i.state = 'published' and i.reach @> array(select a.id from areas a where a.municipality_id = i.municipality_id and a.slug = ${area})
      and exists (select from here) and not (s.status in ('inactive', 'defunct') or (s.status = 'temporarily closed' and coalesce(s.closed_from, '-infinity') <= (select ctx.today()) and coalesce(s.closed_until, 'infinity') >= (select ctx.today())))
    order by i.name, i.record_id`.execute(db)
  return rows.map(({ facets, ...it }) => ({ ...it, fields: within(facets, 'field'), domains: within(facets, 'life-domain'), groups: within(facets, 'target-group') }))
}

/** The words by which services are sorted, each with its name in both languages. */
export type SortTerm = { id: string; slug: string; nl: string; en: string; synonyms: readonly string[] }

/** All terms of a taxonomy of the directory, in their order. */
export async function findTerms(db: Db, taxonomy: 'field' | 'target-group' | 'life-domain'): Promise<SortTerm[]> {
  const rows = await db.selectFrom('taxonomyTerms as t').innerJoin('taxonomies as x', (join) => join.onRef('x.municipalityId', '=', 't.municipalityId').onRef('x.id', '=', 't.taxonomyId'))
    .where('x.key', '=', taxonomy).orderBy('t.position').orderBy('t.slug').select(['t.id', 't.slug', 't.name', 't.nameEn', 't.synonyms']).execute()
  return rows.map((it) => ({ id: it.id, slug: it.slug, nl: it.name, en: it.nameEn ?? it.name, synonyms: it.synonyms }))
}

/** What people asked for in vain in an area, per life domain, in the last half year: in fives, null when fewer. The database tells no more than this. */
export async function findGaps(db: Db, area: string): Promise<{ domain: string | null; searched: number | null; told: number | null }[]> {
  return (await sql<{ domain: string | null; searched: number | null; told: number | null }>`select domain, searched, told from ctx.gaps(${area})`.execute(db)).rows
}
