import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Town, town } from '../../../tests/support/town.ts'
import { kwbFile, kwbHeader, kwbRows } from '../files.world.ts'

let here: Town
beforeAll(async () => {
  here = await town()
})
afterAll(() => here.close())

type Suspect = { flagId: string; rule: string; area: string; indicator: string; judgement: string | null; version: number; year: number | null; explanation: string }
const suspects = async (): Promise<Suspect[]> => ((await here.as('petra').json('/figures/suspects')).json() as { suspects: Suspect[] }).suspects
const words = async (path: string): Promise<string> => (await here.as('visitor').get(path)).text.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')

test('[WIJ-17] what a file brings that can hardly be right is flagged and not changed; taking the file back takes the flags along', async () => {
  const before = await suspects()
  const [people, homes] = [kwbHeader.indexOf('a_inw '), kwbHeader.indexOf('a_woning')]
  const rows = kwbRows.map((row) => row.map((cell, index) => (row[1] === 'Schuilenburg' ? (index === people ? 9990 : index === homes ? 990 : cell) : cell)))
  const brought = await here.as('petra').json('/figures/imports', { file: { name: 'kwb.csv', content: kwbFile(rows).toString('base64') }, year: 2022, publisher: 'CBS', edition: 'proef' })
  const { importId } = brought.json() as { importId: string }
  expect((await here.as('petra').json(`/figures/imports/${importId}/application`, {}, { version: 1 })).status).toBe(201)
  const flagged = (await suspects()).filter((it) => it.year === 2022)
  expect(flagged.filter((it) => it.rule === 'persons-per-home').map((it) => `${it.area} ${it.indicator}`).sort()).toEqual(['Schuilenburg dwellings', 'Schuilenburg inhabitants'])
  expect(await here.rows("select f.value from figures f join areas a on a.id = f.area_id join indicators i on i.id = f.indicator_id where a.slug = 'schuilenburg' and i.key = 'inhabitants' and f.year = 2022")).toEqual([{ value: '9990' }])
  expect(await words('/wijk/schuilenburg')).toContain('In elke woning zouden dan 10,1 mensen wonen.')
  await here.as('petra').json(`/figures/imports/${importId}/withdrawal`, {}, { version: 2 })
  expect((await suspects()).map((it) => it.flagId).sort()).toEqual(before.map((it) => it.flagId).sort())
})

test('[WIJ-17] who keeps the figures says what they found; it stands on the public page, and the figure counts again when it is right', async () => {
  const flag = (await suspects()).find((it) => it.area === 'De Koppel' && it.indicator === 'inhabitants' && it.rule === 'persons-per-home')!
  const page = await here.as('petra').get('/wijken/beheer/twijfel')
  expect(page.text).toContain(`/wijken/beheer/twijfel/${flag.flagId}`)
  const judge = (input: Record<string, string>, version = flag.version) => here.as('petra').post(`/wijken/beheer/twijfel/${flag.flagId}`, input, { version })
  const empty = await judge({ judgement: '', reason: '' })
  expect(empty.status).toBe(400)
  expect((await judge({ judgement: 'asked', reason: 'Gevraagd aan het CBS.' })).location).toBe('/wijken/beheer/twijfel')
  expect(await words('/wijk/de-koppel')).toContain('Wij hebben dit nagevraagd. Gevraagd aan het CBS.')
  expect((await judge({ judgement: 'right', reason: 'Te laat.' })).status).toBe(412)
  expect(await here.rows("select subjects from audit.events where event_code = 'figures.judge-suspect'")).toEqual([{ subjects: [flag.flagId] }])
  const homes = await words('/wijk/de-koppel')
  expect(homes).toContain('Nagekeken: het klopt toch. De woningen zijn apart geteld.')
  expect(homes).not.toContain('Woningen: dit cijfer klopt misschien niet')
})

test('checking again finds the same and keeps what was judged', async () => {
  const before = await suspects()
  expect((await here.as('petra').post('/wijken/beheer/nakijken', {})).location).toBe('/wijken/beheer/twijfel')
  expect((await suspects()).map((it) => [it.flagId, it.judgement])).toEqual(before.map((it) => [it.flagId, it.judgement]))
})

test('[WIJ-17] nobody else sees the list or judges', async () => {
  const [flag] = await suspects()
  for (const who of ['mirjam', 'bea'] as const) {
    expect((await here.as(who).get('/wijken/beheer/twijfel')).status).toBe(404)
    expect((await here.as(who).json(`/figures/suspects/${flag?.flagId}/judgement`, { judgement: 'right', reason: 'Zo.' }, { version: 1 })).status).toBe(403)
  }
  expect((await here.as('karin').json(`/figures/suspects/${flag?.flagId}/judgement`, { judgement: 'right', reason: 'Zo.' }, { version: 1 })).status).toBeGreaterThanOrEqual(403)
  expect(here.faults).toEqual([])
})
