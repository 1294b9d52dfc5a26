/** The names of the objects of Open Referral HSDS 3.0 that the directory holds. */
export type EntityName =
  | 'service' | 'organization' | 'program' | 'location' | 'address' | 'service_at_location' | 'contact' | 'phone' | 'schedule' | 'language' | 'cost_option' | 'required_document' | 'service_area'
  | 'accessibility' | 'funding' | 'organization_identifier' | 'taxonomy' | 'taxonomy_term' | 'attribute' | 'metadata'

/**
 * One object of the standard and where it stands in our tables. `fields` are names of the standard and of the column alike, unless `columns` says how a
 * field is read (with `x` for the row). `one` hangs above: we carry its id. `many` hang below: they carry ours.
 */
export type Entity = {
  table: string
  fields: readonly string[]
  columns?: Readonly<Record<string, string>>
  one?: Readonly<Record<string, { entity: EntityName; by: string }>>
  many?: Readonly<Record<string, { entity: EntityName; by: string }>>
  /** the order in which a list of them stands */
  order?: string
}

const described = "coalesce(nullif(x.description, ''), nullif(x.summary, ''), x.name)"

/** HSDS 3.0 as a graph. Reading, importing, exporting and the tabular form all walk this one. */
export const graph: Readonly<Record<EntityName, Entity>> = {
  service: {
    table: 'services',
    fields: [
      'id', 'organization_id', 'program_id', 'name', 'alternate_name', 'description', 'url', 'email', 'status', 'interpretation_services', 'application_process', 'fees_description', 'wait_time', 'fees', 'accreditations',
      'eligibility_description', 'minimum_age', 'maximum_age', 'assured_date', 'assurer_email', 'licenses', 'alert', 'last_modified',
    ],
    columns: { description: described, assurer_email: "(select c.owner_email from entry_care c where c.municipality_id = x.municipality_id and c.entity = 'service' and c.record_id = x.id)" },
    one: { organization: { entity: 'organization', by: 'organization_id' }, program: { entity: 'program', by: 'program_id' } },
    many: {
      phones: { entity: 'phone', by: 'service_id' }, schedules: { entity: 'schedule', by: 'service_id' }, service_areas: { entity: 'service_area', by: 'service_id' },
      service_at_locations: { entity: 'service_at_location', by: 'service_id' }, languages: { entity: 'language', by: 'service_id' }, funding: { entity: 'funding', by: 'service_id' },
      cost_options: { entity: 'cost_option', by: 'service_id' }, required_documents: { entity: 'required_document', by: 'service_id' }, contacts: { entity: 'contact', by: 'service_id' },
    },
    order: 'x.name, x.id',
  },
  organization: {
    table: 'organizations',
    fields: ['id', 'name', 'alternate_name', 'description', 'email', 'website', 'tax_status', 'tax_id', 'year_incorporated', 'legal_status', 'logo', 'uri', 'parent_organization_id'],
    columns: { description: described },
    many: {
      funding: { entity: 'funding', by: 'organization_id' }, contacts: { entity: 'contact', by: 'organization_id' }, phones: { entity: 'phone', by: 'organization_id' }, locations: { entity: 'location', by: 'organization_id' },
      programs: { entity: 'program', by: 'organization_id' }, organization_identifiers: { entity: 'organization_identifier', by: 'organization_id' },
    },
    order: 'x.name, x.id',
  },
  program: { table: 'programs', fields: ['id', 'organization_id', 'name', 'alternate_name', 'description'], columns: { description: "coalesce(nullif(x.description, ''), x.name)" }, order: 'x.name, x.id' },
  location: {
    table: 'locations',
    fields: ['id', 'location_type', 'url', 'organization_id', 'name', 'alternate_name', 'description', 'transportation', 'latitude', 'longitude', 'external_identifier', 'external_identifier_type'],
    many: {
      languages: { entity: 'language', by: 'location_id' }, addresses: { entity: 'address', by: 'location_id' }, contacts: { entity: 'contact', by: 'location_id' }, accessibility: { entity: 'accessibility', by: 'location_id' },
      phones: { entity: 'phone', by: 'location_id' }, schedules: { entity: 'schedule', by: 'location_id' },
    },
    order: 'x.name, x.id',
  },
  address: { table: 'addresses', fields: ['id', 'location_id', 'attention', 'address_1', 'address_2', 'city', 'region', 'state_province', 'postal_code', 'country', 'address_type'], columns: { address_1: 'x.address1', address_2: 'x.address2' } },
  service_at_location: {
    table: 'service_at_locations',
    fields: ['id', 'service_id', 'location_id', 'description'],
    one: { location: { entity: 'location', by: 'location_id' } },
    many: { contacts: { entity: 'contact', by: 'service_at_location_id' }, phones: { entity: 'phone', by: 'service_at_location_id' }, schedules: { entity: 'schedule', by: 'service_at_location_id' } },
  },
  contact: {
    table: 'contact_persons',
    fields: ['id', 'organization_id', 'service_id', 'service_at_location_id', 'location_id', 'name', 'title', 'department', 'email'],
    many: { phones: { entity: 'phone', by: 'contact_id' } },
    order: 'x.position, x.id',
  },
  phone: {
    table: 'phones',
    fields: ['id', 'location_id', 'service_id', 'organization_id', 'contact_id', 'service_at_location_id', 'number', 'extension', 'type', 'description'],
    columns: { extension: "case when x.extension ~ '^[0-9]{1,12}$' then x.extension::numeric end" },
    many: { languages: { entity: 'language', by: 'phone_id' } },
    order: 'x.position, x.id',
  },
  schedule: {
    table: 'schedules',
    fields: [
      'id', 'service_id', 'location_id', 'service_at_location_id', 'valid_from', 'valid_to', 'dtstart', 'timezone', 'until', 'count', 'wkst', 'freq', 'interval', 'byday', 'byweekno', 'bymonthday', 'byyearday', 'description', 'opens_at',
      'closes_at', 'schedule_link', 'attending_type', 'notes',
    ],
    columns: {
      // The standard wants hours from UTC; the Netherlands keeps one in winter.
      timezone: "case when x.timezone ~ '^[+-]?[0-9]{1,2}$' then x.timezone::numeric else 1 end",
      // It knows weeks and months only: every day is a week with all its days, once a year is told in words.
      freq: "case when x.freq = 'DAILY' and coalesce(x.interval, 1) = 1 then 'WEEKLY' when x.freq in ('WEEKLY', 'MONTHLY') then x.freq end",
      byday: "case when x.freq = 'DAILY' and coalesce(x.interval, 1) = 1 then 'MO,TU,WE,TH,FR,SA,SU' else x.byday end",
    },
    order: 'x.position, x.id',
  },
  language: { table: 'languages', fields: ['id', 'service_id', 'location_id', 'phone_id', 'name', 'code', 'note'] },
  cost_option: { table: 'cost_options', fields: ['id', 'service_id', 'valid_from', 'valid_to', 'option', 'currency', 'amount', 'amount_description'] },
  required_document: { table: 'required_documents', fields: ['id', 'service_id', 'document', 'uri'] },
  service_area: {
    table: 'service_areas',
    fields: ['id', 'service_id', 'name', 'description', 'extent', 'extent_type', 'uri'],
    columns: { name: 'coalesce(x.name, (select a.name from areas a where a.municipality_id = x.municipality_id and a.id = x.area_id))' },
  },
  accessibility: { table: 'accessibilities', fields: ['id', 'location_id', 'description', 'details', 'url'] },
  funding: { table: 'fundings', fields: ['id', 'organization_id', 'service_id', 'source'], columns: { source: 'coalesce(x.source, x.basis)' } },
  organization_identifier: { table: 'organization_identifiers', fields: ['id', 'organization_id', 'identifier_scheme', 'identifier_type', 'identifier'] },
  taxonomy: { table: 'taxonomies', fields: ['id', 'name', 'description', 'uri', 'version'], columns: { description: "coalesce(nullif(x.description, ''), x.name)" }, order: 'x.name, x.id' },
  taxonomy_term: {
    table: 'taxonomy_terms',
    fields: ['id', 'code', 'name', 'description', 'parent_id', 'taxonomy', 'language', 'taxonomy_id', 'term_uri'],
    columns: { description: "coalesce(nullif(x.description, ''), x.name)" },
    one: { taxonomy_detail: { entity: 'taxonomy', by: 'taxonomy_id' } },
    order: 'x.taxonomy_id, x.position, x.name, x.id',
  },
  attribute: { table: 'attributes', fields: ['id', 'link_id', 'taxonomy_term_id', 'link_type', 'link_entity', 'value'], one: { taxonomy_term: { entity: 'taxonomy_term', by: 'taxonomy_term_id' } } },
  metadata: { table: 'metadata', fields: ['id', 'resource_id', 'resource_type', 'last_action_date', 'last_action_type', 'field_name', 'previous_value', 'replacement_value', 'updated_by'], order: 'x.last_action_date, x.id' },
}

/** Objects that can carry terms and the history of their fields; everything but those two themselves. */
export const carriesTerms = (name: EntityName): boolean => name !== 'attribute' && name !== 'metadata' && name !== 'taxonomy' && name !== 'taxonomy_term'

/** The column in which a field of the standard is kept. */
export const columnOf = (name: EntityName, field: string): string => /^x\.(\w+)$/.exec(graph[name].columns?.[field] ?? '')?.[1] ?? field
