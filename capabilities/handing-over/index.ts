import { sheetFollowed, sheetUnfollowed } from './informing.tsx'
import { sheetPicked, sheetShown } from './views.tsx'

export { handoutRoutes } from './routes.ts'

/** Choosing what to hand over, and the sheet itself. */
export const handingOverEntries = [sheetShown, sheetPicked, sheetFollowed, sheetUnfollowed]
