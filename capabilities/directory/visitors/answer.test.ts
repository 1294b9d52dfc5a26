import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Asks, answer } from './answer.ts'
import { Entries, type Told } from './entries.ts'
import { rankedOf } from './ranked.ts'
import type { Wanted } from './wanted.ts'

const places = ['1A', '2A,9', '3B', '4C,7', '5,6,7', '8']
const words = ['zorg', 'hulp', 'wijk', 'samen', 'eten']
/** How often each stands in an entry: in nearly all, in half, in few. */
const chance = [0.95, 0.6, 0.4, 0.1, 0.02]
const today = 20260302

/** Numbers from zero to one by chance, the same for a seed. */
function* chanceFrom(seed: number): Generator<number, never> {
  for (let state = seed >>> 0; ; ) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    yield state / 2 ** 32
  }
}

/** A directory of so many entries by chance. */
function directory(seed: number, many: number, from = 0): Told[] {
  const numbers = chanceFrom(seed)
  const chanced = () => numbers.next().value
  const pick = <T>(some: readonly T[]): T => some[Math.floor(chanced() * some.length)]!
  return Array.from({ length: many }, (_, at) => {
    const spot = pick([-1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
    return {
      entity: 'service', recordId: String(from + at).padStart(8, '0'), told: chanced() > 0.05, name: pick(['Aan tafel', 'Aan tafel!', 'Buurthuis', 'Éénmaal', 'Zorg', 'zorg']),
      document: words.flatMap((word, at) => (chanced() < chance[at]! ? [`'${word}':${pick(places)}`] : [])).join(' '), facets: ['kind:service', 'kind:activity', 'handy:wheelchair', 'handy:no-indication', 'cost:free'].filter(() => chanced() < 0.5).join(' '),
      reachKey: 'all', reach: 'wijk-1', latitude: spot < 0 ? null : 52.1 + spot / 50, longitude: spot < 0 ? null : 5.3, publishOn: null, expireOn: null, hideOn: pick([null, null, null, '2026-02-28']), staleOn: pick([null, '2026-01-01', '2026-09-01']), assuredDate: pick([null, '2025-03-04']),
    }
  })
}
const question: fc.Arbitrary<Asks> = fc.record({
  words: fc.subarray(words, { minLength: 1, maxLength: 3 }).map((some) => [...some]).chain((some) => fc.constantFrom<readonly Wanted[]>(some, some.slice(0, 1), some.map((word): Wanted => ({ how: '|', of: ['zrog', word] })))), loose: fc.boolean(), areaId: fc.constantFrom(null, null, null, 'wijk-1', 'wijk-2'), near: fc.option(fc.record({ latitude: fc.constantFrom(52.1, 52.25), longitude: fc.constant(5.31) })),
  groups: fc.subarray([
    { name: 'soort', prefix: 'kind', chosen: ['kind:service'], every: false },
    { name: 'kosten', prefix: 'cost', chosen: ['cost:free'], every: false },
    { name: 'handig', prefix: 'handy', chosen: ['handy:wheelchair', 'handy:no-indication'], every: true },
  ]),
  order: fc.constantFrom('past', 'past', 'past', 'dichtbij', 'gecontroleerd'), skipped: fc.constantFrom(0, 0, 20, 400), shown: fc.constant(20), today: fc.constantFrom(today, today, 20261001),
})

const holdsAll = (document: string, some: readonly string[], loose: boolean): boolean => some[loose ? 'some' : 'every']((word) => document.includes(`'${word}'`))
const isSeen = ({ told, hideOn }: Told, day: number): boolean => told && (hideOn === null || Number(hideOn.replaceAll('-', '')) > day)

describe('what memory answers', () => {
  test('[DIR-12] is the same for who asks first, when it goes along all, and for who asks after that, when what comes first is known; also after a change', () => {
    let ranked = 0
    fc.assert(
      fc.property(fc.nat(), fc.array(question, { minLength: 6, maxLength: 12 }), (seed, questions) => {
        const [first, later] = [directory(seed, 700), directory(seed + 1, 30, 680)]
        const now = new Map(first.map((it) => [it.recordId, it]))
        const entries = new Entries()
        const fresh = () => {
          const same = new Entries()
          same.put([...now.values()])
          return same
        }
        entries.put(first)
        const askAll = () => {
          for (const it of questions) {
            const asked = it.words.map((word) => (typeof word === 'string' ? word : (word.of[1] as string))) // what was typed wrong stands nowhere
            const plain = answer(fresh(), it)
            for (let times = 0; times < 3; times++) expect(answer(entries, it)).toEqual(plain)
            const right = [...now.values()].filter((one) => isSeen(one, it.today) && holdsAll(one.document, asked, it.loose) && (it.areaId === null || one.reach === it.areaId)
              && it.groups.every(({ chosen, every }) => chosen[every ? 'every' : 'some']((mark) => one.facets.split(' ').includes(mark))))
            expect(plain.total).toBe(right.length)
            expect(plain.ids.every((id) => right.some(({ recordId }) => recordId === id))).toBe(true)
            if (asked.length === 1 && rankedOf(entries.holding(asked[0]!)!, entries.standing(it.today), entries.marksOf())) ranked += 1
          }
        }
        askAll()
        for (const it of later) now.set(it.recordId, it)
        entries.put(later)
        askAll()
      }),
      { numRuns: 25, seed: 21 },
    )
    expect(ranked).toBeGreaterThan(50)
  })
})
