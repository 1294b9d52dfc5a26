import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import type { Hours } from './hours.ts'
import type { Hit } from './search.ts'

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

/** What the index keeps of it, whatever the day. A closure without days is one until further notice. */
type KeptDetail = Omit<Detail, 'hours' | 'closed' | 'light'> & {
  closure: { from: string | null; until: string | null } | null
  light: { light: NonNullable<Detail['light']>; /** with its offset */ updated: string } | null
  hours: readonly (Hours & { validTo: string | null })[]
}

/** The `Detail` of a service on this day, of what the index keeps; null for anything else. */
function detailOn(kept: KeptDetail | null, today: string, moment: Date): Detail | null {
  if (!kept) return null
  const { closure, light, hours, ...same } = kept
  return {
    ...same,
    hours: hours.filter(({ validTo }) => validTo === null || validTo >= today),
    closed: closure !== null && (closure.from ?? today) <= today && (closure.until ?? today) >= today,
    light: light && moment.getTime() - Date.parse(light.updated) < lightLasts * 86_400_000 ? light.light : null,
  }
}

const phoneOf = sql`(select p.number from phones p where h.entity = 'contact' and p.municipality_id = h.municipality_id and p.contact_id = h.record_id order by p.position limit 1)`

/** A row as the database tells it. */
export type Line = readonly [
  entity: Hit['entity'], id: string, kind: string, slug: string | null, name: string, summary: string | null, summaryEn: string | null, facets: readonly string[], latitude: number | null, longitude: number | null,
  assuredDate: string | null, staleOn: string | null, metres: number | null, where: Hit['where'], detail: KeptDetail | null, phone: string | null,
]

/**
 * A row `h` of the index as a `Line`. The row as it is: to make more of it here costs several times what it costs to read.
 * @param people  there may be people to call among them, whose first number is looked up
 */
export const lineOf = (metres: RawBuilder<unknown>, where: RawBuilder<unknown>, people: boolean) => sql`json_build_array(h.entity, h.record_id, h.kind, h.slug, h.name, h.summary, h.summary_en, h.facets, h.latitude, h.longitude, h.assured_date, h.stale_on, ${metres}, ${where}, h.detail, ${people ? phoneOf : sql`null`})`

/** When it is: for `hitsOf`. */
export const itIs = sql`(select ctx.today())::text as today, (select ctx.moment()) as moment`

/** Lines as hits, on the day and at the moment that `itIs` told with them. */
export const hitsOf = ({ lines, today, moment }: { lines: readonly Line[] | null; today: string; moment: Date }): Hit[] =>
  (lines ?? []).map(([entity, id, kind, slug, name, summary, summaryEn, facets, latitude, longitude, assuredDate, staleOn, metres, where, detail, phone]) => (
    { entity, id, kind, slug, name, summary, summaryEn, facets, latitude, longitude, assuredDate, staleOn, metres, where, detail: detailOn(detail, today, moment), phone }))

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
