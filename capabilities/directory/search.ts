import { type RawBuilder, sql } from 'kysely'
import type { Reading as Asking } from '../../platform/context.ts'
import { dayOf } from '../../platform/dates.ts'
import type { Db } from '../../platform/db.ts'
import type { Group } from './asking.ts'
import { type Detail, hitsOf, itIs, type Line, lineOf } from './details.ts'
import { type Answer, answer } from './visitors/answer.ts'
import type { Entries } from './visitors/entries.ts'
import { wantedOf } from './visitors/wanted.ts'

/** How one part of a question was understood. */
export type Understood = { typed: string; how: 'need' | 'known' | 'begun' | 'corrected' | 'parts' | 'unknown'; used: readonly string[]; query: string }
export type Reading = { words: readonly Understood[]; all: string | null; any: string | null }
export type Point = { latitude: number; longitude: number }
export type Entity = 'service' | 'organization' | 'network' | 'program' | 'contact'

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
  /** people to call too, beside all else */
  people: boolean
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

const metresTo = ({ latitude, longitude }: Point) =>
  sql<number>`round(12742000 * asin(sqrt(power(sin(radians(h.latitude - ${latitude}::float8) / 2), 2) + cos(radians(${latitude}::float8)) * cos(radians(h.latitude)) * power(sin(radians(h.longitude - ${longitude}::float8) / 2), 2))))`

/** The same words, in these parts of the text only: `A` is the name, `B` what it is for. */
const inParts = (query: string, parts: string): string => query.replace(/'(?:[^']|'')*'/g, `$&:${parts}`)

/** Memory to answer from instead of the database, for who is a visitor. */
export type ForVisitors = { entries: Entries; today: Date }

const groupsIn = ({ groups }: Search): readonly Group[] => groups.filter(({ chosen }) => chosen.length > 0)

/** How many there are and which come first, from memory; null for what memory does not hold: opening hours, people, and questions it cannot read. */
export function remembered(it: Search, { entries, today }: ForVisitors): Answer | null {
  if (it.openAt || it.people) return null
  const words = it.reading.words.map(({ query }) => wantedOf(query))
  if (!words.every((word) => word !== null)) return null
  return answer(entries, { words, loose: it.loose ?? false, areaId: it.areaId ?? null, near: it.near ?? null, groups: groupsIn(it), order: it.order, skipped: it.offset, shown: it.limit, today: Number(dayOf(today).replaceAll('-', '')) })
}

const fromDatabase = (it: Search) => sql`select * from ctx.directory_answer(${it.loose ? it.reading.any : it.reading.all}::tsquery, ${it.people}, ${it.areaId ?? null}::uuid, ${it.near?.latitude ?? null}::float8,
  ${it.near?.longitude ?? null}::float8, ${it.order}, ${JSON.stringify(groupsIn(it).map(({ prefix, chosen, every }) => ({ prefix, chosen, every })))}::jsonb, ${it.openAt?.day ?? null}::date, ${it.openAt?.time ?? null}::time, ${it.offset}::integer, ${it.limit}::integer)`

/**
 * Searches the index. The database, or memory for a visitor, says how many there are and which come first; what is in them is read here, under row level security.
 * All counts are from the same set, so that they are what one gets. What is old sinks; with a place, what is near rises.
 */
export const search = (db: Db, it: Search, visitors: ForVisitors | null = null): Promise<Found> => searchKnowing(db, it, visitors && remembered(it, visitors))

/** The same, when memory said already how many there are and which come first. Asks one question, and none when nothing comes first. */
export async function searchKnowing(db: Db, it: Search, known: Answer | null): Promise<Found> {
  if (known && known.ids.length === 0) return { total: known.total, counts: known.counts, hits: [] }
  const metres = it.near ? metresTo(it.near) : sql<number | null>`null::float8`
  const where = it.reading.words.map(({ query }) => sql`case when h.document @@ ${inParts(query, 'A')}::tsquery then 'name' when h.document @@ ${inParts(query, 'AB')}::tsquery then 'gist' when h.document @@ ${query}::tsquery then 'text' end`)
  const answered = await sql<{ total: number; counts: Record<string, number>; lines: Line[] | null; today: string; moment: Date }>`
    with answer as materialized (${known ? sql`select null as total, null as counts, ${known.entities}::text[] as entities, ${known.ids}::uuid[] as ids` : fromDatabase(it)})
    select a.total, a.counts, ${itIs}, (
      select json_agg(${lineOf(metres, where.length > 0 ? sql`json_build_array(${sql.join(where)})` : sql`'[]'::json`, it.people)} order by e.at)
        from unnest(a.entities, a.ids) with ordinality e(entity, id, at) join directory_index h on h.municipality_id = (select ctx.municipality()) and h.entity = e.entity and h.record_id = e.id) as lines
    from answer a`.execute(db)
  const [row] = answered.rows
  return { total: known?.total ?? row?.total ?? 0, counts: known?.counts ?? row?.counts ?? {}, hits: row ? hitsOf(row) : [] }
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
export async function listAll(db: Db, { entities, limit, offset }: Pick<Search, 'limit' | 'offset'> & { entities: readonly Entity[] }): Promise<readonly Hit[]> {
  const upto = limit + offset
  const part = (place: number, age: RawBuilder<unknown>, before: RawBuilder<unknown>) => sql`
    select ${sql.lit(place)} as place, i.municipality_id, i.entity, i.record_id, i.kind, i.slug, i.name, i.summary, i.summary_en, i.facets, i.latitude, i.longitude, i.assured_date, i.stale_on, i.detail
    from directory_index i where i.municipality_id = (select ctx.municipality()) and i.entity = any (${entities}::text[]) and i.state = 'published' and ${age} and ${before} order by i.name, i.record_id limit ${upto}`
  const answer = await sql<{ lines: Line[] | null; today: string; moment: Date }>`
    with lately as materialized (${part(1, sql`(i.stale_on is null or i.stale_on > (select ctx.today()))`, sql`true`)}),
      old as materialized (${part(2, sql`i.stale_on <= (select ctx.today()) and i.assured_date is not null`, sql`(select count(*) from lately) < ${upto}`)}),
      never as materialized (${part(3, sql`i.stale_on <= (select ctx.today()) and i.assured_date is null`, sql`(select count(*) from lately) + (select count(*) from old) < ${upto}`)}),
      page as (select * from (select * from lately union all select * from old union all select * from never) h order by place, name, record_id limit ${limit} offset ${offset})
    select ${itIs}, (select json_agg(${lineOf(sql`null`, sql`'[]'::json`, entities.includes('contact'))} order by h.place, h.name, h.record_id) from page h) as lines`.execute(db)
  return answer.rows.flatMap(hitsOf)
}

/** Words that begin as typed. */
export async function suggest({ db, last = (it) => it }: Pick<Asking, 'db' | 'last'>, begun: string): Promise<string[]> {
  const [words, names] = await last(Promise.all([
    sql<{ word: string }>`select ctx.suggest_words(${begun}) as word`.execute(db),
    sql<{ name: string }>`select ctx.suggest_names(${begun}) as name`.execute(db),
  ]))
  return [...new Set([...names.rows.map((it) => it.name), ...words.rows.map((it) => it.word)])].slice(0, 8)
}
