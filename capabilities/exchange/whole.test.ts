import { parse } from 'csv-parse/sync'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedPeople } from '../../db/seeds/demo/people.ts'
import { type Town, town, type TownsPerson } from '../../tests/support/town.ts'
import { workOff } from './background.ts'
import { type Lists, listsOf, lostLines, takenIn } from './moving.world.ts'
import { besideLists } from './wholeBeside.ts'

let from: Town
let to: Town
beforeAll(async () => {
  from = await town()
  to = await town({ seed: seedPeople })
  // One of each that the public does not see, and what hangs on them.
  const all = (await from.rows<{ id: string }>("select id from services where state = 'published' and visibility = 'public' order by slug limit 5")).map(({ id }) => id)
  const [draft, later, hidden, archived, open] = all as [string, string, string, string, string]
  await from.rows("update services set state = 'draft', summary = 'Nog niet af', description = null where id = $1", [draft])
  await from.rows("update services set publish_on = '2026-05-01', expire_on = '2026-08-01' where id = $1", [later])
  await from.rows("update services set assured_date = '2020-01-01' where id = $1", [hidden])
  await from.rows("update services set state = 'archived', merged_into = $2 where id = $1", [archived, open])
  await from.rows("update contact_persons set visibility = 'team', team_id = (select id from teams t where t.municipality_id = contact_persons.municipality_id order by name limit 1), asked_for = 'Alles over schulden', email = 'alleen-team@example.org' where id = (select c.id from contact_persons c where c.service_id is not null order by c.id limit 1)")
  await from.rows("insert into entry_care (municipality_id, entity, record_id, owner_email, owner_name) select municipality_id, 'organization', id, 'houdt-bij@example.org', 'Bep van Dam' from organizations where state = 'published' order by slug limit 1 on conflict do nothing")
}, 180_000)
afterAll(async () => {
  await from?.close()
  await to?.close()
})

const asked = async (t: Town, masked: boolean, who: TownsPerson = 'petra'): Promise<string> => ((await t.as(who).json('/exports', { reason: 'Verhuizen naar een ander systeem', masked })).json() as { exportId: string }).exportId
const fetched = (t: Town, id: string, file: string, who: TownsPerson = 'petra'): Promise<Response> | Response => t.app.request(`/sociale-kaart/uitvoer/${id}/${file}`, { headers: who === 'visitor' ? {} : { cookie: `schakelbord=${t.secretOf(who)}` } })
const bytesOf = async (t: Town, id: string, file: string): Promise<Uint8Array> => {
  const answer = await fetched(t, id, file)
  expect(answer.status).toBe(200)
  return new Uint8Array(await answer.arrayBuffer())
}
const openOf = async (t: Town): Promise<Lists> => listsOf(new Uint8Array(await (await t.app.request('/hsds/datapackage.zip')).arrayBuffer()))
/** The lists that come back: those of the standard, with our columns in them. */
const comesBack = (lists: Lists): Lists => Object.fromEntries(Object.entries(lists).filter(([name]) => besideLists[name] === undefined))
const ids = (lists: Lists, file: string): string[] => lists[file]!.map(({ id }) => id!).toSorted()

test('[INT-04] [INT-09] everything of one municipality, taken in by another that has none, comes out of that again with every cell, and the public sees there what it saw here', async () => {
  const out = await bytesOf(from, await asked(from, true), 'pakket.zip')
  const lists = listsOf(out)
  const of = (column: string) => new Set(lists['services.csv']!.map((it) => it[column]))
  expect([...of('schakelbord_state')].toSorted()).toEqual(['archived', 'draft', 'published'])
  expect(of('schakelbord_visibility')).toContain('professionals')
  expect(of('schakelbord_publish_on')).toContain('2026-05-01')
  expect(new Set(lists['contacts.csv']!.map((it) => it.schakelbord_visibility))).toEqual(new Set(['public', 'professionals', 'team']))
  expect(lists['services.csv']!.length).toBe(Number((await from.rows<{ count: string }>("select count(*) from services where municipality_id = (select id from municipalities where slug = 'amersfoort')"))[0]!.count))

  const looked = await takenIn(to, 'sociale-kaart-geheel-hsds.zip', out)
  // What is there to be read is not taken in, and the one who takes the rest in is told.
  expect(looked.remarks.map(({ path, reason }) => `${path} ${reason}`).toSorted()).toEqual(Object.keys(besideLists).map((name) => `${name} only-to-read`).toSorted())
  const back = listsOf(await bytesOf(to, await asked(to, true), 'pakket.zip'))
  expect(lostLines(comesBack(lists), back)).toEqual([])
  expect(lostLines(comesBack(back), lists)).toEqual([])

  const [there, here] = [await openOf(to), await openOf(from)]
  for (const file of ['services.csv', 'organizations.csv', 'contacts.csv', 'addresses.csv', 'phones.csv']) expect(ids(there, file), file).toEqual(ids(here, file))
  expect(await to.rows("select from services s join projects p on p.municipality_id = s.municipality_id and p.service_id = s.id limit 1")).toHaveLength(1)

  // Where it came from there is nothing to change.
  expect((await takenIn(from, 'sociale-kaart-geheel-hsds.zip', out)).counts.filter((it) => it.new + it.changed > 0)).toEqual([])
}, 180_000)

test('[INT-04] [ACT-08] what a programme is made of and how much room was told of last come back as they were, and room that was told long ago is not new', async () => {
  const made = (t: Town) => t.rows("select p.name, c.phases, c.themes, c.intake, c.ended_on from programs p join programme_contents c on c.municipality_id = p.municipality_id and c.program_id = p.id order by p.name")
  expect((await made(from)).length).toBeGreaterThan(1)
  expect(await made(to)).toEqual(await made(from))
  const room = (t: Town) => t.rows("select distinct on (s.slug) s.slug, c.light, c.available, c.maximum, c.unit, c.description, (c.updated at time zone 'Europe/Amsterdam')::date as told_on from service_capacities c join services s on s.municipality_id = c.municipality_id and s.id = c.service_id where s.municipality_id = (select id from municipalities where slug = 'amersfoort') order by s.slug, c.updated desc, c.id")
  expect((await room(from)).length).toBeGreaterThan(1)
  expect(await room(to)).toEqual(await room(from))
  expect((await from.rows('select updated from service_capacities')).length).toBeGreaterThanOrEqual((await room(from)).length)
})

test('[INT-04] networks, partners of projects, what was told of room and earlier forms are in the package to be read, of this municipality only', async () => {
  const lists = listsOf(await bytesOf(from, await asked(from, true), 'pakket.zip'))
  const count = async (table: string) => Number((await from.rows<{ count: string }>(`select count(*) from ${table} where municipality_id = (select id from municipalities where slug = 'amersfoort')`))[0]!.count)
  for (const [file, table] of [['schakelbord_networks.csv', 'networks'], ['schakelbord_network_members.csv', 'network_members'], ['schakelbord_project_partners.csv', 'project_partners'], ['schakelbord_room.csv', 'service_capacities'], ['schakelbord_versions.csv', 'directory_versions']] as const) {
    expect([file, lists[file]!.length]).toEqual([file, await count(table)])
    expect([file, lists[file]!.length > 0, Object.keys(lists[file]![0]!)]).toEqual([file, true, [...besideLists[file]!.columns]])
  }
  const [network] = await from.rows<Record<string, string>>("select n.id, n.name, n.visibility, n.state, a.slug as area from networks n left join areas a on a.municipality_id = n.municipality_id and a.id = n.area_id where n.visibility = 'professionals' limit 1")
  expect(lists['schakelbord_networks.csv']!.find(({ id }) => id === network!.id)).toMatchObject({ name: network!.name, visibility: 'professionals', state: network!.state, area: network!.area ?? '' })
  for (const { content } of lists['schakelbord_versions.csv']!) expect(Object.keys(JSON.parse(content!) as object).length).toBeGreaterThan(0)
  const open = Object.keys(await openOf(from))
  for (const file of Object.keys(besideLists)) expect(open).not.toContain(file)
})

test('[INT-04] the list tells of each service in which programme it is, how much room was told of last and when, and who takes part in a project', async () => {
  const lines = parse(Buffer.from(await bytesOf(from, await asked(from, false), 'lijst.csv')), { columns: true, bom: true, delimiter: [',', ';'] }) as Record<string, string>[]
  const of = (id: string) => lines.find((it) => it.id === id)!
  const [inProgramme] = await from.rows<{ id: string; name: string }>('select s.id, p.name from services s join programs p on p.municipality_id = s.municipality_id and p.id = s.program_id limit 1')
  expect(of(inProgramme!.id).programma).toBe(inProgramme!.name)
  const [full] = await from.rows<{ service_id: string; municipality_id: string }>("select service_id, municipality_id from service_capacities where light = 'room' order by service_id limit 1")
  expect(of(full!.service_id).plek).toMatch(/^Er is plek/)
  await from.rows("insert into service_capacities (municipality_id, id, service_id, light, available, maximum, unit, updated) values ($1, gen_random_uuid(), $2, 'little-room', 2, 12, 'stoelen', '2026-03-02T23:30:00Z')", [full!.municipality_id, full!.service_id])
  const again = parse(Buffer.from(await bytesOf(from, await asked(from, false), 'lijst.csv')), { columns: true, bom: true, delimiter: [',', ';'] }) as Record<string, string>[]
  expect(again.find((it) => it.id === full!.service_id)).toMatchObject({ plek: 'Er is weinig plek, 2 van 12 stoelen', 'plek verteld op': '2026-03-03' })
  const [partner] = await from.rows<{ service_id: string; name: string }>('select r.service_id, o.name from project_partners r join organizations o on o.municipality_id = r.municipality_id and o.id = r.organization_id limit 1')
  expect(of(partner!.service_id)['partners van het project']).toContain(partner!.name)
})

test('[PRI-11] what somebody passed on about an entry, and who that was, is not in the package', async () => {
  const sender = await from.rows<{ sender_name: string; sender_email: string; message: string }>("select sender_name, sender_email, message from directory_proposals where sender_email is not null or message is not null")
  expect(sender.length).toBeGreaterThan(0)
  const text = JSON.stringify(listsOf(await bytesOf(from, await asked(from, true), 'pakket.zip')))
  for (const { sender_name, sender_email, message } of sender) for (const one of [sender_name, sender_email, message]) if (one) expect(text).not.toContain(JSON.stringify(one).slice(1, -1))
})

test('[PRI-11] the address of a refuge is never in the open files, and in those of everything only when it was asked for', async () => {
  const secret = (await from.rows<{ address: string }>('select a.address1 as address from addresses a join locations l on l.municipality_id = a.municipality_id and l.id = a.location_id where l.masked')).map(({ address }) => address)
  expect(secret.length).toBeGreaterThan(0)
  const holds = (text: string) => secret.some((it) => text.includes(it))
  expect(holds(JSON.stringify(await openOf(from)))).toBe(false)
  expect(holds(await (await from.app.request('/hsds/services.csv')).text())).toBe(false)
  for (const masked of [false, true]) {
    const id = await asked(from, masked)
    expect(holds(JSON.stringify(listsOf(await bytesOf(from, id, 'pakket.zip'))))).toBe(masked)
    expect(holds(Buffer.from(await bytesOf(from, id, 'lijst.csv')).toString())).toBe(masked)
  }
})

test('[PRI-11] an earlier form tells where a refuge is only when that was asked for, also one from before it was a secret', async () => {
  const [place] = await from.rows<{ id: string; organization_id: string; municipality_id: string }>('select l.id, l.organization_id, l.municipality_id from locations l join addresses a on a.municipality_id = l.municipality_id and a.location_id = l.id where l.masked limit 1')
  const form = { organizations: [{ id: place!.organization_id, name: 'Opvang' }], locations: [{ id: place!.id, name: 'Huis', masked: false, latitude: 52.123456, longitude: 5.654321, transportation: 'Bus 3 naar de Dikke Eik' }, { id: '00000000-0000-4000-8000-000000000001', name: 'Kantoor', masked: false, latitude: 52.9 }], addresses: [{ location_id: place!.id, address1: 'Verborgenlaan 77' }, { location_id: '00000000-0000-4000-8000-000000000001', address1: 'Openlaan 1' }] }
  await from.rows("insert into directory_versions (municipality_id, id, entity, record_id, number, content, act, by_words, at) values ($1, gen_random_uuid(), 'organization', $2, 900, $3, 'changed', 'vroeger', now())", [place!.municipality_id, place!.organization_id, JSON.stringify(form)])
  for (const masked of [false, true]) {
    const versions = listsOf(await bytesOf(from, await asked(from, masked), 'pakket.zip'))['schakelbord_versions.csv']!
    const one = versions.find(({ number }) => number === '900')!
    for (const secret of ['Verborgenlaan 77', '52.123456', '5.654321', 'Dikke Eik']) expect([masked, secret, one.content!.includes(secret)]).toEqual([masked, secret, masked])
    for (const open of ['Openlaan 1', '52.9', 'Kantoor', 'Huis']) expect(one.content).toContain(open)
  }
})

test('[PRI-11] only who made it fetches the files, for a day; why and each fetch stand in the log', async () => {
  const id = await asked(from, false)
  for (const who of ['mirjam', 'hassan', 'joke', 'aaltje', 'karin'] as const) for (const file of ['pakket.zip', 'lijst.csv', 'lijst.xlsx']) expect((await fetched(from, id, file, who)).status, `${who} ${file}`).toBe(404)
  expect((await fetched(from, id, 'pakket.zip', 'visitor')).status).toBe(303) // to the page to sign in
  expect((await from.as('hassan').json('/exports', { reason: 'Zomaar even kijken', masked: true })).status).toBe(403)
  await bytesOf(from, id, 'lijst.xlsx')
  expect(await from.rows("select action, outcome from audit.events where event_code = 'exchange.fetch-whole' and $1 = any (subjects) and outcome = 'done'", [id])).toEqual([{ action: 'E', outcome: 'done' }])
  const page = await from.as('petra').get(`/sociale-kaart/uitvoer/${id}`)
  expect(page.text).toContain('Verhuizen naar een ander systeem')
  from.pass(24 * 3_600_000)
  expect((await fetched(from, id, 'pakket.zip')).status).toBe(404)
  expect((await from.as('petra').get(`/sociale-kaart/uitvoer/${id}`)).text).toContain('De dag om dit op te halen is voorbij')
})

test('[INT-04] the list of everything, taken in elsewhere, publishes nothing that was not public', async () => {
  const empty = await town({ seed: seedPeople })
  try {
    await takenIn(empty, 'sociale-kaart-geheel.csv', await bytesOf(from, await asked(from, true), 'lijst.csv'))
    const open = ids(await openOf(from), 'services.csv')
    expect(ids(await openOf(empty), 'services.csv').filter((id) => !open.includes(id))).toEqual([])
    expect(await empty.rows('select from locations where masked')).not.toEqual([])
    const secret = (await from.rows<{ address: string }>('select a.address1 as address from addresses a join locations l on l.municipality_id = a.municipality_id and l.id = a.location_id where l.masked')).map(({ address }) => address)
    const shown = JSON.stringify(await openOf(empty))
    expect(secret.filter((it) => shown.includes(it))).toEqual([])
  } finally {
    await empty.close()
  }
}, 120_000)

test('[INT-04] whoever takes the package back has nothing left of it, also not of programmes and of room', async () => {
  const empty = await town({ seed: seedPeople })
  const clerk = new pg.Client(empty.database.ownerUrl)
  await clerk.connect()
  try {
    const { id } = await takenIn(empty, 'sociale-kaart-geheel-hsds.zip', await bytesOf(from, await asked(from, false), 'pakket.zip'))
    const left = async () => Object.fromEntries(await Promise.all(['services', 'programs', 'programme_contents', 'service_capacities'].map(async (table) => [table, (await empty.rows(`select from ${table} where municipality_id = (select id from municipalities where slug = 'amersfoort')`)).length] as const)))
    expect(Object.values(await left()).every((count) => count > 0)).toBe(true)
    const [row] = await empty.rows<{ version: number }>('select version from imports where id = $1', [id])
    expect((await empty.as('petra').json(`/imports/${id}/withdrawal`, {}, { version: row!.version })).status).toBe(201)
    await workOff(clerk, empty.database.ownerUrl, empty.now)
    expect(await left()).toEqual({ services: 0, programs: 0, programme_contents: 0, service_capacities: 0 })
    expect(await empty.rows("select from directory_index where entity = 'program'")).toEqual([])
  } finally {
    await clerk.end()
    await empty.close()
  }
}, 120_000)
