import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readLine, writeLine } from './times.ts'

test.each([
  ['dinsdag en donderdag 12.00-13.30', { freq: 'WEEKLY', interval: 1, byday: 'TU,TH', opensAt: '12:00', closesAt: '13:30' }],
  ['ma t/m vr 9-17', { freq: 'WEEKLY', interval: 1, byday: 'MO,TU,WE,TH,FR', opensAt: '09:00', closesAt: '17:00' }],
  ['Ma, wo, vr van 9:30 tot 12 uur', { freq: 'WEEKLY', interval: 1, byday: 'MO,WE,FR', opensAt: '09:30', closesAt: '12:00' }],
  ['elke tweede woensdag van de maand 14:00-16:00', { freq: 'MONTHLY', interval: 1, byday: '2WE', opensAt: '14:00', closesAt: '16:00' }],
  ['elke laatste vr 10-12', { freq: 'MONTHLY', interval: 1, byday: '-1FR', opensAt: '10:00', closesAt: '12:00' }],
  ['om de week op donderdag 19.30-21.00', { freq: 'WEEKLY', interval: 2, byday: 'TH', opensAt: '19:30', closesAt: '21:00' }],
  ['elke dag 0:00-23:59', { freq: 'WEEKLY', interval: 1, byday: 'MO,TU,WE,TH,FR,SA,SU', opensAt: '00:00', closesAt: '23:59' }],
])('opening hours are read as people type them: %s', (line, meant) => {
  expect(readLine(line)).toEqual(meant)
})

test.each(['dinsdag', 'dinsdag 25:00-26:00', 'dinsdag 14-12', 'wanneer het uitkomt', 'vrijdag t/m maandag 9-17', '9-17'])('what cannot be meant is not guessed: %s', (line) => {
  expect(readLine(line)).toBeUndefined()
})

test('a line that was written is read as the same', () => {
  const codes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
  const time = fc.tuple(fc.integer({ min: 0, max: 1380 }), fc.integer({ min: 1, max: 59 })).map(([from, more]) => [from, from + more].map((at) => `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`))
  const weekly = fc.tuple(fc.subarray(codes, { minLength: 1 }), fc.integer({ min: 1, max: 2 })).map(([byday, interval]) => ({ freq: 'WEEKLY', interval, byday: byday.join(',') }))
  const monthly = fc.tuple(fc.constantFrom('1', '2', '3', '4', '-1'), fc.constantFrom(...codes)).map(([nth, code]) => ({ freq: 'MONTHLY', interval: 1, byday: `${nth}${code}` }))

  fc.assert(
    fc.property(fc.oneof(weekly, monthly), time, (rule, [opensAt = '', closesAt = '']) => {
      const it = { ...rule, opensAt, closesAt }
      expect(readLine(writeLine(it) ?? '')).toEqual(it)
    }),
  )
})
