import { type Interval, type Share, wilson } from '../../platform/wilson.ts'

/**
 * The 95% interval of the difference between the shares of two separate groups, from the Wilson intervals of both.
 *
 * @source R.G. Newcombe, "Interval estimation for the difference between independent proportions", Statistics in Medicine 17 (1998) 873-890, method 10
 */
export function differenceInterval(one: Share, other: Share): Interval {
  const [low1, high1] = wilson(one)
  const [low2, high2] = wilson(other)
  const difference = one.share - other.share
  return [difference - Math.hypot(one.share - low1, high2 - other.share), difference + Math.hypot(high1 - one.share, other.share - low2)]
}

/** The standard normal distribution function, to within 7.5e-8. @source Abramowitz and Stegun, Handbook of Mathematical Functions, 26.2.17 */
function normal(x: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(x))
  const tail = (Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI)) * t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))))
  return x > 0 ? 1 - tail : tail
}

/**
 * How often chance alone gives two groups at least this difference when there is none: the two-sided test of two proportions with their pooled share.
 *
 * @returns the p-value, from 0 to 1
 * @source D.G. Altman, Practical Statistics for Medical Research (1991), 10.3
 */
export function twoProportionTest(one: Share, other: Share): number {
  const pooled = (one.share * one.of + other.share * other.of) / (one.of + other.of)
  const error = Math.sqrt(pooled * (1 - pooled) * (1 / one.of + 1 / other.of))
  return error === 0 ? 1 : Math.min(1, 2 * normal(-Math.abs(one.share - other.share) / error))
}

/** The whole without this part, so that a neighbourhood is not compared with itself. Undefined when the part is not smaller than the whole. */
export function restOf(whole: Share, part: Share): Share | undefined {
  const of = whole.of - part.of
  if (of <= 0) return undefined
  return { share: Math.min(1, Math.max(0, (whole.share * whole.of - part.share * part.of) / of)), of }
}

/** `same` says that nothing was found that matters, which is a result as well. */
export type Outcome = { verdict: 'higher' | 'lower' | 'same'; difference: number; margin: Interval; /** the p-value of the test */ chance: number }

/** Under this p-value, after correction for how many figures were looked at together, chance alone is not believed. */
export const believed = 0.05

/**
 * P-values made larger for how many tests stand on one page, so that of the differences that are told at most one in twenty is chance.
 *
 * @returns in the order in which they came
 * @source Y. Benjamini, Y. Hochberg, "Controlling the false discovery rate", Journal of the Royal Statistical Society B 57 (1995) 289-300
 */
export function corrected(chances: readonly number[]): number[] {
  const order = chances.map((_, index) => index).sort((one, other) => (chances[other] ?? 0) - (chances[one] ?? 0))
  const result: number[] = []
  let least = 1
  for (const [place, index] of order.entries()) {
    least = Math.min(least, ((chances[index] ?? 1) * chances.length) / (chances.length - place))
    result[index] = least
  }
  return result
}

/**
 * Whether a part differs from the whole it belongs to. It does when all three hold: the test against the rest of the whole gives p < 0.05,
 * the interval of the difference stays off zero, and the difference with the whole is at least the smallest one that matters.
 * The last is more than what rounding of the two printed figures can make together, so that neither rounding nor a large
 * group makes news of one percent.
 *
 * The difference and its margin are with the whole, as people compare: the part is (1 - w) times as far from the whole as from the rest,
 * where w is the share of the part in the whole, and so is the interval.
 * Counts of all residents have no sampling error; the margin says how far a group of this size strays by chance, as is usual for small areas.
 *
 * @param smallest  as a fraction: 0.02 for two percentage points
 * @returns undefined when the part is not smaller than the whole
 */
export function compare(part: Share, whole: Share, smallest: number): Outcome | undefined {
  const rest = restOf(whole, part)
  if (!rest) return undefined
  const apart = rest.of / whole.of
  const [low, high] = differenceInterval(part, rest)
  const margin: Interval = [low * apart, high * apart]
  const difference = part.share - whole.share
  const chance = twoProportionTest(part, rest)
  const real = (low > 0 || high < 0) && chance < believed && Math.abs(difference) >= smallest - 1e-9
  return { verdict: real ? (difference > 0 ? 'higher' : 'lower') : 'same', difference, margin, chance }
}
