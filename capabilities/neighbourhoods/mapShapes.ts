import type { Outline } from './indicatorRecord.ts'

/** An area as a path in a picture of so wide and high. */
export type Shapes = { width: number; height: number; paths: ReadonlyMap<string, string> }

const width = 640
const rings = (outline: Outline): [number, number][][] => (outline.type === 'Polygon' ? outline.coordinates : outline.coordinates.flat())

/** Outlines in degrees as paths: a degree of longitude is as much shorter as the latitude says, which is enough for one municipality. */
export function shapesOf(outlines: readonly { areaId: string; geometry: Outline }[]): Shapes | undefined {
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity]
  for (const { geometry } of outlines)
    for (const ring of rings(geometry))
      for (const [x, y] of ring) {
        west = Math.min(west, x)
        east = Math.max(east, x)
        south = Math.min(south, y)
        north = Math.max(north, y)
      }
  if (!(east > west && north > south)) return undefined
  const narrow = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const scale = width / ((east - west) * narrow)
  const height = Math.round((north - south) * scale)
  const at = ([x, y]: [number, number]): [number, number] => [Math.round((x - west) * narrow * scale * 10) / 10, Math.round((north - y) * scale * 10) / 10]
  return { width, height, paths: new Map(outlines.map(({ areaId, geometry }) => [areaId, rings(geometry).map((ring) => pathOf(ring, at)).join('')])) }
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
