import { afterAll, beforeAll, expect, test } from 'vitest'
import { areaId } from '../../../db/seeds/demo/cast.ts'
import { type Town, town } from '../../../tests/support/town.ts'

let here: Town
beforeAll(async () => {
  here = await town()
})
afterAll(() => here.close())

const list = '/wijken/beheer/indicatoren'
const defined = { name: 'Plekken om elkaar te ontmoeten', definition: 'Zalen, pleinen en tuinen waar iedereen in mag.', unit: 'number', kind: 'fact', direction: 'higher-is-better', decimals: '0' }
const key = 'plekken-om-elkaar-te-ontmoeten'
const words = async (path: string): Promise<string> => (await here.as('visitor').get(path)).text.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')

test('[WIJ-22] a municipality makes an indicator of its own and enters figures for it, which stand on the public page', async () => {
  const petra = here.as('petra')
  expect((await petra.post(`${list}/nieuw`, defined)).location).toBe(`${list}/${key}/cijfer`)
  for (const [area, value] of [['randenbroek', '7'], ['schuilenburg', '4']] as const)
    expect((await petra.post(`${list}/${key}/cijfer`, { areaId: areaId(area), year: '2025', value, publisher: 'Gemeente', edition: 'Rondgang 2025' })).location).toBe(list)
  const page = await words(`/wijken/cijfer/${key}`)
  for (const told of ['Plekken om elkaar te ontmoeten', 'Zalen, pleinen en tuinen waar iedereen in mag.', 'Randenbroek 7', 'Gemeente, Rondgang 2025']) expect(page).toContain(told)
  expect(await here.rows('select place_cited, import_id from figures f join indicators i on i.id = f.indicator_id where i.key = $1', [key])).toEqual([1, 2].map(() => ({ place_cited: 'met de hand ingevoerd', import_id: null })))
})

test('a figure that is there already is not entered once more but put right; one that came from a file is not changed by hand', async () => {
  const petra = here.as('petra')
  const again = await petra.post(`${list}/${key}/cijfer`, { areaId: areaId('randenbroek'), year: '2025', value: '8', publisher: 'Gemeente', edition: 'Rondgang 2025' })
  expect([again.status, again.text.includes('Verbeter dat cijfer'), again.text.includes('value="8"')]).toEqual([400, true, true])
  expect(await here.rows('select value from figures f join indicators i on i.id = f.indicator_id where i.key = $1 and f.area_id = $2', [key, areaId('randenbroek')])).toEqual([{ value: '7' }])
  const refused = await petra.post(`${list}/neighbours-help/cijfer`, { areaId: areaId('randenbroek'), year: '2024', value: '50', population: '300', publisher: 'Voorbeeldgemeente', edition: 'Wijkpeiling (verzonnen cijfers)' })
  expect([refused.status, refused.text.includes('Dit cijfer komt uit een bestand.')]).toEqual([400, true])
  expect((await petra.json('/figures/indicators/inwoners-bestaat-niet/figures', { areaId: areaId('randenbroek'), year: 2025, value: 1, publisher: 'a', edition: 'b' })).status).toBe(404)
})

test('what does not fit is said, all of it at once, and what was typed stays', async () => {
  const refused = await here.as('petra').post(`${list}/nieuw`, { ...defined, smallest: '3', base: 'bewoners' })
  expect(refused.status).toBe(400)
  for (const words of ['Er is al een indicator met deze naam.', 'Dit hoort alleen bij een percentage.', 'value="bewoners"']) expect(refused.text).toContain(words)
  const percent = await here.as('petra').post(`${list}/nieuw`, { ...defined, name: 'Anders', unit: 'percent' })
  expect(percent.text).toContain('Zeg waarvan het een percentage is.')
  const over = await here.as('petra').json('/figures/indicators/neighbours-help/figures', { areaId: areaId('randenbroek'), year: 2026, value: 120, publisher: 'a', edition: 'b' })
  expect([over.status, over.text.includes('over-100')]).toEqual([400, true])
})

test('[WIJ-22] a figure about a year that is still to come is refused, and what was typed stays; an estimate may look ahead', async () => {
  const address = `${list}/neighbours-help/cijfer`
  const fields = { areaId: areaId('schuilenburg'), year: '2027', value: '12', publisher: 'Gemeente', edition: 'Vooruitblik' }
  const refused = await here.as('petra').post(address, fields)
  expect(refused.status).toBe(400)
  for (const words of ['Dit jaar moet nog komen.', 'value="2027"', 'value="Vooruitblik"']) expect(refused.text).toContain(words)
  expect((await here.as('petra').post(address, { ...fields, year: '2026', edition: 'Dit jaar' })).status).toBe(303)
  await here.rows("update indicators set kind = 'estimate' where key = 'neighbours-help'")
  expect((await here.as('petra').post(address, fields)).status).toBe(303)
  await here.rows("update indicators set kind = 'perception' where key = 'neighbours-help'")
  await here.rows("delete from figures where source_id in (select id from sources where edition in ('Vooruitblik', 'Dit jaar'))")
})

test('[WIJ-22] a break in a series is recorded once, and no line is drawn across it', async () => {
  const before = (await here.as('visitor').json('/neighbourhood-indicators/neighbours-help')).json() as { series: { slug: string; segments: unknown[][] }[] }
  expect(before.series.find((it) => it.slug === 'amersfoort')?.segments.map((it) => it.length)).toEqual([1, 2])
  const record = () => here.as('petra').post(`${list}/neighbours-help/breuk`, { year: '2024', note: 'De vraag werd korter.' })
  expect((await record()).location).toBe(list)
  const after = (await here.as('visitor').json('/neighbourhood-indicators/neighbours-help')).json() as typeof before
  expect(after.series.find((it) => it.slug === 'amersfoort')?.segments.map((it) => it.length)).toEqual([1, 1, 1])
  expect((await record()).text).toContain('Van dit jaar is er al een breuk vastgelegd.')
})

test('only who keeps figures makes indicators, and others see nothing of it', async () => {
  for (const who of ['mirjam', 'bea'] as const) {
    expect((await here.as(who).get(list)).status).toBe(404)
    expect((await here.as(who).json('/figures/indicators', { ...defined, name: 'Nog een', decimals: 0 })).status).toBe(403)
    expect((await here.as(who).json(`/figures/indicators/${key}/breaks`, { year: 2020, note: 'x' })).status).toBe(403)
  }
  expect((await here.as('karin').get('/wijken')).text).not.toContain('Plekken om elkaar')
  expect(here.faults).toEqual([])
})
