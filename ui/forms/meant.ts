import type { AnyField, AnyForm, Typed, Upload } from './fields.ts'

/** What a ticked box sends. */
export const ticked = 'ja'

/** 1.234 may be a thousand or a little more than one, so it is not read as a number: the schema then asks again. */
const unclear = /^-?[1-9]\d{0,2}[.,]\d{3}$/
const plain = /^-?\d+(?:[.,]\d+)?$/
const dutchThousands = /^-?[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$/

/** The number that was typed, with comma or point; the text itself when it is none, so that the schema can refuse it. */
function numberMeant(text: string): number | string {
  if (unclear.test(text)) return text
  if (plain.test(text)) return Number(text.replace(',', '.'))
  if (dutchThousands.test(text)) return Number(text.replaceAll('.', '').replace(',', '.'))
  return text
}

/** A day as people here write it, 3-12-2026, as the one form that is kept. A field for days sends that form by itself, but not every browser has one. */
function dayMeant(text: string): string {
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text) ?? []
  return year === '' ? text : `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
}

function valueMeant(field: AnyField, values: readonly string[]): unknown {
  if (field.as === 'tick' || field.as === 'switch') return values.includes(ticked)
  if (field.as === 'ticks' || field.as === 'picks') return values.filter(Boolean)
  const first = values[0] ?? ''
  // Spaces may be part of a password.
  if (field.as === 'password') return first === '' ? undefined : first
  const text = first.replace(/\r\n?/g, '\n').trim()
  if (text === '') return undefined // an empty field is an absent field
  return field.as === 'number' ? numberMeant(text) : field.as === 'day' ? dayMeant(text) : text
}

/**
 * Turns what a browser sent into what the JSON interface would have received, so that one strict schema serves both.
 * Names that are not in the form go on, and the strict schema refuses them.
 */
export function meant(form: AnyForm, typed: Typed, files: Readonly<Record<string, Upload>> = {}): Record<string, unknown> {
  const unknown = Object.entries(typed).filter(([name]) => !Object.hasOwn(form, name)).map(([name, values]) => [name, values[0]] as const)
  const known = Object.entries(form).map(([name, field]) => [name, field.as === 'file' ? files[name] : valueMeant(field, Object.hasOwn(typed, name) ? (typed[name] ?? []) : [])] as const)
  // fromEntries also keeps a field called __proto__ as an ordinary name.
  return Object.fromEntries([...unknown, ...known].filter(([, value]) => value !== undefined))
}

/** The other way: how values of a record stand in the fields of the form before anyone has typed. */
export function typedFrom(form: AnyForm, values: Record<string, unknown>): Typed {
  const shown = (value: unknown): string[] => {
    if (value === undefined || value === null || value === false) return []
    if (value === true) return [ticked]
    if (Array.isArray(value)) return value.map(String)
    if (typeof value === 'number') return [String(value).replace('.', ',')]
    return [String(value)]
  }
  return Object.fromEntries(Object.keys(form).map((name) => [name, shown(values[name])]))
}
