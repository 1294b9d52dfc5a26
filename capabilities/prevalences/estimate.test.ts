import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type AreaFigure, estimate, type Rate, rounded } from './estimate.ts'

const figure = (indicator: string, value: number | null, more: Partial<AreaFigure> = {}): AreaFigure => ({ indicator, name: indicator, unit: 'percent', value, decimals: 0, year: 2009, source: 'bron', doubt: null, over: null, verdict: 'same', ...more })
const lonely: Rate = { base: 'inhabitants', parts: ['age-65-plus'], shareFrom: null, share: 38, low: null, high: null, sample: null }
const schuilenburg = [figure('inhabitants', 4177), figure('age-65-plus', 23)]
const made = (rate: Rate, figures: readonly AreaFigure[]) => {
  const found = estimate(rate, figures)
  if ('why' in found) throw new Error(found.why)
  return found
}

describe('[WIJ-18] an estimate of how many people may need something', () => {
  test('is population times the part times how often it occurs, with a range around it', () => {
    const it = made(lonely, schuilenburg)
    expect(it.people).toBeCloseTo(4177 * 0.23 * 0.38, 6)
    expect(it.low).toBeLessThan(it.people * (22.5 / 23) * (37.5 / 38))
    expect(it.high).toBeGreaterThan(it.people * (23.5 / 23) * (38.5 / 38))
    expect(rounded(it)).toEqual({ people: 370, low: 320, high: 410 })
  })

  test('takes the margin of the source, and otherwise how many people were asked', () => {
    expect(made({ ...lonely, low: 30, high: 46 }, schuilenburg).prevalence).toMatchObject({ low: 0.3, high: 0.46, range: 'margin' })
    const { prevalence } = made({ ...lonely, sample: 400 }, schuilenburg)
    expect(prevalence.range).toBe('sample')
    expect(prevalence.low).toBeCloseTo(0.3338, 3) // Wilson, 38% of 400
    expect(prevalence.high).toBeCloseTo(0.4284, 3)
  })

  test('is not there when a figure is missing: missing is never zero', () => {
    expect(estimate(lonely, [figure('inhabitants', 4177)])).toEqual({ why: 'missing', indicator: 'age-65-plus' })
    expect(estimate(lonely, [figure('inhabitants', 4177), figure('age-65-plus', null)])).toEqual({ why: 'missing', indicator: 'age-65-plus' })
    expect(estimate({ ...lonely, share: null, shareFrom: 'unemployment' }, schuilenburg)).toEqual({ why: 'missing', indicator: 'unemployment' })
  })

  test('never counts the people of a larger area, but may take its percentage', () => {
    expect(estimate(lonely, [figure('inhabitants', 11198, { over: 'Randenbroek-Schuilenburg' }), figure('age-65-plus', 23)])).toEqual({ why: 'only-of-larger-area', indicator: 'inhabitants' })
    expect(made(lonely, [figure('inhabitants', 4177), figure('age-65-plus', 19, { over: 'Randenbroek-Schuilenburg' })]).people).toBeCloseTo(4177 * 0.19 * 0.38, 6)
  })

  test('lies within its range, and the range within the population, whatever the figures', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200_000 }), fc.integer({ min: 0, max: 100 }), fc.double({ min: 0.01, max: 100, noNaN: true }), fc.option(fc.integer({ min: 1, max: 5000 }), { nil: null }), (people, part, share, sample) => {
        const it = made({ ...lonely, share, sample }, [figure('inhabitants', people), figure('age-65-plus', part)])
        const told = rounded(it)
        expect(it.low).toBeLessThanOrEqual(it.people + 1e-6)
        expect(it.high).toBeGreaterThanOrEqual(it.people - 1e-6)
        expect(it.high).toBeLessThanOrEqual(Math.max(1, people) + 1e-6)
        expect(it.low).toBeGreaterThanOrEqual(0)
        expect(told.low).toBeLessThanOrEqual(told.people)
        expect(told.high).toBeGreaterThanOrEqual(told.people)
      }),
    )
  })
})
