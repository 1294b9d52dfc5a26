import { type RawBuilder, sql } from 'kysely'
import type { Asked, ListName } from './asked.ts'

type Condition = RawBuilder<unknown>

const ofService = (it: Pick<Asked['services'], 'search' | 'taxonomy_term_id' | 'taxonomy_id' | 'organization_id' | 'modified_after'>, service: Condition): Condition[] => [
  ...(it.search
    ? [sql`exists (select from directory_index i where i.municipality_id = x.municipality_id and i.entity = 'service' and i.record_id = ${service} and i.document @@ (select websearch_to_tsquery('dutch', ${it.search})))`]
    : []),
  ...(it.taxonomy_term_id ? [sql`exists (select from attributes t where t.municipality_id = x.municipality_id and t.link_id = ${service} and t.taxonomy_term_id = ${it.taxonomy_term_id})`] : []),
  ...(it.taxonomy_id
    ? [sql`exists (select from attributes t join taxonomy_terms m on m.municipality_id = t.municipality_id and m.id = t.taxonomy_term_id where t.municipality_id = x.municipality_id and t.link_id = ${service} and m.taxonomy_id = ${it.taxonomy_id})`]
    : []),
]

/** Metres between two points over a sphere with the mean radius of the earth, 6,371 km (haversine). */
const metres = sql`2 * 6371000 * asin(sqrt(power(sin(radians(l.latitude - p.latitude) / 2), 2) + cos(radians(p.latitude)) * cos(radians(l.latitude)) * power(sin(radians(l.longitude - p.longitude) / 2), 2)))`

const fourDigits = (postcode: string): string => /^\s*([1-9][0-9]{3})/.exec(postcode)?.[1] ?? ''

/** With a distance: places within it, from the middle of the postcode. Without one: services whose reach holds the postcode. */
function around(postcode: string | undefined, proximity: number | undefined, service: Condition, location: Condition | null): Condition[] {
  if (!postcode) return []
  const code = fourDigits(postcode)
  if (proximity === undefined) {
    return [sql`exists (select from directory_index i join postcodes p on p.municipality_id = i.municipality_id and p.postcode4 = ${code} where i.municipality_id = x.municipality_id and i.entity = 'service' and i.record_id = ${service} and (i.reach = '{}' or p.area_id = any (i.reach)))`]
  }
  const place = location
    ? sql`l.id = ${location}`
    : sql`exists (select from service_at_locations a where a.municipality_id = l.municipality_id and a.location_id = l.id and a.service_id = ${service})`
  return [sql`exists (select from locations l join postcodes p on p.municipality_id = l.municipality_id and p.postcode4 = ${code} where l.municipality_id = x.municipality_id and ${place} and l.latitude is not null and ${metres} <= ${proximity})`]
}

const within = (service: Condition, it: Pick<Asked['services'], 'minimum_age' | 'maximum_age'>): Condition[] => [
  ...(it.minimum_age === undefined ? [] : [sql`exists (select from services g where g.municipality_id = x.municipality_id and g.id = ${service} and g.minimum_age >= ${it.minimum_age})`]),
  ...(it.maximum_age === undefined ? [] : [sql`exists (select from services g where g.municipality_id = x.municipality_id and g.id = ${service} and g.maximum_age <= ${it.maximum_age})`]),
]

/** Somewhere in its times, still going, with that day and those hours together. */
function whenOpen({ day, start_time, end_time }: Pick<Asked['services'], 'day' | 'start_time' | 'end_time'>, of: Condition): Condition[] {
  if (!day && !start_time && !end_time) return []
  const parts = [
    ...(day ? [sql`(h.freq = 'DAILY' or h.byday ~ ${`(^|,)[+-]?[0-9]*${day}(,|$)`})`] : []),
    ...(start_time ? [sql`h.opens_at >= ${start_time}::time`] : []),
    ...(end_time ? [sql`h.closes_at <= ${end_time}::time`] : []),
  ]
  return [sql`exists (select from schedules h where h.municipality_id = x.municipality_id and ${of} and (h.valid_to is null or h.valid_to >= (select ctx.today())) and ${sql.join(parts, sql` and `)})`]
}

const named = (search: string | undefined): Condition[] => (search ? [sql`x.name ilike ${`%${search.replace(/[\\%_]/g, '\\$&')}%`}`] : [])

/** What a list leaves out, for each of the lists, with `x` for its row. Row level security has the last word. */
export const conditions: { [L in ListName]: (it: Asked[L]) => Condition[] } = {
  services: (it) => [
    ...ofService(it, sql`x.id`),
    ...(it.organization_id ? [sql`x.organization_id = ${it.organization_id}`] : []),
    ...(it.modified_after ? [sql`x.last_modified >= ${it.modified_after}::timestamptz`] : []),
    ...around(it.postcode, it.proximity, sql`x.id`, null),
    ...within(sql`x.id`, it),
    ...whenOpen(it, sql`(h.service_id = x.id or h.service_at_location_id in (select a.id from service_at_locations a where a.municipality_id = x.municipality_id and a.service_id = x.id))`),
  ],
  service_at_locations: (it) => [
    sql`exists (select from services s where s.municipality_id = x.municipality_id and s.id = x.service_id ${it.organization_id ? sql`and s.organization_id = ${it.organization_id}` : sql``} ${it.modified_after ? sql`and s.last_modified >= ${it.modified_after}::timestamptz` : sql``})`,
    ...ofService(it, sql`x.service_id`),
    ...around(it.postcode, it.proximity, sql`x.service_id`, sql`x.location_id`),
    ...within(sql`x.service_id`, it),
    ...whenOpen(it, sql`(h.service_at_location_id = x.id or h.service_id = x.service_id)`),
  ],
  organizations: (it) =>
    it.search ? [sql`exists (select from directory_index i where i.municipality_id = x.municipality_id and i.entity = 'organization' and i.record_id = x.id and i.document @@ (select websearch_to_tsquery('dutch', ${it.search})))`] : [],
  taxonomies: (it) => named(it.search),
  taxonomy_terms: (it) => [
    ...named(it.search),
    ...(it.taxonomy_id ? [sql`x.taxonomy_id = ${it.taxonomy_id}`] : []),
    ...(it.parent_id ? [sql`x.parent_id = ${it.parent_id}`] : []),
    // The standard says of this filter, against its name: terms without children. The profile for the United Kingdom and its validator read the name: terms without a parent.
    ...(it.top_only ? [sql`x.parent_id is null`] : []),
  ],
}
