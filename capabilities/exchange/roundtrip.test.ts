import { parse } from 'csv-parse/sync'
import { unzipSync, zipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Town, town } from '../../tests/support/town.ts'
import { seedSmallDirectory } from './hsds.world.ts'
import { fileOf, hsds, lostFrom, mistakesIn, mocks, profile, type Standard, tablesOf } from './roundtrip.world.ts'

let t: Town
beforeAll(async () => {
  t = await town({ seed: seedSmallDirectory })
}, 60_000)
afterAll(() => t?.close())

type Json = Record<string, unknown>
type Import = { id: string; remarks: { kind: string; reason: string; field: string | null; path: string; entity: string }[] }
const does = async (id: string, what: 'take-in' | 'withdrawal') =>
  (await t.as('petra').json(`/imports/${id}/${what}`, {}, { version: (await t.rows<{ version: number }>('select version from imports where id = $1', [id]))[0]!.version })).status

/** Takes a file in, looks at what everybody then reads, and takes it back. */
async function whileIn<T>(source: string, name: string, content: Uint8Array, look: (it: Import) => Promise<T>): Promise<T> {
  const brought = await t.as('petra').json('/imports', { source, file: { name, content: Buffer.from(content).toString('base64') } })
  const it = (await t.as('petra').json(`/imports/${(brought.json() as { importId: string }).importId}`)).json() as Import
  expect(await does(it.id, 'take-in')).toBe(201)
  // The example was checked in 2005, so it is read in 2005: today the public no longer sees what nobody confirmed for so long.
  const years = Date.parse('2026-03-02') - Date.parse('2005-06-01')
  t.pass(-years)
  const found = await look(it)
  t.pass(years)
  expect(await does(it.id, 'withdrawal')).toBe(201)
  expect(await t.rows('select from said_by_sources')).toEqual([])
  return found
}

// Who keeps an entry is for colleagues (PRI-11); when it changed here is ours to say, because others ask what changed since.
// An id that is no UUID gets one that follows from it: the schemas want one.
const oursToSay = /\.(assurer_email|last_modified): |\.id: "reg-/
const kinds = { services: 'service', organizations: 'organization', service_at_locations: 'service_at_location', taxonomies: 'taxonomy', taxonomy_terms: 'taxonomy_term' } as const
const files: Record<keyof typeof kinds, readonly string[]> = {
  services: ['service_full', 'service_list'], organizations: ['organization_full', 'organization_list'], service_at_locations: ['service_at_location_full', 'service_at_location_list'], taxonomies: ['taxonomy', 'taxonomy_list'], taxonomy_terms: ['taxonomy_term', 'taxonomy_term_list'],
}
// A profile that adds fields of its own is held against its own schemas; what we send is plain HSDS too.
const standards: [string, Standard][] = [['HSDS 3.0', hsds], ['the profile for the United Kingdom', profile], ['the validator of the United Kingdom', mocks]]

for (const [name, standard] of standards) {
  describe.skipIf(!standard.isHere)(`[INT-09] the examples of ${name} (skipped when ../shared/standards is not beside the repository)`, () => {
    for (const [list, names] of Object.entries(files) as [keyof typeof kinds, readonly string[]][]) {
      test.each(names)(`%s comes in and goes out as ${list}: nothing lost, valid to the schemas`, async (file) => {
        const source = fileOf(standard, `${standard === mocks && file === 'organization_full' ? 'organization' : file}.json`) as Json & { contents?: Json[] }
        const lost = await whileIn(name, 'voorbeeld.json', Buffer.from(JSON.stringify(source)), async (it) => {
          expect(it.remarks.filter(({ kind }) => kind === 'refused')).toEqual([])
          const differences: string[] = []
          for (const object of source.contents ?? [source]) {
            const back = (await t.as('visitor').get(`/hsds/${list}/${String(object.id)}?full_service=true`)).json() as Json
            expect(mistakesIn(hsds, kinds[list], back).filter((mistake) => !mistakesIn(hsds, kinds[list], object).includes(mistake))).toEqual([])
            differences.push(...lostFrom(object, back))
          }
          return differences
        })
        expect(lost.filter((one) => !oursToSay.test(one))).toEqual([])
      })
    }
  })
}

const rowsOf = (bytes: Uint8Array): Record<string, string>[] => parse(Buffer.from(bytes), { columns: true, bom: true, relax_quotes: true, skip_empty_lines: true, trim: true })
// Lines that hang on records that are nowhere in the package, and the list that describes the lists: all are named in the report.
const packages: [string, Standard, string[]][] = [
  ['HSDS 3.0', hsds, ['attributes.csv regel 2 missing', 'meta_table_descriptions.csv unknown-list', 'metadata.csv regel 2 missing']],
  ['the profile for the United Kingdom', profile, ['attribute.csv regel 2 missing', 'meta_table_descriptions.csv unknown-list']],
]

for (const [name, standard, leftOut] of packages) {
  describe.skipIf(!standard.isHere)(`[INT-09] the lists of ${name} in CSV, as a tabular data package (skipped when ../shared/standards is not beside the repository)`, () => {
    test('come in and go out: each line is there with every cell, or is named in the report', async () => {
      const tables = tablesOf(standard)
      await whileIn('pakket', 'pakket.zip', zipSync(tables), async (it) => {
        const out = Object.values(unzipSync(Buffer.from(await (await t.app.request('/hsds/datapackage.zip')).arrayBuffer()))).slice(1).flatMap(rowsOf)
        const refused = it.remarks.filter(({ kind }) => kind === 'refused').map(({ path, reason }) => `${path} ${reason}`)
        expect(refused.toSorted()).toEqual(leftOut)
        const lost = Object.entries(tables).filter(([file]) => !refused.some((told) => told.startsWith(file))).flatMap(([file, bytes]) =>
          rowsOf(bytes).flatMap((row, index) => lostFrom(row, out.find(({ id }) => id === row.id), `${file} ${index + 2}`)),
        )
        expect(lost.filter((one) => !oursToSay.test(one))).toEqual([])
      })
    })
  })
}

test('[INT-09] a term in a list that does not say on which kind of record it hangs stays with the one record of the package that has this id', async () => {
  const [organization, service, taxonomy, term] = ['a', 'b', 'c', 'd'].map((digit) => `${digit.repeat(8)}-1111-4111-8111-111111111111`) as [string, string, string, string]
  const lists = {
    'organizations.csv': `id,name\n${organization},De Zaak\n`, 'services.csv': `id,organization_id,name,status\n${service},${organization},Inloop,active\n`, 'taxonomies.csv': `id,name\n${taxonomy},Thema\n`,
    'taxonomy_terms.csv': `id,taxonomy_id,name\n${term},${taxonomy},Samen\n`, 'attribute.csv': `id,link_id,taxonomy_term_id\n,${service},${term}\n,eeeeeeee-1111-4111-8111-111111111111,${term}\n`,
  }
  const files = Object.fromEntries(Object.entries(lists).map(([file, list]) => [file, Buffer.from(list)]))
  await whileIn('koninkrijk', 'pakket.zip', zipSync(files), async (it) => {
    expect(it.remarks.filter(({ kind }) => kind === 'refused').map(({ path, reason }) => `${path} ${reason}`)).toEqual(['attribute.csv regel 3 missing'])
    expect((await t.as('visitor').get(`/hsds/services/${service}`)).json()).toMatchObject({ attributes: [{ taxonomy_term: { name: 'Samen' } }] })
  })
})
