import type { Group } from '../asking.ts'
import type { Order, Point } from '../search.ts'
import { Best } from './best.ts'
import { type Entries, type Marks, stands } from './entries.ts'
import { both, either, type Numbers, type Postings, standingIn } from './postings.ts'
import { rankedOf, sinks } from './ranked.ts'
import type { Wanted } from './wanted.ts'

/** A question as memory can answer it. `words` is empty when everything is asked for; `today` is a number like those of an entry. */
export type Asks = { words: readonly Wanted[]; loose: boolean; areaId: string | null; near: Point | null; groups: readonly Group[]; order: Order; skipped: number; shown: number; today: number }
/** How many there are, how many there would be with each mark, and which stand on the page that was asked for. */
export type Answer = { total: number; counts: Record<string, number>; entities: string[]; ids: string[] }

const withoutWords = 1

function holding(entries: Entries, it: Wanted): Numbers {
  if (typeof it === 'string') return entries.holding(it)?.entries ?? new Uint32Array()
  if (it.how === '&') return inAll(entries, it.of)
  return it.of.map((part) => holding(entries, part)).reduce(either)
}

/** Entries that hold every part: those of the rarest first, so that what stands in many is only looked up. */
function inAll(entries: Entries, parts: readonly Wanted[]): Numbers {
  const all = parts.map((part) => ({ numbers: holding(entries, part), byEntry: typeof part === 'string' ? entries.holding(part)?.byEntry(entries.length) : undefined }))
  const [first, ...others] = all.sort((one, other) => one.numbers.length - other.numbers.length)
  return others.reduce((found, { numbers, byEntry }) => (byEntry ? standingIn(found, byEntry) : both(found, numbers)), first!.numbers)
}

const wordsIn = (it: Wanted): readonly string[] => (typeof it === 'string' ? [it] : it.of.flatMap(wordsIn))

/** The same without words of a choice that stand nowhere, as the ones that were typed wrong. */
function thatStand(entries: Entries, it: Wanted): Wanted {
  if (typeof it === 'string' || it.how === '&') return it
  const of = it.of.filter((part) => typeof part !== 'string' || entries.holding(part) !== undefined)
  return of.length === 1 ? thatStand(entries, of[0]!) : of.length === 0 ? it : { how: '|', of }
}

/** Entries with what their words count for together: all that is asked for, or one part of it when that is enough. `only` is the word, when it is one. */
function weighed(entries: Entries, typed: readonly Wanted[], loose: boolean): { numbers: Numbers; points: Uint32Array | Uint16Array; only?: Postings } {
  const asked = typed.map((it) => thatStand(entries, it))
  const [first, ...others] = asked
  const only = others.length === 0 && typeof first === 'string' ? entries.holding(first) : undefined
  if (only) return { numbers: only.entries, points: only.points, only }
  const numbers = loose ? asked.map((it) => holding(entries, it)).reduce(either) : inAll(entries, asked)
  const points = new Uint32Array(numbers.length)
  for (const word of new Set(asked.flatMap(wordsIn))) entries.holding(word)?.addTo(numbers, points, entries.length)
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

const missing = Number.NaN
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
  const divisors = metres?.map(dividedBy)
  const nowhere = dividedBy(missing)
  const ranked = found?.only && !reaches && order === 'past' ? rankedOf(found.only, standing, marksOf) : null
  if (ranked) {
    for (let at = 0; at < ranked.sets.length; at++) {
      const set = ranked.sets[at]!
      sets[set] = ranked.counts[at]!
      held[set] = holdsFor(filters, entries.marks[set]!)
    }
    const nearest = divisors ? 1 : nowhere
    for (let level = 0; level < ranked.weights.length; level++) {
      const weight = ranked.weights[level]!
      if (weight < best.bound * nearest) break
      for (let at = ranked.begins[level]!; at < ranked.begins[level + 1]!; at++) {
        const number = ranked.numbers[at]!
        const divisor = divisors ? divisors[spotOf[number]!]! : nowhere
        if (weight < best.bound * divisor || held[marksOf[number]!] !== holds.all) continue
        best.offer(0, weight / divisor, number)
      }
    }
  } else {
    const [numbers, points] = [found?.numbers ?? null, found?.points ?? null]
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
  }
  const page = best.from(it.skipped)
  return { ...countsOf(entries, sets, held, filters), entities: page.map((number) => entries.kinds[number]!), ids: page.map((number) => entries.ids[number]!) }
}
