import { parse } from 'csv-parse/sync'
import { plainRows } from './plainRows.ts'
import { invalidFile } from './wrong.ts'

/** A table as a file holds it: names of columns without the spaces around them, and rows of cells. */
export type FileTable = { header: string[]; rows: string[][] }

/** Bytes as text: UTF-8 with or without its mark, or else the old Western code page in which many municipal files still come. */
export function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xd0 && bytes[1] === 0xcf) throw invalidFile('file.old-excel', { nl: 'Dit is een oud Excel-bestand (.xls), of een met een wachtwoord. Bewaar het in Excel als .xlsx zonder wachtwoord en kies dat bestand.', en: 'This is an old Excel file (.xls), or one with a password. Save it in Excel as .xlsx without a password and choose that file.' })
  if (bytes.subarray(0, 4000).includes(0)) throw invalidFile('file.binary', { nl: 'Dit bestand is geen tekst. Kies een CSV-, Excel- (.xlsx), JSON- of GeoJSON-bestand.', en: 'This file is no text. Choose a CSV, Excel (.xlsx), JSON or GeoJSON file.' })
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

/** The sign between columns: the one that the first line has most of. */
const delimiterOf = (firstLine: string): string => [';', ',', '\t', '|'].map((sign) => ({ sign, count: firstLine.split(sign).length })).sort((one, other) => other.count - one.count)[0]?.sign ?? ';'

/**
 * Reads a table of which every row has as many cells as the head: a file that stops halfway is refused, not read for a part.
 *
 * @throws Refusal 400 nothing in it, two columns with one name, or rows of another length, with their numbers
 */
export function readTable(text: string): FileTable {
  const bare = text.replace(/^\uFEFF/, '')
  const delimiter = delimiterOf(bare.slice(0, bare.search(/[\r\n]|$/)))
  let rows: string[][]
  try {
    rows = plainRows(bare, delimiter) ?? (parse(bare, { delimiter, relax_column_count: true, skip_empty_lines: true, trim: false, relax_quotes: false }) as string[][])
  } catch {
    throw invalidFile('file.broken', { nl: 'Dit bestand is halverwege beschadigd: een aanhalingsteken gaat niet dicht. Download het opnieuw.', en: 'This file is damaged halfway: a quotation mark does not close. Download it again.' })
  }
  const header = (rows.shift() ?? []).map((name) => name.trim())
  if (header.length < 2 || rows.length === 0) throw invalidFile('file.empty', { nl: 'Er staat geen tabel in dit bestand, of alleen een kop.', en: 'There is no table in this file, or only a head.' })
  const twice = header.find((name, index) => name !== '' && header.indexOf(name) !== index)
  if (twice) throw invalidFile('file.column-twice', { nl: `De kolom "${twice}" staat er twee keer in.`, en: `The column "${twice}" is in it twice.` })
  const uneven = rows.flatMap((row, index) => (row.length === header.length ? [] : [index + 2]))
  if (uneven.length > 0) {
    const lines = uneven.slice(0, 5).join(', ')
    throw invalidFile('file.uneven', { nl: `Niet alle regels hebben ${header.length} kolommen: regel ${lines}. Is het bestand wel heel?`, en: `Not all lines have ${header.length} columns: line ${lines}. Is the file complete?` })
  }
  return { header, rows }
}
