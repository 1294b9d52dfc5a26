import { areaChoiceViewed } from './choice.tsx'
import { homeViewed } from './view.tsx'

export { rememberedArea } from './areas.ts'
export { areaChoiceRoutes } from './choice.tsx'

/** Where everybody comes in. */
export const homeEntries = [homeViewed, areaChoiceViewed]
