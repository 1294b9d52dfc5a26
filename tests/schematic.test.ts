import { afterAll, beforeAll, expect, test } from 'vitest'
import { contains, type Outline } from '../capabilities/figures/boundaries.ts'
import { drawn } from '../db/seeds/demo/neighbourhoods/drawn.ts'
import { type Town, town } from './support/town.ts'

let here: Town
beforeAll(async () => {
  here = await town()
})
afterAll(() => here.close())

const parts: Record<string, readonly string[]> = { 'kruiskamp-koppel': ['kruiskamp', 'de-koppel'], schothorst: ['schothorst-zuid', 'schothorst-noord'], 'randenbroek-schuilenburg': ['randenbroek', 'schuilenburg'] }
const smallest = Object.values(parts).flat()
const outlineOf = (area: string): Outline => drawn[area] as unknown as Outline
const inAreas = (areas: readonly string[], at: [number, number]): string[] => areas.filter((area) => contains(outlineOf(area), at))

/** Twice the surface, from the corners. @source https://en.wikipedia.org/wiki/Shoelace_formula */
const surface = (area: string): number => {
  const [ring] = drawn[area]!.coordinates
  return Math.abs(ring.slice(1).reduce((sum, [x, y], at) => sum + (ring[at]![0] - 5.4) * (y - 52.16) - (x - 5.4) * (ring[at]![1] - 52.16), 0))
}

test('the drawn areas have neither gaps nor overlaps: a raster of points lies in one area or in none, and a whole is its parts', () => {
  let inside = 0
  for (let x = 5.335; x < 5.45; x += 0.000_71)
    for (let y = 52.128; y < 52.214; y += 0.000_53) {
      const found = inAreas(smallest, [x, y])
      const wholes = inAreas(Object.keys(parts), [x, y])
      expect(found.length).toBeLessThan(2)
      expect(wholes).toEqual(Object.keys(parts).filter((whole) => parts[whole]!.some((part) => found.includes(part))))
      if (found.length > 0) expect(inAreas(['amersfoort'], [x, y])).toEqual(['amersfoort'])
      inside += found.length
    }
  expect(inside).toBeGreaterThan(1000)
  for (const [whole, its] of Object.entries(parts)) expect(its.reduce((sum, part) => sum + surface(part), 0)).toBeCloseTo(surface(whole), 12)
})

test('every place of the directory lies in the area that it is said to be in, on the map and on the sketch', async () => {
  const places = await here.rows("select a.slug || ' ' || l.name as it, a.slug, l.longitude::float8 as x, l.latitude::float8 as y, a.kind from locations l join areas a using (municipality_id) where a.id = l.area_id and l.latitude is not null and a.slug <> 'leusden'") as unknown as { it: string; slug: string; x: number; y: number; kind: string }[]
  expect(places.length).toBeGreaterThan(15)
  for (const { it, slug, x, y, kind } of places) expect([it, ...inAreas(smallest, [x, y])]).toEqual(kind === 'municipality' ? [it] : [it, slug])
  const sketched = await here.rows("select a.slug, a.outline from areas a where a.outline is not null") as unknown as { slug: string; outline: [number, number][] }[]
  expect(sketched.map(({ slug }) => slug).toSorted()).toEqual([...smallest, ...Object.keys(parts)].toSorted())
  for (const { slug, outline } of sketched) expect(outline).toEqual(drawn[slug]!.coordinates[0].slice(0, -1))
})

const page = async (path: string): Promise<string> => (await here.as('visitor').get(path)).text.replace(/<title>[^<]*<\/title>/g, '').replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')

test('[DIR-12] what is found in one place only stands on the sketch in the area around it, by its name', async () => {
  const alone = await here.as('visitor').get('/zoeken?q=fietsles')
  const names = [...alone.text.matchAll(/class="sketch-name"[^>]*>([^<]*)</g)].map(([, name]) => name?.trim())
  expect((alone.text.match(/class="sketch-letter"/g) ?? []).length).toBe(1)
  expect(names).toContain('Randenbroek')
})

test('the demonstration has a map of every figure, that says it is drawn, on the page and in the file that leaves it', async () => {
  for (const key of ['rented', 'inhabitants', 'age-65-plus', 'income', 'neighbours-help']) {
    const { text } = await here.as('visitor').get(`/wijken/cijfer/${key}`)
    expect([key, text.includes('class="map map-tall"'), (text.match(/class="map-area/g) ?? []).length >= 6]).toEqual([key, true, true])
  }
  expect(await page('/wijken/cijfer/rented')).toContain('Schematische kaart, geen echte grenzen.')
  const file = await here.as('visitor').get('/wijken/cijfer/rented/kaart.svg')
  expect(file.text.match(/Schematische kaart, geen echte grenzen\./g)?.length).toBe(2)
})

test('true boundaries take the place of the drawing everywhere, and taking them back gives the drawing back', async () => {
  const sketch = async (slug: string) => (await here.rows('select outline from areas where slug = $1', [slug]))[0]?.outline
  const square = (west: number) => [[west, 52.15], [west + 0.01, 52.15], [west + 0.01, 52.16], [west, 52.16], [west, 52.15]]
  const before = await sketch('randenbroek')
  const content = JSON.stringify({ type: 'FeatureCollection', features: [['WK030714', 5.4], ['WK030713', 5.41]].map(([code, west]) => ({ type: 'Feature', properties: { statcode: code }, geometry: { type: 'Polygon', coordinates: [square(west as number)] } })) })
  const petra = here.as('petra')
  const { importId } = (await petra.json('/figures/imports', { file: { name: 'grenzen.geojson', content: Buffer.from(content).toString('base64') }, year: 2022, publisher: 'Centraal Bureau voor de Statistiek', edition: 'Wijken 2022' })).json() as { importId: string }
  const look = async () => (await petra.json(`/figures/imports/${importId}`)).json() as { version: number; plan: { counts: Record<string, number> } | null }
  expect((await look()).plan?.counts).toMatchObject({ new: 2, changed: 0, refused: 0 })
  expect((await petra.json(`/figures/imports/${importId}/application`, {}, { version: (await look()).version })).status).toBe(201)
  const after = await page('/wijken/cijfer/rented')
  for (const words of ['Grenzen van 2022.', 'Niet op de kaart, want we hebben de grens niet: De Koppel']) expect(after).toContain(words)
  expect(after).not.toContain('Schematische')
  expect(await sketch('randenbroek')).toEqual(square(5.4).slice(0, -1))
  expect((await petra.json(`/figures/imports/${importId}/withdrawal`, {}, { version: (await look()).version })).status).toBe(201)
  expect(await page('/wijken/cijfer/rented')).toContain('Schematische kaart, geen echte grenzen.')
  expect(await sketch('randenbroek')).toEqual(before)
})

test('the list of neighbourhoods and the page of each show where they lie: a way to every other page, and not to its own', async () => {
  const links = async (path: string) => [...(await here.as('visitor').get(path)).text.matchAll(/<a href="\/wijk\/([a-z-]+)" aria-label="[^"]+"><path class="locator-area"/g)].map(([, slug]) => slug).toSorted()
  expect(await links('/wijken')).toEqual(Object.keys(parts).toSorted())
  expect(await links('/wijk/kruiskamp')).toEqual(['de-koppel', 'randenbroek-schuilenburg', 'schothorst'])
  expect(await links('/wijk/schothorst')).toEqual(['kruiskamp-koppel', 'randenbroek-schuilenburg'])
  expect(await page('/wijk/kruiskamp')).toContain('Waar het ligt')
})
