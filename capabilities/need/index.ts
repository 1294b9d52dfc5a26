import { needViewed } from './views.tsx'

export { needFileRoutes } from './csvRoutes.ts'
export { presentAreaNeed } from './present.ts'
export { findAreaNeed } from './record.ts'

/** What is needed in an area beside what there is. */
export const needEntries = [needViewed]
