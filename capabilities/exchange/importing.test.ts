import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, type Town, town } from '../../tests/support/town.ts'
import { of, seedSmallDirectory, standardFile, standardIsHere, why } from './hsds.world.ts'

let t: Town
beforeAll(async () => {
  t = await town({ seed: seedSmallDirectory })
}, 60_000)
afterAll(() => t?.close())

type Import = { id: string; state: string; version: number; counts: { entity: string; new: number; changed: number; unchanged: number }[]; remarks: { kind: string; entity: string; field: string | null; reason: string; path: string }[]; refused: number; repaired: number; changes: { field: string; before: string | null; after: string }[] }
const file = (name: string, content: string | Buffer) => ({ name, content: Buffer.from(content).toString('base64') })
const looked = (source: string, name: string, content: unknown): Promise<Answer> =>
  t.as('petra').json('/imports', { source, file: file(name, typeof content === 'string' || Buffer.isBuffer(content) ? content : JSON.stringify(content)) })
const seen = async (answer: Answer): Promise<Import> => (await t.as('petra').json(`/imports/${(answer.json() as { importId: string }).importId}`)).json() as Import
const does = async (it: Import, what: 'take-in' | 'withdrawal') => t.as('petra').json(`/imports/${it.id}/${what}`, {}, { version: (await t.rows<{ version: number }>('select version from imports where id = $1', [it.id]))[0]!.version })
const total = (it: Import, what: 'new' | 'changed' | 'unchanged') => it.counts.reduce((sum, one) => sum + one[what], 0)

const choir = { id: 'koor-1', name: 'Buurtkoor', status: 'active', description: 'Samen zingen.', email: 'koor@voorbeeld.example', organization: { id: 'koren', name: 'Stichting Koren', description: 'Koren in de buurt.' }, phones: [{ id: 'tel', number: '033 000 66 66' }] }

describe('[INT-04] what comes from elsewhere', () => {
  test('is looked at first: nothing changes, and every record says whether it is new, changed or the same', async () => {
    const first = await seen(await looked('zangsite', 'koor.json', choir))
    expect(first.state).toBe('looked-at')
    expect(total(first, 'new')).toBe(3)
    expect(await t.rows("select from services where name = 'Buurtkoor'")).toEqual([])
    expect((await t.as('petra').get(`/sociale-kaart/invoer/${first.id}`)).text).toContain('Wat er zou veranderen')
  })

  test('is taken in whole, found by search, and the same file again changes nothing', async () => {
    const first = await seen(await looked('zangsite', 'koor.json', choir))
    expect((await does(first, 'take-in')).status).toBe(201)
    expect((await t.as('visitor').get('/hsds/services?search=buurtkoor')).text).toContain('Samen zingen.')
    expect((await does(first, 'take-in')).status).toBe(409)
    const again = await seen(await looked('zangsite', 'koor.json', choir))
    expect([total(again, 'new'), total(again, 'changed'), total(again, 'unchanged')]).toEqual([0, 0, 3])
  })

  test('shows what a change is, field by field, and can be taken back whole', async () => {
    const changed = await seen(await looked('zangsite', 'koor.json', { ...choir, description: 'Zingen op dinsdag.', alternate_name: 'Dinsdagkoor' }))
    expect(changed.changes).toEqual([{ entity: 'service', about: 'Buurtkoor', path: '$', field: 'alternate_name', before: null, after: 'Dinsdagkoor', alsoHere: false }, { entity: 'service', about: 'Buurtkoor', path: '$', field: 'description', before: 'Samen zingen.', after: 'Zingen op dinsdag.', alsoHere: false }])
    await does(changed, 'take-in')
    expect((await t.rows("select description, alternate_name from services where name = 'Buurtkoor'"))[0]).toEqual({ description: 'Zingen op dinsdag.', alternate_name: 'Dinsdagkoor' })
    expect((await does(changed, 'withdrawal')).status).toBe(201)
    expect((await t.rows("select description, alternate_name from services where name = 'Buurtkoor'"))[0]).toEqual({ description: 'Samen zingen.', alternate_name: null })
  })

  test('is not taken back over the work of somebody else', async () => {
    const one = await seen(await looked('elders', 'x.json', { ...choir, id: 'ander', name: 'Ander koor', organization: { id: 'o2', name: 'Ander' }, phones: [] }))
    await does(one, 'take-in')
    await t.owner.query("update services set description = 'Met de hand verbeterd' where name = 'Ander koor'")
    const refused = await does(one, 'withdrawal')
    expect(refused.status).toBe(409)
    expect(refused.text).toContain('daarna gewerkt')
    expect(await t.rows("select from services where name = 'Ander koor'")).toHaveLength(1)
  })

  test('is for who keeps the directory, and nobody else', async () => {
    for (const who of ['mirjam', 'hassan', 'bea', 'joke', 'karin'] as const) expect((await t.as(who).json('/imports', { source: 'x', file: file('x.json', '{}') })).status).toBe(403)
    expect((await t.as('visitor').json('/imports', { source: 'x', file: file('x.json', '{}') })).status).toBe(401)
  })
})

describe('bad input', () => {
  test('is refused or repaired with a reason for each, and the rest comes in', async () => {
    const it = await seen(
      await looked('rommel', 'rommel.json', {
        organizations: [{ id: 'o', name: 'Goed <b>vet</b>', description: 'x', parent_organization_id: 'p' }, { id: 'p', name: 'Boven', description: 'x', parent_organization_id: 'o' }],
        services: [
          { id: 'a', name: 'Zonder organisatie', status: 'active' },
          { id: 'b', name: 'Met <script>alert(1)</script>tekst', status: 'soms', organization_id: 'o', email: 'geen adres', url: 'javascript:alert(1)', minimum_age: 80, maximum_age: 12, assured_date: '30-02-2026' },
          { id: 'b', name: 'Zelfde nummer, iets anders', status: 'active', organization_id: 'o' },
          'geen object',
          { id: 'c', name: 'Met plek', status: 'active', organization_id: 'o', service_at_locations: [{ id: 'l', location: { id: 'l', location_type: 'physical', latitude: 152, longitude: 5 } }], phones: [{ id: 't' }], schedules: [{ id: 's', freq: 'SOMS', opens_at: '25:00', byday: 'XX' }] },
        ],
      }),
    )
    const reasons = it.remarks.map(({ kind, entity, field, reason }) => `${kind} ${entity} ${field ?? ''} ${reason}`.replace('  ', ' '))
    for (const expected of [
      'refused service organization_id missing', 'repaired service name markup', 'repaired service status unknown-value', 'repaired service email not-an-email', 'repaired service url not-a-url', 'repaired service assured_date not-a-date',
      'repaired service minimum_age ages-the-wrong-way', 'refused service same-id-other-content', 'refused service not-an-object', 'repaired location latitude unknown-value', 'repaired location longitude impossible-place', 'refused phone number missing',
      'repaired schedule freq unknown-value', 'repaired schedule opens_at not-a-time', 'repaired schedule byday recurrence-unknown', 'repaired organization name markup', 'repaired organization parent_organization_id goes-round',
    ]) expect(reasons).toContain(expected)
    expect((await does(it, 'take-in')).status).toBe(201)
    expect((await t.rows("select name, status from services where name like 'Met%' order by name")).map((one) => one.name)).toEqual(['Met plek', 'Met tekst'])
    expect((await t.as('petra').get(`/sociale-kaart/invoer/${it.id}`)).text).toContain('dit is geen e-mailadres')
  })

  test('a file that cannot be read says what to do, beside the field', async () => {
    const tries: [string, string, string][] = [['x.json', '{"half":', 'geen geldige JSON'], ['x.csv', 'kolom;andere\n', 'niets dat'], ['x.pdf', '%PDF', '.json, .csv'], ['x.json', '[]', 'niets dat']]
    for (const [name, content, words] of tries) {
      const answer = await looked('x', name, content)
      expect([name, answer.status]).toEqual([name, 400])
      expect(answer.text).toContain(words)
    }
    expect((await t.as('petra').post('/sociale-kaart/invoer/nieuw', { source: 'x' })).text).toContain('Vul dit in')
  })

  test('a file of 100 MB is refused before it is read, and 256 KB stays the limit everywhere else', async () => {
    const sent = (path: string, length: number) => t.app.request(path, { method: 'POST', headers: { origin: t.origin, 'content-length': String(length), 'content-type': 'multipart/form-data; boundary=x' }, body: 'x' })
    expect((await sent('/sociale-kaart/invoer/nieuw', 100 * 1024 * 1024)).status).toBe(413)
    expect((await sent('/sociale-kaart/invoer/nieuw', 10 * 1024 * 1024)).status).not.toBe(413)
    expect((await sent('/zorgen', 1024 * 1024)).status).toBe(413)
  })
})

test('[INT-04] a list as people keep it comes in: semicolons, a mark in front, old letters and decimal commas', async () => {
  const list = '\uFEFFNaam;Organisatie;Omschrijving;Telefoon;Adres;Postcode;Plaats;Breedtegraad;Lengtegraad\nCaf\u00e9 Goed;De Buurt;Koffie, thee;033 000 70 70;Dorpsstraat 1;3811 AA;Amersfoort;52,155;5,387\n;De Buurt;geen naam;;;;;;\n'
  const it = await seen(await looked('lijst van de wijk', 'lijst.csv', list))
  expect(it.refused).toBe(1)
  expect((await does(it, 'take-in')).status).toBe(201)
  expect((await t.rows("select s.name, l.latitude::float, a.postal_code from services s join service_at_locations x on x.service_id = s.id join locations l on l.id = x.location_id join addresses a on a.location_id = l.id where s.name = 'Café Goed'"))[0]).toEqual({ name: 'Café Goed', latitude: 52.155, postal_code: '3811 AA' })
  const old = await seen(await looked('oude lijst', 'oud.csv', Buffer.from('naam;organisatie\nCaf\u00e9 Oud;De Buurt\n', 'latin1')))
  expect(old.counts.find((one) => one.entity === 'service')?.new).toBe(1)
  await does(old, 'take-in')
  expect(await t.rows("select from services where name = 'Café Oud'")).toHaveLength(1)
})

describe.skipIf(!standardIsHere)(`the examples of the standard (skipped when ${why})`, () => {
  test('[INT-09] come in and go out again, and nothing is lost but what was told', async () => {
    // Checked in 2005, so the public would no longer see it: it was looked at again.
    const service = { ...(standardFile('examples/service_full.json') as { id: string; name: string }), assured_date: '2026-02-01' }
    const it = await seen(await looked('standaard', 'service_full.json', service))
    expect(it.remarks.filter((one) => one.kind === 'refused').map((one) => `${one.entity} ${one.field} ${one.reason} ${one.path}`)).toEqual([])
    expect((await does(it, 'take-in')).status).toBe(201)
    const back = (await t.as('visitor').get(`/hsds/services/${service.id}`)).json() as typeof service
    const told = new Set(it.remarks.map((one) => one.field))
    const lost: string[] = []
    const walk = (one: unknown, other: unknown, path: string) => {
      if (Array.isArray(one)) for (const [index, value] of one.entries()) walk(value, (Array.isArray(other) ? other : [])[index], `${path}[${index}]`)
      else if (typeof one === 'object' && one !== null) for (const [key, value] of Object.entries(one)) walk(value, (other as Record<string, unknown> | undefined)?.[key], `${path}.${key}`)
      else if (other === undefined) lost.push(path)
    }
    walk(service, back, '$')
    const leaf = (path: string) => path.split('.').at(-1)!.replace(/\[\d+\]$/, '')
    // Ids that only repeat the nesting, the mail address of who keeps an entry, and what the report named.
    expect(lost.filter((path) => !told.has(leaf(path)) && !/_id$|assurer_email|link_entity|resource_type|last_modified/.test(leaf(path)))).toEqual([])
    expect(back.name).toBe(service.name)
    expect((await does(it, 'withdrawal')).status).toBe(201)
    expect((await t.as('visitor').get(`/hsds/services/${service.id}`)).status).toBe(404)
  })
})

test('what hangs on our own services is not touched by an import', async () => {
  expect(await t.rows('select from services where id = $1', [of('dinner')])).toHaveLength(1)
  expect(readFileSync(fileURLToPath(import.meta.url), 'utf8')).toContain('INT-09')
})
