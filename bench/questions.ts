import { chances } from './random.ts'
import { service, small } from './services.ts'

export type Kind = 'exact' | 'typo' | 'broad' | 'filter' | 'near' | 'suggest'
export type Asking = { kind: Kind; /** the words, or the beginning of one */ q: string; postcode?: string }

/** The kinds, by turns. */
export const kinds: readonly Kind[] = ['exact', 'typo', 'broad', 'filter', 'near', 'suggest']
const letters = 'abcdefghijklmnopqrstuvwxyz'

const longest = (name: string): string => name.toLowerCase().split(' ').reduce((one, other) => (other.length > one.length ? other : one))

/** One letter left out, too many, wrong, or in the place of its neighbour. Never the same word. */
export function edited(word: string, it: ReturnType<typeof chances>): string {
  for (;;) {
    const at = it.whole(word.length - 1)
    const letter = it.pick([...letters])
    const wrong = [word.slice(0, at) + word.slice(at + 1), word.slice(0, at) + letter + word.slice(at), word.slice(0, at) + letter + word.slice(at + 1), word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2)][it.whole(4)]!
    if (wrong !== word) return wrong
  }
}

/** Four postcodes that are on the map, and where. */
export const postcodes = [
  { postcode4: '3811', latitude: 52.155, longitude: 5.387 }, { postcode4: '3812', latitude: 52.163, longitude: 5.372 }, { postcode4: '3813', latitude: 52.145, longitude: 5.394 }, { postcode4: '3822', latitude: 52.182, longitude: 5.401 },
] as const

/** Where service `place` is to be found, and whether one comes there without an indication. */
export function standing(seed: number, place: number): { spot: number; indication: 'not-needed' | 'unknown' } {
  const it = chances(seed + 7, place)
  return { spot: it.whole(spots), indication: it.whole(4) === 0 ? 'not-needed' : 'unknown' }
}
export const spots = 60
/** Where spot `place` lies. */
export function spotAt(seed: number, place: number): { id: string; latitude: number; longitude: number } {
  const it = chances(seed + 8, place)
  return { id: it.uuid(), latitude: 52.12 + it.whole(9000) / 100_000, longitude: 5.33 + it.whole(11_000) / 100_000 }
}

/** Question number `place` to a directory of so many services: about one of them, in the words of its name. */
export function questionAt(seed: number, size: number, place: number): Asking & { about: number } {
  const it = chances(seed + 9, place)
  const kind = kinds[place % kinds.length]!
  const about = it.whole(size)
  const { name } = service(seed, about)
  const word = longest(name)
  if (kind === 'exact') return { kind, about, q: name.toLowerCase() }
  if (kind === 'typo') return { kind, about, q: edited(word, it) }
  if (kind === 'broad') return { kind, about, q: it.pick(['zorg', 'hulp', 'steun', 'wijk', 'buurt', 'thuis', 'taal', 'geld']) }
  if (kind === 'filter') return { kind, about, q: word }
  if (kind === 'near') return { kind, about, q: word, postcode: it.pick(postcodes).postcode4 }
  return { kind, about, q: word.slice(0, 3 + it.whole(3)) }
}

/** Words of the names, and each with one letter wrong that makes no other word of the directory. */
export function edits(seed: number, size: number, count: number): { word: string; wrong: string }[] {
  const known = new Set<string>()
  for (let place = 0; place < size; place++) {
    const { name, summary, description, forWhom } = service(seed, place)
    for (const word of `${name} ${summary} ${description} ${forWhom}`.toLowerCase().split(/[^a-z]+/)) known.add(word)
  }
  const found = new Map<string, string>()
  for (let place = 0; found.size < count && place < count * 20; place++) {
    const it = chances(seed + 10, place)
    const { name, public: open } = service(seed, it.whole(size))
    const word = longest(name)
    const wrong = open && word.length >= 5 && !small.includes(word) && !found.has(word) ? edited(word, it) : word
    if (!known.has(wrong)) found.set(word, wrong)
  }
  return [...found].map(([word, wrong]) => ({ word, wrong }))
}
