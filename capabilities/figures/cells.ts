/** One cell of a file: a figure, no figure with the reason, or something that is none of these. */
export type CellRead = { state: 'known'; value: number } | { state: 'missing' | 'suppressed' } | { state: 'wrong' }
/** How a file writes its decimals. `either` is for sources that mix them and never write thousands, as Statistics Netherlands does. */
export type Decimals = 'either' | 'comma' | 'point'

const missing: CellRead = { state: 'missing' }
const digits = /^\d{1,15}$/
const simple = /^\d{1,15}[.,]\d{1,15}$/
const plain = /^[-+]?\d+(?:[.,]\d+)?$|^[-+]?[.,]\d+$/
const withThousands: Record<'comma' | 'point', RegExp> = { comma: /^[-+]?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/, point: /^[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/ }
/** The geopackages of Statistics Netherlands write what they do not have as -99997, -99995 or -99999999. */
const lowest = -99_990

/**
 * Reads a cell as the symbols of Statistics Netherlands ask. Missing is never zero: a dash ("nihil") is used for "none" as well as for
 * "not counted here", so it gives no figure either.
 *
 * @source "Verklaring van tekens": blank cannot occur, '.' missing, 'x' secret, '-' nil, '*' and '**' provisional
 */
export function readCell(raw: unknown, decimals: Decimals = 'either'): CellRead {
  if (raw === null || raw === undefined) return missing
  if (typeof raw === 'number') return Number.isFinite(raw) && raw > lowest ? { state: 'known', value: raw } : missing
  if (typeof raw === 'string' && digits.test(raw)) return { state: 'known', value: Number(raw) } // nearly every cell, and the same however decimals are written
  if (raw === '.') return missing
  if (decimals === 'either' && typeof raw === 'string' && simple.test(raw)) return { state: 'known', value: Number(raw.replace(',', '.')) }
  const text = String(raw).replace(/[\s\u00a0]+/g, ' ').trim().replace(/ ?\*{1,2}$/, '').replace(/^€ ?/, '').replace(/ ?%$/, '')
  if (text === '' || text === '.' || text === '-' || text === ',') return missing
  if (/^x$/i.test(text)) return { state: 'suppressed' }
  const number = numberIn(text, decimals)
  if (number === undefined) return { state: 'wrong' }
  return number <= lowest ? missing : { state: 'known', value: number }
}

function numberIn(text: string, decimals: Decimals): number | undefined {
  if (decimals !== 'either' && withThousands[decimals].test(text)) return Number(decimals === 'comma' ? text.replaceAll('.', '').replace(',', '.') : text.replaceAll(',', ''))
  if (!plain.test(text)) return undefined
  if (decimals === 'comma' && text.includes('.')) return undefined
  if (decimals === 'point' && text.includes(',')) return undefined
  return Number(text.replace(',', '.'))
}
