import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mapId } from '../../db/seeds/demo/maps.ts'
import { type Town, town, type TownsPerson } from '../../tests/support/town.ts'

let t: Town
beforeAll(async () => {
  t = await town()
})
afterAll(() => t.close())

const id = mapId('randenbroek-schuilenburg')
const part = (key: string, act = '') => `/wijkkaart/${id}/deel/${key}${act}`
const add = (who: TownsPerson, key: string, act: string, fields: Record<string, string>) => t.as(who).post(part(key, `/${act}`), fields)
const publicText = async () => (await t.as('visitor').get('/wijk/randenbroek-schuilenburg/kaart')).text
const republish = async (key: string) => {
  const [row] = await t.rows<{ version: number }>('select version from map_sections where map_id = $1 and key = $2', [id, key])
  return t.as('anke').post(part(key, '/publiceren'), {}, { version: row?.version ?? 0 })
}
const contribution = async (body: string) => (await t.rows<{ id: string }>('select id from map_contributions where body = $1', [body]))[0]?.id ?? ''

describe('what people add', () => {
  const quote = { kind: 'quote', body: 'Ik ken hier iedereen van gezicht.', saidBy: 'bewoner van Randenbroek, 60 jaar', saidOn: '2026-02-20', permissionHow: 'spoken', permissionOn: '2026-02-20' }

  test('[WIJ-08] a quote comes with who said it by role, when, and how permission was given; nothing of it may be left out', async () => {
    const { status, text } = await add('els', '4-3', 'verhaal', { kind: 'quote' })
    expect([status, (text.match(/class="field-error"/g) ?? []).length]).toEqual([400, 5])
    expect((await add('els', '4-3', 'verhaal', quote)).location).toBe(part('4-3'))
    const page = (await t.as('hassan').get(part('4-3'))).text
    for (const said of [quote.body, 'Toestemming: mondeling, 20 februari 2026', 'Nog niet openbaar']) expect(page).toContain(said)
  })

  test('it is public only after the section is published again, and permission stays inside', async () => {
    expect(await publicText()).not.toContain(quote.body)
    expect((await republish('4-3')).status).toBe(303)
    expect(await publicText()).toContain(quote.body)
    expect(await publicText()).toContain('bewoner van Randenbroek, 60 jaar, 20 februari 2026')
    expect(await publicText()).not.toContain('Toestemming')
  })

  test('permission that is taken back counts at once, and says why it is gone', async () => {
    const address = `/wijkkaart/${id}/toevoeging/${await contribution(quote.body)}/weghalen`
    expect((await t.as('mirjam').post(address, {})).status).toBe(400)
    expect((await t.as('mirjam').post(address, { because: 'toestemming ingetrokken' })).location).toBe(part('4-3'))
    expect(await publicText()).not.toContain(quote.body)
    expect((await t.as('mirjam').post(address, { because: 'nog eens' })).status).toBe(404)
    expect(await t.rows('select withdrawn_because from map_contributions where body = $1', [quote.body])).toEqual([{ withdrawn_because: 'toestemming ingetrokken' }])
  })

  test('[WIJ-09] local knowledge is marked as such, with who by role and when; volunteers and partners may add it', async () => {
    for (const [who, voice, saidBy] of [['joke', 'key-figure', 'ouderling'], ['ria', 'professional', 'bezoeker zonder indicatie'], ['youssef', 'professional', 'opbouwwerker van een andere wijk']] as const) {
      expect((await add(who, '2-3', 'kennis', { voice, saidBy, saidOn: '2026-02-27', body: `Na zes uur is het hier stil, zegt ${saidBy}.` })).status).toBe(303)
    }
    await republish('2-3')
    const text = await publicText()
    for (const said of ['Lokale kennis', 'Na zes uur is het hier stil, zegt ouderling.', 'ouderling, 27 februari 2026']) expect(text).toContain(said)
    expect(text).not.toContain('Joke Hendriks')
  })

  test.each([['frans', 403], ['bea', 403], ['aaltje', 404], ['visitor', 401], ['karin', 404]] as const)('%s adds nothing', async (who, status) => {
    const input = { voice: 'professional', saidBy: 'x', saidOn: '2026-02-27', body: 'Iets.' }
    expect((await t.as(who).json(`/neighbourhood-maps/${id}/sections/2-3/knowledge`, input)).status).toBe(status)
  })

  test('who may add may not write the text, nor take away what another added', async () => {
    expect((await t.as('ria').json(`/neighbourhood-maps/${id}/sections/2-4/texts`, { body: 'x', source: 'y', status: 'draft' }, { version: 1 })).status).toBe(403)
    expect((await t.as('ria').json(`/neighbourhood-maps/${id}/contributions/${await contribution('Na zes uur is het hier stil, zegt ouderling.')}/withdrawal`, { because: 'x' })).status).toBe(403)
    expect((await t.as('ria').json(`/neighbourhood-maps/${id}/contributions/${await contribution('Na zes uur is het hier stil, zegt bezoeker zonder indicatie.')}/withdrawal`, { because: 'x' })).status).toBe(201)
  })

  test('[WIJ-25] differing opinions stand beside each other, each with its source, and are never merged', async () => {
    const about = 'de nieuwe speelplek'
    for (const [voice, body, source] of [['neighbours', 'Te veel lawaai.', 'bewonersavond'], ['residents', 'Eindelijk een plek.', 'enquête 2026'], ['reputation', 'De krant noemt het een succes.', 'krant, 2026']]) {
      expect((await add('hassan', '3-2', 'mening', { about, voice: voice ?? '', body: body ?? '', source: source ?? '' })).status).toBe(303)
    }
    await republish('3-2')
    const text = await publicText()
    const side = text.slice(text.indexOf(about))
    for (const said of ['Te veel lawaai.', '<span lang="nl">bewonersavond</span>', 'Eindelijk een plek.', '<span lang="nl">enquête 2026</span>', 'De krant noemt het een succes.', '<span lang="nl">krant, 2026</span>']) expect(side).toContain(said)
    expect(text.split(`<span lang="nl">${about}</span>`)).toHaveLength(2)
  })

  test('[WIJ-14] [WIJ-27] a hotspot or meeting place is a described place at a scale, not an address', async () => {
    const place = { about: 'rond de flats bij de winkels', sort: 'hotspot', scale: 'block', body: 'Veel ruzie over geluid.', source: 'wijkagent, 2026' }
    expect((await add('hassan', '3-2', 'plek', { ...place, about: 'Weberstraat 12, 3816 AB 12' })).text).toContain('de wijkkaart gaat nooit over één persoon')
    expect((await add('hassan', '3-2', 'plek', place)).status).toBe(303)
    expect((await add('hassan', '3-2', 'plek', { ...place, sort: 'meeting-place', scale: 'street', about: 'het schoolplein', body: 'Ouders wachten hier.' })).status).toBe(303)
    const { text } = await t.as('els').get(part('3-2'))
    for (const said of ['Hier komen problemen samen', 'Schaal: Woonblok', 'Hier komen veel bewoners', 'Schaal: Straat of plein']) expect(text).toContain(said)
  })

  test('[WIJ-15] a risk group has its criteria by theme', async () => {
    expect((await add('mirjam', '2-4', 'risicogroep', { theme: 'Schulden', about: 'huishoudens', criteria: 'laag inkomen\n\nlaag inkomen\neen ouder', body: 'Wie dit heeft loopt meer risico.', source: 'team' })).status).toBe(303)
    const { text } = await t.as('mirjam').get(part('2-4'))
    expect(text).toContain('Schulden: huishoudens')
    expect(text).toContain('<li>laag inkomen</li><li>een ouder</li>')
  })

  test('[WIJ-24] [WIJ-26] what residents find and what the make-up brings stand in the section, each with its source', async () => {
    const text = await publicText()
    for (const said of ['Overlast', 'Veiligheid', 'Politie in de wijk', 'Band met de wijk', 'Tevreden over de wijk', 'Maakt meedoen moeilijker', 'Is een bron van hulp']) expect(text).toContain(said)
  })

  test('[WIJ-18] [WIJ-19] what there is and what is needed are told apart, with the fitting team', async () => {
    const shown = (await t.as('visitor').json('/neighbourhoods/randenbroek-schuilenburg/map')).json() as { sections: { key: string; body: string }[] }
    const body = (key: string) => shown.sections.find((it) => it.key === key)?.body
    expect([body('6-1'), body('6-2'), body('6-4')].map((it) => (it?.length ?? 0) > 40)).toEqual([true, true, true])
    expect(body('6-1')).not.toBe(body('6-2'))
  })
})

describe('[WIJ-10] how parties cooperate', () => {
  const kruiskamp = mapId('kruiskamp-koppel')
  const cooperation = async (who: TownsPerson, area: string) => ((await t.as(who).json(`/neighbourhoods/${area}/map`)).json() as { cooperation: Record<string, unknown> | null }).cooperation

  test('colleagues see shares rounded to 5 from five answers on; the public sees nothing below ten', async () => {
    const inside = await cooperation('hassan', 'randenbroek-schuilenburg')
    expect(inside).toMatchObject({ enough: true, answers: 5, know: 80, mobile: 60, call: 45 })
    expect(await cooperation('visitor', 'randenbroek-schuilenburg')).toMatchObject({ enough: false, answers: null, know: null, mobile: null, call: null })
    expect(await publicText()).toContain('Te weinig mensen antwoordden om iets te laten zien.')
  })

  test('while it runs nothing is told, so that nobody can see what one answer changed', async () => {
    expect(await cooperation('youssef', 'kruiskamp-koppel')).toBeNull()
    const enquiry = (await t.rows<{ id: string }>('select id from cooperation_enquiries where map_id = $1', [kruiskamp]))[0]?.id
    const page = await t.as('youssef').get(`/wijkkaart/${kruiskamp}/samenwerking/${enquiry}`)
    expect(page.text).toContain('Sanne Kuipers')
    const others = [...page.text.matchAll(/name="know"[^>]*value="([^"]+)"/g)].map(([, value]) => value as string)
    expect(others.length).toBeGreaterThan(1)
    const answer = { know: others, mobile: others.slice(0, 1), call: [] }
    const unlike = await t.as('youssef').post(`/wijkkaart/${kruiskamp}/samenwerking/${enquiry}`, { know: others.slice(1), mobile: others.slice(0, 1), call: others.slice(0, 1) })
    expect(unlike.status).toBe(400)
    expect(unlike.text).toContain('Van wie je het nummer hebt of wie je belt, ken je ook. Kruis hier ook aan: ')
    expect((await t.as('youssef').post(`/wijkkaart/${kruiskamp}/samenwerking/${enquiry}`, answer)).location).toBe(`/wijkkaart/${kruiskamp}`)
    expect((await t.as('youssef').post(`/wijkkaart/${kruiskamp}/samenwerking/${enquiry}`, answer)).status).toBe(409)
    expect(await cooperation('youssef', 'kruiskamp-koppel')).toBeNull()
    expect(await t.rows('select others, know, mobile, call from cooperation_answers where enquiry_id = $1 order by at desc limit 1', [enquiry])).toEqual([{ others: others.length, know: others.length, mobile: 1, call: 0 }])
    expect((await t.as('dirk').get(`/wijkkaart/${kruiskamp}/samenwerking/${enquiry}`)).status).toBe(200)
    expect((await t.as('mirjam').get(`/wijkkaart/${kruiskamp}/samenwerking/${enquiry}`)).status).toBe(403)
  })

  test('one at a time, opened by who publishes', async () => {
    expect((await t.as('youssef').post(`/wijkkaart/${kruiskamp}/samenwerking/vragen`, { closesOn: '2026-04-01' })).status).toBe(409)
    expect((await t.as('mirjam').json(`/neighbourhood-maps/${id}/enquiries`, { closesOn: '2026-04-01' })).status).toBe(403)
    const late = await t.as('hassan').post(`/wijkkaart/${id}/samenwerking/vragen`, { closesOn: '2099-01-01' })
    expect([late.status, late.text.includes('Kies een dag binnen drie maanden')]).toEqual([400, true])
    expect((await t.as('hassan').post(`/wijkkaart/${id}/samenwerking/vragen`, { closesOn: '2026-03-02' })).text).toContain('Kies een latere dag.')
    expect((await t.as('hassan').post(`/wijkkaart/${id}/samenwerking/vragen`, { closesOn: '2026-04-01' })).status).toBe(303)
  })
})

describe('the future', () => {
  test('[GOV-01] scenarios hold what each party thinks, and a later position takes the place of an earlier one', async () => {
    const page = (await t.as('anke').get(part('6-5'))).text
    const href = /href="(\/wijkkaart\/[^"]+\/standpunt)"/.exec(page)?.[1] ?? ''
    expect((await t.as('anke').post(href, { party: 'insurer', stance: 'conditions', reason: 'Als we het samen meten.', source: 'gesprek, maart 2026' })).location).toBe(part('6-5'))
    expect((await t.as('anke').get(part('6-5'))).text).toContain('Als we het samen meten.')
    expect(await publicText()).not.toContain('Als we het samen meten.')
    expect(await publicText()).toContain('Wil eerst zien wat het bespaart.')
    expect((await republish('6-5')).status).toBe(303)
    expect(await publicText()).toContain('Als we het samen meten.')
    expect(await publicText()).not.toContain('Wil eerst zien wat het bespaart.')
    expect((await t.rows("select 1 from scenario_positions where reason = 'Wil eerst zien wat het bespaart.'")).length).toBe(1)
  })

  test('[GOV-01] a choice has its reasons and rests on sections of the profile', async () => {
    const described = await t.as('hassan').post(`/wijkkaart/${id}/scenario`, { title: 'Samen met de buurwijk', body: 'Twee teams worden één.', horizon: '2034', restsOn: ['4-1', '6-3'] })
    expect(described.status).toBe(303)
    expect((await t.as('hassan').post(`/wijkkaart/${id}/scenario`, { title: 'x', body: 'y', horizon: '2034' })).status).toBe(400)
    const scenarioId = (await t.rows<{ id: string }>("select id from map_scenarios where title = 'Samen met de buurwijk'"))[0]?.id ?? ''
    expect((await t.as('hassan').post(`/wijkkaart/${id}/keuze`, { scenarioId, reasons: 'Minder reistijd.', decidedBy: 'wijkberaad', decidedOn: '2026-03-01' })).status).toBe(303)
    const { text } = await t.as('hassan').get(part('6-5'))
    for (const said of ['Gekozen door wijkberaad, 1 maart 2026', 'Minder reistijd.', `href="${part('4-1')}"`, 'Eerdere keuze: Dichtbij en samen']) expect(text).toContain(said)
    expect(await publicText()).not.toContain('Minder reistijd.')
  })

  test('[GOV-03] goals at short, medium and long term make a multi-year plan; stopping one needs a reason', async () => {
    const goal = { goal: 'Elke flat heeft een contactpersoon', sign: 'tien flats', term: 'medium', fromYear: '2027', untilYear: '2026', who: 'bewoners', restsOn: ['3-2'] }
    expect((await t.as('hassan').post(`/wijkkaart/${id}/doel`, goal)).text).toContain('Kies een jaar dat niet voor het begin ligt.')
    expect((await t.as('hassan').post(`/wijkkaart/${id}/doel`, { ...goal, untilYear: '2029' })).location).toBe(part('6-6'))
    const page = (await t.as('hassan').get(part('6-6'))).text
    for (const said of ['Korte termijn', 'Middellange termijn', 'Lange termijn', 'Elke flat heeft een contactpersoon', '2027 tot en met 2029', 'Meerjarenplan']) expect(page).toContain(said)
    const goalId = (await t.rows<{ id: string }>("select id from map_goals where goal = 'Elke flat heeft een contactpersoon'"))[0]?.id
    expect((await t.as('hassan').post(`/wijkkaart/${id}/doel/${goalId}`, { state: 'stopped' }, { version: 1 })).text).toContain('Vertel waarom dit doel stopt.')
    expect((await t.as('hassan').post(`/wijkkaart/${id}/doel/${goalId}`, { state: 'running' }, { version: 1 })).status).toBe(303)
    expect((await t.as('hassan').post(`/wijkkaart/${id}/doel/${goalId}`, { state: 'reached' }, { version: 1 })).status).toBe(412)
    expect(await publicText()).not.toContain('Elke flat heeft een contactpersoon')
    expect(await publicText()).toContain('Het wijkinformatiepunt is één avond per week open')
  })

  test.each(['ria', 'joke', 'youssef'] as const)('%s sets no goal here', async (who) => {
    expect((await t.as(who).json(`/neighbourhood-maps/${id}/goals`, { goal: 'x', sign: 'y', term: 'short', fromYear: 2026, untilYear: 2026, who: 'z', restsOn: ['1-1'] })).status).toBe(403)
  })
})
