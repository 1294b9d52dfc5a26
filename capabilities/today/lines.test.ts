import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../platform/dates.ts'
import { type Line, sorted } from './lines.ts'

const today = '2026-03-02'
const line = (on: string | null, others = false): Line => ({ kind: 'action', what: 'x', about: null, by: null, on, href: '/', others, subject: null })

test('what is late or due today is for now, the week after that for this week', () => {
  const { now, week, others } = sorted([line(addDays(today, 7)), line(addDays(today, -3)), line(today), line(addDays(today, 1)), line(null), line(addDays(today, 8)), line(addDays(today, 2), true)], today)
  expect(now.map((it) => it.on)).toEqual([null, addDays(today, -3), today])
  expect(week.map((it) => it.on)).toEqual([addDays(today, 1), addDays(today, 7)])
  expect(others).toHaveLength(1)
})

test('a change to pass on never stands before a signal that is late', () => {
  const { now } = sorted([{ ...line(null), kind: 'correction' }, line(today), line(addDays(today, -1)), line(null)], today)
  expect(now.map(({ kind, on }) => `${kind} ${on}`)).toEqual(['action null', `action ${addDays(today, -1)}`, `action ${today}`, 'correction null'])
})

test('nothing within a week is ever left out, and nothing stands in two lists', () => {
  const lines = fc.array(fc.record({ days: fc.integer({ min: -400, max: 400 }), others: fc.boolean() }))
  fc.assert(
    fc.property(lines, (made) => {
      const all = made.map(({ days, others }) => line(addDays(today, days), others))
      const { now, week, others } = sorted(all, today)
      const shown = [...now, ...week, ...others]
      expect(new Set(shown).size).toBe(shown.length)
      expect(all.filter((it) => !shown.includes(it)).every((it) => !it.others && (it.on ?? '') > addDays(today, 7))).toBe(true)
    }),
  )
})
