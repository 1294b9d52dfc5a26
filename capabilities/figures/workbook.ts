import { Refusal } from '../../platform/refusal.ts'
import { failTexts, type Sheet, sheetsOfWorkbook, Unreadable, type WorkbookCell } from '../exchange/index.ts'
import { noOutcome } from './refusals.ts'
import { codeIn, type Content, contentOfTable } from './reading.ts'
import { invalidFile } from './wrong.ts'

type Line = readonly (WorkbookCell | undefined)[]
/** A sheet with figures of areas: what is on it, or why that cannot be read. */
type Found = { name: string; content?: Content; refusal?: Refusal }

/** Is this a zip, as every workbook is? */
export const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b

const longest = 500
/** Excel keeps fifteen digits; what calculating with fractions leaves behind those is nobody's figure. */
const numberOf = (value: string): number => Number(Number(value).toPrecision(15))

/** A cell as the other files have it: what Excel made of it is said in front, so that it is refused with that reason. */
function cellOf(it: WorkbookCell | undefined): string | number | null {
  if (!it) return null
  if (it.kind === 'no-outcome') return noOutcome
  if (it.kind === 'number' && Number.isFinite(Number(it.value))) return numberOf(it.value)
  return it.value.slice(0, longest)
}

const letters = (at: number): string => (at < 26 ? '' : letters(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26))
const filled = (line: Line): number => new Set(line.flatMap((it) => it?.value || [])).size
const hasCode = (line: Line): boolean => line.some((it) => codeIn(it?.value) !== undefined)

/** Where the head stands: of the lines above the first code the one with most names, and of those the lowest. Above it there may be a title and notes. */
function headOf(lines: readonly Line[]): number {
  const first = lines.findIndex(hasCode)
  return lines.slice(0, Math.max(0, first)).reduce((best, line, at) => (filled(line) >= 2 && filled(line) >= filled(lines[best] ?? []) ? at : best), first > 0 && filled(lines[0] ?? []) >= 2 ? 0 : -1)
}

/** A sheet as a table; undefined when nothing on it is about an area. */
function tableOf(lines: readonly Line[]): Content | undefined {
  const head = headOf(lines)
  if (head < 0) return undefined
  const body = lines.slice(head + 1)
  const width = body.reduce((most, line) => Math.max(most, line.length), lines[head]?.length ?? 0)
  const columns = Array.from({ length: width }, (_, at) => at).filter((at) => lines[head]?.[at] !== undefined || body.some((line) => line[at] !== undefined))
  const header = columns.map((at) => lines[head]?.[at]?.value.replace(/\s+/g, ' ').slice(0, 200) ?? `kolom ${letters(at)}`)
  const twice = header.find((name, index) => header.indexOf(name) !== index)
  if (twice) throw invalidFile('file.column-twice', { nl: `De kolom "${twice}" staat er twee keer in.`, en: `The column "${twice}" is in it twice.` })
  const content = contentOfTable({ header, rows: body.map((line) => columns.map((at) => cellOf(line[at]))) })
  const unknown = body.flatMap((line) => (line[columns[content.code] ?? 0]?.kind === 'no-outcome' ? [line[columns[content.code] ?? 0]?.name ?? ''] : []))
  if (unknown.length > 0) throw invalidFile('file.code-without-outcome', { nl: `In de kolom met codes staan formules zonder uitkomst (${unknown.slice(0, 5).join(', ')}). Open het bestand in Excel, bewaar het opnieuw en kies het dan.`, en: `The column with codes has formulas without an outcome (${unknown.slice(0, 5).join(', ')}). Open the file in Excel, save it again, then choose it.` })
  return content
}

function lookedAt(name: string, lines: readonly Line[]): Found[] {
  try {
    const content = tableOf(lines)
    return content ? [{ name, content }] : []
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return error.errors.some(({ code }) => code === 'file.no-codes') ? [] : [{ name, refusal: error }]
  }
}

const named = (sheets: readonly { name: string }[]): string => sheets.map(({ name }) => `"${name}"`).join(', ')

/** The sheet that is meant: the one that was named, or else the only one with figures of areas, or among those the yearly file of the bureau. */
async function chosen(sheets: readonly Sheet[], asked: string | undefined): Promise<Content> {
  const shown = sheets.filter(({ hidden }) => !hidden)
  const meant = asked === undefined ? shown : shown.filter(({ name }) => name.trim().toLowerCase() === asked.trim().toLowerCase())
  if (meant.length === 0) throw invalidFile('sheet.unknown', { nl: `Er is geen zichtbaar werkblad "${asked ?? ''}". Wel: ${named(shown)}.`, en: `There is no visible sheet "${asked ?? ''}". There are: ${named(shown)}.` }, 'sheet')
  const found: Found[] = []
  for (const { name, lines } of meant) found.push(...lookedAt(name, await lines()))
  const [only, ...others] = found
  if (!only) throw await noneFound(meant, sheets)
  const yearly = found.filter(({ content }) => content?.shape === 'cbs-kwb')
  if (others.length > 0 && yearly.length !== 1) throw invalidFile('sheet.several', { nl: `Meer werkbladen hebben cijfers van gebieden: ${named(found)}. Zeg welk werkblad je bedoelt en kies het bestand opnieuw.`, en: `Several sheets have figures of areas: ${named(found)}. Say which sheet you mean and choose the file again.` }, 'sheet')
  const { content, refusal } = yearly[0] ?? only
  if (!content) throw refusal
  return content
}

async function noneFound(looked: readonly Sheet[], sheets: readonly Sheet[]) {
  for (const { hidden, name, lines } of sheets) {
    if (hidden && (await lines()).some(hasCode)) return invalidFile('sheet.hidden', { nl: `De cijfers staan op een verborgen werkblad ("${name}"). Dat lezen we niet: maak het in Excel zichtbaar en bewaar het bestand.`, en: `The figures are on a hidden sheet ("${name}"). That is not read: show it in Excel and save the file.` })
  }
  return invalidFile('file.no-codes', { nl: `Op ${named(looked) || 'geen enkel werkblad'} staat geen kop met daaronder CBS-codes van gebieden (zoals WK030714). Zonder codes weten we niet over welk gebied een regel gaat.`, en: `${named(looked) || 'No sheet'} has no head with codes of areas below it (such as WK030714). Without codes we do not know which area a line is about.` })
}

/**
 * Reads a workbook (.xlsx) of figures.
 *
 * @param asked  the name of a sheet, when somebody gave one
 * @throws Refusal 400 with what is wrong and what to do
 */
export async function readWorkbook(bytes: Uint8Array, asked?: string): Promise<Content> {
  try {
    return await chosen(sheetsOfWorkbook(bytes), asked)
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    if (error.reason === 'too-big') throw invalidFile('file.too-big', failTexts['too-big'])
    throw invalidFile('file.no-workbook', { nl: 'Dit is geen hele Excel-werkmap (.xlsx). Open het bestand in Excel, bewaar het als .xlsx zonder wachtwoord en kies het dan.', en: 'This is no complete Excel workbook (.xlsx). Open the file in Excel, save it as .xlsx without a password, then choose it.' })
  }
}
