import { sheetPicked, sheetShown } from './views.tsx'

export { handoutRoutes } from './routes.ts'

/** Choosing what to hand over, and the sheet itself. */
export const handingOverEntries = [sheetShown, sheetPicked]
