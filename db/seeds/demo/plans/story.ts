import type { CastKey } from '../cast.ts'

type Goal = { key: string; goal: string; sign: string; term: 'short' | 'medium' | 'long'; /** years after the first of the plan */ ahead: number; state?: 'planned' | 'running' | 'reached' | 'stopped'; explained?: string; by: CastKey; on: number }
type Action = {
  goal?: string; what: string; problem: string; forWhom: string; moment: string; organization?: string; party?: string; owner: CastKey; by: CastKey; on: number
  state?: 'planned' | 'running' | 'done' | 'stopped'; result?: string; /** days from now */ next?: number; closed?: number
}
/** A plan as it is told: days and years count from now, the first year from this one. */
export type PlanSeed = {
  key: string; area: string; from: number; until: number; about: string; fromMap: boolean; opened: { by: CastKey; on: number }
  goals: readonly Goal[]; actions: readonly Action[]
  /** how many days ago it was published; what is `fresh` came after it */
  published?: { by: CastKey; on: number }
  ended?: { by: CastKey; on: number; outcome: string }
}
