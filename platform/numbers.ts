import { locale } from './texts.ts'

const forms = new Map<string, Intl.NumberFormat>()

/** Number formats are slow to make, so each is made once. */
function format(key: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const full = `${locale()} ${key}`
  const known = forms.get(full)
  if (known) return known
  const made = new Intl.NumberFormat(locale() === 'nl' ? 'nl-NL' : 'en-GB', options)
  forms.set(full, made)
  return made
}

// Formatting takes longer than looking up, and pages say the same numbers over and over: in a cell, a picture and a sentence.
const written = new Map<Intl.NumberFormat, Map<number, string>>()
const mostWritten = 2000

function write(form: Intl.NumberFormat, value: number): string {
  const known = written.get(form) ?? new Map<number, string>()
  written.set(form, known)
  const found = known.get(value)
  if (found !== undefined && value !== 0) return found // nothing, and nothing below zero, are one key and two texts
  const text = form.format(value)
  if (known.size >= mostWritten) known.clear()
  known.set(value, text)
  return text
}

/** "7.021", "5,4": with the separators of the language. `decimals` is how many stand behind the comma; as many as there are, up to three, when absent. */
export const numberText = (value: number, decimals?: number): string =>
  write(format(`number ${decimals ?? ''}`, decimals === undefined ? {} : { minimumFractionDigits: decimals, maximumFractionDigits: decimals }), value)

/** How many decimals `numberText` gives a number when it is told none: up to three. */
export const shownDecimals = (value: number): number => {
  const text = String(Number(value.toFixed(3)))
  const point = text.indexOf('.')
  return point === -1 ? 0 : text.length - point - 1
}

/** "61%" for 0.61. `decimals` is 0 when absent. */
export const percentText = (fraction: number, decimals = 0): string => `${numberText(fraction * 100, decimals)}%`

/** "€ 6,50" for 650 cents, held together by a space that does not break; whole amounts of a hundred euro and more lose their cents: "€ 26.100". */
export function euroText(cents: number): string {
  const whole = cents % 100 === 0 && Math.abs(cents) >= 100_00
  return `${cents < 0 ? '-' : ''}€\u00a0${numberText(Math.abs(cents) / 100, whole ? 0 : 2)}`
}
