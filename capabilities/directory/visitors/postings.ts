/** Numbers of entries, in order. */
export type Numbers = Uint32Array

/** The entries that hold a word, and what the word counts for in each. Entries are added to it, each with a higher number than the one before. */
export class Postings {
  #entries = new Uint32Array(4)
  #points = new Uint16Array(4)
  #length = 0
  #byEntry: { upTo: number; all: Uint16Array } | undefined

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

  /**
   * What the word counts for by the number of an entry, 0 where it does not stand: for a word that stands in an eighth of them or more, where looking it up by number costs less than going along.
   * @param length how many entries there are
   */
  byEntry(length: number): Uint16Array | undefined {
    if (this.#length * 8 < length) return undefined
    const made = this.#byEntry
    if (made && made.upTo === this.#length && made.all.length >= length) return made.all
    const all = new Uint16Array(length)
    for (let at = 0; at < this.#length; at++) all[this.#entries[at]!] = this.#points[at]!
    this.#byEntry = { upTo: this.#length, all }
    return all
  }

  /** Adds what the word counts for to each of these entries that holds it. @param length how many entries there are */
  addTo(found: Numbers, points: Uint32Array, length: number): void {
    const [entries, counts, byEntry] = [this.entries, this.#points, this.byEntry(length)]
    if (byEntry) {
      for (let at = 0; at < found.length; at++) points[at]! += byEntry[found[at]!]!
      return
    }
    const lookUp = found.length * 16 < entries.length
    let by = 0
    for (let at = 0; at < found.length; at++) {
      const entry = found[at]!
      if (lookUp) by = placeOf(entries, entry, by)
      else while (by < entries.length && entries[by]! < entry) by += 1
      if (by === entries.length) return
      if (entries[by] === entry) points[at]! += counts[by]!
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

/** What is in both. Of the longer one each is looked up when the other is short indeed; otherwise one goes along. */
export function both(one: Numbers, other: Numbers): Numbers {
  const [few, many] = one.length < other.length ? [one, other] : [other, one]
  const found = new Uint32Array(few.length)
  const lookUp = few.length * 16 < many.length
  let [length, by] = [0, 0]
  for (let at = 0; at < few.length; at++) {
    const entry = few[at]!
    if (lookUp) by = placeOf(many, entry, by)
    else while (by < many.length && many[by]! < entry) by += 1
    if (by === many.length) break
    if (many[by] === entry) found[length++] = entry
  }
  return found.subarray(0, length)
}

/** Those of `few` where something stands by their number. */
export function standingIn(few: Numbers, byEntry: Uint16Array): Numbers {
  const found = new Uint32Array(few.length)
  let length = 0
  for (let at = 0; at < few.length; at++) if (byEntry[few[at]!]! > 0) found[length++] = few[at]!
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
