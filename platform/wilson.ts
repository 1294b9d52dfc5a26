/** A share of a counted group: a fraction from 0 to 1, and how many are in the group. */
export type Share = { share: number; of: number }
export type Interval = readonly [low: number, high: number]

/** The 97.5th percentile of the standard normal distribution, for intervals of 95%. */
const z = 1.959963984540054

/**
 * The 95% interval of a share, which unlike the textbook one stays between 0 and 1 and holds for small groups.
 *
 * @source E.B. Wilson, "Probable inference, the law of succession, and statistical inference", JASA 22 (1927) 209-212;
 *   as method 3 in R.G. Newcombe, "Two-sided confidence intervals for the single proportion", Statistics in Medicine 17 (1998) 857-872
 */
export function wilson({ share, of }: Share): Interval {
  const middle = (share + (z * z) / (2 * of)) / (1 + (z * z) / of)
  const half = (z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of))) / (1 + (z * z) / of)
  return [Math.max(0, middle - half), Math.min(1, middle + half)]
}
