import { isUtf8 } from 'node:buffer'

export type Cell = string | number | null
/** Rows of a table, each of which can be counted and looked into without taking it apart: of a file for the whole country nearly all rows are somebody else's. */
export type Lines = { length: number; /** how many cells a row has */ width: (row: number) => number; cell: (row: number, column: number) => Cell; /** a cell that may be a code: letters of another alphabet come out wrong, and what is too long for a code is empty */ code: (row: number, column: number) => Cell; row: (row: number) => Cell[] }

/** Rows that were taken apart already. */
export function linesOf(rows: readonly Cell[][]): Lines {
  const cell = (row: number, column: number): Cell => rows[row]?.[column] ?? null
  return { length: rows.length, width: (row) => rows[row]?.length ?? 0, cell, code: cell, row: (row) => rows[row] ?? [] }
}

/** Where each row starts and ends, and how many cells it has. */
type Places = { starts: number[]; ends: number[]; widths: number[] }

/** Where a quoted cell ends, just past its quote; -1 when a line ends in it or it does not close. Numbers stand here as they are (34 is a quote), because every byte of a file passes. */
function pastQuotes(bytes: Uint8Array, from: number): number {
  for (let at = from + 1; at < bytes.length; at++) {
    const byte = bytes[at]!
    if (byte <= 34 && (byte === 34 || byte === 10 || byte === 13)) return byte === 34 ? at + 1 : -1
  }
  return -1
}

/** Walks the whole file once. */
function placesIn(bytes: Uint8Array, begin: number, sign: number): Places | undefined {
  const found: Places = { starts: [], ends: [], widths: [] }
  const size = bytes.length
  let both: boolean | undefined
  for (let at = begin; at < size; ) {
    const start = at
    let width = 1
    for (; at < size; at++, width++) {
      if (bytes[at] === 34) {
        at = pastQuotes(bytes, at)
        if (at < 0 || (at < size && bytes[at] !== sign && bytes[at] !== 10 && bytes[at] !== 13)) return undefined
      } else
        for (; at < size; at++) {
          const byte = bytes[at]!
          if (byte === 34) return undefined
          if (byte === sign || byte === 10 || byte === 13) break
        }
      if (at === size || bytes[at] !== sign) break
    }
    if (at > start) {
      found.starts.push(start)
      found.ends.push(at)
      found.widths.push(width)
    }
    if (at === size) break
    const pair = bytes[at] === 13
    if (pair && bytes[at + 1] !== 10) return undefined
    both ??= pair
    if (pair !== both) return undefined
    at += pair ? 2 : 1
  }
  return found
}

/** No code is longer, with the spaces that some files fill it up with. */
const longest = 60

/** Where the cell that starts here ends, in a file that was walked. */
function endOfCell(bytes: Uint8Array, from: number, sign: number): number {
  let at = bytes[from] === 34 ? pastQuotes(bytes, from) : from
  while (at < bytes.length && bytes[at] !== sign && bytes[at] !== 10 && bytes[at] !== 13) at++
  return at
}

/**
 * Rows of a table in which quotes only stand around whole cells, as nearly every file of figures has them. The file is walked once, byte by byte, and a cell becomes text
 * when somebody asks for it: of UTF-8 and of the old Western code page quotes, line ends and signs between columns are the same bytes.
 * Undefined for everything else (a quote or a line end inside a cell, line ends of two kinds), which a real reader must look at.
 */
export function plainLines(bytes: Uint8Array, delimiter: string): Lines | undefined {
  const sign = delimiter.charCodeAt(0)
  const places = placesIn(bytes, bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0, sign)
  if (!places) return undefined
  const { starts, ends, widths } = places
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const western = isUtf8(bytes) ? undefined : new TextDecoder('windows-1252')
  const between = (from: number, until: number): string => (western ? western.decode(bytes.subarray(from, until)) : buffer.toString('utf8', from, until))
  const text = (from: number, until: number): string => (bytes[from] === 34 && until > from ? between(from + 1, until - 1) : between(from, until))
  /** Where a cell starts; -1 when the row is shorter. */
  const startOf = (row: number, column: number): number => {
    let from = starts[row] ?? 0
    for (let skipped = 0; skipped < column; skipped++) {
      const end = endOfCell(bytes, from, sign)
      if (end >= (ends[row] ?? 0)) return -1
      from = end + 1
    }
    return from
  }
  const cell = (row: number, column: number): string | null => {
    const from = startOf(row, column)
    return from < 0 ? null : text(from, endOfCell(bytes, from, sign))
  }
  const code = (row: number, column: number): string => {
    const from = startOf(row, column)
    const end = from < 0 ? from : endOfCell(bytes, from, sign)
    return end - from > longest ? '' : bytes[from] === 34 ? buffer.toString('latin1', from + 1, end - 1) : buffer.toString('latin1', Math.max(0, from), Math.max(0, end))
  }
  const quoted = `"${delimiter}"`
  /** A row at once, when all its cells are quoted or none is; a quote only stands around a cell here, so what lies between two cells lies nowhere else. */
  const apart = (line: string, width: number): string[] | undefined => {
    const cells = line.startsWith('"') ? line.slice(1, -1).split(quoted) : line.split(delimiter)
    return cells.length === width && (line.startsWith('"') ? line.endsWith('"') : !line.includes('"')) ? cells : undefined
  }
  const row = (place: number): string[] => {
    const [start, last] = [starts[place] ?? 0, ends[place] ?? 0]
    const whole = apart(between(start, last), widths[place] ?? 0)
    if (whole) return whole
    const cells: string[] = []
    for (let from = start; ; ) {
      const end = endOfCell(bytes, from, sign)
      cells.push(text(from, end))
      if (end >= last) return cells
      from = end + 1
    }
  }
  return { length: starts.length, width: (place) => widths[place] ?? 0, cell, code, row }
}
