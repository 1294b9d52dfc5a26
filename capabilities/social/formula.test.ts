import fc from 'fast-check'
import { expect, test } from 'vitest'
import { indexOf, markOf, partKeys, plainFormula, reversed, type Round, scoreOf } from './formula.ts'

const marks = fc.tuple(...Array.from({ length: 4 }, () => fc.integer({ min: 1, max: 10 })))
const round = (score: number | null, parts: readonly (number | null)[] = [6, 6, 6]): Round => ({ name: 'x', closedOn: '2026-01-01', answers: 20, statements: [5, 5, 5, 5], score, margin: 0.3, parts })

test('[WIJ-12] property: a score stays between 1 and 10, and agreeing more with the negative statement never raises it', () => {
  fc.assert(
    fc.property(marks, fc.tuple(...Array.from({ length: 4 }, () => fc.integer({ min: 0, max: 10 }))).filter((it) => it.some((weight) => weight > 0)), (given, weights) => {
      const score = scoreOf(given, weights)
      expect(score).toBeGreaterThanOrEqual(1)
      expect(score).toBeLessThanOrEqual(10)
      const [know = 1, ...rest] = given
      if (know < 10) expect(scoreOf([know + 1, ...rest], weights)).toBeLessThanOrEqual(score)
    }),
  )
})

test('[WIJ-12] the best answer is a 10 and the worst a 1, with the first statement turned around', () => {
  expect(scoreOf([1, 10, 10, 10], [1, 1, 1, 1])).toBe(10)
  expect(scoreOf([10, 1, 1, 1], [1, 1, 1, 1])).toBe(1)
  expect(reversed(reversed(4))).toBe(4)
})

test('[WIJ-13] a figure is a mark between its two ends, in either direction, and never beyond them', () => {
  expect([15, 7.5, 0, 30, -5].map((value) => markOf({ indicator: 'u', worst: 15, best: 0 }, value))).toEqual([1, 5.5, 10, 1, 10])
})

test('[WIJ-13] a part of which one figure is missing falls back whole, and to the newest round that has it', () => {
  const formula = { ...plainFormula, parts: { ...plainFormula.parts, capacities: { weight: 1, figures: [{ indicator: 'a', worst: 0, best: 10 }, { indicator: 'b', worst: 0, best: 10 }] } } }
  const of = (known: Record<string, number>, rounds: readonly Round[]) => indexOf(formula, (key) => known[key] ?? null, rounds).parts[0]
  expect(of({ a: 10, b: 0 }, [])).toMatchObject({ from: 'figures', mark: 5.5 })
  expect(of({ a: 10 }, [round(5, [null, 6, 6]), round(5, [7, 6, 6])])).toMatchObject({ from: 'survey', mark: 7 })
  expect(of({ a: 10 }, [])).toMatchObject({ from: null, mark: null })
})

test('[WIJ-13] the index is there only when every part that counts is', () => {
  expect(indexOf(plainFormula, () => null, [round(null)]).mark).toBeNull()
  expect(indexOf(plainFormula, () => null, [round(8)]).mark).toBe(6.5)
  const bondless = { ...plainFormula, parts: { ...plainFormula.parts, 'social-bond': { weight: 0, figures: [] } } }
  expect(indexOf(bondless, () => null, [round(null)]).mark).toBe(6)
  expect(indexOf(plainFormula, () => null, []).parts.map(({ key }) => key)).toEqual([...partKeys])
})
