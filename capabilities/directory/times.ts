/** A line of opening hours as somebody types it, and the recurrence it means. Times as "09:30". */
export type Weekly = { freq: 'WEEKLY' | 'MONTHLY'; interval: number; byday: string; opensAt: string; closesAt: string }

const codes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const
const days = ['maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag', 'zondag']
const nths = ['eerste', 'tweede', 'derde', 'vierde', 'laatste']

const dayAt = (word: string): number => {
  const short = word.replace(/\.$/, '')
  return days.findIndex((day) => day === short || (short.length === 2 && day.startsWith(short)))
}

/** "ma, wo en vr" or "maandag t/m vrijdag" as codes; undefined when it is neither. */
function daysIn(words: string): string[] | undefined {
  if (/^(elke|iedere) dag$/.test(words) || words === 'dagelijks') return [...codes]
  const range = /^(\S+?)\s*(?:t\/m|tot en met|-|–)\s*(\S+)$/.exec(words)
  if (range) {
    const [from, to] = [dayAt(range[1] ?? ''), dayAt(range[2] ?? '')]
    return from >= 0 && to > from ? codes.slice(from, to + 1) : undefined
  }
  const named = words.split(/\s*,\s*|\s+en\s+|\s+/).filter(Boolean).map(dayAt)
  return named.length > 0 && named.every((at) => at >= 0) ? [...new Set(named)].sort((a, b) => a - b).map((at) => codes[at] as string) : undefined
}

const clockOf = (hour: string, minute: string | undefined): string | undefined => {
  const [h, m] = [Number(hour), Number(minute ?? 0)]
  return h < 24 && m < 60 ? `${String(h).padStart(2, '0')}:${String(m).padStart(2, '0')}` : undefined
}

/** Reads one line, as in "dinsdag en donderdag 12.00-13.30" or "elke tweede woensdag 14:00 tot 16:00"; undefined when it cannot be read. */
export function readLine(line: string): Weekly | undefined {
  const found = /^(.*?)[\s,]+(?:van\s+)?(\d{1,2})(?:[.:](\d{2}))?\s*(?:uur)?\s*(?:-|–|tot)\s*(\d{1,2})(?:[.:](\d{2}))?\s*(?:uur)?\.?$/.exec(line.trim().toLowerCase())
  if (!found) return undefined
  const [opensAt, closesAt] = [clockOf(found[2] ?? '', found[3]), clockOf(found[4] ?? '', found[5])]
  if (!opensAt || !closesAt || opensAt >= closesAt) return undefined
  const said = (found[1] ?? '').trim()
  const nth = new RegExp(`^(?:elke|iedere)\\s+(${nths.join('|')}|[1-4]e)\\s+(\\S+)(?:\\s+van de maand)?$`).exec(said)
  if (nth) {
    const at = dayAt(nth[2] ?? '')
    const which = /^\de$/.test(nth[1] ?? '') ? Number(nth[1]?.[0]) : nth[1] === 'laatste' ? -1 : nths.indexOf(nth[1] ?? '') + 1
    return at < 0 ? undefined : { freq: 'MONTHLY', interval: 1, byday: `${which}${codes[at]}`, opensAt, closesAt }
  }
  const everyOther = /^om de week(?:\s+op)?\s+(.+)$/.exec(said)
  const byday = daysIn(everyOther?.[1] ?? said)
  return byday && { freq: 'WEEKLY', interval: everyOther ? 2 : 1, byday: byday.join(','), opensAt, closesAt }
}

/** Writes a line so that `readLine` gives the same again; undefined for what cannot be said in a line. */
export function writeLine(it: { freq: string | null; interval: number | null; byday: string | null; opensAt: string | null; closesAt: string | null }): string | undefined {
  if (!it.byday || !it.opensAt || !it.closesAt) return undefined
  const times = `${it.opensAt.slice(0, 5)}-${it.closesAt.slice(0, 5)}`
  const nth = /^(-?[1-4])([A-Z]{2})$/.exec(it.byday)
  if (it.freq === 'MONTHLY') return nth && (it.interval ?? 1) === 1 && (nth[1] === '-1' || Number(nth[1]) > 0) ? `elke ${nth[1] === '-1' ? 'laatste' : nths[Number(nth[1]) - 1]} ${days[codes.indexOf(nth[2] as 'MO')]} ${times}` : undefined
  if ((it.freq !== 'WEEKLY' && it.freq !== null) || (it.interval ?? 1) > 2) return undefined
  const at = it.byday.split(',').map((code) => codes.indexOf(code.trim() as 'MO'))
  if (at.some((one) => one < 0)) return undefined
  const sorted = at.sort((a, b) => a - b)
  const [first = 0] = sorted
  const last = sorted.at(-1) ?? first
  const said = sorted.length === 7 ? 'elke dag' : sorted.length >= 3 && last - first === sorted.length - 1 ? `${days[first]} t/m ${days[last]}` : sorted.map((one) => days[one]).join(', ')
  return `${(it.interval ?? 1) === 2 ? 'om de week ' : ''}${said} ${times}`
}
