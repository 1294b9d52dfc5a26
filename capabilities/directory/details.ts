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

const hoursOf = sql<Hours[]>`coalesce((select jsonb_agg(jsonb_build_object('freq', h.freq, 'interval', h.interval, 'byday', h.byday, 'opensAt', h.opens_at, 'closesAt', h.closes_at, 'description', h.description, 'dtstart', h.dtstart, 'until', h.until) order by h.position, h.id)
  from schedules h where h.municipality_id = s.municipality_id and h.service_id = s.id and (h.valid_to is null or h.valid_to >= (select ctx.today()))), '[]')`

/** Is it closed today, as whoever keeps it said? A closure without days is one until further notice. */
const closedToday = sql<boolean>`(s.status = 'temporarily closed' and coalesce(s.closed_from, '-infinity') <= (select ctx.today()) and coalesce(s.closed_until, 'infinity') >= (select ctx.today()))`

/** Facts of these services, by id. */
export async function detailsOf(db: Db, ids: readonly string[]): Promise<Map<string, Detail>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('services as s')
    .innerJoin('organizations as o', (join) => join.onRef('o.municipalityId', '=', 's.municipalityId').onRef('o.id', '=', 's.organizationId'))
    .where('s.id', 'in', [...ids])
    .select(['s.id', 'o.name as organization', 's.forWhom', 's.minimumAge', 's.maximumAge', 's.closedUntil'])
    .select([
      closedToday.as('closed'),
      sql<number | null>`(select min(c.amount) * 100 from cost_options c where c.municipality_id = s.municipality_id and c.service_id = s.id)::integer`.as('cents'),
      sql<string | null>`coalesce((select c.amount_description from cost_options c where c.municipality_id = s.municipality_id and c.service_id = s.id order by c.amount nulls last limit 1), s.fees_description, s.fees)`.as('costWords'),
      hoursOf.as('hours'),
      sql<string | null>`(select l.name from service_at_locations x join locations l on l.municipality_id = x.municipality_id and l.id = x.location_id where x.municipality_id = s.municipality_id and x.service_id = s.id and not l.masked order by x.id limit 1)`.as('place'),
      sql<Detail['light']>`(select c.light from service_capacities c where c.municipality_id = s.municipality_id and c.service_id = s.id and c.updated > (select ctx.moment()) - make_interval(days => ${lightLasts}) and c.light <> 'unknown' order by c.updated desc limit 1)`.as('light'),
    ])
    .execute()
  return new Map(rows.map((it) => [it.id, it]))
}

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
