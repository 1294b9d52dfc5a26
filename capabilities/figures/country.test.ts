import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Town, town } from '../../tests/support/town.ts'
import { kwbFile, realFile, realFiles, why } from './files.world.ts'
import { readTable, rowsOf } from './table.ts'

let here: Town
beforeAll(async () => {
  here = await town()
})
afterAll(() => here.close())

type Shown = { importId: string; version: number }
const bring = async (bytes: Buffer, name: string, year: number, edition: string): Promise<string> =>
  ((await here.as('petra').json('/figures/imports', { file: { name, content: bytes.toString('base64') }, year, publisher: 'Centraal Bureau voor de Statistiek', edition })).json() as Shown).importId
const decide = async (importId: string, what: 'application' | 'withdrawal'): Promise<void> => {
  const { version } = (await here.as('petra').json(`/figures/imports/${importId}`)).json() as Shown
  expect((await here.as('petra').json(`/figures/imports/${importId}/${what}`, {}, { version })).status).toBe(201)
}
const visit = async (path: string): Promise<string> => (await here.as('visitor').get(path)).text
const plain = (html: string): string => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')

const header = ['regio', 'gwb_code_10', 'gwb_code', 'a_inw', 'p_koopw', 'g_wozbag']
/** Made-up municipalities, and our own; one has no figure for owners. */
const towns = (owners: number) => kwbFile([
  ['Amersfoort', 'GM0307    ', 'GM0307', 158590, owners, 367],
  ...Array.from({ length: 12 }, (_, place) => [`Gemeente ${place}`, `GM10${place + 10}    `, `GM10${place + 10}`, 20_000 + 5 * place, place === 5 ? '.' : 30 + place, 200 + place] as const),
], header)

test('as long as no file of the country was taken in the page says so, and there is nothing to download', async () => {
  const page = await visit('/wijken/land')
  expect(plain(page)).toContain('Nog geen cijfers van het land')
  expect((await here.as('visitor').get('/wijken/land?cijfer=inhabitants')).status).toBe(404)
  expect((await here.as('visitor').get('/wijken/land/tabel.csv')).status).toBe(404)
})

test('[WIJ-11] a yearly file brings all municipalities; without boundaries the table stands alone and the page says why', async () => {
  const importId = await bring(towns(58), 'kwb.csv', 2022, 'Gemeenten')
  expect(plain(await visit('/wijken/land'))).toContain('Nog geen cijfers van het land') // not before somebody takes it in
  await decide(importId, 'application')
  const page = await visit('/wijken/land?cijfer=owner-occupied')
  for (const words of ['Koopwoningen in alle gemeenten', 'Van de gemeenten hebben we nog geen grenzen', 'Amersfoort (onze gemeente) 58%', 'Gemeente 0 30%', 'Gemeente 5 geen cijfer', 'Onze gemeente, Amersfoort: 58%. Van laag naar hoog de 12e van 12 gemeenten met een cijfer.', 'Bron: Centraal Bureau voor de Statistiek, Gemeenten.']) expect(plain(page)).toContain(words)
  expect(page).not.toMatch(/class="map[ "]| style=|<script(?![^>]*src=)/)
  expect((await here.as('visitor').get('/wijken/land/kaart.svg')).status).toBe(404)
  const csv = await here.as('visitor').get('/wijken/land/tabel.csv?cijfer=owner-occupied')
  expect(csv.text).toContain('GM0307;Amersfoort;58;2022;percent;Centraal Bureau voor de Statistiek;Gemeenten')
  expect(csv.text).toContain('GM1015;Gemeente 5;;2022;percent')
  for (const [address, status] of [['?cijfer=geluk', 404], ['?jaar=1990', 404], ['?jaar=straks', 400], ['?kleur=rood', 400]] as const) expect([address, (await here.as('visitor').get(`/wijken/land${address}`)).status]).toEqual([address, status])
  await decide(importId, 'withdrawal')
  expect(plain(await visit('/wijken/land'))).toContain('Nog geen cijfers van het land')
})

test('a change of figures shows at once, on the page and for a reader that kept the file', async () => {
  const first = await bring(towns(58), 'kwb.csv', 2022, 'Eerste')
  await decide(first, 'application')
  const { headers } = await here.as('visitor').get('/wijken/land/tabel.csv?cijfer=owner-occupied')
  const mark = headers.get('etag') ?? ''
  const again = () => here.app.request('/wijken/land/tabel.csv?cijfer=owner-occupied', { headers: { 'if-none-match': mark } })
  expect((await again()).status).toBe(304)
  const next = await bring(towns(61), 'kwb.csv', 2022, 'Tweede')
  await decide(next, 'application')
  expect((await again()).status).toBe(200)
  expect(plain(await visit('/wijken/land?cijfer=owner-occupied'))).toContain('Amersfoort (onze gemeente) 61%')
  await decide(next, 'withdrawal')
  expect((await again()).status).toBe(304)
  expect(plain(await visit('/wijken/land?cijfer=owner-occupied'))).toContain('Amersfoort (onze gemeente) 58%')
  await decide(first, 'withdrawal')
})

describe.skipIf(!realFiles)(`with real files${why}`, () => {
  test('[NFR-07] the whole country is one page of less than 300 KB, with every municipality on the map and in the table, ours marked', async () => {
    const rows = rowsOf(readTable(realFile('kwb2022-gemeenten.csv')))
    const figures = await bring(kwbFile(rows.map(([code, name, , , , people, , , , , , , value, owners]) => [String(name), String(code), String(code), String(people || '.'), String(owners || '.'), String(value || '.')]), header), 'kwb.csv', 2022, 'Kerncijfers')
    await decide(figures, 'application')
    const outlines = await bring(realFile('grenzen-gemeenten-2022.geojson'), 'grenzen.geojson', 2022, 'Grenzen')
    await decide(outlines, 'application')
    const page = await visit('/wijken/land?cijfer=home-value')
    expect(Buffer.byteLength(page)).toBeLessThan(300 * 1024)
    expect(Buffer.byteLength(page)).toBeGreaterThan(100 * 1024)
    expect([page.match(/class="map-area/g)?.length, page.match(/<th class="cell cell-name" role="rowheader"/g)?.length, page.match(/<path class="map-own"/g)?.length]).toEqual([rows.length + 5, rows.length, 1])
    expect(page).toMatch(/aria-label="Kaart van Nederland: Waarde van een woning, voor elke gemeente\. Laagst: [^"]+ Hoogst: Bloemendaal, €\s[^"]+ Onze gemeente, Amersfoort: €\s367\.000\. Alle cijfers staan ook in de tabel\."/)
    const svg = await here.as('visitor').get('/wijken/land/kaart.svg?cijfer=home-value')
    expect([svg.headers.get('content-type'), svg.text.startsWith('<svg'), svg.text.includes('<style>'), svg.text.includes('class="map-own"')]).toEqual(['image/svg+xml; charset=utf-8', true, true, true])
    await decide(outlines, 'withdrawal')
    expect(plain(await visit('/wijken/land?cijfer=home-value'))).toContain('Van de gemeenten hebben we nog geen grenzen')
    await decide(figures, 'withdrawal')
  })
})
