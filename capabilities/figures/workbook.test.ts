import exceljs from 'exceljs'
import { zipSync } from 'fflate'
import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Town, town } from '../../tests/support/town.ts'
import { candidatesIn } from './candidates.ts'
import { kwbFile, kwbHeader, kwbRows, realFile, realFiles, why } from './files.world.ts'
import { type Content, readFile } from './reading.ts'
import { readWorkbook } from './workbook.ts'

type Cells = readonly (readonly exceljs.CellValue[])[]
type Sheets = Readonly<Record<string, Cells>>
const bookOf = async (sheets: Sheets, change: (book: exceljs.Workbook) => void = () => undefined): Promise<Buffer> => {
  const book = new exceljs.Workbook()
  for (const [name, rows] of Object.entries(sheets)) book.addWorksheet(name).addRows(rows.map((row) => [...row]))
  change(book)
  return Buffer.from(await book.xlsx.writeBuffer())
}
// A number that a file prints is a number in the workbook too, as Excel stores it.
const stored = (cell: string | number): exceljs.CellValue => (typeof cell === 'string' && /^-?\d+(\.\d+)?$/.test(cell) ? Number(cell) : cell)
const kwbSheet: Cells = [kwbHeader, ...kwbRows.map((row) => row.map(stored))]
const table: Cells = [['code', 'Inwoners', 'prettig %', 'n'], ['WK030714', 7265, '48,5', 400], ['WK030713', 4470, 44.1, 300], ['GM0307', 158_590, '52,0', 5000]]

const refusalOf = async (bytes: Uint8Array, sheet?: string): Promise<string> => {
  const error = await readWorkbook(bytes, sheet).then(() => ({ errors: [{ code: 'nothing was refused', detail: '' }] }), (it: unknown) => it as { errors: { code: string; detail: { nl: string } }[] })
  return error.errors[0]?.code ?? String(error)
}

let here: Town
beforeAll(async () => {
  here = await town()
})
afterAll(() => here.close())
const bring = (bytes: Buffer, said: object = {}, name = 'kwb.xlsx') =>
  here.as('petra').json('/figures/imports', { file: { name, content: bytes.toString('base64') }, year: 2022, publisher: 'Centraal Bureau voor de Statistiek', edition: 'Kerncijfers wijken en buurten 2022', ...said })
type Shown = { importId: string; version: number; state: string; shape: string; plan: { counts: object; added: object[]; unknownAreas: object[]; refused: { area: string; column: string; raw: string; reason: string }[] } }
const brought = async (bytes: Buffer, said: object = {}, name?: string): Promise<Shown> => {
  const answer = await bring(bytes, said, name)
  expect(answer.text).toContain('importId')
  return (await here.as('petra').json(`/figures/imports/${(answer.json() as { importId: string }).importId}`)).json() as Shown
}

test('[WIJ-11] a yearly file as a workbook does what the same file as CSV does', async () => {
  const [book, csv] = [await brought(await bookOf({ KWB2022: kwbSheet })), await brought(kwbFile(kwbRows), {}, 'kwb.csv')]
  expect(book.shape).toBe('cbs-kwb')
  expect(book.plan.added.length).toBeGreaterThan(20)
  expect(book.plan).toEqual(csv.plan)
})

test('the sheet with figures is found behind an explanation, below its title, and beside a smaller table', async () => {
  const bytes = await bookOf({ Toelichting: [['Let op'], ['Zie bijvoorbeeld WK030714 hieronder']], Cijfers: [['Kerncijfers 2022'], [], ['Bron: CBS', 'voorlopig'], ...kwbSheet], Eigen: table })
  const content = await readWorkbook(bytes)
  expect([content.shape, content.header.slice(0, 3), content.rows.length]).toEqual(['cbs-kwb', ['ind_wbi', 'regio', 'gwb_code_10'], kwbRows.length])
})

test('a table of our own: numbers are taken as they are stored, texts as the mapping says', async () => {
  const before = await brought(await bookOf({ Monitor: table }), { publisher: 'GGD', edition: 'Monitor' }, 'monitor.xlsx')
  expect(before.state).toBe('mapping')
  await here.as('petra').post(`/wijken/beheer/bestanden/${before.importId}/kolom`, { column: 'prettig %', indicator: 'attached', group: 'n', decimals: 'comma' }, { version: before.version })
  const it = (await here.as('petra').json(`/figures/imports/${before.importId}`)).json() as Shown
  expect(it.plan.refused).toEqual([])
  expect((await here.as('petra').json(`/figures/imports/${it.importId}/application`, {}, { version: it.version })).status).toBe(201)
  const rows = await here.rows<{ slug: string; value: string; population: number }>("select a.slug, f.value::float8 as value, f.population from figures f join areas a on a.id = f.area_id join sources s on s.id = f.source_id where s.edition = 'Monitor' and f.population is not null order by 1")
  expect(rows.map(({ slug, value, population }) => [slug, Number(value), population])).toEqual([['amersfoort', 52, 5000], ['randenbroek', 48.5, 400], ['schuilenburg', 44.1, 300]])
})

test('formulas are what they came to; one without an outcome, one that failed and a date are refused with their reason', async () => {
  const share = kwbHeader.indexOf('p_koopw')
  const cells: exceljs.CellValue[] = ['', { formula: 'A1*1', result: 57 }, { formula: 'B9' } as exceljs.CellFormulaValue, { formula: '1/0', result: { error: '#DIV/0!' } as exceljs.CellErrorValue }, new Date('2022-05-01T00:00:00Z')]
  const it = await brought(await bookOf({ KWB: kwbSheet.map((row, line) => row.map((cell, at) => (at === share && line > 1 && line < 6 ? (cells[line - 1] ?? null) : cell))) }), { makeAreas: true, edition: 'formules' })
  expect(it.plan.refused.filter(({ column }) => column === 'p_koopw').map(({ area, reason }) => [area, reason])).toEqual([
    ['Randenbroek', 'Hier staat een formule zonder uitkomst. Open het bestand in Excel en bewaar het opnieuw.'],
    ['Schuilenburg', 'De formule in Excel liep fout.'],
    ['Liendert', 'Dit is een datum. Misschien maakte Excel die van een getal met een komma of punt.'],
  ])
})

test('what calculating with fractions leaves is nobody\u2019s figure', async () => {
  const { rows } = await readWorkbook(await bookOf({ A: [['code', 'p'], ['WK030714', 0.1 + 0.2]] }))
  expect(rows).toEqual([['WK030714', 0.3]])
})

test('several sheets with figures: somebody says which, and the names stand in the question', async () => {
  const bytes = await bookOf({ 2021: table, 2022: table.map((row) => row.slice(0, 3)) })
  expect(await refusalOf(bytes)).toBe('sheet.several')
  const asked = await bring(bytes)
  expect([asked.status, asked.text]).toEqual([400, expect.stringContaining('\\"2021\\", \\"2022\\"')])
  expect((await readWorkbook(bytes, ' 2022 ')).header).toHaveLength(3)
  expect(await refusalOf(bytes, '2023')).toBe('sheet.unknown')
})

test('hidden sheets are not read, and when the figures are there that is said', async () => {
  const hide = (name: string) => (book: exceljs.Workbook) => {
    const sheet = book.getWorksheet(name)
    if (sheet) sheet.state = 'veryHidden'
  }
  expect((await readWorkbook(await bookOf({ Oud: table, Nu: table.slice(0, 2) }, hide('Oud')))).rows).toHaveLength(1)
  expect(await refusalOf(await bookOf({ Oud: table, Nu: [['niets', 'hier']] }, hide('Oud')))).toBe('sheet.hidden')
  expect(await refusalOf(await bookOf({ Oud: table, Nu: table }, hide('Oud')), 'Oud')).toBe('sheet.unknown')
})

describe('a file that cannot be right is refused in words that say what to do', () => {
  test('codes that formulas should give, a column twice, no codes at all', async () => {
    expect(await refusalOf(await bookOf({ A: [['code', 'n'], ['WK030714', 1], [{ formula: 'X1' } as exceljs.CellFormulaValue, 2]] }))).toBe('file.code-without-outcome')
    expect(await refusalOf(await bookOf({ A: [['code', 'n', 'n'], ['WK030714', 1, 2]] }))).toBe('file.column-twice')
    expect(await refusalOf(await bookOf({ A: [['wijk', 'n'], ['Randenbroek', 1]] }))).toBe('file.no-codes')
  })

  test('no zip, half a zip, another kind of zip, XML with definitions of its own', async () => {
    const whole = await bookOf({ A: table })
    const evil = zipSync({ 'xl/worksheets/sheet1.xml': Buffer.from('<!DOCTYPE a [<!ENTITY b "c">]><worksheet>&b;</worksheet>') })
    for (const bytes of [Buffer.from('PK\u0003\u0004rest'), whole.subarray(0, whole.length / 2), Buffer.from(zipSync({ 'content.xml': Buffer.from('<a/>') })), Buffer.from(evil)]) expect(await refusalOf(bytes)).toBe('file.no-workbook')
    const old = await bring(Buffer.from('d0cf11e0a1b11ae1', 'hex'), {}, 'oud.xls')
    expect(old.text).toContain('Bewaar het in Excel als .xlsx zonder wachtwoord')
  })

  test('[NFR-07] a small file that unpacks to very much, and a file of 100 MB', async () => {
    const bomb = Buffer.from(zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(120 * 1024 * 1024) }))
    expect(bomb.length).toBeLessThan(1024 * 1024)
    const answer = await bring(bomb)
    expect([answer.status, answer.text]).toEqual([400, expect.stringContaining('Uitgepakt is dit bestand te groot (meer dan 100 MB)')])
    const large = await bring(Buffer.alloc(21 * 1024 * 1024, 'PK'))
    expect([large.status, large.text]).toEqual([400, expect.stringContaining('Dit bestand is te groot. Kies een bestand van hoogstens 20 MB.')])
    const said = await here.as('petra').json('/figures/imports', {}, { headers: { 'content-length': String(100 * 1024 * 1024) } })
    expect([said.status, said.text]).toEqual([413, expect.stringContaining('het bestand kleiner (hoogstens 20 MB)')])
    const page = await here.app.request('/wijken/beheer/inlezen', { method: 'POST', body: 'x', headers: { cookie: `schakelbord=${here.secretOf('petra')}`, origin: here.origin, 'content-type': 'multipart/form-data; boundary=x', 'content-length': String(100 * 1024 * 1024) } })
    expect([page.status, await page.text()]).toEqual([413, expect.stringMatching(/<h1[^>]*>Dit is te groot[\s\S]*hoogstens 20 MB/)])
  })
})

describe.skipIf(!realFiles)(`with real files${why}`, () => {
  test('[WIJ-11] all 3,125 districts of the real file give from a workbook the figures that they give from CSV', async () => {
    const bytes = realFile('kwb2022-wijken.csv')
    const lines = parse(bytes, { bom: true, delimiter: bytes.subarray(0, 200).toString().includes(';') ? ';' : ',' }) as string[][]
    const book = await readWorkbook(await bookOf({ wijken: lines.map((line) => line.map((cell) => (cell === '' ? null : stored(cell)))) }))
    const csv = readFile(bytes) as Content
    expect([book.rows.length, book.header, book.code]).toEqual([3125, csv.header, csv.code])
    const mapping = { columns: { population: { indicator: 'p' }, dwelling_ownership: { indicator: 'o' }, income_low: { indicator: 'i' } } }
    const units = [{ key: 'p', unit: 'number' as const }, { key: 'o', unit: 'percent' as const }, { key: 'i', unit: 'percent' as const }]
    expect(candidatesIn(book, mapping, units)).toEqual(candidatesIn(csv, mapping, units))
  })
})
