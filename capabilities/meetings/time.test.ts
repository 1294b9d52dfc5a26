import { describe, expect, test } from 'vitest'
import { passed, readyAt, timeLeft } from './time.ts'

const now = new Date('2026-03-11T13:30:00Z')
const ago = (minutes: number) => new Date(now.getTime() - minutes * 60_000).toISOString()

describe('time in a meeting', () => {
  test('what is left of a point counts down to nothing', () => {
    expect(timeLeft(10, ago(4), now)).toBe('6.00')
    expect(timeLeft(10, new Date(now.getTime() - 228_000).toISOString(), now)).toBe('6.12')
    expect(timeLeft(10, ago(11), now)).toBeUndefined()
    expect(timeLeft(10, null, now)).toBeUndefined()
  })

  test('the end moves with what is left: what was dealt with counts no more, what runs over takes nothing back', () => {
    const item = (state: 'waiting' | 'open' | 'done', minutes: number, openedAt: string | null = null) => ({ state, minutes, openedAt })
    expect(readyAt([item('done', 20, ago(30)), item('open', 10, ago(4)), item('waiting', 15)], now)).toEqual(new Date('2026-03-11T13:51:00Z'))
    expect(readyAt([item('open', 10, ago(40)), item('waiting', 15)], now)).toEqual(new Date('2026-03-11T13:45:00Z'))
    expect(passed(item('open', 10, ago(5)), now)).toBe(0.5)
    expect(passed(item('done', 10, ago(5)), now)).toBe(1)
    expect(passed(item('waiting', 10), now)).toBe(0)
  })
})
