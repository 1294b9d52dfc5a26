import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { RRuleTemporal } from 'rrule-temporal'
import { convertIcsCalendar } from 'ts-ics'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Town, town } from '../../tests/support/town.ts'
import { calendarOf } from './calendar.ts'
import type { ShownAgenda } from './shown.ts'

let t: Town
beforeAll(async () => {
  t = await town()
})
afterAll(() => t.close())

const agenda = async (query = ''): Promise<ShownAgenda> => (await t.as('visitor').json(`/agenda${query}`)).json() as ShownAgenda
const page = (query = '') => t.as('visitor').get(`/agenda${query}`)
const feed = (query = '') => t.as('visitor').get(`/agenda.ics${query}`)
const unfolded = (text: string): string[] => text.replace(/\r\n[ \t]/g, '').split('\r\n')
const eventsIn = (text: string): string[][] => unfolded(text).join('\n').split('BEGIN:VEVENT\n').slice(1).map((it) => it.split('\nEND:VEVENT')[0]!.split('\n'))
const textOf = (event: string[], name: string): string | undefined => event.find((line) => line.startsWith(`${name}:`) || line.startsWith(`${name};`))?.replace(/^[^:]*:/, '')

/** Puts one activity back as it was, whatever the test did to its schedule. */
async function withSchedule(change: string, work: (slug: string) => Promise<void>): Promise<void> {
  const [kept] = await t.rows<{ id: string; slug: string; row: unknown }>("select h.id, s.slug, to_jsonb(h) as row from schedules h join services s on s.id = h.service_id where s.slug = $1 order by h.id limit 1", [(await agenda()).lines[0]!.slug])
  await t.rows(`update schedules set ${change} where id = $1`, [kept!.id])
  try {
    await work(kept!.slug)
  } finally {
    await t.rows('update schedules h set (freq, interval, byday, bymonthday, count, dtstart, until, valid_from, valid_to, exdates, rdates, opens_at, closes_at) = (select o.freq, o.interval, o.byday, o.bymonthday, o.count, o.dtstart, o.until, o.valid_from, o.valid_to, o.exdates, o.rdates, o.opens_at, o.closes_at from jsonb_populate_record(null::schedules, $2) o) where h.id = $1', [kept!.id, JSON.stringify(kept!.row)])
  }
}

describe('[ACT-01] the agenda', () => {
  test('shows a week from today on its own, a day when asked, and each activity once in the list', async () => {
    const [week, day, list] = await Promise.all([agenda(), agenda('?vorm=dag&vanaf=2026-03-04'), agenda('?vorm=lijst')])
    expect([week.from, week.to, day.from, day.to, list.to]).toEqual(['2026-03-02', '2026-03-08', '2026-03-04', '2026-03-04', '2026-03-29'])
    expect(new Set(day.lines.map((it) => it.day))).toEqual(new Set(['2026-03-04']))
    expect(week.lines.map((it) => it.day)).toEqual(week.lines.map((it) => it.day).sort())
    expect(new Set(list.lines.map((it) => it.slug)).size).toBe(list.lines.length)
    expect(list.lines.length).toBeGreaterThan(5)
  })

  test('tells with each line what, when, where, for whom, cost, registration and who holds it, with a link to more', async () => {
    const { lines } = await agenda()
    const { text } = await page()
    for (const it of lines) {
      expect(text).toContain(`href="/voorziening/${it.slug}"`)
      expect(it.organizer).not.toBe('')
    }
    for (const key of ['place', 'forWhom', 'cost', 'times'] as const) expect([key, lines.some((it) => it[key])]).toEqual([key, true])
    for (const said of ['Waar', 'Voor wie', 'Kosten', 'Aanmelden', 'Niet nodig, u kunt binnenlopen', 'maandag 2 maart']) expect(text).toContain(said)
  })

  test.each(['2026-03-23', '2026-03-29', '2026-10-19', '2026-10-25'])('keeps its days and clock times in the week of %s, around a change of the clock', async (from) => {
    const { lines, to } = await agenda(`?vanaf=${from}`)
    const due = await t.rows<{ line: string }>(
      `select s.slug || ' ' || to_char(d, 'YYYY-MM-DD') as line from services s join schedules h on h.service_id = s.id, generate_series($1::date, $2::date, interval '1 day') d
       where s.kind = 'activity' and s.visibility = 'public' and (s.status = 'active' or d not between coalesce(s.closed_from, '-infinity') and coalesce(s.closed_until, 'infinity')) and s.state = 'published' and coalesce(s.hide_on, 'infinity') > '2026-03-02' and coalesce(s.publish_on, '-infinity') <= '2026-03-02' and coalesce(s.expire_on, 'infinity') >= d and ctx.takes_place(h, d::date)`, [from, to])
    expect(lines.map((it) => `${it.slug} ${it.day}`).sort()).toEqual(due.map((it) => it.line).sort())
    expect(lines.length).toBeGreaterThan(5)
  })

  test('leaves out a day that falls out, and holds a day that was added', () =>
    withSchedule("freq = 'WEEKLY', interval = 1, byday = 'TU', dtstart = '2026-01-06', until = null, count = null, exdates = '{2026-03-24}', rdates = '{2026-03-29}'", async (slug) => {
      expect((await agenda('?vanaf=2026-03-23')).lines.filter((it) => it.slug === slug).map((it) => it.day)).toEqual(['2026-03-29'])
      expect((await agenda('?vanaf=2026-03-30')).lines.filter((it) => it.slug === slug).map((it) => it.day)).toEqual(['2026-03-31'])
    }))

  test('narrows by cost, registration, target group and neighbourhood, on the page and in the calendar alike', async () => {
    const all = await agenda('?vorm=lijst')
    const group = all.groups[0]!.slug
    for (const query of ['kosten=gratis', 'kosten=minder-dan-5', 'handig=zonder-aanmelden', 'handig=rolstoel', 'handig=beperking', 'handig=ophalen', 'handig=meelopen', 'handig=ophalen&handig=meelopen', `voor=${group}`, 'wijk=schothorst']) {
      const [some, calendar] = await Promise.all([agenda(`?vorm=lijst&${query}`), feed(`?${query}`)])
      expect([query, some.all < all.all, some.all > 0]).toEqual([query, true, true])
      const linked = new Set(eventsIn(calendar.text).map((event) => textOf(event, 'URL')?.split('/').at(-1)))
      for (const { slug } of some.lines) expect([query, slug, linked.has(slug)]).toEqual([query, slug, true])
      expect(linked.size).toBeLessThan(eventsIn((await feed()).text).length)
    }
    for (const { registration } of (await agenda('?vorm=lijst&handig=zonder-aanmelden')).lines) expect(registration).toBe('not-needed')
  })

  test('[ACT-11] who cannot come without help sees what they can come to: by wheelchair, with a disability, fetched, or with somebody along', async () => {
    const slugs = async (query: string) => (await agenda(`?vorm=lijst&${query}`)).lines.map(({ slug }) => slug)
    const able = (which: string) => t.rows<{ slug: string }>(`select s.slug from services s where ${which}`).then((rows) => new Set(rows.map(({ slug }) => slug)))
    const at = (aspect: string) => `exists (select from accessibilities a where a.aspect = '${aspect}' and a.verdict = 'good' and (a.service_id = s.id or a.location_id in (select x.location_id from service_at_locations x where x.service_id = s.id)))`
    for (const [query, which] of [['handig=rolstoel', at('physical')], ['handig=beperking', at('disability')], ['handig=ophalen', "s.pickup = 'yes'"], ['handig=meelopen', "s.companion = 'yes'"], ['handig=ophalen&handig=beperking', `s.pickup = 'yes' and ${at('disability')}`]] as const) {
      const [shown, fitting] = [await slugs(query), await able(which)]
      expect([query, shown.length > 0, shown.filter((slug) => !fitting.has(slug))]).toEqual([query, true, []])
      expect((await slugs('')).filter((slug) => fitting.has(slug)).toSorted()).toEqual(shown.toSorted())
    }
    const { text } = await page('?handig=rolstoel&handig=beperking')
    for (const value of ['rolstoel', 'beperking']) expect(text).toMatch(new RegExp(`value="${value}" checked`))
    expect((await page('?handig=vliegen')).status).toBe(400)
  })

  test('goes on and back by links that keep the choices', async () => {
    const { text } = await page('?kosten=gratis&vanaf=2026-03-16')
    for (const href of ['/agenda?vanaf=2026-03-23&amp;kosten=gratis', '/agenda?vanaf=2026-03-09&amp;kosten=gratis', '/agenda?kosten=gratis', '/agenda.ics?kosten=gratis']) expect(text).toContain(`href="${href}"`)
    expect((await page()).text).not.toContain('Vorige week')
  })

  test('says what to do when there is nothing', async () => {
    const { status, text } = await page('?wijk=bestaat-niet')
    expect(status).toBe(200)
    for (const said of ['In deze dagen is er niets met deze keuzes.', 'href="/agenda"', 'Volgende week', 'href="/zoeken?soort=activiteit"', 'href="tel:']) expect(text).toContain(said)
  })

  test('refuses a day that does not exist or is too far away in words, on the page and in the interface', async () => {
    for (const [typed, said] of [['30-02-2026', 'De dag “30-02-2026” bestaat niet.'], ['2026-02-30', 'bestaat niet'], ['morgen', 'bestaat niet'], ['2031-01-01', 'te ver weg'], ['9999-12-31', 'te ver weg']] as const) {
      const [shown, answered] = await Promise.all([page(`?vanaf=${typed}`), t.as('visitor').json(`/agenda?vanaf=${typed}`)])
      expect([typed, shown.status, answered.status]).toEqual([typed, 400, 400])
      expect(shown.text).toContain(said)
      expect(answered.text).toContain('"vanaf"')
    }
    for (const wrong of ['?vorm=jaar', '?kosten=duur', '?voor=%27', '?onbekend=1']) expect([wrong, (await page(wrong)).status]).toEqual([wrong, 400])
    expect((await page('?vanaf=%3Cscript%3E')).text).not.toContain('<script>')
  })

  test('is told in English too, and is linked from home', async () => {
    expect((await t.as('visitor').get('/agenda', { cookie: 'taal=en' })).text).toContain('Calendar file (.ics)')
    expect((await t.as('visitor').get('/')).text).toContain('href="/agenda"')
  })

  test('shows nothing that is for professionals only, not even to who keeps the directory', async () => {
    const [first] = (await agenda()).lines
    await t.rows("update services set visibility = 'professionals' where slug = $1", [first!.slug])
    for (const who of ['visitor', 'karin'] as const) expect((await t.as(who).get('/agenda?vorm=lijst')).text).not.toContain(`/voorziening/${first!.slug}"`)
    expect((await feed()).text).not.toContain(`/voorziening/${first!.slug}`)
    await t.rows("update services set visibility = 'public' where slug = $1", [first!.slug])
  })

  test('tells no secret address, on the page or in the calendar', async () => {
    const { slug, place } = (await agenda()).lines.find((it) => it.place)!
    const mask = (masked: boolean) => t.rows('update locations set masked = $2, latitude = null, longitude = null, area_id = null, transportation = null, url = null where id in (select x.location_id from service_at_locations x join services s on s.id = x.service_id where s.slug = $1)', [slug, masked])
    const placeIn = async () => eventsIn((await feed()).text).filter((event) => textOf(event, 'URL')?.endsWith(`/${slug}`)).map((event) => textOf(event, 'LOCATION')?.replaceAll('\\,', ','))
    expect(await placeIn()).toContain(place)
    await mask(true)
    expect((await agenda()).lines.filter((it) => it.slug === slug).map((it) => it.place)).not.toContain(place)
    expect(await placeIn()).not.toContain(place)
    await mask(false)
  })
})

describe('[ACT-01] the calendar file, whatever years somebody wrote', () => {
  const weekly = (from: string | null, until: string | null, more = '') => `freq = 'WEEKLY', byday = 'TU', interval = 1, count = null, dtstart = ${from && `'${from}'`}, until = ${until && `'${until}'`}${more}`
  test.each([
    [weekly('0001-01-01', '9999-12-31'), true],
    [weekly('2026-01-06', '9999-12-31'), true],
    [weekly('2026-01-06', null, ", valid_from = '0001-01-01', valid_to = '9999-12-31'"), true],
    [weekly('9999-12-31', null), false],
    [weekly('2026-01-06', '0001-01-01'), false],
    ["freq = null, byday = null, interval = null, count = null, dtstart = null, until = null, rdates = '{0001-01-01,2026-03-29,9999-12-31}'", true],
  ])('with %s it opens, and the activity stands in it: %s', (change, stands) =>
    withSchedule(change, async (slug) => {
      const { status, text } = await feed()
      expect(status).toBe(200)
      expect(eventsIn(text).some((event) => textOf(event, 'URL')?.endsWith(`/${slug}`))).toBe(stands)
      expect(text).not.toMatch(/:(0001|9999)|=9999/)
    }))
})

describe('[ACT-04] who an activity is for', () => {
  test('is said: everyone or one group, and where people go on from there', async () => {
    const { slug } = (await agenda()).lines[0]!
    const [before] = await t.rows<{ inclusive: string; flow_to: string | null; for_whom: string | null }>('select inclusive, flow_to, for_whom from services where slug = $1', [slug])
    for (const [inclusive, said] of [['everyone', 'Iedereen is welkom'], ['one-group', 'Dit is een eigen groep']] as const) {
      await t.rows('update services set inclusive = $2, flow_to = $3, for_whom = $4 where slug = $1', [slug, inclusive, 'Het open koor op donderdag', 'Mensen die graag zingen'])
      expect((await agenda()).lines.find((it) => it.slug === slug)).toMatchObject({ inclusive, flowTo: 'Het open koor op donderdag' })
      const { text } = await page()
      expect(text).toContain(said)
      expect(text).toContain('Het open koor op donderdag')
    }
    await t.rows('update services set inclusive = $2, flow_to = $3, for_whom = $4 where slug = $1', [slug, before!.inclusive, before!.flow_to, before!.for_whom])
  })
})

/** What RFC 5545 asks of any calendar: ends of lines, what opens closes, and what every event must have. */
function faultsOf(text: string): string[] {
  const faults: string[] = []
  if (/[^\r]\n|\r[^\n]/.test(text)) faults.push('an end of line that is not CRLF')
  const open: string[] = []
  for (const line of unfolded(text)) {
    const [, kind, name = ''] = /^(BEGIN|END):(\w+)$/.exec(line) ?? []
    if (kind === 'BEGIN') open.push(name)
    else if (kind === 'END' && open.pop() !== name) faults.push(`END:${name} without its beginning`)
    else if (!kind && line && !/^[A-Z0-9-]+(;[^:]*)?:/.test(line)) faults.push(`no property: ${line}`)
  }
  if (open.length > 0) faults.push('something stays open')
  for (const event of eventsIn(text)) for (const needed of ['UID', 'DTSTAMP', 'DTSTART']) if (event.filter((line) => line.startsWith(`${needed}:`) || line.startsWith(`${needed};`)).length !== 1) faults.push(`an event without exactly one ${needed}`)
  return faults
}

describe('[ACT-01] the calendar file', () => {
  test('is a calendar that another program reads, with a way back, for five minutes', async () => {
    const { status, text, headers } = await feed()
    expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([200, 'text/calendar; charset=utf-8', 'public, max-age=300'])
    expect(faultsOf(text)).toEqual([])
    expect(Math.max(...text.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75)
    const read = convertIcsCalendar(undefined, text)
    expect(read.events!.length).toBe(eventsIn(text).length)
    expect(read.events!.length).toBeGreaterThan(5)
    for (const event of read.events!) {
      expect(event.url).toMatch(/^http:\/\/127\.0\.0\.1:3000\/voorziening\/[a-z0-9-]+$/)
      expect(event.description).toContain(event.url!)
    }
    expect(read.events!.some((event) => event.recurrenceRule?.frequency === 'WEEKLY')).toBe(true)
    expect(text).not.toMatch(/ORGANIZER|ATTENDEE|CONTACT|mailto:|tel:/)
  })

  test('has the same names and beginnings for the same things the next day', async () => {
    const uids = async () => eventsIn((await feed()).text).map((event) => `${textOf(event, 'UID')} ${textOf(event, 'DTSTART')}`)
    const before = await uids()
    expect(new Set(before).size).toBe(before.length)
    t.pass(86_400_000)
    const after = await uids()
    t.pass(-86_400_000)
    expect(before.filter((it) => after.includes(it)).length).toBeGreaterThan(before.length * 0.8)
  })

  test.each([
    ["freq = 'WEEKLY', interval = 2, byday = 'TU,TH', dtstart = '2026-01-09', count = null, until = null, exdates = '{2026-03-24}', rdates = '{2026-03-29}'"],
    ["freq = 'WEEKLY', interval = 1, byday = 'SU', dtstart = null, valid_from = null, count = null, until = null, exdates = '{}', rdates = '{}'"],
    ["freq = 'MONTHLY', interval = 1, byday = '-1SU', dtstart = '2026-01-01', count = 11, until = null, exdates = '{2026-10-25}', rdates = '{}'"],
    ["freq = 'DAILY', interval = 3, byday = null, dtstart = '2026-03-01', count = null, until = '2026-11-01', exdates = '{}', rdates = '{}'"],
    ["freq = 'MONTHLY', interval = 1, byday = null, bymonthday = '29', dtstart = '2026-02-20', count = null, until = null, exdates = '{}', rdates = '{2026-10-25}'"],
  ])('reckons the same days and times as the page, over both changes of the clock: %s', (change) =>
    withSchedule(`${change}, opens_at = '09:30', closes_at = '11:00'`, async (slug) => {
      const [row] = await t.rows<{ id: string; days: string[] }>(
        `select h.id, array(select to_char(d, 'YYYY-MM-DD') from generate_series('2026-03-05'::date, '2026-11-30'::date, interval '1 day') d where ctx.takes_place(h, d::date)) as days from schedules h join services s on s.id = h.service_id where s.slug = $1 and h.opens_at = '09:30' and h.closes_at = '11:00' order by h.id limit 1`, [slug])
      const event = eventsIn((await feed()).text).find((it) => textOf(it, 'UID')?.startsWith(row!.id))!
      expect(event).toContain(event.find((line) => line.startsWith('DTSTART;TZID=Europe/Amsterdam:') && line.endsWith('T093000')))
      const rule = event.filter((line) => /^(DTSTART|RRULE|EXDATE|RDATE)/.test(line)).join('\n')
      const held = new RRuleTemporal({ rruleString: rule }).between(new Date('2026-03-05T00:00:00Z'), new Date('2026-11-30T22:59:00Z'), true)
      expect([...new Set(held.map((it) => it.toPlainDate().toString()))].sort()).toEqual(row!.days)
      for (const it of held) expect([it.hour, it.minute, it.offset]).toEqual([9, 30, it.toPlainDate().toString() >= '2026-03-29' && it.toPlainDate().toString() < '2026-10-25' ? '+02:00' : '+01:00'])
    }))

  test('breaks no line inside a character and lets no text become a property', () => {
    const entry = { uid: 'a@b', first: '2026-03-02', rule: null, exdates: [], rdates: [], opensAt: '22:00:00', closesAt: '01:00:00', changed: new Date('2026-03-01T00:00:00Z'), summary: `Koffie; thee, é€😀${'ë'.repeat(80)}\r\nATTENDEE:mailto:x@y`, place: null, description: 'een\\twee', url: 'https://x.example/a' }
    const text = calendarOf('Agenda', 'https://x.example/agenda', [entry])
    expect(faultsOf(text)).toEqual([])
    expect(text).not.toContain('\uFFFD')
    expect(text).not.toMatch(/^ATTENDEE/m)
    expect(text).toContain('DTEND;TZID=Europe/Amsterdam:20260303T010000')
    expect(convertIcsCalendar(undefined, text).events![0]!.summary).toContain('Koffie; thee, é€😀')
  })

  const examples = join(import.meta.dirname, '../../../shared/standards/icalendar')
  test.skipIf(!existsSync(examples))('keeps to the rules that the examples of the standard keep to (skipped when ../shared/standards/icalendar is absent)', async () => {
    const [invitation, sample] = ['rfc5546-4.2.1-request.ics', 'rdate_exdate.ics'].map((name) => readFileSync(join(examples, name), 'utf8')) as [string, string]
    expect(faultsOf(invitation)).toEqual([])
    expect(faultsOf(sample)).toEqual(['an event without exactly one DTSTAMP']) // this sample leaves it out
    expect(faultsOf((await feed()).text)).toEqual([])
    expect(faultsOf('BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:a\r\nEND:VEVENT\r\n')).not.toEqual([])
  })
})
