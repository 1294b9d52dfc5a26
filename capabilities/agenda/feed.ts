import { sql } from 'kysely'
import type { Reading } from '../../platform/context.ts'
import { dayOf } from '../../platform/dates.ts'
import { say } from '../../platform/texts.ts'
import { costText, forWhomText } from '../directory/index.ts'
import { agendaAddress, type Choices } from './asked.ts'
import { type Entry, calendarOf } from './calendar.ts'
import { chosenActivities, type Occasion, spot, whatToKnow } from './reading.ts'
import { recurrenceOf, type Schedule } from './recurrence.ts'
import { texts } from './texts.ts'

type Row = Schedule & Omit<Occasion, 'day'> & { id: string; summary: string | null; changed: string; town: string }

/** No calendar needs more, and a file stays small enough for a telephone. */
const most = 1000

const rowsOf = ({ db }: Pick<Reading, 'db'>, choices: Choices) => sql<Row>`
  select h.id, s.slug, s.name, s.summary, to_char(s.last_modified at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as changed, h.freq, h.interval, h.byday, h.bymonthday, h.wkst, h.count, h.dtstart::text, h.valid_from::text as "validFrom",
    h.valid_to::text as "validTo", h.until::text, h.exdates::text[], h.rdates::text[], h.opens_at::text as "opensAt", h.closes_at::text as "closesAt", s.created_on::text as "madeOn", s.expire_on::text as "expireOn",
    s.status <> 'active' as closed, s.closed_from::text as "closedFrom", s.closed_until::text as "closedUntil", ${whatToKnow}, (select m.name from municipalities m where m.id = s.municipality_id) as town
  from directory_index i
    join services s on s.municipality_id = i.municipality_id and s.id = i.record_id
    join schedules h on h.municipality_id = i.municipality_id and h.service_id = i.record_id ${spot}
  where ${chosenActivities(choices)} and coalesce(i.expire_on, 'infinity') >= (select ctx.today())
  order by s.name, s.id, h.position, h.id limit ${most}`.execute(db)

function described(it: Row, url: string): string {
  const registration = { needed: texts.needed, 'not-needed': texts.notNeeded, unknown: texts.unknown }[it.registration]
  const lines = [
    it.summary, ...[{ name: texts.forWhom, value: forWhomText(it) }, { name: texts.cost, value: costText(it.cents, it.costWords) }, { name: texts.registration, value: say(registration) }, { name: texts.by, value: it.organizer }].map(({ name, value }) => value && `${say(name)}: ${value}`),
    `${say(texts.more)} ${url}`,
  ]
  return lines.filter(Boolean).join('\n')
}

/** The agenda as a calendar file, with what everybody may see and nothing about persons. */
export async function feedOf(reading: Pick<Reading, 'db' | 'now'>, choices: Choices, origin: string): Promise<string> {
  const { rows } = await rowsOf(reading, choices)
  const entries = rows.flatMap((it): Entry[] => {
    const recurrence = recurrenceOf(it, dayOf(reading.now))
    const url = `${origin}/voorziening/${it.slug}`
    const place = [it.place, it.address].filter(Boolean).join(', ') || (it.masked ? say(texts.secret) : null)
    return recurrence ? [{ ...recurrence, uid: `${it.id}@${new URL(origin).hostname}`, opensAt: it.opensAt, closesAt: it.closesAt, changed: new Date(it.changed), summary: it.name, place, description: described(it, url), url }] : []
  })
  return calendarOf(say(texts.feedName(rows[0]?.town ?? '')).trim(), `${origin}${agendaAddress('/agenda', choices)}`, entries)
}
