import { type Cell, type Lines, linesOf } from './plainLines.ts'
import { checkText, type FileTable, readTable, rowsOf, textOf } from './table.ts'
import { invalidFile } from './wrong.ts'

export type Shape = 'cbs-kwb' | 'cbs-odata' | 'health' | 'table' | 'boundaries'
/** What a file holds, before anything is made of it: columns with the names they have in the file, and one row for each area. */
export type Content = { shape: Exclude<Shape, 'boundaries'>; header: string[]; lines: Lines; /** the same rows, taken apart when somebody asks */ readonly rows: Cell[][]; /** where the code of the area stands */ code: number; name: number | null; /** when the file says so itself */ year: number | null }
/** Areas with their outline, in degrees. */
export type BoundaryContent = { shape: 'boundaries'; features: readonly unknown[]; degrees: boolean }

const codeForm = /^(NL00|PV\d{2}|GM\d{4}|WK\d{4}[0-9A-Z]{2}|BU\d{4}[0-9A-Z]{4})$/
/** The code of an area as files write it, with spaces behind it; undefined when it is none. */
export const codeIn = (raw: unknown): string | undefined => {
  const text = String(raw ?? '').trim()
  return codeForm.test(text) ? text : undefined
}

const codeColumns = ['gwb_code_10', 'gwb_code', 'codering', 'codering_3', 'wijkenenbuurten', 'statcode']
/** The column with codes: by its name, or else the one in which most cells are codes. */
function codeColumnOf({ header, lines }: FileTable): number {
  const size = Math.min(200, lines.length)
  const share = (column: number): number => Array.from({ length: size }, (_, at) => codeIn(lines.cell(at, column))).filter((code) => code !== undefined).length / Math.max(1, size)
  const named = codeColumns.map((name) => header.findIndex((it) => it.toLowerCase() === name)).find((column) => column >= 0 && share(column) > 0.5)
  if (named !== undefined) return named
  const best = header.map((_, column) => ({ column, share: share(column) })).sort((one, other) => other.share - one.share)[0]
  if (!best || best.share < 0.5) throw invalidFile('file.no-codes', { nl: 'Er is geen kolom met CBS-codes van gebieden (zoals WK030714). Zonder codes weten we niet over welk gebied een regel gaat.', en: 'There is no column with codes of areas (such as WK030714). Without codes we do not know which area a line is about.' })
  return best.column
}

const nameColumnOf = (header: readonly string[]): number | null => {
  const found = header.findIndex((it) => /^(regio|name|naam|statnaam|gebied|wijken en buurten)$/i.test(it))
  return found < 0 ? null : found
}

/** The year that a column of periods gives, when it is the same on every line ("2022", "2022JJ00"). */
function yearOf({ header, lines }: FileTable): number | null {
  const column = header.findIndex((it) => /^(perioden|periode|jaar|year)$/i.test(it))
  if (column < 0) return null
  const years = new Set(Array.from({ length: lines.length }, (_, at) => /^(\d{4})(JJ00)?$/.exec(String(lines.cell(at, column) ?? '').trim())?.[1]))
  if (years.size > 1) throw invalidFile('file.several-years', { nl: 'In dit bestand staan cijfers van meer jaren. Kies in de bron één jaar en download het opnieuw.', en: 'This file has figures of several years. Choose one year at the source and download it again.' })
  const [year] = years
  return year ? Number(year) : null
}

type Table = { header: string[]; rows: Cell[][] }

function contentOf(table: FileTable, shape: Content['shape']): Content {
  return { header: table.header, lines: table.lines, get rows() { return rowsOf(table) }, shape, code: codeColumnOf(table), name: nameColumnOf(table.header), year: yearOf(table) }
}

const apart = ({ header, rows }: Table): FileTable => ({ header, lines: linesOf(rows) })

/** What a table holds, by the names of its columns. @throws Refusal 400 no column with codes, or several years */
export const contentOfTable = (table: Table): Content => contentOfLines(apart(table))

const contentOfLines = (table: FileTable): Content => contentOf(table, isKwb(table.header) ? 'cbs-kwb' : 'table')

const isKwb = (header: readonly string[]): boolean => header.includes('gwb_code') && header.includes('a_inw')

type Json = Record<string, unknown>
const isObject = (it: unknown): it is Json => typeof it === 'object' && it !== null && !Array.isArray(it)

/** Observations of OData 4 (one line for each area and measure) as a table with a column for each measure. */
function pivoted(lines: readonly Json[]): Table {
  const measures = [...new Set(lines.map((it) => String(it.Measure).trim()))]
  const header = ['WijkenEnBuurten', ...measures, 'Perioden'].slice(0, lines[0]?.Perioden === undefined ? -1 : undefined)
  const places = new Map(measures.map((measure, index) => [measure, index + 1]))
  const rows = new Map<string, Cell[]>()
  for (const it of lines) {
    const region = String(it.WijkenEnBuurten)
    const row = rows.get(region) ?? [region, ...measures.map(() => null)]
    row[places.get(String(it.Measure).trim()) ?? 0] = (it.Value ?? it.StringValue ?? null) as string | number | null
    if (it.Perioden !== undefined) row[measures.length + 1] = String(it.Perioden)
    rows.set(region, row)
  }
  return { header, rows: [...rows.values()] }
}

function readJson(text: string): Content | BoundaryContent {
  let json: unknown
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    throw invalidFile('file.broken-json', { nl: 'Dit bestand is niet heel: de JSON houdt halverwege op. Download het opnieuw.', en: 'This file is not complete: the JSON stops halfway. Download it again.' })
  }
  if (isObject(json) && json.type === 'FeatureCollection' && Array.isArray(json.features)) return { shape: 'boundaries', features: json.features, degrees: !/28992/.test(JSON.stringify(json.crs ?? '')) }
  const pages = Array.isArray(json) && json.every((it) => isObject(it) && Array.isArray(it.value)) ? (json as Json[]) : isObject(json) && Array.isArray(json.value) ? [json] : undefined
  if (!pages) throw invalidFile('file.unknown-json', { nl: 'Dit is geen bladzijde van OData en geen GeoJSON.', en: 'This is no page of OData and no GeoJSON.' })
  const last = pages.at(-1)
  if (last && ('odata.nextLink' in last || '@odata.nextLink' in last)) throw invalidFile('file.more-pages', { nl: 'Dit is niet alles: de bron heeft nog meer bladzijden. Zet alle bladzijden in één lijst ([{…}, {…}]) en kies dat bestand.', en: 'This is not all: the source has more pages. Put all pages in one list ([{…}, {…}]) and choose that file.' })
  const lines = pages.flatMap((it) => it.value as unknown[]).filter(isObject)
  if (lines.length === 0) throw invalidFile('file.empty', { nl: 'Er staan geen cijfers in dit bestand.', en: 'There are no figures in this file.' })
  if (lines[0] && 'Measure' in lines[0]) return contentOf(apart(pivoted(lines)), 'cbs-odata')
  const header = Object.keys(lines[0] ?? {})
  const table = { header, rows: lines.map((it) => header.map((name) => (it[name] ?? null) as string | number | null)) }
  const margins = header.indexOf('Marges')
  const ages = header.indexOf('Leeftijd')
  // of the health table: the value itself, not the ends of its margin, and all adults
  const rows = table.rows.filter((row) => (margins < 0 || String(row[margins]).trim() === 'MW00000') && (ages < 0 || String(row[ages]).trim() === '20300'))
  const health = header.some((it) => /^ErvarenGezondheid|^Eenzaam_/.test(it))
  return contentOf(apart({ header, rows }), health ? 'health' : 'cbs-odata')
}

/** Reads a file, whatever it is. @throws Refusal 400 with what is wrong and what to do */
export function readFile(bytes: Uint8Array): Content | BoundaryContent {
  checkText(bytes)
  if (/^\s*[[{]/.test(new TextDecoder().decode(bytes.subarray(0, 200)))) return readJson(textOf(bytes))
  return contentOfLines(readTable(bytes))
}
