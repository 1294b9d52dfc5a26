import type { Said, SourceRecord } from './record.ts'
import { ruleOf } from './rules.ts'
import { cleaned, readValue, type Value } from './values.ts'

const mostFields = 40
const mostCharacters = 20_000
const properName = /^[A-Za-z][\w-]{0,60}$/

/** A value of a field that we do not know, without markup or unseen characters anywhere in it. */
function harmless(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return cleaned(value).value
  if (typeof value === 'number' || typeof value === 'boolean') return value
  if (depth > 8 || typeof value !== 'object' || value === null) return null
  if (Array.isArray(value)) return value.map((it) => harmless(it, depth + 1))
  return Object.fromEntries(Object.entries(value).filter(([name]) => properName.test(name)).map(([name, it]) => [name, harmless(it, depth + 1)]))
}

/** Fields of which our model has no place, that can stay with the record as they are. `tooMuch` are those that cannot. */
export function besideOf(beside: Readonly<Record<string, unknown>>): { said: Said; tooMuch: readonly string[] } {
  const said: Record<string, Said[string]> = {}
  const tooMuch: string[] = []
  for (const [name, raw] of Object.entries(beside)) {
    const value = harmless(raw)
    if (value === null) continue
    if (!properName.test(name) || Object.keys(said).length >= mostFields || JSON.stringify(value).length > mostCharacters) tooMuch.push(name.slice(0, 60))
    else said[name] = { said: value, held: null }
  }
  return { said, tooMuch }
}

/** The same words but for spaces, or a number or a pointer that does no harm where it goes out again. Never text that we took something out of. */
function mayGoOut(it: SourceRecord, field: string, raw: unknown): boolean {
  const rule = ruleOf(it.entity, field)
  if (rule.as === 'number') return typeof raw === 'number' || /^-?\d+(\.\d+)?$/.test(String(raw))
  if (rule.as === 'id') return /^[\w:./-]{1,100}$/.test(String(raw))
  if (rule.as === 'date') return readValue(raw, rule).value === raw
  return rule.as === 'text' && typeof raw === 'string' && raw.length <= rule.most && cleaned(raw).remark === undefined
}

/** What the source said of our own fields and we hold in another way. */
export function differing(it: SourceRecord, after: Readonly<Record<string, Value>>, isOurs: (field: string) => boolean): Said {
  const said: Record<string, Said[string]> = {}
  for (const [field, raw] of Object.entries(it.fields)) {
    const kept = after[field] ?? null
    const held = typeof kept === 'string' || typeof kept === 'number' ? kept : null
    if (isOurs(field) || raw === held || String(raw).toLowerCase() === String(held) || !mayGoOut(it, field, raw)) continue
    if (held === null || (typeof held === 'string' && String(raw).trim() === held)) said[field] = { said: ruleOf(it.entity, field).as === 'number' ? Number(raw) : raw, held }
  }
  return said
}

/** Gives an object that goes out what its source said, where our own value is still what it was when that came in. */
export function withSaid(object: Record<string, unknown>, said: Said): void {
  for (const [field, { said: value, held }] of Object.entries(said)) if ((object[field] ?? null) === held) object[field] = value
}
