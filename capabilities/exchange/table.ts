import { Readable } from 'node:stream'
import { parse } from 'csv-parse'
import type { TableField } from './columnsOf.ts'
import type { SourceRecord } from './record.ts'
import { Unreadable } from './unreadable.ts'

// Of text in these parts the one half of each pair of bytes is nothing, most of the time.
const pairs = (bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined => {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  const [first, second] = [0, 1].map((half) => bytes.subarray(0, 2000).filter((byte, at) => at % 2 === half && byte === 0).length) as [number, number]
  const most = Math.min(bytes.length, 2000) / 4
  return second > most && first === 0 ? 'utf-16le' : first > most && second === 0 ? 'utf-16be' : undefined
}

/** The text of a file: UTF-8 or UTF-16, with or without a mark, and otherwise the code page of old spreadsheets. */
export function textOf(bytes: Uint8Array): string {
  const wide = pairs(bytes)
  if (wide) return new TextDecoder(wide).decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

const separatorOf = (text: string): string => {
  const first = text.slice(0, 20_000).split(/\r?\n/, 1)[0] ?? ''
  return [';', '\t', ','].toSorted((one, other) => first.split(other).length - first.split(one).length)[0] ?? ';'
}

const chunk = 256 * 1024
function* chunks(text: string) {
  for (let at = 0; at < text.length; at += chunk) yield text.slice(at, at + chunk)
}

// A mark in front that says "this is text", as our own lists have it, belongs to the cell and not to what it says.
const unmarked = (cell: string): string => (/^'[\s\u00A0]*[=+\-@\t\r\n＝＋－＠]/.test(cell) ? cell.slice(1) : cell)

/** The lines of a list in cells, read piece by piece so that others are answered meanwhile. @throws Unreadable */
export async function linesOf(text: string): Promise<string[][]> {
  const lines: string[][] = []
  const parser = Readable.from(chunks(text.replace(/^\uFEFF/, ''))).pipe(parse({ delimiter: separatorOf(text), relax_column_count: true, skip_empty_lines: true, relax_quotes: true, trim: true }))
  try {
    for await (const line of parser as AsyncIterable<string[]>) lines.push(line.map(unmarked))
  } catch {
    throw new Unreadable('not-table')
  }
  return lines
}

/** What the lines of a list with a service on each bring, given which column is which field. */
export function recordsOfTable(lines: readonly (readonly string[])[], columns: readonly (TableField | undefined)[]): SourceRecord[] {
  const records = new Map<string, SourceRecord>()
  const organizations = new Set<string>()
  for (const [index, line] of lines.entries()) {
    const cell: Partial<Record<TableField, string>> = {}
    for (const [at, field] of columns.entries()) if (field && (line[at] ?? '') !== '') cell[field] = line[at]
    if (Object.keys(cell).length === 0) continue
    const path = `regel ${index + 2}`
    const { id, organization = '', phone, address_1, postal_code, city, latitude, longitude, schakelbord_masked, ...own } = cell
    const identifier = id ?? `${organization} ${own.name ?? ''}`.trim()
    const keep = (it: SourceRecord) => {
      // Two lines with one number: the check tells them apart, so the second is kept beside the first.
      const key = `${it.entity} ${it.identifier}`
      records.set(records.has(key) ? `${key} ${path}` : key, it)
    }
    if (organization && !organizations.has(organization)) {
      organizations.add(organization)
      keep({ entity: 'organization', identifier: organization, path, fields: { name: organization } })
    }
    keep({ entity: 'service', identifier, path, fields: { ...own, ...(organization && { organization_id: organization }) } })
    if (phone) keep({ entity: 'phone', identifier: `${identifier} ${phone}`, path, fields: { number: phone, service_id: identifier } })
    if (address_1 || (latitude && longitude)) {
      const secret = schakelbord_masked !== undefined && { schakelbord_masked }
      const isSecret = /^(ja|true|yes|1)$/i.test(schakelbord_masked ?? '') // its address is no name for it
      keep({ entity: 'location', identifier: `${identifier} plaats`, path, fields: { name: isSecret ? own.name : (address_1 ?? own.name), ...secret, ...(latitude && longitude && { latitude, longitude }), ...(organization && { organization_id: organization }) } })
      keep({ entity: 'service_at_location', identifier: `${identifier} plaats`, path, fields: { service_id: identifier, location_id: `${identifier} plaats` } })
      if (address_1) keep({ entity: 'address', identifier: `${identifier} plaats`, path, fields: { location_id: `${identifier} plaats`, address_1, postal_code, city } })
    }
  }
  return [...records.values()]
}
