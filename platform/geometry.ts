/**
 * Whether a point lies within a ring of corners, by how often a line from it to the east crosses the edge. The last corner may be the first one again or not.
 */
export function isInRing(ring: readonly (readonly number[])[], [x = 0, y = 0]: readonly number[]): boolean {
  let inside = false
  for (let at = 0; at < ring.length; at++) {
    const [[x1 = 0, y1 = 0], [x2 = 0, y2 = 0]] = [ring[at] ?? [], ring[(at + 1) % ring.length] ?? []]
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside
  }
  return inside
}
