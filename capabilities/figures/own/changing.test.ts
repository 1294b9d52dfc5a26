import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Town, town } from '../../../tests/support/town.ts'

let here: Town
beforeAll(async () => {
  here = await town()
})
afterAll(() => here.close())

const list = '/wijken/beheer/indicatoren'
type Kept = { key: string; name: string; retired: boolean; version: number; figures: number }
const kept = async (key: string): Promise<Kept | undefined> => ((await here.as('petra').json('/figures/indicators')).json() as { indicators: Kept[] }).indicators.find((it) => it.key === key)
const version = async (key: string): Promise<number> => (await kept(key))?.version ?? 0
const said = { name: 'Mensen die hun buren hielpen', definition: 'Bewoners die zeggen dat ze een buur hielpen.', base: 'bewoners', kind: 'perception', direction: 'higher-is-better', decimals: '0', smallest: '4' }
const figures = () => here.rows("select f.id, f.value from figures f join indicators i on i.id = f.indicator_id where i.key = 'neighbours-help' order by 1")

test('[WIJ-22] an own indicator gets other words; its figures, its address and what somebody chose for "more" stay', async () => {
  const before = await figures()
  const form = (await here.as('petra').get(`${list}/neighbours-help/wijzigen`)).text
  expect(form).toContain('value="Mensen die hun buren helpen"')
  expect(form).not.toContain('name="unit"')
  expect((await here.as('petra').post(`${list}/neighbours-help/wijzigen`, said, { version: await version('neighbours-help') })).location).toBe(list)
  expect((await here.as('visitor').get('/wijken/cijfer/neighbours-help')).text).toContain('Mensen die hun buren hielpen')
  expect(await figures()).toEqual(before)
  expect(await here.rows("select more_nl, smallest_difference::float8 as least from indicators where key = 'neighbours-help'")).toEqual([{ more_nl: 'Meer mensen die hun buren helpen', least: 4 }])
  expect(await here.rows("select count(*)::int as told from audit.events e join indicators i on e.subjects @> array[i.id] where i.key = 'neighbours-help' and e.event_code = 'figures.change-indicator' and e.outcome = 'done'")).toEqual([{ told: 1 }])
})

test('two who change at the same time do not overwrite each other, and what does not fit is said', async () => {
  const now = await version('neighbours-help')
  expect((await here.as('anke').post(`${list}/neighbours-help/wijzigen`, said, { version: now })).status).toBe(303)
  expect((await here.as('petra').post(`${list}/neighbours-help/wijzigen`, { ...said, name: 'Anders' }, { version: now })).status).toBe(412)
  const refused = await here.as('petra').post(`${list}/neighbours-help/wijzigen`, { ...said, name: 'Bankjes per straat', base: '' }, { version: now + 1 })
  expect(refused.status).toBe(400)
  for (const words of ['Er is al een indicator met deze naam.', 'Zeg waarvan het een percentage is.']) expect(refused.text).toContain(words)
})

test('[WIJ-22] an indicator out of use leaves the lists and takes no figures; what stood there stays, and it can come back', async () => {
  const before = await figures()
  expect((await here.as('petra').post(`${list}/neighbours-help/stoppen`, {}, { version: await version('neighbours-help') })).location).toBe(list)
  expect((await kept('neighbours-help'))?.retired).toBe(true)
  expect((await here.as('visitor').get('/wijken/cijfers')).text).not.toContain('neighbours-help')
  expect((await here.as('visitor').get('/wijken/cijfer/neighbours-help')).status).toBe(200)
  expect(await figures()).toEqual(before)
  const area = (await here.rows<{ id: string }>("select id from areas where slug = 'randenbroek'"))[0]?.id
  expect((await here.as('petra').json('/figures/indicators/neighbours-help/figures', { areaId: area, year: 2026, value: 50, publisher: 'a', edition: 'b' })).status).toBe(409)
  const again = await here.as('petra').json('/figures/indicators/neighbours-help/retirement', {}, { version: await version('neighbours-help') })
  expect(again.status).toBe(409)
  expect((await here.as('petra').json('/figures/indicators', { name: 'Bankjes per straat', definition: 'x', unit: 'number', kind: 'fact', direction: 'neutral' })).status).toBe(400)
  expect((await here.as('petra').post(`${list}/neighbours-help/weer`, {}, { version: await version('neighbours-help') })).location).toBe(list)
  expect((await here.as('visitor').get('/wijken/cijfers')).text).toContain('neighbours-help')
})

test('only who keeps figures does this, and only with what the municipality made itself', async () => {
  await here.owner.query("update indicators set origin = 'cbs' where key = 'rented'")
  expect((await here.as('petra').json('/figures/indicators/rented/retirement', {}, { version: await version('rented') })).status).toBe(409)
  for (const who of ['mirjam', 'bea'] as const) {
    const answer = await here.as(who).json('/figures/indicators/neighbours-help/retirement', {}, { version: 1 })
    expect([403, 404]).toContain(answer.status)
  }
  expect((await kept('neighbours-help'))?.retired).toBe(false)
  expect(here.faults).toEqual([])
})
