import { whoIsWhoViewed } from './view.tsx'

/** What somebody who is new in an area looks at first. */
export const startingEntries = [whoIsWhoViewed]
