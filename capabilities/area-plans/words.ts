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

/** Under which a point of the analysis stands, by the word in its address. What is present and what is needed are answered apart. */
export const heads = { aanwezig: 'present', nodig: 'needed', netwerk: 'infrastructure' } as const
export type HeadWord = keyof typeof heads
export type Head = (typeof heads)[HeadWord]
export const headWords = Object.keys(heads) as HeadWord[]

/** What a point judges. */
export const verdicts = {
  strength: { nl: 'Sterk punt', en: 'Strength' },
  worry: { nl: 'Zorg', en: 'Worry' },
  unknown: { nl: 'Weten we nog niet', en: 'Not known yet' },
} satisfies Catalogue
export type Verdict = keyof typeof verdicts
export const verdictMarks: Record<Verdict, State> = { strength: 'good', worry: 'watch', unknown: 'waits' }
