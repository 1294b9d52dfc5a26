import { carriesTerms, type EntityName, graph } from './graph.ts'
import type { Remark, SourceRecord } from './record.ts'
import { ownColumn } from './ownColumns.ts'
import { linesOf, textOf } from './table.ts'
import { unzipped } from './unzip.ts'
import { Unreadable } from './unreadable.ts'
import { besideLists } from './wholeBeside.ts'

/** Each kind of record with the file in which the tabular form of the standard keeps it. */
export const packageFiles: Readonly<Record<EntityName, string>> = {
  service: 'services.csv', organization: 'organizations.csv', program: 'programs.csv', location: 'locations.csv', address: 'addresses.csv', service_at_location: 'service_at_location.csv', contact: 'contacts.csv', phone: 'phones.csv',
  schedule: 'schedules.csv', language: 'languages.csv', cost_option: 'cost_options.csv', required_document: 'required_documents.csv', service_area: 'service_areas.csv', accessibility: 'accessibility.csv', funding: 'funding.csv',
  organization_identifier: 'organization_identifiers.csv', taxonomy: 'taxonomies.csv', taxonomy_term: 'taxonomy_terms.csv', attribute: 'attributes.csv', metadata: 'metadata.csv',
}

const nameOf = (path: string): string => path.split('/').at(-1)?.toLowerCase() ?? ''
const kinds = Object.entries(packageFiles) as [EntityName, string][]
// Some call their files by the name of the table, some in the plural, some not.
const kindOf = (word: string): EntityName | undefined => kinds.find(([entity, file]) => [entity, `${entity}s`, file.replace('.csv', '')].includes(nameOf(word).replace(/\.csv$/, '')))?.[0]

/** What the description of a package says of its files: which is which. */
function described(bytes: Uint8Array | undefined): Map<string, EntityName> {
  if (!bytes) return new Map()
  try {
    const { resources } = JSON.parse(textOf(bytes).replace(/^\uFEFF/, '')) as { resources?: { name?: unknown; path?: unknown }[] }
    return new Map((Array.isArray(resources) ? resources : []).flatMap((it) => {
      const kind = kindOf(String(it.name ?? ''))
      return kind && typeof it.path === 'string' ? [[nameOf(it.path), kind] as const] : []
    }))
  } catch {
    throw new Unreadable('not-json')
  }
}

/** The records of a tabular data package of the standard: a zip with a list for each kind. @throws Unreadable */
export async function fromPackage(bytes: Uint8Array): Promise<{ records: SourceRecord[]; remarks: Remark[] }> {
  const remarks: Remark[] = []
  const notRead = (path: string, reason: Remark['reason']) => remarks.push({ kind: 'refused', entity: 'metadata', identifier: '', path: nameOf(path), field: null, reason })
  const files = unzipped(bytes, (name) => {
    if (!/\.csv$|(^|\/)datapackage\.json$/i.test(name) || name.startsWith('__MACOSX')) return false
    const toRead = besideLists[nameOf(name)] !== undefined
    if (toRead) notRead(name, 'only-to-read')
    return !toRead
  })
  const description = [...files].find(([name]) => nameOf(name) === 'datapackage.json')?.[1]
  const known = described(description)
  const records: SourceRecord[] = []
  let found = 0
  for (const [path, content] of files) {
    const entity = known.get(nameOf(path)) ?? (/\.csv$/i.test(path) ? kindOf(path) : undefined)
    if (!entity) {
      if (/\.csv$/i.test(path)) notRead(path, 'unknown-list')
      continue
    }
    found++
    const [head = [], ...lines] = await linesOf(textOf(content))
    const isKnown = (name: string): boolean => graph[entity].fields.includes(name) || ownColumn(entity, name) !== undefined || name === 'link_entity' || name === 'resource_type'
    for (const [index, line] of lines.entries()) {
      const own: Record<string, string> = {}
      const beside: Record<string, string> = {}
      for (const [at, field] of head.entries()) if (field && line[at]) (isKnown(field) ? own : beside)[field] = line[at]
      const { id = `${nameOf(path)} ${index + 2}`, ...rest } = own
      records.push({ entity, identifier: id, path: `${nameOf(path)} regel ${index + 2}`, fields: rest, ...(Object.keys(beside).length > 0 && { beside }) })
    }
  }
  if (found === 0) throw new Unreadable('not-package')
  return { records: records.map(linkedBy(records)), remarks }
}

/** The profile for the United Kingdom does not say on which kind of record a term hangs: the package tells, where one kind only has this id. */
function linkedBy(records: readonly SourceRecord[]): (it: SourceRecord) => SourceRecord {
  const kindsOf = new Map<string, Set<EntityName>>()
  for (const { entity, identifier } of records) if (carriesTerms(entity)) kindsOf.set(identifier, (kindsOf.get(identifier) ?? new Set()).add(entity))
  return (it) => {
    const [kind, other] = it.entity === 'attribute' && it.fields.link_entity === undefined ? (kindsOf.get(String(it.fields.link_id)) ?? []) : []
    return kind && !other ? { ...it, fields: { ...it.fields, link_entity: kind } } : it
  }
}
