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
function weighed(entries: Entries, asked: readonly Wanted[], loose: boolean): { numbers: Numbers; points: Uint32Array } {
  const numbers = asked.map((it) => holding(entries, it)).reduce(loose ? either : both)
  const points = new Uint32Array(numbers.length)
  for (const word of new Set(asked.flatMap(wordsIn))) entries.holding(word)?.addTo(numbers, points)
  return { numbers, points }
}

/** Metres along the sphere from here to each place; NaN for none. The formula of `directory.answer`. */
function metresFrom(here: Point, spots: Entries['spots']): Float64Array {
  const radians = (degrees: number) => degrees * (Math.PI / 180)
  return Float64Array.from(spots, (spot) =>
    spot ? Math.round(12742000 * Math.asin(Math.sqrt(Math.sin(radians(spot[0] - here.latitude) / 2) ** 2 + Math.cos(radians(here.latitude)) * Math.cos(radians(spot[0])) * Math.sin(radians(spot[1] - here.longitude) / 2) ** 2))) : Number.NaN)
}

const holdsFor = (group: Group, marks: Marks): boolean => (group.every ? group.chosen.every((mark) => marks.includes(mark)) : group.chosen.some((mark) => marks.includes(mark)))

/** Which of the filters does not hold for these marks: none, one beside which there may be a choice, or too much. */
function missedBy(groups: readonly Group[], marks: Marks): Group | 'none' | 'too-much' {
  const missed = groups.filter((group) => !holdsFor(group, marks))
  return missed.length === 0 ? 'none' : missed.length === 1 && !missed[0]!.every ? missed[0]! : 'too-much'
}

const code = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

/** The best so many of what is offered: by the first number, then the second, the higher the sooner; then by name. */
class Best {
  readonly #all: { first: number; second: number; number: number }[] = []
  readonly #most: number
  readonly #entries: Entries
  // Of the last one: most of what is offered comes after it, and this tells so at once.
  #first = 0
  #second = 0
  constructor(entries: Entries, most: number) {
    this.#entries = entries
    this.#most = most
  }

  /** Below zero when what is offered comes before what stands there. */
  #against(at: number, first: number, second: number, number: number): number {
    const it = this.#all[at]!
    const { names, ids } = this.#entries
    return it.first - first || it.second - second || code(names[number]!, names[it.number]!) || code(ids[number]!, ids[it.number]!)
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
  }

  from(skipped: number): number[] {
    return this.#all.slice(skipped).map(({ number }) => number)
  }
}

const missing = Number.NaN
/** What an entry counts for when it was checked long ago, and when it never was. */
const sinks = [0, 1, 0.55, 0.4] as const
const farthest = -1e9

/** Answers a question of a visitor, as `directory.answer` does for everybody. */
export function answer(entries: Entries, it: Asks): Answer {
  const groups = it.groups.filter(({ chosen }) => chosen.length > 0)
  const found = it.words.length > 0 ? weighed(entries, it.words, it.loose) : null
  const metres = it.near && metresFrom(it.near, entries.spots)
  const [standing, marksOf, spotOf, reachOf, assuredOf] = [entries.standing(it.today), entries.marksOf(), entries.spotOf(), entries.reachOf(), entries.assuredOf()]
  const { areaId } = it
  const reaches = areaId === null ? null : entries.reaches.map((reach) => reach.has(areaId))
  const sets = new Uint32Array(entries.marks.length)
  const missed: ReturnType<typeof missedBy>[] = new Array(sets.length)
  const best = new Best(entries, it.skipped + it.shown)
  const length = found ? found.numbers.length : entries.length
  for (let at = 0; at < length; at++) {
    const number = found ? found.numbers[at]! : at
    const stand = standing[number]!
    if (stand === stands.hidden || (reaches && !reaches[reachOf[number]!])) continue
    const set = marksOf[number]!
    sets[set]! += 1
    missed[set] ??= missedBy(groups, entries.marks[set]!)
    if (missed[set] !== 'none') continue
    const away = metres ? metres[spotOf[number]!]! : missing
    const points = (found ? found.points[at]! : withoutWords) * sinks[stand as 1 | 2 | 3]
    const first = it.order === 'gecontroleerd' ? assuredOf[number]! : it.order === 'dichtbij' ? (Number.isNaN(away) ? farthest : -away) : 0
    best.offer(first, points / (1 + (Number.isNaN(away) ? 3000 : away) / 4000), number)
  }
  const counts: Record<string, number> = {}
  let total = 0
  sets.forEach((n, set) => {
    if (n === 0) return
    const why = missed[set]!
    if (why === 'none') total += n
    if (why === 'too-much') return
    for (const mark of entries.marks[set]!) if (why === 'none' || mark.startsWith(`${why.prefix}:`)) counts[mark] = (counts[mark] ?? 0) + n
  })
  const page = best.from(it.skipped)
  return { total, counts, entities: page.map((number) => entries.kinds[number]!), ids: page.map((number) => entries.ids[number]!) }
}
