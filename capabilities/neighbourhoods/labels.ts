/** A box in a picture, from its upper left corner. */
export type Box = { x: number; y: number; width: number; height: number }
/** A name beside a point: where its text starts or ends, and the room it takes. */
export type Label<T> = { of: T; x: number; y: number; anchor: 'start' | 'end' | 'middle'; box: Box }

// The widest letters of the typeface at 13 pixels in bold are about nine wide and most are seven: eight for each leaves room without measuring, which a server cannot.
const letter = 8
const line = 15
const gap = 11

export const apart = (one: Box, other: Box): boolean => one.x + one.width <= other.x || other.x + other.width <= one.x || one.y + one.height <= other.y || other.y + other.height <= one.y
const inside = (box: Box, frame: Box): boolean => box.x >= frame.x && box.y >= frame.y && box.x + box.width <= frame.x + frame.width && box.y + box.height <= frame.y + frame.height

/** The places for a name, the best first: after its point, before it, above or below it, and above or below to one side. */
function placesOf<T>(of: T, name: string, x: number, y: number): Label<T>[] {
  const width = name.length * letter
  const at = (left: number, middle: number, anchor: Label<T>['anchor']): Label<T> => ({ of, x: anchor === 'start' ? left : anchor === 'end' ? left + width : left + width / 2, y: middle + 4, anchor, box: { x: left, y: middle - line / 2, width, height: line } })
  return [at(x + gap, y, 'start'), at(x - gap - width, y, 'end'), at(x - width / 2, y - gap - line / 2, 'middle'), at(x - width / 2, y + gap + line / 2, 'middle'), ...[y - gap - line / 2, y + gap + line / 2].flatMap((middle) => [at(x + 7 - width, middle, 'end'), at(x - 7, middle, 'start')])]
}

/**
 * Names beside their points so that none lies over another name, over a point or outside the frame. What has no room gets no name: the caller lists it.
 *
 * @param points in order of importance: who comes first has the first choice
 * @param taken  room that is taken already: all points, and other words
 */
export function labelled<T>(points: readonly { of: T; name: string; x: number; y: number }[], taken: readonly Box[], frame: Box): Label<T>[] {
  const placed: Label<T>[] = []
  for (const { of, name, x, y } of points) {
    const free = placesOf(of, name, x, y).find(({ box }) => inside(box, frame) && taken.every((it) => apart(box, it)) && placed.every((it) => apart(box, it.box)))
    if (free) placed.push(free)
  }
  return placed
}
