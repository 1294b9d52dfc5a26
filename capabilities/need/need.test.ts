import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { municipalityId } from '../../db/seeds/demo/cast.ts'
import { hashed } from '../../platform/request.ts'
import { type Town, town, type TownsPerson } from '../../tests/support/town.ts'
import { overlapsIn } from './present.ts'
import type { ShownAreaNeed } from './shown.ts'

let t: Town
beforeAll(async () => {
  t = await town()
})
afterAll(() => t.close())

const needOf = async (who: TownsPerson, slug: string, query = ''): Promise<ShownAreaNeed> => (await t.as(who).json(`/neighbourhoods/${slug}/need${query}`)).json() as ShownAreaNeed
const lineOf = (need: ShownAreaNeed, what: string) => need.lines.find((it) => it.what === what)
const plain = (html: string): string => html.replace(/<[^>]*>/g, ' ').replace(/&nbsp;|\u00a0/g, ' ').replace(/\s+/g, ' ')

describe('[WIJ-18] what is needed in an area', () => {
  test('is an estimate with its range, and every number opens its calculation', async () => {
    const lonely = lineOf(await needOf('hassan', 'schuilenburg'), 'Eenzaamheid bij ouderen')
    expect(lonely).toMatchObject({ people: 370, sum: '4.177 × 23% × 38% = 365' })
    expect(lonely?.low).toBeLessThan(365)
    expect(lonely?.high).toBeGreaterThan(365)
    const page = plain((await t.as('hassan').get('/wijk/schuilenburg/behoefte')).text)
    expect(page).toContain('Zo is dit berekend: Eenzaamheid bij ouderen')
    expect(page).toContain('GGD Eemland, onderzoek onder ouderen, 2004')
    expect(page).toContain('Gemeente Amersfoort, Feiten en Cijfers 2009, 2009')
    expect(page).toContain('De bron zegt niet hoeveel mensen zijn gevraagd')
  })

  test('is no estimate where a figure is missing, with the reason; never zero', async () => {
    const line = lineOf(await needOf('tom', 'schothorst-zuid'), 'Depressie bij ouderen die eenzaam zijn')
    expect(line).toMatchObject({ people: null, low: null, high: null, why: 'we hebben geen cijfer voor “Ouderen die zich eenzaam voelen”', steps: [] })
  })

  test('carries the doubt about a figure along', async () => {
    const line = lineOf(await needOf('youssef', 'kruiskamp'), 'Eenzaamheid bij ouderen')
    expect(line?.cautions.join(' ')).toContain('precies dezelfde verdeling over leeftijden')
  })

  test('stands in short on the public page of the area, without what colleagues told', async () => {
    const page = plain((await t.as('visitor').get('/wijk/randenbroek')).text)
    expect(page).toContain('Wat is er nodig, wat is er')
    expect(page).toContain('Eenzaamheid bij ouderen')
    expect(page).not.toContain('Gemeld door het team')
    expect((await t.as('visitor').get('/wijk/randenbroek/behoefte')).status).not.toBe(200)
  })
})

describe('[DIR-14] overlap and white spots', () => {
  test('what is offered stands beside the need, city-wide offers too', async () => {
    const lonely = lineOf(await needOf('hassan', 'randenbroek'), 'Eenzaamheid bij ouderen')
    expect(lonely?.offers.length).toBeGreaterThan(1)
    expect(lonely?.offers.some((it) => it.wider)).toBe(true)
    expect(lonely?.offers.map((it) => it.room)).toContain(null)
  })

  test('a need without an offer is a white spot', async () => {
    await t.rows("update services set state = 'draft' where id in (select a.link_id from attributes a join taxonomy_terms x on x.municipality_id = a.municipality_id and x.id = a.taxonomy_term_id where x.slug = 'dag')")
    const need = await needOf('tom', 'schothorst-noord')
    expect(lineOf(need, 'Zonder werk')).toMatchObject({ standing: 'white-spot', offers: [] })
    expect(need.domains.find((it) => it.slug === 'dag')).toMatchObject({ standing: 'white-spot', offers: 0 })
    const only = await needOf('tom', 'schothorst-noord', '?toon=witte-vlek')
    expect(only.lines.map((it) => it.what)).toContain('Zonder werk')
    expect(only.lines.every((it) => it.standing === 'white-spot' || it.standing === 'full')).toBe(true)
  })

  test('overlap is the same kind of offer about the same thing for the same group by two organisations', () => {
    const offer = (slug: string, organization: string, groups: string[]) => ({ slug, name: slug, organizationId: organization, organization, fields: ['ontmoeting'], domains: ['netwerk'], groups, wider: false, room: null, stale: false })
    expect(overlapsIn([offer('a', 'x', ['ouderen']), offer('b', 'x', ['ouderen']), offer('c', 'y', ['jeugd'])])).toEqual([])
    expect(overlapsIn([offer('a', 'x', ['ouderen']), offer('b', 'y', ['ouderen', 'jeugd'])])).toMatchObject([{ field: 'ontmoeting', domain: 'netwerk', group: 'ouderen', offers: [{ slug: 'a' }, { slug: 'b' }] }])
  })

  test('what was asked in vain is told down to fives, and not below five', async () => {
    const domains = async (slug: string) => (await needOf('hassan', slug)).domains
    expect((await domains('randenbroek-schuilenburg')).find((it) => it.slug === 'verslaving')).toMatchObject({ told: 5, searched: null })
    expect((await domains('kruiskamp-koppel')).find((it) => it.slug === 'recht')).toMatchObject({ told: null })
  })

  test('[PRI-11] the database tells no line of the register to anybody, and no count below five', async () => {
    const client = new pg.Client(t.database.appUrl)
    await client.connect()
    await client.query('begin')
    await client.query('select ctx.open($1, $2, $3, null, null)', [hashed('secret-of-hassan-in-the-town'), municipalityId, t.now()])
    const counts = (await client.query<{ n: number | null }>("select unnest(array[searched, told]) as n from (select (ctx.gaps(slug)).* from areas) g")).rows.map(({ n }) => n)
    expect(counts.filter((n) => n !== null).length).toBeGreaterThan(0)
    expect(counts.filter((n) => n !== null && (n < 5 || n % 5 !== 0))).toEqual([])
    await expect(client.query('select words from unmet_needs')).rejects.toMatchObject({ code: '42501' })
    await client.end()
  })

  test('somebody of a team tells that there is no offer, and it counts in that area', async () => {
    for (let time = 0; time < 5; time++) await t.as('mirjam').post('/sociale-kaart/gemis', { area: 'randenbroek', domain: 'recht', source: 'referral', words: 'Jansen uit de Bosstraat zoekt vervoer' })
    expect((await needOf('hassan', 'randenbroek')).domains.find((it) => it.slug === 'recht')?.told).toBe(5)
    const [kept] = await t.rows<{ words: string[]; times: number }>("select words, times from unmet_needs where source = 'referral' and times = 5 and area_id = (select id from areas where slug = 'randenbroek')")
    expect(kept).toBeDefined()
    expect(kept?.words).not.toContain('jansen')
  })
})

test('[WIJ-21] each need says who in the team is near it, and where this area has more of the group', async () => {
  const need = await needOf('hassan', 'schuilenburg')
  const lonely = lineOf(need, 'Eenzaamheid bij ouderen')
  expect(lonely?.more).toBe('65 jaar en ouder')
  expect(lonely?.experts.length).toBeGreaterThan(0)
  for (const expert of lonely?.experts ?? []) expect(lonely?.offers.map((it) => it.organization)).toContain(expert.organization)
})

test('[WIJ-19] what is needed and what there is can be taken along as a table', async () => {
  const csv = await t.as('hassan').get('/wijk/schuilenburg/behoefte.csv?over=netwerk')
  expect(csv.headers.get('content-type')).toContain('text/csv')
  expect(csv.text.split('\r\n')[1]).toContain('Eenzaamheid bij ouderen;Mensen om u heen;Ouderen;370;')
  expect(csv.text).not.toContain('Zonder werk')
  expect((await t.as('aaltje').get('/wijk/schuilenburg/behoefte.csv')).status).toBe(404)
  expect((await t.as('visitor').get('/wijk/schuilenburg/behoefte.csv')).status).not.toBe(200)
})

describe('[WIJ-18] how often something occurs', () => {
  const listed = async (who: TownsPerson) => (await t.as(who).json('/prevalences')).json() as { addHref: string | null; prevalences: { id: string; what: string; source: string; because: string }[] }
  const input = { name: 'Laaggeletterdheid', domain: 'meedoen', group: 'iedereen', base: 'inhabitants', part: 'age-20-64', share: '12', sample: '500', publisher: 'Bibliotheek', edition: 'peiling', year: '2025', because: 'Gevraagd door het team.' }

  test('is written down by who keeps the figures, with source and reason, and changes the estimates', async () => {
    await t.as('petra').post('/wijken/behoefte/nieuw', input)
    const made = (await listed('petra')).prevalences.find((it) => it.what === 'Laaggeletterdheid')
    expect(made).toMatchObject({ source: 'Bibliotheek, peiling, 2025', because: 'Gevraagd door het team.' })
    expect(lineOf(await needOf('hassan', 'randenbroek'), 'Laaggeletterdheid')?.people).toBe(510)
    const versions = await t.rows<{ version: number }>('select version from prevalences where id = $1', [made?.id ?? ''])
    expect(versions).toHaveLength(1)
  })

  test('tells all mistakes at once and keeps what was typed', async () => {
    const again = await t.as('petra').post('/wijken/behoefte/nieuw', { ...input, name: 'Iets anders', shareFrom: 'unemployment', low: '5' })
    expect(again.status).toBe(400)
    expect(plain(again.text)).toContain('Een van de twee')
    expect(plain(again.text)).toContain('Vul beide grenzen in')
    expect(again.text).toContain('Iets anders')
  })

  test('is for nobody else to change', async () => {
    expect((await t.as('hassan').post('/wijken/behoefte/nieuw', input)).status).toBe(403)
    expect((await listed('visitor')).addHref).toBeNull()
  })
})
