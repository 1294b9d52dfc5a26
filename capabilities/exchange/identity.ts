import { createHash } from 'node:crypto'
import { isUuid } from '../../platform/request.ts'
import type { EntityName } from './graph.ts'

/**
 * The id under which we keep a record of a source: its own where that is a UUID, so that exporting gives it back, and otherwise one that follows from
 * source and name, so that importing again finds the same record.
 *
 * @returns a UUID with the version digit of a made-up one (8)
 */
export function recordIdOf(source: string, entity: EntityName, identifier: string): string {
  const own = identifier.toLowerCase()
  if (isUuid(own)) return own
  const hex = createHash('sha256').update(`${source}\n${entity}\n${identifier}`).digest('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${'89ab'[Number.parseInt(hex[16] ?? '0', 16) & 3]}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** A name for in addresses: small letters and digits with dashes, with a piece of the id so that two of the same name differ. */
export const slugOf = (name: string, id: string): string =>
  `${name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '').slice(0, 80) || 'zonder-naam'}-${id.replaceAll('-', '').slice(0, 6)}`
