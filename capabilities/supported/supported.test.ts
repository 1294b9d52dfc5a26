import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../app/server.tsx'
import { areaId, municipalityId, organizationId } from '../../db/seeds/demo/cast.ts'
import { countId } from '../../db/seeds/demo/supported.ts'
import { type Answer, type Town, town, type TownsPerson } from '../../tests/support/town.ts'
import { countEntered } from './entering.tsx'
import type { ShownKept, ShownSupported } from './shown.ts'
import { countsKept } from './views.tsx'

let t: Town
beforeAll(async () => {
  t = await town()
})
afterAll(() => t.close())

const plain = (html: string): string => html.replace(/<[^>]*>/g, ' ').replace(/&nbsp;|\u00a0/g, ' ').replace(/\s+/g, ' ')
const page = async (who: TownsPerson, slug: string): Promise<string> => plain((await t.as(who).get(`/wijk/${slug}/begeleiding`)).text)
const shown = async (who: TownsPerson, slug: string): Promise<ShownSupported> => (await t.as(who).json(`/neighbourhoods/${slug}/supported`)).json() as ShownSupported
const kept = async (who: TownsPerson): Promise<ShownKept> => (await t.as(who).json('/supported/counts')).json() as ShownKept
const dayIn = async (slug: string, at = 0, group = 'psychisch', who: TownsPerson = 'tom') => (await shown(who, slug)).groups.find((it) => it.slug === group)?.days[at]
/** Sends a form as somebody who opened it. */
async function sent(who: TownsPerson, path: string, fields: Record<string, string | string[]> = {}): Promise<Answer> {
  const { text } = await t.as(who).get(path)
  const version = /name="_version" value="(\d+)"/.exec(text)?.[1]
  return t.as(who).post(path, fields, version === undefined ? {} : { version: Number(version) })
}

describe('[WIJ-16] residents with support in an area', () => {
  test('are told for each provider with its source and the day of counting, in fives, and never added up', async () => {
    expect(await dayIn('schothorst')).toMatchObject({
      on: '2026-01-01', total: null, atLeast: 70, atMost: 74 + 54 + 4,
      providers: [{ name: 'Humanitas DMH', state: 'few', low: null }, { name: 'Kwintes', state: 'told', low: 50, high: 54 }, { name: 'Symfora', state: 'told', low: 70, high: 74 }],
    })
    const words = await page('tom', 'schothorst')
    expect(words).toContain('Ten minste 70 en hoogstens 132 bewoners.')
    expect(words).toContain('Geteld op 1 januari 2026')
    expect(words).toContain('Dezelfde bewoner kan bij meer aanbieders zijn. Daarom is er geen totaal')
    expect(words).toContain('Symfora 70 tot en met 74 Eigen registratie op 1 januari: behandeling en begeleiding')
    expect(words).toContain('minder dan 5')
    expect(words).not.toMatch(/\b(52|74 bewoners|129)\b/)
  })

  test('have one total when the providers counted together on that day, and other days and groups stay apart', async () => {
    expect(await dayIn('schothorst', 1)).toMatchObject({ on: '2025-01-01', total: { low: 90, high: 94 }, together: { parties: ['Kwintes', 'Symfora'], state: 'told', low: 90 } })
    const words = await page('tom', 'schothorst')
    expect(words).toContain('Samen 90 tot en met 94 bewoners. Kwintes en Symfora telden samen, elke bewoner één keer.')
    expect(words).toContain('Aantallen van verschillende dagen tellen we niet op.')
    expect(words).toContain('Tellingen van een andere dag, of van een andere soort begeleiding, tellen we niet bij elkaar op.')
    expect((await dayIn('schothorst', 0, 'verstandelijk'))?.providers).toEqual([expect.objectContaining({ name: 'Humanitas DMH', low: 25 })])
  })

  test('are not told of a part of the area when that would give a small number away', async () => {
    expect((await dayIn('schothorst-zuid'))?.providers.map(({ name, state }) => [name, state])).toEqual([['Kwintes', 'told'], ['Symfora', 'closed']])
    expect((await dayIn('schothorst-noord'))?.providers.map(({ name, state }) => [name, state])).toEqual([['Kwintes', 'told'], ['Symfora', 'closed']])
    expect(await page('tom', 'schothorst-noord')).toContain('Niet getoond: met het aantal van een groter gebied is hieruit een klein aantal uit te rekenen.')
    expect(await page('tom', 'schothorst-noord')).not.toContain('minder dan 5')
  })

  test('say what was withdrawn and why', async () => {
    expect((await dayIn('kruiskamp-koppel'))?.providers.find(({ name }) => name === 'Kwintes')).toMatchObject({ state: 'withdrawn', low: null, corrected: { kind: 'withdrawn', reason: 'Niet alle bewoners woonden op die dag nog in de wijk.' } })
    expect(await page('youssef', 'kruiskamp-koppel')).toContain('Ingetrokken op 18 februari 2026: Niet alle bewoners woonden op die dag nog in de wijk.')
  })

  test('are for who works with the neighbourhood; not for residents, volunteers, visitors or another municipality', async () => {
    for (const who of ['mirjam', 'hassan', 'dirk', 'anke', 'petra'] as const) expect((await t.as(who).json('/neighbourhoods/schothorst/supported')).status).toBe(200)
    for (const [who, status] of [['visitor', 401], ['aaltje', 404], ['joke', 404], ['frans', 404], ['karin', 404]] as const) expect((await t.as(who).json('/neighbourhoods/schothorst/supported')).status, who).toBe(status)
    expect((await t.as('tom').get('/wijk/voorbeelddorp/begeleiding')).status).toBe(404)
    expect((await t.as('visitor').get('/wijk/schothorst')).text).not.toContain('/begeleiding')
    expect((await t.as('tom').get('/wijk/schothorst')).text).toContain('/wijk/schothorst/begeleiding')
  })
})

describe('[WIJ-16] who enters counts', () => {
  test('a provider sees and enters its own only, the information manager all, others none', async () => {
    expect([...new Set((await kept('nadia')).counts.map(({ organization }) => organization))]).toEqual(['Kwintes'])
    expect((await kept('petra')).counts.length).toBeGreaterThan(10)
    expect((await kept('nadia')).counts.find(({ area, countedOn }) => area.slug === 'schothorst' && countedOn === '2026-01-01')).toMatchObject({ residents: 52, history: [{ kind: 'corrected', residents: 62, by: 'Nadia Haddou' }] })
    expect((await t.as('anke').json('/supported/counts')).status).toBe(404)
    expect((await t.as('nadia').json(`/supported/counts/${countId('schothorst psychisch symfora 0')}/withdrawal`, { reason: 'Zomaar.' }, { version: 1 })).status).toBe(404)
    expect((await t.as('nadia').get('/wijken/begeleiding/samen')).status).toBe(403)
  })

  test('adds a count once, of a day that has been, for the own organisation; what is wrong is told at once and stays typed', async () => {
    const fields = { areaId: areaId('kruiskamp'), group: 'ouderen', countedOn: '2026-01-01', organizationId: organizationId('kwintes'), residents: '33', source: 'Eigen registratie: begeleiding thuis' }
    const other = await sent('nadia', '/wijken/begeleiding/nieuw', { ...fields, organizationId: organizationId('symfora') })
    expect(other.status).toBe(400)
    const wrong = await sent('nadia', '/wijken/begeleiding/nieuw', { ...fields, countedOn: '2026-03-03', residents: 'veel' })
    expect(wrong.status).toBe(400)
    expect(wrong.text).toContain('Eigen registratie: begeleiding thuis')
    expect((await sent('nadia', '/wijken/begeleiding/nieuw', { ...fields, countedOn: '2026-03-03' })).text).toContain('Deze dag moet nog komen.')
    expect((await sent('nadia', '/wijken/begeleiding/nieuw', fields)).status).toBe(303)
    expect((await sent('petra', '/wijken/begeleiding/nieuw', fields)).text).toContain('Deze telling staat er al.')
    expect(await page('youssef', 'kruiskamp')).toContain('30 tot en met 34 bewoners, geteld door Kwintes.')
  })

  test('asks once more before a source that seems to name somebody is kept', async () => {
    const answer = await sent('petra', '/wijken/begeleiding/nieuw', { areaId: areaId('kruiskamp'), group: 'jeugd', countedOn: '2026-01-01', organizationId: organizationId('kwintes'), residents: '8', source: 'Lijst van mevrouw Jansen' })
    expect(answer.location).toBeNull()
    expect((await t.rows("select from support_counts where source like '%Jansen%'")).length).toBe(0)
  })

  test('enters a count together only beside the own counts of all of them, between the largest and the sum', async () => {
    const fields = { areaId: areaId('schothorst'), group: 'psychisch', countedOn: '2026-01-01', parties: [organizationId('symfora'), organizationId('kwintes')], residents: '73', source: 'Gezamenlijke telling' }
    expect((await sent('petra', '/wijken/begeleiding/samen', fields)).text).toContain('Dit kan niet minder zijn dan de grootste eigen telling: 74.')
    expect((await sent('petra', '/wijken/begeleiding/samen', { ...fields, residents: '127' })).text).toContain('Dit kan niet meer zijn dan alle eigen tellingen bij elkaar: 126.')
    expect((await sent('petra', '/wijken/begeleiding/samen', { ...fields, parties: [organizationId('symfora'), organizationId('beweging30')] })).text).toContain('Van deze dag is er geen eigen telling van Beweging 3.0.')
    expect((await sent('petra', '/wijken/begeleiding/samen', { ...fields, residents: '100' })).status).toBe(303)
    // Humanitas did not take part in it, so there are still bounds.
    expect(await dayIn('schothorst')).toMatchObject({ total: null, atLeast: 100, atMost: 104 + 4, together: { low: 100 } })
    expect(await page('tom', 'schothorst')).toContain('Kwintes en Symfora telden ook samen, elke bewoner één keer: 100 tot en met 104.')
  })

  test('corrects and withdraws with a reason; what stood there, who and why stay', async () => {
    const path = `/wijken/begeleiding/${countId('schothorst psychisch symfora 0')}`
    expect((await sent('petra', `${path}/verbeteren`, { residents: '74', source: 'Eigen registratie op 1 januari: behandeling en begeleiding (verzonnen aantal)', reason: 'Niets.' })).text).toContain('Dit staat er al.')
    expect((await sent('petra', `${path}/verbeteren`, { residents: '110', source: 'Eigen registratie, nagekeken', reason: 'Een gang was vergeten.' })).status).toBe(303)
    const one = (await kept('petra')).counts.find((it) => it.countId === countId('schothorst psychisch symfora 0'))
    expect(one).toMatchObject({ residents: 110, version: 2, history: [{ kind: 'corrected', residents: 74, reason: 'Een gang was vergeten.', by: 'Petra Vos' }] })
    // Now the count together, of 100, is fewer than the largest: who keeps it reads so, and colleagues see no total.
    expect((await kept('petra')).counts.find((it) => it.organization === null && it.countedOn === '2026-01-01')?.contradicts).toBe(true)
    expect((await dayIn('schothorst'))?.together).toMatchObject({ state: 'closed', low: null })
    expect(await page('tom', 'schothorst')).toContain('Kwintes en Symfora telden ook samen. Dat aantal tonen we niet')
    expect(await page('tom', 'schothorst')).toContain('Verbeterd op 2 maart 2026: Een gang was vergeten.')
    expect((await sent('petra', `${path}/intrekken`, { reason: 'Toch niet goed.' })).status).toBe(303)
    expect((await t.as('petra').json(`/supported/counts/${countId('schothorst psychisch symfora 0')}/withdrawal`, { reason: 'Nog eens.' }, { version: 3 })).status).toBe(409)
    expect((await sent('petra', `${path}/verbeteren`, { residents: '76', source: 'Opnieuw geteld', reason: 'Nu goed geteld.' })).status).toBe(303)
    expect((await kept('petra')).counts.find((it) => it.countId === countId('schothorst psychisch symfora 0'))?.history.map(({ kind, residents }) => [kind, residents])).toEqual([['corrected', null], ['withdrawn', 110], ['corrected', 74]])
    const log = await t.rows<{ event_code: string }>("select event_code from audit.events where $1 = any (subjects) and outcome = 'done' and action = 'U' order by id", [countId('schothorst psychisch symfora 0')])
    expect(log.map((it) => it.event_code)).toEqual(['supported.correct', 'supported.withdraw', 'supported.correct'])
  })
})

describe('[WIJ-16] a file with counts', () => {
  const head = 'wijk;aanbieder;voor wie;geteld op;bewoners;bron'
  const bring = (who: TownsPerson, lines: readonly string[]) => t.as(who).json('/supported/files', { file: { name: 'tellingen.csv', content: Buffer.from([head, ...lines].join('\r\n')).toString('base64') } })

  test('is kept whole, or not at all with every line that is wrong', async () => {
    const wrong = await bring('petra', ['Randenbroek;Kwintes;Ouderen;1-1-2026;21;eigen registratie', 'Nergenshuizen;Niemand;Reuzen;2026-13-01;-4;', 'Randenbroek;Kwintes;Ouderen;2026-01-01;22;eigen registratie', 'schothorst;Kwintes;psychisch;2026-01-01;53;iets anders', 'Randenbroek;Kwintes;Jeugd;2026-01-01;9;verteld door mevrouw Jansen'])
    expect(wrong.status).toBe(400)
    const said = (wrong.json() as { errors: { detail: string }[] }).errors.map(({ detail }) => detail)
    expect(said.filter((it) => it.startsWith('Regel 3:'))).toHaveLength(6)
    expect(said).toContain('Regel 4: deze telling staat twee keer in het bestand.')
    expect(said).toContain('Regel 5: deze telling staat er al, met een ander aantal of een andere bron. Verbeter haar bij “Tellingen bijhouden”.')
    expect(said.some((it) => it.startsWith('Regel 6:') && it.includes('over een persoon'))).toBe(true)
    expect(await t.rows("select from support_counts where source = 'eigen registratie'")).toEqual([])
  })

  test('of a provider holds its own counts only, and what is there already is left out', async () => {
    const lines = ['Randenbroek;Kwintes;Ouderen;1-1-2026;21;eigen registratie', 'Schuilenburg;kwintes;ouderen;2026-01-01;18;eigen registratie']
    expect((await bring('sanne', lines)).status).toBe(400)
    expect((await bring('nadia', lines)).json()).toEqual({ added: 2 })
    expect((await bring('nadia', lines)).json()).toEqual({ added: 0 })
    expect((await dayIn('schuilenburg', 0, 'ouderen'))?.providers).toEqual([expect.objectContaining({ name: 'Kwintes', low: 15, high: 19 })])
  })
})

describe('[WIJ-16] the rules and the database agree on who sees exact numbers', () => {
  test('for everybody who works here', async () => {
    const all = await t.rows<{ id: string; organization_id: string | null }>('select id, organization_id from support_counts where municipality_id = $1', [municipalityId])
    const own: Partial<Record<TownsPerson, string>> = { nadia: 'kwintes', sanne: 'symfora', mirjam: 'beweging30', els: 'ravelijn', dirk: 'politie' }
    for (const [who, organization] of Object.entries(own)) {
      const expected = all.filter((it) => it.organization_id === organizationId(organization)).map(({ id }) => id)
      expect((await kept(who as TownsPerson)).counts.map(({ countId: id }) => id).sort()).toEqual(expected.sort())
    }
    expect((await kept('petra')).counts).toHaveLength(all.length)
  })

  test('and when every rule says yes, the database still gives and takes nothing that is of another', async () => {
    const lawless = createApp({ pool: t.pool, settings: t.settings, entries: [{ ...countEntered, may: () => true, choices: undefined }, { ...countsKept, may: () => true, each: undefined }] })
    const ask = (who: TownsPerson, path: string, input?: unknown) =>
      lawless.request(`/api/v1${path}`, { headers: { cookie: `schakelbord=${t.secretOf(who)}`, ...(input !== undefined && { origin: t.origin, 'content-type': 'application/json', 'idempotency-key': randomUUID() }) }, ...(input !== undefined && { method: 'POST', body: JSON.stringify(input) }) })
    for (const who of ['anke', 'joke', 'frans', 'karin'] as const) expect((await (await ask(who, '/supported/counts')).json()) as ShownKept, who).toMatchObject({ counts: [] })
    const forAnother = { areaId: areaId('schothorst'), group: 'psychisch', countedOn: '2024-01-01', organizationId: organizationId('symfora'), residents: 9, source: 'proef' }
    for (const who of ['nadia', 'anke', 'joke'] as const) expect((await ask(who, '/supported/counts', forAnother)).status, who).toBeGreaterThanOrEqual(400)
    expect(await t.rows("select from support_counts where source = 'proef'")).toEqual([])
    expect((await ask('sanne', '/supported/counts', forAnother)).status).toBe(201)
  })
})
