import { randomInt } from 'node:crypto'

// Crockford base 32: no I, L, O and U, so that nobody misreads a number from paper.
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXY'
const meant: Record<string, string> = { I: '1', L: '1', O: '0' }
// Z is not used: modulo 31 it would look like 0.
const shape = /^[0-9A-HJKMNP-TV-Y]{10}$/

/**
 * The check character over the nine others: it catches every wrong character and every swap of two neighbours.
 *
 * @source weighted sum modulo the prime 31, weights 2 to 10
 */
const check = (body: string): string => letters[[...body].reduce((sum, letter, index) => sum + letters.indexOf(letter) * (index + 2), 0) % 31] ?? ''

const grouped = (plain: string): string => `${plain.slice(0, 4)}-${plain.slice(4, 8)}-${plain.slice(8)}`

/** A new case number, as "7K3M-Q9TX-2V": random, so that it tells nothing about date, place, team, order or person. */
export function newCaseNumber(): string {
  const body = Array.from({ length: 9 }, () => letters[randomInt(letters.length)]).join('')
  return grouped(body + check(body))
}

/** The number somebody typed, as it is kept; undefined when it cannot be one. Reads I and L as 1, O as 0, and forgives spaces and small letters. */
export function readCaseNumber(typed: string): string | undefined {
  const plain = typed.toUpperCase().replace(/[\s-]/g, '').replace(/[ILO]/g, (letter) => meant[letter] ?? letter)
  if (!shape.test(plain) || plain.at(-1) !== check(plain.slice(0, 9))) return undefined
  return grouped(plain)
}
