import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compare, corrected, differenceInterval, restOf, twoProportionTest } from './comparison.ts'
import { wilson } from '../../platform/wilson.ts'

const of = (count: number, group: number) => ({ share: count / group, of: group })
const rounded = (values: readonly number[]) => values.map((value) => Number(value.toFixed(4)))
const group = fc.integer({ min: 1, max: 200_000 })
const share = group.chain((size) => fc.integer({ min: 0, max: size }).map((count) => of(count, size)))

test('the interval of a share is the published one', () => {
  expect(rounded(wilson(of(81, 263)))).toEqual([0.2553, 0.3662])
  expect(rounded(wilson(of(15, 148)))).toEqual([0.0624, 0.1605])
  expect(rounded(wilson(of(0, 20)))).toEqual([0, 0.1611])
  expect(rounded(wilson(of(1, 29)))).toEqual([0.0061, 0.1718])
})

test('the interval of a difference is the published one', () => {
  expect(rounded(differenceInterval(of(56, 70), of(48, 80)))).toEqual([0.0524, 0.3339])
  expect(rounded(differenceInterval(of(9, 10), of(3, 10)))).toEqual([0.1705, 0.809])
})

test('the test of two shares gives the chance that a table of the normal distribution gives', () => {
  // 0.2 apart with a standard error of 0.07547 is 2.65 of them; the printed table gives 0.00402 on either side
  expect(twoProportionTest(of(56, 70), of(48, 80))).toBeCloseTo(2 * 0.00402, 4)
  expect(twoProportionTest(of(30, 100), of(30, 100))).toBeCloseTo(1, 8)
  expect(twoProportionTest(of(0, 10), of(0, 12))).toBe(1)
})

test('an interval holds its own share, stays between nothing and all, and is narrower for a larger group', () => {
  fc.assert(fc.property(share, (it) => {
    const [low, high] = wilson(it)
    const [larger, largest] = wilson({ share: it.share, of: it.of * 4 })
    expect(low).toBeGreaterThanOrEqual(0)
    expect(high).toBeLessThanOrEqual(1)
    expect(low - 1e-12).toBeLessThanOrEqual(it.share)
    expect(high + 1e-12).toBeGreaterThanOrEqual(it.share)
    expect(largest - larger).toBeLessThan(high - low)
  }))
})

test('the interval of a difference turns round with its groups, and so does the test not', () => {
  fc.assert(fc.property(share, share, (one, other) => {
    const [low, high] = differenceInterval(one, other)
    const [back, forth] = differenceInterval(other, one)
    expect(low).toBeCloseTo(-forth, 10)
    expect(high).toBeCloseTo(-back, 10)
    expect(twoProportionTest(one, other)).toBeCloseTo(twoProportionTest(other, one), 10)
  }))
})

test('a part and its rest make the whole again', () => {
  fc.assert(fc.property(share, share, (part, rest) => {
    const whole = of(Math.round(part.share * part.of) + Math.round(rest.share * rest.of), part.of + rest.of)
    expect(restOf(whole, part)?.share).toBeCloseTo(rest.share, 8)
  }))
})

test('[WIJ-06] a part that is like the rest is said not to differ, however large it is', () => {
  fc.assert(fc.property(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 100, max: 90_000 }), (percent, size) => {
    expect(compare({ share: percent / 100, of: size }, { share: percent / 100, of: 100_000 }, 0.02)?.verdict).toBe('same')
  }))
})

test('[WIJ-06] a difference is told only when its margin stays off the city and it is large enough to matter', () => {
  fc.assert(fc.property(share, fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0.001, max: 0.2, noNaN: true }), (part, city, smallest) => {
    const outcome = compare(part, { share: city, of: part.of * 10 }, smallest)
    if (!outcome || outcome.verdict === 'same') return
    expect(Math.abs(outcome.difference)).toBeGreaterThanOrEqual(smallest - 1e-8)
    expect(outcome.verdict).toBe(outcome.difference > 0 ? 'higher' : 'lower')
    expect(outcome.margin[0] > 0 || outcome.margin[1] < 0).toBe(true)
  }))
})

test('one percent is no news in a large neighbourhood, and seventeen percent is', () => {
  const city = { share: 0.44, of: 59656 }
  expect(compare({ share: 0.45, of: 30000 }, city, 0.02)?.verdict).toBe('same')
  expect(compare({ share: 0.61, of: 3376 }, city, 0.02)?.verdict).toBe('higher')
  expect(compare({ share: 0.23, of: 7021 }, { share: 0.27, of: 143211 }, 0.02)?.verdict).toBe('lower')
  expect(compare({ share: 0.5, of: 12 }, city, 0.02)?.verdict).toBe('same')
})

test('a part as large as its whole cannot be compared', () => {
  expect(compare({ share: 0.2, of: 500 }, { share: 0.2, of: 500 }, 0.02)).toBeUndefined()
})

test('p-values are corrected as in the published example: four of the fifteen stay under 0.05', () => {
  const published = [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719, 0.6528, 0.759, 1]
  const result = corrected([...published].reverse()).reverse()
  expect(result.filter((it) => it < 0.05)).toHaveLength(4)
  expect(rounded(result.slice(0, 4))).toEqual([0.0015, 0.003, 0.0095, 0.0356])
})

test('correction never makes a chance smaller, keeps the order, and leaves one test alone', () => {
  expect(corrected([0.03])).toEqual([0.03])
  fc.assert(fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 40 }), (chances) => {
    const result = corrected(chances)
    for (const [index, chance] of chances.entries()) {
      expect(result[index]).toBeGreaterThanOrEqual(chance * (1 - 1e-12))
      for (const [other, otherChance] of chances.entries()) if (chance < otherChance) expect(result[index]).toBeLessThanOrEqual((result[other] ?? 0) * (1 + 1e-12))
    }
  }))
})
