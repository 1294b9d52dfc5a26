import { indicatorsListed, indicatorViewed, methodViewed } from './indicatorViews.tsx'
import { areasListed, areaViewed } from './views.tsx'

export { keepsFigures } from './policy.ts'
export { indicatorFileRoutes } from './pictureRoutes.tsx'
export { presentArea } from './present.ts'
export { findArea } from './record.ts'
<<<<<<< HEAD
export { shapesOf } from './mapShapes.ts'
export { cellText, verdictWords, yearText } from './words.ts'
=======
export { cellText, figureText, yearText } from './words.ts'
>>>>>>> 83ffb75 (figures: what can hardly be right is flagged and judged, never changed; indicators of the municipality itself with figures by hand and breaks; a place in the workplace and in the demonstration)

/** What is known about the neighbourhoods, for everybody. */
export const neighbourhoodsEntries = [areasListed, indicatorsListed, indicatorViewed, methodViewed, areaViewed]
