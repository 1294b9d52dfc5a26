import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Town, town } from '../../tests/support/town.ts'
import { agesOf } from './ages.ts'
import type { ShownLine } from './shown.ts'

let t: Town
beforeAll(async () => {
  t = await town()
})
afterAll(() => t?.close())

const line = (indicator: string, value: number | null, more: Partial<ShownLine> = {}): ShownLine => ({
  indicator, name: indicator, definition: '', unit: 'percent', of: 'bewoners', kind: 'fact', decimals: 0, highlighted: true, told: '', year: 2022, source: 1, cited: null, own: { state: value === null ? 'missing' : 'known', value, qualifier: null, doubtful: false },
  others: [], city: null, verdict: 'no-whole', smallest: 2, difference: null, margin: null, madeOf: [], over: null, doubt: null, checked: null, corrections: [], ...more,
})
const yearly = (year = 2022, source = 1): ShownLine[] => [['age-0-14', 16], ['age-15-24', 11], ['age-25-44', 30], ['age-45-64', 25], ['age-65-plus', 18]].map(([key, value]) => line(String(key), Number(value), { year, source }))
const keys = (lines: ShownLine[]): string[] | undefined => agesOf({ lines })?.groups.map((it) => it.line.indicator)

test('the five groups of the yearly file are one division, youngest first, whatever their order', () => {
  expect(keys(yearly().reverse())).toEqual(['age-0-14', 'age-15-24', 'age-25-44', 'age-45-64', 'age-65-plus'])
})

test('groups of other years and sources are never put together, and with a piece missing there is no division', () => {
  expect(keys([...yearly().slice(0, 4), line('age-65-plus', 18, { year: 2021 })])).toBeUndefined()
  expect(keys([...yearly().slice(0, 4), line('age-65-plus', 18, { source: 2 })])).toBeUndefined()
  expect(keys([...yearly().slice(0, 4), line('age-65-plus', null)])).toBeUndefined()
  expect(keys([...yearly().slice(0, 4), line('age-65-plus', 18, { over: 'de hele wijk' })])).toBeUndefined()
  expect(keys([line('age-65-plus', 18), line('age-75-plus', 9)])).toBeUndefined()
})

test('groups that overlap are not both drawn; the latest year wins', () => {
  expect(keys([...yearly(), line('age-75-plus', 8), line('age-0-19', 23)])).toEqual(['age-0-14', 'age-15-24', 'age-25-44', 'age-45-64', 'age-65-plus'])
  expect(agesOf({ lines: [line('age-0-64', 80, { year: 2023 }), line('age-65-plus', 20, { year: 2023 }), ...yearly()] })?.year).toBe(2023)
})

test('[WIJ-02] the page shows the ages beside the municipality, in words and as a table, and says why it has one side', async () => {
  const page = (await t.as('visitor').get('/wijk/randenbroek')).text
  expect(page).toContain('aria-label="Bewoners naar leeftijd, Randenbroek naast Amersfoort. 0 tot en met 19 jaar: hier 23%, in de stad 27%. 20 tot en met 64 jaar: hier 60%, in de stad 61%. 65 jaar en ouder: hier 17%, in de stad 12%."')
  expect(page.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')).toContain('We hebben geen cijfers van mannen en vrouwen apart naar leeftijd')
  expect((await t.as('visitor').get('/wijk/kruiskamp')).text).toContain('Over deze cijfers is twijfel')
})

test('the table and the picture travel as files, with source and looks inside', async () => {
  const csv = await t.as('visitor').get('/wijk/randenbroek/leeftijd.csv')
  expect([csv.status, csv.headers.get('content-disposition')]).toEqual([200, 'attachment; filename="randenbroek-leeftijd.csv"'])
  expect(csv.text.split('\r\n')[1]).toMatch(/^0 tot en met 19 jaar;0;19;23;27;2009;.+;.+;$/)
  expect(csv.text.split('\r\n')[3]).toMatch(/^65 jaar en ouder;65;;17;12;2009;/)
  const svg = await t.as('visitor').get('/wijk/randenbroek/leeftijd.svg')
  expect(svg.text).toMatch(/^<svg class="ages"[^>]*><style>/)
  expect((await t.as('visitor').get('/wijk/bestaat-niet/leeftijd.svg')).status).toBe(404)
  expect(t.faults).toEqual([])
})
