/** What is told of a count: `low` to `low` + 4 residents, fewer than five, or nothing. */
export type Told = { state: 'told' | 'few' | 'closed' | 'withdrawn'; low: number | null }
export type Provider = Told & { organizationId: string }
export type Together = Told & { parties: readonly string[] }
/** How many residents there are, when each may be with several providers. */
export type Bounds = { atLeast: number; /** null when a count is not told */ atMost: number | null; /** everybody who counted did so together too, so that this is all of them, each once */ total: { low: number; high: number } | null }

/** Counts are told down to fives. */
export const step = 5
export const highOf = (low: number): number => low + step - 1

const lowest = ({ state, low }: Told): number => (state === 'told' ? (low ?? 0) : 0)
const highest = ({ state, low }: Told): number | null => (state === 'told' ? highOf(low ?? 0) : state === 'few' ? step - 1 : null)

/**
 * Between which numbers the residents with support lie: never fewer than the largest count, never more than all counts added.
 * Made of nothing but what is told, so that it tells nothing more. Undefined when nobody counted.
 */
export function boundsOf(providers: readonly Provider[], together?: Together): Bounds | undefined {
  const counted = providers.filter(({ state }) => state !== 'withdrawn')
  if (counted.length === 0) return undefined
  const joint = together?.state === 'told' ? together : undefined
  const apart = counted.filter(({ organizationId }) => !joint?.parties.includes(organizationId))
  const added = [...(joint ? [joint] : []), ...apart].map(highest)
  const atMost = added.every((it) => it !== null) ? added.reduce((sum, it) => sum + it, 0) : null
  const atLeast = Math.max(...counted.map(lowest), joint ? lowest(joint) : 0)
  return { atLeast, atMost, total: joint && apart.length === 0 ? { low: lowest(joint), high: highOf(lowest(joint)) } : null }
}
