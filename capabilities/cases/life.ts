import { conflict, type Refusal } from '../../platform/refusal.ts'
import { texts } from './texts.ts'

/** The life of a case. Read a row as: from this state the case goes to these. Each state is one of the five steps. */
export const caseLife = {
  signal: ['deepening', 'action', 'closed'],
  deepening: ['action', 'closed'],
  action: ['progress', 'closed'],
  progress: ['progress', 'closed'],
  closed: [],
} as const

export type CaseState = keyof typeof caseLife
export type Urgency = 'normal' | 'soon' | 'now'

/** The steps in order; step 4 can come back any number of times. */
export const stepStates: readonly CaseState[] = ['signal', 'deepening', 'action', 'progress', 'closed']

/** The number of the step that belongs to a state, 1 to 5. */
export const stepOf = (state: CaseState): number => stepStates.indexOf(state) + 1

/** Is this the way that cases go? */
export const leadsTo = (from: CaseState, to: CaseState): boolean => (caseLife[from] as readonly CaseState[]).includes(to)

/** A closed case is looked at, not changed. */
export const closedAlready = ({ state }: { state: CaseState }): Refusal | undefined => (state === 'closed' ? conflict('case.closed', texts.closedAlready) : undefined)
