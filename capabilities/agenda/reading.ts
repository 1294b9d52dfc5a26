import { sql } from 'kysely'
import type { Reading } from '../../platform/context.ts'
import type { IsoDay } from '../../platform/dates.ts'
import type { Choices } from './asked.ts'

type Known = 'needed' | 'not-needed' | 'unknown'
/** A time that something is on, with what somebody needs to know to go there. */
export type Occasion = {
  slug: string; name: string; day: IsoDay; opensAt: string | null; closesAt: string | null; freq: string | null; interval: number | null; byday: string | null; description: string | null; dtstart: IsoDay | null; until: IsoDay | null
  place: string | null; address: string | null; masked: boolean; forWhom: string | null; minimumAge: number | null; maximumAge: number | null; cents: number | null; costWords: string | null
  registration: Known; inclusive: 'everyone' | 'one-group' | 'unknown'; flowTo: string | null; pickup: string; companion: string; organizer: string
}

/** The most that stands on one page. */
export const mostShown = 200

/** What makes it easier to come, as the index keeps it; whether people with a disability can take part is with the service itself. */
const handy: Readonly<Record<Choices['handig'][number], ReturnType<typeof sql>>> = {
  'zonder-aanmelden': sql`and i.facets @> array['handy:no-registration']`,
  rolstoel: sql`and i.facets @> array['handy:wheelchair']`,
  ophalen: sql`and i.facets @> array['handy:pickup']`,
  meelopen: sql`and i.facets @> array['handy:companion']`,
  beperking: sql`and exists (select from accessibilities b where b.municipality_id = i.municipality_id and b.service_id = i.record_id and b.aspect = 'disability' and b.verdict = 'good')`,
}

/** What everybody may see and choose from, whoever asks: somebody who keeps the directory sees no drafts here. */
export const chosenActivities = ({ voor, kosten, handig, wijk }: Choices) => sql`
  i.municipality_id = (select ctx.municipality()) and i.entity = 'service' and i.kind = 'activity' and i.visibility = 'public' and i.state = 'published' and s.status not in ('defunct', 'inactive')
  and coalesce(i.publish_on, '-infinity') <= (select ctx.today()) and coalesce(i.hide_on, 'infinity') > (select ctx.today())
  ${voor.length > 0 ? sql`and i.facets && ${voor.map((slug) => `target-group:${slug}`)}::text[]` : sql``}
  ${kosten ? sql`and i.facets @> ${[kosten === 'gratis' ? 'cost:free' : 'cost:below-5']}::text[]` : sql``}
  ${sql.join(handig.map((one) => handy[one]), sql` `)}
  ${wijk ? sql`and i.reach @> array[(select a.id from areas a where a.municipality_id = i.municipality_id and a.slug = ${wijk})]` : sql``}`

/** Columns that a person needs before going, for a service `s`. A masked place gives neither name nor address. */
export const whatToKnow = sql`
  s.for_whom as "forWhom", s.minimum_age as "minimumAge", s.maximum_age as "maximumAge", s.registration, s.inclusive, s.flow_to as "flowTo", s.pickup, s.companion,
  (select o.name from organizations o where o.municipality_id = s.municipality_id and o.id = s.organization_id) as organizer,
  spot.name as place, spot.address, coalesce(spot.masked, false) as masked,
  (select min(o.amount) * 100 from cost_options o where o.municipality_id = s.municipality_id and o.service_id = s.id)::integer as cents,
  (select o.amount_description from cost_options o where o.municipality_id = s.municipality_id and o.service_id = s.id order by o.amount nulls last limit 1) as "costWords"`

/** The place of a service `s`, as `spot`. */
export const spot = sql`left join lateral (
  select l.masked, case when not l.masked then l.name end as name,
    (select concat_ws(', ', a.address1, a.city) from addresses a where not l.masked and a.municipality_id = l.municipality_id and a.location_id = l.id and a.address_type = 'physical' order by a.id limit 1) as address
  from service_at_locations x join locations l on l.municipality_id = x.municipality_id and l.id = x.location_id
  where x.municipality_id = s.municipality_id and x.service_id = s.id order by l.masked, x.id limit 1) spot on true`

/**
 * All that is on from one day to another, by the reckoning of the directory: recurrence, days that fall out, closures. What is over today is left out.
 *
 * @param once  each activity only the first time
 */
export async function occasions({ db }: Pick<Reading, 'db'>, from: IsoDay, to: IsoDay, choices: Choices, once: boolean): Promise<{ lines: Occasion[]; all: number }> {
  const { rows } = await sql<Occasion & { all: number }>`
    with days as materialized (
      select d::date as day, (array['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'])[extract(isodow from d)] as code from generate_series(${from}::date, ${to}::date, interval '1 day') d),
    possible as materialized ( -- cheap, before the reckoning below
      select i.municipality_id, i.record_id, d.day, h as schedule
      from directory_index i
        join services s on s.municipality_id = i.municipality_id and s.id = i.record_id
        join schedules h on h.municipality_id = i.municipality_id and h.service_id = i.record_id
        join days d on h.byday is null or h.byday like '%' || d.code || '%' or d.day = any (h.rdates)
      where ${chosenActivities(choices)} and coalesce(i.expire_on, 'infinity') >= d.day
        and not (s.status <> 'active' and coalesce(s.closed_from, '-infinity') <= d.day and coalesce(s.closed_until, 'infinity') >= d.day)
        and (d.day <> (select ctx.today()) or coalesce(h.closes_at, h.opens_at) is null or h.closes_at <= h.opens_at or coalesce(h.closes_at, h.opens_at) > ((select ctx.moment()) at time zone 'Europe/Amsterdam')::time)),
    held as (select p.*, row_number() over (partition by p.record_id order by p.day, (p.schedule).opens_at) as nth from possible p where ctx.takes_place(p.schedule, p.day)),
    shown as (
      select h.*, count(*) over ()::integer as "all" from held h join services s on s.municipality_id = h.municipality_id and s.id = h.record_id
      where ${once ? sql`h.nth = 1` : sql`true`} order by h.day, (h.schedule).opens_at nulls last, s.name, h.record_id limit ${mostShown})
    select h."all", s.slug, s.name, to_char(h.day, 'YYYY-MM-DD') as day, (h.schedule).opens_at as "opensAt", (h.schedule).closes_at as "closesAt", (h.schedule).freq, (h.schedule).interval, (h.schedule).byday, (h.schedule).description,
      (h.schedule).dtstart::text as dtstart, (h.schedule).until::text as until, ${whatToKnow}
    from shown h join services s on s.municipality_id = h.municipality_id and s.id = h.record_id ${spot}
    order by h.day, (h.schedule).opens_at nulls last, s.name, h.record_id`.execute(db)
  return { all: rows[0]?.all ?? 0, lines: rows }
}

export type Offer = { groups: { slug: string; name: string; nameEn: string | null }[]; areas: { slug: string; name: string }[]; phone: string | null; town: string }

/** What there is to choose from: only target groups for which there is an activity. */
export async function offer({ db }: Pick<Reading, 'db'>): Promise<Offer> {
  const [groups, areas, town] = await Promise.all([
    db.selectFrom('taxonomyTerms as t').innerJoin('taxonomies as x', (join) => join.onRef('x.municipalityId', '=', 't.municipalityId').onRef('x.id', '=', 't.taxonomyId')).where('x.key', '=', 'target-group')
      .where(sql<boolean>`exists (select from directory_index i where i.municipality_id = t.municipality_id and i.entity = 'service' and i.kind = 'activity' and i.visibility = 'public' and i.state = 'published' and i.facets @> array['target-group:' || t.slug])`)
      .orderBy('t.position').orderBy('t.name').select(['t.slug', 't.name', 't.nameEn']).execute(),
    db.selectFrom('areas').where('composed', '=', false).where('kind', '<>', 'municipality').orderBy('name').select(['slug', 'name']).execute(),
    db.selectFrom('municipalities').where('id', '=', sql<string>`(select ctx.municipality())`).select(['phone', 'name']).executeTakeFirst(),
  ])
  return { groups, areas, phone: town?.phone ?? null, town: town?.name ?? '' }
}
