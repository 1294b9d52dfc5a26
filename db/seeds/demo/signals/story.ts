import type { CastKey, TeamKey } from '../cast.ts'

/** A signal as the demonstration tells it. All days count from today: minus is past. */
export type SignalStory = {
  key: string
  team: TeamKey
  area?: string
  state: 'new' | 'taken-up' | 'case' | 'closed'
  outcome?: 'advised' | 'referred' | 'own-strength' | 'no-action' | 'report-point'
  /** key of the case that came of it */
  case?: string
  urgency?: 'soon' | 'now'
  owner: CastKey
  received: number
  taken?: number
  finished?: number
  next?: number
  channel: 'website' | 'phone' | 'visit' | 'walk-in' | 'meeting' | 'message'
  by?: CastKey
  seen: string
  wish?: string
  themes?: readonly string[]
  knows?: 'yes' | 'no'
  heardFrom?: string
  who: { relation: 'self' | 'family' | 'neighbour' | 'volunteer' | 'professional' | 'other'; name?: string; phone?: string; email?: string }
  weighed?: { on: number; by: CastKey; strength: string; behind?: string; needs?: readonly string[]; themes: readonly string[] }
  notes?: readonly { kind: 'asked' | 'handed-over' | 'result'; on: number; by: CastKey; body: string; to?: CastKey; toTeam?: TeamKey }[]
  /** absent when whoever signalled wants to hear nothing */
  feedback?: { due: number; given?: Given; waived?: Waived; afterCase?: { due: number; given?: Given } }
}
type Given = { on: number; by: CastKey; how: 'phone' | 'email' | 'in-person' | 'follow-page'; told: string }
type Waived = { on: number; by: CastKey; because: string }
