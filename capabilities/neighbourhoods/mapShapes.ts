import type { Outline } from './indicatorRecord.ts'
import { type Point, simplified } from './simplified.ts'

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
  const owners = [...outlines.map((it) => ({ key: it.areaId, geometry: it.geometry })), ...(ground ? [{ key: '', geometry: ground.geometry }] : [])]
  const placed = owners.flatMap(({ key, geometry }) => rings(geometry).map((ring) => ({ key, ring: ring.map(at) })))
  const paths = new Map<string, string>()
  for (const [index, ring] of simplified(placed.map(({ ring }) => ring)).entries()) paths.set(placed[index]!.key, `${paths.get(placed[index]!.key) ?? ''}${pathOf(ring)}`)
  const around = paths.get('') ?? null
  paths.delete('')
  return { width, height, paths, middles: new Map(outlines.map((it) => [it.areaId, at(middleOf(it.geometry))])), ground: around }
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

/** A number of tenths, in as few signs as SVG reads. @source https://www.w3.org/TR/SVG2/paths.html#PathDataBNF */
const short = (tenths: number): string => String(tenths / 10).replace(/^(-?)0\./, '$1.')

/** From corner to corner, each told by how far it is from the one before: half as long as where each is, and exactly the same line, because all stand on a raster of tenths. */
function pathOf(ring: readonly Point[]): string {
  const corners = ring.slice(0, -1).map(([x, y]): Point => [Math.round(x * 10), Math.round(y * 10)])
  const steps = corners.slice(1).flatMap(([x, y], index) => [x - corners[index]![0], y - corners[index]![1]].map(short))
  const [x = 0, y = 0] = corners[0] ?? []
  return `M${short(x)} ${short(y)}l${steps.map((step, index) => (index > 0 && !step.startsWith('-') ? ` ${step}` : step)).join('')}z`
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
