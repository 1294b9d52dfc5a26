import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addDays } from '../../platform/dates.ts'
import { escalated, mailOf, type Stage, stageDue } from './asking-owners.ts'

const staleOn = '2026-06-15'

test('[DIR-04] an owner is asked two weeks before half a year is over, on the day, and two weeks later', () => {
  expect(stageDue(staleOn, '2026-05-31', [])).toBeUndefined()
  expect(stageDue(staleOn, '2026-06-01', [])).toBe('first')
  expect(stageDue(staleOn, '2026-06-14', ['first'])).toBeUndefined()
  expect(stageDue(staleOn, '2026-06-15', ['first'])).toBe('reminder')
  expect(stageDue(staleOn, '2026-06-29', ['first', 'reminder'])).toBe('last')
  expect(stageDue(staleOn, '2026-12-01', ['first', 'reminder', 'last'])).toBeUndefined()
  expect(escalated(staleOn, '2026-07-12', true)).toBe(false)
  expect(escalated(staleOn, '2026-07-13', true)).toBe(true)
  expect(escalated(staleOn, '2026-06-15', false)).toBe(true)
})

test('whatever days the program runs, nobody is asked more than three times in a round, and never twice the same', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 90 }), { maxLength: 60 }), (jumps) => {
      const asked: Stage[] = []
      for (const jump of jumps.sort((a, b) => a - b)) {
        const due = stageDue(staleOn, addDays('2026-05-20', jump), asked)
        if (due) asked.push(due)
      }
      expect(new Set(asked).size).toBe(asked.length)
      expect(asked.length).toBeLessThanOrEqual(3)
    }),
  )
})

test('a mail has one link for each entry and no line end in its subject', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ minLength: 1, maxLength: 300 }), { minLength: 1, maxLength: 6 }), fc.boolean(), (names, again) => {
      const mail = mailOf(names.map((name, at) => ({ name, href: `https://example.nl/bevestigen/${at}` })), again, 'Amersfoort')
      expect(mail.subject).not.toMatch(/[\r\n]/)
      expect(mail.subject.length).toBeLessThanOrEqual(200)
      for (const at of names.keys()) expect(mail.body).toContain(`https://example.nl/bevestigen/${at}`)
    }),
  )
})
