import { describe, expect, test } from 'vitest'
import { readLine } from './line.ts'

const people = [
  { personId: 'ria', name: 'Ria Bos' },
  { personId: 'mirjam', name: 'Mirjam de Wit' },
  { personId: 'hassan', name: 'Hassan Amrani' },
  { personId: 'els', name: 'Els Bos' },
]
const monday = new Date('2026-03-02T09:00:00Z')
const read = (line: string) => readLine(line, people, monday)

describe('the line of an agreement is read as people say it', () => {
  test('who, what, and the first Friday', () => {
    expect(read('@Ria belt de thuiszorg voor vrijdag')).toEqual({ takerId: 'ria', what: 'belt de thuiszorg', dueOn: '2026-03-06' })
  })
  test('on a Monday, Monday is next week', () => {
    expect(read('@hassan vraagt het na voor maandag').dueOn).toBe('2026-03-09')
  })
  test.each([
    ['@Mirjam gaat langs op 5 maart', '2026-03-05'],
    ['@Mirjam gaat langs op donderdag 5 maart', '2026-03-05'],
    ['@Mirjam gaat langs op 1-3', '2027-03-01'],
    ['@Mirjam gaat langs voor morgen', '2026-03-03'],
    ['@Mirjam gaat langs uiterlijk volgende week', '2026-03-09'],
    ['@Mirjam gaat langs op 5 jan', '2027-01-05'],
  ])('%s', (line, dueOn) => {
    expect(read(line)).toEqual({ takerId: 'mirjam', what: 'gaat langs', dueOn })
  })
  test('a name that two people have is left open', () => {
    expect(read('@Bos belt').takerId).toBeUndefined()
  })
  test('words that are no day stay in what was agreed', () => {
    expect(read('@Els zorgt voor koffie')).toEqual({ takerId: 'els', what: 'zorgt voor koffie', dueOn: undefined })
    expect(read('@Els belt op 31 februari')).toEqual({ takerId: 'els', what: 'belt op 31 februari', dueOn: undefined })
  })
})
