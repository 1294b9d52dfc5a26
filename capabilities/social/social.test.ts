import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { municipalityId } from '../../db/seeds/demo/cast.ts'
import { idOf } from '../../db/seeds/demo/ids.ts'
import { roundCodes } from '../../db/seeds/demo/social.ts'
import { type Town, town, type TownsPerson } from '../../tests/support/town.ts'
import type { ShownFormula, ShownRounds, ShownSocial } from './shown.ts'

let t: Town
beforeAll(async () => {
  t = await town()
})
afterAll(() => t.close())

const socialOf = async (who: TownsPerson, slug: string): Promise<ShownSocial | null> => ((await t.as(who).json(`/neighbourhoods/${slug}`)).json() as { social: ShownSocial | null }).social
const answers = { know: 4, pleasant: 7, sociable: 7, home: 8 }
const plain = (html: string): string => html.replace(/<[^>]*>/g, ' ').replace(/&nbsp;|\u00a0/g, ' ').replace(/\s+/g, ' ')

describe('[WIJ-12] the score of four statements', () => {
  test('turns the negative statement around, and shows its sum on the page of the area', async () => {
    const rows = await t.rows<{ statements: number[] }>('select statements from cubes.social_answers where round_id = $1', [idOf('social round', 'randenbroek')])
    const mean = rows.reduce((sum, { statements: [know = 0, pleasant = 0, sociable = 0, home = 0] }) => sum + (11 - know + pleasant + sociable + home) / 4, 0) / rows.length

    const [latest] = (await socialOf('visitor', 'randenbroek'))?.rounds ?? []

    expect(latest?.score).toBeCloseTo(mean, 1)
    expect(latest?.answers).toBe(15) // 19, down to fives
    const page = plain((await t.as('visitor').get('/wijk/randenbroek')).text)
    expect(page).toContain('Zo is dit cijfer berekend')
    expect(page).toContain('De mensen in deze buurt kennen elkaar bijna niet')
    expect(page).toContain('Eerder onderzoek gaf een 5,4 (2009)')
  })

  test('of an area without a round is the imported one, and says so', async () => {
    const shown = await socialOf('visitor', 'schothorst-noord')
    expect(shown?.rounds).toEqual([])
    expect(shown?.imported?.score).toBe('5,9')
  })

  test('is told to everybody from ten answers, and to who works there from five', async () => {
    const seen = async (who: TownsPerson) => (await socialOf(who, 'schuilenburg'))?.rounds[0]?.score
    expect(await seen('visitor')).toBeNull()
    expect(await seen('hassan')).toEqual(expect.any(Number))
    expect(await seen('aaltje')).toBeNull()
    expect(plain((await t.as('visitor').get('/wijk/schuilenburg')).text)).toContain('te weinig antwoorden')
  })

  test('is told to nobody while the round runs', async () => {
    expect((await socialOf('youssef', 'kruiskamp'))?.rounds).toEqual([])
    expect((await socialOf('youssef', 'kruiskamp'))?.answer?.href).toBe(`/vragenlijst/${roundCodes.kruiskamp}`)
  })
})

describe('[WIJ-13] the index of four parts', () => {
  test('is made of figures where there are, and else of what residents say', async () => {
    const shown = await socialOf('visitor', 'randenbroek')
    expect(shown?.parts.map((it) => it.from)).toEqual(['figures', 'survey', 'figures', 'survey'])
    expect(shown?.parts[0]?.mark).toBeCloseTo(1 + (9 * (26100 - 15000)) / 30000, 1)
    expect(shown?.parts[2]?.mark).toBeCloseTo(1 + (9 * (7 - 15)) / -15, 1)
    expect(shown?.index).toEqual(expect.any(Number))
  })

  test('is missing when a part is, and a missing part is no zero', async () => {
    const shown = await socialOf('visitor', 'schothorst-noord')
    expect(shown?.parts.map((it) => it.mark === null)).toEqual([false, true, false, true])
    expect(shown?.index).toBeNull()
    expect(plain((await t.as('visitor').get('/wijk/schothorst-noord')).text)).toContain('Er is geen index. Deze delen ontbreken: De plek om te wonen, Band met de buurt.')
  })

  test('changes with the formula of the municipality, which stands on a page with its number', async () => {
    const anke = t.as('anke')
    const before = (await anke.json('/social-formula')).json() as ShownFormula
    const part = { weight: 2, figure1: 'rented', worst1: 100, best1: 0 }
    expect((await t.as('mirjam').json('/social-formula/parts/living-environment', part, { version: before.version })).status).toBe(403)
    expect((await anke.json('/social-formula/parts/living-environment', part, { version: before.version })).status).toBe(201)

    expect((await socialOf('visitor', 'randenbroek'))?.parts[1]).toMatchObject({ weight: 2, from: 'figures', figures: [{ indicator: 'rented', value: 61, mark: 4.5 }] })
    const page = plain((await t.as('visitor').get('/wijken/sociaal')).text)
    expect(page).toContain(`Dit is versie ${before.version + 1} van de berekening`)
    expect(page).toContain('Huurwoningen: 100% is een 1, 0% is een 10')
    // Who saw the version before does not overwrite it.
    expect((await anke.json('/social-formula', { know: 2, pleasant: 1, sociable: 1, home: 1 }, { version: before.version })).status).toBe(412)
  })

  test('a wrong part comes back with all that is wrong, and keeps what was typed', async () => {
    const version = ((await t.as('petra').json('/social-formula')).json() as ShownFormula).version
    const back = await t.as('petra').post('/wijken/sociaal/deel/capacities', { weight: '1', figure1: 'income', worst1: '15000', figure2: 'rented', worst2: '3', best2: '3', best3: '7' }, { version })
    expect(back.status).toBe(400)
    const page = plain(back.text)
    expect(page).toContain('Vul in welke waarde een 1 is en welke een 10.')
    expect(page).toContain('Een 1 en een 10 kunnen niet dezelfde waarde hebben.')
    expect(page).toContain('Kies eerst een cijfer, of laat dit leeg.')
    expect(back.text).toContain('value="15000"')
    expect((await t.as('petra').json('/social-formula', { know: 0, pleasant: 0, sociable: 0, home: 0 }, { version })).status).toBe(400)
  })
})

describe('[PRI-01] an answer', () => {
  const kept = () => t.rows("select * from cubes.social_answers where round_id = $1 order by id", [idOf('social round', 'kruiskamp')])

  test('holds marks and nothing about who gave them, and is read by no role of the application', async () => {
    const before = (await kept()).length
    const done = await t.as('visitor').post(`/vragenlijst/${roundCodes.kruiskamp}`, { know: '4', pleasant: '7', sociable: '7', home: '8' })
    expect([done.status, done.location]).toEqual([303, '/wijk/kruiskamp'])
    expect((await kept()).length).toBe(before + 1)
    expect(Object.keys((await kept())[0] ?? {}).sort()).toEqual(['id', 'municipality_id', 'parts', 'round_id', 'statements'])
    await expect(t.pool.query('select * from cubes.social_answers')).rejects.toMatchObject({ code: '42501' })
    await expect(t.pool.query('insert into cubes.social_answers select * from cubes.social_answers')).rejects.toMatchObject({ code: '42501' })
  })

  test('is one when the form is sent twice', async () => {
    const before = (await kept()).length
    const key = randomUUID()
    for (let time = 0; time < 2; time++) expect((await t.as('visitor').json(`/social-rounds/${roundCodes.kruiskamp}/answers`, answers, { key })).status).toBe(201)
    expect((await kept()).length).toBe(before + 1)
  })

  test('with marks outside 1 to 10, left out or in words comes back with all mistakes', async () => {
    const back = await t.as('visitor').post(`/vragenlijst/${roundCodes.kruiskamp}`, { know: '11', pleasant: 'goed', sociable: '0', website: 'koop nu' })
    expect(back.status).toBe(400)
    const page = plain(back.text)
    for (const words of ['Vul hoogstens 10 in.', 'Vul een heel getal in', 'Vul minstens 1 in.', 'Vul dit in.']) expect(page).toContain(words)
    expect(back.text).toContain('value="goed"')
  })

  test('is not taken when the round is over, and a code that nobody handed out does not exist', async () => {
    expect((await t.as('visitor').json(`/social-rounds/${roundCodes.randenbroek}/answers`, answers)).status).toBe(409)
    expect((await t.as('visitor').json('/social-rounds/zzzzzzzzzzzz/answers', answers)).status).toBe(404)
    expect((await t.as('karin').json(`/social-rounds/${roundCodes.kruiskamp}/answers`, answers)).status).toBe(404)
  })
})

describe('a round', () => {
  test('is begun by the coordinator of the area and the neighbourhood manager, one at a time', async () => {
    const round = { name: 'voorjaar', kind: 'handed-out', closesOn: '2026-03-20' }
    expect((await t.as('hassan').json('/neighbourhoods/schothorst/social-rounds', round)).status).toBe(403)
    const made = await t.as('tom').json('/neighbourhoods/schothorst/social-rounds', round)
    expect(made.status).toBe(201)
    expect((await t.as('anke').json('/neighbourhoods/schothorst/social-rounds', round)).status).toBe(409)
    expect((await t.as('anke').json('/neighbourhoods/de-koppel/social-rounds', { ...round, closesOn: '2026-01-01' })).status).toBe(400)
    // Handed out: with its code anybody answers, and no page leads there.
    const { code } = made.json() as { code: string }
    expect((await t.as('visitor').get(`/vragenlijst/${code}`)).status).toBe(200)
    expect((await t.as('visitor').get('/wijk/schothorst')).text).not.toContain(code)
  })

  test('is not begun where hardly anybody lives', async () => {
    await t.rows("update figures set value = 60 where area_id = (select id from areas where slug = 'schothorst-noord') and indicator_id = (select id from indicators where key = 'inhabitants' and municipality_id = $1)", [municipalityId])
    expect((await t.as('anke').json('/neighbourhoods/schothorst-noord/social-rounds', { name: 'x', kind: 'open', closesOn: '2026-03-20' })).status).toBe(409)
  })

  test('is listed for who works with neighbourhoods, with answers counted down to fives', async () => {
    const { rounds } = (await t.as('mirjam').json('/social-rounds')).json() as ShownRounds
    expect(rounds.find((it) => it.slug === 'randenbroek')?.answers).toBe(15)
    expect(rounds.find((it) => it.slug === 'schothorst-zuid')?.answers).toBe(0)
    expect((await t.as('frans').json('/social-rounds')).status).toBe(404)
  })
})

test('[AC-24] property: no mean is told below the threshold, nor when more than nine in ten answered the same', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 10 }), { maxLength: 30 }), fc.constantFrom(5, 10), async (marks, threshold) => {
      const [row] = await t.rows<{ it: string | null }>('select cubes.mean_of($1::smallint[], $2) as it', [marks, threshold])
      const most = Math.max(0, ...[...new Set(marks)].map((mark) => marks.filter((it) => it === mark).length))
      const tells = marks.length >= threshold && most <= 0.9 * marks.length
      expect(row?.it === null).toBe(!tells)
      if (tells) expect(Number(row?.it)).toBeCloseTo(marks.reduce((sum, mark) => sum + mark, 0) / marks.length, 0)
    }),
    { numRuns: 150 },
  )
})
