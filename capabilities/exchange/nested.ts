import { type EntityName, graph } from './graph.ts'

/** How much of an object is wanted. `plain` is its own fields; `listed` also what hangs above it; `whole` everything below it too, but for terms and history (see terms.ts). */
export type Depth = 'plain' | 'listed' | 'whole'

const literal = (word: string): string => `'${word.replaceAll("'", "''")}'`

/** A row of `table` that hangs on another travels without the id that points back: the nesting says it already. */
function fieldsOf(name: EntityName, alias: string, without: readonly string[]): string[] {
  const { fields, columns = {} } = graph[name]
  return fields.filter((field) => !without.includes(field)).flatMap((field) => [literal(field), (columns[field] ?? `x.${field}`).replaceAll('x.', `${alias}.`)])
}

const order = (name: EntityName, alias: string): string => (graph[name].order ?? 'x.id').replaceAll('x.', `${alias}.`)

function below(name: EntityName, alias: string, by: string, owner: string, level: number): string {
  const inside = `${alias}_${level}`
  const backwards = [by, ...(name === 'contact' || name === 'phone' || name === 'schedule' || name === 'language' || name === 'funding' ? ['service_id', 'location_id', 'organization_id', 'contact_id', 'service_at_location_id', 'phone_id'] : [])]
  return `(select json_agg(${objectOf(name, inside, 'whole', backwards, level + 1)} order by ${order(name, inside)}) from ${graph[name].table} ${inside} where ${inside}.municipality_id = ${owner}.municipality_id and ${inside}.${by} = ${owner}.id)`
}

/** PostgreSQL takes no more than a hundred arguments, so an object is made of pieces. */
export function built(pairs: readonly string[]): string {
  const pieces: string[] = []
  for (let at = 0; at < pairs.length; at += 80) pieces.push(`jsonb_build_object(${pairs.slice(at, at + 80).join(', ')})`)
  return pieces.join(' || ')
}

/**
 * The expression that makes one object of the standard from a row, in SQL. Names come from the graph alone, never from a request.
 *
 * @param alias    name of the row in the query around it
 * @param without  fields that the nesting makes superfluous
 */
export function objectOf(name: EntityName, alias: string, depth: Depth, without: readonly string[] = [], level = 0): string {
  const { one = {}, many = {} } = graph[name]
  const pairs = fieldsOf(name, alias, depth === 'plain' ? without : [...without, ...(depth === 'whole' ? Object.values(one).map(({ by }) => by) : [])])
  if (depth !== 'plain') {
    for (const [key, { entity, by }] of Object.entries(one)) {
      const inside = `u_${level}_${key}`
      // What hangs above comes whole where the standard wants it whole: a place of a service, not the organisation with all its own.
      const whole = depth === 'whole' && entity === 'location'
      pairs.push(literal(key), `(select ${objectOf(entity, inside, whole ? 'whole' : entity === 'taxonomy_term' ? 'listed' : 'plain', [], level + 1)} from ${graph[entity].table} ${inside} where ${inside}.municipality_id = ${alias}.municipality_id and ${inside}.id = ${alias}.${by})`)
    }
  }
  if (depth === 'whole') {
    for (const [key, { entity, by }] of Object.entries(many)) pairs.push(literal(key), below(entity, `${entity[0]}${entity.length}`, by, alias, level))
  }
  return `jsonb_strip_nulls(${built(pairs)})`
}
