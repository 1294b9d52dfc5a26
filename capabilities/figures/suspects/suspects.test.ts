import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { areaId } from '../../../db/seeds/demo/cast.ts'
import { figures } from '../../../db/seeds/demo/neighbourhoods/figures.ts'
import { indicators } from '../../../db/seeds/demo/neighbourhoods/indicators.ts'
import { asFile, kwbYear } from '../../../bench/kwb.ts'
import { candidatesIn } from '../candidates.ts'
import { realFile, realFiles, why } from '../files.world.ts'
import { type Content, readFile } from '../reading.ts'
import { contradiction, jump, jumped } from './apart.ts'
import { suspectsIn } from './finding.ts'
import { identical } from './identical.ts'
import type { Flag, Ground, Known } from './known.ts'
import { partOverWhole, persons, personsPerHome } from './possible.ts'
import { sums } from './sums.ts'

const areas = [['city', null], ['one', 'city'], ['other', 'city']] as const
const ground: Ground = { areas: new Map(areas.map(([id, parentId]) => [id, { id, parentId, name: id }])), names: new Map(), cuts: [] }
const known = (it: Partial<Known>): Known => ({ id: `${it.areaId ?? 'one'} ${it.key ?? 'inhabitants'} ${it.year ?? 2022} ${it.sourceId ?? 's'}`, areaId: 'one', key: 'inhabitants', unit: 'number', kind: 'fact', year: 2022, sourceId: 's', publisher: 'CBS', value: 0, population: null, ...it })
const share = (key: string, value: number, it: Partial<Known> = {}): Known => known({ key, unit: 'percent', value, areaId: 'one', ...it })
const asContent = (file: ReturnType<typeof readFile>): Content => {
  if (file.shape === 'boundaries') throw new Error('a year is no file of boundaries')
  return file
}
const flagged = (flags: readonly Flag[]): string[] => flags.map((it) => it.figureId).sort()

test('[WIJ-17] the same exact count in two areas is in doubt; a rounded one only when a second count agrees, and never for an area within the other', () => {
  const twice = [known({ areaId: 'one', value: 4813 }), known({ areaId: 'other', value: 4813 })]
  expect(flagged(identical(twice, ground))).toEqual(['one inhabitants 2022 s', 'other inhabitants 2022 s'])
  const rounded = [known({ areaId: 'one', value: 4815 }), known({ areaId: 'other', value: 4815 })]
  expect(identical(rounded, ground)).toEqual([])
  const homes = ['one', 'other'].map((areaId) => known({ areaId, key: 'dwellings', value: 2000 }))
  expect(identical([...rounded, ...homes], ground)).toHaveLength(4)
  expect(identical([known({ areaId: 'city', value: 4813 }), known({ areaId: 'one', value: 4813 })], ground)).toEqual([])
})

test('[WIJ-17] a count in fives is no exact one because homes beside it are counted exactly', () => {
  const people = ['one', 'other'].map((areaId) => known({ areaId, value: 1450 }))
  const homes = (one: number, other: number) => [known({ areaId: 'one', key: 'dwellings', value: one }), known({ areaId: 'other', key: 'dwellings', value: other })]
  expect(identical([...people, ...homes(1203, 1187)], ground)).toEqual([])
  expect(flagged(identical([...people, ...homes(1203, 1203)], ground))).toEqual(['one dwellings 2022 s', 'one inhabitants 2022 s', 'other dwellings 2022 s', 'other inhabitants 2022 s'])
})

test('[WIJ-17] how many people live in a home has limits, and inside them nothing is flagged', () => {
  const sheet = (people: number, homes: number) => [known({ value: people }), known({ key: 'dwellings', value: homes })]
  expect(persons(sheet(8005, 1223), ground)).toHaveLength(2)
  fc.assert(fc.property(fc.integer({ min: personsPerHome.homes, max: 100_000 }), fc.double({ min: 0, max: 12, noNaN: true }), (homes, each) => {
    const found = persons(sheet(homes * each, homes), ground)
    expect(found.length > 0).toBe((homes * each) / homes < personsPerHome.least || (homes * each) / homes > personsPerHome.most)
  }))
})

test('[WIJ-17] a part larger than its whole is in doubt together with the whole; rounding is not', () => {
  expect(flagged(partOverWhole([share('age-75-plus', 14), share('age-65-plus', 12)], ground))).toEqual(['one age-65-plus 2022 s', 'one age-75-plus 2022 s'])
  expect(partOverWhole([known({ areaId: 'city', value: 100 }), known({ areaId: 'one', value: 105 })], ground)).toEqual([]) // both were rounded to fives
  expect(partOverWhole([known({ areaId: 'city', value: 100 }), known({ areaId: 'one', value: 110 })], ground)).toHaveLength(2)
  fc.assert(fc.property(fc.nat(100_000), fc.nat(100_000), (part, rest) => {
    const five = (value: number): number => Math.round(value / 5) * 5
    expect(partOverWhole([known({ areaId: 'city', value: five(part + rest) }), known({ areaId: 'one', value: five(part) })], ground)).toEqual([])
  }))
})

const bands = ['age-0-14', 'age-15-24', 'age-25-44', 'age-45-64', 'age-65-plus']
test('[WIJ-17] shares that make more or less than everybody are in doubt; what rounding does is not', () => {
  expect(sums(bands.map((key) => share(key, 21)), ground)).toHaveLength(5)
  expect(sums(bands.map((key) => share(key, 19)), ground)).toHaveLength(5)
  expect(sums([share('owner-occupied', 60), share('rented', 60)], ground)).toHaveLength(2)
  expect(sums([share('owner-occupied', 40), share('rented', 40)], ground)).toEqual([]) // not every home is either
  const people = fc.array(fc.nat(5000), { minLength: 5, maxLength: 5 }).filter((it) => it.reduce((sum, one) => sum + one, 0) > 50)
  fc.assert(fc.property(people, fc.boolean(), (counts, whole) => {
    const five = (value: number): number => Math.round(value / 5) * 5
    const all = five(counts.reduce((sum, it) => sum + it, 0))
    const percent = (count: number): number => (whole ? Math.round((100 * five(count)) / all) : Math.round((1000 * five(count)) / all) / 10)
    expect(sums(bands.map((key, index) => share(key, percent(counts[index] ?? 0), { population: all })), ground)).toEqual([])
  }))
})

test('[WIJ-17] parts of an area that do not make the area', () => {
  const all = (city: number) => [known({ areaId: 'city', value: city }), known({ areaId: 'one', value: 4000 }), known({ areaId: 'other', value: 6000 })]
  expect(sums(all(10_010), ground)).toEqual([])
  expect(flagged(sums(all(11_000), ground))).toEqual(['city inhabitants 2022 s'])
  expect(sums(all(11_000).slice(0, 2), ground)).toEqual([]) // of one part nothing is known
})

test('[WIJ-17] a jump between years is in doubt, unless boundary or definition changed or the group is so small that chance does it', () => {
  const years = (...values: number[]) => values.map((value, index) => share('rented', value, { year: 2020 + index, population: 2000 }))
  expect(flagged(jump(years(50, 75), ground))).toEqual(['one rented 2021 s'])
  expect(jump(years(50, 58, 66), ground)).toEqual([])
  expect(jump(years(50, 75), { ...ground, cuts: [{ areaId: 'one', key: null, year: 2021 }] })).toEqual([])
  expect(jump(years(50, 75), { ...ground, cuts: [{ areaId: null, key: 'rented', year: 2021 }] })).toEqual([])
  expect(jump(years(50, 75), { ...ground, cuts: [{ areaId: 'other', key: null, year: 2021 }] })).toHaveLength(1)
  expect(jump(years(50, 75).map((it) => ({ ...it, population: 20 })), ground)).toEqual([])
  fc.assert(fc.property(fc.integer({ min: 1, max: 100_000 }), fc.integer({ min: 1, max: 100_000 }), (before, after) => {
    expect(jumped(known({ value: before, year: 2021 }), known({ value: after, year: 2022 }))).toBe(jumped(known({ value: after, year: 2021 }), known({ value: before, year: 2022 })))
  }))
})

test('[WIJ-17] two sections that contradict each other are both in doubt; opinions differ by how they are asked', () => {
  const two = [share('rented', 61, { id: 'a' }), share('rented', 54, { id: 'b', sourceId: 't', publisher: 'Gemeente' })]
  expect(flagged(contradiction(two, ground))).toEqual(['a', 'b'])
  expect(contradiction(two.map((it) => ({ ...it, kind: 'perception' as const })), ground)).toEqual([])
  expect(contradiction([two[0]!, { ...two[1]!, value: 61.4 }], ground)).toEqual([])
})

test('[WIJ-17] what the book has wrong is found by rule', () => {
  const parents: Record<string, string | null> = { amersfoort: null, 'kruiskamp-koppel': 'amersfoort', 'randenbroek-schuilenburg': 'amersfoort', schothorst: 'amersfoort', kruiskamp: 'kruiskamp-koppel', 'de-koppel': 'kruiskamp-koppel', randenbroek: 'randenbroek-schuilenburg', schuilenburg: 'randenbroek-schuilenburg', 'schothorst-zuid': 'schothorst', 'schothorst-noord': 'schothorst' }
  const book: Known[] = figures.filter((it) => !it.qualifier || it.indicator === 'lonely-older-count').map((it) => {
    const indicator = indicators.find(({ key }) => key === it.indicator)
    return { id: `${it.area} ${it.indicator}`, areaId: areaId(it.area), key: it.indicator, unit: indicator?.unit ?? 'number', kind: indicator?.kind ?? 'fact', year: it.year, sourceId: it.source, publisher: it.source, value: it.value, population: it.population ?? null }
  })
  const town: Ground = { ...ground, areas: new Map(Object.entries(parents).map(([name, parent]) => [areaId(name), { id: areaId(name), parentId: parent && areaId(parent), name }])) }
  expect(suspectsIn(book, town).map((it) => `${it.rule}: ${it.figureId}`).sort()).toEqual([
    ...['de-koppel', 'kruiskamp'].flatMap((area) => ['age-0-19', 'age-20-64', 'age-65-plus', 'inhabitants'].map((key) => `identical: ${area} ${key}`)), 'identical: schothorst-noord inhabitants', 'identical: schothorst-zuid inhabitants',
    'part-over-whole: randenbroek-schuilenburg lonely-older-count', 'persons-per-home: de-koppel dwellings', 'persons-per-home: de-koppel inhabitants',
  ])
})

test('[WIJ-17] of the year that is made up for measuring as few figures are in doubt as of a real one, less than one in a hundred', () => {
  const { rows, ...content } = asContent(readFile(asFile(kwbYear(42, 600, 500))))
  const { candidates, known: units, refused } = candidatesIn({ ...content, rows }, {}, [])
  const all = candidates.flatMap((it): Known[] => (it.value === null ? [] : [known({ id: `${it.code} ${it.indicator}`, areaId: it.code, key: it.indicator, unit: units.get(it.indicator)?.unit ?? 'number', value: it.value, population: it.population })]))
  const parentOf = (code: string): string | null => (code.startsWith('BU') ? `WK${code.slice(2, 8)}` : code.startsWith('WK') ? `GM${code.slice(2, 6)}` : null)
  const town = new Map(candidates.map(({ code }) => [code, { id: code, parentId: parentOf(code), name: code }]))
  const flags = suspectsIn(all, { ...ground, areas: town })
  expect([refused.length, all.length > 10_000]).toEqual([0, true])
  expect(flags.filter((it) => it.rule !== 'identical')).toEqual([])
  expect(new Set(flags.map((it) => it.figureId)).size).toBeLessThan(all.length / 100)
})

describe.skipIf(!realFiles)(`with real files${why}`, () => {
  test('[WIJ-17] of the districts of the country in 2022 few are in doubt, and each for a reason that can be looked up', () => {
    const [head = '', ...lines] = realFile('kwb2022-wijken.csv').toString().trim().split('\n')
    const columns = head.split(',')
    const keys: Record<string, [string, Known['unit']]> = { population: ['inhabitants', 'number'], dwelling_total: ['dwellings', 'number'], pop_0_14: ['age-0-14', 'percent'], pop_15_24: ['age-15-24', 'percent'], pop_25_44: ['age-25-44', 'percent'], pop_45_64: ['age-45-64', 'percent'], pop_65plus: ['age-65-plus', 'percent'] }
    const towns = new Map<string, Known[]>()
    for (const line of lines) {
      const cells = line.match(/("([^"]|"")*"|[^,]*)(,|$)/g)?.map((it) => it.replace(/,$/, '')) ?? []
      const code = cells[0] ?? ''
      const people = Number(cells[columns.indexOf('population')])
      for (const [column, [key, unit]] of Object.entries(keys)) {
        const cell = cells[columns.indexOf(column)] ?? ''
        if (cell !== '') towns.set(code.slice(0, 6), [...(towns.get(code.slice(0, 6)) ?? []), known({ id: `${code} ${key}`, areaId: code, key, unit, value: Number(cell), population: unit === 'percent' && people > 0 ? people : null })])
      }
    }
    const found = [...towns].flatMap(([town, all]) => suspectsIn(all, { ...ground, areas: new Map([...new Set(all.map((it) => it.areaId))].map((id) => [id, { id, parentId: town, name: id }])) }))
    const count = (rule: string): number => new Set(found.filter((it) => it.rule === rule).map((it) => it.figureId.split(' ')[0])).size
    expect([lines.length, ...['identical', 'persons-per-home', 'part-over-whole', 'sum', 'jump', 'contradiction'].map(count)]).toEqual([3125, 10, 5, 0, 0, 0, 0])
    expect(found.filter((it) => it.rule === 'persons-per-home').map((it) => it.figureId)).toContain('WK016013 inhabitants') // 660 people, 113 homes
  })
})
