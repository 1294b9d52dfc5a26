import { setImmediate } from 'node:timers/promises'
import { SaxesParser } from 'saxes'
import { textOf } from './table.ts'
import { Unreadable } from './unreadable.ts'
import { unzipped } from './unzip.ts'

type Heard = { open?: (name: string, attributes: Readonly<Record<string, string>>) => void; text?: (text: string) => void; close?: (name: string) => void }

function listening({ open, text, close }: Heard): SaxesParser {
  const parser = new SaxesParser({ fragment: false })
  parser.on('doctype', () => {
    throw new Unreadable('unsafe-xml')
  })
  parser.on('opentag', ({ name, attributes }) => open?.(name.replace(/^.*:/, ''), attributes as Record<string, string>))
  parser.on('text', (words) => text?.(words))
  parser.on('cdata', (words) => text?.(words))
  parser.on('closetag', ({ name }) => close?.(name.replace(/^.*:/, '')))
  parser.on('error', () => {
    throw new Unreadable('not-xml')
  })
  return parser
}

const unmarked = (xml: string): string => xml.replace(/^\uFEFF/, '')

/** Reads XML. Definitions of its own are refused, and nothing is fetched. @throws Unreadable */
export function heard(xml: string, heards: Heard): void {
  listening(heards).write(unmarked(xml)).close()
}

const piece = 512 * 1024
/** The same, a piece at a time, so that others are answered meanwhile. @throws Unreadable */
export async function heardInPieces(xml: string, heards: Heard): Promise<void> {
  const parser = listening(heards)
  const text = unmarked(xml)
  for (let at = 0; at < text.length; at += piece) {
    parser.write(text.slice(at, at + piece))
    await setImmediate()
  }
  parser.close()
}

/** Texts that cells point at, without how they are to be read aloud. */
function sharedTexts(xml: string): string[] {
  const texts: string[] = []
  let [inside, aloud] = [false, false]
  heard(xml, {
    open: (name) => {
      if (name === 'si') texts.push('')
      if (name === 't') inside = true
      if (name === 'rPh') aloud = true
    },
    text: (words) => {
      if (inside && !aloud) texts[texts.length - 1] += words
    },
    close: (name) => {
      if (name === 't') inside = false
      if (name === 'rPh') aloud = false
    },
  })
  return texts
}

/** Which looks of cells are days. */
function dayStyles(xml: string): boolean[] {
  const own = new Map<string, boolean>()
  const days: boolean[] = []
  let listed = false
  heard(xml, {
    open: (name, it) => {
      if (name === 'numFmt') own.set(it.numFmtId ?? '', /[dy]/i.test((it.formatCode ?? '').replace(/"[^"]*"|\[[^\]]*\]|\\./g, '')))
      if (name === 'cellXfs') listed = true
      if (name === 'xf' && listed) days.push(own.get(it.numFmtId ?? '') ?? [14, 15, 16, 17, 22].includes(Number(it.numFmtId)))
    },
    close: (name) => {
      if (name === 'cellXfs') listed = false
    },
  })
  return days
}

const placeOf = (cell: string): number => [...cell.replace(/\d+$/, '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
// Day 25569 of a spreadsheet is 1 January 1970.
const dayOf = (value: string): string => (Number(value) > 0 && Number(value) < 2_958_466 ? new Date((Math.floor(Number(value)) - 25_569) * 86_400_000).toISOString().slice(0, 10) : value)
const mostColumns = 500

/** A cell as it is stored. `no-outcome` is a formula that nobody let compute; of an error the value is its name. */
export type WorkbookCell = { name: string; kind: 'text' | 'number' | 'day' | 'truth' | 'error' | 'no-outcome'; value: string }
/** One sheet of a workbook. Its lines are read when they are asked for; a cell that is not there is undefined, and a line without any is left out. */
export type Sheet = { name: string; hidden: boolean; lines: () => Promise<(WorkbookCell | undefined)[][]> }

const kinds: Readonly<Record<string, WorkbookCell['kind']>> = { s: 'text', str: 'text', inlineStr: 'text', b: 'truth', e: 'error', d: 'day' }

async function linesOfSheet(xml: string, shared: readonly string[], days: readonly boolean[]): Promise<(WorkbookCell | undefined)[][]> {
  const lines: (WorkbookCell | undefined)[][] = []
  let cell = { at: 0, name: '', type: '', day: false, value: '', computed: false }
  let inside = false
  await heardInPieces(xml, {
    open: (name, it) => {
      if (name === 'row') lines.push([])
      if (name === 'c') cell = { at: it.r ? placeOf(it.r) : (lines.at(-1)?.length ?? 0), type: it.t ?? '', name: it.r ?? '', day: days[Number(it.s ?? -1)] ?? false, value: '', computed: false }
      if (name === 'f') cell.computed = true
      inside = name === 'v' || name === 't'
    },
    text: (words) => {
      if (inside) cell.value += words
    },
    close: (name) => {
      inside = false
      const line = lines.at(-1)
      if (name !== 'c' || !line || cell.at < 0 || cell.at >= mostColumns) return
      while (line.length < cell.at) line.push(undefined)
      const day = cell.day && (cell.type === '' || cell.type === 'n')
      const value = (cell.type === 's' ? (shared[Number(cell.value)] ?? '') : day ? dayOf(cell.value) : cell.value).trim()
      const kind = cell.computed && cell.value === '' ? 'no-outcome' : day ? 'day' : (kinds[cell.type] ?? 'number')
      line[cell.at] = value === '' && kind !== 'no-outcome' ? undefined : { name: cell.name, kind, value }
    },
  })
  return lines.filter((line) => line.some((it) => it !== undefined))
}

/** Sheets as the workbook lists them, with the file that each lies in. */
function listed(files: ReadonlyMap<string, Uint8Array>): { name: string; hidden: boolean; file: string }[] {
  const targets = new Map<string, string>()
  const sheets: { name: string; hidden: boolean; file: string }[] = []
  const [book, relations] = [files.get('xl/workbook.xml'), files.get('xl/_rels/workbook.xml.rels')]
  if (relations) heard(textOf(relations), { open: (name, it) => void (name === 'Relationship' && targets.set(it.Id ?? '', `xl/${(it.Target ?? '').replace(/^\/xl\//, '')}`)) })
  if (book)
    heard(textOf(book), {
      open: (name, it) => {
        const id = Object.entries(it).find(([key]) => /^(.*:)?id$/.test(key))?.[1] ?? ''
        if (name === 'sheet') sheets.push({ name: it.name ?? '', hidden: /hidden$/i.test(it.state ?? ''), file: targets.get(id) ?? '' })
      },
    })
  const known = sheets.filter(({ file }) => files.has(file))
  const number = (file: string): number => Number(/\d+/.exec(file)?.[0] ?? 0)
  return known.length > 0 ? known : [...files.keys()].filter((file) => file.includes('/worksheets/')).toSorted((one, other) => number(one) - number(other)).map((file, index) => ({ name: `Blad${index + 1}`, hidden: false, file }))
}

/** The sheets of a workbook (.xlsx), in its own order. @throws Unreadable it is no zip, no workbook, or unpacked too big */
export function sheetsOfWorkbook(bytes: Uint8Array): Sheet[] {
  const files = unzipped(bytes, (name) => /^xl\/(worksheets\/[^/]+|sharedStrings|styles|workbook|_rels\/workbook\.xml)\.(xml|rels)$/i.test(name))
  const file = (name: string) => textOf(files.get(name) ?? new Uint8Array())
  const sheets = listed(files)
  if (sheets.length === 0) throw new Unreadable('not-sheet')
  const shared = files.has('xl/sharedStrings.xml') ? sharedTexts(file('xl/sharedStrings.xml')) : []
  const days = files.has('xl/styles.xml') ? dayStyles(file('xl/styles.xml')) : []
  return sheets.map(({ name, hidden, file: place }) => ({ name, hidden, lines: () => linesOfSheet(file(place), shared, days) }))
}

/** The lines of the first sheet that has any, in cells; hidden ones come last. A formula is what it came to, when that stands in the file; `empty` are the cells where it does not. @throws Unreadable */
export async function linesOfWorkbook(bytes: Uint8Array): Promise<{ lines: string[][]; empty: string[] }> {
  for (const sheet of sheetsOfWorkbook(bytes).toSorted((one, other) => Number(one.hidden) - Number(other.hidden))) {
    const lines = await sheet.lines()
    const nothing = (it: WorkbookCell | undefined): boolean => it?.kind === 'no-outcome' || it?.kind === 'error'
    const filled = lines.filter((line) => line.some((it) => it && !nothing(it)))
    if (filled.length > 0) return { lines: filled.map((line) => line.map((it) => (it && !nothing(it) ? it.value : ''))), empty: lines.flat().flatMap((it) => (it && nothing(it) ? [it.name] : [])) }
  }
  throw new Unreadable('not-sheet')
}
