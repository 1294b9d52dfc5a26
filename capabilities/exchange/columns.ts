import { columnOf, type EntityName, graph } from './graph.ts'
import { slugOf } from './identity.ts'
import { isOwn, ownColumn, ownColumns } from './ownColumns.ts'
import type { ReadyRecord } from './checking.ts'

/** In this order records can be written, each after what it points at. Taking back goes the other way. */
export const writingOrder: readonly EntityName[] = [
  'taxonomy', 'taxonomy_term', 'organization', 'program', 'location', 'address', 'service', 'service_at_location', 'contact', 'phone', 'schedule', 'language', 'cost_option', 'required_document', 'service_area', 'accessibility', 'funding',
  'organization_identifier', 'attribute', 'metadata',
]

/** Kept apart from the record it came with, or our own to say. */
const notColumns = new Set(['id', 'assurer_email', 'last_modified'])

// What a new record has when the source says nothing of it.
const defaults: Partial<Record<EntityName, Readonly<Record<string, unknown>>>> = {
  service: { status: 'active' }, location: { location_type: 'physical' }, address: { state_province: 'Utrecht', country: 'NL', address_type: 'physical' }, phone: { type: 'voice' },
  schedule: { timezone: 'Europe/Amsterdam' }, cost_option: { currency: 'EUR' },
}
const beside: Partial<Record<EntityName, readonly string[]>> = { service: ['slug'], organization: ['slug'], taxonomy: ['key'], taxonomy_term: ['slug'] }

/** The columns of a kind of record that a source can fill. */
export const sourceColumns = (entity: EntityName): readonly string[] => [
  ...new Set([...graph[entity].fields.filter((field) => !notColumns.has(field)).map((field) => columnOf(entity, field)), ...Object.values(ownColumns[entity] ?? {}).flatMap(({ column, beside }) => (beside ? [] : [column]))]),
]

/** The columns of a new record: those, and the ones that only we need. */
export const newColumns = (entity: EntityName): readonly string[] => [...new Set([...sourceColumns(entity), ...(beside[entity] ?? [])])]

/** What the source says, by our columns. */
export const afterOf = ({ entity, after }: ReadyRecord): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(after).flatMap(([field, value]) => {
      const own = ownColumn(entity, field)
      return notColumns.has(field) || own?.beside ? [] : [[own?.column ?? columnOf(entity, field), value]]
    }),
  )

/** What a new record gets beside it, and what of it stands in another table. */
export function madeOf({ entity, id, after }: ReadyRecord): Record<string, unknown> {
  const slug = slugOf(String(after.name ?? ''), id)
  const names = entity === 'service' || entity === 'organization' || entity === 'taxonomy_term' ? { slug } : entity === 'taxonomy' ? { key: slug } : {}
  const kindOfNumber = entity === 'organization_identifier' && after.identifier_type === undefined ? { identifier_type: String(after.identifier_scheme ?? 'identifier') } : {}
  const missing = Object.fromEntries(Object.values(ownColumns[entity] ?? {}).flatMap((own) => (own.missing === undefined ? [] : [[own.column, own.missing]])))
  return { ...missing, ...defaults[entity], ...names, ...kindOfNumber, ...partsOf(entity, after) }
}

/** What goes into another table: who looks after an entry, and what only one kind of service has. */
function partsOf(entity: EntityName, after: ReadyRecord['after']): Record<string, unknown> {
  const parts: Record<string, Record<string, unknown>> = {}
  const put = (part: string, column: string, value: unknown) => {
    parts[part] = { ...parts[part], [column]: value }
  }
  for (const [field, value] of Object.entries(after)) {
    const own = isOwn(field) ? ownColumn(entity, field) : undefined
    if (own?.beside) put(own.beside, own.column, value)
  }
  const email = after.assurer_email ?? after.schakelbord_owner_email
  if (typeof email === 'string') put('care', 'owner_email', email.toLowerCase())
  return parts
}
