import { pointsOf } from './points.ts'
import { Postings } from './postings.ts'

/** An entry as the database tells it for visitors. `told` is false when no visitor may see it; `document` is how PostgreSQL writes a `tsvector`; days are `yyyy-mm-dd`. */
export type Told = {
  entity: string
  recordId: string
  told: boolean
  name: string
  document: string
  /** marks with a space between them */
  facets: string
  reachKey: string
  /** areas with a space between them; null when they were told before under this key */
  reach: string | null
  latitude: number | null
  longitude: number | null
  publishOn: string | null
  expireOn: string | null
  hideOn: string | null
  staleOn: string | null
  assuredDate: string | null
}

/** Marks that several entries have together, each by its number. */
export type Marks = Uint16Array
type Spot = readonly [latitude: number, longitude: number] | null
/** How an entry stands on a day: gone or not to be seen, checked lately, checked long ago, or never checked though it should be. */
export const stands = { hidden: 0, fresh: 1, old: 2, unchecked: 3 } as const

const never = 99_999_999
const dayNumber = (day: string | null, otherwise: number): number => (day === null ? otherwise : Number(day.slice(0, 4) + day.slice(5, 7) + day.slice(8, 10)))

const known = new Map<string, number>()
/** The same few places come again and again. */
function pointsFor(places: string): number {
  const before = known.get(places)
  if (before !== undefined) return before
  if (known.size > 50_000) known.clear()
  const points = pointsOf(places)
  known.set(places, points)
  return points
}

/** Numbers for things that come again and again. */
class Numbered<T> {
  readonly all: T[] = []
  readonly #known = new Map<string, number>()

  find(key: string): number | undefined {
    return this.#known.get(key)
  }

  of(key: string, make: () => T): number {
    const known = this.#known.get(key)
    if (known !== undefined) return known
    this.#known.set(key, this.all.length)
    return this.all.push(make()) - 1
  }
}

/** The first six letters of a name as one number: of two names the one with the lower number comes first, and with the same number the names themselves tell. It ends at a letter of other alphabets. */
export function startOf(name: string): number {
  let [start, most] = [0, 6]
  for (let at = 0; at < 6; at++) {
    const letter = at < Math.min(most, name.length) ? Math.min(255, name.charCodeAt(at)) : 0
    if (letter === 255) most = at
    start = start * 256 + letter
  }
  return start
}

/** Calls `each` for every word of a `tsvector` as PostgreSQL writes it, with the places where it stands. */
export function wordsOf(document: string, each: (word: string, places: string) => void): void {
  for (let at = document.indexOf("'"); at !== -1; at = document.indexOf("'", at)) {
    let end = document.indexOf("'", at + 1)
    let quoted = false
    while (document[end + 1] === "'") {
      quoted = true
      end = document.indexOf("'", end + 2)
    }
    const word = quoted ? document.slice(at + 1, end).replaceAll("''", "'") : document.slice(at + 1, end)
    const next = document.indexOf(' ', end)
    at = next === -1 ? document.length : next
    each(word, document.slice(end + 2, at))
  }
}

type Row = Int32Array | Float64Array

/** Numbers of entries, one after the other, so that going along all of them costs little. */
class Column<R extends Row> {
  #all: R
  readonly #make: (length: number) => R
  constructor(make: (length: number) => R) {
    this.#make = make
    this.#all = make(64)
  }
  get all(): R {
    return this.#all
  }
  set(entry: number, value: number): void {
    if (entry >= this.#all.length) {
      const larger = this.#make(this.#all.length * 2)
      larger.set(this.#all)
      this.#all = larger
    }
    const all: Row = this.#all
    all[entry] = value
  }
}
const whole = (): Column<Int32Array> => new Column((length) => new Int32Array(length))

/**
 * All entries of one municipality that a visitor may see today or another day, by number. An entry that is told again gets a new number, and the old one stands for
 * nothing any more, so that postings only grow; `wasted` tells how many those are. Days are numbers: `20260302` is the second of March.
 */
export class Entries {
  readonly ids: string[] = []
  readonly names: string[] = []
  readonly kinds: string[] = []
  readonly #words = new Map<string, Postings>()
  readonly #numbers = new Map<string, number>()
  readonly #marks = new Numbered<Marks>()
  readonly #markNames = new Numbered<string>()
  readonly #starts = new Column<Float64Array>((length) => new Float64Array(length))
  readonly #spots = new Numbered<Spot>()
  readonly #reaches = new Numbered<ReadonlySet<string>>()
  readonly #columns = { marks: whole(), spot: whole(), reach: whole(), from: whole(), upto: whole(), hidden: whole(), stale: whole(), assured: whole() }
  #standing: { day: number; all: Uint8Array } | undefined

  /** Numbers that were given. */
  get length(): number {
    return this.ids.length
  }
  get live(): number {
    return this.#numbers.size
  }
  get wasted(): number {
    return this.ids.length - this.#numbers.size
  }
  get marks(): readonly Marks[] {
    return this.#marks.all
  }
  numberOfMark(mark: string): number | undefined {
    return this.#markNames.find(mark)
  }
  /** What each number of a mark stands for. */
  get markNames(): readonly string[] {
    return this.#markNames.all
  }
  /** How each name begins (see `startOf`). */
  startsOf = (): Float64Array => this.#starts.all
  get spots(): readonly Spot[] {
    return this.#spots.all
  }
  get reaches(): readonly ReadonlySet<string>[] {
    return this.#reaches.all
  }
  marksOf = (): Int32Array => this.#columns.marks.all
  spotOf = (): Int32Array => this.#columns.spot.all
  reachOf = (): Int32Array => this.#columns.reach.all
  /** The day each was checked; 0 for never. */
  assuredOf = (): Int32Array => this.#columns.assured.all

  holding(word: string): Postings | undefined {
    return this.#words.get(word)
  }

  /** How each stands on this day (see `stands`). */
  standing(day: number): Uint8Array {
    if (this.#standing?.day === day) return this.#standing.all
    const all = new Uint8Array(this.length)
    const { from, upto, hidden, stale, assured } = this.#columns
    for (const number of this.#numbers.values()) {
      if (from.all[number]! > day || upto.all[number]! < day || hidden.all[number]! <= day) continue
      all[number] = stale.all[number]! > day ? stands.fresh : assured.all[number] === 0 ? stands.unchecked : stands.old
    }
    this.#standing = { day, all }
    return all
  }

  put(all: readonly Told[]): void {
    for (const { reach, reachKey } of all) if (reach !== null) this.#reaches.of(reachKey, () => new Set(reach.split(' ')))
    for (const it of all) {
      const key = `${it.entity} ${it.recordId}`
      this.#numbers.delete(key)
      if (it.told) this.#add(key, it)
    }
    this.#standing = undefined
  }

  #add(key: string, it: Told): void {
    const number = this.ids.push(it.recordId) - 1
    const { latitude, longitude } = it
    this.names.push(it.name)
    this.#starts.set(number, startOf(it.name))
    this.kinds.push(it.entity)
    this.#numbers.set(key, number)
    const to = this.#columns
    to.marks.set(number, this.#marks.of(it.facets, () => Uint16Array.from(it.facets.split(' ').filter((mark) => mark !== ''), (mark) => this.#markNames.of(mark, () => mark))))
    to.spot.set(number, this.#spots.of(`${latitude} ${longitude}`, () => (latitude === null || longitude === null ? null : [latitude, longitude])))
    to.reach.set(number, this.#reaches.of(it.reachKey, () => new Set()))
    to.from.set(number, dayNumber(it.publishOn, 0))
    to.upto.set(number, dayNumber(it.expireOn, never))
    to.hidden.set(number, dayNumber(it.hideOn, never))
    to.stale.set(number, dayNumber(it.staleOn, never))
    to.assured.set(number, dayNumber(it.assuredDate, 0))
    wordsOf(it.document, (word, places) => {
      const known = this.#words.get(word) ?? new Postings()
      this.#words.set(word, known)
      known.push(number, pointsFor(places))
    })
  }
}
