import { isUtf8 } from 'node:buffer'

export type Cell = string | number | null
/** Rows of a table, each of which can be counted and looked into without taking it apart: of a file for the whole country nearly all rows are somebody else's. */
export type Lines = { length: number; /** how many cells a row has */ width: (row: number) => number; cell: (row: number, column: number) => Cell; row: (row: number) => Cell[] }

/** Rows that were taken apart already. */
export const linesOf = (rows: readonly Cell[][]): Lines => ({ length: rows.length, width: (row) => rows[row]?.length ?? 0, cell: (row, column) => rows[row]?.[column] ?? null, row: (row) => rows[row] ?? [] })

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
  const cell = (row: number, column: number): string | null => {
    let from = starts[row] ?? 0
    for (let skipped = 0; skipped < column; skipped++) {
      const end = endOfCell(bytes, from, sign)
      if (end >= (ends[row] ?? 0)) return null
      from = end + 1
    }
    return text(from, endOfCell(bytes, from, sign))
  }
  const row = (place: number): string[] => {
    const cells: string[] = []
    for (let from = starts[place] ?? 0; ; ) {
      const end = endOfCell(bytes, from, sign)
      cells.push(text(from, end))
      if (end >= (ends[place] ?? 0)) return cells
      from = end + 1
    }
  }
  return { length: starts.length, width: (place) => widths[place] ?? 0, cell, row }
}
