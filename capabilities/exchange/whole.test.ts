import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedPeople } from '../../db/seeds/demo/people.ts'
import { type Town, town, type TownsPerson } from '../../tests/support/town.ts'
import { type Lists, listsOf, lostLines, takenIn } from './moving.world.ts'

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
  expect(looked.remarks).toEqual([])
  const back = listsOf(await bytesOf(to, await asked(to, true), 'pakket.zip'))
  expect(lostLines(lists, back)).toEqual([])
  expect(lostLines(back, lists)).toEqual([])

  const [there, here] = [await openOf(to), await openOf(from)]
  for (const file of ['services.csv', 'organizations.csv', 'contacts.csv', 'addresses.csv', 'phones.csv']) expect(ids(there, file), file).toEqual(ids(here, file))
  expect(await to.rows("select from services s join projects p on p.municipality_id = s.municipality_id and p.service_id = s.id limit 1")).toHaveLength(1)

  // Where it came from there is nothing to change.
  expect((await takenIn(from, 'sociale-kaart-geheel-hsds.zip', out)).counts.filter((it) => it.new + it.changed > 0)).toEqual([])
}, 180_000)

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
