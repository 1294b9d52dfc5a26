import fc from 'fast-check'
import { RRuleTemporal } from 'rrule-temporal'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDays } from '../../platform/dates.ts'
import { type Town, town } from '../../tests/support/town.ts'

let t: Town
beforeAll(async () => {
  t = await town()
})
afterAll(() => t.close())

const codes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const start = '2026-01-05'

const weekly = fc.record({ freq: fc.constant('WEEKLY'), interval: fc.integer({ min: 1, max: 4 }), byday: fc.subarray(codes, { minLength: 1 }).map((it) => it.join(',')), wkst: fc.constantFrom('MO', 'SU') })
const monthly = fc.record({ freq: fc.constant('MONTHLY'), interval: fc.integer({ min: 1, max: 3 }), byday: fc.tuple(fc.constantFrom(1, 2, 3, 4, -1), fc.constantFrom(...codes)).map(([nth, code]) => `${nth}${code}`), wkst: fc.constant('MO') })
const daily = fc.record({ freq: fc.constant('DAILY'), interval: fc.integer({ min: 1, max: 9 }), byday: fc.constant(null), wkst: fc.constant('MO') })
const rules = fc.tuple(fc.oneof(weekly, monthly, daily), fc.option(fc.integer({ min: 1, max: 20 }), { nil: null }), fc.integer({ min: 0, max: 120 }))

test('[ACT-01] a recurrence falls on the days that RFC 5545 says, by the reckoning of another program', async () => {
  await fc.assert(
    fc.asyncProperty(rules, async ([rule, count, from]) => {
      const dtstart = addDays(start, from % 40)
      const last = addDays(start, 200)
      const rows = await t.rows<{ day: string }>(
        `select to_char(d, 'YYYY-MM-DD') as day from generate_series($1::date, $2::date, interval '1 day') d
         where ctx.takes_place(jsonb_populate_record(null::schedules, $3::jsonb), d::date)`,
        [dtstart, last, JSON.stringify({ ...rule, dtstart, count, exdates: [], rdates: [], timezone: 'Europe/Amsterdam' })],
      )
      const text = `DTSTART;TZID=Europe/Amsterdam:${dtstart.replaceAll('-', '')}T120000\nRRULE:FREQ=${rule.freq};INTERVAL=${rule.interval};WKST=${rule.wkst}${rule.byday ? `;BYDAY=${rule.byday}` : ''}${count ? `;COUNT=${count}` : ''}`
      const expected = new RRuleTemporal({ rruleString: text }).between(new Date(`${dtstart}T00:00:00Z`), new Date(`${last}T23:00:00Z`), true).map((it) => it.toPlainDate().toString())

      expect(rows.map((it) => it.day)).toEqual(expected)
    }),
    { numRuns: 60, seed: 42 },
  )
})

test('a day that falls out and a day that is added count before the rule', async () => {
  const days = await t.rows<{ day: string }>(
    `select to_char(d, 'YYYY-MM-DD') as day from generate_series('2026-03-02'::date, '2026-03-20'::date, interval '1 day') d where ctx.takes_place(jsonb_populate_record(null::schedules, $1::jsonb), d::date)`,
    [JSON.stringify({ freq: 'WEEKLY', byday: 'TU', dtstart: '2026-01-01', exdates: ['2026-03-10'], rdates: ['2026-03-12'] })],
  )

  expect(days.map((it) => it.day)).toEqual(['2026-03-03', '2026-03-12', '2026-03-17'])
})
