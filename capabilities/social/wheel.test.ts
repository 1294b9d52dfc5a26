import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Town, town } from '../../tests/support/town.ts'
import type { ShownSocial } from './shown.ts'
import { indexLines, segmentsOf } from './wheel.ts'
import { WheelPicture } from './WheelPicture.tsx'

let t: Town
beforeAll(async () => {
  t = await town()
})
afterAll(() => t?.close())

type Part = ShownSocial['parts'][number]
const figure = (name: string, mark: number | null) => ({ indicator: name, name, value: mark, text: mark === null ? null : `${mark}%`, mark, worst: '0%', best: '100%' })
const part = (it: Partial<Part>): Part => ({ key: 'capacities', name: 'Wat mensen kunnen', weight: 1, mark: null, from: null, round: null, figures: [], ...it })
const four: Part[] = [part({ mark: 5, from: 'figures', figures: [figure('Inkomen', 4), figure('Opleiding', 6)] }), part({ name: 'De plek om te wonen', mark: 7.5, from: 'survey', round: 'voorjaar', figures: [figure('Groen', null)] }), part({ name: 'Meedoen' }), part({ name: 'Band met de buurt', mark: 10, from: 'survey', round: 'voorjaar' })]
const social = (parts: Part[]): ShownSocial => ({ weights: [1, 1, 1, 1], formulaVersion: 1, rounds: [], imported: null, index: null, parts, answer: null })
const drawn = (parts: Part[]): string => String(WheelPicture({ social: social(parts) }))

test('[WIJ-13] a part with several figures has a piece for each; with one missing it is what residents say, or missing', () => {
  expect(four.map((it) => segmentsOf(it).map(({ letter, mark, kind }) => [letter, mark, kind]))).toEqual([[['a', 4, 'figures'], ['b', 6, 'figures']], [[null, 7.5, 'survey']], [[null, null, 'missing']], [[null, 10, 'survey']]])
})

test('[WIJ-13] a missing part is an empty quarter with a broken edge, is called missing, and never drawn as a low mark', () => {
  const picture = drawn(four)
  expect(picture.match(/class="wheel-missing wheel-piece" d=/g)).toHaveLength(1)
  expect(picture.match(/class="wheel-figures wheel-piece" d=/g)).toHaveLength(2)
  expect(picture).toContain('aria-label="Sociale index als wiel. Er is geen index. Deze delen ontbreken: Meedoen. Wat mensen kunnen: 5,0 (Inkomen 4,0, Opleiding 6,0). De plek om te wonen: 7,5. Meedoen: ontbreekt. Band met de buurt: 10,0."')
})

test('a higher mark reaches further, up to the outer ring and not beyond', () => {
  const reach = (mark: number): number => Number(/wheel-survey wheel-piece" d="[^"]*?A([\d.]+) /.exec(drawn([part({ mark, from: 'survey', round: 'r' })]))?.[1])
  expect([reach(1) < reach(5.5), reach(5.5) < reach(10), reach(10)]).toEqual([true, true, 122])
})

test('the lines for a spreadsheet hold every piece, and what is missing stays empty', () => {
  const lines = indexLines(social(four)).slice(1)
  expect(lines.map((it) => [it[0], it[2], it[4], it[6]])).toEqual([
    ['Wat mensen kunnen', 5, 'Inkomen', 4], ['Wat mensen kunnen', 5, 'Opleiding', 6], ['De plek om te wonen', 7.5, 'Groen', null], ['Meedoen', null, 'ontbreekt', null], ['Band met de buurt', 10, 'Wat bewoners zeggen (voorjaar)', 10], ['Sociale index', null, null, null],
  ])
})

test('[WIJ-13] the page has the wheel with its table and its files, as a visitor may see them', async () => {
  const page = (await t.as('visitor').get('/wijk/randenbroek')).text
  expect(page).toContain('class="wheel"')
  const svg = await t.as('hassan').get('/wijk/schuilenburg/sociale-index.svg')
  expect([svg.headers.get('content-type'), svg.headers.get('content-disposition')]).toEqual(['image/svg+xml; charset=utf-8', 'attachment; filename="schuilenburg-sociale-index.svg"'])
  expect(svg.text).toContain('<style>')
  // Hassan works there and sees on the page what too few answered; a file that travels never holds it.
  expect((await t.as('hassan').get('/wijk/schuilenburg')).text).toContain('briefjes in de flats')
  expect(svg.text).toContain('Band met de buurt: ontbreekt')
  const csv = (await t.as('hassan').get('/wijk/schuilenburg/sociale-index.csv')).text
  expect(csv.split('\r\n').find((line) => line.startsWith('Band met de buurt'))).toBe('Band met de buurt;1;;ontbreekt;ontbreekt;;')
  for (const file of ['sociale-index.csv', 'sociale-index.svg']) expect((await t.as('visitor').get(`/wijk/bestaat-niet/${file}`)).status).toBe(404)
  expect(t.faults).toEqual([])
})
