import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Town, town } from '../../tests/support/town.ts'
import type { ShownOrganization, ShownService } from './entryShown.ts'

let t: Town
beforeAll(async () => {
  t = await town()
})
afterAll(() => t.close())

const service = async (slug: string): Promise<ShownService> => (await t.as('visitor').json(`/directory/services/${slug}`)).json() as ShownService
const page = (path: string, who: 'visitor' | 'sanne' | 'mirjam' = 'visitor') => t.as(who).get(path)

test('[DIR-01][DIR-06] every entry that is public has a page without signing in', async () => {
  const services = await t.rows<{ slug: string }>("select slug from services where state = 'published' and visibility = 'public' and (publish_on is null or publish_on <= '2026-03-02') and coalesce(expire_on, 'infinity') >= '2026-03-02' and coalesce(hide_on, 'infinity') > '2026-03-02'")
  const organizations = await t.rows<{ slug: string }>("select slug from organizations o where state = 'published' and visibility = 'public' and exists (select from municipalities m where m.id = o.municipality_id and m.slug = 'amersfoort')")

  for (const { slug } of services) expect(`${slug} ${(await page(`/voorziening/${slug}`)).status}`).toBe(`${slug} 200`)
  for (const { slug } of organizations) expect(`${slug} ${(await page(`/organisatie/${slug}`)).status}`).toBe(`${slug} 200`)
  expect(t.faults).toEqual([])
})

test('what is not published does not exist for a visitor, and looks like what never was', async () => {
  for (const slug of ['herstelgroep', 'dag-van-de-dialoog', 'crisis', 'bestaat-niet']) expect((await page(`/voorziening/${slug}`)).status).toBe(404)
  expect((await page('/sociale-kaart/voorziening/crisis', 'sanne')).status).toBe(200)
  expect((await page('/samenwerking/vangnet')).status).toBe(404)
  expect((await page('/samenwerking/buurtnetwerk-55plus')).status).toBe(200)
})

test('[DIR-10] a page tells what a referrer needs: indication, waiting time, fee, how to register, age', async () => {
  const it = await service('huishoudelijke-hulp')
  expect(it).toMatchObject({ indication: 'needed', wait: 'Vier tot zes weken', documents: ['Besluit van de gemeente', 'Legitimatie'] })
  expect((await service('sensor')).referral).toBe('needed')
  const text = (await page('/voorziening/eetclub')).text
  for (const words of ['U heeft geen indicatie nodig', 'Meld u van tevoren aan', '€ 6,50', 'Bel uiterlijk een dag van tevoren', 'Dinsdag en donderdag'.toLowerCase()]) expect(text.replaceAll('\u00a0', ' ')).toContain(words)
})

test('[DIR-10] unknown is said as unknown, never as no', async () => {
  expect((await page('/voorziening/weekend-tref')).text).toContain('geen indicatie nodig')
  const text = (await page('/voorziening/computerles')).text
  expect(text).toContain('Of u een indicatie nodig heeft, weten we niet')
  expect(text).toContain('Of er plek is, weten we niet')
})

test('[DIR-11] what a service is paid from stands on the page for colleagues', async () => {
  expect((await service('thuiszorg-buurtzorg')).fundings.map((it) => it.basis)).toEqual(['health-insurance', 'wlz'])
  expect((await page('/sociale-kaart/voorziening/thuiszorg-buurtzorg', 'sanne')).text).toContain('Zorgverzekering, Wlz')
})

test('[DIR-12] accessibility is told per threshold', async () => {
  const it = await service('eetclub')

  expect(it.thresholds.map((one) => `${one.aspect} ${one.verdict}`)).toEqual(['financial partly', 'physical good', 'psychological good'])
  expect((await page('/voorziening/jeugdhuis-avond')).text).toContain('Er is een trap, geen lift')
})

test('[DIR-13] a project has goals, partners, target group, period, funding and results', async () => {
  const it = await service('asis')

  expect(it.project).toMatchObject({ from: '2008-01-01', plan: expect.stringContaining('wijkactieplan'), results: expect.stringContaining('Buurtnetwerk 55+') })
  expect(it.project?.partners.map((one) => one.name)).toContain('Ravelijn')
  expect(it.fundings).toContainEqual({ basis: 'project-grant', source: null })
})

test('[DIR-08] parties outside care and welfare are in it: tax office, benefits agency, utilities, nurseries, schools, places of worship', async () => {
  for (const slug of ['belastingdienst', 'uwv', 'nutsbedrijven', 'kinderdagverblijven', 'scholen', 'moskee', 'kerken']) expect((await page(`/organisatie/${slug}`)).status).toBe(200)
})

test('[DIR-15] associations and informal groups are recorded with their number of members', async () => {
  const found = (await t.as('visitor').json('/directory/organizations/buitenkasten')).json() as ShownOrganization

  expect(found).toMatchObject({ kind: 'informal-group', members: 9 })
  expect((await page('/organisatie/scce')).text).toContain('85 leden')
})

test('[DIR-18] housing with support tells form, places, provider, hours and how care is called', async () => {
  const it = await service('wonen-boegbeeld')

  expect(it.housing).toMatchObject({ form: 'supported', places: 16, call: expect.stringContaining('knop') })
  expect(it.organization.name).toBe('Humanitas DMH')
})

test('[DIR-19] a scheme tells what it asks, what it gives, and who helps to apply', async () => {
  const it = await service('kortingspas')

  expect(it.scheme).toMatchObject({ what: 'scheme', needs: expect.any(String), helpedBy: { name: 'Wijkinformatiepunt Randenbroek-Schuilenburg' } })
  expect((await service('scootmobiel')).scheme?.what).toBe('provision')
})

test('a refuge shows its telephone and no place', async () => {
  const text = (await page('/voorziening/opvang-vrouwen')).text

  expect(text).toContain('Het adres is geheim')
  expect(text).toContain('033 000 20 10')
  expect(text).not.toContain('informatiebeheerder 1')
  expect((await page('/sociale-kaart/voorziening/opvang-vrouwen', 'sanne')).text).not.toContain('informatiebeheerder 1')
})

test('temporarily closed says until when and why', async () => {
  const text = (await page('/voorziening/fietsclub')).text

  expect(text).toContain('Tijdelijk dicht tot en met')
  expect(text).toContain('In de winter fietsen we niet')
})

test('[DIR-02][DIR-06] people for colleagues stand on the page for colleagues only', async () => {
  expect((await page('/organisatie/stichting-iks')).text).not.toContain('Carla Jonker')
  expect((await page('/sociale-kaart/organisatie/stichting-iks', 'mirjam')).text).toContain('Carla Jonker')
  expect((await page('/sociale-kaart/organisatie/stichting-iks', 'sanne')).text).not.toContain('Carla Jonker')
  expect((await page('/organisatie/amant', 'sanne')).text).not.toContain('Inge Peters')
})

test('room that was told too long ago is unknown again', async () => {
  expect((await service('eetclub')).light?.light).toBe('room')
  t.pass(22 * 86_400_000)
  expect((await service('eetclub')).light).toBeNull()
  t.pass(-22 * 86_400_000)
})

test('search engines get a list of public pages, and nothing of what is hidden', async () => {
  const text = (await t.as('visitor').get('/sitemap.xml')).text

  expect(text).toContain('<loc>http://127.0.0.1:3000/voorziening/eetclub</loc>')
  expect(text).toContain('/organisatie/swa<')
  for (const slug of ['herstelgroep', 'crisis', 'dag-van-de-dialoog', 'vangnet-overleg', 'larikslaan']) expect(text).not.toContain(`/${slug}<`)
})

test('pages carry facts in the words of schema.org, which no text can break out of', async () => {
  await t.rows("update services set summary = 'Gezellig </script><script>alert(1)</script>' where slug = 'speelkast'")
  const linked = async (path: string) => /<script type="application\/ld\+json">([^<]*)<\/script>/.exec((await page(path)).text)?.[1] ?? ''

  expect(JSON.parse(await linked('/voorziening/eetclub'))).toMatchObject({ '@type': 'Event', name: 'Eetclub in Nijenstede', startDate: '2026-03-03', offers: { price: '6.50', priceCurrency: 'EUR' }, eventSchedule: [{ byDay: ['https://schema.org/Tuesday', 'https://schema.org/Thursday'], startTime: '12:00' }] })
  expect(JSON.parse(await linked('/voorziening/speelkast'))).toMatchObject({ description: 'Gezellig </script><script>alert(1)</script>' })
  expect(JSON.stringify(JSON.parse(await linked('/voorziening/opvang-vrouwen')))).not.toContain('address')
  expect(JSON.parse(await linked('/organisatie/swa'))).toMatchObject({ '@type': 'Organization', alternateName: 'Stichting Welzijn Amersfoort' })
})
