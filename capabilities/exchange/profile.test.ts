import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Town, town } from '../../tests/support/town.ts'
import { mistakesIn, profile } from './roundtrip.world.ts'

type Json = Record<string, unknown> & { id: string }
type Page = Record<string, unknown> & { total_items: number; contents: Json[] }
const skipped = 'skipped when ../shared/standards/oruk-3 is not beside the repository'
let t: Town
beforeAll(async () => {
  t = await town()
}, 120_000)
afterAll(() => t?.close())

const fileOf = (name: string): Record<string, unknown> => JSON.parse(readFileSync(`${profile.schemas}${name}`, 'utf8')) as Record<string, unknown>
const list = (kind: string) => ({ allOf: [{ $ref: '#/components/schemas/Page' }], required: ['total_items', 'total_pages', 'page_number', 'size', 'contents'], properties: { contents: { type: 'array', items: { ...fileOf(`compiled/${kind}.json`), $id: `folder:/${kind}.json` } } } })

/** Every mistake in an answer: its page as the profile describes it, and each object in it by a compiled schema. */
function mistakesOf(schema: object, answer: unknown): string[] {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  addFormats.default(ajv, ['uri', 'email', 'uuid', 'date', 'time', 'date-time'])
  const check = ajv.compile({ ...schema, components: fileOf('openapi.json').components })
  return check(answer) ? [] : (check.errors ?? []).map((it) => `${it.instancePath} ${it.message}`)
}

async function pagesOf(path: string): Promise<Page[]> {
  const pages: Page[] = []
  do pages.push((await t.as('visitor').get(`/hsds/${path}per_page=40&page=${pages.length + 1}`)).json() as Page)
  while (pages.at(-1)?.last_page === false)
  expect(pages.flatMap(({ contents }) => contents)).toHaveLength(pages[0]!.total_items)
  return pages
}

describe.skipIf(!profile.isHere)(`[INT-09] the whole demonstration against the schemas of the profile for the United Kingdom (${skipped})`, () => {
  // The profile has no schema for a whole place of a service; that one is held against its schema of one object below.
  const compiled = [['services?', 'service_list'], ['services?full=true&', 'service'], ['services?full=true&', 'service_with_definitions'], ['organizations?', 'organization_list'], ['organizations?full=true&', 'organization'], ['organizations?full_service=true&', 'organization'], ['service_at_locations?', 'service_at_location_list']] as const
  test.each(compiled)('every page of /hsds/%s is one of %s', async (path, kind) => {
    const pages = await pagesOf(path)
    expect(pages[0]!.total_items).toBeGreaterThan(10)
    for (const page of pages) expect(mistakesOf(list(kind), page)).toEqual([])
  })

  test('these schemas find what is wrong: a page without a number, a service without a name, an age that is a word', async () => {
    const [page] = (await pagesOf('services?')) as [Page]
    const [first, second] = page.contents as [Json, Json]
    const { page_number: _, ...rest } = page
    const { name: _name, ...nameless } = first
    expect(mistakesOf(list('service_list'), { ...rest, contents: [nameless, { ...second, minimum_age: 'jong' }] })).toEqual([expect.stringContaining("'page_number'"), expect.stringContaining("/contents/0 must have required property 'name'"), '/contents/1/minimum_age must be number'])
  })

  test.each([['services', 'service'], ['organizations', 'organization'], ['service_at_locations', 'service_at_location'], ['taxonomies', 'taxonomy'], ['taxonomy_terms', 'taxonomy_term']] as const)('every object of /hsds/%s, in the list, whole and alone, is a %s', async (path, kind) => {
    const lists = await Promise.all([pagesOf(`${path}?`), ...(kind.startsWith('taxonomy') ? [] : [pagesOf(`${path}?full=true&`)])])
    const objects = lists.flat().flatMap(({ contents }) => contents)
    const alone = await Promise.all(objects.slice(0, 10).map(async ({ id }) => (await t.as('visitor').get(`/hsds/${path}/${id}`)).json() as Json))
    expect(alone.length).toBeGreaterThan(0)
    expect([...new Set(mistakesIn(profile, kind, ...objects, ...alone))]).toEqual([])
  })

  test('the front of it answers as the profile asks, open and from any site', async () => {
    const front = await t.as('visitor').get('/hsds')
    const { properties } = (fileOf('openapi.json').paths as { '/': { get: { responses: { 200: { content: { 'application/json': { schema: { properties: object } } } } } } } })['/'].get.responses[200].content['application/json'].schema
    expect(mistakesOf({ type: 'object', properties, required: Object.keys(properties) }, front.json())).toEqual([])
    expect(front.headers.get('access-control-allow-origin')).toBe('*')
  })
})
