import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shapesOf } from './mapShapes.ts'
import { type Point, simplified } from './simplified.ts'

/** Twice the surface, with its sign. @source https://en.wikipedia.org/wiki/Shoelace_formula */
const surface = (ring: readonly Point[]): number => ring.slice(1).reduce((sum, [x, y], at) => sum + ring[at]![0] * y - x * ring[at]![1], 0)
const tenth = (value: number): number => Math.round(value * 10) / 10

/** Cells in rows, of which every side bends as `sway` says; two cells get the same points of the side between them, each in its own direction, from any corner. */
function cells(across: number, down: number, sway: readonly number[], turn: number): Point[][] {
  const side = ([x1, y1]: Point, [x2, y2]: Point): Point[] => sway.map((by, index): Point => {
    const part = index / sway.length
    const free = index === 0 ? 0 : by
    return [tenth((x1 + (x2 - x1) * part) * 40 + (y1 === y2 ? 0 : free)), tenth((y1 + (y2 - y1) * part) * 40 + (y1 === y2 ? free : 0))]
  })
  const back = (from: Point, to: Point): Point[] => [...side(to, from), [tenth(from[0] * 40), tenth(from[1] * 40)] as Point].slice(1).reverse()
  return Array.from({ length: across * down }, (_, place) => {
    const [x, y] = [place % across, Math.floor(place / across)]
    const open = [...side([x, y], [x + 1, y]), ...side([x + 1, y], [x + 1, y + 1]), ...back([x + 1, y + 1], [x, y + 1]), ...back([x, y + 1], [x, y])]
    const start = turn % open.length
    const ring = [...open.slice(start), ...open.slice(0, start)]
    return [...ring, ring[0]!]
  })
}

test('property: borders that areas share stay shared, so the parts still make exactly the whole, with fewer points', () => {
  fc.assert(fc.property(fc.integer({ min: 2, max: 4 }), fc.integer({ min: 2, max: 4 }), fc.array(fc.integer({ min: -30, max: 30 }).map((it) => it / 10), { minLength: 4, maxLength: 30 }), fc.nat(200), (across, down, sway, turn) => {
    const rings = simplified(cells(across, down, sway, turn))
    const lines = new Map<string, number>()
    for (const ring of rings) for (let at = 1; at < ring.length; at++) {
      const ends = [ring[at - 1]!.join(), ring[at]!.join()].toSorted()
      if (ends[0] !== ends[1]) lines.set(ends.join(' '), (lines.get(ends.join(' ')) ?? 0) + (ring[at - 1]!.join() === ends[0] ? 1 : -1))
    }
    // A line that two areas share is walked both ways and goes out; what is left is the edge, which closes around the whole.
    const edge = [...lines].filter(([, walked]) => walked !== 0).length
    const inner = lines.size - edge
    expect(inner).toBeGreaterThan(0)
    expect(rings.reduce((sum, ring) => sum + surface(ring), 0)).toBeCloseTo([...lines].reduce((sum, [ends, walked]) => {
      const [[x1, y1], [x2, y2]] = ends.split(' ').map((it) => it.split(',').map(Number) as Point) as [Point, Point]
      return sum + walked * (x1 * y2 - x2 * y1)
    }, 0), 6)
    for (const [ends, walked] of lines) if (walked !== 0) for (const end of ends.split(' ')) {
      const [x = 0, y = 0] = end.split(',').map(Number)
      expect([x, y].some((it, axis) => Math.min(Math.abs(it), Math.abs(it - 40 * [across, down][axis]!)) <= 3.1)).toBe(true)
    }
  }), { numRuns: 60 })
})

test('a bend that nobody sees goes, a corner stays, and an island and the hole that it fills keep the same line', () => {
  const island: Point[] = [[20, 20], [25, 20.2], [30, 20], [30, 30], [20, 30], [20, 20]]
  const hole = [...island.slice(2, -1), ...island.slice(0, 2), island[2]!].toReversed()
  const outer: Point[] = [[0, 0], [50, 0], [50, 0.3], [50, 60], [0, 60], [0, 0]]
  const [thin, around, filled] = simplified([outer, hole, island])
  expect(thin).toHaveLength(5)
  expect(new Set(around?.map(String))).toEqual(new Set(filled?.map(String)))
  expect(filled).toHaveLength(5)
  expect(simplified([[[1, 1], [1.1, 1], [1.1, 1.1], [1, 1.1], [1, 1]]])[0]?.length).toBeGreaterThan(3)
})

const real = fileURLToPath(new URL('../../../shared/standards/cbs-kwb/grenzen-gemeenten-2022.geojson', import.meta.url))

test.skipIf(!existsSync(real))(`the municipalities of the whole country make a picture of at most 300 KB, and none is missing${existsSync(real) ? '' : ` (skipped: no ${real})`}`, () => {
  const { features } = JSON.parse(readFileSync(real, 'utf8')) as { features: { geometry: Parameters<typeof shapesOf>[0][number]['geometry'] }[] }
  const shapes = shapesOf(features.map(({ geometry }, place) => ({ areaId: String(place), geometry })))
  expect(shapes?.paths.size).toBe(features.length)
  const paths = [...(shapes?.paths.values() ?? [])]
  expect(paths.every((path) => path.startsWith('M'))).toBe(true)
  expect(paths.join('').length).toBeGreaterThan(20_000)
  expect(paths.join('').length).toBeLessThan(300 * 1024)
})
