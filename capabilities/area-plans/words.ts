import type { Catalogue } from '../../platform/texts.ts'
import type { State } from '../../ui/marks.tsx'

/** How far away a goal is. */
export const terms = {
  short: { nl: 'Korte termijn', en: 'Short term' },
  medium: { nl: 'Middellange termijn', en: 'Medium term' },
  long: { nl: 'Lange termijn', en: 'Long term' },
} satisfies Catalogue
export type Term = keyof typeof terms

/** Where a goal stands. */
export const goalStates = {
  planned: { nl: 'Nog niet begonnen', en: 'Not begun yet' },
  running: { nl: 'Bezig', en: 'Under way' },
  reached: { nl: 'Bereikt', en: 'Reached' },
  stopped: { nl: 'Gestopt', en: 'Stopped' },
} satisfies Catalogue
export type GoalState = keyof typeof goalStates

/** Where an action stands. The last two are closed. */
export const actionStates = {
  planned: { nl: 'Gepland', en: 'Planned' },
  running: { nl: 'Bezig', en: 'Under way' },
  done: { nl: 'Gedaan', en: 'Done' },
  stopped: { nl: 'Gestopt', en: 'Stopped' },
} satisfies Catalogue
export type ActionState = keyof typeof actionStates

/** Is there nothing left to do? */
export const isClosed = (state: ActionState): boolean => state === 'done' || state === 'stopped'

export const goalMarks: Record<GoalState, State> = { planned: 'waits', running: 'now', reached: 'good', stopped: 'watch' }
export const actionMarks: Record<ActionState, State> = { planned: 'waits', running: 'now', done: 'good', stopped: 'watch' }
