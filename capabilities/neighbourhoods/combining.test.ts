import fc from 'fast-check'
import { expect, test } from 'vitest'
import { combined, type PartFigure } from './combining.ts'

const part = (value: number | null, population: number | null = null): PartFigure => ({ value, population, exact: true })

test('[WIJ-05] a percentage of two parts is weighted by the residents of each, so that the whole of Schothorst has 12.0% older people', () => {
  expect(combined('percent', [part(22, 4813), part(6, 8005)])?.value).toBeCloseTo(12.0, 1)
  expect(combined('number', [part(7021), part(4177)])).toEqual({ value: 11198, population: null })
})

test('[WIJ-05] what cannot be combined is not made up', () => {
  expect(combined('percent', [part(22, 4813), part(6)])).toBeUndefined()
  expect(combined('percent', [part(22, 4813), part(null, 8005)])).toBeUndefined()
  expect(combined('number', [part(7021), { value: 4000, population: null, exact: false }])).toBeUndefined()
  expect(combined('euro', [part(26100), part(28400)])).toBeUndefined()
  expect(combined('score', [part(5.4), part(5.2)])).toBeUndefined()
  expect(combined('number', [])).toBeUndefined()
})

test('[WIJ-05] a combined percentage lies between those of its parts, nearer to that of the larger', () => {
  const one = fc.record({ value: fc.double({ min: 0, max: 100, noNaN: true }), population: fc.integer({ min: 1, max: 100_000 }), exact: fc.constant(true) })
  fc.assert(fc.property(one, one, (a, b) => {
    const whole = combined('percent', [a, b])
    expect(whole?.population).toBe(a.population + b.population)
    expect(whole?.value).toBeGreaterThanOrEqual(Math.min(a.value, b.value) - 1e-9)
    expect(whole?.value).toBeLessThanOrEqual(Math.max(a.value, b.value) + 1e-9)
    const [larger, smaller] = a.population >= b.population ? [a, b] : [b, a]
    expect(Math.abs((whole?.value ?? 0) - larger.value)).toBeLessThanOrEqual(Math.abs((whole?.value ?? 0) - smaller.value) + 1e-9)
  }))
})
