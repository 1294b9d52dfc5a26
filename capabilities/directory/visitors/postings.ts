/** Numbers of entries, in order. */
export type Numbers = Uint32Array

/** The entries that hold a word, and what the word counts for in each. Entries are added to it, each with a higher number than the one before. */
export class Postings {
  #entries = new Uint32Array(4)
  #points = new Uint16Array(4)
  #length = 0

  push(entry: number, points: number): void {
    if (this.#length === this.#entries.length) {
      const entries = new Uint32Array(this.#length * 2)
      entries.set(this.#entries)
      this.#entries = entries
      const more = new Uint16Array(this.#length * 2)
      more.set(this.#points)
      this.#points = more
    }
    this.#entries[this.#length] = entry
    this.#points[this.#length++] = points
  }

  get entries(): Numbers {
    return this.#entries.subarray(0, this.#length)
  }

  /** What the word counts for in each of them. */
  get points(): Uint16Array {
    return this.#points.subarray(0, this.#length)
  }
  /** Adds what the word counts for to each of these entries that holds it. */
  addTo(found: Numbers, points: Uint32Array): void {
    const [entries, counts] = [this.entries, this.#points]
    // Everything that holds the word was found, as when one word is asked for.
    if (found.length === entries.length && found.buffer === entries.buffer) {
      for (let at = 0; at < found.length; at++) points[at]! += counts[at]!
      return
    }
    const walk = walker(found.length, entries)
    let by = 0
    for (let at = 0; at < found.length; at++) {
      by = walk(found[at]!, by)
      if (by === entries.length) return
      if (entries[by] === found[at]) points[at]! += counts[by]!
    }
  }
}

/** The first place from `from` on where at least this number stands. */
function placeOf(all: Numbers, entry: number, from: number): number {
  let [low, high] = [from, all.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (all[middle]! < entry) low = middle + 1
    else high = middle
  }
  return low
}

/** How to go along in many numbers for this few: each is looked up when they are few indeed, and otherwise one walks along. */
const walker = (few: number, many: Numbers) =>
  few * 16 < many.length ? (entry: number, from: number): number => placeOf(many, entry, from)
    : (entry: number, from: number): number => {
        let at = from
        while (at < many.length && many[at]! < entry) at += 1
        return at
      }

/** What is in both. */
export function both(one: Numbers, other: Numbers): Numbers {
  const [few, many] = one.length < other.length ? [one, other] : [other, one]
  const found = new Uint32Array(few.length)
  const walk = walker(few.length, many)
  let [length, at] = [0, 0]
  for (const entry of few) {
    at = walk(entry, at)
    if (at === many.length) break
    if (many[at] === entry) found[length++] = entry
  }
  return found.subarray(0, length)
}

/** What is in one or the other. */
export function either(one: Numbers, other: Numbers): Numbers {
  if (one.length === 0) return other
  if (other.length === 0) return one
  const found = new Uint32Array(one.length + other.length)
  let [length, at, by] = [0, 0, 0]
  while (at < one.length && by < other.length) {
    const [a, b] = [one[at]!, other[by]!]
    found[length++] = Math.min(a, b)
    if (a <= b) at += 1
    if (b <= a) by += 1
  }
  for (; at < one.length; at++) found[length++] = one[at]!
  for (; by < other.length; by++) found[length++] = other[by]!
  return found.subarray(0, length)
}
