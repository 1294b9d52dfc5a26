// A cell that begins like this is a formula to a spreadsheet, also behind spaces or in full width.
const formula = /^[\s\u00A0]*[=+\-@\t\r\n＝＋－＠]/
// A number or a telephone number computes nothing.
const number = /^[+-][\d\s().-]*$/

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`

/** A cell as text and nothing else: always between quotes, and never a formula. */
export const cellOf = (value: string | null): string => quoted(formula.test(value ?? '') ? `'${value}` : (value ?? ''))

/** A cell for other systems: exactly what it holds, unless a spreadsheet would compute it. */
export const plainCellOf = (value: unknown): string => {
  const text = value === null || value === undefined ? '' : String(value)
  return formula.test(text) && !number.test(text) ? cellOf(text) : /[",\r\n]/.test(text) || text !== text.trim() ? quoted(text) : text
}
