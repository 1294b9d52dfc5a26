import { parse } from 'csv-parse/sync'
import type { SourceRecord } from './record.ts'

// How columns are called in lists that people keep, beside the names of the standard.
const columnNames: Readonly<Record<string, readonly string[]>> = {
  id: ['id', 'nummer', 'code'], name: ['name', 'naam', 'voorziening', 'titel', 'dienst'], organization: ['organization', 'organisatie', 'aanbieder', 'instelling'], description: ['description', 'omschrijving', 'beschrijving', 'toelichting'],
  url: ['url', 'website', 'site', 'link'], email: ['email', 'e-mail', 'mail', 'e-mailadres'], phone: ['phone', 'telefoon', 'telefoonnummer', 'tel'], address_1: ['address_1', 'adres', 'straat', 'straat en huisnummer'],
  postal_code: ['postal_code', 'postcode'], city: ['city', 'plaats', 'woonplaats'], fees_description: ['fees_description', 'kosten', 'prijs'], eligibility_description: ['eligibility_description', 'doelgroep', 'voor wie'],
  application_process: ['application_process', 'aanmelden', 'aanmelding'], wait_time: ['wait_time', 'wachttijd'], latitude: ['latitude', 'lat', 'breedtegraad'], longitude: ['longitude', 'lon', 'lng', 'lengtegraad'],
}

/** The text of a file: UTF-8 with or without its mark, UTF-16 with it, and otherwise the code page of old spreadsheets. */
export function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes.subarray(2))
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

const separatorOf = (text: string): string => {
  const first = text.split(/\r?\n/, 1)[0] ?? ''
  return [';', '\t', ','].toSorted((one, other) => first.split(other).length - first.split(one).length)[0] ?? ';'
}

const plain = (name: string): string => name.normalize('NFC').trim().toLowerCase().replace(/[_\s]+/g, ' ')
const fieldOf = (name: string): string | undefined => Object.entries(columnNames).find(([, names]) => names.some((one) => plain(one) === plain(name)))?.[0]

/** Which column became which field; undefined for a column that says nothing to us. */
export type Columns = readonly { column: string; field: string | undefined }[]

/**
 * Reads a list with a service on each line. Columns are known by their names, in whatever order.
 *
 * @throws Error 'no-columns' when there is no column with the name of the service
 */
export function fromTable(text: string): { records: SourceRecord[]; columns: Columns } {
  const lines = parse(text, { bom: true, delimiter: separatorOf(text), relax_column_count: true, skip_empty_lines: true, relax_quotes: true, trim: true }) as string[][]
  const [head = [], ...rest] = lines
  const columns = head.map((column) => ({ column, field: fieldOf(column) }))
  if (!columns.some(({ field }) => field === 'name')) throw new Error('no-columns')
  const records = new Map<string, SourceRecord>()
  const keep = (it: SourceRecord) => void records.set(`${it.entity} ${it.identifier}`, it)
  for (const [index, line] of rest.entries()) {
    const cell = Object.fromEntries(columns.flatMap(({ field }, at) => (field && (line[at] ?? '') !== '' ? [[field, line[at] ?? '']] : []))) as Record<string, string>
    const path = `regel ${index + 2}`
    const organization = cell.organization ?? ''
    const name = cell.name ?? ''
    const identifier = cell.id ?? `${organization} ${name}`.trim()
    if (organization) keep({ entity: 'organization', identifier: organization, path, fields: { name: organization } })
    const { id: _id, organization: _organization, phone, address_1, postal_code, city, latitude, longitude, ...own } = cell
    keep({ entity: 'service', identifier, path, fields: { ...own, ...(organization && { organization_id: organization }) } })
    if (phone) keep({ entity: 'phone', identifier: `${identifier} ${phone}`, path, fields: { number: phone, service_id: identifier } })
    if (address_1 || (latitude && longitude)) {
      keep({ entity: 'location', identifier: `${identifier} plaats`, path, fields: { name: address_1 ?? name, ...(latitude && longitude && { latitude, longitude }), ...(organization && { organization_id: organization }) } })
      keep({ entity: 'service_at_location', identifier: `${identifier} plaats`, path, fields: { service_id: identifier, location_id: `${identifier} plaats` } })
      if (address_1) keep({ entity: 'address', identifier: `${identifier} plaats`, path, fields: { location_id: `${identifier} plaats`, address_1, postal_code, city } })
    }
  }
  return { records: [...records.values()], columns }
}
