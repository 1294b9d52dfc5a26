import type { CastKey, TeamKey } from '../cast.ts'

/** One of the cast by key, or a party in words. */
export type Doer = { who: CastKey } | { party: string }

/** A case as the demonstration tells it. All days count from today: minus is past. */
export type Story = {
  key: string
  /** a valid case number; fixed, so that pictures and explanations can name it */
  number: string
  team: TeamKey
  owner: CastKey
  state: 'signal' | 'deepening' | 'action' | 'progress' | 'closed'
  opened: number
  /** days on which steps 1, 2, … were opened; null for a step that was passed over */
  steps: readonly (number | null)[]
  /** days on which progress was looked at again */
  rounds?: readonly number[]
  next: number | null
  urgency?: 'soon' | 'now'
  portfolio?: boolean
  about: {
    kind: string
    themes: readonly string[]
    question: string
    behind?: string
    ownWords?: { said: string; on: number }
    introducedBy: string
    sex?: string
    age?: string
    lives?: string
    nationality?: string
  }
  parties: readonly { who: CastKey; role: string; class?: 2 | 3 | 4; reason: string; from: number; until?: number; ended?: number; outsideTeam?: true }[]
  grounds?: readonly {
    kind: 'consent' | 'legal-task'
    for: { team: TeamKey } | { organization: string }
    withName?: true
    explained?: string
    manner?: string
    article?: string
    by: CastKey
    from: number
    until: number
    withdrawn?: number
  }[]
  answers?: readonly { at: string; round?: number; by: CastKey; on: number; body: string }[]
  actions?: readonly { what: string; why: string; taker: Doer; agreed: number; due: number; state?: 'done' | 'not-done' | 'dropped'; result?: string; closed?: number }[]
  deeds?: readonly { what: string; by: Doer; on: number }[]
  contacts?: readonly { by: CastKey; on: number; channel: string; with: string; missed?: true }[]
  handover?: { to: CastKey; on: number; reason: string }
  closure?: {
    on: number
    outcome: string
    problem: string
    problemOwner: string
    whatWorked: string
    satisfaction: string
    stayAlert: string
    lesson: string
    aftercare?: { by: string; until: number }
  }
  /** whom it is about; kept sealed */
  identity?: { person?: CastKey; name: string; address: string; phone: string; by: CastKey; on: number }
}
