import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mapId } from '../../db/seeds/demo/maps.ts'
import { type Town, town, type TownsPerson } from '../../tests/support/town.ts'
import { outcomeOf } from './expectations.ts'
import type { ShownExpecting } from './expectViews.tsx'

let t: Town
beforeAll(async () => {
  t = await town()
})
afterAll(() => t.close())

const map = mapId('randenbroek-schuilenburg')
const shown = async (who: TownsPerson): Promise<ShownExpecting> => (await t.as(who).json(`/neighbourhood-maps/${map}/expectations`)).json() as ShownExpecting
const themeOf = async (who: TownsPerson, key: string) => (await shown(who)).themes.find((it) => it.key === key)
const record = (who: TownsPerson, theme: string, input: Record<string, unknown>) => t.as(who).json(`/neighbourhood-maps/${map}/themes/${theme}/expectations`, { saidBy: 'iemand uit de buurt', knew: false, ...input })
const reveal = (who: TownsPerson, theme: string, skip = false) => t.as(who).json(`/neighbourhood-maps/${map}/themes/${theme}/figures`, { skip })

describe('[WIJ-07] what is expected is said before the figures are seen', () => {
  test('figures and the expectations of others stay closed until somebody says what to expect', async () => {
    const page = (await t.as('marleen').get(`/wijkkaart/${map}/verwachtingen`)).text
    expect(page).toContain('De cijfers van dit onderwerp zijn voor jou nog dicht.')
    expect(await themeOf('marleen', '3-2')).toMatchObject({ open: false, figures: [], expected: [], others: 2 })
    expect((await reveal('marleen', '3-2')).status).toBe(400)

    expect((await record('marleen', '3-2', { indicator: 'rented', expects: 'lower', because: 'Er is veel verkocht.' })).status).toBe(201)
    expect(await themeOf('marleen', '3-2')).toMatchObject({ open: false, figures: [], expected: [{ expects: 'lower', outcome: null }] })
    expect((await reveal('marleen', '3-2')).status).toBe(201)
    const open = await themeOf('marleen', '3-2')
    expect(open?.figures.map(({ name }) => name)).toContain('Huurwoningen')
    expect(open?.expected.map(({ expects, outcome }) => [expects, outcome])).toEqual([['higher', 'confirmed'], ['same', 'contradicted'], ['lower', 'contradicted']])
  })

  test('who skips it does so by choice, and that is kept', async () => {
    expect((await reveal('ria', '2-1', true)).status).toBe(201)
    expect((await themeOf('ria', '2-1'))?.open).toBe(true)
    expect(await t.rows("select skipped from figures_seen where theme = '2-1' and person_id = (select id from people where name = 'Ria Bos')")).toEqual([{ skipped: true }])
    expect((await reveal('ria', '2-1', true)).status).toBe(409)
  })

  test('who saw the figures knew them: what they say afterwards is kept and does not count', async () => {
    expect((await record('ria', '2-1', { indicator: 'age-75-plus', expects: 'higher' })).status).toBe(201)
    expect((await themeOf('ria', '2-1'))?.expected.find((it) => it.saidBy === 'iemand uit de buurt')).toMatchObject({ knew: true, outcome: null })
  })

  test('what there is no figure of is decided by nothing, and says why', async () => {
    await reveal('marleen', '2-4')
    const work = (await themeOf('marleen', '2-4'))?.expected.find((it) => it.saidBy === 'huisarts')
    expect(work?.outcome).toBe('undecided')
    expect(work?.why).toContain('geen cijfer')
  })

  test('wrong input comes back with everything that is wrong and what was typed', async () => {
    const back = await t.as('els').post(`/wijkkaart/${map}/verwachtingen/3-2`, { indicator: 'iets-anders', saidBy: 'bel 06-12345678', because: 'omdat' })
    expect(back.status).toBe(400)
    expect(back.text).toContain('omdat')
    expect((await record('els', '3-2', { indicator: 'rented', expects: 'higher', saidBy: 'bel 06-12345678' })).status).toBe(400)
    expect((await record('els', '3-2', { indicator: 'dwellings', expects: 'higher' })).status).toBe(400)
    expect((await record('els', '1-1', { indicator: 'rented', expects: 'higher' })).status).toBe(404)
  })

  test('is for who works with neighbourhoods: not for volunteers, residents, visitors, nor who administers', async () => {
    const status = async (who: TownsPerson) => (await t.as(who).json(`/neighbourhood-maps/${map}/expectations`)).status
    expect(await Promise.all((['joke', 'aaltje', 'visitor', 'bea', 'karin'] as const).map(status))).toEqual([404, 404, 401, 404, 404])
  })

  test('is found from the map', async () => {
    expect((await t.as('els').get(`/wijkkaart/${map}`)).text).toContain(`/wijkkaart/${map}/verwachtingen`)
  })
})

describe('[WIJ-07] what the comparison says of an expectation', () => {
  const line = (verdict: 'higher' | 'lower' | 'same' | 'not-testable', low: number, high: number, over: string | null = null) => ({ verdict, margin: { low, high }, smallest: 2, over })

  test('a difference that the test finds confirms or contradicts', () => {
    expect((['higher', 'same', 'lower'] as const).map((expects) => outcomeOf(expects, line('higher', 1, 5)))).toEqual(['confirmed', 'contradicted', 'contradicted'])
  })

  test('no difference contradicts only when the margin leaves no room for one that matters', () => {
    expect(outcomeOf('higher', line('same', -1, 1))).toBe('contradicted')
    expect(outcomeOf('higher', line('same', -1, 3))).toBe('undecided')
    expect(outcomeOf('lower', line('same', -3, 1))).toBe('undecided')
    expect(outcomeOf('same', line('same', -1, 1))).toBe('confirmed')
    expect(outcomeOf('same', line('same', -1, 3))).toBe('undecided')
  })

  test('property: what cannot be tested, or is about a larger area, decides nothing', () => {
    fc.assert(
      fc.property(fc.constantFrom('higher' as const, 'same' as const, 'lower' as const), fc.integer({ min: -9, max: 0 }), fc.integer({ min: 0, max: 9 }), (expects, low, high) => {
        expect(outcomeOf(expects, line('not-testable', low, high))).toBe('undecided')
        expect(outcomeOf(expects, line('higher', low, high, 'de hele stad'))).toBe('undecided')
      }),
    )
  })

  test('property: an expectation and its opposite are never both confirmed', () => {
    fc.assert(
      fc.property(fc.constantFrom('higher' as const, 'lower' as const, 'same' as const), fc.integer({ min: -9, max: 9 }), fc.integer({ min: 0, max: 9 }), (verdict, low, wide) => {
        expect((['higher', 'same', 'lower'] as const).filter((expects) => outcomeOf(expects, line(verdict, low, low + wide)) === 'confirmed').length).toBeLessThanOrEqual(1)
      }),
    )
  })
})
