import { dayOf } from '../../../platform/dates.ts'
import type { Base } from '../ground.ts'
import type { Reading } from '../search.ts'
import type { Entries } from './entries.ts'
import { Readings } from './readings.ts'

/** What the searches of visitors stand on that came before: the same for the next one, while the directory is in the state that `stamp` tells, on the same day. */
export type Before = { readonly stamp: string; readonly day: string; readonly base: Base; /** all told, and as it is in this state */ readonly entries: Entries; readonly readings: Readings }

const kept = new WeakMap<object, Before>()

/** What the last search by a visitor of this town stood on, today; undefined when there was none. */
export function beforeOf(town: object | undefined, now: Date): Before | undefined {
  const before = town && kept.get(town)
  return before && before.day === dayOf(now) ? before : undefined
}

/** Keeps what a search stood on, and what it learned of words. */
export function keepFor(town: object, now: Date, { stamp, base, entries }: Pick<Before, 'stamp' | 'base' | 'entries'>, asked: string, reading: Reading): void {
  const known = beforeOf(town, now)
  const it = known?.stamp === stamp && known.entries === entries ? known : { stamp, day: dayOf(now), base, entries, readings: new Readings(base.needs) }
  it.readings.learn(asked, reading)
  kept.set(town, it)
}
