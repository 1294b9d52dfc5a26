import { importTakenIn, importWithdrawn, sourceLookedAt } from './importing.ts'
import { exportsListed, exportViewed, wholeExported } from './exporting.tsx'
import { columnsMapped } from './mapping.ts'
import { importsListed, importViewed } from './importViews.tsx'

export { startImports } from './background.ts'
export { exportRoutes } from './exportRoutes.ts'
export { failTexts } from './failTexts.ts'
export { Unreadable } from './unreadable.ts'
export { type Sheet, sheetsOfWorkbook, type WorkbookCell } from './workbook.ts'
export type { Directly } from './directly.ts'
export { type ExchangeParts, exchangeRoutes } from './routes.ts'

/** What can be looked at and done about exchange with other systems. Fixed addresses stand before those with a name in them. */
export const exchangeEntries = [importsListed, sourceLookedAt, importViewed, columnsMapped, importTakenIn, importWithdrawn, exportsListed, wholeExported, exportViewed]
