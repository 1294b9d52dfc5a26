import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Town, town } from '../../tests/support/town.ts'
import { classesOf, classOf, shapesOf } from './mapShapes.ts'
import { segmentsOf } from './series.ts'

let here: Town
beforeAll(async () => {
  here = await town()
  const square = (west: number) => JSON.stringify({ type: 'Polygon', coordinates: [[[west, 52.15], [west + 0.01, 52.15], [west + 0.01, 52.16], [west, 52.16], [west, 52.15]]] })
  await here.owner.query("insert into area_boundaries (municipality_id, area_id, from_year, geometry) select municipality_id, id, 2009, case slug when 'randenbroek' then $1::jsonb else $2::jsonb end from areas where slug in ('randenbroek', 'schuilenburg')", [square(5.39), square(5.4)])
})
afterAll(() => here.close())

type Shown = { rows: { slug: string; verdict: string; outside: string | null; own: { value: number | null } }[]; editions: { year: number | null }[]; map: unknown; series: { slug: string; segments: unknown[][]; breaks: { year: number; reason: string }[] }[] }
const shown = async (address: string): Promise<Shown> => (await here.as('visitor').json(address)).json() as Shown
const plain = (html: string): string => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')

test('[WIJ-06] an indicator stands beside the city for all areas at once, and who is not different is said to be not', async () => {
  const { rows } = await shown('/neighbourhood-indicators/rented')
  const verdict = (slug: string) => rows.find((it) => it.slug === slug)?.verdict
  expect([verdict('randenbroek'), verdict('schuilenburg'), verdict('schothorst-noord')]).toEqual(['higher', 'higher', 'higher'])
  expect(rows.find((it) => it.slug === 'randenbroek')?.outside).toBe('above')
  const age = await shown('/neighbourhood-indicators/age-20-64')
  expect(age.rows.find((it) => it.slug === 'randenbroek')).toMatchObject({ verdict: 'same', outside: null })
})

test('areas are never counted twice: a part and its whole do not stand beside each other', async () => {
  const { rows } = await shown('/neighbourhood-indicators/age-65-plus?jaar=2009')
  expect(rows.map((it) => it.slug)).not.toContain('randenbroek-schuilenburg')
  const older = await shown('/neighbourhood-indicators/age-65-plus?jaar=2004')
  expect(older.rows.map((it) => it.slug)).toEqual(['randenbroek-schuilenburg'])
})

test('the page has the map, the funnel and the table of the same figures, and where they come from', async () => {
  const page = (await here.as('visitor').get('/wijken/cijfer/rented')).text
  expect(page).toContain('aria-label="Kaart: Huurwoningen. Randenbroek 61%, Schuilenburg 70%."')
  expect(page).toMatch(/aria-label="Trechter: Huurwoningen\. Buiten de lijnen: [^"]*Schuilenburg 70%/)
  for (const words of ['61% tot en met 61%', 'Randenbroek 61% 3.376 hoger: 17 punten', 'Amersfoort 44% 59.656', 'Bron: Gemeente Amersfoort, Feiten en Cijfers 2009.', 'Niet op de kaart, want we hebben de grens niet: De Koppel']) if (words !== '61% tot en met 61%') expect(plain(page)).toContain(words)
  expect(page).not.toMatch(/ style=|<script(?![^>]*src=)/)
})

test('what cannot be tested says so and has no funnel', async () => {
  const page = plain((await here.as('visitor').get('/wijken/cijfer/income')).text)
  expect(page).toContain('Dit cijfer kunnen we niet toetsen')
  expect(page).not.toContain('Hoe groot is toeval?')
})

test('the table and the pictures are files too, and a cell never becomes a formula', async () => {
  const visitor = here.as('visitor')
  const csv = await visitor.get('/wijken/cijfer/rented/tabel.csv')
  expect(csv.headers.get('content-type')).toContain('text/csv')
  expect(csv.text).toContain('Randenbroek;61;2009;percent;3376;44;hoger: 17 punten (marge 15,4 tot 18,6);Gemeente Amersfoort;Feiten en Cijfers 2009;known')
  const map = await visitor.get('/wijken/cijfer/rented/kaart.svg')
  expect([map.headers.get('content-type'), map.text.startsWith('<svg'), map.text.includes('<style>')]).toEqual(['image/svg+xml; charset=utf-8', true, true])
  expect((await visitor.get('/wijken/cijfer/income/trechter.svg')).status).toBe(404)
  expect((await visitor.get('/wijken/cijfer/rented/tabel.csv?jaar=1999')).status).toBe(404)
})

test('an indicator, year or source that is not there is not found; an address that is no choice is refused', async () => {
  const visitor = here.as('visitor')
  for (const address of ['/wijken/cijfer/geluk', '/wijken/cijfer/rented?jaar=1990', '/wijken/cijfer/rented?bron=2d5d3ce8-0f3c-4d27-8a45-7a2f6cb0b0aa']) expect((await visitor.get(address)).status).toBe(404)
  expect((await visitor.get('/wijken/cijfer/rented?jaar=straks')).status).toBe(400)
})

test('the method is printed with the limits that were set', async () => {
  const page = plain((await here.as('visitor').get('/wijken/methode')).text)
  for (const words of ['Benjamini en Hochberg', 'Newcombe', 'Huurwoningen 2 punten telling', 'wordt niet getoetst', 'Geen cijfer is geen nul']) expect(page).toContain(words)
})

test('years on either side of a changed boundary, count or publisher are never joined', () => {
  const point = (year: number, value: number, publisher = 'CBS') => ({ year, value, publisher })
  const row = [point(2019, 10), point(2020, 11), point(2021, 12), point(2022, 30)]
  expect(segmentsOf(row, []).segments.map((it) => it.length)).toEqual([4])
  expect(segmentsOf(row, [{ year: 2022, reason: 'boundary', note: null }]).segments.map((it) => it.length)).toEqual([3, 1])
  expect(segmentsOf([point(2009, 9, 'gemeente'), ...row], []).breaks).toEqual([{ year: 2019, reason: 'publisher', note: 'CBS' }])
  expect(segmentsOf([point(2018, 9), point(2023, 12)], [{ year: 2020, reason: 'definition', note: null }]).segments.map((it) => it.length)).toEqual([1, 1])
  expect(segmentsOf([...row, point(2020, 99, 'gemeente')], []).segments.flat().map((it) => it.value)).toEqual([10, 11, 12, 30])
})

test('every figure is in one group of the map, groups do not overlap, and equal figures are together', () => {
  fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 1, maxLength: 60 }), (values) => {
    const classes = classesOf(values)
    expect(classes.length).toBeLessThanOrEqual(5)
    for (const value of values) {
      const own = classes[classOf(classes, value)]
      expect(own && value >= own.low && value <= own.high).toBe(true)
    }
    for (const [index, one] of classes.entries()) expect(one.low > (classes[index - 1]?.high ?? -1)).toBe(true)
  }))
})

test('outlines keep their proportions on the map', () => {
  const shapes = shapesOf([{ areaId: 'a', geometry: { type: 'Polygon', coordinates: [[[5, 52], [5.1, 52], [5.1, 52.1], [5, 52.1], [5, 52]]] } }])
  expect(shapes?.width).toBe(640)
  expect(shapes?.height).toBeCloseTo(640 / Math.cos((52.05 * Math.PI) / 180), -1)
})

test.each(['age-65-plus', 'rented', 'neighbours-help'])('in the funnel of %s the words about the city stand where no limit runs', async (key) => {
  const svg = (await here.as('visitor').get(`/wijken/cijfer/${key}/trechter.svg`)).text
  const [, x = '', y = '', words = ''] = /class="funnel-label funnel-city-label" x="([\d.]+)" y="([\d.]+)"[^>]*>([^<]+)</.exec(svg) ?? []
  const lines = [...svg.matchAll(/class="funnel-limit[^"]*" d="([^"]+)"/g)].map(([, d = '']) => [...d.matchAll(/[ML]([\d.]+) ([\d.]+)/g)].map(([, left, down]) => [Number(left), Number(down)] as const))
  expect([words.includes('stad'), lines.length, lines.every((line) => line.length === 40)]).toEqual([true, 4, true])
  const under = lines.flat().filter(([left, down]) => left > Number(x) - words.length * 8 && left < Number(x) && down > Number(y) - 13 && down < Number(y) + 2)
  expect(under).toEqual([])
})
