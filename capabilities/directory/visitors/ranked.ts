import { stands } from './entries.ts'
import type { Numbers, Postings } from './postings.ts'

/** What an entry counts for by how it stands: less when it was checked long ago, and least when it never was. */
export const sinks = Float64Array.of(0, 1, 0.55, 0.4)

/** The entries with a word that can be seen, by what it counts for in them, the most first. */
export type Ranked = {
  /** what it counts for on each level */
  weights: Float64Array
  /** where each level begins in `numbers`, and where the last one ends */
  begins: Uint32Array
  numbers: Numbers
  /** the sets of marks that they have, and how many have each */
  sets: Uint32Array
  counts: Uint32Array
}

/** Fewer than this are gone along as fast. */
const leastRanked = 256
const kept = new WeakMap<Postings, { standing: Uint8Array; ranked: Ranked | null }>()

/**
 * The entries with this word by what it counts for, when it was asked before while they stood like this: whoever is the first to ask goes along all of them, which costs as much as this does.
 * What stands on the first page is then found without looking at the rest, and how many there are is known.
 *
 * @param standing how each entry stands (see `stands`); another array when anything changed
 * @param marksOf the set of marks of each
 */
export function rankedOf(word: Postings, standing: Uint8Array, marksOf: Int32Array): Ranked | null {
  if (word.entries.length < leastRanked) return null
  const known = kept.get(word)
  if (known?.standing !== standing) {
    kept.set(word, { standing, ranked: null })
    return null
  }
  known.ranked ??= rank(word, standing, marksOf)
  return known.ranked
}

function rank({ entries, points }: Postings, standing: Uint8Array, marksOf: Int32Array): Ranked {
  const kinds = sinks.length
  const levelOf = new Map<number, { key: number; many: number; next: number }>()
  const many = new Map<number, number>()
  let seen = 0
  for (let at = 0; at < entries.length; at++) {
    const number = entries[at]!
    const stand = standing[number]!
    if (stand === stands.hidden) continue
    seen += 1
    const key = points[at]! * kinds + stand
    const level = levelOf.get(key)
    if (level) level.many += 1
    else levelOf.set(key, { key, many: 1, next: 0 })
    const set = marksOf[number]!
    many.set(set, (many.get(set) ?? 0) + 1)
  }
  const weightOf = (key: number): number => Math.floor(key / kinds) * sinks[key % kinds]!
  const levels = [...levelOf.values()].sort((one, other) => weightOf(other.key) - weightOf(one.key))
  const begins = new Uint32Array(levels.length + 1)
  for (const [at, level] of levels.entries()) {
    level.next = begins[at]!
    begins[at + 1] = level.next + level.many
  }
  const numbers = new Uint32Array(seen)
  for (let at = 0; at < entries.length; at++) {
    const number = entries[at]!
    const stand = standing[number]!
    if (stand !== stands.hidden) numbers[levelOf.get(points[at]! * kinds + stand)!.next++] = number
  }
  return { weights: Float64Array.from(levels, ({ key }) => weightOf(key)), begins, numbers, sets: Uint32Array.from(many.keys()), counts: Uint32Array.from(many.values()) }
}
