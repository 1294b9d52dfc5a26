import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Town, town } from '../../tests/support/town.ts'
import { kwbFile, kwbRows, realFile, realFiles, why } from './files.world.ts'
import { readTable, rowsOf } from './table.ts'

let here: Town
beforeAll(async () => {
  here = await town()
})
afterAll(() => here.close())

type Line = { indicator: string; year: number; own: { value: number | null } }
const agesIn = async (slug: string) =>
  new Map(((await here.as('visitor').json(`/neighbourhoods/${slug}`)).json() as { lines: Line[] }).lines.filter((it) => it.year === 2022 && it.indicator.startsWith('age-')).map((it) => [it.indicator, it.own.value]))
const keys = ['age-0-14', 'age-15-24', 'age-25-44', 'age-45-64', 'age-65-plus']
const names = ['0 tot en met 14 jaar', '15 tot en met 24 jaar', '25 tot en met 44 jaar', '45 tot en met 64 jaar', '65 jaar en ouder']

async function takenIn(bytes: Buffer, edition: string): Promise<string> {
  const { importId } = (await here.as('petra').json('/figures/imports', { file: { name: 'kwb.csv', content: bytes.toString('base64') }, year: 2022, publisher: 'Centraal Bureau voor de Statistiek', edition })).json() as { importId: string }
  expect((await here.as('petra').json(`/figures/imports/${importId}/application`, {}, { version: 1 })).status).toBe(201)
  return importId
}
const inPicture = async (slug: string): Promise<string[]> => {
  const csv = (await here.as('visitor').get(`/wijk/${slug}/leeftijd.csv`)).text
  return csv.trim().split('\r\n').slice(1).map((row) => row.split(';')[0] ?? '')
}

test('[WIJ-02] [WIJ-11] the five age groups of a yearly file land in the picture of young and old, each as its share of the residents, instead of the three there were', async () => {
  expect(await inPicture('randenbroek')).toHaveLength(3)
  await takenIn(kwbFile(kwbRows), 'Kerncijfers wijken en buurten 2022')
  const ages = await agesIn('randenbroek')
  expect([...ages.keys()].sort()).toEqual(keys)
  for (const [place, count] of [1165, 785, 2160, 1810, 1345].entries()) expect(ages.get(keys[place] ?? ''), keys[place]).toBeCloseTo((100 * count) / 7265, 0)
  expect([...ages.values()].reduce<number>((sum, it) => sum + (it ?? 0), 0)).toBeCloseTo(100, 0)
  expect(await inPicture('randenbroek')).toEqual(names)
  const page = (await here.as('visitor').get('/wijk/randenbroek')).text
  const part = page.slice(page.indexOf('id="leeftijd"'))
  for (const name of names) expect(part).toContain(name)
  expect((await here.as('visitor').get('/wijk/randenbroek/leeftijd.svg')).text).toContain('25 tot en met 44 jaar')
})

test.skipIf(!realFiles)(`[WIJ-02] the shares of the picture are those that the bureau itself publishes for Randenbroek${why}`, async () => {
  const rows = rowsOf(readTable(realFile('kwb2022-wijken.csv')))
  const row = rows.find((it) => it[0] === 'WK030714') ?? []
  const ages = await agesIn('randenbroek')
  // the bureau rounds counts to fives and shares to whole points
  for (const [place, key] of keys.entries()) expect(Math.abs((ages.get(key) ?? 0) - Number(row[6 + place])), key).toBeLessThan(0.6)
  expect(here.faults).toEqual([])
})
