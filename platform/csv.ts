import { numberText } from './numbers.ts'

/** A cell of a spreadsheet in the language of the reader: quoted where it must be, and never read as a formula. What is missing stays empty. */
export function csvCell(value: string | number | null): string {
  if (value === null) return ''
  const text = typeof value === 'number' ? numberText(value).replace(/[.\u00a0](?=\d{3})/g, '') : /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
