/** What is needed of the figures of parts to make one of their whole. */
export type PartFigure = { value: number | null; population: number | null; exact: boolean }

/**
 * One figure for an area that consists of parts. Numbers are added up; a percentage is weighted by the group it is a share of.
 * Averages and marks are not combined: their weights are not in the sources, and the number of residents is not the right one.
 *
 * @returns undefined when it cannot be combined: a part is missing, has no exact value, or its group is not known
 */
export function combined(unit: 'number' | 'percent' | 'euro' | 'score', parts: readonly PartFigure[]): { value: number; population: number | null } | undefined {
  if (parts.length === 0 || (unit !== 'number' && unit !== 'percent')) return undefined
  let value = 0
  let population = 0
  for (const part of parts) {
    if (part.value === null || !part.exact) return undefined
    if (unit === 'percent' && part.population === null) return undefined
    value += unit === 'percent' ? part.value * (part.population ?? 0) : part.value
    population += part.population ?? 0
  }
  return unit === 'percent' ? { value: value / population, population } : { value, population: null }
}
