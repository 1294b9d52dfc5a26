import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Town, town } from '../../tests/support/town.ts'
import { of, schemaOf, seedSmallDirectory, standardIsHere, why } from './hsds.world.ts'

let t: Town
beforeAll(async () => {
  t = await town({ seed: seedSmallDirectory })
})
afterAll(() => t.close())

type Page = { total_items: number; total_pages: number; page_number: number; size: number; first_page: boolean; last_page: boolean; empty: boolean; contents: Record<string, unknown>[] }
const read = async (path: string): Promise<Page & Record<string, unknown>> => (await t.as('visitor').get(`/hsds${path}`)).json() as Page & Record<string, unknown>
const names = (page: Page) => page.contents.map((it) => it.name)

test('[INT-09] the directory tells other systems which version of the standard it speaks, without a key and from any site', async () => {
  const answer = await t.as('visitor').get('/hsds')
  expect(answer.json()).toMatchObject({ version: '3.0' })
  expect(answer.headers.get('access-control-allow-origin')).toBe('*')
  expect((await t.as('visitor').get('/hsds/services/?page=2')).location).toBe('/hsds/services?page=2')
})

describe('a list', () => {
  test('comes in pages, with the envelope of the standard', async () => {
    const { contents, ...envelope } = await read('/services?per_page=1&page=2')
    expect(envelope).toEqual({ total_items: 2, total_pages: 2, page_number: 2, size: 1, first_page: false, last_page: true, empty: false })
    expect(names({ contents } as Page)).toEqual(['Samen eten'])
    expect(await read('/services?page=9')).toMatchObject({ size: 0, empty: true, contents: [] })
  })

  test('is searched, and filtered by term, taxonomy, organisation, change and postcode', async () => {
    expect(names(await read('/services?search=eten'))).toEqual(['Samen eten'])
    expect(names(await read(`/services?taxonomy_term_id=${of('eating')}`))).toEqual(['Samen eten'])
    expect(names(await read(`/services?taxonomy_id=${of('fields')}`))).toEqual(['Samen eten'])
    expect(names(await read(`/services?organization_id=${of('kitchen')}`))).toEqual(['Opvang', 'Samen eten'])
    expect(names(await read('/services?organization_id=7'))).toEqual([])
    expect(names(await read('/services?modified_after=2026-01-01T00:00:00Z'))).toContain('Samen eten')
    expect(names(await read(`/taxonomy_terms?parent_id=${of('meeting')}`))).toEqual(['Eten'])
    expect(names(await read('/taxonomy_terms?top_only=true'))).toEqual(['Ontmoeting'])
  })

  test('gives everything at once as lines, and only ids and moments when asked', async () => {
    const lines = (await t.as('visitor').get('/hsds/services?format=ndjson')).text.trim().split('\n').map((line) => JSON.parse(line) as { name: string })
    expect(lines.map((it) => it.name).toSorted()).toEqual(['Opvang', 'Samen eten'])
    expect(Object.keys((await read('/services?minimal=true')).contents[0]!).toSorted()).toEqual(['id', 'last_modified', 'modified_date'])
  })

  test('refuses what is no page, with all mistakes at once', async () => {
    const answer = await t.as('visitor').get('/hsds/services?page=0&per_page=1000&format=xml')
    expect(answer.status).toBe(400)
    expect(answer.headers.get('content-type')).toContain('problem+json')
    expect((answer.json() as { errors: { at: string }[] }).errors.map((it) => it.at).toSorted()).toEqual(['format', 'page', 'per_page'])
  })
})

describe('one service', () => {
  test('comes with all that hangs on it', async () => {
    const service = await read(`/services/${of('dinner')}`)
    expect(service).toMatchObject({
      name: 'Samen eten', description: 'Aan tafel met buren.', organization: { name: 'De Keuken' }, phones: [{ number: '033 000 77 10', extension: 12 }], schedules: [{ byday: 'TU', opens_at: '17:30:00', timezone: 1 }],
      cost_options: [{ amount: 6.5, currency: 'EUR' }], service_areas: [{ name: 'Schuilenburg' }], service_at_locations: [{ location: { addresses: [{ postal_code: '3816 AA' }] } }],
      attributes: [{ taxonomy_term: { name: 'Eten', taxonomy_detail: { name: 'Velden' } } }],
    })
  })

  test('[PRI-11] shows no stranger whom only colleagues may call, where a refuge is, or what is for professionals', async () => {
    const everything = (await Promise.all(['/services?full=true', '/organizations?full=true', '/organizations?full_service=true', '/service_at_locations?full=true', `/services/${of('dinner')}`, `/services/${of('shelter')}`].map((path) => t.as('mirjam').get(`/hsds${path}`)))).map((it) => it.text).join('')
    expect(everything).toContain('Gastvrouw')
    for (const hidden of ['Alleen voor collega', '033 000 77 99', 'Geheime Steeg', '3811 AA', 'Intervisie', 'Stil Overleg']) expect(everything).not.toContain(hidden)
    const [peers, unknown] = await Promise.all([of('peers'), of('nothing')].map((id) => t.as('visitor').get(`/hsds/services/${id}`)))
    expect([peers!.status, unknown!.status]).toEqual([404, 404])
    expect({ ...(peers!.json() as object), instance: '' }).toEqual({ ...(unknown!.json() as object), instance: '' })
  })
})

describe.skipIf(!standardIsHere)(`against the schemas of the standard (skipped when ${why})`, () => {
  const valid = (schema: string, objects: readonly unknown[]) => {
    const check = schemaOf(schema)
    for (const object of objects) {
      check(object)
      expect(check.errors ?? []).toEqual([])
    }
    expect(objects.length).toBeGreaterThan(0)
  }

  test('lists and single objects are valid', async () => {
    valid('service_list', (await read('/services')).contents)
    valid('organization_list', (await read('/organizations')).contents)
    valid('service_at_location_list', (await read('/service_at_locations')).contents)
    valid('taxonomy', (await read('/taxonomies')).contents)
    valid('taxonomy_term', (await read('/taxonomy_terms')).contents)
    valid('service', [...(await read('/services?full=true')).contents, await read(`/services/${of('dinner')}`)])
    valid('organization', [...(await read('/organizations?full_service=true')).contents, await read(`/organizations/${of('kitchen')}`)])
    valid('service_at_location', [...(await read('/service_at_locations?full=true')).contents, await read(`/service_at_locations/${of('dinner in hall')}`)])
  })
})
