import { say } from '../../platform/texts.ts'
import { factTexts } from './factTexts.ts'
import { keepTexts } from './keepTexts.ts'
import { ownKindTexts } from './ownKindTexts.ts'
import { partTexts } from './partTexts.ts'

type Rows = Record<string, Record<string, unknown>[] | undefined>
const roots = ['services', 'organizations']
// What changes by itself, or is no matter for a reader.
const silent = new Set(['version', 'last_modified', 'stale_on', 'hide_on', 'municipality_id', 'id', 'slug', 'created_on', 'assured_by', 'assured_how', 'wait_time_on'])
const shown: Record<string, { nl: string; en: string }> = {
  name: factTexts.name, summary: factTexts.summary, description: factTexts.description, for_whom: factTexts.forWhom, minimum_age: factTexts.minimumAge, maximum_age: factTexts.maximumAge, application_process: factTexts.applicationProcess,
  registration: factTexts.registration, referral: factTexts.referral, indication: factTexts.indication, wait_time: factTexts.waitTime, email: factTexts.email, url: factTexts.url, website: factTexts.url, alert: factTexts.alert,
  state: keepTexts.state, visibility: keepTexts.visibility, publish_on: keepTexts.publishOn, expire_on: keepTexts.expireOn, closed_from: keepTexts.closedFrom, closed_until: keepTexts.closedUntil, closed_note: keepTexts.closedNote,
  organization_id: keepTexts.organization, program_id: keepTexts.program, parent_organization_id: keepTexts.parent, members_count: keepTexts.members, assured_date: keepTexts.confirmTitle,
  schedules: factTexts.hours, phones: factTexts.phone, cost_options: factTexts.cost, service_areas: keepTexts.reach, service_at_locations: keepTexts.place, languages: keepTexts.languages, attributes: keepTexts.sortTitle,
  contact_persons: partTexts.contacts, locations: partTexts.places, addresses: partTexts.street, accessibilities: ownKindTexts.openTitle, required_documents: ownKindTexts.documents, fundings: ownKindTexts.funding, projects: ownKindTexts.projectTitle, project_partners: ownKindTexts.partners, housings: ownKindTexts.housingTitle, schemes: ownKindTexts.schemeTitle,
  eligibility_description: ownKindTexts.eligibility, host: ownKindTexts.host, companion: ownKindTexts.companion, pickup: ownKindTexts.pickup, inclusive: ownKindTexts.inclusive, flow_to: ownKindTexts.flowTo,
}

const rowText = (row: Record<string, unknown>): string =>
  Object.entries(row)
    .filter(([name, value]) => value !== null && !['municipality_id', 'id', 'service_id', 'organization_id', 'position', 'link_id', 'link_entity', 'contact_id', 'team_id', 'person_id', 'timezone', 'currency'].includes(name) && !(Array.isArray(value) && value.length === 0))
    .map(([, value]) => String(value))
    .join(' ')

/**
 * What differs between two forms of an entry, in words a person can check.
 *
 * @param names  of what an entry refers to, by id
 */
export function changedIn(before: unknown, after: unknown, names: ReadonlyMap<string, string> = new Map()): { what: string; from: string; to: string }[] {
  if (!before) return []
  const [old, now] = [before as Rows, after as Rows]
  const root = roots.find((name) => now[name]) ?? ''
  const [from, to] = [old[root]?.[0] ?? {}, now[root]?.[0] ?? {}]
  const told = (value: unknown): string => names.get(String(value)) ?? String(value ?? '')
  const facts = Object.keys(to)
    .filter((name) => !silent.has(name) && JSON.stringify(from[name] ?? null) !== JSON.stringify(to[name] ?? null))
    .map((name) => ({ what: say(shown[name] ?? { nl: name, en: name }), from: told(from[name]), to: told(to[name]) }))
  const parts = [...new Set([...Object.keys(old), ...Object.keys(now)])]
    .filter((name) => name !== root && JSON.stringify(old[name] ?? []) !== JSON.stringify(now[name] ?? []))
    .map((name) => ({ what: say(shown[name] ?? { nl: name, en: name }), from: (old[name] ?? []).map(rowText).join('; '), to: (now[name] ?? []).map(rowText).join('; ') }))
    .filter((it) => it.from !== it.to)
  return [...facts, ...parts]
}
