import { Refusal } from './refusal.ts'

/** How often one address may do something in a row. */
export type Limit = { /** times */ most: number; seconds: number }

/** Counts and refuses. @throws Refusal 429 with the seconds to wait */
export type Throttle = (what: string, limit: Limit, address: string | undefined, now: Date) => void

type Window = { count: number; endsAt: number }

const mostKnown = 20_000

/** One household or office often has a whole IPv6 network of this size: the first four groups, written out. */
function networkOf(address: string): string {
  if (!address.includes(':') || address.includes('.')) return address
  const [before = '', after] = address.split('::', 2)
  const head = before.split(':').filter(Boolean)
  const tail = (after ?? '').split(':').filter(Boolean)
  const zeros = after === undefined ? [] : Array.from({ length: Math.max(0, 8 - head.length - tail.length) }, () => '0')
  return [...head, ...zeros, ...tail].slice(0, 4).join(':')
}

const tooOften = (seconds: number): Refusal =>
  new Refusal(
    429,
    'address.too-often',
    { nl: 'Er is vanaf dit adres heel vaak iets verstuurd. Wacht even en probeer het dan opnieuw, of bel het team.', en: 'This address has sent something very often. Wait a moment and try again, or telephone the team.' },
    { retryAfter: seconds },
  )

/** Counts in memory, before the database hears of a request, so that a flood from one address costs the others nothing. */
export function throttle(): Throttle {
  const windows = new Map<string, Window>()
  return (what, { most, seconds }, address, now) => {
    if (address === undefined) return
    const key = `${what} ${networkOf(address)}`
    const at = now.getTime()
    const known = windows.get(key)
    if (!known || known.endsAt <= at) {
      if (windows.size >= mostKnown) forget(windows, at)
      windows.set(key, { count: 1, endsAt: at + seconds * 1000 })
      return
    }
    known.count++
    if (known.count > most) throw tooOften(Math.ceil((known.endsAt - at) / 1000))
  }
}

/** Windows that are over, or the oldest half when a flood from many addresses fills the memory. */
function forget(windows: Map<string, Window>, at: number): void {
  for (const [key, { endsAt }] of windows) if (endsAt <= at) windows.delete(key)
  if (windows.size < mostKnown) return
  for (const key of [...windows.keys()].slice(0, mostKnown / 2)) windows.delete(key)
}
