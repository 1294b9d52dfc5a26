import { reasonEnded, reasonGiven } from './giving.ts'
import { reasonsViewed } from './views.tsx'

/** Saying why an activity or programme is there: what need it answers. */
export const activityReasonsEntries = [reasonsViewed, reasonGiven, reasonEnded]
