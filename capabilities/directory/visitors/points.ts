/** What a word counts for, by the letter of where it stands: in the name, in what the entry is for, further on, around it. The numbers of `directory.answer`. */
const weights = { A: Math.fround(1), B: Math.fround(0.6), C: Math.fround(0.2), D: Math.fround(0.05) }
const single = Math.fround
const limit = 1.64493406685 // of 1 + 1/4 + 1/9 + ...

/**
 * What a word counts for in an entry, in thousandths: where it stands best counts whole, and each other place less and less. It is what `ts_rank` gives for one word,
 * in the numbers of single precision it reckons with, so that the same entries come first whether the database answers or memory.
 *
 * @param places as in a `tsvector`, without the word: `1A,3` for the first word of the name and the third of what stands around it; empty when places were not kept
 * @source PostgreSQL, src/backend/utils/adt/tsrank.c, calc_rank_or
 */
export function pointsOf(places: string): number {
  let [sum, best, bestAt, at] = [0, -1, 0, 0]
  for (const place of places.split(',')) {
    const letter = place.at(-1)
    const weight = letter === 'A' || letter === 'B' || letter === 'C' ? weights[letter] : weights.D
    sum = single(sum + single(weight / ((at + 1) * (at + 1))))
    if (weight > best) [best, bestAt] = [weight, at]
    at += 1
  }
  return Math.round(1000 * single(single(single(best + sum) - single(best / ((bestAt + 1) * (bestAt + 1)))) / limit))
}
