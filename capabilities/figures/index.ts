import { fileBrought } from './bringing.ts'
import { columnMapped, importApplied, importDiscarded, importWithdrawn } from './deciding.tsx'
import { filesListed, importViewed } from './views.tsx'

export { bringByCommand } from './commanding.ts'

/** All that can be looked at and done about keeping figures. */
export const figuresEntries = [filesListed, fileBrought, importViewed, columnMapped, importApplied, importDiscarded, importWithdrawn]
