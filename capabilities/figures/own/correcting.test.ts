import { afterAll, beforeAll, expect, test } from 'vitest'
import { idOf } from '../../../db/seeds/demo/ids.ts'
import { type Town, town } from '../../../tests/support/town.ts'

let here: Town
beforeAll(async () => {
  here = await town()
})
afterAll(() => here.close())

const list = '/wijken/beheer/indicatoren/neighbours-help/cijfers'
const json = '/figures/indicators/neighbours-help/figures'
const figure = (area: string, year = 2023): string => idOf('figure', `${area} neighbours-help ${year}`)
const plain = (html: string): string => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
const page = async (path: string, who?: Parameters<Town['as']>[0]): Promise<string> => plain((await here.as(who ?? 'visitor').get(path)).text)
const kept = async (id: string) => (await here.rows('select value::float8, population, state, version from figures where id = $1', [id]))[0]
const told = (id: string, event: string) => here.rows("select count(*)::int as told from audit.events where subjects @> array[$1::uuid] and event_code = $2 and outcome = 'done'", [id, event])

test('[WIJ-22] a figure entered by hand is put right with a reason: the public pages say so, and what stood there stays with who, when and why', async () => {
  const id = figure('randenbroek')
  const form = await here.as('petra').get(`${list}/${id}/verbeteren`)
  for (const words of ['value="47"', 'value="330"', 'Nu staat er: 47%.']) expect(form.text.includes(words), words).toBe(true)
  expect((await here.as('petra').post(`${list}/${id}/verbeteren`, { value: '42,5', population: '330', reason: 'Een antwoord was dubbel geteld.' }, { version: 1 })).location).toBe(list)
  expect(await kept(id)).toEqual({ value: 42.5, population: 330, state: 'known', version: 2 })
  const said = 'Verbeterd op 2 maart 2026. Eerst stond hier 47%. Reden: Een antwoord was dubbel geteld.'
  for (const path of ['/wijk/randenbroek', '/wijken/cijfer/neighbours-help?jaar=2023']) expect(await page(path), path).toContain(said)
  expect(await page('/wijken/cijfer/neighbours-help?jaar=2022')).not.toContain('dubbel geteld')
  expect(await page(list, 'anke')).toContain('Verbeterd door Petra Vos op 2 maart 2026. Eerst stond er 47%. Reden: Een antwoord was dubbel geteld.')
  const lines = ((await here.as('visitor').json('/neighbourhoods/randenbroek')).json() as { lines: { indicator: string; year: number; corrections: unknown[] }[] }).lines
  expect(lines.find((it) => it.indicator === 'neighbours-help' && it.year === 2023)?.corrections).toEqual([{ kind: 'corrected', on: '2026-03-02', was: 47, reason: 'Een antwoord was dubbel geteld.' }])
  expect(await told(id, 'figures.correct-figure')).toEqual([{ told: 1 }])
})

test('[WIJ-22] a figure is withdrawn with a reason: there is none any more, the page says why, and it can be filled in again', async () => {
  const id = figure('kruiskamp')
  expect((await here.as('anke').json(`${json}/${id}/withdrawal`, { reason: 'De vraag was hier verkeerd gesteld.' }, { version: 1 })).status).toBe(201)
  expect(await kept(id)).toEqual({ value: null, population: null, state: 'missing', version: 2 })
  expect(await page('/wijk/kruiskamp')).toContain('Ingetrokken op 2 maart 2026. Eerst stond hier 45%. Reden: De vraag was hier verkeerd gesteld.')
  expect((await here.as('anke').json(`${json}/${id}/withdrawal`, { reason: 'Nog eens.' }, { version: 2 })).status).toBe(409)
  expect(await page(list, 'petra')).toContain('Kruiskamp: ingetrokken')
  expect((await here.as('petra').json(`${json}/${id}/corrections`, { value: 44, population: 300, reason: 'Nu wel goed gevraagd.' }, { version: 2 })).status).toBe(201)
  expect(await page('/wijk/kruiskamp')).toContain('Opnieuw ingevuld op 2 maart 2026, nadat het was ingetrokken. Reden: Nu wel goed gevraagd.')
  const history = ((await here.as('petra').get(`/api/v1${json}`)).json() as { figures: { figureId: string; history: object[] }[] }).figures.find((it) => it.figureId === id)?.history
  expect(history).toMatchObject([{ kind: 'corrected', value: null, by: 'Petra Vos' }, { kind: 'withdrawn', value: 45, population: 310, by: 'Anke de Groot', reason: 'De vraag was hier verkeerd gesteld.' }])
  expect(await told(id, 'figures.withdraw-figure')).toEqual([{ told: 1 }])
})

test('what does not fit is said in Dutch, all at once, with what was typed kept; a repeat changes nothing', async () => {
  const id = figure('de-koppel')
  const refused = await here.as('petra').post(`${list}/${id}/verbeteren`, { value: '140', population: 'veel', reason: '' }, { version: 1 })
  expect(refused.status).toBe(400)
  for (const words of ['value="140"', 'value="veel"', 'Waarom?']) expect(refused.text).toContain(words)
  const over = await here.as('petra').post(`${list}/${id}/verbeteren`, { value: '140', population: '280', reason: 'Tikfout' }, { version: 1 })
  for (const words of ['Een percentage is hoogstens 100.', 'value="140"', 'value="Tikfout"']) expect(over.text).toContain(words)
  const same = await here.as('petra').post(`${list}/${id}/verbeteren`, { value: '43', population: '280', reason: 'Tikfout' }, { version: 1 })
  expect([same.status, same.text.includes('Dit stond er al.')]).toEqual([400, true])
  expect(await kept(id)).toEqual({ value: 43, population: 280, state: 'known', version: 1 })
})

test('a reason that may tell whom it is about comes back once before it is published', async () => {
  const id = figure('de-koppel')
  const first = await here.as('petra').post(`${list}/${id}/verbeteren`, { value: '41', population: '280', reason: 'Mevrouw Jansen-de Boer belde hierover.' }, { version: 1 })
  expect(first.status).not.toBe(303)
  expect(first.text).toContain('Jansen')
  expect((await kept(id))?.version).toBe(1)
})

test('two who put the same figure right do not overwrite each other; without a version nothing happens', async () => {
  const id = figure('schothorst-zuid')
  expect((await here.as('anke').json(`${json}/${id}/corrections`, { value: 38, population: 290, reason: 'Tikfout' }, { version: 1 })).status).toBe(201)
  expect((await here.as('petra').json(`${json}/${id}/corrections`, { value: 37, population: 290, reason: 'Tikfout' }, { version: 1 })).status).toBe(412)
  expect((await here.as('petra').json(`${json}/${id}/corrections`, { value: 37, population: 290, reason: 'Tikfout' })).status).toBe(428)
  expect((await kept(id))?.value).toBe(38)
})

test('a figure of a file is not put right by hand, nor one of another indicator', async () => {
  const fromFile = figure('randenbroek', 2024)
  expect((await here.as('petra').json(`${json}/${fromFile}/corrections`, { value: 1, reason: 'x' }, { version: 1 })).status).toBe(404)
  expect((await here.as('petra').json(`/figures/indicators/rented/figures/${figure('schuilenburg')}/corrections`, { value: 1, reason: 'x' }, { version: 2 })).status).toBe(404)
  const source = (await here.rows<{ id: string }>('select id from figure_imports where number = 1'))[0]?.id
  await here.owner.query('update figures set import_id = $1 where id = $2', [source, figure('schothorst-noord')])
  const overtaken = await here.as('petra').json(`${json}/${figure('schothorst-noord')}/corrections`, { value: 1, reason: 'x' }, { version: 1 })
  expect([overtaken.status, overtaken.text.includes('from-file')]).toEqual([409, true])
})

test('only who keeps figures puts them right, and the history is written once: the database lets nobody change it', async () => {
  const id = figure('amersfoort')
  for (const who of ['mirjam', 'bea', 'karin'] as const) {
    expect((await here.as(who).get(list)).status, who).toBe(404)
    expect([403, 404], who).toContain((await here.as(who).json(`${json}/${id}/corrections`, { value: 1, population: 1, reason: 'x' }, { version: 1 })).status)
  }
  expect((await here.as('visitor').get(`${list}/${id}/verbeteren`)).status).not.toBe(200)
  expect(await here.rows("select string_agg(privilege_type, ',' order by privilege_type) as may from information_schema.table_privileges where table_name = 'figure_corrections' and grantee = 'schakelbord_app'")).toEqual([{ may: 'INSERT,SELECT' }])
  expect(here.faults).toEqual([])
})
