import { countsBrought } from './bringing.tsx'
import { countCorrected, countWithdrawn } from './correcting.tsx'
import { countEntered, countedTogether } from './entering.tsx'
import { countsKept, supportedViewed } from './views.tsx'

export { type ShownShort, shownShort, SupportedShort, supportedShortly } from './Short.tsx'
export { texts as supportedTexts } from './texts.ts'

/** Residents with support, counted by their providers. Fixed addresses stand before those with a name in them. */
export const supportedEntries = [supportedViewed, countsKept, countEntered, countedTogether, countsBrought, countCorrected, countWithdrawn]
