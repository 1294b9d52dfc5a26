import type { Reason } from './record.ts'
import type { Rule } from './rules.ts'

/** What a value became, and what a person should know about it. Without a value the field stays empty. */
export type Read = { value?: Value; remark?: Reason }
/** A value as it can be kept. */
export type Value = string | number | boolean | readonly (string | number)[]

const tags = /<\/?[a-z][^<>]{0,400}>/gi
// Control characters but for tab and line ends, the marks that turn the direction of text around, and what has no width.
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const hidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u202A-\u202E\u2066-\u2069\u200B\u2060\uFEFF]/g
const entities: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': '’', '&nbsp;': ' ' }

// What a spreadsheet would compute or fetch. A bullet, a number or a telephone number computes nothing.
const formula = /^\s*(?:[=@＝＠]\s*[\p{L}\d("'+-]|[+\-＋－]\s*\p{L}[\p{L}\d.]*\s*[(|!])/u

/** Without markup, also where it was written in codes: what comes out of a code is looked at again. */
function withoutMarkup(text: string, rounds = 3): string {
  const bare = text.replace(/<(script|style)\b[\s\S]*?<\/\1\s*>/gi, '').replace(/<br\s*\/?>|<\/p>|<\/li>/gi, '\n').replace(tags, '').replace(/&(?:amp|lt|gt|quot|#39|nbsp);/g, (it) => entities[it] ?? it)
  return bare === text || rounds === 0 ? bare : withoutMarkup(bare, rounds - 1)
}

/** Text as people wrote it: one form of each letter, without markup and without marks that nobody sees. */
export function cleaned(raw: string): { value: string; remark?: Reason } {
  const plain = raw.toWellFormed().normalize('NFC').replace(/\r\n?/g, '\n')
  const open = plain.replace(hidden, '')
  const bare = withoutMarkup(open)
  const remark: Reason | undefined = bare !== open ? 'markup' : open !== plain ? 'control-characters' : formula.test(open) ? 'looks-like-formula' : undefined
  return { value: bare.replace(/[ \t]+\n/g, '\n').replace(/\n{3,}/g, '\n\n').trim(), ...(remark && { remark }) }
}

// There was no year 0: the database does not know it.
const isDay = (text: string): boolean => /^(?!0000)\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text)

/** A day as 2026-12-03, 3-12-2026, 03/12/2026, or the day of a moment. */
function dayIn(text: string): string | undefined {
  const [, day, month, year] = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text) ?? []
  const written = year ? `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}` : text.slice(0, 10)
  return isDay(written) && (year !== undefined || /^.{10}$|^.{10}T/.test(text)) ? written : undefined
}

/** A time as 9:00, 9.00, 09:00:00, 09:00Z or 09:00+01:00, in local time. */
function timeIn(text: string): string | undefined {
  const [, hours, minutes, seconds = '00'] = /^(\d{1,2})[:.](\d{2})(?::(\d{2}))?(?:\.\d+)?(?:Z|[+-]\d{2}:?\d{2})?$/.exec(text) ?? []
  return hours !== undefined && Number(hours) < 24 && Number(minutes) < 60 && Number(seconds) < 60 ? `${hours.padStart(2, '0')}:${minutes}:${seconds}` : undefined
}

/** A number with a point or with a decimal comma; '1.250,50' and '1,250.50' are both what they look like. */
export function numberIn(text: string): number | undefined {
  const bare = text.replace(/[\s\u00A0€]/g, '')
  const comma = /^-?\d{1,3}(?:\.\d{3})*,\d+$|^-?\d+,\d+$/.test(bare)
  const value = comma ? bare.replaceAll('.', '').replace(',', '.') : /^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(bare) ? bare.replaceAll(',', '') : bare
  return /^-?\d+(?:\.\d+)?$/.test(value) ? Number(value) : undefined
}

const readable = {
  email: (text: string) => (/^[^\s@<>"]{1,64}@[^\s@<>"]+\.[^\s@<>".]{2,}$/.test(text) && text.length <= 254 ? text : undefined),
  url: (text: string) => {
    const written = /^https?:\/\//i.test(text) ? text : /^www\.[^\s]+\.[a-z]{2,}/i.test(text) ? `https://${text}` : ''
    return URL.canParse(written) && written.length <= 2000 && !/\s/.test(written) ? written : undefined
  },
  date: dayIn,
  time: timeIn,
  digits: (text: string) => (/^\d{1,12}$/.test(text) ? text : undefined),
  slug: (text: string) => (/^[a-z0-9-]{1,200}$/.test(text) ? text : undefined),
} as const
const wrong = { email: 'not-an-email', url: 'not-a-url', date: 'not-a-date', time: 'not-a-time', digits: 'not-a-number', slug: 'unknown-value' } as const

/** Reads one value by its rule. What cannot be read is left out, with the reason. */
export function readValue(raw: unknown, rule: Rule): Read {
  if (typeof raw !== 'string' && typeof raw !== 'number' && typeof raw !== 'boolean') return { remark: 'unknown-value' }
  const { value: text, remark } = cleaned(String(raw))
  if (text === '') return remark ? { remark } : {}
  switch (rule.as) {
    case 'id':
      return { value: text.slice(0, 400).toWellFormed() }
    case 'text':
      if (text.length < (rule.least ?? 0)) return { remark: 'unknown-value' }
      return text.length > rule.most ? { value: text.slice(0, rule.most - 1).concat('…'), remark: 'too-long' } : { value: text, ...(remark && { remark }) }
    case 'choice': {
      const said = text.toLowerCase().replaceAll('_', ' ')
      const found = rule.also?.[said] ?? rule.of.find((it) => it.toLowerCase() === said)
      return found ? { value: found } : { remark: 'unknown-value' }
    }
    case 'yes-no':
      return /^(true|ja|yes|1)$/i.test(text) ? { value: true } : /^(false|nee|no|0)$/i.test(text) ? { value: false } : { remark: 'unknown-value' }
    case 'list': {
      const read = text.split('|').map((it) => readValue(it.trim(), rule.each))
      const wrong = read.find((it) => it.remark)?.remark
      return { value: read.flatMap(({ value }) => (typeof value === 'string' || typeof value === 'number' ? [value] : [])), ...(wrong && { remark: wrong }) }
    }
    case 'number': {
      const number = numberIn(text)
      if (number === undefined || (rule.whole && !Number.isInteger(number))) return { remark: 'not-a-number' }
      return number < rule.from || number > rule.to ? { remark: 'unknown-value' } : { value: number }
    }
    default: {
      const value = readable[rule.as](text)
      return value === undefined ? { remark: wrong[rule.as] } : { value }
    }
  }
}
