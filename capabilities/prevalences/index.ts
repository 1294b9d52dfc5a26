import { prevalenceAdded, prevalenceChanged, prevalenceWithdrawn } from './deciding.tsx'
import { prevalencesListed } from './views.tsx'

export { type AreaFigure, decimalsOf } from './estimate.ts'
export { Calculation, NeedPart } from './NeedPart.tsx'
export { answers, presentEstimate, presentNeed } from './present.ts'
export { mayReadNeed } from './policy.ts'
export { type AreaNeed, findNeed, type Prevalence } from './record.ts'
export { shownEstimate, shownNeed } from './shown.ts'

/** How often something occurs, from which the need of an area is estimated. */
export const prevalencesEntries = [prevalencesListed, prevalenceAdded, prevalenceChanged, prevalenceWithdrawn]
