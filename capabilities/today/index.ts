import { todayViewed } from './view.tsx'

/** The page on which every working day begins. */
export const todayEntries = [todayViewed]
