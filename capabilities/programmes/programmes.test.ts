import { afterAll, beforeAll, expect, test } from 'vitest'
import { organizationId } from '../../db/seeds/demo/cast.ts'
import { serviceId } from '../../db/seeds/demo/directory.ts'
import { idOf } from '../../db/seeds/demo/ids.ts'
import { programmeId } from '../../db/seeds/demo/programmes.ts'
import { type Answer, type Town, town, type TownsPerson } from '../../tests/support/town.ts'
import type { ShownProgramme } from './views.tsx'

let t: Town
beforeAll(async () => {
  t = await town()
})
afterAll(() => t.close())

const seen = async (who: TownsPerson, id: string, staff = who !== 'visitor') => (await t.as(who).json(`/programmes/${id}${staff ? '/for-staff' : ''}`)).json() as ShownProgramme
/** Sends a form as somebody who opened it. */
async function sent(who: TownsPerson, path: string, fields: Record<string, string | string[]> = {}): Promise<Answer> {
  const { text } = await t.as(who).get(path)
  const version = /name="_version" value="(\d+)"/.exec(text)?.[1]
  return t.as(who).post(path, fields, version === undefined ? {} : { version: Number(version) })
}
const muis = programmeId('muis')
const page = `/sociale-kaart/programma/${muis}`

test('[ACT-08] a programme tells its phases, themes, intake route and what it reached, in public without a small number', async () => {
  const shown = await seen('visitor', muis)
  expect(shown.phases).toHaveLength(3)
  expect(shown.themes).toContain('Je mag er zijn')
  expect(shown.intake).toContain('gezinswerker')
  expect(shown.services.map(({ href }) => href)).toEqual(['/voorziening/piep-zei-de-muis'])
  expect(shown.reach).toEqual([expect.objectContaining({ children: 35, families: 30, nationalities: 0, inView: 70, results: null })])
  const { text } = await t.as('visitor').get(`/programma/${muis}`)
  expect(text).toContain('ongeveer 35')
  expect(text).toContain('minder dan 10')
  expect(text).not.toMatch(/>\s*(ongeveer )?(36|29|8)\s*</)
  expect(text).not.toContain('sloeg het aanbod')
})

test('[ACT-08] a small group stays small for everybody but who keeps it, also by subtraction', async () => {
  const billy = programmeId('billy')
  expect((await seen('visitor', billy)).reach[0]).toMatchObject({ children: 0, families: 0, nationalities: 0, inView: 0 })
  expect((await seen('mirjam', billy)).reach[0]).toMatchObject({ children: 5, families: 5, nationalities: 0, inView: 10, results: expect.stringContaining('klein gebleven') })
  expect((await seen('petra', billy)).reach[0]).toMatchObject({ children: 7, families: 6, nationalities: 3, inView: 12 })
  // 38 in view and 36 who take part: two who do not would be told by taking one from the other.
  await t.rows('update programme_periods set in_view = 38 where program_id = $1', [muis])
  expect((await seen('visitor', muis)).reach[0]).toMatchObject({ children: 35, inView: 0 })
  expect((await seen('mirjam', muis)).reach[0]).toMatchObject({ inView: 0 })
  await t.rows('update programme_periods set in_view = 70 where program_id = $1', [muis])
  for (const who of ['mirjam', 'joke'] as const) expect((await t.as(who).get(page)).text).not.toMatch(/>36</)
})

test('[ACT-08] the information manager adds a programme, puts services in it, and ends it; it goes out as the standard asks', async () => {
  const made = await sent('petra', '/sociale-kaart/programmas/nieuw', { organizationId: organizationId('swa'), name: 'Samen Buurten', description: 'Bewoners en kinderen maken samen iets van hun straat.', themes: 'Straat\nSpelen' })
  expect(made.status).toBe(303)
  const id = made.location?.split('/').at(-1) ?? ''
  expect((await t.as('visitor').get(`/programma/${id}`)).status).toBe(200)
  const facts = { name: 'Samen Buurten', description: 'Samen iets maken van je straat.', services: [serviceId('coach-en-cootje'), serviceId('dichtersclub')] }
  expect((await sent('petra', `/sociale-kaart/programma/${id}/wijzigen`, facts)).status).toBe(303)
  expect((await seen('visitor', id)).services.map(({ name }) => name)).toEqual(['Coach & Cootje', 'Dichtersclub'])
  expect((await t.as('visitor').get('/voorziening/dichtersclub')).text).toContain(`<a href="/programma/${id}">Samen Buurten</a>`)
  expect((await t.as('visitor').get('/organisatie/swa')).text).toContain(`/programma/${id}`)

  const standard = (await (await t.app.request(`/hsds/services/${serviceId('dichtersclub')}`)).json()) as { program?: { id: string; name: string; description: string } }
  expect(standard.program).toMatchObject({ id, name: 'Samen Buurten', description: 'Samen iets maken van je straat.' })

  expect((await sent('petra', `/sociale-kaart/programma/${id}/wijzigen`, { ...facts, services: [serviceId('dichtersclub')], endedOn: '2026-02-01' })).status).toBe(303)
  expect((await seen('visitor', id)).services.map(({ name }) => name)).toEqual(['Dichtersclub'])
  expect((await t.as('visitor').get(`/programma/${id}`)).text).toContain('Gestopt op 1 februari 2026')
  const forms = await t.rows("select number from directory_versions where entity = 'service' and record_id = $1", [serviceId('coach-en-cootje')])
  expect(forms.length).toBeGreaterThanOrEqual(2)
})

test('[ACT-08] periods do not overlap and numbers fit each other; what is wrong is told at once and stays typed', async () => {
  const add = `${page}/periode-toevoegen`
  const wrong = await sent('petra', add, { fromOn: '2026-01-01', untilOn: '2026-02-01', children: '20', inView: '12' })
  expect(wrong.status).toBe(400)
  expect(wrong.text).toContain('Over een deel van deze dagen staat er al een periode.')
  expect(wrong.text).toContain('Dit getal kan niet lager zijn dan het aantal kinderen.')
  expect(wrong.text).toContain('value="12"')
  expect((await sent('petra', add, { fromOn: '2026-03-01', untilOn: '2026-02-01' })).text).toContain('De laatste dag ligt voor de eerste.')
  expect((await sent('petra', add, { fromOn: '2026-02-20', untilOn: '2026-02-28', children: '14', inView: '40', results: 'Rustig begonnen.' })).status).toBe(303)
  expect((await seen('petra', muis)).reach.map(({ children }) => children)).toEqual([14, 36])
  const [period] = await t.rows<{ id: string }>('select id from programme_periods where program_id = $1 order by from_on desc', [muis])
  expect((await sent('petra', `${page}/periode/${period?.id}/wijzigen`, { fromOn: '2026-02-20', untilOn: '2026-02-28', children: '15' })).status).toBe(303)
  expect((await seen('petra', muis)).reach[0]).toMatchObject({ children: 15, inView: null })
  expect((await sent('petra', `${page}/periode/${period?.id}/weghalen`)).status).toBe(303)
  expect((await seen('petra', muis)).reach).toHaveLength(1)
})

test('[ACT-08] what is wrong with a period in itself and beside other periods is told in one go, each with its field', async () => {
  const add = `${page}/periode-toevoegen`
  const wrong = await sent('petra', add, { fromOn: '2027-05-01', untilOn: '2027-04-01', children: '30', inView: '12', families: 'tien', nationalities: '2,5' })
  expect(wrong.status).toBe(400)
  for (const field of ['untilOn', 'inView', 'families', 'nationalities']) expect(wrong.text, field).toContain(`id="field-${field}-error"`)
  const beside = await sent('petra', add, { fromOn: '2026-01-01', untilOn: '2026-02-01', families: 'tien' })
  for (const field of ['fromOn', 'families']) expect(beside.text, field).toContain(`id="field-${field}-error"`)
  expect(beside.text.indexOf('href="#field-fromOn"')).toBeLessThan(beside.text.indexOf('href="#field-families"'))
  for (const [fromOn, untilOn] of [['0000-01-01', '0000-02-01'], ['0001-01-01', '0001-02-01'], ['9999-12-01', '9999-12-31']] as const) {
    const far = await sent('petra', add, { fromOn, untilOn })
    expect([far.status, far.text.includes('Vul een datum in met een jaar van 1900 tot en met 2199.')]).toEqual([400, true])
  }
  expect((await sent('petra', add, { fromOn: '1-2-2020', untilOn: '31-02-2020' })).text).toContain('value="31-02-2020"')
  expect((await sent('petra', add, { fromOn: '1-2-2020', untilOn: '28-02-2020', children: '11' })).status).toBe(303)
  const [kept] = await t.rows<{ id: string; from_on: string }>("select id, from_on::text from programme_periods where program_id = $1 and children = 11", [muis])
  expect(kept?.from_on).toBe('2020-02-01')
  await t.rows('delete from programme_periods where id = $1', [kept?.id])
})

test('[ACT-08] an organisation has one programme of a name: who sends the form twice, or comes back to it, hears that it is there', async () => {
  const given = { organizationId: organizationId('swa'), name: 'Dubbel goed', description: 'Samen.' }
  expect((await sent('petra', '/sociale-kaart/programmas/nieuw', given)).status).toBe(303)
  const twice = await sent('petra', '/sociale-kaart/programmas/nieuw', { ...given, name: ' dubbel GOED ', description: '' })
  expect([twice.status, twice.text.includes('Deze organisatie heeft al een programma met deze naam.'), twice.text.includes('field-description-error')]).toEqual([400, true, true])
  expect((await sent('petra', '/sociale-kaart/programmas/nieuw', { ...given, organizationId: organizationId('riagg') })).status).toBe(303)
  expect((await sent('petra', `${page}/wijzigen`, { name: 'Dubbel goed', description: 'x' })).text).toContain('Deze organisatie heeft al een programma met deze naam.')
  expect(await t.rows("select count(*)::int as n from programs where name = 'Dubbel goed'")).toEqual([{ n: 2 }])
})

test('[ACT-08] who looks after the organisation writes what the programme reached; others do not, and the database agrees', async () => {
  expect((await sent('mirjam', `${page}/periode-toevoegen`, { fromOn: '2020-01-01', untilOn: '2020-02-01' })).status).toBe(403)
  expect((await sent('mirjam', `${page}/wijzigen`, { name: 'Iets', description: 'Anders' })).status).toBe(403)
  await t.rows("update entry_care set owner_id = (select id from people where name = 'Sanne Kuipers') where entity = 'organization' and record_id = $1", [organizationId('riagg')])
  expect((await sent('sanne', `${page}/periode-toevoegen`, { fromOn: '2020-01-01', untilOn: '2020-02-01', children: '4' })).status).toBe(303)
  expect((await seen('sanne', muis)).exact).toBe(true)
  expect((await t.as('sanne').get(`${page}/wijzigen`)).status).toBe(403)
  const never = await t.as('mirjam').json(`/programmes/${muis}/periods/${idOf('x', 'y')}`, { fromOn: '2020-01-01', untilOn: '2020-01-02' }, { version: 1 })
  const hidden = await t.as('mirjam').json(`/programmes/${muis}/periods/${idOf('programme-period', 'muis')}`, { fromOn: '2020-01-01', untilOn: '2020-01-02' }, { version: 1 })
  expect([never.status, hidden.status]).toEqual([404, 404])
})
