import { locale } from '../../platform/texts.ts'

/** When something is open, as far as words need it. Times as "09:00". */
export type Hours = { freq: string | null; interval: number | null; byday: string | null; opensAt: string | null; closesAt: string | null; description: string | null; dtstart: string | null; until: string | null }

const order = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const names = {
  nl: ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag'],
  en: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
}
const nths = {
  nl: { 1: 'eerste', 2: 'tweede', 3: 'derde', 4: 'vierde', 5: 'vijfde', [-1]: 'laatste' } as Record<number, string>,
  en: { 1: 'first', 2: 'second', 3: 'third', 4: 'fourth', 5: 'fifth', [-1]: 'last' } as Record<number, string>,
}

/** "9.00" in Dutch, "9:00" in English, from what the database gives ("09:00:00"). */
const clockTime = (time: string): string => {
  const short = time.slice(0, 5).replace(/^0/, '')
  return locale() === 'nl' ? short.replace(':', '.') : short
}

const listed = (words: readonly string[]): string => {
  const and = locale() === 'nl' ? ' en ' : ' and '
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')}${and}${words.at(-1)}`
}

/** Days of the week in words; three or more in a row become "maandag tot en met vrijdag". */
export function daysInWords(byday: string): string {
  const codes = byday.split(',').map((it) => it.trim())
  const own = names[locale()]
  const nth = codes.map((code) => /^([+-]?\d)([A-Z]{2})$/.exec(code))
  if (nth.some(Boolean)) {
    return listed(nth.flatMap((it) => (it ? [locale() === 'nl' ? `elke ${nths.nl[Number(it[1])]} ${own[order.indexOf(it[2] ?? '')]} van de maand` : `every ${nths.en[Number(it[1])]} ${own[order.indexOf(it[2] ?? '')]} of the month`] : [])))
  }
  const at = codes.map((code) => order.indexOf(code)).filter((it) => it >= 0).sort((a, b) => a - b)
  const [first = 0] = at
  const last = at.at(-1) ?? first
  if (at.length === 7) return locale() === 'nl' ? 'elke dag' : 'every day'
  if (at.length >= 3 && last - first === at.length - 1) return locale() === 'nl' ? `${own[first]} tot en met ${own[last]}` : `${own[first]} to ${own[last]}`
  return listed(at.map((it) => own[it] ?? ''))
}

/** "12.00 tot 13.30 uur"; "dag en nacht" when it never closes. */
export function timesInWords(opensAt: string | null, closesAt: string | null): string {
  if (!opensAt) return ''
  if (opensAt.startsWith('00:00') && (closesAt === null || closesAt.startsWith('23:59'))) return locale() === 'nl' ? 'dag en nacht' : 'day and night'
  if (!closesAt) return locale() === 'nl' ? `${clockTime(opensAt)} uur` : clockTime(opensAt)
  return locale() === 'nl' ? `${clockTime(opensAt)} tot ${clockTime(closesAt)} uur` : `${clockTime(opensAt)} to ${clockTime(closesAt)}`
}

const rhythm = ({ freq, interval }: Hours): string => {
  if (freq !== 'WEEKLY' || (interval ?? 1) === 1) return ''
  return locale() === 'nl' ? (interval === 2 ? 'om de week op ' : `elke ${interval} weken op `) : interval === 2 ? 'every other week on ' : `every ${interval} weeks on `
}

/** The days of one schedule in words: "om de week op donderdag". */
export const whichDays = (it: Hours): string => (it.byday ? `${rhythm(it)}${daysInWords(it.byday)}` : (it.description ?? ''))

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1)

/** All hours on one line: "Dinsdag en donderdag, 12.00 tot 13.30 uur". */
export const hoursInWords = (hours: readonly Hours[]): string =>
  capital(hours.map((it) => [whichDays(it), timesInWords(it.opensAt, it.closesAt)].filter(Boolean).join(', ')).filter(Boolean).join('; '))
