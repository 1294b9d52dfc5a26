import { areasListed, areaViewed } from './views.tsx'

export { keepsFigures } from './policy.ts'
export { presentArea } from './present.ts'
export { findArea } from './record.ts'
export { cellText, yearText } from './words.ts'

/** What is known about the neighbourhoods, for everybody. */
export const neighbourhoodsEntries = [areasListed, areaViewed]
