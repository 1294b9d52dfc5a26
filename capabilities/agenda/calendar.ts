import { addDays, type IsoDay, zone } from '../../platform/dates.ts'
import type { Recurrence } from './recurrence.ts'

/** One thing for a calendar. */
export type Entry = Recurrence & { uid: string; opensAt: string | null; closesAt: string | null; changed: Date; summary: string; place: string | null; description: string; url: string }

/** Text as RFC 5545 wants it (3.3.11); other control characters have no place in it. */
const escaped = (text: string): string => text.replaceAll('\r', '').replace(/(?!\n)\p{Cc}/gu, ' ').replace(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n')

/** Folds a line after 75 octets, never inside a character (3.1). */
export function folded(line: string): string {
  const lines = ['']
  let octets = 0
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (octets + size > 75) {
      lines.push(' ')
      octets = 1
    }
    lines[lines.length - 1] += character
    octets += size
  }
  return lines.join('\r\n')
}

const digits = (day: IsoDay): string => day.replaceAll('-', '')
const stamp = (at: Date): string => at.toISOString().replace(/[-:]|\.\d+/g, '')
const clock = (time: string): string => time.slice(0, 8).replaceAll(':', '')

/** A property with a day, or a day and the time on the clock in the Netherlands: summer time moves it along. */
const at = (name: string, days: readonly IsoDay[], time: string | null): string[] =>
  days.length === 0 ? [] : [time ? `${name};TZID=${zone}:${days.map((day) => `${digits(day)}T${clock(time)}`).join(',')}` : `${name};VALUE=DATE:${days.map(digits).join(',')}`]

function endOf({ first, opensAt, closesAt }: Entry): string[] {
  if (!opensAt || !closesAt || closesAt === opensAt) return []
  return closesAt.startsWith('24') ? at('DTEND', [addDays(first, 1)], '00:00:00') : at('DTEND', [closesAt > opensAt ? first : addDays(first, 1)], closesAt)
}

const eventOf = (it: Entry): string[] => [
  'BEGIN:VEVENT', `UID:${it.uid}`, `DTSTAMP:${stamp(it.changed)}`, `LAST-MODIFIED:${stamp(it.changed)}`,
  ...at('DTSTART', [it.first], it.opensAt), ...endOf(it), ...(it.rule ? [`RRULE:${it.rule}`] : []), ...at('EXDATE', it.exdates, it.opensAt), ...at('RDATE', it.rdates, it.opensAt),
  `SUMMARY:${escaped(it.summary)}`, ...(it.place ? [`LOCATION:${escaped(it.place)}`] : []), `DESCRIPTION:${escaped(it.description)}`, `URL:${it.url}`, 'TRANSP:TRANSPARENT', 'END:VEVENT',
]

// The rule of the European Union since 1996.
const netherlands = [
  'BEGIN:VTIMEZONE', `TZID:${zone}`,
  'BEGIN:DAYLIGHT', 'DTSTART:19960331T020000', 'TZOFFSETFROM:+0100', 'TZOFFSETTO:+0200', 'TZNAME:CEST', 'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU', 'END:DAYLIGHT',
  'BEGIN:STANDARD', 'DTSTART:19961027T030000', 'TZOFFSETFROM:+0200', 'TZOFFSETTO:+0100', 'TZNAME:CET', 'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU', 'END:STANDARD',
  'END:VTIMEZONE',
]

/** A calendar file after RFC 5545; the rules of what returns stand in it, so that a calendar reckons on by itself. */
export const calendarOf = (name: string, source: string, entries: readonly Entry[]): string =>
  `${[
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Schakelbord//Agenda//NL', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH', `NAME:${escaped(name)}`, `X-WR-CALNAME:${escaped(name)}`, `X-WR-TIMEZONE:${zone}`, `URL:${source}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H', ...netherlands, ...entries.flatMap(eventOf), 'END:VCALENDAR',
  ].map(folded).join('\r\n')}\r\n`
