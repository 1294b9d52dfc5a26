type Item = { state: 'waiting' | 'open' | 'done'; minutes: number; openedAt: string | null }

/** Time left of so many minutes since a moment, as "6.12"; undefined when it has not begun or is over. */
export function timeLeft(minutes: number, openedAt: string | null, now: Date): string | undefined {
  if (!openedAt) return undefined
  const seconds = Math.floor(minutes * 60 - (now.getTime() - Date.parse(openedAt)) / 1000)
  return seconds > 0 ? `${Math.floor(seconds / 60)}.${String(seconds % 60).padStart(2, '0')}` : undefined
}

/** How much of a point has passed, from 0 to 1 and beyond. */
export const passed = ({ state, minutes, openedAt }: Item, now: Date): number => (state === 'done' ? 1 : state === 'open' && openedAt ? (now.getTime() - Date.parse(openedAt)) / (minutes * 60_000) : 0)

/** When the last point is over, if what is open and what waits take the time they were given. */
export function readyAt(items: readonly Item[], now: Date): Date {
  const minutes = items.reduce((sum, item) => {
    if (item.state === 'done') return sum
    return sum + (item.state === 'open' ? Math.max(0, item.minutes * (1 - passed(item, now))) : item.minutes)
  }, 0)
  return new Date(now.getTime() + minutes * 60_000)
}
