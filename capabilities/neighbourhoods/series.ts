/** One figure in a row of years. */
export type Point = { year: number; value: number; publisher: string }
/** From this year on, figures are no series with those before. */
export type Break = { year: number; reason: 'boundary' | 'definition' | 'publisher'; note: string | null }

/**
 * Cuts a row of years where area, definition or publisher became another one: across a cut nothing is compared and no line is drawn,
 * so that a changed boundary never looks like a trend. Of two publishers in one year the one with most years is taken.
 */
export function segmentsOf(points: readonly Point[], breaks: readonly Break[]): { segments: Point[][]; breaks: Break[] } {
  const most = (it: Point): number => points.filter((other) => other.publisher === it.publisher).length
  const years = [...new Set(points.map((it) => it.year))].sort((one, other) => one - other)
  const row = years.flatMap((year) => [...points.filter((it) => it.year === year)].sort((one, other) => most(other) - most(one)).slice(0, 1))
  const segments: Point[][] = []
  const used: Break[] = []
  for (const point of row) {
    const before = segments.at(-1)?.at(-1)
    const cut = before && (breaks.find((it) => it.year > before.year && it.year <= point.year) ?? (before.publisher === point.publisher ? undefined : { year: point.year, reason: 'publisher' as const, note: point.publisher }))
    if (cut) used.push(cut)
    if (!before || cut) segments.push([point])
    else segments.at(-1)?.push(point)
  }
  return { segments, breaks: used }
}
