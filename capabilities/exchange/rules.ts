import type { EntityName } from './graph.ts'
import { ownColumn } from './ownColumns.ts'

/** How a field is read. Everything without a rule is text of at most 10,000 characters. */
export type Rule =
  | { as: 'text'; most: number; least?: number }
  | { as: 'choice'; of: readonly string[]; /** other words for the same */ also?: Readonly<Record<string, string>> }
  | { as: 'number'; from: number; to: number; whole?: true }
  | { as: 'list'; each: Rule }
  | { as: 'date' | 'time' | 'email' | 'url' | 'digits' | 'id' | 'slug' | 'yes-no' }

const choice = (...of: string[]): Rule => ({ as: 'choice', of })
const number = (from: number, to: number, whole?: true): Rule => ({ as: 'number', from, to, ...(whole && { whole }) })
const text = (most: number): Rule => ({ as: 'text', most })
const day: Rule = { as: 'date' }
const id: Rule = { as: 'id' }
const address: Rule = choice('physical', 'postal', 'virtual')

/** Rules that hold for a name wherever it stands. */
const everywhere: Readonly<Record<string, Rule>> = {
  name: text(200), email: { as: 'email' }, url: { as: 'url' }, uri: text(2000), website: { as: 'url' }, assurer_email: { as: 'email' }, schedule_link: { as: 'url' }, term_uri: text(2000),
  valid_from: day, valid_to: day, assured_date: day, until: day, dtstart: day, opens_at: { as: 'time' }, closes_at: { as: 'time' },
  service_id: id, location_id: id, organization_id: id, contact_id: id, service_at_location_id: id, phone_id: id, program_id: id, parent_organization_id: id, parent_id: id, taxonomy_id: id, taxonomy_term_id: id, link_id: id, resource_id: id,
}

const of: Partial<Record<EntityName, Readonly<Record<string, Rule>>>> = {
  service: { status: choice('active', 'inactive', 'defunct', 'temporarily closed'), minimum_age: number(0, 130, true), maximum_age: number(0, 130, true) },
  organization: { year_incorporated: number(1000, 2200, true) },
  location: { location_type: address, latitude: number(-90, 90), longitude: number(-180, 180) },
  address: { address_type: address },
  phone: { number: { as: 'text', most: 40, least: 3 }, extension: { as: 'digits' }, type: choice('text', 'voice', 'fax', 'cell', 'video', 'pager', 'textphone') },
  schedule: { freq: choice('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'), wkst: choice('MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'), interval: number(1, 1000, true), count: number(1, 10_000, true), timezone: text(40) },
  cost_option: { amount: number(0, 9_999_999) },
  metadata: { last_action_date: day },
}

/** The rule of one field. */
export const ruleOf = (entity: EntityName, field: string): Rule => ownColumn(entity, field)?.rule ?? of[entity]?.[field] ?? everywhere[field] ?? text(10_000)

/** Without these there is no record. */
export const needed: Partial<Record<EntityName, readonly string[]>> = {
  service: ['name', 'organization_id'], organization: ['name'], program: ['name', 'organization_id'], address: ['address_1', 'city', 'postal_code', 'location_id'], service_at_location: ['service_id', 'location_id'],
  phone: ['number'], organization_identifier: ['identifier', 'organization_id'], taxonomy: ['name'], taxonomy_term: ['name'], attribute: ['link_id', 'link_entity', 'taxonomy_term_id'], cost_option: ['service_id'], required_document: ['service_id'],
  service_area: ['service_id'], metadata: ['resource_id', 'last_action_date', 'last_action_type', 'field_name', 'previous_value', 'replacement_value', 'updated_by'],
}

/** Which kind of record each reference points at. */
export const pointsAt: Readonly<Record<string, EntityName>> = {
  service_id: 'service', location_id: 'location', organization_id: 'organization', contact_id: 'contact', service_at_location_id: 'service_at_location', phone_id: 'phone', program_id: 'program', parent_organization_id: 'organization',
  parent_id: 'taxonomy_term', taxonomy_id: 'taxonomy', taxonomy_term_id: 'taxonomy_term',
  schakelbord_contact_id: 'contact', schakelbord_service_id: 'service', schakelbord_merged_into_service: 'service', schakelbord_merged_into_organization: 'organization', schakelbord_scheme_helped_by: 'organization',
}
