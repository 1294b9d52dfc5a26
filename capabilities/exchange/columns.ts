import { columnOf, type EntityName, graph } from './graph.ts'
import { slugOf } from './identity.ts'
import type { ReadyRecord } from './checking.ts'

/** In this order records can be written, each after what it points at. Taking back goes the other way. */
export const writingOrder: readonly EntityName[] = [
  'taxonomy', 'taxonomy_term', 'organization', 'program', 'location', 'address', 'service', 'service_at_location', 'contact', 'phone', 'schedule', 'language', 'cost_option', 'required_document', 'service_area', 'accessibility', 'funding',
  'organization_identifier', 'attribute', 'metadata',
]

/** Kept apart from the record it came with, or our own to say. */
const notColumns = new Set(['id', 'assurer_email', 'last_modified'])

// What a new record has when the source says nothing of it. What an open directory tells about people to call is meant for everybody.
const defaults: Partial<Record<EntityName, Readonly<Record<string, unknown>>>> = {
  service: { status: 'active' }, location: { location_type: 'physical' }, address: { state_province: 'Utrecht', country: 'NL', address_type: 'physical' }, contact: { visibility: 'public' }, phone: { type: 'voice' },
  schedule: { timezone: 'Europe/Amsterdam' }, cost_option: { currency: 'EUR' }, service_area: { reach: 'region' },
}
const beside: Partial<Record<EntityName, readonly string[]>> = { service: ['slug'], organization: ['slug'], taxonomy: ['key'], taxonomy_term: ['slug'], contact: ['visibility'], service_area: ['reach'] }

/** The columns of a kind of record that a source can fill. */
export const sourceColumns = (entity: EntityName): readonly string[] => graph[entity].fields.filter((field) => !notColumns.has(field)).map((field) => columnOf(entity, field))

/** The columns of a new record: those, and the ones that only we need. */
export const newColumns = (entity: EntityName): readonly string[] => [...sourceColumns(entity), ...(beside[entity] ?? [])]

/** What the source says, by our columns. */
export const afterOf = ({ entity, after }: ReadyRecord): Record<string, unknown> =>
  Object.fromEntries(Object.entries(after).filter(([field]) => !notColumns.has(field)).map(([field, value]) => [columnOf(entity, field), value]))

/** What a new record gets beside it, among which the address to ask whether it is still right. */
export function madeOf({ entity, id, after }: ReadyRecord): Record<string, unknown> {
  const slug = slugOf(String(after.name ?? ''), id)
  const names = entity === 'service' || entity === 'organization' || entity === 'taxonomy_term' ? { slug } : entity === 'taxonomy' ? { key: slug } : {}
  const kindOfNumber = entity === 'organization_identifier' && after.identifier_type === undefined ? { identifier_type: String(after.identifier_scheme ?? 'identifier') } : {}
  return { ...defaults[entity], ...names, ...kindOfNumber, ...(after.assurer_email !== undefined && { assurer_email: String(after.assurer_email).toLowerCase() }) }
}
