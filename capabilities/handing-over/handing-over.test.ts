import { afterAll, beforeAll, expect, test } from 'vitest'
import { personId } from '../../db/seeds/demo/cast.ts'
import { type Town, town, type TownsPerson } from '../../tests/support/town.ts'
import { qrPicture } from './qr.ts'
import type { ShownSheet } from './sheet.ts'

let t: Town
beforeAll(async () => {
  t = await town()
})
afterAll(() => t.close())

const sheet = async (query: string): Promise<ShownSheet> => (await t.as('visitor').json(`/handouts${query}`)).json() as ShownSheet

test('[DIR-06] a professional searches, picks and gets the sheet; what is chosen stays chosen', async () => {
  const first = (await t.as('mirjam').get('/meegeven/kiezen?q=eetcafe')).text
  expect(first).toContain('value="eetcafe"')
  const then = (await t.as('mirjam').get('/meegeven/kiezen?s=eetcafe&s=maatjesproject&q=wandelen')).text
  expect(then).toMatch(/value="eetcafe"[^>]*checked/)
})

test('[DIR-06] the buttons under the choice take what is ticked now, also what was found just before and not put on the sheet first', async () => {
  const { text } = await t.as('mirjam').get('/meegeven/kiezen?s=eetcafe&q=maatje')
  expect(text).toMatch(/<input[^>]*type="checkbox"[^>]*value="maatjesproject"/)
  expect([...text.matchAll(/formaction="([^"]+)"/g)].map(([, to]) => to)).toEqual(['/meegeven', '/meegeven.pdf'])

  const page = await t.as('mirjam').get('/meegeven?q=maatje&s=maatjesproject&s=eetcafe')
  expect([...page.text.matchAll(/src="\/meegeven\/qr\/([^"]+)\.svg"/g)].map(([, slug]) => slug)).toEqual(['maatjesproject', 'eetcafe'])
  expect((await t.as('mirjam').get('/meegeven.pdf?q=maatje&s=maatjesproject')).headers.get('content-type')).toBe('application/pdf')
  const nothing = await t.as('mirjam').get('/meegeven.pdf?q=maatje')
  expect([nothing.status, nothing.headers.get('location')]).toEqual([302, '/meegeven'])
})

test('a favourite that is found too stands there once', async () => {
  await t.as('mirjam').post('/favorieten/voorziening/maatjesproject/bewaren', {})
  const { text } = await t.as('mirjam').get('/meegeven/kiezen?q=maatje')

  expect(text.match(/type="checkbox"[^>]*value="maatjesproject"/g)).toHaveLength(1)
})

test('who ticks more than fits on one sheet hears what does not fit, and nothing ticked is lost', async () => {
  const slugs = (await t.rows<{ slug: string }>("select slug from services where state = 'published' and visibility = 'public' and hide_on > current_date and publish_on is null and expire_on is null order by slug limit 14")).map(({ slug }) => slug)
  const { status, text } = await t.as('mirjam').get(`/meegeven/kiezen?${slugs.map((slug) => `s=${slug}`).join('&')}`)
  const names = await t.rows<{ name: string }>(`select name from services where slug in ('${slugs[12]}', '${slugs[13]}') order by slug`)

  expect(status).toBe(200)
  expect(text).toContain(`Dit past er niet meer bij: ${names.map(({ name }) => name).join(', ')}.`)
  expect([...text.matchAll(/name="s" value="([^"]+)"[^>]*checked/g)].map(([, slug]) => slug)).toEqual(slugs.slice(0, 12))
})

test('[DIR-10] who goes straight to the sheet or to paper with more than fits gets what fits, and hears what does not', async () => {
  const slugs = (await t.rows<{ slug: string }>("select slug from services where state = 'published' and visibility = 'public' and hide_on > current_date and publish_on is null and expire_on is null order by slug limit 13")).map(({ slug }) => slug)
  const [last] = await t.rows<{ name: string }>(`select name from services where slug = '${slugs[12]}'`)
  const query = slugs.map((slug) => `s=${slug}`).join('&')
  const { status, text } = await t.as('visitor').get(`/meegeven?${query}`)
  expect(status).toBe(200)
  expect(text).toContain(`Niet op dit blad: ${last?.name}.`)
  const paper = await t.as('visitor').get(`/meegeven.pdf?${query}`)
  expect([paper.status, paper.headers.get('location')]).toEqual([302, `/meegeven?${query}`])
  const [, pdf] = /href="(\/meegeven\.pdf[^"]+)"/.exec(text) ?? []
  expect((await t.as('visitor').get((pdf ?? '').replaceAll('&amp;', '&'))).headers.get('content-type')).toBe('application/pdf')
})

test('[DIR-10] the sheet tells in plain Dutch what it is, for whom, what it costs, when, where and whom to call, with a code for each', async () => {
  const it = await sheet('?s=eetcafe&s=maatjesproject')
  expect(it.entries.map(({ href }) => href)).toEqual(['/voorziening/eetcafe', '/voorziening/maatjesproject'])
  expect(it.entries[0]?.facts.map(({ question }) => question)).toEqual(expect.arrayContaining(['Voor wie?', 'Wanneer?', 'Waar?']))
  const page = (await t.as('visitor').get('/meegeven?s=eetcafe&s=maatjesproject')).text
  expect([...page.matchAll(/src="(\/meegeven\/qr\/[^"]+)"/g)].map(([, src]) => src)).toEqual(['/meegeven/qr/eetcafe.svg', '/meegeven/qr/maatjesproject.svg'])
  const code = await t.as('visitor').get('/meegeven/qr/eetcafe.svg')
  expect(code.headers.get('content-type')).toContain('image/svg+xml')
  expect(code.text).toBe(qrPicture('http://127.0.0.1:3000/voorziening/eetcafe'))
  expect(qrPicture('http://127.0.0.1:3000/voorziening/eetclub')).not.toBe(code.text)
})

test('[DIR-10] what it costs stands on the sheet with the amount and the words about it', async () => {
  const cost = (await sheet('?s=eetclub&s=aanschuiftafel&s=wandelclub')).entries.map(({ facts }) => facts.find(({ question }) => question === 'Wat kost het?')?.answer.replaceAll('\u00a0', ' '))
  expect(cost).toEqual(['€ 6,50 voor een warme maaltijd met een toetje. U betaalt met pin of met gepast geld.', 'Vrije bijdrage: u geeft wat u kunt.', 'Gratis'])
})

test('the sheet is a tagged PDF that says what language it has', async () => {
  const pdf = await t.as('visitor').get('/meegeven.pdf?s=eetcafe&s=maatjesproject')
  expect(pdf.status).toBe(200)
  expect(pdf.headers.get('content-type')).toBe('application/pdf')
  expect(pdf.text.startsWith('%PDF-')).toBe(true)
  for (const words of ['/MarkInfo', '/StructTreeRoot', '/Lang']) expect(pdf.text).toContain(words)
  expect((await t.as('visitor').get('/meegeven.pdf')).status).toBe(404)
})

test('[DIR-06] only what everybody may see stands on a sheet, whoever makes it; the rest is as if it were not there', async () => {
  const [hidden] = await t.rows<{ slug: string; name: string }>("select slug, name from services where visibility = 'professionals' and state = 'published' limit 1")
  for (const who of ['mirjam', 'petra'] as const) {
    const it = (await t.as(who).json(`/handouts?s=eetcafe&s=${hidden?.slug}`)).json() as ShownSheet
    expect(it.entries.map(({ href }) => href)).toEqual(['/voorziening/eetcafe'])
    expect((await t.as(who).get(`/meegeven/kiezen?s=${hidden?.slug}&q=${encodeURIComponent(hidden?.name ?? '')}`)).text).not.toContain(`value="${hidden?.slug}"`)
  }
  expect((await sheet('?s=bestaat-niet')).entries).toEqual([])
})

test('a refuge tells its telephone on paper and no street', async () => {
  const [refuge] = await t.rows<{ slug: string; street: string }>('select s.slug, a.address1 as street from services s join service_at_locations x on x.service_id = s.id join locations l on l.id = x.location_id join addresses a on a.location_id = l.id where l.masked limit 1')
  const it = JSON.stringify((await t.as('petra').json(`/handouts?s=${refuge?.slug}`)).json())
  expect(it).toContain('Het adres is geheim')
  expect(it).not.toContain(refuge?.street)
})

test('a sheet that is too long or an address that is wrong is refused', async () => {
  const many = Array.from({ length: 101 }, (_, at) => `s=nummer-${at}`).join('&')
  expect((await t.as('visitor').json(`/handouts?${many}`)).status).toBe(400)
  expect((await t.as('visitor').get(`/meegeven.pdf?${many}`)).status).toBe(400)
  expect((await t.as('visitor').get('/meegeven/qr/..%2Fetc.svg')).status).toBe(404)
})

type Line = { kind: string; what: string; by: string | null }
const heard = async (who: TownsPerson): Promise<Line[]> => ((await t.as(who).json('/today')).json() as { now: Line[] }).now.filter(({ kind, what }) => kind === 'correction' && !what.includes('wandelclub'))
const services = 'eetclub,maatjesproject'
const facts = { name: 'Eetclub in Nijenstede', summary: 'Samen warm eten met mensen uit de buurt.', registration: 'needed', referral: 'not-needed', indication: 'not-needed', cost: '7.5', hours: 'woensdag 12:00-13:30' }
const changed = async (cost: string) => {
  const path = '/sociale-kaart/voorziening/eetclub/wijzigen'
  const version = Number(/name="_version" value="(\d+)"/.exec((await t.as('petra').get(path)).text)?.[1])
  expect((await t.as('petra').post(path, { ...facts, cost }, { version })).status).toBe(303)
}

test('[ACT-03] whoever hands a sheet over hears on Today what changes on it after one click, and it is noted nowhere for whom', async () => {
  const page = (await t.as('sanne').get('/meegeven?s=eetclub&s=maatjesproject')).text
  expect(page).toContain('action="/meegeven/op-de-hoogte"')
  expect(page).toContain(`name="services" value="${services}"`)
  expect(page).toMatch(/role="switch" aria-checked="false"/)
  const sent = await t.as('sanne').post('/meegeven/op-de-hoogte', { services })
  expect([sent.status, sent.location]).toEqual([303, '/meegeven?s=eetclub&s=maatjesproject'])
  expect((await t.as('sanne').get('/meegeven?s=eetclub&s=maatjesproject')).text).toMatch(/role="switch" aria-checked="true"/)
  expect(await heard('sanne')).toEqual([])

  await changed('8')
  expect((await heard('sanne')).map(({ what }) => what)).toEqual(['Gewijzigd: Eetclub in Nijenstede'])
  expect(Object.keys((await t.rows('select * from pointings where person_id = $1 limit 1', [personId('sanne')]))[0] ?? {}).toSorted()).toEqual(['municipality_id', 'person_id', 'pointed_on', 'seen', 'service_id'])
})

test('[ACT-03] handing the same sheet to somebody else does not swallow a change that still has to be passed on', async () => {
  expect((await t.as('sanne').json('/handouts/pointings', { services })).status).toBe(201)
  expect(await heard('sanne')).toHaveLength(1)
})

test('[ACT-03] it ends with one click too, and says so when only some of the sheet is followed', async () => {
  expect((await t.as('sanne').get('/meegeven?s=eetclub&s=eetcafe')).text).toContain('Van 1 van de 2 adressen hoor je het al.')
  expect((await t.as('sanne').post('/meegeven/niet-meer', { services })).location).toBe('/meegeven?s=eetclub&s=maatjesproject')
  expect(await heard('sanne')).toEqual([])
  expect(await t.rows('select from pointings where person_id = $1', [personId('sanne')])).toEqual([])
})

test('[ACT-03] the switch is for who works here only; nothing that is not for everybody is followed through a sheet', async () => {
  for (const who of ['visitor', 'aaltje'] as const) {
    expect((await t.as(who).get('/meegeven?s=eetclub')).text).not.toContain('op-de-hoogte')
    expect((await t.as(who).json('/handouts/pointings', { services })).status).not.toBe(201)
  }
  expect((await t.as('joke').json('/handouts/pointings', { services: 'eetclub' })).status).toBe(201)
  const [hidden] = await t.rows<{ slug: string }>("select slug from services where visibility = 'professionals' and state = 'published' limit 1")
  const many = Array.from({ length: 13 }, (_, at) => `nummer-${at}`).join(',')
  for (const wrong of [hidden?.slug ?? '', 'bestaat-niet', '', 'A b', many]) expect((await t.as('sanne').json('/handouts/pointings', { services: wrong })).status, wrong).toBe(400)
  expect((await t.as('sanne').post('/meegeven/op-de-hoogte', {})).text).toContain('Op dit blad staat niets')
})
