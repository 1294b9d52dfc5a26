import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Town, town } from '../../tests/support/town.ts'
import type { SeriesSheet } from '../neighbourhoods/index.ts'
import { yearsOf } from './charts.tsx'
import { compileDocument } from './compile.ts'
import { seriesFor } from './figures.ts'

let t: Town
beforeAll(async () => {
  t = await town()
})
afterAll(() => t?.close())

type Section = { key: string; series: SeriesSheet[] }
const sections = async (): Promise<Section[]> => ((await t.as('visitor').json('/neighbourhoods/randenbroek-schuilenburg/map')).json() as { sections: Section[] }).sections
const ofHelp = async (): Promise<SeriesSheet | undefined> => (await sections()).find(({ key }) => key === '5-1')?.series.find(({ indicator }) => indicator === 'neighbours-help')
const pieces = (it: SeriesSheet | undefined, slug: string): number[][] | undefined => it?.series.find((one) => one.slug === slug)?.segments.map((points) => points.map(({ year }) => year))

test('[WIJ-22] an own indicator of several years stands in the map: the parts of the area and the municipality, on one scale', async () => {
  const help = await ofHelp()
  expect(help?.series.map(({ slug }) => slug)).toEqual(['randenbroek', 'schuilenburg', 'amersfoort'])
  expect((await t.as('visitor').get('/wijk/randenbroek-schuilenburg/kaart')).text).toContain('aria-label="Randenbroek: 46% in 2022, 47% in 2023, 49% in 2024."')
})

test('years that cannot be compared are not joined: after another count, and after another boundary of that area only', async () => {
  expect(pieces(await ofHelp(), 'randenbroek')).toEqual([[2022], [2023, 2024]])
  await t.owner.query("insert into area_changes (municipality_id, id, area_id, year, kind) select municipality_id, gen_random_uuid(), id, 2024, 'boundary' from areas where slug = 'randenbroek'")
  const help = await ofHelp()
  expect([pieces(help, 'randenbroek'), pieces(help, 'schuilenburg')]).toEqual([[[2022], [2023], [2024]], [[2022], [2023, 2024]]])
  if (!help) throw new Error('no series')
  const chart = yearsOf(help)
  expect(chart.caption).toBe('Mensen die hun buren helpen, door de jaren. Sinds 2023 telt de bron anders. Randenbroek: Sinds 2024 heeft dit gebied een andere grens.')
  expect(chart.alt).toContain('Schuilenburg: 43% in 2022, 45% in 2023, 46% in 2024.')
  expect([chart.svg.match(/class="series-break"/g)?.length, chart.svg.match(/class="series-line"/g)?.length]).toEqual([4, 2])
  const part = { name: '5.1', body: [], source: '', tables: [], groups: [], after: [], charts: [chart] }
  const pdf = compileDocument({ title: 'Kaart', author: 'x', keywords: [], kind: 'x', lang: 'nl', lead: 'x', asof: '', words: { page: 'Bladzijde', contents: 'Inhoud' }, chapters: [{ name: '5', parts: [part] }] })
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
})

test('the document is another one when a year is added', async () => {
  const etag = async () => (await t.app.request('/wijk/randenbroek-schuilenburg/kaart.pdf')).headers.get('etag')
  const before = await etag()
  await t.owner.query("insert into figures (municipality_id, id, area_id, indicator_id, year, state, value, source_id) select a.municipality_id, gen_random_uuid(), a.id, f.indicator_id, 2025, 'known', 51, f.source_id from areas a join figures f on f.area_id = a.id join indicators i on i.id = f.indicator_id where a.slug = 'randenbroek' and i.key = 'neighbours-help' and f.year = 2024")
  expect(await etag()).not.toBe(before)
  expect(t.faults).toEqual([])
})

test('what a section asks for stands there and nowhere else; what nobody asks for and the municipality does not own stands nowhere', () => {
  const sheet = (indicator: string, own: boolean) => ({ indicator, name: indicator, unit: 'percent' as const, decimals: 0, series: [], own })
  const all = [sheet('rented', true), sheet('neighbours-help', true), sheet('lonely', false)]
  expect([seriesFor(all, '3-2').map((it) => it.indicator), seriesFor(all, '5-1').map((it) => it.indicator), seriesFor(all, '4-1')]).toEqual([['rented'], ['neighbours-help'], []])
})
