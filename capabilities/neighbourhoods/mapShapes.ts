import type { Outline } from './indicatorRecord.ts'

type Point = [number, number]
/** An area as a path in a picture of so wide and high, and where its name stands; `ground` is what lies around all of them. */
export type Shapes = { width: number; height: number; paths: ReadonlyMap<string, string>; middles: ReadonlyMap<string, Point>; ground: string | null }

const width = 640
/** Part of the picture that is left free around the areas when something lies around them. */
const margin = 0.06
const rings = (outline: Outline): Point[][] => (outline.type === 'Polygon' ? outline.coordinates : outline.coordinates.flat())

function boxOf(outlines: readonly { geometry: Outline }[], free: number): { west: number; east: number; south: number; north: number } {
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const { geometry } of outlines)
    for (const ring of rings(geometry))
      for (const [x, y] of ring) {
        west = Math.min(west, x)
        east = Math.max(east, x)
        south = Math.min(south, y)
        north = Math.max(north, y)
      }
  const [across, down] = [(east - west) * free, (north - south) * free]
  return { west: west - across, east: east + across, south: south - down, north: north + down }
}

/** Outlines in degrees as paths: a degree of longitude is as much shorter as the latitude says, which is enough for one municipality. */
export function shapesOf(outlines: readonly { areaId: string; geometry: Outline }[], ground?: { geometry: Outline }): Shapes | undefined {
  const { west, east, south, north } = boxOf(outlines, ground ? margin : 0)
  if (!(east > west && north > south)) return undefined
  const narrow = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const scale = width / ((east - west) * narrow)
  const height = Math.round((north - south) * scale)
  const at = ([x, y]: Point): Point => [Math.round((x - west) * narrow * scale * 10) / 10, Math.round((north - y) * scale * 10) / 10]
  const path = ({ geometry }: { geometry: Outline }): string => rings(geometry).map((ring) => pathOf(ring, at)).join('')
  return { width, height, paths: new Map(outlines.map((it) => [it.areaId, path(it)])), middles: new Map(outlines.map((it) => [it.areaId, at(middleOf(it.geometry))])), ground: ground ? path(ground) : null }
}

/** The centre of gravity of the largest piece. @source https://en.wikipedia.org/wiki/Centroid#Of_a_polygon */
function middleOf(outline: Outline): Point {
  let [most, found]: [number, Point] = [0, [0, 0]]
  for (const [ring = []] of outline.type === 'Polygon' ? [outline.coordinates] : outline.coordinates) {
    const [x0, y0] = ring[0] ?? [0, 0]
    let [twice, across, up] = [0, 0, 0]
    for (let index = 1; index < ring.length; index++) {
      const [x1, y1, x2, y2] = [ring[index - 1]![0] - x0, ring[index - 1]![1] - y0, ring[index]![0] - x0, ring[index]![1] - y0]
      const cross = x1 * y2 - x2 * y1
      twice += cross
      across += (x1 + x2) * cross
      up += (y1 + y2) * cross
    }
    if (Math.abs(twice) > most) [most, found] = [Math.abs(twice), [x0 + across / (3 * twice), y0 + up / (3 * twice)]]
  }
  return found
}

/** Points closer than half a pixel to the one before add weight and nothing to see. */
function pathOf(ring: readonly [number, number][], at: (it: [number, number]) => [number, number]): string {
  let path = ''
  let [lastX, lastY] = [Infinity, Infinity]
  for (const position of ring.slice(0, -1)) {
    const [x, y] = at(position)
    if (Math.abs(x - lastX) < 0.5 && Math.abs(y - lastY) < 0.5) continue
    path += `${path === '' ? 'M' : 'L'}${x} ${y}`
    ;[lastX, lastY] = [x, y]
  }
  return `${path}Z`
}

export type MapClass = { low: number; high: number }

/** At most five groups of about as many areas each; equal figures are always in one group. */
export function classesOf(values: readonly number[], most = 5): MapClass[] {
  const sorted = [...values].sort((one, other) => one - other)
  const distinct = [...new Set(sorted)]
  const count = Math.min(most, distinct.length)
  const starts = [...new Set(Array.from({ length: count }, (_, index) => sorted[Math.floor((index * sorted.length) / count)] ?? 0))]
  return starts.map((low, index) => ({ low, high: distinct.filter((it) => it >= low && it < (starts[index + 1] ?? Infinity)).at(-1) ?? low }))
}

/** The number of the group that a figure is in, from 0. */
export const classOf = (classes: readonly MapClass[], value: number): number => classes.findLastIndex((it) => value >= it.low)
