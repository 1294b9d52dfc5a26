import { needViewed } from './views.tsx'

export { needFileRoutes } from './csvRoutes.ts'
export { type AskedExpertise, expertiseOf } from './expertise.ts'
export { presentAreaNeed } from './present.ts'
export { findAreaNeed } from './record.ts'
export { shownLine } from './shown.ts'

/** What is needed in an area beside what there is. */
export const needEntries = [needViewed]
