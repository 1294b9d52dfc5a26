/** Chances that follow from a seed and a place: record n is the same however many records are made. */
export type Chances = { whole: (below: number) => number; pick: <T>(from: readonly T[]) => T; zipf: (below: number) => number; uuid: () => string }

/** @source mulberry32, with the place mixed into the seed */
function numbers(seed: number, place: number): () => number {
  let state = (Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b) ^ Math.imul(place + 1, 0xc2b2ae35)) | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
}

const hex = (value: number, digits: number): string => value.toString(16).padStart(8, '0').slice(0, digits)

export function chances(seed: number, place: number): Chances {
  const next = numbers(seed, place)
  const whole = (below: number) => next() % below
  return {
    whole,
    pick: (from) => from[whole(from.length)]!,
    // a few come often and most come seldom
    zipf: (below) => Math.min(below - 1, Math.floor(below ** ((next() % 1_000_003) / 1_000_003)) - 1),
    uuid: () => `${hex(next(), 8)}-${hex(next(), 4)}-4${hex(next(), 3)}-8${hex(next(), 3)}-${hex(next(), 8)}${hex(next(), 4)}`,
  }
}
