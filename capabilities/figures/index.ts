import { areaChanged, areaEnded, areaMade, areaRestored, areasComposed } from './areas/composing.tsx'
import { fileBrought } from './bringing.ts'
import { columnMapped, importApplied, importDiscarded, importWithdrawn } from './deciding.tsx'
import { indicatorChanged, indicatorRestored, indicatorRetired } from './own/changing.tsx'
import { figureCorrected, figuresEntered, figureWithdrawn } from './own/correcting.tsx'
import { indicatorDefined, indicatorsKept } from './own/defining.tsx'
import { breakRecorded, figureEntered } from './own/entering.tsx'
import { figuresChecked, suspectJudged, suspectsListed } from './suspects/judging.tsx'
import { filesListed, importViewed } from './views.tsx'

export { bringByCommand } from './commanding.ts'
export { readTable, rowsOf } from './table.ts'

/** All that can be looked at and done about keeping figures. */
export const figuresEntries = [filesListed, fileBrought, importViewed, columnMapped, importApplied, importDiscarded, importWithdrawn, suspectsListed, suspectJudged, figuresChecked, indicatorsKept, indicatorDefined, indicatorChanged, indicatorRetired, indicatorRestored, figureEntered, breakRecorded, figuresEntered, figureCorrected, figureWithdrawn, areasComposed, areaMade, areaChanged, areaEnded, areaRestored]
