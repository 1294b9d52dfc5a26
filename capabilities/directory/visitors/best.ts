import type { Entries } from './entries.ts'

const code = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

/** The best so many of what is offered: by the first number, then the second, the higher the sooner; then by name. */
export class Best {
  readonly #all: { first: number; second: number; number: number }[] = []
  readonly #most: number
  readonly #entries: Entries
  readonly #starts: Float64Array
  // Of the last one: most of what is offered comes after it, and this tells so at once.
  #first = 0
  #second = 0
  /** Whatever has no first number and a second one below this comes after all that stand here; a little low, because who asks multiplies where the number itself is divided. */
  bound = -1
  constructor(entries: Entries, most: number) {
    this.#entries = entries
    this.#starts = entries.startsOf()
    this.#most = most
  }

  /** Below zero when what is offered comes before what stands there. */
  #against(at: number, first: number, second: number, number: number): number {
    const it = this.#all[at]!
    const apart = it.first - first || it.second - second || this.#starts[number]! - this.#starts[it.number]!
    if (apart !== 0) return apart
    const { names, ids } = this.#entries
    return code(names[number]!, names[it.number]!) || code(ids[number]!, ids[it.number]!)
  }

  offer(first: number, second: number, number: number): void {
    if (this.#all.length === this.#most) {
      if (first < this.#first || (first === this.#first && second < this.#second)) return
      if (this.#against(this.#most - 1, first, second, number) >= 0) return
      this.#all.pop()
    }
    let [low, high] = [0, this.#all.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.#against(middle, first, second, number) < 0) high = middle
      else low = middle + 1
    }
    this.#all.splice(low, 0, { first, second, number })
    const last = this.#all.at(-1)!
    this.#first = last.first
    this.#second = last.second
    if (this.#all.length === this.#most) this.bound = last.second * (1 - 1e-12)
  }

  from(skipped: number): number[] {
    return this.#all.slice(skipped).map(({ number }) => number)
  }
}
