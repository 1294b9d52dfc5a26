import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type pg from 'pg'
import { municipalityId } from '../../db/seeds/demo/cast.ts'
import { idOf } from '../../db/seeds/demo/ids.ts'
import { insert } from '../../db/seeds/demo/insert.ts'
import { seedPeople } from '../../db/seeds/demo/people.ts'

const folder = fileURLToPath(new URL('../../../shared/standards/hsds-3/3.0/', import.meta.url))

/** Is the standard at hand? Tests that hold against it pass over themselves when it is not. */
export const standardIsHere = existsSync(folder)
export const why = 'the files of HSDS 3.0 are not beside the repository (../shared/standards/hsds-3)'

/** A file of the standard. */
export const standardFile = (path: string): unknown => JSON.parse(readFileSync(`${folder}${path}`, 'utf8'))

/** The schema of one object, with all that hangs below it. */
export function schemaOf(name: string): ValidateFunction {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  addFormats.default(ajv, ['uri', 'email', 'uuid', 'date-time'])
  for (const file of readdirSync(`${folder}schema`).filter((one) => one.endsWith('.json') && one !== 'openapi.json' && one !== 'meta_table_description.json')) {
    const { $id: _, ...schema } = standardFile(`schema/${file}`) as Record<string, unknown>
    ajv.addSchema(schema, file)
  }
  const compiled = name.endsWith('_list') ? ajv.compile(standardFile(`schema/compiled/${name}.json`) as object) : ajv.getSchema(`${name}.json`)
  if (!compiled) throw new Error(`no schema ${name}`)
  return compiled
}

const own = { municipality_id: municipalityId }
/** Ids in the small directory of these tests. */
export const of = (name: string): string => idOf('exchange', name)

const put = async (owner: pg.Client, table: string, rows: readonly Record<string, unknown>[]): Promise<void> => {
  for (const row of rows) await insert(owner, table, row)
}

/** A directory of two organisations and three services, one of them for professionals only. */
export async function seedSmallDirectory(owner: pg.Client): Promise<void> {
  await seedPeople(owner)
  const area = (await owner.query<{ id: string }>("select id from areas where municipality_id = $1 and slug = 'schuilenburg'", [municipalityId])).rows[0]!.id
  await put(owner, 'organizations', [
    { ...own, id: of('kitchen'), slug: 'de-keuken', name: 'De Keuken', description: 'Samen koken en eten.', website: 'https://keuken.example.nl', email: 'post@keuken.example.nl', visibility: 'public', state: 'published' },
    { ...own, id: of('quiet'), slug: 'stil', name: 'Stil Overleg', visibility: 'professionals', state: 'published' },
  ])
  await put(owner, 'locations', [
    { ...own, id: of('hall'), organization_id: of('kitchen'), location_type: 'physical', name: 'De zaal', latitude: 52.15, longitude: 5.41 },
    { ...own, id: of('refuge'), organization_id: of('kitchen'), location_type: 'physical', name: 'Het veilige huis', masked: true },
  ])
  await put(owner, 'addresses', [
    { ...own, id: of('hall street'), location_id: of('hall'), address1: 'Zonnelaan 1', city: 'Amersfoort', postal_code: '3816 AA' },
    { ...own, id: of('refuge street'), location_id: of('refuge'), address1: 'Geheime Steeg 9', city: 'Amersfoort', postal_code: '3811 AA' },
  ])
  await put(owner, 'services', [
    { ...own, id: of('dinner'), organization_id: of('kitchen'), slug: 'samen-eten', name: 'Samen eten', summary: 'Aan tafel met buren.', status: 'active', minimum_age: 18, assured_date: '2026-02-01', last_modified: '2026-02-01T10:00:00Z' },
    { ...own, id: of('shelter'), organization_id: of('kitchen'), slug: 'opvang', name: 'Opvang', status: 'active', assured_date: '2026-02-01', last_modified: '2025-02-01T10:00:00Z' },
    { ...own, id: of('peers'), organization_id: of('quiet'), slug: 'intervisie', name: 'Intervisie', status: 'active', visibility: 'professionals', assured_date: '2026-02-01' },
  ])
  await put(owner, 'service_at_locations', [
    { ...own, id: of('dinner in hall'), service_id: of('dinner'), location_id: of('hall') },
    { ...own, id: of('shelter in refuge'), service_id: of('shelter'), location_id: of('refuge') },
  ])
  await put(owner, 'contact_persons', [
    { ...own, id: of('open contact'), service_id: of('dinner'), name: 'Gastvrouw', visibility: 'public' },
    { ...own, id: of('closed contact'), service_id: of('dinner'), name: 'Alleen voor collega’s', visibility: 'professionals' },
  ])
  await put(owner, 'phones', [
    { ...own, id: of('phone'), service_id: of('dinner'), number: '033 000 77 10', extension: '12' },
    { ...own, id: of('closed phone'), contact_id: of('closed contact'), number: '033 000 77 99' },
  ])
  await put(owner, 'schedules', [{ ...own, id: of('tuesdays'), service_id: of('dinner'), freq: 'WEEKLY', byday: 'TU', opens_at: '17:30', closes_at: '19:00' }, { ...own, id: of('daily'), service_id: of('shelter'), freq: 'DAILY' }])
  await put(owner, 'cost_options', [{ ...own, id: of('price'), service_id: of('dinner'), amount: 6.5, option: 'per maaltijd' }])
  await put(owner, 'service_areas', [{ ...own, id: of('area'), service_id: of('dinner'), area_id: area, reach: 'sub-area' }])
  await put(owner, 'taxonomies', [{ ...own, id: of('fields'), key: 'exchange-fields', name: 'Velden' }])
  await put(owner, 'taxonomy_terms', [
    { ...own, id: of('meeting'), taxonomy_id: of('fields'), slug: 'ontmoeting', name: 'Ontmoeting', taxonomy: 'Velden' },
    { ...own, id: of('eating'), taxonomy_id: of('fields'), slug: 'eten', name: 'Eten', parent_id: of('meeting') },
  ])
  await put(owner, 'attributes', [{ ...own, id: of('dinner is eating'), link_id: of('dinner'), link_entity: 'service', taxonomy_term_id: of('eating') }])
}
