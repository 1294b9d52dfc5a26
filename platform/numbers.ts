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

/** "7.021", "5,4": with the separators of the language. `decimals` is how many stand behind the comma; as many as there are, up to three, when absent. */
export const numberText = (value: number, decimals?: number): string =>
  format(`number ${decimals ?? ''}`, decimals === undefined ? {} : { minimumFractionDigits: decimals, maximumFractionDigits: decimals }).format(value)

/** "61%" for 0.61. `decimals` is 0 when absent. */
export const percentText = (fraction: number, decimals = 0): string => `${numberText(fraction * 100, decimals)}%`

/** "€ 6,50" for 650 cents, held together by a space that does not break; whole amounts of a hundred euro and more lose their cents: "€ 26.100". */
export function euroText(cents: number): string {
  const whole = cents % 100 === 0 && Math.abs(cents) >= 100_00
  return `${cents < 0 ? '-' : ''}€\u00a0${numberText(Math.abs(cents) / 100, whole ? 0 : 2)}`
}
