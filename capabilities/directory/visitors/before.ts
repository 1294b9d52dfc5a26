import { dayOf } from '../../../platform/dates.ts'
import type { Base } from '../ground.ts'
import type { Reading } from '../search.ts'
import type { Entries } from './entries.ts'
import { Readings } from './readings.ts'

/** A postcode of here, and where it lies. */
export type Postcode = { latitude: number; longitude: number; areaId: string | null }

/** What the searches of visitors stand on that came before: the same for the next one, while the directory is in the state that `stamp` tells, on the same day. */
export type Before = { readonly stamp: string; readonly day: string; readonly base: Base; /** all told, and as it is in this state */ readonly entries: Entries; readonly readings: Readings; /** null for a postcode that is not of here */ readonly postcodes: Map<string, Postcode | null> }

const most = 5000
const kept = new WeakMap<object, Before>()

/** What the last search by a visitor of this town stood on, today; undefined when there was none. */
export function beforeOf(town: object | undefined, now: Date): Before | undefined {
  const before = town && kept.get(town)
  return before && before.day === dayOf(now) ? before : undefined
}

/** Keeps what a search stood on, and what it learned of words and a postcode. */
export function keepFor(town: object, now: Date, { stamp, base, entries }: Pick<Before, 'stamp' | 'base' | 'entries'>, asked: string, reading: Reading, postcode: readonly [digits: string, place: Postcode | null] | null): void {
  const known = beforeOf(town, now)
  const it = known?.stamp === stamp && known.entries === entries ? known : { stamp, day: dayOf(now), base, entries, readings: new Readings(base.needs), postcodes: new Map<string, Postcode | null>() }
  it.readings.learn(asked, reading)
  if (it.postcodes.size > most) it.postcodes.clear()
  if (postcode) it.postcodes.set(...postcode)
  kept.set(town, it)
}
