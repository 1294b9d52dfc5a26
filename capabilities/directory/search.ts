import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import type { Group } from './asking.ts'
import { type Detail, detailOf, phoneOf } from './details.ts'

/** How one part of a question was understood. */
export type Understood = { typed: string; how: 'need' | 'known' | 'begun' | 'corrected' | 'parts' | 'unknown'; used: readonly string[]; query: string }
export type Reading = { words: readonly Understood[]; all: string | null; any: string | null }
export type Point = { latitude: number; longitude: number }
export type Entity = 'service' | 'organization' | 'network' | 'contact'

/** One entry that was found. `where` tells for each part of the question where it stands: name, what it is for, or further on. */
export type Hit = {
  entity: Entity
  id: string
  kind: string
  slug: string | null
  name: string
  summary: string | null
  summaryEn: string | null
  facets: readonly string[]
  latitude: number | null
  longitude: number | null
  assuredDate: string | null
  staleOn: string | null
  metres: number | null
  where: readonly ('name' | 'gist' | 'text' | null)[]
  /** of a service */
  detail: Detail | null
  /** of a person to call */
  phone: string | null
}
/** Everything one search gives. `counts` holds for each mark how many there would be with it. */
export type Found = { total: number; counts: Record<string, number>; hits: readonly Hit[] }
export type Order = 'past' | 'dichtbij' | 'gecontroleerd'

export type Search = {
  reading: Reading
  /** one of the words is enough */
  loose?: boolean
  areaId?: string | null
  near?: Point | null
  groups: readonly Group[]
  openAt?: { day: string; time: string } | null
  entities: readonly Entity[]
  order: Order
  limit: number
  offset: number
}

/** Reads what somebody typed; empty words give a question that asks for everything. */
export async function readQuestion(db: Db, asked: string): Promise<Reading> {
  if (asked.trim() === '') return { words: [], all: null, any: null }
  const answer = await sql<{ read: Reading }>`select ctx.read_question(${asked}) as read`.execute(db)
  return answer.rows[0]?.read ?? { words: [], all: null, any: null }
}

// More than this nobody leafs through; it keeps a word that everybody uses from costing more than an ordinary one.
const most = 20_000
const earth = 12_742_000

const metresTo = ({ latitude, longitude }: Point) =>
  sql<number>`round(${earth} * asin(sqrt(power(sin(radians(h.latitude - ${latitude}::float8) / 2), 2) + cos(radians(${latitude}::float8)) * cos(radians(h.latitude)) * power(sin(radians(h.longitude - ${longitude}::float8) / 2), 2))))`

/** A row `h` of the index as a hit. */
const hitOf = (metres: RawBuilder<unknown>, where: RawBuilder<unknown>) => sql`jsonb_build_object('entity', h.entity, 'id', h.record_id, 'kind', h.kind, 'slug', h.slug, 'name', h.name, 'summary', h.summary, 'summaryEn', h.summary_en, 'facets', h.facets,
  'latitude', h.latitude, 'longitude', h.longitude, 'assuredDate', h.assured_date, 'staleOn', h.stale_on, 'metres', ${metres}, 'where', ${where}, 'detail', ${detailOf}, 'phone', ${phoneOf})`

const chosenIn = ({ chosen, every }: Group) => (every ? sql`h.facets @> ${chosen}::text[]` : sql`h.facets && ${chosen}::text[]`)

const allOf = (parts: readonly RawBuilder<unknown>[]) => (parts.length === 0 ? sql`true` : sql`(${sql.join(parts, sql` and `)})`)

/**
 * Searches the index: words first, then area, then filters; all counts from the same set, so that they are what one gets.
 * What is old sinks; with a place, what is near rises.
 */
export async function search(db: Db, it: Search): Promise<Found> {
  const asked = it.loose ? it.reading.any : it.reading.all
  const chosen = it.groups.filter((group) => group.chosen.length > 0)
  const open = it.openAt
    ? sql`exists (select from schedules s where s.municipality_id = h.municipality_id and s.service_id = h.record_id and s.opens_at <= ${it.openAt.time}::time and s.closes_at > ${it.openAt.time}::time and ctx.takes_place(s, ${it.openAt.day}::date))`
    : sql`true`
  // A mark of a group counts what there would be with that mark, beside the filters of the other groups.
  const others = chosen.map((group) => sql`when h.mark like ${`${group.prefix}:%`} then ${group.every ? sql`h.fits` : allOf(chosen.filter((other) => other !== group).map(chosenIn))} and h.open`)
  const metres = it.near ? metresTo(it.near) : sql<number | null>`null::float8`
  const worth = sql`h.rank * case when h.stale_on is null or h.stale_on > (select ctx.today()) then 1 when h.assured_date is null then 0.4 else 0.55 end / (1 + coalesce(h.metres, 3000) / 4000.0)`
  const order = { past: sql`worth desc`, dichtbij: sql`metres nulls last, worth desc`, gecontroleerd: sql`assured_date desc nulls last, worth desc` }[it.order]
  const where = it.reading.words.map(({ query }) => sql`case when ts_filter(h.document, '{a}') @@ ${query}::tsquery then 'name' when ts_filter(h.document, '{a,b}') @@ ${query}::tsquery then 'gist' when h.document @@ ${query}::tsquery then 'text' end`)
  const answer = await sql<{ total: number; counts: Record<string, number> | null; hits: Hit[] | null }>`
    with found as materialized (
      select i.*, ${asked ? sql`ts_rank('{0.05, 0.2, 0.6, 1}', i.document, ${asked}::tsquery)` : sql`0.5`} as rank from directory_index i
      where i.municipality_id = (select ctx.municipality()) and i.entity = any (${it.entities}::text[]) and i.state = 'published'
        ${asked ? sql`and i.document @@ ${asked}::tsquery` : sql``} ${it.areaId ? sql`and i.reach @> array[${it.areaId}::uuid]` : sql``}
      limit ${most}
    ), weighed as materialized (select h.*, ${metres} as metres, ${allOf(chosen.map(chosenIn))} as fits, ${open} as open from found h),
    page as (
      select h.*, ${worth} as worth from weighed h where h.fits and h.open order by ${order}, name, record_id limit ${it.limit} offset ${it.offset}
    )
    select (select count(*)::integer from weighed h where h.fits and h.open) as total,
      (select jsonb_object_agg(mark, n) from (
        select h.mark, count(*)::integer as n from (select w.*, unnest(w.facets) as mark from weighed w) h
        where ${others.length > 0 ? sql`case ${sql.join(others, sql` `)} else h.fits and h.open end` : sql`h.open`} group by h.mark) c) as counts,
      (select jsonb_agg(${hitOf(sql`h.metres`, where.length > 0 ? sql`jsonb_build_array(${sql.join(where)})` : sql`'[]'::jsonb`)} order by ${order}, h.name, h.record_id) from page h) as hits`.execute(db)
  const { total = 0, counts, hits } = answer.rows[0] ?? {}
  return { total, counts: counts ?? {}, hits: hits ?? [] }
}

/** How many there are of all that one may see, and with each mark. Reads the whole index: whoever asks keeps it. */
export async function countAll(db: Db, entities: readonly Entity[]): Promise<Pick<Found, 'total' | 'counts'>> {
  const answer = await sql<{ total: number; counts: Record<string, number> | null }>`
    with found as materialized (select i.facets from directory_index i where i.municipality_id = (select ctx.municipality()) and i.entity = any (${entities}::text[]) and i.state = 'published')
    select (select count(*)::integer from found) as total, (select jsonb_object_agg(mark, n) from (select mark, count(*)::integer as n from found cross join unnest(facets) as mark group by mark) c) as counts`.execute(db)
  const { total = 0, counts } = answer.rows[0] ?? {}
  return { total, counts: counts ?? {} }
}

/**
 * A page of all that one may see, as `search` without a question orders it: what was checked lately first, then what is old, then what never was; each by name.
 * Walks the index in that order, and looks at what is old only when there is room left, so that it costs the same whatever there is.
 */
export async function listAll(db: Db, { entities, limit, offset }: Pick<Search, 'entities' | 'limit' | 'offset'>): Promise<readonly Hit[]> {
  const upto = limit + offset
  const part = (place: number, age: RawBuilder<unknown>, before: RawBuilder<unknown>) => sql`
    select ${sql.lit(place)} as place, i.municipality_id, i.entity, i.record_id, i.kind, i.slug, i.name, i.summary, i.summary_en, i.facets, i.latitude, i.longitude, i.assured_date, i.stale_on
    from directory_index i where i.municipality_id = (select ctx.municipality()) and i.entity = any (${entities}::text[]) and i.state = 'published' and ${age} and ${before} order by i.name, i.record_id limit ${upto}`
  const answer = await sql<{ hits: Hit[] | null }>`
    with lately as materialized (${part(1, sql`(i.stale_on is null or i.stale_on > (select ctx.today()))`, sql`true`)}),
      old as materialized (${part(2, sql`i.stale_on <= (select ctx.today()) and i.assured_date is not null`, sql`(select count(*) from lately) < ${upto}`)}),
      never as materialized (${part(3, sql`i.stale_on <= (select ctx.today()) and i.assured_date is null`, sql`(select count(*) from lately) + (select count(*) from old) < ${upto}`)}),
      page as (select * from (select * from lately union all select * from old union all select * from never) h order by place, name, record_id limit ${limit} offset ${offset})
    select jsonb_agg(${hitOf(sql`null`, sql`'[]'::jsonb`)} order by h.place, h.name, h.record_id) as hits from page h`.execute(db)
  return answer.rows[0]?.hits ?? []
}

/** Words that begin as typed. */
export async function suggest(db: Db, begun: string): Promise<string[]> {
  const [words, names] = await Promise.all([
    sql<{ word: string }>`select ctx.suggest_words(${begun}) as word`.execute(db),
    db.selectFrom('directoryIndex').select('name').where('entity', 'in', ['service', 'organization']).where('name', 'ilike', `${begun.replaceAll(/[\\%_]/g, '\\$&')}%`).orderBy('name').limit(4).execute(),
  ])
  return [...new Set([...names.map((it) => it.name), ...words.rows.map((it) => it.word)])].slice(0, 8)
}
