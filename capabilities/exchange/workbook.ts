import { SaxesParser } from 'saxes'
import { textOf } from './table.ts'
import { unzipped } from './unzip.ts'
import { Unreadable } from './unreadable.ts'

type Heard = { open?: (name: string, attributes: Readonly<Record<string, string>>) => void; text?: (text: string) => void; close?: (name: string) => void }

/** Reads XML piece by piece. Definitions of its own are refused, and nothing is fetched. @throws Unreadable */
export function heard(xml: string, { open, text, close }: Heard): void {
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
  parser.write(xml.replace(/^\uFEFF/, '')).close()
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
      if (name === 'xf' && listed) days.push(own.get(it.numFmtId ?? '') ?? (Number(it.numFmtId) >= 14 && Number(it.numFmtId) <= 17))
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

/** The lines of the first sheet that has any, in cells. A formula is what it came to, when that stands in the file; `empty` are the cells where it does not. @throws Unreadable */
export function linesOfWorkbook(bytes: Uint8Array): { lines: string[][]; empty: string[] } {
  const files = unzipped(bytes, (name) => /^xl\/(worksheets\/sheet\d+|sharedStrings|styles)\.xml$/i.test(name))
  const file = (name: string) => textOf(files.get(name) ?? new Uint8Array())
  const shared = files.has('xl/sharedStrings.xml') ? sharedTexts(file('xl/sharedStrings.xml')) : []
  const days = files.has('xl/styles.xml') ? dayStyles(file('xl/styles.xml')) : []
  const sheets = [...files.keys()].filter((name) => name.includes('/sheet')).toSorted((one, other) => Number(/\d+/.exec(one)?.[0]) - Number(/\d+/.exec(other)?.[0]))
  for (const sheet of sheets) {
    const lines: string[][] = []
    const empty: string[] = []
    let cell = { at: 0, name: '', type: '', day: false, value: '', computed: false }
    let inside = false
    heard(file(sheet), {
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
        if (cell.computed && (cell.value === '' || cell.type === 'e')) empty.push(cell.name)
        while (line.length < cell.at) line.push('')
        line[cell.at] = (cell.type === 's' ? (shared[Number(cell.value)] ?? '') : cell.type === 'e' ? '' : cell.day && cell.type === '' ? dayOf(cell.value) : cell.value).trim()
      },
    })
    const filled = lines.filter((line) => line.some((value) => value !== ''))
    if (filled.length > 0) return { lines: filled, empty }
  }
  throw new Unreadable('not-sheet')
}
