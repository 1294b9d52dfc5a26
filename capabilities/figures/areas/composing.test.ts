import { afterAll, beforeAll, expect, test } from 'vitest'
import { areaId } from '../../../db/seeds/demo/cast.ts'
import { type Town, town } from '../../../tests/support/town.ts'

let here: Town
beforeAll(async () => {
  here = await town()
})
afterAll(() => here.close())

const list = '/wijken/beheer/gebieden'
const said = { name: 'Om de spoorlijn', kind: 'project-area', about: 'Hier loopt een project met twee wijken samen.' }
const parts = (...slugs: string[]): string[] => slugs.map(areaId)
const plain = (html: string): string => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
type Shown = { composed: object | null; inhabitants: number | null; need: unknown; lines: { indicator: string; year: number; own: { value: number | null; doubtful: boolean }; madeOf: string[]; verdict: string }[] }
const shown = async (slug: string): Promise<Shown> => (await here.as('visitor').json(`/neighbourhoods/${slug}`)).json() as Shown
const value = async (slug: string, indicator: string, year = 2009) => (await shown(slug)).lines.find((it) => it.indicator === indicator && it.year === year)?.own.value

test('[WIJ-05] a village and a project area stand in the list with their parts; their figures are those of the parts, weighted by the right group, and the page says so', async () => {
  const page = plain((await here.as('visitor').get('/wijken')).text)
  for (const words of ['Dorpen en projectgebieden', 'Ouderen in beeld', 'Voorbeelddorp']) expect(page, words).toContain(words)
  expect(page).not.toContain('Weinig koopwoningen')
  // 22% of 4,813 and 6% of 8,005 residents; 40% of 2,186 and 52% of 3,225 homes: another weight, another outcome
  expect(await value('voorbeelddorp', 'inhabitants')).toBe(12818)
  expect(await value('voorbeelddorp', 'age-65-plus')).toBeCloseTo((22 * 4813 + 6 * 8005) / 12818, 6)
  expect(await value('voorbeelddorp', 'owner-occupied')).toBeCloseTo((40 * 2186 + 52 * 3225) / 5411, 6)
  expect(await value('voorbeelddorp', 'income')).not.toBeTypeOf('number')
  const village = plain((await here.as('visitor').get('/wijk/voorbeelddorp')).text)
  for (const words of ['Een dorp dat uit delen bestaat. De cijfers zijn samengeteld uit de delen.', 'Samengeteld uit Schothorst-Noord + Schothorst-Zuid, gewogen naar het aantal bewoners achter elk cijfer.', 'gewogen naar het aantal woningen achter elk cijfer.']) expect(village, words).toContain(words)
  const project = await shown('ouderen-in-beeld')
  expect(project.lines.find((it) => it.indicator === 'age-65-plus' && it.year === 2009)?.own.value).toBeCloseTo((17 * 7021 + 23 * 4177 + 22 * 4813) / (7021 + 4177 + 4813), 6)
  expect(project.lines.find((it) => it.indicator === 'age-65-plus' && it.year === 2009)?.verdict).toBe('higher')
  expect(project.need).toBeNull()
})

test('[WIJ-05] who keeps figures makes an area, also of a whole neighbourhood of which only the parts have figures', async () => {
  const form = (await here.as('petra').get(`${list}/nieuw`)).text
  expect(form).toContain('Randenbroek (in Randenbroek-Schuilenburg)')
  expect(form).not.toContain('Voorbeelddorp')
  expect((await here.as('petra').post(`${list}/nieuw`, { ...said, parts: parts('schothorst', 'randenbroek') })).location).toBe('/wijk/om-de-spoorlijn')
  expect(await value('om-de-spoorlijn', 'inhabitants')).toBe(12818 + 7021)
  expect(await value('om-de-spoorlijn', 'rented')).toBeCloseTo((60 * 2186 + 48 * 3225 + 61 * 3376) / (2186 + 3225 + 3376), 6)
  expect(await here.rows("select count(*)::int as told from audit.events e join areas a on e.subjects @> array[a.id] where a.slug = 'om-de-spoorlijn' and e.event_code = 'figures.make-area' and e.outcome = 'done'")).toEqual([{ told: 1 }])
  const map = plain((await here.as('visitor').get('/wijken/cijfer/rented')).text)
  expect(map).not.toContain('Om de spoorlijn')
})

test('[WIJ-05] areas inside one another, a part twice and an area of itself are refused with what is wrong, and what was chosen stays', async () => {
  const petra = here.as('petra')
  const refused = await petra.post(`${list}/nieuw`, { ...said, name: 'Voorbeelddorp', parts: parts('schothorst', 'schothorst-zuid') })
  expect(refused.status).toBe(400)
  for (const words of ['Er is al een gebied met deze naam.', 'Schothorst-Zuid ligt in Schothorst. Kies een van de twee, anders tellen mensen dubbel mee.', said.about]) expect(plain(refused.text) + refused.text, words).toContain(words)
  expect(refused.text).toMatch(new RegExp(`value="${areaId('schothorst-zuid')}"[^>]*checked|checked[^>]*value="${areaId('schothorst-zuid')}"`))
  const why = async (chosen: string[], path = '/figures/areas', version?: number) => {
    const answer = await petra.json(path, { ...said, name: 'Nog een', parts: chosen }, version === undefined ? {} : { version })
    return [answer.status, (answer.json() as { errors?: { code: string; detail: string }[] }).errors?.map((it) => it.detail).join(' ')]
  }
  expect(await why(parts('randenbroek', 'randenbroek', 'kruiskamp'))).toEqual([400, 'Randenbroek staat er twee keer bij. Kies elk deel één keer.'])
  expect(await why(parts('randenbroek'))).toEqual([400, 'Kies minstens twee delen.'])
  expect(await why(parts('voorbeelddorp', 'kruiskamp'))).toEqual([400, 'Dit gebied is zelf uit delen gemaakt. Kies de delen waaruit het bestaat.'])
  expect(await why(parts('voorbeelddorp', 'kruiskamp'), '/figures/areas/voorbeelddorp/changes', 1)).toEqual([400, 'Een gebied kan geen deel van zichzelf zijn.'])
  expect(await why(parts('amersfoort', 'kruiskamp'))).toEqual([400, 'Kies iets uit de lijst.'])
})

test('[WIJ-05] an area gets other parts and is ended with a reason; two at once do not overwrite each other; its page can still be read', async () => {
  const anke = here.as('anke')
  const change = (version: number, ...slugs: string[]) => anke.post(`${list}/om-de-spoorlijn/wijzigen`, { ...said, name: 'Langs het spoor', parts: parts(...slugs) }, { version })
  expect((await change(1, 'kruiskamp', 'randenbroek', 'schuilenburg')).location).toBe(list)
  expect((await change(1, 'kruiskamp', 'randenbroek')).status).toBe(412)
  expect(await value('om-de-spoorlijn', 'dwellings')).toBe(2625 + 3376 + 1925)
  expect((await anke.post(`${list}/om-de-spoorlijn/beeindigen`, { reason: '' }, { version: 2 })).status).toBe(400)
  expect((await anke.post(`${list}/om-de-spoorlijn/beeindigen`, { reason: 'Het project is klaar.' }, { version: 2 })).location).toBe(list)
  const page = plain((await here.as('visitor').get('/wijk/om-de-spoorlijn')).text)
  for (const words of ['Langs het spoor', 'Dit gebied gebruiken we niet meer sinds 2 maart 2026', 'Het project is klaar.']) expect(page, words).toContain(words)
  expect((await here.as('visitor').get('/wijken')).text).not.toContain('Langs het spoor')
  expect((await change(3, 'kruiskamp', 'randenbroek')).status).toBe(409)
  expect((await anke.json('/figures/areas/om-de-spoorlijn/return', {}, { version: 3 })).status).toBe(201)
  expect((await here.as('visitor').get('/wijken')).text).toContain('Langs het spoor')
})

test('[WIJ-05] an area of parts counts nowhere beside its parts: not where one chooses a neighbourhood, reports a worry or registers an offer', async () => {
  for (const [who, path] of [['visitor', '/'], ['visitor', '/wijk-kiezen'], ['visitor', '/agenda'], ['mirjam', '/signalen/nieuw'], ['mirjam', '/wijkkaart'], ['petra', '/sociale-kaart/voorziening/eetclub/indelen'], ['mirjam', '/sociale-kaart/gemis']] as const) {
    const page = await here.as(who).get(path)
    expect([path, page.status, page.text.includes('Schothorst'), page.text.includes('Voorbeelddorp')]).toEqual([path, 200, true, false])
  }
  expect((await here.as('mirjam').get('/wijk/voorbeelddorp/behoefte')).status).toBe(404)
})

test('only who keeps figures makes areas, only those that are made of parts are changed, and the database holds to both', async () => {
  for (const who of ['mirjam', 'bea', 'karin'] as const) {
    expect((await here.as(who).get(list)).status, who).toBe(404)
    expect([403, 404], who).toContain((await here.as(who).json('/figures/areas/voorbeelddorp/ending', { reason: 'x' }, { version: 1 })).status)
  }
  expect((await here.as('petra').json('/figures/areas/randenbroek/ending', { reason: 'x' }, { version: 1 })).status).toBe(404)
  const town = (await here.rows<{ id: string }>("select id from municipalities where slug = 'amersfoort'"))[0]?.id
  const put = (area: string, part: string) => here.owner.query('insert into area_parts (municipality_id, area_id, part_id) values ($1, $2, $3)', [town, areaId(area), areaId(part)])
  await expect(put('voorbeelddorp', 'schothorst')).rejects.toThrow('lies in another part')
  await expect(put('voorbeelddorp', 'voorbeelddorp')).rejects.toThrow('not_of_itself')
  await expect(put('voorbeelddorp', 'schothorst-zuid')).rejects.toThrow('area_parts_pkey')
  await expect(put('voorbeelddorp', 'ouderen-in-beeld')).rejects.toThrow('cannot be a part')
  await expect(put('randenbroek', 'kruiskamp')).rejects.toThrow('is not made of parts')
  expect(here.faults).toEqual([])
})
