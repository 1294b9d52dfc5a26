import { RRuleTemporal } from 'rrule-temporal'
import { addDays, type IsoDay, momentOf, zone } from '../../platform/dates.ts'

/** When something is held, as it is kept, and within which days it counts. */
export type Schedule = {
  freq: string | null; interval: number | null; byday: string | null; bymonthday: string | null; wkst: string | null; count: number | null; dtstart: IsoDay | null; validFrom: IsoDay | null; validTo: IsoDay | null; until: IsoDay | null
  exdates: readonly IsoDay[]; rdates: readonly IsoDay[]; opensAt: string | null
  /** the day the entry was made: where a rule without a beginning begins, so that it begins at the same day every time it is read */
  madeOn: IsoDay; expireOn: IsoDay | null; closed: boolean; closedFrom: IsoDay | null; closedUntil: IsoDay | null
}
/** The same for a calendar: the first day is an occasion itself. */
export type Recurrence = { first: IsoDay; rule: string | null; exdates: IsoDay[]; rdates: IsoDay[] }

const digits = (day: IsoDay): string => day.replaceAll('-', '')
const utc = (at: Date): string => at.toISOString().replace(/[-:]|\.\d+/g, '')

/** The parts of RRULE that say which days, as the directory reckons them; undefined for what does not return. */
function partsOf(it: Schedule): string[] | undefined {
  const freq = it.freq ?? (it.byday ? 'WEEKLY' : null)
  if (!freq) return undefined
  const parts = [`FREQ=${freq}`]
  if ((it.interval ?? 1) > 1) parts.push(`INTERVAL=${it.interval}`)
  if (it.wkst && it.wkst !== 'MO') parts.push(`WKST=${it.wkst}`)
  if (freq === 'MONTHLY' && it.bymonthday) parts.push(`BYMONTHDAY=${it.bymonthday.replaceAll(' ', '')}`)
  else if (freq !== 'YEARLY' && it.byday) parts.push(`BYDAY=${it.byday.replaceAll(' ', '')}`)
  return parts
}

// Files from elsewhere write "no end" as 9999-12-31, or a beginning nobody knew as 0001-01-01. No calendar reckons that far.
const [oldest, furthestDay] = ['1900-01-01', '2199-12-31']
const tooEarly = (day: IsoDay | null): boolean => day !== null && day < oldest
const tooLate = (day: IsoDay | null): boolean => day !== null && day > furthestDay
/** An end that never comes is none; so is a beginning before all memory. */
const endOf = (day: IsoDay | null): IsoDay | null => (tooLate(day) ? null : day)
const beginOf = (day: IsoDay | null): IsoDay | null => (tooEarly(day) ? null : day)
const within = (days: readonly IsoDay[]): IsoDay[] => days.filter((day) => !tooEarly(day) && !tooLate(day))

/** The same with days that can be reckoned with; undefined when it begins or is closed beyond them. */
function reckonable(it: Schedule): Schedule | undefined {
  const days = { exdates: within(it.exdates), rdates: within(it.rdates), dtstart: beginOf(it.dtstart), validFrom: beginOf(it.validFrom), validTo: endOf(it.validTo), until: endOf(it.until), expireOn: endOf(it.expireOn), closedFrom: beginOf(it.closedFrom), closedUntil: endOf(it.closedUntil) }
  const never = [it.validTo, it.until, it.expireOn].some(tooEarly)
  const later = tooLate(it.dtstart) || tooLate(it.validFrom)
  if (never || (later && days.rdates.length === 0)) return undefined
  const open = it.closed && (tooLate(it.closedFrom) || tooEarly(it.closedUntil)) ? { closed: false, closedFrom: null, closedUntil: null } : {}
  return { ...it, ...days, ...(later && { freq: null, byday: null, dtstart: null, validFrom: null }), ...open }
}

const earliest = (...days: (IsoDay | null)[]): IsoDay | null => days.filter((day) => day !== null).sort()[0] ?? null

const daysOf = (first: IsoDay, rule: string, from: IsoDay, to: IsoDay): IsoDay[] =>
  new RRuleTemporal({ rruleString: `DTSTART;TZID=${zone}:${digits(first)}T120000\nRRULE:${rule}` }).between(momentOf(from, '00:00'), momentOf(to, '23:59'), true).map((at) => at.toPlainDate().toString())

/** As far as we look for the first occasion of a rule: the 29th of February comes once in eight years at worst. */
const furthest = 366 * 9

/** Turns a schedule into what a calendar can hold; undefined when nothing is held on or after `today`. */
export function recurrenceOf(kept: Schedule, today: IsoDay): Recurrence | undefined {
  const it = reckonable(kept)
  if (!it) return undefined
  if (it.closed && !it.closedUntil && (it.closedFrom ?? today) <= today) return undefined
  const isClosed = (day: IsoDay): boolean => it.closed && (it.closedFrom ?? day) <= day && (it.closedUntil ?? day) >= day
  const falls = (day: IsoDay): boolean => !it.exdates.includes(day) && !isClosed(day) && (it.expireOn ?? day) >= day
  const added = [...new Set(it.rdates)].filter(falls).sort()
  const alone = (days: IsoDay[]): Recurrence | undefined => (days.at(-1) !== undefined && days.at(-1)! >= today ? { first: days[0]!, rule: null, exdates: [], rdates: days.slice(1) } : undefined)
  const begins = it.dtstart ?? it.validFrom
  const last = earliest(it.until, it.validTo, it.expireOn, it.closed && !it.closedUntil && it.closedFrom ? addDays(it.closedFrom, -1) : null)
  const parts = partsOf(it)
  if (!parts) {
    const once = begins && falls(begins) && (!last || begins <= last) && (!it.validFrom || begins >= it.validFrom) ? [begins] : []
    return alone([...new Set([...once, ...added])].sort())
  }
  const needsStart = (it.interval ?? 1) > 1 || it.count !== null || !(it.byday || it.bymonthday || it.freq === 'DAILY') || it.freq === 'YEARLY'
  if (!begins && needsStart) return alone(added)
  const start = begins ?? it.madeOn
  const from = it.validFrom && it.validFrom > start ? it.validFrom : start
  const [first] = firstOf(start, parts.join(';'), from)
  if (!first || (last && first > last)) return alone(added)
  const counted = it.count === null ? undefined : last ? Math.min(it.count, daysOf(first, [...parts, `COUNT=${it.count}`].join(';'), first, last).length) : it.count
  const end = counted !== undefined ? [`COUNT=${counted}`] : last ? [`UNTIL=${it.opensAt ? utc(momentOf(last, '23:59')) : digits(last)}`] : []
  const rule = [...parts, ...end].join(';')
  const ends = counted !== undefined ? daysOf(first, rule, first, addDays(first, furthest)).at(-1) : last
  if (ends && ends < today && !added.some((day) => day >= today)) return undefined
  const shut = it.closed && it.closedUntil ? daysOf(first, rule, it.closedFrom ?? first, it.closedUntil).filter((day) => day >= first) : []
  return { first, rule, exdates: [...new Set([...it.exdates.filter((day) => day >= first), ...shut])].sort(), rdates: added }
}

function firstOf(start: IsoDay, rule: string, from: IsoDay): IsoDay[] {
  for (const span of [40, 400, furthest]) {
    const days = daysOf(start, rule, from, addDays(from, span))
    if (days.length > 0) return days
  }
  return []
}
