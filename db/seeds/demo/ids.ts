import { createHash } from 'node:crypto'

/**
 * The same id for the same name, on every machine: demo data and tests point at each other by name.
 *
 * @returns a UUID with the version digit of a made-up one (8)
 */
export function idOf(kind: string, name: string): string {
  const hex = createHash('sha256').update(`schakelbord demo ${kind} ${name}`).digest('hex')
  const variant = ((Number.parseInt(hex[16]!, 16) & 3) | 8).toString(16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
