import { addDays, dayOf } from '../../platform/dates.ts'

/** What the line of an agreement was understood to mean. Parts that were not understood stay open for the person to fill in. */
export type AgreementLine = { takerId: string | undefined; what: string; dueOn: string | undefined }

const weekdays = ['zondag', 'maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag']
const months = ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec']

const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay()

/** The first day with this name after today. */
function nextWeekday(name: string, today: string): string | undefined {
  const index = weekdays.findIndex((day) => day === name || day.slice(0, 2) === name)
  return index < 0 ? undefined : addDays(today, (index - weekdayOf(today) + 7) % 7 || 7)
}

/** "5 december" or "5-12": the first such day that has not passed. */
function dayMeant(date: number, month: number, today: string): string | undefined {
  const year = Number(today.slice(0, 4))
  for (const candidate of [year, year + 1]) {
    const moment = new Date(Date.UTC(candidate, month - 1, date))
    const day = moment.toISOString().slice(0, 10)
    if (moment.getUTCDate() === date && day >= today) return day
  }
  return undefined
}

const deadline = /\s+(?:voor|op|uiterlijk)\s+(?:(morgen|overmorgen|volgende week)|(\d{1,2})[-/](\d{1,2})|(?:[a-z]+\s+)?(\d{1,2})\s+([a-z]{3})[a-z]*|([a-z]+))\.?$/i

function dueOf(found: RegExpExecArray, today: string): string | undefined {
  const [, soon, date, month, ofMonth, monthName, weekday] = found
  if (soon) return addDays(today, { morgen: 1, overmorgen: 2 }[soon.toLowerCase()] ?? 7)
  if (date && month) return dayMeant(Number(date), Number(month), today)
  if (ofMonth && monthName) {
    const index = months.indexOf(monthName.toLowerCase().replace('maa', 'mrt'))
    return index < 0 ? undefined : dayMeant(Number(ofMonth), index + 1, today)
  }
  return weekday ? nextWeekday(weekday.toLowerCase(), today) : undefined
}

/**
 * Reads "@Ria belt de thuiszorg voor vrijdag": who, what, by when. It is read back to the person before anything is kept.
 *
 * @param people  who may be meant, by full name; a first name is enough when only one has it
 */
export function readLine(line: string, people: readonly { personId: string; name: string }[], now: Date): AgreementLine {
  const today = dayOf(now)
  const called = /^@(\S+)\s+/.exec(line)
  const name = called?.[1]?.toLowerCase()
  const meant = name ? people.filter((one) => one.name.toLowerCase().split(' ').includes(name)) : []
  const rest = called ? line.slice(called[0].length) : line
  const found = deadline.exec(rest)
  const dueOn = found ? dueOf(found, today) : undefined
  return { takerId: meant.length === 1 ? meant[0]?.personId : undefined, what: (dueOn && found ? rest.slice(0, found.index) : rest).trim(), dueOn }
}
