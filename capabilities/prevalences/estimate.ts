import { wilson } from '../../platform/wilson.ts'

/** A figure of an area as this calculation needs it; `value` is null when it is missing. */
export type AreaFigure = {
  indicator: string
  name: string
  unit: 'number' | 'percent' | 'euro' | 'score'
  value: number | null
  /** how many decimals the source prints */
  decimals: number
  year: number | null
  source: string
  doubt: string | null
  /** the larger area that it is about */
  over: string | null
  /** differs from the city, tested */
  verdict: string
}

/** How often something occurs: a share of a source, or that the area's own figure tells it. In percent. */
export type Rate = { base: string; parts: readonly string[]; shareFrom: string | null; share: number | null; low: number | null; high: number | null; sample: number | null }

/** One factor of the calculation, with the range in which it lies. */
export type Factor = { figure: AreaFigure | null; value: number; low: number; high: number; range: 'exact' | 'rounding' | 'margin' | 'sample' }
export type Estimate = { people: number; low: number; high: number; group: number; base: Factor; parts: readonly Factor[]; prevalence: Factor }
/** Why there is no estimate: which figure is missing, or is only known of a larger area. */
export type Reason = { why: 'missing' | 'only-of-larger-area'; indicator: string }

/** How many decimals a number is written with. */
export const decimalsOf = (value: number): number => (String(value).split('.')[1] ?? '').length
/** Half of the last digit that is printed: what rounding can hide. */
const halfDigit = (decimals: number): number => 0.5 * 10 ** -decimals
const share = (percent: number): number => Math.min(1, Math.max(0, percent / 100))

/** The newest figure of the area itself; without one, of the larger area. */
const newest = (figures: readonly AreaFigure[], key: string): AreaFigure | undefined => {
  const known = figures.filter((it) => it.indicator === key && it.value !== null)
  return known.find((it) => it.over === null) ?? known[0]
}

function shareOf(figure: AreaFigure): Factor {
  const value = figure.value ?? 0
  const half = halfDigit(figure.decimals)
  return { figure, value: share(value), low: share(value - half), high: share(value + half), range: 'rounding' }
}

/** The prevalence with its range: the margin of the source, else by how many were asked, else only what rounding hides. */
function rateOf({ share: percent, low, high, sample }: Rate): Factor {
  const value = share(percent ?? 0)
  if (low !== null && high !== null) return { figure: null, value, low: share(low), high: share(high), range: 'margin' }
  if (sample !== null) {
    const [least, most] = wilson({ share: value, of: sample })
    return { figure: null, value, low: least, high: most, range: 'sample' }
  }
  const half = halfDigit(decimalsOf(percent ?? 0))
  return { figure: null, value, low: share((percent ?? 0) - half), high: share((percent ?? 0) + half), range: 'rounding' }
}

/**
 * How many people in an area may need something: how many there are, times the shares that narrow the group, times how often it occurs.
 * The range starts from the ends of each factor and is widened by how far a group of this size strays by chance (Wilson, 95%), so it is wide rather than narrow.
 * It says nothing of how well a prevalence from elsewhere or of earlier years fits here: that stands beside it in words.
 *
 * @returns the reason when a figure is missing, because missing is never zero
 */
export function estimate(rate: Rate, figures: readonly AreaFigure[]): Estimate | Reason {
  const counted = newest(figures, rate.base)
  if (!counted) return { why: 'missing', indicator: rate.base }
  if (counted.over !== null) return { why: 'only-of-larger-area', indicator: rate.base }
  const found = rate.parts.map((key) => ({ key, figure: newest(figures, key) }))
  const own = rate.shareFrom === null ? undefined : newest(figures, rate.shareFrom)
  const missing = found.find(({ figure }) => !figure)
  if (missing) return { why: 'missing', indicator: missing.key }
  if (rate.shareFrom !== null && !own) return { why: 'missing', indicator: rate.shareFrom }
  const count = counted.value ?? 0
  const base: Factor = { figure: counted, value: count, low: count, high: count, range: 'exact' }
  const parts = found.flatMap(({ figure }) => (figure ? [shareOf(figure)] : []))
  const prevalence = own ? shareOf(own) : rateOf(rate)
  const group = (end: 'value' | 'low' | 'high') => parts.reduce((size, it) => size * it[end], count)
  const [fewest, most] = [group('low'), group('high')]
  const low = fewest < 1 ? 0 : fewest * wilson({ share: prevalence.low, of: fewest })[0]
  const high = most < 1 ? 1 : most * wilson({ share: prevalence.high, of: most })[1]
  return { people: group('value') * prevalence.value, low, high, group: group('value'), base, parts, prevalence }
}

const step = (people: number): number => (people >= 2000 ? 50 : people >= 100 ? 10 : people >= 20 ? 5 : 1)

/** The estimate as it is told: no more digits than it can carry, the range rounded outwards. */
export function rounded({ people, low, high }: Pick<Estimate, 'people' | 'low' | 'high'>): { people: number; low: number; high: number } {
  const to = step(people)
  return { people: Math.round(people / to) * to, low: Math.floor(low / to + 1e-9) * to, high: Math.ceil(high / to - 1e-9) * to }
}
