import fc from 'fast-check'
import { expect, test } from 'vitest'
import { newCaseNumber, readCaseNumber } from './number.ts'

test('[PRI-02] every new number can be read back, also in small letters and without dashes', () => {
  for (let count = 0; count < 2000; count++) {
    const number = newCaseNumber()
    expect(readCaseNumber(number)).toBe(number)
    expect(readCaseNumber(number.toLowerCase().replaceAll('-', ' '))).toBe(number)
  }
})

test('[PRI-02] a number with one wrong character, or two neighbours swapped, is no number', () => {
  const numbers = fc.integer({ min: 0, max: 200 }).map(() => newCaseNumber().replaceAll('-', ''))
  fc.assert(
    fc.property(numbers, fc.integer({ min: 0, max: 8 }), fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'), (number, at, letter) => {
      fc.pre(number[at] !== letter)
      expect(readCaseNumber(number.slice(0, at) + letter + number.slice(at + 1))).toBeUndefined()
    }),
  )
  fc.assert(
    fc.property(numbers, fc.integer({ min: 0, max: 7 }), (number, at) => {
      fc.pre(number[at] !== number[at + 1])
      expect(readCaseNumber(number.slice(0, at) + number[at + 1] + number[at] + number.slice(at + 2))).toBeUndefined()
    }),
  )
})

test('[PRI-01] numbers do not follow each other', () => {
  const firsts = new Set(Array.from({ length: 400 }, () => newCaseNumber().slice(0, 2)))
  expect(firsts.size).toBeGreaterThan(200)
})
