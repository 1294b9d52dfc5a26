import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import type { Hours } from './hours.ts'

/** What a line in a list tells beside what the index knows. */
export type Detail = {
  id: string
  organization: string
  forWhom: string | null
  minimumAge: number | null
  maximumAge: number | null
  /** cents; null when not told */
  cents: number | null
  costWords: string | null
  hours: readonly Hours[]
  place: string | null
  closed: boolean
  closedUntil: string | null
  light: 'room' | 'little-room' | 'full' | null
}

/** After this many days what was told about room is no longer known. */
export const lightLasts = 21

const hours = sql`coalesce((select jsonb_agg(jsonb_build_object('freq', h.freq, 'interval', h.interval, 'byday', h.byday, 'opensAt', h.opens_at, 'closesAt', h.closes_at, 'description', h.description, 'dtstart', h.dtstart, 'until', h.until) order by h.position, h.id)
  from schedules h where h.municipality_id = s.municipality_id and h.service_id = s.id and (h.valid_to is null or h.valid_to >= (select ctx.today()))), '[]')`

/** Is it closed today, as whoever keeps it said? A closure without days is one until further notice. */
const closedToday = sql`(s.status = 'temporarily closed' and coalesce(s.closed_from, '-infinity') <= (select ctx.today()) and coalesce(s.closed_until, 'infinity') >= (select ctx.today()))`

/** The `Detail` of the service that stands in `h`, a row of the index; null for anything else. */
export const detailOf = sql`(select jsonb_build_object('id', s.id, 'organization', o.name, 'forWhom', s.for_whom, 'minimumAge', s.minimum_age, 'maximumAge', s.maximum_age, 'closedUntil', s.closed_until, 'closed', ${closedToday},
    'cents', (select min(c.amount) * 100 from cost_options c where c.municipality_id = s.municipality_id and c.service_id = s.id)::integer,
    'costWords', coalesce((select c.amount_description from cost_options c where c.municipality_id = s.municipality_id and c.service_id = s.id order by c.amount nulls last limit 1), s.fees_description, s.fees),
    'hours', ${hours},
    'place', (select l.name from service_at_locations x join locations l on l.municipality_id = x.municipality_id and l.id = x.location_id where x.municipality_id = s.municipality_id and x.service_id = s.id and not l.masked order by x.id limit 1),
    'light', (select c.light from service_capacities c where c.municipality_id = s.municipality_id and c.service_id = s.id and c.updated > (select ctx.moment()) - make_interval(days => ${sql.lit(lightLasts)}) and c.light <> 'unknown' order by c.updated desc limit 1))
  from services s join organizations o on o.municipality_id = s.municipality_id and o.id = s.organization_id where h.entity = 'service' and s.municipality_id = h.municipality_id and s.id = h.record_id)`

/** The first number of the person to call that stands in `h`. */
export const phoneOf = sql`(select p.number from phones p where h.entity = 'contact' and p.municipality_id = h.municipality_id and p.contact_id = h.record_id order by p.position limit 1)`

/** Which part of what everybody may see was checked lately; null when there is nothing. */
export async function freshPart(db: Db): Promise<number | null> {
  const row = await db
    .selectFrom('directoryIndex')
    .where('entity', '=', 'service')
    .where('visibility', '=', 'public')
    .where('state', '=', 'published')
    .select([sql<number>`count(*)::integer`.as('all'), sql<number>`(count(*) filter (where assured_date is not null and stale_on > (select ctx.today())))::integer`.as('fresh')])
    .executeTakeFirst()
  return row && row.all > 0 ? row.fresh / row.all : null
}
