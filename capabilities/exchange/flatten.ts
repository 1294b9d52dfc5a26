import { carriesTerms, type EntityName, graph } from './graph.ts'
import type { Reason, Remark, SourceRecord } from './record.ts'
import { cleaned } from './values.ts'

type Parent = { by: string; identifier: string }
type Sink = { records: SourceRecord[]; remarks: Remark[] }

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)
const properWord = /^\w[\w -]{0,60}$/
const wordOf = (value: unknown): string => (typeof value === 'string' ? cleaned(value).value : typeof value === 'number' ? String(value) : '')

/** A name for an object that has none: what it hangs on and where. The same place in the same source gives the same name. */
const unnamed = (parent: Parent | null, path: string): string => `${parent?.identifier ?? ''} ${path.split('.').at(-1)}`

function taken(sink: Sink, entity: EntityName, value: unknown, path: string, parent: Parent | null, fields: Record<string, unknown> = {}): string | null {
  if (!isObject(value)) {
    sink.remarks.push({ kind: 'refused', entity, identifier: '', path, field: null, reason: 'not-an-object' satisfies Reason })
    return null
  }
  const { fields: known, one = {}, many = {} } = graph[entity]
  const identifier = wordOf(value.id) || unnamed(parent, path)
  const own: Record<string, unknown> = {}
  for (const name of known) if (name !== 'id' && value[name] !== undefined && value[name] !== null && value[name] !== '') own[name] = value[name]
  const beside = Object.fromEntries(Object.entries(value).filter(([name, it]) => !isKnown(entity, name) && it !== null && it !== ''))
  const loose = carriesTerms(entity) ? termless(value.attributes) : []
  if (loose.length > 0) beside.attributes = loose
  for (const [key, { entity: above, by }] of Object.entries(one)) {
    if (isObject(value[key])) own[by] = taken(sink, above, value[key], `${path}.${key}`, null, programOf(entity, key, own)) ?? own[by]
  }
  // Where it stands says more than what it says of itself.
  const overruled = Object.fromEntries(Object.entries(fields).filter(([name, held]) => properWord.test(wordOf(value[name])) && value[name] !== held).map(([name, held]) => [name, { said: value[name], held: String(held) }]))
  Object.assign(own, fields)
  if (parent) own[parent.by] = parent.identifier
  sink.records.push({ entity, identifier, path, fields: own, ...(Object.keys(beside).length > 0 && { beside }), ...(Object.keys(overruled).length > 0 && { overruled }) })
  const below = (key: string, child: EntityName, link: Parent | null, more: Record<string, unknown> = {}) => {
    const list = value[key]
    if (list === undefined || list === null) return
    if (!Array.isArray(list)) sink.remarks.push({ kind: 'refused', entity: child, identifier: '', path: `${path}.${key}`, field: null, reason: 'not-an-object' })
    else for (const [index, it] of list.entries()) if (!loose.includes(it)) taken(sink, child, it, `${path}.${key}[${index}]`, link, more)
  }
  for (const [key, { entity: child, by }] of Object.entries(many)) below(key, child, { by, identifier })
  if (entity === 'taxonomy') below('taxonomy_terms', 'taxonomy_term', { by: 'taxonomy_id', identifier })
  if (entity === 'organization') below('services', 'service', { by: 'organization_id', identifier })
  if (carriesTerms(entity)) below('attributes', 'attribute', { by: 'link_id', identifier }, { link_entity: entity })
  if (entity !== 'metadata') below('metadata', 'metadata', { by: 'resource_id', identifier }, { resource_type: entity })
  return identifier
}

/** Is this a field or a list that we read? */
function isKnown(entity: EntityName, name: string): boolean {
  const { fields, one = {}, many = {} } = graph[entity]
  return fields.includes(name) || name in one || name in many || alsoRead.has(`${entity} ${name}`) || name === 'metadata' || (name === 'attributes' && carriesTerms(entity))
}
const alsoRead = new Set(['organization services', 'taxonomy taxonomy_terms', 'service_at_location service', 'attribute link_entity'])

/** Attributes that name no term: the profile for the United Kingdom has them with a label. They say something of the object alone, so they stay with it. */
const termless = (attributes: unknown): unknown[] => (Array.isArray(attributes) ? attributes.filter((it) => isObject(it) && it.taxonomy_term === undefined && it.taxonomy_term_id === undefined) : [])

/** A programme of a service is one of its organisation, also where the standard leaves that out. */
const programOf = (entity: EntityName, key: string, { organization_id }: Readonly<Record<string, unknown>>): Record<string, unknown> => (entity === 'service' && key === 'program' && typeof organization_id === 'string' ? { organization_id } : {})

/** What a nested object is, when nothing else tells. */
function kindOf(value: unknown): EntityName {
  if (!isObject(value)) return 'service'
  if ('location' in value && 'service' in value) return 'service_at_location'
  if ('taxonomy_detail' in value || 'taxonomy_id' in value || 'parent_id' in value) return 'taxonomy_term'
  if ('status' in value || 'organization' in value || 'service_at_locations' in value || 'organization_id' in value) return 'service'
  if ('website' in value || 'organization_identifiers' in value || 'services' in value || 'legal_status' in value) return 'organization'
  return 'version' in value && !('status' in value) ? 'taxonomy' : 'service'
}

/**
 * Takes nested HSDS apart: one object, a list, a page of a list, or an object with a list for each kind.
 * Nothing is checked here but that objects stand where objects belong.
 */
export function flattened(source: unknown): Sink {
  const sink: Sink = { records: [], remarks: [] }
  const whole = (value: unknown, path: string, kind = kindOf(value)) => {
    taken(sink, kind, value, path, null)
    if (kind === 'service_at_location' && isObject(value) && isObject(value.service)) {
      const identifier = taken(sink, 'service', value.service, `${path}.service`, null)
      const at = sink.records.findIndex((it) => it.path === path)
      const found = sink.records[at]
      if (found && identifier) sink.records[at] = { ...found, fields: { ...found.fields, service_id: identifier } }
    }
  }
  const lists = { services: 'service', organizations: 'organization', service_at_locations: 'service_at_location', locations: 'location', taxonomies: 'taxonomy', taxonomy_terms: 'taxonomy_term' } as const
  if (Array.isArray(source)) for (const [index, it] of source.entries()) whole(it, `$[${index}]`)
  else if (isObject(source) && Array.isArray(source.contents)) for (const [index, it] of source.contents.entries()) whole(it, `$.contents[${index}]`)
  else if (isObject(source) && !('id' in source) && Object.keys(lists).some((key) => Array.isArray(source[key]))) {
    for (const [key, kind] of Object.entries(lists)) if (Array.isArray(source[key])) for (const [index, it] of source[key].entries()) whole(it, `$.${key}[${index}]`, kind)
  } else whole(source, '$')
  return sink
}
