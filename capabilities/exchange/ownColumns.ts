import type { EntityName } from './graph.ts'
import type { Rule } from './rules.ts'

/**
 * A column that the standard does not have, in the package that the information manager makes of everything. `column` is ours, when it has another name; `read` how it
 * is read, with `x` for the row; `missing` what a new record has without it. `beside` stands in another table: who looks after an entry, what only one kind of service has, how much room it told of last, or what a programme is made of.
 */
export type OwnColumn = { rule: Rule; column?: string; read?: string; missing?: unknown; beside?: 'care' | 'project' | 'housing' | 'scheme' | 'room' | 'programme' }

const text = (most = 10_000): Rule => ({ as: 'text', most })
const choice = (...of: string[]): Rule => ({ as: 'choice', of })
const words = (also: Readonly<Record<string, string>>): Rule => ({ as: 'choice', of: Object.values(also), also })
const whole = (to: number): Rule => ({ as: 'number', from: 0, to, whole: true })
const day: Rule = { as: 'date' }
const id: Rule = { as: 'id' }
const slug: Rule = { as: 'slug' }
const unknownOr = (...of: string[]): OwnColumn => ({ rule: choice(...of, 'unknown'), missing: 'unknown' })
const place: OwnColumn = { rule: whole(32_767), missing: 0 }
const days = (column: string): OwnColumn => ({ rule: { as: 'list', each: day }, read: `nullif(array_to_string(x.${column}, ' | '), '')`, missing: [] })
const pointer = (column: string): OwnColumn => ({ rule: id, column })

const careOf = (entity: 'service' | 'organization', column: string): string => `(select ${column} from entry_care c left join people p on p.municipality_id = c.municipality_id and p.id = c.owner_id where c.municipality_id = x.municipality_id and c.entity = '${entity}' and c.record_id = x.id)`
const care = (entity: 'service' | 'organization'): Readonly<Record<string, OwnColumn>> => ({
  owner_name: { rule: text(200), read: careOf(entity, 'coalesce(c.owner_name, p.name)'), beside: 'care' },
  owner_id: { rule: id, read: careOf(entity, 'c.owner_id'), beside: 'care' },
  ...(entity === 'organization' && { owner_email: { rule: { as: 'email' }, read: careOf(entity, 'c.owner_email'), beside: 'care' } satisfies OwnColumn }),
})
const area: OwnColumn = { rule: slug, column: 'area_id', read: '(select a.slug from areas a where a.municipality_id = x.municipality_id and a.id = x.area_id)' }

/** The words in a list for people, and what is kept. */
export const visibilityWords = { iedereen: 'public', professionals: 'professionals' } as const
export const stateWords = { concept: 'draft', gepubliceerd: 'published', gearchiveerd: 'archived' } as const
export const kindWords = { voorziening: 'service', activiteit: 'activity', project: 'project', woonvorm: 'housing', regeling: 'scheme' } as const

/** How an entry is published, kept and found, for services and organisations alike. */
const entry: Readonly<Record<string, OwnColumn>> = {
  slug: { rule: slug }, summary: { rule: text() }, summary_en: { rule: text() }, visibility: { rule: words(visibilityWords), missing: 'public' }, state: { rule: words(stateWords), missing: 'published' },
  publish_on: { rule: day }, expire_on: { rule: day }, assured_how: { rule: choice('link', 'manager', 'owner', 'import') }, created_on: { rule: day, missing: 'today' }, // PostgreSQL knows this word for a day
}
const ofPart = (part: NonNullable<OwnColumn['beside']>, table: string, columns: Readonly<Record<string, Rule>>, key = 'service_id'): Readonly<Record<string, OwnColumn>> =>
  Object.fromEntries(Object.entries(columns).map(([column, rule]) => [`${part}_${column}`, { rule, beside: part, column, read: `(select w.${column} from ${table} w where w.municipality_id = x.municipality_id and w.${key} = x.id)` }]))
// How much room there is, is told again and again; what was told last is what holds.
const toldLast = "(select c.*, (c.updated at time zone 'Europe/Amsterdam')::date as told_on from service_capacities c where c.municipality_id = x.municipality_id and c.service_id = x.id order by c.updated desc, c.id limit 1)"
const room = (columns: Readonly<Record<string, Rule>>): Readonly<Record<string, OwnColumn>> => Object.fromEntries(Object.entries(columns).map(([column, rule]) => [`room_${column}`, { rule, beside: 'room', column, read: `(select w.${column} from ${toldLast} w)` }]))

const columns: Partial<Record<EntityName, Readonly<Record<string, OwnColumn>>>> = {
  service: {
    ...entry,
    kind: { rule: words(kindWords), missing: 'service' }, for_whom: { rule: text() }, closed_from: { rule: day }, closed_until: { rule: day }, closed_note: { rule: text() }, wait_time_on: { rule: day },
    indication: unknownOr('needed', 'not-needed'), referral: unknownOr('needed', 'not-needed'), registration: unknownOr('needed', 'not-needed'), inclusive: unknownOr('everyone', 'one-group'), flow_to: { rule: text() },
    host: unknownOr('yes', 'no'), companion: unknownOr('yes', 'no'), pickup: unknownOr('yes', 'no'), merged_into_service: pointer('merged_into'),
    ...care('service'),
    ...ofPart('project', 'projects', { goals: text(), from_on: day, until_on: day, plan_relation: text(), results: text() }),
    ...ofPart('housing', 'housings', { form: choice('sheltered', 'supported', 'independent'), places: whole(2_000_000_000), support_hours: text(), care_on_call: text() }),
    ...room({ light: choice('room', 'little-room', 'full', 'unknown'), available: whole(2_000_000_000), maximum: whole(2_000_000_000), unit: text(), description: text(), told_on: day }),
    ...ofPart('scheme', 'schemes', { what: choice('scheme', 'provision'), needs: text(), yields: text(), helped_by: id }),
  },
  organization: {
    ...entry,
    kind: { rule: choice('organization', 'municipal', 'care-provider', 'association', 'informal-group', 'faith-community', 'school', 'housing-corporation', 'government', 'company'), missing: 'organization' },
    members_count: { rule: whole(2_000_000_000) }, assured_date: { rule: day }, merged_into_organization: pointer('merged_into'), ...care('organization'),
  },
  program: ofPart('programme', 'programme_contents', { phases: text(2000), themes: text(2000), intake: text(1000), ended_on: day }, 'program_id'),
  location: { area, masked: { rule: { as: 'yes-no' }, missing: false } },
  // What an open directory tells about people to call is meant for everybody.
  contact: { asked_for: { rule: text() }, visibility: { rule: choice('public', 'professionals', 'team'), missing: 'public' }, team: { rule: text(200), column: 'team_id', read: '(select g.name from teams g where g.municipality_id = x.municipality_id and g.id = x.team_id)' }, position: place },
  phone: { position: place, extension: { rule: text(40), read: "case when x.extension !~ '^[0-9]{1,12}$' then x.extension end" } },
  schedule: { exdates: days('exdates'), rdates: days('rdates'), position: place },
  language: { contact_id: pointer('contact_id') },
  service_area: { area, reach: { rule: choice('street', 'sub-area', 'neighbourhood', 'city', 'region'), missing: 'region' } },
  accessibility: { service_id: pointer('service_id'), aspect: { rule: choice('physical', 'psychological', 'financial', 'transport', 'disability'), missing: 'physical' }, verdict: { rule: choice('good', 'partly', 'poor', 'unknown'), missing: 'unknown' } },
  funding: { basis: { rule: choice('wmo', 'awbz', 'wlz', 'health-insurance', 'jeugdwet', 'participatiewet', 'project-grant', 'neighbourhood-budget', 'own-contribution', 'gifts', 'other') } },
  taxonomy: { key: { rule: slug }, name_en: { rule: text(200) } },
  taxonomy_term: { slug: { rule: slug }, name_en: { rule: text(200) }, synonyms: { rule: { as: 'list', each: text(200) }, read: "nullif(array_to_string(x.synonyms, ' | '), '')", missing: [] }, position: place },
}

const prefix = 'schakelbord_'
/** Is this a column of our own, by its name? */
export const isOwn = (field: string): boolean => field.startsWith(prefix)

/** The columns of our own, by the names they have in the package. */
export const ownColumns = Object.fromEntries(Object.entries(columns).map(([entity, own]) => [entity, Object.fromEntries(Object.entries(own).map(([field, it]) => [`${prefix}${field}`, { column: field, ...it }]))])) as Partial<
  Record<EntityName, Readonly<Record<string, OwnColumn & { column: string }>>>
>

/** One column of our own. */
export const ownColumn = (entity: EntityName, field: string): (OwnColumn & { column: string }) | undefined => ownColumns[entity]?.[field]
