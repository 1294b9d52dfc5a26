import { cbsMeasures, healthMeasures, onlyIn } from './measures.ts'
import { columnFinder } from './candidates.ts'
import { codeIn, type Content } from './reading.ts'
import { invalidFile } from './wrong.ts'

/** Rows about our own areas and the country, and those about municipalities. The others are counted, and not kept. */
export function ownRows(content: Content, municipalityCode: string): { rows: Content['rows']; towns: Content['rows']; elsewhere: number } {
  const own = municipalityCode.slice(2)
  const [rows, towns]: [Content['rows'], Content['rows']] = [[], []]
  let about = 0
  for (let at = 0; at < content.lines.length; at++) {
    const code = codeIn(content.lines.code(at, content.code))
    if (code === undefined) continue
    about++
    const [ours, town] = [code === 'NL00' || (/^(GM|WK|BU)/.test(code) && code.slice(2, 6) === own), code.startsWith('GM')]
    if (!ours && !town) continue
    const row = content.lines.row(at)
    if (ours) rows.push(row)
    if (town) towns.push(row)
  }
  return { rows, towns, elsewhere: about - rows.length }
}

/**
 * Is this the file that it was said to be?
 *
 * @throws Refusal 400 a year that is still to come, or another year than its columns, its periods or its name; nothing about our municipality; no column that we know; an area twice
 */
export function checkContent(content: Content, rows: Content['rows'], said: { year: number; thisYear: number; fileName: string; municipality: string; municipalityCode: string }): void {
  const { year } = said
  if (content.shape !== 'table' && year > said.thisYear) throw invalidFile('year.to-come', { nl: 'Dit jaar moet nog komen.', en: 'This year is still to come.' }, 'year')
  if (content.year !== null && content.year !== year) throw invalidFile('year.other', { nl: `In het bestand staat ${content.year}, hier staat ${year}.`, en: `The file says ${content.year}, here it says ${year}.` }, 'year')
  const named = /(?:^|\D)(20\d{2})(?:\D|$)/.exec(said.fileName)?.[1]
  if (content.shape === 'cbs-kwb' && named && Number(named) !== year) throw invalidFile('year.other', { nl: `Het bestand heet "${said.fileName}", hier staat ${year}. Welk jaar is het?`, en: `The file is called "${said.fileName}", here it says ${year}. Which year is it?` }, 'year')
  const impossible = content.shape === 'cbs-kwb' ? onlyIn.find((it) => content.header.includes(it.column) && ((it.from !== undefined && year < it.from) || (it.until !== undefined && year > it.until))) : undefined
  if (impossible) {
    const { column, from, until } = impossible
    const detail = from === undefined ? { nl: `De kolom ${column} staat alleen in bestanden tot en met ${until}. Dit is niet het bestand van ${year}.`, en: `The column ${column} is only in files until ${until}. This is not the file of ${year}.` } : { nl: `De kolom ${column} staat alleen in bestanden vanaf ${from}. Dit is niet het bestand van ${year}.`, en: `The column ${column} is only in files from ${from}. This is not the file of ${year}.` }
    throw invalidFile('year.other', detail, 'year')
  }
  if (!rows.some((row) => codeIn(row[content.code]) !== 'NL00')) throw invalidFile('file.elsewhere', { nl: `Er staat geen enkel gebied van ${said.municipality} (${said.municipalityCode}) in dit bestand.`, en: `No area of ${said.municipality} (${said.municipalityCode}) is in this file.` })
  const codes = rows.map((row) => codeIn(row[content.code]) ?? '')
  const seen = new Set<string>()
  const twice = codes.find((code) => seen.has(code) || !seen.add(code))
  if (twice) throw invalidFile('file.area-twice', { nl: `Het gebied ${twice} staat er twee keer in. Kies in de bron één soort cijfer en één jaar.`, en: `The area ${twice} is in it twice. Choose one kind of figure and one year at the source.` })
  if (content.shape === 'table') return
  const at = columnFinder(content.header, true)
  const measures = content.shape === 'health' ? healthMeasures : cbsMeasures
  if (!measures.some(({ top }) => top.every((names) => at(names) >= 0))) throw invalidFile('file.no-columns', { nl: 'In dit bestand staat geen kolom die we kennen.', en: 'No column that we know is in this file.' })
}
