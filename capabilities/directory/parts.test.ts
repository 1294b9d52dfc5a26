import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Answer, type Town, town, type TownsPerson } from '../../tests/support/town.ts'
import type { ShownOrganization, ShownService } from './entryShown.ts'
import { pointIn } from './places.tsx'

let t: Town
beforeAll(async () => {
  t = await town()
})
afterAll(() => t.close())

type Parts = { contacts: { id: string; name: string; visibility: string }[]; places: { id: string; name: string | null; address: string | null; masked: boolean }[]; schedules: { id: string; words: string }[] }
const parts = async (who: TownsPerson, kind: string, slug: string): Promise<Parts> => (await t.as(who).json(`/directory/${kind}/${slug}/parts`)).json() as Parts
const seen = async (who: TownsPerson, slug: string, staff = true) => (await t.as(who).json(`/directory/${staff ? 'staff/' : ''}services/${slug}`)).json() as ShownService
const names = (it: { callers: { name: string | null }[] }): (string | null)[] => it.callers.map(({ name }) => name)

/** Sends a form with the version that it shows. */
async function sent(who: TownsPerson, path: string, fields: Record<string, string | string[]>): Promise<Answer> {
  const form = await t.as(who).get(path)
  expect(`${path} ${form.status}`).toBe(`${path} 200`)
  return t.as(who).post(path, fields, { version: Number(/name="_version" value="(\d+)"/.exec(form.text)?.[1]) })
}
const teamOf = async (slug: string): Promise<string> => (await t.rows<{ id: string }>('select id from teams where slug = $1', [slug]))[0]?.id ?? ''

test('[DIR-02] a person to call is seen by whom that person chose: everybody, professionals, or one team', async () => {
  const add = '/sociale-kaart/voorziening/eetclub/contact-toevoegen'
  expect((await sent('petra', add, { name: 'Ans Openbaar', title: 'Gastvrouw', phone: '06 00 00 11 22', askedFor: 'mee-eten', visibility: 'public', languages: ['tr'] })).status).toBe(303)
  expect((await sent('hassan', add, { name: 'Bert Vakgenoot', visibility: 'professionals' })).status).toBe(303)
  expect((await sent('petra', add, { name: 'Cor Teamgenoot', visibility: 'team', teamId: await teamOf('schothorst') })).status).toBe(303)

  expect(names(await seen('visitor', 'eetclub', false))).toContain('Ans Openbaar')
  expect(names(await seen('visitor', 'eetclub', false))).not.toContain('Bert Vakgenoot')
  expect((await t.as('visitor').get('/voorziening/eetclub')).text).not.toMatch(/Bert Vakgenoot|Cor Teamgenoot/)
  expect(names(await seen('mirjam', 'eetclub', false))).not.toContain('Bert Vakgenoot')
  expect(names(await seen('mirjam', 'eetclub'))).toContain('Bert Vakgenoot')
  expect((await seen('visitor', 'eetclub', false)).callers.find(({ name }) => name === 'Ans Openbaar')).toMatchObject({ title: 'Gastvrouw', askedFor: 'mee-eten', languages: ['Turks'], phones: [{ number: '06 00 00 11 22' }] })
  const members = await t.rows<{ team: string; person: string }>("select t.slug as team, split_part(p.name, ' ', 1) as person from team_members m join teams t on t.id = m.team_id and t.municipality_id = m.municipality_id join people p on p.id = m.person_id and p.municipality_id = m.municipality_id where m.ring = 'core'")
  const inside = (who: string) => members.some((it) => it.team === 'schothorst' && it.person.toLowerCase() === who)
  const seeing = (await Promise.all((['mirjam', 'els', 'nadia'] as const).map(async (who) => [who, names(await seen(who, 'eetclub')).includes('Cor Teamgenoot')] as const)))
  expect(seeing).toEqual((['mirjam', 'els', 'nadia'] as const).map((who) => [who, inside(who)]))
  expect(new Set(seeing.map(([, sees]) => sees)).size).toBe(2)
  expect(names(await seen('joke', 'eetclub'))).not.toContain('Bert Vakgenoot')
})

test('[DIR-02] who does not keep an entry adds nobody, and somebody they may not see does not exist for them', async () => {
  const { contacts } = await parts('petra', 'voorziening', 'eetclub')
  const hidden = contacts.find(({ visibility }) => visibility === 'team')?.id ?? ''
  expect((await t.as('mirjam').get('/sociale-kaart/voorziening/eetclub/contact-toevoegen')).status).toBe(403)
  expect((await t.as('mirjam').get('/sociale-kaart/voorziening/eetclub/onderdelen')).status).toBe(404)
  const never = await t.as('joke').json('/directory/voorziening/eetclub/contacts/00000000-0000-4000-8000-000000000001', { name: 'Wie', visibility: 'public', languages: [] }, { version: 1 })
  const secret = await t.as('joke').json(`/directory/voorziening/eetclub/contacts/${hidden}`, { name: 'Wie', visibility: 'public', languages: [] }, { version: 1 })
  expect([secret.status, (secret.json() as { title: string }).title]).toEqual([never.status, (never.json() as { title: string }).title])
  expect(never.status).toBe(404)
})

test('[DIR-02] a person to call changes and goes away, with the history beside it and an audit row', async () => {
  const one = (await parts('hassan', 'voorziening', 'eetclub')).contacts.find(({ name }) => name === 'Bert Vakgenoot')
  expect((await sent('hassan', `/sociale-kaart/voorziening/eetclub/contact/${one?.id}/wijzigen`, { title: 'Kok', visibility: 'public', phone: '033 000 44 55' })).status).toBe(303)
  expect((await seen('visitor', 'eetclub', false)).callers.find(({ title }) => title === 'Kok')).toMatchObject({ name: null, visibility: 'public' })
  expect((await sent('hassan', `/sociale-kaart/voorziening/eetclub/contact/${one?.id}/weghalen`, {})).status).toBe(303)
  expect((await seen('visitor', 'eetclub', false)).callers.some(({ title }) => title === 'Kok')).toBe(false)
  expect((await t.as('hassan').get('/sociale-kaart/voorziening/eetclub/geschiedenis')).text).toContain('Mensen om te bellen')
})

test('a person without name and function, or for a team that is not named, is refused with all that is wrong', async () => {
  const answer = await sent('petra', '/sociale-kaart/voorziening/eetclub/contact-toevoegen', { visibility: 'team', phone: 'bel maar', email: 'geen' })
  expect(answer.status).toBe(400)
  for (const words of ['Vul een telefoonnummer in', 'e-mailadres in', 'bel maar']) expect(answer.text).toContain(words)
  const then = await sent('petra', '/sociale-kaart/voorziening/eetclub/contact-toevoegen', { visibility: 'team' })
  for (const words of ['Vul een naam of een functie in.', 'Kies het team dat deze persoon mag zien.']) expect(then.text).toContain(words)
})

test('[DIR-12] an organisation gets a place, and a service is held there; taking it away waits until nothing is held there', async () => {
  const [row] = await t.rows<{ slug: string }>("select o.slug from services s join organizations o on o.id = s.organization_id and o.municipality_id = s.municipality_id where s.slug = 'eetclub'")
  const slug = row?.slug ?? ''
  const page = `/sociale-kaart/organisatie/${slug}`
  expect((await sent('petra', `${page}/plek-toevoegen`, { name: 'De Achterkamer', street: 'Proefstraat 1', postalCode: '3815ab', city: 'Amersfoort', areaId: 'geen', point: '52.1842, 5.3970', transportation: 'Bus 5' })).status).toBe(303)
  const place = (await parts('petra', 'organisatie', slug)).places.find(({ name }) => name === 'De Achterkamer')
  expect(place).toMatchObject({ address: 'Proefstraat 1, 3815 AB Amersfoort', masked: false })
  expect((await sent('hassan', '/sociale-kaart/voorziening/eetclub/waar', { places: [place?.id ?? ''] })).status).toBe(303)
  expect((await seen('visitor', 'eetclub', false)).places).toEqual([expect.objectContaining({ name: 'De Achterkamer', street: 'Proefstraat 1', latitude: 52.1842, transportation: 'Bus 5' })])
  expect((await t.as('petra').get(`${page}/plek/${place?.id}/weghalen`)).status).toBe(409)
  expect((await t.as('hassan').get(`${page}/plek-toevoegen`)).status).toBe(403)
})

test('the address of a refuge is for nobody but who keeps the directory, and a secret place is nowhere on the map', async () => {
  const [row] = await t.rows<{ slug: string }>("select o.slug from services s join organizations o on o.id = s.organization_id and o.municipality_id = s.municipality_id where s.slug = 'eetclub'")
  const page = `/sociale-kaart/organisatie/${row?.slug}`
  const place = (await parts('petra', 'organisatie', row?.slug ?? '')).places.find(({ name }) => name === 'De Achterkamer')
  const change = `${page}/plek/${place?.id}/wijzigen`
  const refused = await sent('petra', change, { name: 'Opvang', masked: 'ja', street: 'Proefstraat 1', postalCode: '3815 AB', city: 'Amersfoort', areaId: 'geen', point: '52.1842, 5.3970', transportation: 'Bus 5' })
  expect(refused.status).toBe(400)
  expect(refused.text.split('Laat dit leeg bij een geheim adres.').length).toBeGreaterThan(2)
  expect((await sent('petra', change, { name: 'Opvang', masked: 'ja', street: 'Proefstraat 1', postalCode: '3815 AB', city: 'Amersfoort', areaId: 'geen' })).status).toBe(303)
  expect((await seen('visitor', 'eetclub', false)).places).toEqual([expect.objectContaining({ masked: true, name: null, street: null, latitude: null })])
  expect((await t.as('petra').get(`/sociale-kaart/organisatie/${row?.slug}/onderdelen`)).text).toContain('Proefstraat 1')
  for (const [who, path] of [['visitor', '/voorziening/eetclub'], ['hassan', '/sociale-kaart/voorziening/eetclub'], ['hassan', '/sociale-kaart/voorziening/eetclub/onderdelen'], ['mirjam', page]] as const) expect((await t.as(who).get(path)).text).not.toContain('Proefstraat 1')
})

test('a point on the map is read as people copy it, and one outside the country is refused', () => {
  expect(pointIn('52.1842, 5.3970')).toEqual({ latitude: 52.1842, longitude: 5.397 })
  expect(pointIn('52,1842; 5,3970')).toEqual({ latitude: 52.1842, longitude: 5.397 })
  expect(pointIn('48.8566, 2.3522')).toBeUndefined()
  expect(pointIn('hier')).toBeUndefined()
})

test('[DIR-10] times with an end, dates that fall out and dates on which it also is', async () => {
  const add = '/sociale-kaart/voorziening/wandelclub/tijd-toevoegen'
  expect((await sent('petra', add, { how: 'biweekly', days: ['WE'], from: '2026-03-04', until: '2026-06-30', opensAt: '9:30', closesAt: '11.00', except: '18-3-2026\n1-4-2026', extra: '2026-03-12' })).status).toBe(303)
  const shown = (await seen('visitor', 'wandelclub', false)).hours.find(({ which }) => which.startsWith('om de week'))
  expect(shown).toMatchObject({ which: 'om de week op woensdag', times: '9.30 tot 11.00 uur', next: '2026-03-04', except: ['2026-03-18', '2026-04-01'] })
  const one = (await parts('petra', 'voorziening', 'wandelclub')).schedules.find(({ words }) => words.startsWith('Om de week'))
  const form = await t.as('petra').get(`/sociale-kaart/voorziening/wandelclub/tijd/${one?.id}/wijzigen`)
  expect(form.text).toContain('18-3-2026\n1-4-2026')
  expect((await sent('petra', `/sociale-kaart/voorziening/wandelclub/tijd/${one?.id}/wijzigen`, { how: 'monthly', days: ['TH'], nth: '-1', opensAt: '14:00', closesAt: '16:00' })).status).toBe(303)
  expect((await seen('visitor', 'wandelclub', false)).hours.map(({ which }) => which)).toContain('elke laatste donderdag van de maand')
  expect((await sent('petra', `/sociale-kaart/voorziening/wandelclub/tijd/${one?.id}/weghalen`, {})).status).toBe(303)
  expect((await parts('petra', 'voorziening', 'wandelclub')).schedules.some(({ id }) => id === one?.id)).toBe(false)
})

test('a time that cannot be is refused with the reason at each field', async () => {
  const wrong = await sent('petra', '/sociale-kaart/voorziening/wandelclub/tijd-toevoegen', { how: 'weekly', opensAt: '11:00', closesAt: '10:00', from: '2026-05-01', until: '2026-04-01' })
  for (const words of ['Kies minstens één dag.', 'Het einde ligt niet na het begin.', 'De laatste dag ligt voor de eerste.']) expect(wrong.text).toContain(words)
  expect((await sent('petra', '/sociale-kaart/voorziening/wandelclub/tijd-toevoegen', { how: 'once', except: '31-2-2026' })).text).toContain('Deze datum kunnen we niet lezen: “31-2-2026”')
})

test('[DIR-10] what is missing for a time is told in the same round as what cannot be read', async () => {
  const { version } = (await t.rows<{ version: number }>("select version from services where slug = 'eetclub'"))[0] ?? { version: 0 }
  const answer = await t.as('petra').json('/directory/services/eetclub/schedules', { how: 'monthly', days: [], from: '2026-02-31', opensAt: '25:99', except: 'ooit' }, { version })

  expect(((await answer.json()) as { errors: { at: string; code: string }[] }).errors.map(({ at }) => at).sort()).toEqual(['days', 'except', 'from', 'nth', 'opensAt'])
  const loose = await t.as('petra').json('/directory/services/eetclub/schedules', { how: 'loose', days: [], extra: ' , ;' }, { version })
  expect(((await loose.json()) as { errors: { at: string; code: string }[] }).errors.map(({ at, code }) => `${at} ${code}`)).toEqual(['extra extra-needed'])
  const turned = await t.as('petra').json('/directory/services/eetclub/schedules', { how: 'daily', days: [], from: '2026-03-02', until: '2026-03-01', opensAt: '12:00', closesAt: '9:00' }, { version })
  expect(((await turned.json()) as { errors: { at: string; code: string }[] }).errors.map(({ at, code }) => `${at} ${code}`)).toEqual(['until dates-in-order', 'closesAt times-in-order'])
})

test('what is no form at all, or holds values of another kind, is refused as such and is no fault of ours', async () => {
  const { version } = (await t.rows<{ version: number }>("select version from services where slug = 'eetclub'"))[0] ?? { version: 0 }
  for (const path of ['schedules', 'publication', 'facts']) {
    for (const body of [null, 5, 'loose', [], { how: 'loose', days: 5, extra: 5, from: [], until: {}, minimumAge: '80', maximumAge: [] }]) {
      expect(`${path} ${JSON.stringify(body)} ${(await t.as('petra').json(`/directory/services/eetclub/${path}`, body, { version })).status}`).toBe(`${path} ${JSON.stringify(body)} 400`)
    }
  }
  expect(t.faults).toEqual([])
})

test('[DIR-13] a project says its goals, period, partners, place in the plan and results', async () => {
  const [it] = await t.rows<{ slug: string }>("select slug from services where kind = 'project' and state = 'published' and visibility = 'public' limit 1")
  const [partner] = await t.rows<{ id: string; name: string }>("select id, name from organizations where state = 'published' and visibility = 'public' and municipality_id = (select id from municipalities where slug = 'amersfoort') order by name limit 1")
  expect((await sent('petra', `/sociale-kaart/voorziening/${it?.slug}/project`, { goals: 'Niemand eet alleen.', fromOn: '2026-01-01', untilOn: '2026-12-31', planRelation: 'Punt 3', results: 'Veertig mensen eten mee.', partners: [partner?.id ?? ''] })).status).toBe(303)
  expect((await seen('visitor', it?.slug ?? '', false)).project).toMatchObject({ goals: 'Niemand eet alleen.', until: '2026-12-31', plan: 'Punt 3', results: 'Veertig mensen eten mee.', partners: [{ name: partner?.name }] })
  expect((await t.as('petra').get(`/sociale-kaart/voorziening/${it?.slug}/wonen`)).status).toBe(404)
  expect((await sent('petra', `/sociale-kaart/voorziening/${it?.slug}/project`, { goals: 'Iets', fromOn: '2026-05-01', untilOn: '2026-01-01' })).text).toContain('De einddatum ligt voor de begindatum.')
})

test('[DIR-18][DIR-19] a home tells its support, a scheme what it asks and gives', async () => {
  const slugOf = async (kind: string) => (await t.rows<{ slug: string }>("select slug from services where kind = $1 and state = 'published' and visibility = 'public' and municipality_id = (select id from municipalities where slug = 'amersfoort') order by slug limit 1", [kind]))[0]?.slug ?? ''
  const [home, scheme] = [await slugOf('housing'), await slugOf('scheme')]
  expect((await sent('petra', `/sociale-kaart/voorziening/${home}/wonen`, { form: 'sheltered', places: '12', supportHours: 'Dag en nacht', careOnCall: 'Met de knop' })).status).toBe(303)
  expect((await seen('visitor', home, false)).housing).toEqual({ form: 'sheltered', places: 12, hours: 'Dag en nacht', call: 'Met de knop' })
  expect((await sent('petra', `/sociale-kaart/voorziening/${scheme}/regeling`, { what: 'provision', yields: 'Een pas', needs: 'Een foto', helpedBy: 'niemand' })).status).toBe(303)
  expect((await seen('visitor', scheme, false)).scheme).toEqual({ what: 'provision', yields: 'Een pas', needs: 'Een foto', helpedBy: null })
})

test('[DIR-10][DIR-11][DIR-12] the owner says how easy it is to come in, what to bring and who pays', async () => {
  const given = { eligibility: 'U woont in de wijk.', documents: 'Legitimatie\nEen bord', physical: 'good', physicalWords: 'Er is geen drempel', psychological: 'unknown', financial: 'unknown', transport: 'poor', transportWords: 'De bus stopt ver weg.', disability: 'unknown', host: 'yes', companion: 'no', pickup: 'unknown', inclusive: 'everyone', flowTo: 'De kookgroep', funding: ['wmo', 'gifts'] }
  expect((await sent('hassan', '/sociale-kaart/voorziening/eetclub/toegankelijkheid', given)).status).toBe(303)
  const it = await seen('mirjam', 'eetclub')
  expect(it).toMatchObject({ eligibility: 'U woont in de wijk.', documents: ['Een bord', 'Legitimatie'], host: 'yes', companion: 'no', flow: 'De kookgroep', fundings: [{ basis: 'gifts' }, { basis: 'wmo' }] })
  expect(it.thresholds).toEqual(expect.arrayContaining([{ aspect: 'physical', verdict: 'good', description: 'Er is geen drempel' }, { aspect: 'transport', verdict: 'poor', description: 'De bus stopt ver weg.' }]))
  expect((await t.as('visitor').get('/voorziening/eetclub')).text).toContain('Er is geen drempel')
})

test('an organisation shows its own people and places under what can be changed', async () => {
  const it = (await t.as('petra').json('/directory/staff/organizations/swa')).json() as ShownOrganization & { acts: { name: string }[] }
  expect(it.acts.map(({ name }) => name)).toContain('directory.parts')
  expect((await t.as('petra').get('/sociale-kaart/organisatie/swa/onderdelen')).status).toBe(200)
})
