import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { areaId, municipalityId, organizationId, personId } from '../../db/seeds/demo/cast.ts'
import { idOf } from '../../db/seeds/demo/ids.ts'
import { type Town, town } from '../../tests/support/town.ts'
import type { ShownSupported } from './shown.ts'

// What may be told, written once more and by itself, from the rule in words: docs/decisions. It is held against the database, and then attacked with everything that can be reasoned from it.

const few = 5
const band = (residents: number): string => (residents < few ? 'few' : `${Math.floor(residents / 5) * 5}`)

/** Counts of one provider in a whole and in its two parts; undefined where nobody counted. */
type Tree = { whole?: number; parts: readonly [number | undefined, number | undefined] }

function partsMayBeTold({ whole, parts }: Tree): boolean {
  const counted = parts.filter((it) => it !== undefined)
  if (whole === undefined || counted.length === 0) return true
  const rest = whole - counted.reduce((sum, it) => sum + it, 0)
  return counted.every((it) => it >= few) && (rest >= few || (rest === 0 && counted.length === 2))
}
const told = (residents: number | undefined, open: boolean): string | undefined => (residents === undefined ? undefined : open ? band(residents) : 'closed')
const tellTree = (tree: Tree) => ({ whole: told(tree.whole, true), parts: tree.parts.map((it) => told(it, partsMayBeTold(tree))) })

/** What providers counted together in one place, beside their own counts. */
const togetherMayBeTold = (counts: readonly number[], together: number): boolean => counts.every((it) => it >= few) && together - Math.max(...counts) >= few && counts.reduce((sum, it) => sum + it, 0) - together >= few
const tellTogether = (counts: readonly number[], together: number) => ({ counts: counts.map(band), together: togetherMayBeTold(counts, together) ? band(together) : 'closed' })

const upTo = (most: number): number[] => Array.from({ length: most + 1 }, (_, at) => at)
/** Small values of something that worlds leave possible, for each thing that somebody may know. */
function smallValues<W>(worlds: readonly W[], known: (world: W) => string, value: (world: W) => number): Map<string, Set<number>> {
  const possible = new Map<string, Set<number>>()
  for (const world of worlds) if (value(world) < few) possible.set(known(world), (possible.get(known(world)) ?? new Set()).add(value(world)))
  return possible
}

describe('[WIJ-16] what is told of a small number cannot be narrowed down by reasoning from all that is told', () => {
  // Large enough for a small, a middle and a large count, and for everything between.
  const worlds = upTo(19).flatMap((a) => upTo(19).flatMap((b) => upTo(a + b).filter((together) => together >= Math.max(a, b)).map((together) => ({ a, b, together }))))
  type World = (typeof worlds)[number]
  const hidden: Record<string, (world: World) => number> = { 'the count of one': ({ a }) => a, 'who is only with the other': ({ a, together }) => together - a, 'who is only with the one': ({ b, together }) => together - b, 'who is with both': ({ a, b, together }) => a + b - together }
  const insiders: Record<string, (world: World) => string> = { 'a colleague elsewhere': () => '', 'one who knows the own count': ({ a }) => `${a}`, 'one who knows the count of the other': ({ b }) => `${b}` }

  for (const [who, own] of Object.entries(insiders)) {
    test(`by ${who}, when a count together is told or kept back`, () => {
      for (const value of Object.values(hidden)) {
        const before = smallValues(worlds, (it) => `${own(it)} ${tellTogether([it.a, it.b], 0).counts}`, value)
        const after = smallValues(worlds, (it) => `${own(it)} ${tellTogether([it.a, it.b], 0).counts} ${tellTogether([it.a, it.b], it.together).together}`, value)
        for (const [key, possible] of after) expect([...possible].sort()).toEqual([...(before.get(key.slice(0, key.lastIndexOf(' '))) ?? [])].sort())
      }
    })
  }

  test('by anybody, when counts of parts are told beside the whole', () => {
    const trees = upTo(24).flatMap((whole) => upTo(whole).flatMap((one) => upTo(whole - one).flatMap((other): Required<Tree>[] => [{ whole, parts: [one, other] }, { whole, parts: [one, undefined] }])))
    const small: Record<string, (it: Required<Tree>) => number> = { 'one part': ({ parts }) => parts[0] ?? few, 'the other part': ({ parts }) => parts[1] ?? few, 'what is left': ({ whole, parts }) => { const rest = whole - (parts[0] ?? 0) - (parts[1] ?? 0); return rest === 0 && parts[1] !== undefined ? few : rest } }
    const form = (it: Required<Tree>) => `${tellTree(it).whole} ${it.parts[1] === undefined}`
    for (const value of Object.values(small)) {
      const before = smallValues(trees, form, value)
      const after = smallValues(trees, (it) => `${form(it)} ${tellTree(it).parts}`, value)
      for (const [key, possible] of after) expect([...possible].sort()).toEqual([...(before.get(key.slice(0, key.lastIndexOf(' '))) ?? [])].sort())
    }
  })
})

describe('[WIJ-16] the database', () => {
  let t: Town
  beforeAll(async () => {
    t = await town()
    await t.rows('delete from support_count_corrections')
    await t.rows('delete from support_count_parties')
    await t.rows('delete from support_counts')
  })
  afterAll(() => t.close())

  const [whole, ...parts] = ['schothorst', 'schothorst-zuid', 'schothorst-noord'] as const
  const providers = ['symfora', 'kwintes'] as const
  const put = (area: string, provider: string | null, residents: number, id: string) =>
    t.rows("insert into support_counts (municipality_id, id, area_id, target_group_id, organization_id, counted_on, residents, source, entered_by, entered_at) values ($1, $2, $3, $4, $5, '2026-01-01', $6, 'proef', $7, now())", [municipalityId, id, areaId(area), idOf('term', 'target-group psychisch'), provider && organizationId(provider), residents, personId('petra')])
  const toldOf = async (area: string) => {
    const shown = (await t.as('hassan').json(`/neighbourhoods/${area}/supported`)).json() as ShownSupported
    const day = shown.groups[0]?.days[0]
    const word = (it: { state: string; low: number | null } | null | undefined) => (it ? (it.low === null ? it.state : String(it.low)) : undefined)
    return { providers: Object.fromEntries((day?.providers ?? []).map((it) => [it.name, word(it)])), together: word(day?.together) }
  }

  test('tells exactly what the rule says, for residents in any places with any providers', async () => {
    // How many residents there are in either part, or of whom it is not known in which, with the first provider, the second, or both.
    const residents = fc.array(fc.nat(8), { minLength: 9, maxLength: 9 })
    const counted = fc.record({ whole: fc.boolean(), one: fc.boolean(), other: fc.boolean() })
    await fc.assert(
      fc.asyncProperty(residents, fc.tuple(counted, counted), fc.tuple(fc.boolean(), fc.boolean()), async (living, which, [together, inPart]) => {
        await t.rows('delete from support_count_parties')
        await t.rows('delete from support_counts')
        const numberOf = (provider: number, part?: number) => living.reduce((sum, it, at) => sum + (at % 3 !== 1 - provider && (part === undefined || Math.floor(at / 3) === part) ? it : 0), 0)
        const everybody = living.reduce((sum, it) => sum + it, 0)
        const trees = providers.map((_, at): Tree => ({ ...(which[at]?.whole && { whole: numberOf(at) }), parts: [which[at]?.one ? numberOf(at, 0) : undefined, which[at]?.other ? numberOf(at, 1) : undefined] }))
        for (const [at, name] of providers.entries()) {
          const tree = trees[at]
          if (tree?.whole !== undefined) await put(whole, name, tree.whole, idOf('proof', `${name} whole`))
          for (const [place, part] of parts.entries()) if (tree?.parts[place] !== undefined) await put(part, name, tree.parts[place], idOf('proof', `${name} ${part}`))
        }
        const [all, ofOne] = [trees.map((it) => it.whole), trees.map((it) => it.parts[0])]
        const join = async (area: string, of: readonly (number | undefined)[], residents: number) => {
          if (of.some((it) => it === undefined)) return
          await put(area, null, residents, idOf('proof', `together ${area}`))
          await t.rows('insert into support_count_parties (municipality_id, count_id, organization_id) select $1, $2, unnest($3::uuid[])', [municipalityId, idOf('proof', `together ${area}`), providers.map(organizationId)])
        }
        if (together) await join(whole, all, everybody)
        if (inPart) await join(parts[0], ofOne, living[0]! + living[1]! + living[2]!)

        const [ofWhole, ...ofParts] = await Promise.all([whole, ...parts].map(toldOf))
        for (const [at, name] of ['Symfora', 'Kwintes'].entries()) {
          const expected = tellTree(trees[at] ?? { parts: [undefined, undefined] })
          expect(ofWhole?.providers[name]).toBe(expected.whole)
          expect(ofParts.map((it) => it.providers[name])).toEqual(expected.parts)
        }
        const [known, knownOfOne] = [all, ofOne].map((it) => it.filter((one) => one !== undefined))
        const joined = together && known?.length === 2
        expect(ofWhole?.together).toBe(joined ? tellTogether(known, everybody).together : undefined)
        const open = !joined && trees.every(partsMayBeTold)
        expect(ofParts[0]?.together).toBe(inPart && knownOfOne?.length === 2 ? (open ? tellTogether(knownOfOne, living[0]! + living[1]! + living[2]!).together : 'closed') : undefined)
      }),
      { numRuns: 250 },
    )
  }, 120_000)
})
