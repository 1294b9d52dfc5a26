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

/** Marks that several entries have together. */
export type Marks = readonly string[]
export type Entry = {
  entity: string
  id: string
  name: string
  marks: number
  reach: ReadonlySet<string>
  spot: number
  /** days as numbers, `20260302` for the second of March; what is not set does not limit */
  from: number
  upto: number
  hidden: number
  stale: number
  assured: number
}

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

  of(key: string, make: () => T): number {
    const known = this.#known.get(key)
    if (known !== undefined) return known
    this.#known.set(key, this.all.length)
    return this.all.push(make()) - 1
  }
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

/**
 * All entries of one municipality that a visitor may see today or another day. An entry that is told again gets a new number, and the old one holds nothing any more,
 * so that postings only grow; `wasted` tells how many those are.
 */
export class Entries {
  readonly entries: (Entry | null)[] = []
  readonly #words = new Map<string, Postings>()
  readonly #numbers = new Map<string, number>()
  readonly #reaches = new Map<string, ReadonlySet<string>>()
  readonly #marks = new Numbered<Marks>()
  readonly #spots = new Numbered<readonly [latitude: number, longitude: number] | null>()

  get live(): number {
    return this.#numbers.size
  }
  get wasted(): number {
    return this.entries.length - this.#numbers.size
  }
  get marks(): readonly Marks[] {
    return this.#marks.all
  }
  get spots(): readonly (readonly [latitude: number, longitude: number] | null)[] {
    return this.#spots.all
  }

  holding(word: string): Postings | undefined {
    return this.#words.get(word)
  }

  put(all: readonly Told[]): void {
    for (const it of all) if (it.reach !== null) this.#reaches.set(it.reachKey, new Set(it.reach.split(' ')))
    for (const it of all) {
      const key = `${it.entity} ${it.recordId}`
      const had = this.#numbers.get(key)
      if (had !== undefined) this.entries[had] = null
      if (!it.told) this.#numbers.delete(key)
      else this.#add(key, it)
    }
  }

  #add(key: string, it: Told): void {
    const number = this.entries.length
    const { latitude, longitude } = it
    this.#numbers.set(key, number)
    this.entries.push({
      entity: it.entity, id: it.recordId, name: it.name, reach: this.#reaches.get(it.reachKey)!,
      marks: this.#marks.of(it.facets, () => it.facets.split(' ').filter((mark) => mark !== '')),
      spot: this.#spots.of(`${latitude} ${longitude}`, () => (latitude === null || longitude === null ? null : [latitude, longitude])),
      from: dayNumber(it.publishOn, 0), upto: dayNumber(it.expireOn, never), hidden: dayNumber(it.hideOn, never), stale: dayNumber(it.staleOn, never), assured: dayNumber(it.assuredDate, 0),
    })
    wordsOf(it.document, (word, places) => {
      const known = this.#words.get(word) ?? new Postings()
      this.#words.set(word, known)
      known.push(number, pointsFor(places))
    })
  }
}
