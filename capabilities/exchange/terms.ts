import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { carriesTerms, type EntityName, graph } from './graph.ts'
import { objectOf } from './nested.ts'
import { withSaid } from './said.ts'
import { saidOf } from './saidKept.ts'

type Json = Record<string, unknown> & { id?: string }
type Found = { entity: EntityName; object: Json }

/** Every object in a whole one, with what it is. */
function objectsIn(entity: EntityName, object: Json): Found[] {
  const { one = {}, many = {} } = graph[entity]
  const links = { ...one, ...many, ...(entity !== 'attribute' && entity !== 'metadata' && { metadata: { entity: 'metadata' as const } }), ...(carriesTerms(entity) && { attributes: { entity: 'attribute' as const } }), ...(entity === 'taxonomy' && { taxonomy_terms: { entity: 'taxonomy_term' as const } }), ...(entity === 'organization' && { services: { entity: 'service' as const } }), ...(entity === 'service_at_location' && { service: { entity: 'service' as const } }) }
  return [{ entity, object }, ...Object.entries(links).flatMap(([key, link]) => [object[key] ?? []].flat().flatMap((it) => objectsIn(link.entity, it as Json)))]
}

const byOwner = (rows: readonly { owner: string; objects: Json[] }[]): Map<string, Json[]> => new Map(rows.map(({ owner, objects }) => [owner, objects]))

/** Gives whole objects their terms, the history of their fields, and what their sources said beside, wherever in them they belong: three queries for all together. */
export async function withTerms(db: Db, entity: EntityName, objects: readonly Json[]): Promise<void> {
  const found = objects.flatMap((object) => objectsIn(entity, object))
  const ids = [...new Set(found.flatMap(({ object }) => object.id ?? []))]
  const [terms, history] = await Promise.all([
    sql<{ owner: string; objects: Json[] }>`select x.link_entity || ' ' || x.link_id as owner, jsonb_agg(${sql.raw(objectOf('attribute', 'x', 'listed', ['taxonomy_term_id']))} order by x.id) as objects
      from attributes x where x.municipality_id = (select ctx.municipality()) and x.link_id = any(${ids}::uuid[]) group by x.link_entity, x.link_id`.execute(db),
    sql<{ owner: string; objects: Json[] }>`select x.resource_id::text as owner, jsonb_agg(${sql.raw(objectOf('metadata', 'x', 'plain'))} order by x.last_action_date, x.id) as objects
      from metadata x where x.municipality_id = (select ctx.municipality()) and x.resource_id = any(${ids}::uuid[]) group by x.resource_id`.execute(db),
  ])
  const [termsOf, historyOf] = [byOwner(terms.rows), byOwner(history.rows)]
  for (const { entity: name, object } of found) {
    const own = carriesTerms(name) ? termsOf.get(`${name} ${object.id}`) : undefined
    if (own) object.attributes = own
    const changes = historyOf.get(object.id ?? '')
    if (changes) object.metadata = changes
  }
  const whole = objects.flatMap((object) => objectsIn(entity, object))
  const said = await saidOf(db, [...new Set(whole.flatMap(({ object }) => object.id ?? []))])
  for (const { entity: name, object } of whole) withSaid(object, said.get(`${name} ${object.id}`) ?? {})
}
