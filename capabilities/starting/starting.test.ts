import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Town, town, type TownsPerson } from '../../tests/support/town.ts'
import type { ShownWhoIsWho } from './view.tsx'

let t: Town
beforeAll(async () => {
  t = await town()
})
afterAll(() => t.close())

const seen = async (who: TownsPerson, query = ''): Promise<ShownWhoIsWho> => (await t.as(who).json(`/who-is-who${query}`)).json() as ShownWhoIsWho
const favourites = async (who: TownsPerson) => ((await t.as(who).json('/favourites')).json() as { favourites: { name: string }[] }).favourites.map(({ name }) => name)

test('[DIR-16] who is new sees the own team first, with the telephone of colleagues of the same team only', async () => {
  const own = await seen('mirjam')
  expect(own.area.slug).toBe('randenbroek-schuilenburg')
  expect(own.colleagues.find(({ name }) => name === 'Hassan Amrani')).toMatchObject({ ring: 'core', coordinates: true, you: false })
  expect(own.colleagues.find(({ you }) => you)?.name).toBe('Mirjam de Wit')
  expect(own.colleagues.some(({ phone }) => phone !== null)).toBe(true)
  const other = await seen('mirjam', '?wijk=schothorst')
  expect(other.team.name).not.toBe(own.team.name)
  expect(other.colleagues.length).toBeGreaterThan(0)
  expect(other.colleagues.filter(({ phone, you }) => phone !== null && !you)).toEqual([])
})

test('[DIR-16] it tells whom to call for what, which organisations work here and what goes on', async () => {
  const it = await seen('mirjam')
  expect(it.callers.length).toBeGreaterThan(0)
  expect(it.callers.every(({ askedFor }) => askedFor.length > 2)).toBe(true)
  expect(it.organizations.map(({ offers }) => offers)).toEqual([...it.organizations.map(({ offers }) => offers)].sort((a, b) => b - a))
  const [subject] = it.subjects
  const found = (await t.as('mirjam').json(`/directory/lookup${subject?.href.slice(subject.href.indexOf('?'))}&soort=hulp&soort=activiteit&soort=project&soort=wonen&soort=regeling`)).json() as { total: number }
  expect(found.total).toBe(subject?.count)
  const page = (await t.as('mirjam').get('/wie-is-wie')).text
  for (const words of ['Wie is wie in', 'Wie bel je waarvoor?', 'Organisaties die hier werken', 'Wat loopt er nu?']) expect(page).toContain(words)
})

test('[DIR-02][DIR-16] somebody to call for professionals or for one team is there for them alone', async () => {
  await t.rows("insert into contact_persons (municipality_id, id, organization_id, name, asked_for, visibility, team_id) select o.municipality_id, gen_random_uuid(), o.id, 'Cor Geheim', 'iets voor het team', 'team', (select id from teams where slug = 'schothorst' and municipality_id = o.municipality_id) from organizations o where o.slug = 'swa'")
  const names = async (who: TownsPerson) => (await seen(who, '?wijk=schothorst')).callers.map(({ name }) => name)
  expect(await names('nadia')).toContain('Cor Geheim')
  expect(await names('mirjam')).not.toContain('Cor Geheim')
  expect(await names('joke')).not.toContain('Cor Geheim')
  const professionals = await t.rows<{ name: string }>("select name from contact_persons where visibility = 'professionals' and name is not null")
  expect((await names('joke')).filter((name) => professionals.some((one) => one.name === name))).toEqual([])
})

test('an area without a team does not exist here, and a visitor signs in first', async () => {
  expect((await t.as('mirjam').get('/wie-is-wie?wijk=bestaat-niet')).status).toBe(404)
  expect((await t.as('visitor').json('/who-is-who')).status).toBe(401)
  expect((await t.as('aaltje').json('/who-is-who')).status).toBe(404)
})

test('favourites are for who keeps them: kept, shown and taken away, and no colleague sees them', async () => {
  const before = await favourites('hassan')
  expect((await t.as('mirjam').post('/favorieten/organisatie/swa/bewaren', {})).status).toBe(303)
  expect((await t.as('mirjam').post('/favorieten/organisatie/swa/bewaren', {})).status).toBe(303)
  const name = (await t.rows<{ name: string }>("select name from organizations where slug = 'swa'"))[0]?.name ?? ''
  expect((await favourites('mirjam')).filter((one) => one === name)).toHaveLength(1)
  expect((await seen('mirjam')).favourites.map((one) => one.name)).toContain(name)
  expect(await favourites('hassan')).toEqual(before)
  expect(((await t.as('mirjam').json('/directory/staff/organizations/swa')).json() as { favourite: { name: string } }).favourite.name).toBe('directory.drop-favourite')
  expect(((await t.as('hassan').json('/directory/staff/organizations/swa')).json() as { favourite: { name: string } }).favourite.name).toBe('directory.keep-favourite')
  expect((await t.as('mirjam').post('/favorieten/organisatie/swa/weghalen', {})).status).toBe(303)
  expect(await favourites('mirjam')).not.toContain(name)
})

test('what somebody may not see is no favourite either', async () => {
  const [hidden] = await t.rows<{ slug: string }>("select slug from services where visibility = 'professionals' and state = 'published' limit 1")
  expect((await t.as('joke').post(`/favorieten/voorziening/${hidden?.slug}/bewaren`, {})).status).toBe(404)
  expect((await t.as('joke').post('/favorieten/voorziening/bestaat-niet/bewaren', {})).status).toBe(404)
})
