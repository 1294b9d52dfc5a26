import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Town, town } from '../../tests/support/town.ts'
import type { ListName } from './asked.ts'
import { hsds, mistakesIn } from './roundtrip.world.ts'

type Json = Record<string, unknown> & { id: string; name?: string }
type Page = { total_items: number; total_pages: number; page_number: number; size: number; empty: boolean; contents: Json[] }
let t: Town
/** Everything each list of the demonstration shows, whole: what a filter gives is held against it. */
const all = {} as Record<ListName, Json[]>
const read = async (path: string): Promise<Page> => (await t.as('visitor').get(`/hsds${path}`)).json() as Page
const linesOf = async (path: string): Promise<Json[]> => (await t.as('visitor').get(`/hsds${path}`)).text.trim().split('\n').filter(Boolean).map((line) => JSON.parse(line) as Json)
beforeAll(async () => {
  t = await town()
  for (const list of ['services', 'organizations', 'service_at_locations'] as const) all[list] = await linesOf(`/${list}?format=ndjson&full=true`)
  for (const list of ['taxonomies', 'taxonomy_terms'] as const) all[list] = await linesOf(`/${list}?format=ndjson`)
}, 120_000)
afterAll(() => t?.close())

const idsOf = (objects: readonly Json[]) => objects.map(({ id }) => id).toSorted()
/** A filter gives exactly what fits, which is something and not everything. */
async function gives(list: ListName, query: string, fits: (it: Json) => boolean): Promise<void> {
  const expected = all[list].filter(fits)
  expect(expected.length, `${query} fits something`).toBeGreaterThan(0)
  expect(expected.length, `${query} does not fit everything`).toBeLessThan(all[list].length)
  expect(idsOf(await linesOf(`/${list}?format=ndjson&${query}`))).toEqual(idsOf(expected))
  const page = await read(`/${list}?per_page=100&${query}`)
  expect([page.total_items, page.contents.length]).toEqual([expected.length, Math.min(100, expected.length)])
}
type Term = { id: string; taxonomy_detail?: { id: string } }
const terms = (it: Json): Term[] => ((it.attributes ?? []) as { taxonomy_term: Term }[]).map((one) => one.taxonomy_term)
const serviceOf = (list: ListName, it: Json): Json => (list === 'services' ? it : (it.service as Json))
type Hours = { freq?: string; byday?: string; opens_at?: string; closes_at?: string; valid_to?: string }
const hours = (it: Json): Hours[] => {
  const own = [it.schedules, (it.service as Json | undefined)?.schedules, ...((it.service_at_locations ?? []) as Json[]).map((place) => place.schedules)]
  return (own.flat().filter(Boolean) as Hours[]).filter(({ valid_to }) => !valid_to || valid_to >= '2026-03-02')
}

describe.each(['services', 'service_at_locations'] as const)('[INT-09] what may be asked of /hsds/%s', (list) => {
  test('taxonomy_term_id, taxonomy_id and organization_id give what carries them', async () => {
    const term = all.services.flatMap(terms)[0]!
    await gives(list, `taxonomy_term_id=${term.id}`, (it) => terms(serviceOf(list, it)).some(({ id }) => id === term.id))
    // In the demonstration each carries something of every taxonomy, so one is left without.
    const [taxonomy, bare] = [all.taxonomies[0]!, serviceOf(list, all[list][0]!)]
    await t.owner.query('delete from attributes a using taxonomy_terms m where m.id = a.taxonomy_term_id and m.taxonomy_id = $1 and a.link_id = $2', [taxonomy.id, bare.id])
    all[list] = await linesOf(`/${list}?format=ndjson&full=true`)
    await gives(list, `taxonomy_id=${taxonomy.id}`, (it) => terms(serviceOf(list, it)).some((one) => one.taxonomy_detail?.id === taxonomy.id))
    const organization = (it: Json) => (serviceOf(list, it).organization as Json).id
    const one = organization(all[list][0]!)
    await gives(list, `organization_id=${one}`, (it) => organization(it) === one)
  })

  test('modified_after gives what changed on or after that moment', async () => {
    const id = serviceOf(list, all[list][0]!).id
    await t.owner.query("update services set last_modified = '2031-05-05T12:00:00Z' where id = $1", [id])
    await gives(list, 'modified_after=2031-05-05T12:00:00Z', (it) => serviceOf(list, it).id === id)
    expect((await read(`/${list}?modified_after=2031-05-05T12:00:01Z`)).total_items).toBe(0)
    await t.owner.query("update services set last_modified = '2026-02-01T12:00:00Z' where id = $1", [id])
  })

  test('minimum_age and maximum_age hold against the ages of a service', async () => {
    const [young, old] = all.services.toSorted((one, other) => (one.name ?? '').localeCompare(other.name ?? '')) as [Json, Json]
    await t.owner.query('update services set minimum_age = 12, maximum_age = 18 where id = any($1)', [[young.id, serviceOf(list, all[list][0]!).id]])
    await t.owner.query('update services set minimum_age = 65, maximum_age = 120 where id = any($1)', [[old.id, serviceOf(list, all[list].at(-1)!).id]])
    all[list] = await linesOf(`/${list}?format=ndjson&full=true`)
    await gives(list, 'minimum_age=65', (it) => Number(serviceOf(list, it).minimum_age ?? -1) >= 65)
    await gives(list, 'maximum_age=18', (it) => Number(serviceOf(list, it).maximum_age ?? 999) <= 18)
  })

  test('day, start_time and end_time hold for one and the same time that it is open', async () => {
    const on = (day: string) => ({ freq, byday }: Hours) => freq !== undefined && new RegExp(`(^|,)[+-]?\\d*${day}(,|$)`).test(byday ?? '')
    await gives(list, 'day=TU', (it) => hours(it).some(on('TU')))
    await gives(list, 'day=saturday', (it) => hours(it).some(on('SA')))
    await gives(list, 'start_time=13:00', (it) => hours(it).some(({ opens_at }) => (opens_at ?? '') >= '13:00:00'))
    await gives(list, 'end_time=12.30', (it) => hours(it).some(({ closes_at }) => closes_at !== undefined && closes_at <= '12:30:00'))
    await gives(list, 'day=TU&start_time=13:00', (it) => hours(it).some((one) => on('TU')(one) && (one.opens_at ?? '') >= '13:00:00'))
  })

  test('postcode with proximity gives what is within so many metres; without, what reaches there', async () => {
    const [{ latitude, longitude }] = (await t.rows<{ latitude: number; longitude: number }>("select latitude, longitude from postcodes where postcode4 = '3816'")) as [{ latitude: number; longitude: number }]
    const places = (it: Json): Json[] => (list === 'services' ? ((it.service_at_locations ?? []) as Json[]).map((one) => one.location as Json) : [it.location as Json])
    const radians = (degrees: number) => (degrees * Math.PI) / 180
    const metres = (place: Json) =>
      2 * 6_371_000 * Math.asin(Math.sqrt(Math.sin(radians(Number(place.latitude) - latitude) / 2) ** 2 + Math.cos(radians(latitude)) * Math.cos(radians(Number(place.latitude))) * Math.sin(radians(Number(place.longitude) - longitude) / 2) ** 2))
    await gives(list, 'postcode=3816AA&proximity=1500', (it) => places(it).some((place) => place?.latitude !== undefined && metres(place) <= 1500))
    const reached = new Set((await t.rows<{ record_id: string }>("select i.record_id from directory_index i join postcodes p on p.postcode4 = '3816' where i.entity = 'service' and (i.reach = '{}' or p.area_id = any (i.reach))")).map(({ record_id }) => record_id))
    await gives(list, 'postcode=3816', (it) => reached.has(serviceOf(list, it).id))
    expect((await read(`/${list}?postcode=9999`)).total_items).toBe(0)
  })

  test('search finds by words as people write them', async () => {
    const found = await read(`/${list}?search=eten&per_page=100`)
    expect(found.total_items).toBeGreaterThan(0)
    expect(found.total_items).toBeLessThan(all[list].length)
    for (const it of found.contents) expect(JSON.stringify(all.services.find(({ id }) => id === serviceOf(list, it).id))).toMatch(/e[e]?t|maaltijd|kook|kok|keuken/i)
    expect((await read(`/${list}?search=xyzzyq`)).empty).toBe(true)
  })

  test('full gives everything that hangs on it, and without it only its own', async () => {
    const [plain, full] = await Promise.all([read(`/${list}?per_page=100`), read(`/${list}?per_page=100&full=true`)])
    const deep = (page: Page) => page.contents.filter((it) => 'attributes' in serviceOf(list, it) || 'phones' in serviceOf(list, it)).length
    expect(deep(plain)).toBe(0)
    expect(deep(full)).toBeGreaterThan(5)
  })
})

describe('[INT-09] what may be asked of the other lists', () => {
  test('page and per_page walk through everything once, on each list', async () => {
    for (const list of Object.keys(all) as ListName[]) {
      const first = await read(`/${list}?per_page=3`)
      const pages = await Promise.all(Array.from({ length: first.total_pages }, (_, at) => read(`/${list}?per_page=3&page=${at + 1}`)))
      expect(idsOf(pages.flatMap(({ contents }) => contents)), list).toEqual(idsOf(all[list]))
    }
  })

  test('minimal gives every service at once, by id and moment alone; format=json is the page', async () => {
    const minimal = await read('/services?minimal=true&per_page=1')
    expect(idsOf(minimal.contents)).toEqual(idsOf(all.services))
    expect(new Set(minimal.contents.flatMap((it) => Object.keys(it)))).toEqual(new Set(['id', 'last_modified', 'modified_date']))
    expect((await read('/services?format=json')).page_number).toBe(1)
  })

  test('organizations: search, full with its services by name, full_service with them whole, also of one', async () => {
    const rich = all.organizations.find((it) => ((it.services ?? []) as Json[]).length > 0)!
    const found = await read(`/organizations?search=${encodeURIComponent(rich.name ?? '')}`)
    expect(idsOf(found.contents)).toContain(rich.id)
    expect(found.total_items).toBeLessThan(all.organizations.length)
    const named = (rich.services as Json[])[0]!
    expect(Object.keys(named)).not.toContain('description')
    const whole = ((await t.as('visitor').get(`/hsds/organizations/${rich.id}?full_service=true`)).json() as { services: Json[] }).services[0]!
    expect(Object.keys(whole).length).toBeGreaterThan(5)
    expect((await read('/organizations?full_service=true&per_page=100')).contents.find(({ id }) => id === rich.id)?.services).toContainEqual(expect.objectContaining({ id: whole.id, description: whole.description }))
    expect('services' in (await read('/organizations?per_page=100')).contents.find(({ id }) => id === rich.id)!).toBe(false)
  })

  test('taxonomy_terms: taxonomy_id, parent_id, top_only and search; taxonomies: search', async () => {
    const child = all.taxonomy_terms.find((it) => it.parent_id)
    if (!child) {
      const [above, below] = all.taxonomy_terms as [Json, Json]
      await t.owner.query('update taxonomy_terms set parent_id = $1 where id = $2', [above.id, below.id])
      all.taxonomy_terms = await linesOf('/taxonomy_terms?format=ndjson')
    }
    const parent = all.taxonomy_terms.find((it) => it.parent_id)!.parent_id
    await gives('taxonomy_terms', `parent_id=${parent}`, (it) => it.parent_id === parent)
    await gives('taxonomy_terms', 'top_only=true', (it) => !it.parent_id)
    const taxonomy = all.taxonomies[0]!
    await gives('taxonomy_terms', `taxonomy_id=${taxonomy.id}`, (it) => (it.taxonomy_detail as Json | undefined)?.id === taxonomy.id)
    const word = (all.taxonomy_terms[0]!.name ?? '').slice(0, 5)
    await gives('taxonomy_terms', `search=${encodeURIComponent(word)}`, ({ name = '' }) => name.toLowerCase().includes(word.toLowerCase()))
    await gives('taxonomies', `search=${encodeURIComponent(taxonomy.name ?? '')}`, ({ name = '' }) => name.toLowerCase().includes((taxonomy.name ?? '').toLowerCase()))
  })
})

test('[INT-09] a value that cannot be is refused with a 400 that names each, in a sentence', async () => {
  const wrong = ['page=0', 'page=abc', 'per_page=1000', 'format=xml', 'full=misschien', 'minimal=ja', 'modified_after=gisteren', 'modified_after=2026-13-40', 'modified_after=0000-01-01', 'postcode=AB1', 'postcode=38', 'proximity=-5&postcode=3816', 'proximity=ver&postcode=3816', 'proximity=500', 'minimum_age=-1', 'maximum_age=oud', 'day=dinsdag', 'start_time=25:00', 'end_time=9']
  for (const query of wrong) {
    const answer = await t.as('visitor').get(`/hsds/services?${query}`)
    const { errors } = answer.json() as { errors: { at: string; detail: string }[] }
    expect([query, answer.status, errors.map(({ at }) => at)]).toEqual([query, 400, [query.split('=')[0]]])
    expect(errors[0]!.detail).toMatch(/^[A-Z][^{}]*\.$/)
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
  }
  for (const path of ['/organizations?full_service=2', '/taxonomies?page=-1', '/taxonomy_terms?top_only=x', '/service_at_locations?postcode=nee']) expect((await t.as('visitor').get(`/hsds${path}`)).status).toBe(400)
  const many = (await t.as('visitor').get('/hsds/services?page=0&day=x&start_time=x')).json() as { errors: { at: string }[] }
  expect(many.errors.map(({ at }) => at).toSorted()).toEqual(['day', 'page', 'start_time'])
})

describe.skipIf(!hsds.isHere)('[INT-09] the whole demonstration against the schemas (skipped when ../shared/standards is not beside the repository)', () => {
  test.each([['services', 'service'], ['organizations', 'organization'], ['service_at_locations', 'service_at_location'], ['taxonomies', 'taxonomy'], ['taxonomy_terms', 'taxonomy_term']] as const)('every object of /hsds/%s, in the list, whole, and alone', async (list, kind) => {
    const whole = list === 'organizations' ? await linesOf('/organizations?format=ndjson&full_service=true') : []
    const alone = await Promise.all(all[list].slice(0, 10).map(async ({ id }) => (await t.as('visitor').get(`/hsds/${list}/${id}`)).json() as Json))
    const mistakes = mistakesIn(hsds, kind, ...(await linesOf(`/${list}?format=ndjson`)), ...(await linesOf(`/${list}?format=ndjson&full=true`)), ...whole, ...alone)
    expect([...new Set(mistakes)]).toEqual([])
  })
})
