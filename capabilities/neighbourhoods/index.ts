import { areasListed, areaViewed } from './views.tsx'

/** What is known about the neighbourhoods, for everybody. */
export const neighbourhoodsEntries = [areasListed, areaViewed]
