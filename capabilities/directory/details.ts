import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import type { Hours } from './hours.ts'

/** What a line in a list tells beside what the index knows. */
export type Detail = {
  forWhom: string | null
  minimumAge: number | null
  maximumAge: number | null
  /** cents; null when not told */
  cents: number | null
  costWords: string | null
  hours: readonly Hours[]
  closed: boolean
  closedUntil: string | null
  light: 'room' | 'little-room' | 'full' | null
}

/** After this many days what was told about room is no longer known. */
export const lightLasts = 21

/** The `Detail` of the service that stands in `h`, a row of the index, as it is on this day; null for anything else. The index keeps all of it whatever the day. A closure without days is one until further notice. */
export const detailOf = sql`(h.detail || case when h.detail -> 'closure' = 'null' and h.detail -> 'light' = 'null' and not h.detail @? '$.hours[*].validTo ? (@ != null)' then '{"closed": false}'::jsonb else jsonb_build_object(
    'closed', h.detail -> 'closure' <> 'null' and coalesce((h.detail -> 'closure' ->> 'from')::date, '-infinity') <= (select ctx.today()) and coalesce((h.detail -> 'closure' ->> 'until')::date, 'infinity') >= (select ctx.today()),
    'light', case when (h.detail -> 'light' ->> 'updated')::timestamptz > (select ctx.moment()) - make_interval(days => ${sql.lit(lightLasts)}) then h.detail -> 'light' -> 'light' end,
    'hours', coalesce((select jsonb_agg(e.hour order by e.at) from jsonb_array_elements(h.detail -> 'hours') with ordinality e(hour, at) where e.hour ->> 'validTo' is null or (e.hour ->> 'validTo')::date >= (select ctx.today())), '[]')) end)`

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
