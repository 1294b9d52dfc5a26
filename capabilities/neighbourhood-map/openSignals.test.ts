import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { areaId, municipalityId, personId, teamId } from '../../db/seeds/demo/cast.ts'
import { mapId, seedMaps } from '../../db/seeds/demo/maps.ts'
import { seedPeople } from '../../db/seeds/demo/people.ts'
import { hashed } from '../../platform/request.ts'
import { worldAt } from '../../db/seeds/demo/index.ts'
import { type Town, town, type TownsPerson } from '../../tests/support/town.ts'
import { lastMonth } from './openSignals.ts'

let t: Town
let app: pg.Client
beforeAll(async () => {
  t = await town({
    seed: async (owner, now) => {
      await seedPeople(owner)
      await owner.query('begin')
      await seedMaps(owner, worldAt(now))
      await owner.query('commit')
    },
  })
  app = new pg.Client(t.database.appUrl)
  await app.connect()
})
afterAll(async () => {
  await app.end()
  await t.close()
})

const round = (count: number): number => Math.round(count / 5) * 5

/** What may be shown, by the database: each area, and last the total. */
const shownBy = async (counts: readonly number[], threshold: number): Promise<(number | null)[]> => (await t.rows<{ it: (number | null)[] }>('select cubes.shown($1, $2) as it', [counts, threshold]))[0]?.it ?? []

/** All values that a sum of these cells can have, each cell being one of its possible values. */
const sums = (cells: readonly (readonly number[])[]): Set<number> =>
  cells.reduce<Set<number>>((before, values) => new Set([...before].flatMap((sum) => values.map((value) => sum + value))), new Set([0]))

/** Somebody who knows the rules and subtracts: which values can a withheld cell still have? Every value is tried against all that is shown. */
function stillPossible(shown: readonly (number | null)[], threshold: number, at: number): number[] {
  const range = (from: number, until: number) => Array.from({ length: until - from + 1 }, (_, index) => from + index)
  const cells = shown.slice(0, -1).map((it) => (it === null ? range(0, threshold - 1) : range(Math.max(threshold, it - 2), it + 2).filter((value) => round(value) === it)))
  const total = shown.at(-1)
  if (total === null || total === undefined) return cells[at] as number[]
  const others = sums(cells.filter((_, index) => index !== at))
  return (cells[at] ?? []).filter((value) => [...others].some((rest) => value + rest >= threshold && round(value + rest) === total))
}

describe('[WIJ] what is shown of counts', () => {
  const counts = fc.array(fc.oneof(fc.integer({ min: 0, max: 14 }), fc.integer({ min: 0, max: 60 })), { minLength: 1, maxLength: 7 })

  test.each([5, 10])('nobody can learn of a withheld number more than that it is below %i', async (threshold) => {
    await fc.assert(
      fc.asyncProperty(counts, async (real) => {
        const shown = await shownBy(real, threshold)
        for (const [at, count] of real.entries()) {
          if (count >= threshold) expect(shown[at]).toBe(round(count))
          else expect([shown[at], stillPossible(shown, threshold, at)]).toEqual([null, Array.from({ length: threshold }, (_, value) => value)])
        }
      }),
      { numRuns: 400 },
    )
  })

  test('the public gets no total that colleagues, who see smaller parts, could subtract from', async () => {
    await fc.assert(
      fc.asyncProperty(counts, async (real) => {
        const [inside, outside] = [await shownBy(real, 5), await shownBy(real, 10)]
        if (inside.at(-1) === null) expect(outside.at(-1)).toBe(null)
        for (const [at, it] of outside.entries()) if (it !== null) expect(inside[at]).toBe(it)
        const both = [...inside.slice(0, -1), inside.at(-1) ?? outside.at(-1) ?? null]
        for (const [at, count] of real.entries()) if (count < 5) expect(stillPossible(both, 5, at)).toEqual([0, 1, 2, 3, 4])
      }),
      { numRuns: 300 },
    )
  })

  test('whoever subtracts does find a withheld number where a total stands that should not', () => {
    expect(stillPossible([10, 25, null, 35], 10, 2)).toEqual([0, 1, 2, 3, 4])
    expect(stillPossible([10, null, 15], 10, 1)).not.toContain(9)
  })

  test('a total does stand beside its parts where that gives nothing away', async () => {
    expect(await shownBy([12, 23, 41], 10)).toEqual([10, 25, 40, 75])
    expect(await shownBy([12, 0, 0], 10)).toEqual([10, null, null, null])
    expect(await shownBy([], 10)).toEqual([null])
  })
})

const names = ['kruiskamp-koppel', 'randenbroek-schuilenburg', 'schothorst'] as const
type Seeded = { area: string; team: (typeof names)[number]; themes: string[]; on: string; finished?: string }

async function signals(count: number, it: Seeded): Promise<void> {
  const owner = { 'kruiskamp-koppel': 'youssef', 'randenbroek-schuilenburg': 'hassan', schothorst: 'tom' } as const
  await t.owner.query('begin')
  for (let index = 0; index < count; index++) {
    const id = randomUUID()
    const number = `${Math.random().toString(36).slice(2)}00000000000000`.toUpperCase().replace(/[ILOU]/g, '0').slice(0, 10).replace(/^(.{4})(.{4})(.{2})$/, '$1-$2-$3')
    await t.owner.query(
      `insert into signals (municipality_id, id, number, team_id, area_id, purpose, urgency, owner_id, state, outcome, next_on, channel, received_at, taken_up_at, finished_at)
       values ($1, $2, $3, $4, $5, 'welfare', 'normal', $6, $7, $8, $9, 'website', $10, $10, $11)`,
      [municipalityId, id, number, teamId(it.team), areaId(it.area), personId(owner[it.team]), it.finished ? 'closed' : 'taken-up', it.finished ? 'advised' : null, it.finished ? null : '2026-03-05', it.on, it.finished ?? null],
    )
    await t.owner.query("insert into signal_contents (municipality_id, signal_id, seen, themes, knows, source) values ($1, $2, 'De gordijnen zijn dicht.', $3, 'no', 'own')", [municipalityId, id, it.themes])
    await t.owner.query("insert into signallers (municipality_id, signal_id, relation, wants_feedback, anonymous) values ($1, $2, 'neighbour', false, true)", [municipalityId, id])
    if (it.finished) await t.owner.query("insert into signal_notes (municipality_id, id, signal_id, kind, body, by_id, at) values ($1, $2, $3, 'result', 'Advies.', $4, $5)", [municipalityId, randomUUID(), id, personId(owner[it.team]), it.finished])
  }
  await t.owner.query('commit')
}

type Row = { area_id: string | null; theme: string; signals: number | null }
/** Asks as somebody, past the application. */
async function asked(who: TownsPerson, month: string): Promise<Row[]> {
  await app.query('begin')
  try {
    await app.query('select ctx.open($1, $2, $3, null, null)', [who === 'visitor' ? null : hashed(`secret-of-${who}-in-the-town`), municipalityId, t.now()])
    return (await app.query('select * from ctx.open_signals($1)', [month])).rows
  } finally {
    await app.query('commit')
  }
}
const cell = (rows: readonly Row[], area: string | null, theme: string) => rows.find((it) => it.area_id === (area === null ? null : areaId(area)) && it.theme === theme)?.signals

describe('open signals of a month', () => {
  beforeAll(async () => {
    await signals(12, { area: 'schuilenburg', team: 'randenbroek-schuilenburg', themes: ['isolation'], on: '2026-02-10T10:00:00Z' })
    await signals(7, { area: 'randenbroek', team: 'randenbroek-schuilenburg', themes: ['isolation', 'debts'], on: '2026-02-12T10:00:00Z' })
    await signals(6, { area: 'kruiskamp', team: 'kruiskamp-koppel', themes: ['isolation'], on: '2026-02-14T10:00:00Z' })
    await signals(3, { area: 'schothorst', team: 'schothorst', themes: ['isolation'], on: '2026-02-15T10:00:00Z' })
    await signals(5, { area: 'schuilenburg', team: 'randenbroek-schuilenburg', themes: ['isolation'], on: '2026-01-10T10:00:00Z', finished: '2026-02-20T10:00:00Z' })
    await signals(4, { area: 'schuilenburg', team: 'randenbroek-schuilenburg', themes: ['isolation'], on: '2026-03-01T10:00:00Z' })
  })

  test('are counted as they stood when the month ended: parts of an area in it, finished and later ones not', async () => {
    const inside = await asked('hassan', '2026-02-01')
    expect([cell(inside, 'randenbroek-schuilenburg', 'isolation'), cell(inside, 'kruiskamp-koppel', 'isolation'), cell(inside, 'schothorst', 'isolation'), cell(inside, 'randenbroek-schuilenburg', 'debts')]).toEqual([20, 5, null, 5])
    const outside = await asked('visitor', '2026-02-01')
    expect([cell(outside, 'randenbroek-schuilenburg', 'isolation'), cell(outside, 'kruiskamp-koppel', 'isolation'), cell(outside, 'randenbroek-schuilenburg', 'debts')]).toEqual([20, null, null])
  })

  test('stay what they were, whatever happens to the signals afterwards', async () => {
    const before = await asked('hassan', '2026-02-01')
    await signals(30, { area: 'schothorst', team: 'schothorst', themes: ['isolation'], on: '2026-02-16T10:00:00Z' })
    expect(await asked('hassan', '2026-02-01')).toEqual(before)
  })

  test.each(['2026-03-01', '2027-01-01', '2026-02-02', '2020-01-01'])('of %s, which is not over, no month, or too long ago, nothing is told', async (month) => expect(await asked('hassan', month)).toEqual([]))

  test('hold an area, a theme and a number, and nothing of a signal', async () => {
    for (const who of ['visitor', 'hassan', 'anke', 'aaltje', 'frans', 'karin'] as const) {
      for (const row of await asked(who, '2026-02-01')) {
        expect(Object.keys(row)).toEqual(['area_id', 'theme', 'signals'])
        expect(row.area_id === null || names.some((name) => areaId(name) === row.area_id)).toBe(true)
        expect(row.signals === null || (row.signals % 5 === 0 && row.signals >= (who === 'hassan' || who === 'anke' ? 5 : 10))).toBe(true)
      }
    }
  })

  test('cannot be had in any other way: the application may not reach the counts, nor make new ones', async () => {
    for (const sql of ['select * from cubes.open_signals', 'select * from cubes.months', `select cubes.freeze('${municipalityId}', '2026-02-01', now())`, "insert into cubes.months values ('x', '2026-02-01', now())"]) {
      await expect(app.query(sql)).rejects.toThrow(/permission denied/)
    }
    const { rows } = await app.query("select proname, prosecdef, proconfig from pg_proc where proname in ('open_signals', 'cooperation', 'publish_section')")
    expect(rows).toHaveLength(3)
    for (const row of rows) expect([row.proname, row.prosecdef, row.proconfig]).toEqual([row.proname, true, ['search_path=pg_catalog, pg_temp']])
  })

  test('stand on the map for colleagues and, when the section is public, for everybody, each with its own threshold', async () => {
    const id = mapId('randenbroek-schuilenburg')
    const inside = (await t.as('hassan').json(`/neighbourhood-maps/${id}`)).json() as { signals: { month: string; least: number; themes: { theme: string; here: number | null }[] } }
    expect([inside.signals.month, inside.signals.least, inside.signals.themes.find((it) => it.theme === 'debts')?.here]).toEqual(['2026-02-01', 5, 5])
    const { text } = await t.as('visitor').get('/wijk/randenbroek-schuilenburg/kaart')
    expect(text).toContain('Signalen die open stonden aan het eind van februari 2026')
    expect(text).toMatch(/Alleen zijn<\/th><td[^>]*>20<\/td><td[^>]*>30<\/td>/)
    expect(text).not.toContain('Schulden')
    expect((await t.as('visitor').get('/wijk/randenbroek-schuilenburg/kaart?maand=2026-04')).text).toContain('Aan het eind van april 2026 zijn er geen aantallen')
  })
})

test('the last month is the one before this one', () => {
  expect([lastMonth('2026-03-02'), lastMonth('2026-01-31'), lastMonth('2026-12-01')]).toEqual(['2026-02-01', '2025-12-01', '2026-11-01'])
})
