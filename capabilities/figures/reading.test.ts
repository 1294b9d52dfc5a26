import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Refusal } from '../../platform/refusal.ts'
import { degreesOf } from '../../platform/grid.ts'
import { boundariesIn, contains } from './boundaries.ts'
import { candidatesIn } from './candidates.ts'
import { readCell } from './cells.ts'
import { ownRows } from './checking.ts'
import { kwbFile, kwbHeader, kwbRows, realFile, realFiles, why } from './files.world.ts'
import { cbsMeasures } from './measures.ts'
import { type BoundaryContent, type Content, readFile } from './reading.ts'
import { readTable, rowsOf } from './table.ts'

const refusalOf = (work: () => unknown): string => {
  try {
    work()
    return 'nothing was refused'
  } catch (error) {
    return error instanceof Refusal ? (error.errors[0]?.code ?? error.code) : String(error)
  }
}
const content = (bytes: Buffer): Content => readFile(bytes) as Content

test('[NFR-07] numbers come with comma and with point, with spaces before and after', () => {
  expect(['20.8', '20,8', '  457400', '-0.100', ',5', ' 12,0 ', '57*'].map((raw) => readCell(raw))).toEqual([20.8, 20.8, 457_400, -0.1, 0.5, 12, 57].map((value) => ({ state: 'known', value })))
  expect(readCell('1.234,5', 'comma')).toEqual({ state: 'known', value: 1234.5 })
  expect(readCell('1,234.5', 'point')).toEqual({ state: 'known', value: 1234.5 })
  expect(readCell('12.5', 'comma')).toEqual({ state: 'wrong' })
})

test('what is missing is never zero, whatever sign a file has for it', () => {
  for (const raw of ['', '   ', '.', '       .', '-', ',', null, undefined, '-99997', -99_995, '-99999999', '-99990']) expect(readCell(raw)).toEqual({ state: 'missing' })
  expect(readCell(' x')).toEqual({ state: 'suppressed' })
  expect(readCell('0')).toEqual({ state: 'known', value: 0 })
  fc.assert(fc.property(fc.string(), (raw) => {
    const read = readCell(raw)
    if (read.state === 'known' && read.value === 0) expect(raw).toMatch(/0/)
  }))
})

test('a number that was written in either way is read as that number', () => {
  fc.assert(fc.property(fc.double({ min: -90_000, max: 1e9, noNaN: true }), (value) => {
    const plain = Number(value.toFixed(3))
    expect(readCell(plain.toFixed(3))).toEqual({ state: 'known', value: plain + 0 === 0 ? expect.any(Number) : plain })
    expect(readCell(plain.toFixed(3).replace('.', ','), 'comma')).toMatchObject({ state: 'known' })
  }))
})

test('columns of a yearly file are found by name, in whatever order and with spaces behind them', () => {
  const turned = (row: readonly (string | number)[]) => [...row].reverse()
  const read = (bytes: Buffer) => {
    const it = content(bytes)
    return candidatesIn({ ...it, rows: ownRows(it, 'GM0307').rows }, {}, []).candidates.map(({ code, indicator, state, value, population }) => ({ code, indicator, state, value, population })).sort((one, other) => `${one.code}${one.indicator}`.localeCompare(`${other.code}${other.indicator}`))
  }
  const straight = read(kwbFile(kwbRows))
  expect(straight).toEqual(read(kwbFile(kwbRows.map(turned), turned(kwbHeader) as string[])))
  const of = (code: string, indicator: string) => straight.find((it) => it.code === code && it.indicator === indicator)
  expect(of('WK030714', 'inhabitants')).toMatchObject({ value: 7265 })
  expect(of('WK030714', 'age-65-plus')?.value).toBe(18.5)
  expect(of('WK030714', 'age-65-plus')?.population).toBe(7265)
  expect(of('WK030714', 'home-value')?.value).toBe(313_000)
  expect([of('WK030713', 'owner-occupied')?.value, of('WK030713', 'rented')?.value]).toEqual([37.5, 62.5])
  expect(['WK030714', 'WK030713', 'WK030710', 'GM0307'].map((code) => [of(code, 'wmo')?.state, of(code, 'wmo')?.value])).toEqual([['missing', null], ['suppressed', null], ['missing', null], ['known', 5.7]])
  expect(straight.some((it) => it.code === 'GM0327')).toBe(false)
})

test('the same figures come out of OData 3, whose names carry a number that differs by year, and of OData 4', () => {
  const three = { value: [{ WijkenEnBuurten: 'WK030714  ', Gemeentenaam_1: 'Amersfoort', AantalInwoners_5: 7265, k_65JaarOfOuder_12: 1345, Koopwoningen_47: 47, Woningvoorraad_35: 3656, WmoClientenRelatief_90: null }] }
  const four = [{ value: [['T001036', 7265], ['80200', 1345], ['1014800', 47], ['M000297', 3656], ['M001342_2', null]].map(([Measure, Value]) => ({ WijkenEnBuurten: 'WK030714', Measure, Value })) }]
  const made = (json: unknown) => candidatesIn(content(Buffer.from(JSON.stringify(json))), {}, []).candidates.map((it) => [it.indicator, it.value, it.population])
  expect(made(three)).toEqual([['inhabitants', 7265, null], ['age-65-plus', 18.5, 7265], ['dwellings', 3656, null], ['owner-occupied', 47, 3656]])
  expect(made(four)).toEqual(made(three))
  expect(refusalOf(() => content(Buffer.from(JSON.stringify({ ...three, 'odata.nextLink': 'https://example.org/next' }))))).toBe('file.more-pages')
})

test('[WIJ-11] health figures are read by the names of their fields, of all adults and without the ends of the margin', () => {
  const line = (Marges: string, Leeftijd: string, Eenzaam_28: number) => ({ WijkenEnBuurten: 'WK030714  ', Perioden: '2022JJ00', Marges, Leeftijd, Eenzaam_28, Mantelzorger_31: 14.1 })
  const it = content(Buffer.from(JSON.stringify({ value: [line('MW00000', '20300', 49.5), line('MOG0000', '20300', 45), line('MW00000', '53110', 30)] })))
  expect([it.shape, it.year, it.rows.length]).toEqual(['health', 2022, 1])
  expect(candidatesIn(it, {}, []).candidates.map(({ indicator, value }) => [indicator, value])).toEqual([['lonely-adults', 49.5], ['carers', 14.1]])
})

test('half files, other files and files without codes are refused with what to do', () => {
  const whole = kwbFile(kwbRows).toString()
  expect(refusalOf(() => readFile(Buffer.from(whole.slice(0, whole.length - 60))))).toMatch(/file\.(broken|uneven)/)
  expect(refusalOf(() => readFile(Buffer.from('a;b\n1;2;3\n')))).toBe('file.uneven')
  expect(refusalOf(() => readFile(Buffer.from('a;a\n1;2\n')))).toBe('file.column-twice')
  expect(refusalOf(() => readFile(Buffer.from('naam;waarde\nRandenbroek;3\n')))).toBe('file.no-codes')
  expect(refusalOf(() => readFile(Buffer.from('{"value": [')))).toBe('file.broken-json')
  expect(refusalOf(() => readFile(Buffer.from('d0cf11e0a1b11ae1', 'hex')))).toBe('file.old-excel')
  expect(refusalOf(() => readFile(Buffer.from([1, 2, 0, 4])))).toBe('file.binary')
})

test('an indicator has one name and each column is used for what it is', () => {
  const keys = cbsMeasures.map(({ indicator }) => indicator.key)
  expect(new Set(keys).size).toBe(keys.length)
})

const square = [[5.4, 52.15], [5.41, 52.15], [5.41, 52.16], [5.4, 52.16], [5.4, 52.15]]

test('outlines come in degrees and in the national grid; what is no outline is refused', () => {
  const feature = (code: string, coordinates: unknown) => ({ type: 'Feature', properties: { statcode: code, statnaam: 'X' }, geometry: { type: 'Polygon', coordinates } })
  const { boundaries, refused } = boundariesIn([feature('WK030714', [square]), feature('WK030713', [square.slice(0, 3)])], true)
  expect([boundaries.map((it) => it.code), refused.map((it) => it.code)]).toEqual([['WK030714'], ['WK030713']])
  const grid = [[155_000, 463_000], [156_000, 463_000], [156_000, 464_000], [155_000, 463_000]]
  const turned = boundariesIn([feature('WK030714', [grid])], true).boundaries[0]?.geometry
  expect(turned?.coordinates[0]?.[0]).toEqual([expect.closeTo(5.38721, 4), expect.closeTo(52.15517, 4)])
  expect(refusalOf(() => boundariesIn([feature('WK030714', [[[2.35, 48.85], [2.36, 48.85], [2.36, 48.86], [2.35, 48.85]]])], true))).toBe('file.elsewhere-on-earth')
})

describe.skipIf(!realFiles)(`with real files${why}`, () => {
  test('a StatLine export is read whole: its mark, quotes, padded codes, dots, and letters in codes', () => {
    const it = content(realFile('cbs-statline-export-ses-woa-2019-amsterdam.csv'))
    expect([it.shape, it.year, it.header[0], it.header[it.code]]).toEqual(['table', 2019, 'Perioden', 'Regiocode (gemeente, wijk, buurt) (code)'])
    const mapping = { columns: { 'Particuliere huishoudens (Aantal)': { indicator: 'households' }, 'Opleidingsniveau/Laag/Waarde (%)': { indicator: 'little-education', group: 'Particuliere huishoudens (Aantal)' } } }
    const { candidates, refused } = candidatesIn(it, mapping, [{ key: 'households', unit: 'number' }, { key: 'little-education', unit: 'percent' }])
    expect(refused).toEqual([])
    const of = (code: string, indicator: string) => candidates.find((one) => one.code === code && one.indicator === indicator)
    expect([of('GM0363', 'households')?.value, of('GM0363', 'little-education')?.value, of('GM0363', 'little-education')?.population]).toEqual([457_400, 20.8, 457_400])
    expect(of('BU03630100', 'little-education')).toMatchObject({ state: 'missing', value: null })
  })

  test('the weighted mean of the districts is the figure of their municipality, within rounding', () => {
    const it = content(realFile('kwb2022-wijken.csv'))
    const { rows, elsewhere } = ownRows(it, 'GM0307')
    expect([rows.length, rows.length + elsewhere]).toEqual([33, 3125])
    const mapping = { columns: { population: { indicator: 'inhabitants' }, pop_65plus: { indicator: 'age-65-plus', group: 'population' } } }
    const { candidates } = candidatesIn({ ...it, rows }, mapping, [{ key: 'inhabitants', unit: 'number' }, { key: 'age-65-plus', unit: 'percent' }])
    const people = candidates.filter((one) => one.indicator === 'inhabitants')
    const older = candidates.filter((one) => one.indicator === 'age-65-plus' && one.value !== null)
    const city = rowsOf(readTable(realFile('kwb2022-gemeenten.csv'))).find((row) => row[0] === 'GM0307') ?? []
    const total = people.reduce((sum, one) => sum + (one.value ?? 0), 0)
    expect(Math.abs(total - Number(city[5]))).toBeLessThan(2.5 * 33)
    expect(older.reduce((sum, one) => sum + (one.value ?? 0) * (one.population ?? 0), 0) / total).toBeCloseTo(Number(city[10]), 0)
  })

  test('points lie in the district that they belong to, in degrees and in the national grid', () => {
    const { features, degrees } = readFile(realFile('grenzen-wijken-2022.geojson')) as BoundaryContent
    const { boundaries, refused } = boundariesIn(features, degrees)
    expect([boundaries.length, refused.length]).toEqual([3125, 0])
    const points = rowsOf(readTable(realFile('punt-in-wijk-voorbeelden.csv')))
    const wrong = points.filter(([longitude, latitude, x, y, code]) => {
      const outline = boundaries.find((it) => it.code === code)?.geometry
      const [east, north] = degreesOf([Number(x), Number(y)])
      return !outline || !contains(outline, [Number(longitude), Number(latitude)]) || Math.abs(east - Number(longitude)) > 2e-5 || Math.abs(north - Number(latitude)) > 2e-5
    })
    expect(points.length).toBeGreaterThan(20)
    expect(wrong).toEqual([])
  })
})
