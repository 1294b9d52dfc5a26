export type Point = [number, number]

/** Thinner than this, in the unit of the picture, nobody sees a bend. */
const tolerance = 0.7
/** One number for a point, to a tenth of the unit. */
const keyOf = ([x, y]: Point): number => (Math.round(x * 10) + 0x100000) * 0x400000 + Math.round(y * 10) + 0x100000

/** Where more than two lines meet: there the border between two areas ends, so those points stay on all sides. */
function crossings(rings: readonly (readonly Point[])[]): Set<number> {
  const beside = new Map<number, number[]>()
  const found = new Set<number>()
  const note = (at: number, to: number): void => {
    const known = beside.get(at)
    if (!known) beside.set(at, [to])
    else if (!known.includes(to) && known.push(to) > 2) found.add(at)
  }
  for (const ring of rings)
    for (let index = 1; index < ring.length; index++) {
      const [from, to] = [keyOf(ring[index - 1]!), keyOf(ring[index]!)]
      if (from === to) continue
      note(from, to)
      note(to, from)
    }
  return found
}

const farFrom = ([x, y]: Point, [x1, y1]: Point, [x2, y2]: Point): number => {
  const long = Math.hypot(x2 - x1, y2 - y1)
  return long === 0 ? Math.hypot(x - x1, y - y1) : Math.abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / long
}

/** The points that a line needs to look the same. @source D.H. Douglas and T.K. Peucker, "Algorithms for the reduction of the number of points", 1973 */
function thinned(line: readonly Point[]): Point[] {
  const keep = new Set([0, line.length - 1])
  const open: [number, number][] = [[0, line.length - 1]]
  for (let part = open.pop(); part; part = open.pop()) {
    const [from, to] = part
    let [most, at] = [tolerance, -1]
    for (let index = from + 1; index < to; index++) {
      const far = farFrom(line[index]!, line[from]!, line[to]!)
      if (far > most) [most, at] = [far, index]
    }
    if (at < 0) continue
    keep.add(at)
    open.push([from, at], [at, to])
  }
  return line.filter((_, index) => keep.has(index))
}

const farthest = (line: readonly Point[]): number => {
  let [most, at] = [-1, 0]
  for (const [index, [x, y]] of line.entries()) {
    const far = Math.hypot(x - line[0]![0], y - line[0]![1])
    if (far > most) [most, at] = [far, index]
  }
  return at
}

/** Walked from the same end whichever area asks, so that both sides of a border keep the same points. */
function border(line: readonly Point[]): Point[] {
  const [first, last] = [line[0]!, line.at(-1)!]
  if (keyOf(first) === keyOf(last) && line.length > 3) {
    const at = farthest(line)
    return [...border(line.slice(0, at + 1)), ...border(line.slice(at)).slice(1)]
  }
  return keyOf(first) > keyOf(last) ? thinned(line.toReversed()).toReversed() : thinned(line)
}

/** Closed lines with fewer points. What two of them share is thinned once, so that no gaps open and nothing overlaps. */
export function simplified(rings: readonly (readonly Point[])[]): Point[][] {
  const fixed = crossings(rings)
  return rings.map((ring) => {
    const around = ring.filter((point, index) => index === 0 || keyOf(point) !== keyOf(ring[index - 1]!)).slice(0, -1)
    if (around.length < 4) return [...ring]
    const held = around.findIndex((point) => fixed.has(keyOf(point)))
    // A line on its own starts where it is lowest, which is the same place for the area inside it.
    const start = held >= 0 ? held : around.reduce((least, point, index) => (keyOf(point) < keyOf(around[least]!) ? index : least), 0)
    const walked = [...around.slice(start), ...around.slice(0, start), around[start]!]
    const result: Point[] = []
    for (let from = 0; from < walked.length - 1; ) {
      let to = from + 1
      while (to < walked.length - 1 && !fixed.has(keyOf(walked[to]!))) to++
      result.push(...border(walked.slice(from, to + 1)).slice(0, -1))
      from = to
    }
    // Too small to see; it keeps its shape, because an area must be somewhere.
    return result.length < 3 ? [...ring] : [...result, result[0]!]
  })
}
