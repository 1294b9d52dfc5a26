import { fromCatalogue } from './catalogue.ts'
import { flattened } from './flatten.ts'
import { fromPackage } from './package.ts'
import type { Remark, SourceRecord } from './record.ts'
import { linesOf, textOf } from './table.ts'
import { Unreadable } from './unreadable.ts'
import { linesOfWorkbook } from './workbook.ts'

export type Format = 'hsds-json' | 'table' | 'hsds-package' | 'sc-xml'
/** What a file brings: records, or a list of which somebody may have to say what the columns are. */
export type Source = { format: Format; records: readonly SourceRecord[]; remarks: readonly Remark[]; table?: string[][] }

const endings: Readonly<Record<string, Format>> = { json: 'hsds-json', csv: 'table', xlsx: 'table', zip: 'hsds-package', xml: 'sc-xml' }
const endingOf = (name: string): string => /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? ''

/** Of which kind a file is by its name; undefined when we do not read that kind. */
export const formatOf = (name: string): Format | undefined => endings[endingOf(name)]

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(textOf(bytes).replace(/^\uFEFF/, ''))
  } catch {
    throw new Unreadable('not-json')
  }
}

async function workbookIn(bytes: Uint8Array): Promise<Source> {
  const { lines, empty } = await linesOfWorkbook(bytes)
  return { format: 'table', records: [], remarks: empty.map((cell) => ({ kind: 'repaired', entity: 'service', identifier: '', path: `cel ${cell}`, field: null, reason: 'formula-without-value' })), table: lines }
}

/** Reads a file by its kind. @throws Unreadable when it cannot be read at all */
export async function readSource(name: string, bytes: Uint8Array): Promise<Source> {
  const none = { records: [], remarks: [] }
  switch (endingOf(name)) {
    case 'json':
      return { format: 'hsds-json', ...flattened(jsonOf(bytes)) }
    case 'csv':
      return { format: 'table', ...none, table: await linesOf(textOf(bytes)) }
    case 'xlsx':
      return workbookIn(bytes)
    case 'zip':
      return { format: 'hsds-package', ...(await fromPackage(bytes)) }
    case 'xml':
      return { format: 'sc-xml', records: fromCatalogue(textOf(bytes)), remarks: [] }
    default:
      throw new Unreadable('wrong-ending')
  }
}
