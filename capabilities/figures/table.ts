import { parse } from 'csv-parse/sync'
import { type Cell, type Lines, linesOf, plainLines } from './plainLines.ts'
import { invalidFile } from './wrong.ts'

/** A table as a file holds it: names of columns without the spaces around them, and rows of cells. */
export type FileTable = { header: string[]; lines: Lines }

/** All rows of a table, taken apart. */
export const rowsOf = ({ lines }: Pick<FileTable, 'lines'>): Cell[][] => Array.from({ length: lines.length }, (_, at) => lines.row(at))

/** Bytes as text: UTF-8 with or without its mark, or else the old Western code page in which many municipal files still come. */
export function textOf(bytes: Uint8Array): string {
  checkText(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** @throws Refusal 400 an old workbook, or no text at all */
export function checkText(bytes: Uint8Array): void {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw invalidFile('file.old-excel', { nl: 'Dit is een oud Excel-bestand (.xls), of een met een wachtwoord. Bewaar het in Excel als .xlsx zonder wachtwoord en kies dat bestand.', en: 'This is an old Excel file (.xls), or one with a password. Save it in Excel as .xlsx without a password and choose that file.' })
  if (bytes.subarray(0, 4000).includes(0)) throw invalidFile('file.binary', { nl: 'Dit bestand is geen tekst. Kies een CSV-, Excel- (.xlsx), JSON- of GeoJSON-bestand.', en: 'This file is no text. Choose a CSV, Excel (.xlsx), JSON or GeoJSON file.' })
}

/** The sign between columns: the one that the first line has most of. */
const delimiterOf = (firstLine: string): string => [';', ',', '\t', '|'].map((sign) => ({ sign, count: firstLine.split(sign).length })).sort((one, other) => other.count - one.count)[0]?.sign ?? ';'

/**
 * Reads a table of which every row has as many cells as the head: a file that stops halfway is refused, not read for a part.
 *
 * @throws Refusal 400 nothing in it, two columns with one name, or rows of another length, with their numbers
 */
export function readTable(bytes: Uint8Array): FileTable {
  const first = textOf(bytes.subarray(0, firstEnd(bytes)))
  const delimiter = delimiterOf(first)
  const all = plainLines(bytes, delimiter) ?? linesOf(carefully(bytes, delimiter))
  const header = all.length === 0 ? [] : all.row(0).map((name) => String(name).trim())
  const lines: Lines = { length: Math.max(0, all.length - 1), width: (row) => all.width(row + 1), cell: (row, column) => all.cell(row + 1, column), code: (row, column) => all.code(row + 1, column), row: (row) => all.row(row + 1) }
  if (header.length < 2 || lines.length === 0) throw invalidFile('file.empty', { nl: 'Er staat geen tabel in dit bestand, of alleen een kop.', en: 'There is no table in this file, or only a head.' })
  const twice = header.find((name, index) => name !== '' && header.indexOf(name) !== index)
  if (twice) throw invalidFile('file.column-twice', { nl: `De kolom "${twice}" staat er twee keer in.`, en: `The column "${twice}" is in it twice.` })
  const uneven: number[] = []
  for (let row = 0; row < lines.length && uneven.length < 5; row++) if (lines.width(row) !== header.length) uneven.push(row + 2)
  if (uneven.length > 0) {
    const named = uneven.join(', ')
    throw invalidFile('file.uneven', { nl: `Niet alle regels hebben ${header.length} kolommen: regel ${named}. Is het bestand wel heel?`, en: `Not all lines have ${header.length} columns: line ${named}. Is the file complete?` })
  }
  return { header, lines }
}

/** Where the first line ends. */
const firstEnd = (bytes: Uint8Array): number => {
  const end = bytes.findIndex((byte) => byte === 10 || byte === 13)
  return end < 0 ? bytes.length : end
}

/** Sign by sign, for a table that is not plain. */
function carefully(bytes: Uint8Array, delimiter: string): string[][] {
  try {
    return parse(textOf(bytes).replace(/^\uFEFF/, ''), { delimiter, relax_column_count: true, skip_empty_lines: true, trim: false, relax_quotes: false }) as string[][]
  } catch {
    throw invalidFile('file.broken', { nl: 'Dit bestand is halverwege beschadigd: een aanhalingsteken gaat niet dicht. Download het opnieuw.', en: 'This file is damaged halfway: a quotation mark does not close. Download it again.' })
  }
}
