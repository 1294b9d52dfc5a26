import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainLines } from './plainLines.ts'

/** All rows, taken apart; looking into one cell gives the same. */
function plainRows(text: string, delimiter: string): unknown[][] | undefined {
  const lines = plainLines(Buffer.from(text), delimiter)
  if (!lines) return undefined
  const rows = Array.from({ length: lines.length }, (_, at) => lines.row(at))
  expect(rows.map((_, at) => lines.width(at))).toEqual(rows.map((row) => row.length))
  expect(rows.map((row, at) => row.map((_, column) => lines.cell(at, column)))).toEqual(rows)
  for (const [at, row] of rows.entries()) for (const [column, cell] of row.entries()) if (/^[ -~]*$/.test(String(cell))) expect(lines.code(at, column)).toBe(cell)
  return rows
}

const reader = (text: string, delimiter: string): string[][] | 'broken' => {
  try {
    return parse(text, { delimiter, relax_column_count: true, skip_empty_lines: true, trim: false, relax_quotes: false }) as string[][]
  } catch {
    return 'broken'
  }
}

test('a table with quotes around whole cells, or none, is read as it stands', () => {
  expect(plainRows('a;b\n1;"2;3"\n', ';')).toEqual([['a', 'b'], ['1', '2;3']])
  expect(plainRows('a;b\r\n"1";""\r\n\r\n;2', ';')).toEqual([['a', 'b'], ['1', ''], ['', '2']])
  expect(plainRows('"a";"b";"c"\n";";"";" ;"\n"1";2;";"\n";";2;"3"\n', ';')).toEqual([['a', 'b', 'c'], [';', '', ' ;'], ['1', '2', ';'], [';', '2', '3']])
  for (const hard of ['a;b\n"1""2";3\n', 'a;b\n1"2;3\n', 'a;b\n"1\n2";3\n', 'a;b\r\n1;2\n3;4\r\n', 'a;b\n1;2\r', 'a;b\n"1"2;3\n', 'a;b\n"1;2\n']) expect([hard, plainRows(hard, ';')]).toEqual([hard, undefined])
})

test('a file in the old Western code page, or with a mark in front, is read the same', () => {
  expect(plainLines(Buffer.from('"caf\xe9";2\n', 'latin1'), ';')?.row(0)).toEqual(['café', '2'])
  expect(plainLines(Buffer.from('\uFEFFcafé;2\n'), ';')?.row(0)).toEqual(['café', '2'])
  expect(plainLines(Buffer.from('a;b\n1\n'), ';')?.cell(1, 1)).toBe(null)
  expect(['WK030714', 'x'.repeat(80), ''].map((code) => plainLines(Buffer.from(`a;"${code}"\n`), ';')?.code(0, 1))).toEqual(['WK030714', '', ''])
  expect(plainLines(Buffer.from('a;b\n1\n'), ';')?.code(1, 1)).toBe('')
})

test('property: what is read without the real reader is what the real reader reads, and what that refuses is never read', () => {
  const cell = fc.oneof({ weight: 6, arbitrary: fc.string({ unit: fc.constantFrom('a', '1', '.', ' ', 'é'), maxLength: 4 }) }, fc.string({ unit: fc.constantFrom('"', ';', '\r', '\n', 'a', ','), maxLength: 3 }))
  const written = fc.tuple(cell, fc.boolean()).map(([text, quoted]) => (quoted ? `"${text}"` : text))
  const table = fc.tuple(fc.array(fc.array(written, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }), fc.constantFrom('\n', '\r\n'), fc.boolean()).map(([rows, end, last]) => rows.map((row) => row.join(';')).join(end) + (last ? end : ''))
  let read = 0
  fc.assert(fc.property(table, (text) => {
    const found = plainRows(text, ';')
    if (!found) return
    read++
    expect(found).toEqual(reader(text, ';'))
  }), { numRuns: 3000 })
  expect(read).toBeGreaterThan(300)
})
