import { afterAll, beforeAll, expect, test } from 'vitest'
import { areaId, organizationId } from '../../db/seeds/demo/cast.ts'
import { type Town, town } from '../../tests/support/town.ts'

let t: Town
beforeAll(async () => {
  t = await town()
}, 60_000)
afterAll(() => t?.close())

const said = { name: 'Netwerk Samen Sterk', kind: 'signalling-network', areaId: areaId('schothorst'), summary: 'Wie mensen spreekt, ziet elkaar elke maand.', focus: 'Eenzaamheid', meets: 'Elke maand', core: 'Welzijn Amersfoort (SWA): gastheer\nKwintes', shell: 'Ravelijn', visibility: 'public' }
const make = (input: object, who: 'petra' | 'mirjam' | 'hassan' = 'petra') => t.as(who).json('/directory/networks', input)
const network = async (slug: string) => (await t.rows<{ id: string; version: number }>('select id, version from networks where slug = $1', [slug]))[0]!
const change = async (slug: string, input: object, version?: number) => t.as('petra').json(`/directory/networks/${slug}/facts`, input, { version: version ?? (await network(slug)).version })

test('[DIR-01][DIR-07] the information manager writes down a network with who is in it; visitors find it and see its members', async () => {
  const made = await make(said)
  expect(made.status, made.text).toBe(201)
  const page = (await t.as('visitor').get('/samenwerking/netwerk-samen-sterk')).text
  for (const words of ['Wie mensen spreekt', 'Doen mee', 'Kunnen worden gevraagd', 'eenzaamheid']) expect(page).toContain(words)
  expect((await t.as('visitor').get('/zoeken?q=samen+sterk&soort=samenwerking')).text).toContain('/samenwerking/netwerk-samen-sterk')
  expect((await t.as('petra').get('/sociale-kaart/samenwerkingen')).text).toContain('Netwerk Samen Sterk')
  expect(await t.rows("select from audit.events where event_code = 'directory.make-network' and $1 = any (subjects)", [(await network('netwerk-samen-sterk')).id])).toHaveLength(1)
})

test('changing it moves who comes closer, says what somebody does, and lets who left go', async () => {
  const { id } = await network('netwerk-samen-sterk')
  const form = (await t.as('petra').get('/sociale-kaart/samenwerking/netwerk-samen-sterk/wijzigen')).text
  for (const words of ['Elke maand', 'Welzijn Amersfoort (SWA): gastheer', 'Ravelijn']) expect(form).toContain(words)
  const changed = await change('netwerk-samen-sterk', { ...said, core: 'ravelijn: maatjes', shell: 'Welzijn Amersfoort (SWA): gastheer', state: 'published' })
  expect(changed.status, changed.text).toBe(201)
  expect(await t.rows('select organization_id as who, ring, function from network_members where network_id = $1 order by ring', [id])).toEqual([{ who: organizationId('ravelijn'), ring: 'core', function: 'maatjes' }, { who: organizationId('swa'), ring: 'shell', function: 'gastheer' }])
})

test('all that is wrong is told at once: a name that is there, an organisation in two groups, a kind and an area that are none', async () => {
  const refused = await make({ ...said, name: 'netwerk samen STERK', shell: 'Kwintes: nog eens\nBestaat Niet BV' })
  expect([refused.status, (refused.json() as { errors: { at: string }[] }).errors.map(({ at }) => at)]).toEqual([400, ['name', 'shell', 'shell']])
  for (const words of ['Kwintes: nog eens', 'Bestaat Niet BV']) expect(refused.text).toContain(words)
  expect((await make({ ...said, name: 'Nieuw', kind: 'club' })).status).toBe(400)
  expect((await make({ ...said, name: 'Nieuw', areaId: organizationId('swa') })).status).toBe(400)
  expect((await make({ ...said, name: '', summary: '' })).status).toBe(400)
  const typed = await t.as('petra').post('/sociale-kaart/samenwerking-toevoegen', { name: 'Netwerk Samen Sterk', kind: 'broad-network', areaId: areaId('schothorst'), summary: 'Dit blijft staan', core: 'Verzonnen Club', visibility: 'public' })
  expect([typed.status, typed.text.includes('Dit blijft staan'), typed.text.includes('niet in de sociale kaart: Verzonnen Club')]).toEqual([400, true, true])
})

test('two who change it at once: the second hears so', async () => {
  const { version } = await network('netwerk-samen-sterk')
  expect((await change('netwerk-samen-sterk', { ...said, state: 'published' })).status).toBe(201)
  expect((await change('netwerk-samen-sterk', { ...said, summary: 'Te laat', state: 'published' }, version)).status).toBe(412)
})

test('for professionals it is nobody else’s, and once ended nobody finds it', async () => {
  await change('netwerk-samen-sterk', { ...said, visibility: 'professionals', state: 'published' })
  expect([(await t.as('visitor').get('/samenwerking/netwerk-samen-sterk')).status, (await t.as('mirjam').get('/samenwerking/netwerk-samen-sterk')).status]).toEqual([404, 200])
  await change('netwerk-samen-sterk', { ...said, state: 'archived' })
  for (const who of ['visitor', 'mirjam'] as const) expect((await t.as(who).get('/samenwerking/netwerk-samen-sterk')).status).toBe(404)
  expect((await t.as('visitor').get('/zoeken?q=samen+sterk&soort=samenwerking')).text).not.toContain('/samenwerking/netwerk-samen-sterk')
  expect((await make(said)).status).toBe(201)
})

test('[PRI-11] who does not keep the directory makes and changes none', async () => {
  for (const who of ['mirjam', 'hassan'] as const) {
    expect((await make(said, who)).status).toBe(403)
    expect((await t.as(who).get('/sociale-kaart/samenwerkingen')).status).toBe(404)
  }
  expect((await t.as('visitor').json('/directory/networks', said)).status).toBe(401)
})
