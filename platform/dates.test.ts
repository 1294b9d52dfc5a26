import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, clock, dayAndMonth, dayOf, daysBetween, fromToday, fullDay, longDay, momentOf, overdue, shortDay, shortMoment, timeOf, weekday } from './dates.ts'
import { inLocale } from './texts.ts'

const now = new Date('2025-11-24T08:00:00Z')

test('a day is the day in the Netherlands, also late in the evening and whatever the zone of the server', () => {
  expect(dayOf(new Date('2025-12-02T22:59:59Z'))).toBe('2025-12-02')
  expect(dayOf(new Date('2025-12-02T23:00:00Z'))).toBe('2025-12-03')
  expect(dayOf(new Date('2025-07-02T22:00:00Z'))).toBe('2025-07-03')
})

test('days and times read in Dutch form', () => {
  expect(shortDay('2025-12-03')).toBe('wo 3 dec')
  expect(longDay('2025-12-03')).toBe('woensdag 3 december')
  expect(fullDay('2025-12-03')).toBe('3 december 2025')
  expect(dayAndMonth('2025-03-09')).toBe('9 mrt')
  expect(weekday('2025-12-03')).toBe('woensdag')
  expect(clock(new Date('2025-12-03T13:32:00Z'))).toBe('14.32')
  expect(shortMoment(new Date('2025-12-03T13:05:00Z'))).toBe('wo 3 dec, 14.05 uur')
})

test('days and times read in English form', () => {
  inLocale('en', () => {
    expect(shortDay('2025-12-03')).toBe('Wed 3 Dec')
    expect(longDay('2025-12-03')).toBe('Wednesday 3 December')
    expect(shortMoment(new Date('2025-12-03T13:05:00Z'))).toBe('Wed 3 Dec, 14:05')
    expect(fromToday('2025-12-03', now)).toBe('in 9 days')
    expect(overdue('2025-11-23', now)).toBe('1 day late')
  })
})

test('the year is told when it is another year', () => {
  expect(shortDay('2026-01-02', now)).toBe('vr 2 jan 2026')
  expect(longDay('2025-12-31', now)).toBe('woensdag 31 december')
})

test('the distance from today is counted in days as people count them', () => {
  expect(['2025-11-24', '2025-11-25', '2025-11-23', '2025-12-03', '2025-11-22'].map((day) => fromToday(day, now))).toEqual(['vandaag', 'morgen', 'gisteren', 'over 9 dagen', '2 dagen geleden'])
})

test('what is due today is not late, what was due yesterday is', () => {
  expect(overdue('2025-11-24', now)).toBeUndefined()
  expect(overdue('2025-11-23', now)).toBe('1 dag te laat')
  expect(overdue('2025-11-22', now)).toBe('2 dagen te laat')
})

describe('summer time', () => {
  test('begins on 30 March 2025: that day has 23 hours', () => {
    expect(momentOf('2025-03-30').toISOString()).toBe('2025-03-29T23:00:00.000Z')
    expect(momentOf('2025-03-31').toISOString()).toBe('2025-03-30T22:00:00.000Z')
    expect(momentOf('2025-03-30', '01:59').toISOString()).toBe('2025-03-30T00:59:00.000Z')
    expect(momentOf('2025-03-30', '03:00').toISOString()).toBe('2025-03-30T01:00:00.000Z')
  })
  test('a time that is skipped is one hour later', () => {
    expect(timeOf(momentOf('2025-03-30', '02:30'))).toBe('03:30')
  })
  test('ends on 26 October 2025: a time that happens twice is the first of the two', () => {
    expect(momentOf('2025-10-26', '02:30').toISOString()).toBe('2025-10-26T00:30:00.000Z')
    expect(momentOf('2025-10-26', '03:00').toISOString()).toBe('2025-10-26T02:00:00.000Z')
    expect(momentOf('2025-10-27').toISOString()).toBe('2025-10-26T23:00:00.000Z')
  })
  test.each(['2025-03-29', '2025-10-25'])('a day later than %s is the next day, across the change', (day) => {
    expect(daysBetween(day, addDays(day, 2))).toBe(2)
    expect(dayOf(momentOf(addDays(day, 1)))).toBe(addDays(day, 1))
    expect(fromToday(addDays(day, 2), momentOf(day, '23:30'))).toBe('over 2 dagen')
  })
  test('every quarter of an hour that exists comes back as it was', () => {
    for (const day of ['2025-03-30', '2025-10-26', '2025-06-01', '2025-12-31'])
      for (let quarter = 0; quarter < 96; quarter += 1) {
        const time = `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`
        if (day === '2025-03-30' && time.startsWith('02')) continue
        expect(`${dayOf(momentOf(day, time))} ${timeOf(momentOf(day, time))}`).toBe(`${day} ${time}`)
      }
  })
})

test('any moment since 1900 shows the day and time that the calendar of this machine gives, also around the change of the clock', () => {
  const calendar = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' })
  fc.assert(
    fc.property(fc.date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }), fc.integer({ min: 1950, max: 2099 }), fc.integer({ min: -7_200_000, max: 7_200_000 }), (at, year, around) => {
      const lastSunday = new Date(Date.UTC(year, 2, 31, 1))
      lastSunday.setUTCDate(31 - lastSunday.getUTCDay())
      for (const moment of [at, new Date(lastSunday.getTime() + around)]) expect(`${dayOf(moment)} ${timeOf(moment)}`).toBe(calendar.format(moment))
    }),
    { numRuns: 2000 },
  )
})
