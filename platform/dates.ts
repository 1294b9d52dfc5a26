import { counted, locale, type Locale } from './texts.ts'

/** A day in the Netherlands as "2025-12-03". Days stay text from form to table; only moments are a `Date`. */
export type IsoDay = string

/** Where every day and clock time on screen is: the users' own zone, whatever the server's. */
export const zone = 'Europe/Amsterdam'

const names = {
  nl: {
    days: ['zondag', 'maandag', 'dinsdag', 'woensdag', 'donderdag', 'vrijdag', 'zaterdag'],
    months: ['januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus', 'september', 'oktober', 'november', 'december'],
    shortDays: ['zo', 'ma', 'di', 'wo', 'do', 'vr', 'za'],
    shortMonths: ['jan', 'feb', 'mrt', 'apr', 'mei', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'],
  },
  en: {
    days: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
    months: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
    shortDays: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
    shortMonths: ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'],
  },
} satisfies Record<Locale, unknown>

const wall = new Intl.DateTimeFormat('en-GB', {
  timeZone: zone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit',
})

type Shown = { day: IsoDay; time: string; second: string }

function asked(at: Date): Shown {
  const part = Object.fromEntries(wall.formatToParts(at).map(({ type, value }) => [type, value]))
  return { day: `${part.year}-${part.month}-${part.day}`, time: `${part.hour}:${part.minute}`, second: part.second ?? '00' }
}

// Since the war the clock here is whole hours ahead and changes at a whole hour, so that one question answers for a quarter of an hour. Asking takes a hundred times as long.
const [since, until] = [Date.UTC(1950), Date.UTC(9999)]
const quarter = 900_000
const mostKnown = 4096
const shifts = new Map<number, number>()

function shiftAt(at: number): number {
  const key = Math.floor(at / quarter)
  const known = shifts.get(key)
  if (known !== undefined) return known
  const { day, time } = asked(new Date(key * quarter))
  const shift = Date.parse(`${day}T${time}:00Z`) - key * quarter
  if (shifts.size >= mostKnown) shifts.clear()
  shifts.set(key, shift)
  return shift
}

// The moment of the request is asked about for every row of a page.
let latest: { moment: number; shown: Shown } | undefined

/** What calendar and clock in the Netherlands show at this moment. */
function shownAt(at: Date): Shown {
  const moment = at.getTime()
  if (latest?.moment === moment) return latest.shown
  if (!(moment >= since && moment < until)) return asked(at)
  const text = new Date(moment + shiftAt(moment)).toISOString()
  const shown = { day: text.slice(0, 10), time: text.slice(11, 16), second: text.slice(17, 19) }
  latest = { moment, shown }
  return shown
}

// Days begin at a whole quarter of an hour, so that a day that was asked holds for the rest of its quarter.
let latestDay: { key: number; day: IsoDay } | undefined

/** The day in the Netherlands at this moment. */
export function dayOf(at: Date): IsoDay {
  const moment = at.getTime()
  const key = Math.floor(moment / quarter)
  if (latestDay?.key === key) return latestDay.day
  const { day } = shownAt(at)
  if (moment >= since && moment < until) latestDay = { key, day }
  return day
}

/** The clock time in the Netherlands at this moment, as "14:32": what a time field holds. */
export const timeOf = (at: Date): string => shownAt(at).time

/** The clock time so many minutes after another one: "14:00" and 90 give "15:30". */
export function minutesLater(time: string, minutes: number): string {
  const all = Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5)) + minutes
  return `${String(Math.floor(all / 60) % 24).padStart(2, '0')}:${String(all % 60).padStart(2, '0')}`
}

const utc = (day: IsoDay): number => Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)))
const dayLength = 86_400_000

/** The day so many days later, or earlier when negative. Days have no hours, so summer time does not matter. */
export const addDays = (day: IsoDay, days: number): IsoDay => new Date(utc(day) + days * dayLength).toISOString().slice(0, 10)

/** How many days `to` is after `from`; negative when it is before. */
export const daysBetween = (from: IsoDay, to: IsoDay): number => Math.round((utc(to) - utc(from)) / dayLength)

/** Milliseconds that the clock in the Netherlands is ahead of UTC. */
function ahead(at: number): number {
  const { day, time, second } = shownAt(new Date(at))
  return Date.parse(`${day}T${time}:${second}Z`) - Math.floor(at / 1000) * 1000
}

/**
 * The moment at which the clock in the Netherlands shows this day and time ("14:30").
 * A time that happens twice, when summer time ends, is the first of the two; a time that is skipped, when it begins, is one hour later.
 */
export function momentOf(day: IsoDay, time = '00:00'): Date {
  const shown = Date.parse(`${day}T${time}:00Z`)
  const before = ahead(shown - dayLength)
  const after = ahead(shown + dayLength)
  const summer = shown - Math.max(before, after)
  return new Date(ahead(summer) === Math.max(before, after) ? summer : shown - Math.min(before, after))
}

const asDay = (at: IsoDay | Date): IsoDay => (typeof at === 'string' ? at : dayOf(at))
const parts = (day: IsoDay) => ({ year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)) - 1, date: Number(day.slice(8, 10)), weekday: new Date(utc(day)).getUTCDay() })

/** The year, when it is another than that of `now`: without it people would guess. */
const otherYear = (day: IsoDay, now: Date | undefined): string => (now && dayOf(now).slice(0, 4) !== day.slice(0, 4) ? ` ${day.slice(0, 4)}` : '')

/** "wo 3 dec". With `now` the year is added when it is another year. */
export function shortDay(at: IsoDay | Date, now?: Date): string {
  const day = asDay(at)
  const { month, date, weekday } = parts(day)
  const { shortDays, shortMonths } = names[locale()]
  return `${shortDays[weekday]} ${date} ${shortMonths[month]}${otherYear(day, now)}`
}

/** "woensdag 3 december". With `now` the year is added when it is another year. */
export function longDay(at: IsoDay | Date, now?: Date): string {
  const day = asDay(at)
  const { month, date, weekday } = parts(day)
  const { days, months } = names[locale()]
  return `${days[weekday]} ${date} ${months[month]}${otherYear(day, now)}`
}

/** "3 december 2025": for letters, sources and anything that is kept. */
export function fullDay(at: IsoDay | Date): string {
  const { year, month, date } = parts(asDay(at))
  return `${date} ${names[locale()].months[month]} ${year}`
}

/** "3 dec": where the day of the week stands elsewhere. */
export function dayAndMonth(at: IsoDay | Date): string {
  const { month, date } = parts(asDay(at))
  return `${date} ${names[locale()].shortMonths[month]}`
}

/** "woensdag", or "wo" when `short`. */
export const weekday = (at: IsoDay | Date, short = false): string => names[locale()][short ? 'shortDays' : 'days'][parts(asDay(at)).weekday] ?? ''

/** "vandaag", "morgen", "over 9 dagen", "2 dagen geleden": the distance from today, in whole days as people count them. */
export function fromToday(at: IsoDay | Date, now: Date): string {
  const days = daysBetween(dayOf(now), asDay(at))
  const dutch = locale() === 'nl'
  if (days === 0) return dutch ? 'vandaag' : 'today'
  if (days === 1) return dutch ? 'morgen' : 'tomorrow'
  if (days === -1) return dutch ? 'gisteren' : 'yesterday'
  if (days > 0) return dutch ? `over ${days} dagen` : `in ${days} days`
  return dutch ? `${-days} dagen geleden` : `${-days} days ago`
}

/** "1 dag te laat", "2 dagen te laat"; undefined when the day has not passed. */
export function overdue(due: IsoDay | Date, now: Date): string | undefined {
  const days = daysBetween(asDay(due), dayOf(now))
  if (days <= 0) return undefined
  return locale() === 'nl' ? `${counted(days, 'dag', 'dagen')} te laat` : `${counted(days, 'day', 'days')} late`
}

/** "14.32" in Dutch, "14:32" in English; Dutch sentences put "uur" behind it. */
export const clock = (at: Date): string => (locale() === 'nl' ? timeOf(at).replace(':', '.') : timeOf(at))

/** "wo 3 dec, 14.32 uur". */
export const shortMoment = (at: Date, now?: Date): string => `${shortDay(at, now)}, ${clock(at)}${locale() === 'nl' ? ' uur' : ''}`
