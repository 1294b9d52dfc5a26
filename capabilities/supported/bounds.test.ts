import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { boundsOf, type Provider, step, type Told } from './bounds.ts'

/** A count as it may be told when nothing is closed. */
const told = (residents: number): Told => (residents < step ? { state: 'few', low: null } : { state: 'told', low: Math.floor(residents / step) * step })

/** Residents, each with the providers that support them. */
const residents = fc.array(fc.subarray(['a', 'b', 'c'], { minLength: 1 }), { maxLength: 120 })
const providersOf = (all: readonly string[][]): Provider[] => ['a', 'b', 'c'].map((organizationId) => ({ organizationId, ...told(all.filter((it) => it.includes(organizationId)).length) }))

describe('[WIJ-16] residents who may be with several providers', () => {
  test('are never fewer than the least and never more than the most that is told, however they overlap', () => {
    fc.assert(
      fc.property(residents, (all) => {
        const bounds = boundsOf(providersOf(all))
        expect(bounds?.atLeast).toBeLessThanOrEqual(all.length)
        expect(bounds?.atMost).toBeGreaterThanOrEqual(all.length)
        expect(bounds?.total).toBeNull()
      }),
      { numRuns: 500 },
    )
  })

  test('have one total only when all who counted did so together', () => {
    fc.assert(
      fc.property(residents, fc.subarray(['a', 'b', 'c'], { minLength: 2 }), (all, parties) => {
        const distinct = all.filter((it) => it.some((one) => parties.includes(one))).length
        const together = { ...told(distinct), parties }
        const bounds = boundsOf(providersOf(all), together)
        expect(bounds?.atLeast).toBeLessThanOrEqual(all.length)
        expect(bounds?.atMost).toBeGreaterThanOrEqual(all.length)
        expect(bounds?.total !== null).toBe(parties.length === 3 && distinct >= step)
        if (bounds?.total) expect(all.length >= bounds.total.low && all.length <= bounds.total.high).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  test('have no upper bound while a count is not told, and none at all when everything was withdrawn', () => {
    expect(boundsOf([{ organizationId: 'a', state: 'told', low: 40 }, { organizationId: 'b', state: 'closed', low: null }])).toEqual({ atLeast: 40, atMost: null, total: null })
    expect(boundsOf([{ organizationId: 'a', state: 'withdrawn', low: null }])).toBeUndefined()
  })

  test('a withdrawn count takes no part, and a count together replaces those of its parties only', () => {
    const apart: Provider[] = [{ organizationId: 'a', state: 'told', low: 40 }, { organizationId: 'b', state: 'told', low: 30 }, { organizationId: 'c', state: 'few', low: null }, { organizationId: 'd', state: 'withdrawn', low: null }]
    expect(boundsOf(apart)).toEqual({ atLeast: 40, atMost: 44 + 34 + 4, total: null })
    expect(boundsOf(apart, { state: 'told', low: 55, parties: ['a', 'b'] })).toEqual({ atLeast: 55, atMost: 59 + 4, total: null })
  })
})
