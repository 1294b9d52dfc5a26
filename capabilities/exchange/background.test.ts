import { readFileSync } from 'node:fs'
import { zipSync } from 'fflate'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Answer, type Town, town } from '../../tests/support/town.ts'
import { workOff } from './background.ts'
import { seedSmallDirectory } from './hsds.world.ts'

let t: Town
let clerk: pg.Client
beforeAll(async () => {
  t = await town({ seed: seedSmallDirectory })
  clerk = new pg.Client(t.database.ownerUrl)
  await clerk.connect()
}, 60_000)
afterAll(async () => {
  await clerk?.end()
  await t?.close()
})

const idOf = (answer: Answer) => (answer.json() as { importId: string }).importId
const looked = (source: string, name: string, content: string | Uint8Array) => t.as('petra').json('/imports', { source, file: { name, content: Buffer.from(content).toString('base64') } })
const seen = async (id: string) => (await t.as('petra').json(`/imports/${id}`)).json() as { state: string; job: { state: string; reason: string | null } | null; counts: { entity: string; new: number }[]; refused: number; acts: { name: string }[] }
const versionOf = async (id: string) => (await t.rows<{ version: number }>('select version from imports where id = $1', [id]))[0]!.version
const does = async (id: string, what: string, input: object = {}) => t.as('petra').json(`/imports/${id}/${what}`, input, { version: await versionOf(id) })
const work = () => workOff(clerk, t.database.ownerUrl, t.now)
const long = (count: number, word = 'Groep') => `naam;organisatie;omschrijving;telefoon\n${Array.from({ length: count }, (_, at) => `${word} ${at};Stichting ${at % 7};${'Elke week samen iets doen in de buurt. '.repeat(4)};033 000 ${String(at % 100).padStart(2, '0')} 11`).join('\n')}\n`

describe('[INT-04] a large file', () => {
  test('is read in the background; meanwhile its page says how far it is, and nothing else can be done with it', async () => {
    const id = idOf(await looked('groot', 'groot.csv', long(4000)))
    expect(await seen(id)).toMatchObject({ state: 'waiting', job: { state: 'waiting' }, acts: [] })
    const page = (await t.as('petra').get(`/sociale-kaart/invoer/${id}`)).text
    expect(page).toContain('Het bestand wordt gelezen')
    expect(page).toContain('<progress')
    expect((await does(id, 'take-in')).status).toBe(409)
    expect(await work()).toBe(1)
    const now = await seen(id)
    expect(now).toMatchObject({ state: 'looked-at', job: null })
    expect(now.counts.find((it) => it.entity === 'service')?.new).toBe(4000)

    expect((await does(id, 'take-in')).status).toBe(201)
    expect((await seen(id)).job?.state).toBe('waiting')
    expect(await t.rows("select from services where name = 'Groep 3999'")).toHaveLength(0)
    await work()
    expect((await seen(id)).state).toBe('taken-in')
    expect((await t.as('visitor').get('/hsds/services?search=groep&per_page=1')).json()).toMatchObject({ total_items: 4000 })
    expect(await t.rows('select from import_files where import_id = $1', [id])).toHaveLength(0)

    expect((await does(id, 'withdrawal')).status).toBe(201)
    await work()
    expect((await seen(id)).state).toBe('withdrawn')
    expect((await t.as('visitor').get('/hsds/services?search=groep&per_page=1')).json()).toMatchObject({ total_items: 0 })
  }, 120_000)

  test('that was interrupted is done again from its beginning, and after three times it says so', async () => {
    const id = idOf(await looked('onderbroken', 'onderbroken.csv', long(4000, 'Kring')))
    await t.owner.query("update import_jobs set state = 'running', tries = 1, done = 50, total = 100 where import_id = $1", [id])
    await work()
    expect((await seen(id)).state).toBe('looked-at')
    await does(id, 'take-in')
    await t.owner.query("update import_jobs set state = 'running', tries = 3 where import_id = $1", [id])
    await work()
    expect(await seen(id)).toMatchObject({ state: 'looked-at', job: { state: 'failed', reason: 'interrupted' } })
    expect((await t.as('petra').get(`/sociale-kaart/invoer/${id}`)).text).toContain('drie keer onderbroken')
    expect(await t.rows("select from services where name = 'Kring 1'")).toHaveLength(0)
    expect((await does(id, 'take-in')).status).toBe(201)
    await work()
    expect((await seen(id)).state).toBe('taken-in')
  }, 120_000)

  test('that cannot be read says why, and is for nobody who no longer keeps the directory', async () => {
    const broken = idOf(await looked('stuk', 'stuk.json', `{"half":"${'x'.repeat(600_000)}`))
    await work()
    expect(await seen(broken)).toMatchObject({ state: 'unreadable', job: { state: 'failed', reason: 'not-json' } })
    expect((await t.as('petra').get(`/sociale-kaart/invoer/${broken}`)).text).toContain('geen geldige JSON')
    const later = idOf(await looked('weg', 'weg.csv', long(4000, 'Weg')))
    await t.owner.query("update memberships set role = 'professional' where role = 'information-manager'")
    await work()
    await t.owner.query("update memberships set role = 'information-manager' where id in (select m.id from memberships m join import_jobs j on j.asked_by = m.person_id)")
    expect((await seen(later)).job).toMatchObject({ state: 'failed', reason: 'not-allowed' })
  }, 60_000)
})

describe('[INT-04] a list of which the columns are unknown', () => {
  const list = 'Wat;Wie biedt het;Uitleg\nSoep op dinsdag;Buurthuis Oost;Samen soep eten\n'
  test('waits for somebody to say what they are; that is kept for the source', async () => {
    const id = idOf(await looked('oost', 'oost.csv', list))
    expect(await seen(id)).toMatchObject({ state: 'mapping', acts: [{ name: 'exchange.map-columns' }] })
    const form = (await t.as('petra').get(`/sociale-kaart/invoer/${id}/kolommen`)).text
    expect(form).toContain('Wie biedt het (zoals: Buurthuis Oost)')
    expect((await does(id, 'columns', { name: 'k1', organization: 'k1' })).text).toContain('koos je al')
    expect((await does(id, 'columns', { name: 'k1', organization: 'k2', description: 'k3' })).status).toBe(201)
    expect((await seen(id)).state).toBe('looked-at')
    expect((await does(id, 'take-in')).status).toBe(201)
    expect(await t.rows("select s.description, o.name from services s join organizations o on o.id = s.organization_id where s.name = 'Soep op dinsdag'")).toEqual([{ description: 'Samen soep eten', name: 'Buurthuis Oost' }])
    const again = await seen(idOf(await looked('oost', 'oost.csv', list)))
    expect(again).toMatchObject({ state: 'looked-at' })
    expect(again.counts.reduce((sum, it) => sum + it.new, 0)).toBe(0)
    expect((await seen(idOf(await looked('west', 'oost.csv', list)))).state).toBe('mapping')
  })

  test('[INT-09] a workbook comes in as a list does: our own comes back as the same', async () => {
    const book = Buffer.from(await (await t.app.request('/hsds/services.xlsx')).arrayBuffer())
    const it = await seen(idOf(await looked('onszelf', 'sociale-kaart.xlsx', book)))
    expect(it.counts.find((one) => one.entity === 'service')?.new).toBe(0)
    expect(it.refused).toBe(0)
    expect((await looked('x', 'nep.xlsx', 'geen werkmap')).text).toContain('beschadigd')
  })
})

describe('[INT-09] the tabular data package', () => {
  test('holds what everybody may see and nothing else, and comes in again as the same', async () => {
    const zip = Buffer.from(await (await t.app.request('/hsds/datapackage.zip')).arrayBuffer())
    const it = await seen(idOf(await looked('pakket', 'pakket.zip', zip)))
    expect(it.counts.reduce((sum, one) => sum + one.new, 0)).toBe(0)
    expect(it.refused).toBe(0)
    expect(it.counts.find((one) => one.entity === 'service')).toBeDefined()
    for (const hidden of ['Intervisie', 'Geheime Steeg', '033 000 77 99']) expect(zip.includes(hidden)).toBe(false)
  })

  test('that is no package, or would be too large unpacked, is refused with what to do', async () => {
    expect((await looked('x', 'x.zip', zipSync({ 'lees.txt': Buffer.from('hoi') }))).text).toContain('datapackage.json')
    expect((await looked('x', 'x.zip', zipSync({ 'services.csv': new Uint8Array(101 * 1024 * 1024) }, { level: 9 }))).text).toContain('meer dan 100 MB')
  })
})

describe('[INT-04] Samenwerkende Catalogi', () => {
  test('comes in with its authority as organisation; our own list comes back', async () => {
    const xml = (await t.as('visitor').get('/hsds/samenwerkende-catalogi.xml')).text
    expect(xml).toContain('<dcterms:title>Samen eten</dcterms:title>')
    expect(xml).not.toContain('Intervisie')
    const id = idOf(await looked('sc', 'sc.xml', xml.replaceAll('Samen eten', 'Samen &amp; eten')))
    await work()
    expect((await seen(id)).refused).toBe(0)
    await does(id, 'take-in')
    await work()
    expect(await t.rows("select o.name from services s join organizations o on o.id = s.organization_id where s.name = 'Samen & eten'")).toEqual([{ name: 'De Keuken' }])
  })

  test('with definitions of its own, half of it, or another kind of XML is refused', async () => {
    expect((await looked('x', 'x.xml', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><scproducten>&b;</scproducten>')).text).toContain('DOCTYPE')
    expect((await looked('x', 'x.xml', '<scproducten><scproduct>')).text).toContain('geen geldige XML')
    expect((await looked('x', 'x.xml', '<boeken/>')).text).toContain('Samenwerkende Catalogi')
  })

  const example = new URL('../../../shared/standards/samenwerkende-catalogi/sc-voorbeeld.xml', import.meta.url)
  const read = () => {
    try {
      return readFileSync(example, 'utf8')
    } catch {
      return null
    }
  }
  test.skipIf(read() === null)('the example of the standard comes in (skipped when ../shared/standards is not beside the repository)', async () => {
    const it = await seen(idOf(await looked('buren', 'sc.xml', read()!)))
    expect(it.counts.map(({ entity, new: fresh }) => [entity, fresh])).toEqual([['organization', 1], ['service', 1]])
    expect(it.refused).toBe(0)
  })
})
