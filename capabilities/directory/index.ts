import { networkShown, organizationForStaff, organizationShown, serviceForStaff, serviceShown } from './entryViews.tsx'
import { directoryLookedUp, directorySearched, wordsSuggested } from './searchViews.tsx'

export { type ComingActivity, comingWeek } from './agenda.ts'

/** All that can be looked at and done in the directory. Fixed addresses stand before those with a name in them. */
export const directoryEntries = [directorySearched, wordsSuggested, directoryLookedUp, serviceShown, organizationShown, networkShown, serviceForStaff, organizationForStaff]
