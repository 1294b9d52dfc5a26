import type { Group } from '../asking.ts'
import type { Order, Point } from '../search.ts'
import { type Entries, type Marks, stands } from './entries.ts'
import { both, either, type Numbers } from './postings.ts'
import type { Wanted } from './wanted.ts'

/** A question as memory can answer it. `words` is empty when everything is asked for; `today` is a number like those of an entry. */
export type Asks = { words: readonly Wanted[]; loose: boolean; areaId: string | null; near: Point | null; groups: readonly Group[]; order: Order; skipped: number; shown: number; today: number }
/** How many there are, how many there would be with each mark, and which stand on the page that was asked for. */
export type Answer = { total: number; counts: Record<string, number>; entities: string[]; ids: string[] }

const withoutWords = 1

function holding(entries: Entries, it: Wanted): Numbers {
  if (typeof it === 'string') return entries.holding(it)?.entries ?? new Uint32Array()
  const [first, ...others] = it.of.map((part) => holding(entries, part))
  return others.reduce(it.how === '&' ? both : either, first!)
}

const wordsIn = (it: Wanted): readonly string[] => (typeof it === 'string' ? [it] : it.of.flatMap(wordsIn))

/** Entries with what their words count for together: all that is asked for, or one part of it when that is enough. */
function weighed(entries: Entries, asked: readonly Wanted[], loose: boolean): { numbers: Numbers; points: Uint32Array | Uint16Array } {
  const [only, ...others] = asked
  const alone = others.length === 0 && typeof only === 'string' ? entries.holding(only) : undefined
  if (alone) return { numbers: alone.entries, points: alone.points }
  const numbers = asked.map((it) => holding(entries, it)).reduce(loose ? either : both)
  const points = new Uint32Array(numbers.length)
  for (const word of new Set(asked.flatMap(wordsIn))) entries.holding(word)?.addTo(numbers, points)
  return { numbers, points }
}

/** Metres along the sphere from here to each place; NaN for none. The formula of `directory.answer`. */
function metresFrom(here: Point, spots: Entries['spots']): Float64Array {
  const radians = (degrees: number) => degrees * (Math.PI / 180)
  const metres = new Float64Array(spots.length)
  const cosine = Math.cos(radians(here.latitude))
  for (let at = 0; at < spots.length; at++) {
    const spot = spots[at]
    metres[at] = spot
      ? Math.round(12742000 * Math.asin(Math.sqrt(Math.sin(radians(spot[0] - here.latitude) / 2) ** 2 + cosine * Math.cos(radians(spot[0])) * Math.sin(radians(spot[1] - here.longitude) / 2) ** 2)))
      : Number.NaN
  }
  return metres
}

/** How filters hold for a set of marks: all of them, too few, or all but one beside which there may be a choice; that one is `beside` and its place. */
const holds = { unknown: 0, all: 1, tooFew: 2, beside: 3 } as const

/** A filter with its marks by number, as far as any entry has them. */
type Filter = { prefix: string; every: boolean; chosen: readonly (number | undefined)[] }
const numbered = (entries: Entries, groups: readonly Group[]): Filter[] => groups.map(({ prefix, every, chosen }) => ({ prefix, every, chosen: chosen.map((mark) => entries.numberOfMark(mark)) }))

function holdsFor(filters: readonly Filter[], marks: Marks): number {
  let one = -1
  for (let at = 0; at < filters.length; at++) {
    const { every, chosen } = filters[at]!
    const has = (mark: number | undefined): boolean => mark !== undefined && marks.includes(mark)
    if (every ? chosen.every(has) : chosen.some(has)) continue
    if (one !== -1 || every) return holds.tooFew
    one = at
  }
  return one === -1 ? holds.all : holds.beside + one
}

const code = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

/** The best so many of what is offered: by the first number, then the second, the higher the sooner; then by name. */
class Best {
  readonly #all: { first: number; second: number; number: number }[] = []
  readonly #most: number
  readonly #entries: Entries
  readonly #starts: Float64Array
  // Of the last one: most of what is offered comes after it, and this tells so at once.
  #first = 0
  #second = 0
  /** Whatever has no first number and a second one below this comes after all that stand here; a little low, because who asks multiplies where the number itself is divided. */
  bound = -1
  constructor(entries: Entries, most: number) {
    this.#entries = entries
    this.#starts = entries.startsOf()
    this.#most = most
  }

  /** Below zero when what is offered comes before what stands there. */
  #against(at: number, first: number, second: number, number: number): number {
    const it = this.#all[at]!
    const apart = it.first - first || it.second - second || this.#starts[number]! - this.#starts[it.number]!
    if (apart !== 0) return apart
    const { names, ids } = this.#entries
    return code(names[number]!, names[it.number]!) || code(ids[number]!, ids[it.number]!)
  }

  offer(first: number, second: number, number: number): void {
    if (this.#all.length === this.#most) {
      if (first < this.#first || (first === this.#first && second < this.#second)) return
      if (this.#against(this.#most - 1, first, second, number) >= 0) return
      this.#all.pop()
    }
    let [low, high] = [0, this.#all.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.#against(middle, first, second, number) < 0) high = middle
      else low = middle + 1
    }
    this.#all.splice(low, 0, { first, second, number })
    const last = this.#all.at(-1)!
    this.#first = last.first
    this.#second = last.second
    if (this.#all.length === this.#most) this.bound = last.second * (1 - 1e-12)
  }

  from(skipped: number): number[] {
    return this.#all.slice(skipped).map(({ number }) => number)
  }
}

const missing = Number.NaN
/** What an entry counts for when it was checked long ago, and when it never was. */
const sinks = Float64Array.of(0, 1, 0.55, 0.4)
const farthest = -1e9
/** What points are divided by for how far it is; something without a place stands at three kilometres. */
const dividedBy = (metres: number): number => 1 + (Number.isNaN(metres) ? 3000 : metres) / 4000

/** How many there are with each mark: of those for which all filters hold, and of those for which all but one do the marks of that one. */
function countsOf(entries: Entries, sets: Uint32Array, held: Uint8Array, filters: readonly Filter[]): Pick<Answer, 'total' | 'counts'> {
  const { marks, markNames } = entries
  const all = new Uint32Array(markNames.length)
  const beside = filters.map(() => new Uint32Array(markNames.length))
  let total = 0
  for (let set = 0; set < sets.length; set++) {
    const n = sets[set]!
    const how = held[set]!
    if (n === 0 || how === holds.tooFew) continue
    if (how === holds.all) total += n
    const counted = how === holds.all ? all : beside[how - holds.beside]!
    for (const mark of marks[set]!) counted[mark]! += n
  }
  const counts: Record<string, number> = {}
  for (let mark = 0; mark < markNames.length; mark++) {
    const name = markNames[mark]!
    let n = all[mark]!
    for (let at = 0; at < filters.length; at++) if (name.startsWith(`${filters[at]!.prefix}:`)) n += beside[at]![mark]!
    if (n > 0) counts[name] = n
  }
  return { total, counts }
}

/** Answers a question of a visitor, as `directory.answer` does for everybody. */
export function answer(entries: Entries, it: Asks): Answer {
  const filters = numbered(entries, it.groups.filter(({ chosen }) => chosen.length > 0))
  const found = it.words.length > 0 ? weighed(entries, it.words, it.loose) : null
  const metres = it.near && metresFrom(it.near, entries.spots)
  const [standing, marksOf, spotOf, reachOf, assuredOf] = [entries.standing(it.today), entries.marksOf(), entries.spotOf(), entries.reachOf(), entries.assuredOf()]
  const { areaId, order } = it
  const reaches = areaId === null ? null : Uint8Array.from(entries.reaches, (reach) => (reach.has(areaId) ? 1 : 0))
  const sets = new Uint32Array(entries.marks.length)
  const held = new Uint8Array(sets.length)
  const best = new Best(entries, it.skipped + it.shown)
  const [numbers, points] = [found?.numbers ?? null, found?.points ?? null]
  const divisors = metres && metres.map(dividedBy)
  const nowhere = dividedBy(missing)
  const length = numbers ? numbers.length : entries.length
  for (let at = 0; at < length; at++) {
    const number = numbers ? numbers[at]! : at
    const stand = standing[number]!
    if (stand === stands.hidden || (reaches && reaches[reachOf[number]!] === 0)) continue
    const set = marksOf[number]!
    sets[set]! += 1
    let how = held[set]!
    if (how === holds.unknown) held[set] = how = holdsFor(filters, entries.marks[set]!)
    if (how !== holds.all) continue
    const weight = (points ? points[at]! : withoutWords) * sinks[stand]!
    const divisor = divisors ? divisors[spotOf[number]!]! : nowhere
    if (order === 'past') {
      if (weight < best.bound * divisor) continue
      best.offer(0, weight / divisor, number)
    } else {
      const away = metres ? metres[spotOf[number]!]! : missing
      best.offer(order === 'gecontroleerd' ? assuredOf[number]! : Number.isNaN(away) ? farthest : -away, weight / divisor, number)
    }
  }
  const page = best.from(it.skipped)
  return { ...countsOf(entries, sets, held, filters), entities: page.map((number) => entries.kinds[number]!), ids: page.map((number) => entries.ids[number]!) }
}
