import { actionAdded, actionChanged, actionReported } from './actions.ts'
import { goalChanged, goalSet } from './goals.ts'
import { planChanged, planEnded, planOpened } from './opening.ts'
import { pointAdded, pointChanged, pointWithdrawn } from './points.ts'
import { planPublished, planUnpublished } from './publishing.ts'
import { analysisViewed } from './analysisViews.tsx'
import { teamChosen } from './teamChoosing.ts'
import { teamViewed } from './teamViews.tsx'
import { planRead, plansListed, planViewed } from './views.tsx'

export { myPlanActions } from './mine.ts'
export { openPointsOf } from './pointRecord.ts'
export { personalIn } from './planAct.ts'
export { worksInArea } from './policy.ts'
export { type AreaPlans, findAllPlans } from './record.ts'

/** All that can be read and done about the plan of an area. Fixed addresses stand before those with a name in them. */
export const areaPlansEntries = [planRead, plansListed, planOpened, planViewed, planChanged, planPublished, planUnpublished, planEnded, goalSet, goalChanged, actionAdded, actionChanged, actionReported, analysisViewed, pointAdded, pointChanged, pointWithdrawn, teamViewed, teamChosen]
