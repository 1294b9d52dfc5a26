import exceljs from 'exceljs'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Town, town } from '../../tests/support/town.ts'
import { of, seedSmallDirectory } from './hsds.world.ts'

let t: Town
beforeAll(async () => {
  t = await town({ seed: seedSmallDirectory })
}, 60_000)
afterAll(() => t?.close())

type Import = { id: string; state: string; refused: number; repaired: number; remarks: { kind: string; entity: string; field: string | null; reason: string; path: string }[]; counts: { entity: string; new: number }[] }
let sources = 0
const looked = async (name: string, content: unknown, source = `bron ${++sources}`): Promise<Import> => {
  const bytes = content instanceof Uint8Array ? Buffer.from(content) : Buffer.from(typeof content === 'string' ? content : JSON.stringify(content))
  const answer = await t.as('petra').json('/imports', { source, file: { name, content: bytes.toString('base64') } })
  expect(answer.status, answer.text).toBe(201)
  return (await t.as('petra').json(`/imports/${(answer.json() as { importId: string }).importId}`)).json() as Import
}
const takeIn = async ({ id }: Import) => t.as('petra').json(`/imports/${id}/take-in`, {}, { version: (await t.rows<{ version: number }>('select version from imports where id = $1', [id]))[0]!.version })
const told = (it: Import) => it.remarks.map(({ kind, field, reason }) => `${kind} ${field ?? ''} ${reason}`)
const page = async (it: Import) => (await t.as('petra').get(`/sociale-kaart/invoer/${it.id}`)).text
const services = async (...names: string[]) => (await t.rows<{ name: string }>('select name from services where name = any($1) order by name', [names])).map(({ name }) => name)
const club = { id: 'o', name: 'Een club', description: 'x' }
const withPlaces = (...points: [unknown, unknown][]) => ({ organizations: [club], services: [{ id: 's', name: 'Plekken', status: 'active', organization_id: 'o', service_at_locations: points.map(([latitude, longitude], at) => ({ id: `a${at}`, location: { id: `p${at}`, name: `Plek ${at}`, location_type: 'physical', latitude, longitude } })) }] })

describe('[INT-04] files as they come out of programs', () => {
  const list = 'naam;organisatie;breedtegraad;lengtegraad;adres;postcode;plaats\nCaf\u00e9 \u201cDe Br\u00fcg\u201d;De Buurt;52,155;5,387;Straat 1;3811 AA;Amersfoort\n'
  const wide = (text: string, big: boolean) => (big ? Buffer.from(text, 'utf16le').swap16() : Buffer.from(text, 'utf16le'))
  const old = Buffer.from(list.replaceAll('\u201c', '\x93').replaceAll('\u201d', '\x94'), 'latin1')
  const forms: [string, Uint8Array][] = [['UTF-8 with a mark', Buffer.from(`\uFEFF${list}`)], ['UTF 16 with a mark', wide(`\uFEFF${list}`, false)], ['UTF 16 the other way around', wide(`\uFEFF${list}`, true)], ['UTF 16 without a mark', wide(list, false)], ['UTF 16 the other way around without a mark', wide(list, true)], ['Windows-1252', old]]
  test.each(forms)('%s, semicolons and decimal commas are read as what they mean', async (_form, bytes) => {
    const it = await looked('lijst.csv', bytes)
    expect([it.refused, it.repaired, it.counts.find(({ entity }) => entity === 'service')?.new]).toEqual([0, 0, 1])
    expect((await takeIn(it)).status).toBe(201)
    expect(await t.rows('select s.name, l.latitude, l.longitude from services s join service_at_locations a on a.service_id = s.id join locations l on l.id = a.location_id join import_records r on r.record_id = s.id where r.import_id = $1', [it.id])).toEqual([{ name: 'Caf\u00e9 \u201cDe Br\u00fcg\u201d', latitude: 52.155, longitude: 5.387 }])
  })

  test('JSON in letters of sixteen bits (UTF 16) is read, half a letter and unseen characters are taken out, with a report', async () => {
    expect((await looked('x.json', wide(`\uFEFF${JSON.stringify({ organizations: [club] })}`, false))).refused).toBe(0)
    const it = await looked('x.json', `{"organizations":[{"id":"half \\ud800 id\\u0000","name":"Met\\u0000 nul\\u202e om \\ud83d","description":"x"}]}`)
    expect(told(it)).toContain('repaired name control-characters')
    expect((await takeIn(it)).status).toBe(201)
    expect(await t.rows("select from organizations where name like 'Met nul om %'")).toHaveLength(1)
  })

  test('more than fits is refused before it is read, whether its length is told or not', async () => {
    const sent = (headers: Record<string, string>) => t.app.request('/sociale-kaart/invoer/nieuw', { method: 'POST', headers: { origin: t.origin, 'content-type': 'multipart/form-data; boundary=x', ...headers }, body: 'x' })
    const before = await t.rows('select from imports')
    expect((await sent({ 'content-length': String(100 * 1024 * 1024) })).status).toBe(413)
    expect((await sent({ 'transfer-encoding': 'chunked' })).status).toBe(413)
    expect(await t.rows('select from imports')).toHaveLength(before.length)
  })
})

describe('[INT-04] formulas', () => {
  const nasty = '=HYPERLINK("https://elders.example";"klik")'
  test('come in as text, are told, and compute nothing in any list that goes out', async () => {
    const it = await looked('lijst.csv', `naam;organisatie;omschrijving\n"${nasty.replaceAll('"', '""')}";De Buurt;+cmd|' /C calc'!A0\n- Koffie;De Buurt;-10 procent\n`)
    expect(told(it)).toEqual(expect.arrayContaining(['repaired name looks-like-formula', 'repaired description looks-like-formula']))
    expect(it.repaired).toBe(2)
    expect(await page(it)).toContain('rekent niets uit')
    expect((await takeIn(it)).status).toBe(201)
    expect(await services(nasty, '- Koffie')).toEqual(['- Koffie', nasty])
    const [csv, book, zip] = [(await t.as('visitor').get('/hsds/services.csv')).text, await (await t.app.request('/hsds/services.xlsx')).arrayBuffer(), await (await t.app.request('/hsds/datapackage.zip')).arrayBuffer()]
    for (const text of [csv, Buffer.from(unzipSync(new Uint8Array(zip))['services.csv']!).toString()]) {
      expect(text).toContain(`"'=HYPERLINK(`)
      expect(text).not.toMatch(/(^|[;,\n])"?[=+@]/m)
    }
    const read = new exceljs.Workbook()
    await read.xlsx.load(book)
    read.worksheets[0]!.eachRow((row) => row.eachCell((cell) => expect(cell.type).toBe(exceljs.ValueType.String)))
  })

  test('in a workbook are what they came to; without an outcome the cell stays empty, and the report says which', async () => {
    const book = new exceljs.Workbook()
    const sheet = book.addWorksheet('Blad')
    sheet.addRow(['naam', 'organisatie', 'omschrijving', 'kosten'])
    sheet.addRow([{ formula: 'A9&"club"', result: 'Leesclub' }, 'De Buurt', { formula: 'B2&"?"' }, { formula: '1/0', result: { error: '#DIV/0!' } }])
    const it = await looked('boek.xlsx', new Uint8Array(await book.xlsx.writeBuffer()))
    expect(it.remarks.filter(({ reason }) => reason === 'formula-without-value').map(({ path }) => path)).toEqual(['cel C2', 'cel D2'])
    expect(await page(it)).toContain('formule zonder uitkomst')
    await takeIn(it)
    expect(await t.rows("select description, fees_description from services where name = 'Leesclub'")).toEqual([{ description: null, fees_description: null }])
  })
})

test('[INT-04] codes of web pages are taken out of names, also when they are written in codes', async () => {
  const names = ['Koor <img src=x onerror=alert(1)>A', 'Koor &lt;script&gt;alert(1)&lt;/script&gt;B', 'Koor &amp;lt;b&amp;gt;C', '<a href="javascript:alert(1)">Koor D</a>', 'Koor <b onmouseover=alert(1)E']
  const it = await looked('x.json', { organizations: [club], services: names.map((name, at) => ({ id: `s${at}`, name, status: 'active', organization_id: 'o' })) })
  expect(told(it).filter((one) => one === 'repaired name markup')).toHaveLength(4)
  await takeIn(it)
  expect(await services('Koor A', 'Koor B', 'Koor C', 'Koor D', names[4]!)).toHaveLength(5)
  const shown = (await t.as('visitor').get('/zoeken?q=koor')).text
  expect(shown).not.toMatch(/<(img|b|script)[^>]*(onerror|onmouseover|alert)/)
})

describe('[INT-04] places that cannot be', () => {
  test('0,0 and points off the earth are left out; turned points and points of the national grid are put right; each is told', async () => {
    const it = await looked('x.json', withPlaces([0, 0], [5.387, 52.155], [155000, 463000], [463000, 155000], [95, 5], ['52,155', '5,387'], [52.1, undefined], [48.85, 2.35]))
    expect(told(it)).toEqual(expect.arrayContaining(['repaired latitude impossible-place', 'repaired longitude impossible-place', 'repaired latitude place-turned', 'repaired latitude place-in-grid', 'repaired latitude unknown-value']))
    expect((await takeIn(it)).status).toBe(201)
    const rows = await t.rows<{ latitude: number | null; longitude: number | null }>("select latitude, longitude from locations where name like 'Plek %' order by name")
    const amersfoort = { latitude: expect.closeTo(52.155, 2) as number, longitude: expect.closeTo(5.387, 2) as number }
    const nowhere = { latitude: null, longitude: null }
    expect(rows).toEqual([nowhere, amersfoort, amersfoort, amersfoort, nowhere, amersfoort, nowhere, { latitude: 48.85, longitude: 2.35 }])
    expect(await page(it)).toContain('Rijksdriehoeksstelsel')
  })
})

describe('[INT-04] times', () => {
  test('[INT-09] a year that never was is left out and told; a beginning before memory and an end that never comes go in, and the calendar of the town still opens', async () => {
    const schedules = [{ id: 'y0', freq: 'DAILY', dtstart: '0000-01-01' }, { id: 'y1', freq: 'DAILY', dtstart: '0001-01-01', until: '9999-12-31', opens_at: '10:00' }, { id: 'y9', freq: 'WEEKLY', byday: 'MO', dtstart: '9999-12-31' }]
    const it = await looked('x.json', { organizations: [club], services: [{ id: 'jaren', name: 'Alle jaren', status: 'active', organization_id: 'o', schedules }] })
    expect(told(it)).toEqual(['repaired dtstart not-a-date'])
    expect((await takeIn(it)).status).toBe(201)
    await t.owner.query("update services set kind = 'activity' where name = 'Alle jaren'")
    const feed = await t.as('visitor').get('/agenda.ics')
    expect([feed.status, feed.text.split('SUMMARY:Alle jaren').length - 1]).toEqual([200, 2])
    expect((await t.as('visitor').get('/agenda')).status).toBe(200)
    await t.owner.query("update services set state = 'archived' where name = 'Alle jaren'")
  })

  test('a recurrence without end is taken in and stays small; one that is none is left out, with its reason', async () => {
    const schedules = [{ id: 'r1', freq: 'DAILY', dtstart: '2020-01-01', opens_at: '10:00', closes_at: '11:00' }, { id: 'r2', freq: 'WEEKLY', byday: 'MO', dtstart: '2026-05-01', until: '2020-01-01' }, { id: 'r3', freq: 'SECONDLY', interval: 0, count: 99_999_999 }, { id: 'r4', freq: 'WEEKLY', byday: 'MO,TU;DROP', until: '2026-12-31', count: 4 }]
    const it = await looked('x.json', { organizations: [club], services: [{ id: 'altijd', name: 'Altijd open', status: 'active', organization_id: 'o', assured_date: '2026-02-01', schedules }] })
    expect(told(it)).toEqual(expect.arrayContaining(['repaired dtstart dates-the-wrong-way', 'repaired until dates-the-wrong-way', 'repaired freq unknown-value', 'repaired interval unknown-value', 'repaired count unknown-value', 'repaired byday recurrence-unknown', 'repaired count recurrence-ends-twice']))
    expect((await takeIn(it)).status).toBe(201)
    await t.owner.query("update services set kind = 'activity' where name = 'Altijd open'")
    const started = performance.now()
    const [agenda, feed] = [await t.as('visitor').get('/agenda'), await t.as('visitor').get('/agenda.ics')]
    expect([agenda.status, feed.status]).toEqual([200, 200])
    expect(agenda.text).toContain('Altijd open')
    expect(feed.text.length).toBeLessThan(20_000)
    expect(performance.now() - started).toBeLessThan(5000)
  })
})

describe('[INT-04] pointers and numbers', () => {
  test('who falls under itself by what stands here already is refused whole, and nothing came in', async () => {
    const [under, above] = [of('kitchen'), 'aaaaaaaa-1111-4111-8111-111111111111']
    const first = await looked('x.json', { organizations: [{ id: above, name: 'Boven de keuken', description: 'x', parent_organization_id: under }] })
    expect((await takeIn(first)).status).toBe(201)
    const second = await looked('y.json', { organizations: [{ id: under, name: 'De Keuken', description: 'Rond', parent_organization_id: above }, { id: 'nieuw', name: 'Komt niet', description: 'x' }] })
    const refused = await takeIn(second)
    expect([refused.status, refused.text]).toEqual([409, expect.stringContaining('onder zichzelf')])
    expect(await t.rows("select from organizations where name = 'Komt niet' or description = 'Rond'")).toEqual([])
    expect(await t.rows('select from external_ids e join organizations o on o.id = e.record_id where o.description = $1', ['Rond'])).toEqual([])
  })

  test('a long circle within a file is cut once, and told', async () => {
    const ring = Array.from({ length: 40 }, (_, at) => ({ id: `k${at}`, name: `Kring ${at}`, description: 'x', parent_organization_id: `k${(at + 1) % 40}` }))
    const it = await looked('x.json', { organizations: ring })
    expect(told(it)).toContain('repaired parent_organization_id goes-round')
    expect((await takeIn(it)).status).toBe(201)
  })

  test('one number twice: the same is one, other content is refused, capitals make no difference, and a place is named once', async () => {
    const id = 'bbbbbbbb-2222-4222-8222-222222222222'
    const place = { id: 'p', name: 'Zaal', location_type: 'physical' }
    const it = await looked('x.json', {
      organizations: [club, club],
      services: [{ id, name: 'Een keer', status: 'active', organization_id: 'o', service_at_locations: [{ id: 'a1', location: place }, { id: 'a2', location: place }] }, { id: id.toUpperCase(), name: 'Een keer', status: 'active', organization_id: 'o' }, { id, name: 'Heel iets anders', status: 'active', organization_id: 'o' }],
    })
    expect(told(it)).toEqual(['refused  same-id-other-content', 'refused location_id same-place-twice'])
    expect((await takeIn(it)).status).toBe(201)
    expect(await services('Een keer', 'Heel iets anders')).toEqual(['Een keer'])
  })

  test('what the tables themselves do not allow is refused whole with what to do, and nothing is half there', async () => {
    const place = { location_type: 'physical', name: 'Het veilige huis', latitude: 52.1, longitude: 5.4 }
    const it = await looked('x.json', { organizations: [{ id: 'half', name: 'Half binnen', description: 'x' }], locations: [{ id: of('refuge'), ...place }] })
    const refused = await takeIn(it)
    expect([refused.status, refused.text]).toEqual([409, expect.stringContaining('Er is niets opgenomen')])
    expect(await t.rows("select from organizations where name = 'Half binnen'")).toEqual([])
    expect((await t.rows('select latitude, masked from locations where id = $1', [of('refuge')]))[0]).toEqual({ latitude: null, masked: true })
    expect(t.faults).toEqual([])
  })
})
