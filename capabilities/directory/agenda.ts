import { sql } from 'kysely'
import type { Reading } from '../../platform/context.ts'
import { costText } from './present.ts'
import { timesInWords } from './hours.ts'

/** An activity on the first of the coming days that it takes place. */
export type ComingActivity = { slug: string; name: string; day: string; times: string; place: string | null; cost: string | null }
type Row = { slug: string; name: string; day: string; opensAt: string | null; closesAt: string | null; place: string | null; cents: number | null; costWords: string | null; all: number }

/**
 * What everybody may come to in the coming days, a week when not said otherwise, the soonest first, each activity once. `area` keeps what reaches that area;
 * what has ended today, is closed or was not confirmed for too long is left out.
 *
 * @returns the first `most`, and how many there are in all
 */
export async function comingWeek({ db }: Pick<Reading, 'db'>, area: string | undefined, most: number, days = 7): Promise<{ activities: ComingActivity[]; all: number }> {
  const reaches = area ? sql`and i.reach @> array[(select a.id from areas a where a.slug = ${area})]` : sql``
  const { rows } = await sql<Row>`
    with days as materialized (
      select (select ctx.today()) + n as day, (array['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'])[extract(isodow from (select ctx.today()) + n)] as code from generate_series(0, ${days - 1}::integer) n),
    possible as materialized ( -- cheap, before the reckoning below
      select i.municipality_id, i.record_id, i.slug, i.name, d.day, h as schedule
      from directory_index i
        join services s on s.municipality_id = i.municipality_id and s.id = i.record_id
        join schedules h on h.municipality_id = i.municipality_id and h.service_id = i.record_id
        join days d on h.byday is null or h.byday like '%' || d.code || '%' or d.day = any (h.rdates)
      where i.entity = 'service' and i.kind = 'activity' and i.visibility = 'public' and s.status <> 'defunct' ${reaches}
        and not (s.status <> 'active' and coalesce(s.closed_from, '-infinity') <= d.day and coalesce(s.closed_until, 'infinity') >= d.day)
        and (d.day > (select ctx.today()) or coalesce(h.closes_at, h.opens_at) is null or coalesce(h.closes_at, h.opens_at) > ((select ctx.moment()) at time zone 'Europe/Amsterdam')::time)),
    coming as (
      select distinct on (p.record_id) p.municipality_id, p.record_id, p.slug, p.name, p.day, (p.schedule).opens_at, (p.schedule).closes_at
      from possible p
      where case -- most are plain weekly ones, whose weekday was looked at above
        when (p.schedule).freq = 'WEEKLY' and (p.schedule).byday is not null and coalesce((p.schedule).interval, 1) = 1 and (p.schedule).count is null and (p.schedule).exdates = '{}' and (p.schedule).rdates = '{}'
          then p.day between greatest((p.schedule).valid_from, (p.schedule).dtstart, '-infinity') and least((p.schedule).valid_to, (p.schedule).until, 'infinity')
        else ctx.takes_place(p.schedule, p.day) end
      order by p.record_id, p.day, (p.schedule).opens_at)
    select c.slug, c.name, to_char(c.day, 'YYYY-MM-DD') as day, c.opens_at as "opensAt", c.closes_at as "closesAt", count(*) over ()::integer as "all",
      (select l.name from service_at_locations x join locations l on l.municipality_id = x.municipality_id and l.id = x.location_id where x.municipality_id = c.municipality_id and x.service_id = c.record_id and not l.masked order by x.id limit 1) as place,
      (select min(o.amount) * 100 from cost_options o where o.municipality_id = c.municipality_id and o.service_id = c.record_id)::integer as cents,
      (select o.amount_description from cost_options o where o.municipality_id = c.municipality_id and o.service_id = c.record_id order by o.amount nulls last limit 1) as "costWords"
    from coming c order by c.day, c.opens_at nulls last, c.name limit ${most}`.execute(db)
  return {
    all: rows[0]?.all ?? 0,
    activities: rows.map(({ slug, name, day, opensAt, closesAt, place, cents, costWords }) => ({ slug, name, day, times: timesInWords(opensAt, closesAt), place, cost: costText(cents, costWords) })),
  }
}
