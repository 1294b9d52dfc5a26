import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import type { Asked, ListName } from './asked.ts'
import { conditions } from './conditions.ts'
import { contentsIn } from './envelope.ts'
import { type EntityName, graph } from './graph.ts'
import { objectOf } from './nested.ts'
import { withTerms } from './terms.ts'

const entityOf = { services: 'service', organizations: 'organization', service_at_locations: 'service_at_location', taxonomies: 'taxonomy', taxonomy_terms: 'taxonomy_term' } as const satisfies Record<ListName, EntityName>

/** The services of an organisation: only their ids, or whole. */
const servicesOf = (whole: boolean): string =>
  `(select jsonb_agg(${whole ? objectOf('service', 's_of', 'whole', ['organization_id']) : "jsonb_build_object('id', s_of.id, 'name', s_of.name, 'status', s_of.status)"} order by s_of.name, s_of.id) from services s_of where s_of.municipality_id = x.municipality_id and s_of.organization_id = x.id)`

/** A place of a service with its service beside it, as the standard lists them. */
const withService = (whole: boolean): string => `(select ${objectOf('service', 's_at', whole ? 'whole' : 'listed')} from services s_at where s_at.municipality_id = x.municipality_id and s_at.id = x.service_id)`

/** The terms of a taxonomy, as the profile for the United Kingdom lists them below it. */
const termsOf = `(select jsonb_agg(${objectOf('taxonomy_term', 't_of', 'plain', ['taxonomy_id'])} order by t_of.position, t_of.name, t_of.id) from taxonomy_terms t_of where t_of.municipality_id = x.municipality_id and t_of.taxonomy_id = x.id)`

const shapes = {
  services: { plain: objectOf('service', 'x', 'listed'), full: objectOf('service', 'x', 'whole'), minimal: "jsonb_build_object('id', x.id, 'last_modified', x.last_modified, 'modified_date', x.last_modified)" },
  organizations: {
    plain: objectOf('organization', 'x', 'plain'),
    full: `jsonb_strip_nulls(${objectOf('organization', 'x', 'whole')} || jsonb_build_object('services', ${servicesOf(false)}))`,
    fullService: `jsonb_strip_nulls(${objectOf('organization', 'x', 'whole')} || jsonb_build_object('services', ${servicesOf(true)}))`,
  },
  service_at_locations: {
    plain: `jsonb_strip_nulls(${objectOf('service_at_location', 'x', 'listed')} || jsonb_build_object('service', ${withService(false)}))`,
    full: `jsonb_strip_nulls(${objectOf('service_at_location', 'x', 'whole')} || jsonb_build_object('service', ${withService(true)}))`,
  },
  taxonomies: { plain: objectOf('taxonomy', 'x', 'plain'), full: `jsonb_strip_nulls(${objectOf('taxonomy', 'x', 'plain')} || jsonb_build_object('taxonomy_terms', ${termsOf}))` },
  taxonomy_terms: { plain: objectOf('taxonomy_term', 'x', 'listed'), full: objectOf('taxonomy_term', 'x', 'listed') },
} as const

type Shape = { sql: string; whole: boolean }

function shapeOf<L extends ListName>(list: L, it: Asked[L]): Shape {
  const wants = it as { full?: boolean; full_service?: boolean; minimal?: boolean }
  const shape = shapes[list] as { plain: string; full?: string; fullService?: string; minimal?: string }
  if (wants.minimal && shape.minimal) return { sql: shape.minimal, whole: false }
  if (wants.full_service && shape.fullService) return { sql: shape.fullService, whole: true }
  return wants.full && shape.full ? { sql: shape.full, whole: true } : { sql: shape.plain, whole: false }
}

const all = (parts: readonly RawBuilder<unknown>[]): RawBuilder<unknown> => sql.join([sql`x.municipality_id = (select ctx.municipality())`, ...parts], sql` and `)
const from = (list: ListName): RawBuilder<unknown> => sql`${sql.table(graph[entityOf[list]].table)} x`
const ordered = (list: ListName): RawBuilder<unknown> => sql.raw(graph[entityOf[list]].order ?? 'x.id')

type Json = Record<string, unknown>

/** Under which name the number of all that answers a question is kept: whatever the page. */
export function totalName<L extends ListName>(list: L, it: Asked[L]): string {
  const { page: _page, per_page: _perPage, format: _format, full: _full, ...question } = it as Record<string, unknown>
  return `${list} ${JSON.stringify(question)}`
}

/** Is a page of this made into text by the database, from questions that are asked in one go? */
export const isPlain = <L extends ListName>(list: L, it: Asked[L]): boolean => !shapeOf(list, it).whole

/**
 * One page of a list. Plain objects are made into text by the database and leave as they are; whole ones get their terms first.
 *
 * @param total  of all, where it is known
 */
export async function pageOf<L extends ListName>(db: Db, list: L, it: Asked[L], total: number | undefined): Promise<{ text: string; total: number }> {
  const where = all(conditions[list](it))
  const minimal = (it as { minimal?: boolean }).minimal === true
  const shape = shapeOf(list, it)
  // Objects are made of the rows of the page only, and not of those that are passed over.
  const rows = sql`select x.* from ${from(list)} where ${where} order by ${ordered(list)} ${minimal ? sql`` : sql`limit ${it.per_page} offset ${(it.page - 1) * it.per_page}`}`
  const page = sql`select ${sql.raw(shape.sql)} as object from (${rows}) x order by ${ordered(list)}`
  const counting = total ?? sql<{ total: number }>`select count(*) as total from ${from(list)} where ${where}`.execute(db).then((counted) => counted.rows[0]?.total ?? 0)
  const [found, contents] = await Promise.all([counting, shape.whole ? wholeOf(db, list, page) : textOf(db, page)])
  return { text: contentsIn(it, found, contents), total: found }
}

async function textOf(db: Db, page: RawBuilder<unknown>): Promise<string> {
  const { rows } = await sql<{ contents: string }>`select coalesce(json_agg(page.object), '[]')::text as contents from (${page}) page`.execute(db)
  return rows[0]?.contents ?? '[]'
}

async function wholeOf(db: Db, list: ListName, page: RawBuilder<unknown>): Promise<string> {
  const { rows } = await sql<{ object: Json }>`${page}`.execute(db)
  const objects = rows.map(({ object }) => object)
  await withTerms(db, entityOf[list], objects)
  return JSON.stringify(objects)
}

/** Objects of a list after one id, in order of id, each a line of text. For reading everything in pieces. */
export async function linesAfter<L extends ListName>(db: Db, list: L, it: Asked[L], after: string | null, most: number): Promise<{ lines: string; last: string | null }> {
  const where = all([...conditions[list](it), ...(after ? [sql`x.id > ${after}`] : [])])
  const shape = shapeOf(list, it)
  const { rows } = await sql<{ id: string; object: Json }>`select x.id, ${sql.raw(shape.sql)} as object from ${from(list)} where ${where} order by x.id limit ${most}`.execute(db)
  if (shape.whole) await withTerms(db, entityOf[list], rows.map(({ object }) => object))
  return { lines: rows.map(({ object }) => `${JSON.stringify(object)}\n`).join(''), last: rows.length === most ? (rows.at(-1)?.id ?? null) : null }
}

/** One object with everything below it; undefined when nobody may see it or nothing has this id. */
async function wholeObject(db: Db, list: ListName, id: string, fullService: boolean): Promise<Json | undefined> {
  const shape = shapeOf(list, { full: true, full_service: fullService } as unknown as Asked[ListName])
  const { rows } = await sql<{ object: Json }>`select ${sql.raw(shape.sql)} as object from ${from(list)} where x.municipality_id = (select ctx.municipality()) and x.id = ${id}`.execute(db)
  const object = rows[0]?.object
  if (object && shape.whole) await withTerms(db, entityOf[list], [object])
  return object
}

/** One object as text. A service, also at a place, comes with its whole organisation, which in lists would be told again and again. */
export async function oneOf(db: Db, list: ListName, id: string, fullService = false): Promise<string | undefined> {
  const object = await wholeObject(db, list, id, fullService)
  if (!object) return undefined
  const service = list === 'services' ? object : list === 'service_at_locations' ? (object.service as Json | undefined) : undefined
  const above = (service?.organization as { id?: string } | undefined)?.id
  if (service && above) {
    const { services: _services, ...organization } = (await wholeObject(db, 'organizations', above, false)) ?? {}
    service.organization = organization
  }
  return JSON.stringify(object)
}
