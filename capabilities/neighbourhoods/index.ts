import { countryViewed } from './country/views.tsx'
import { indicatorsListed, indicatorViewed, methodViewed } from './indicatorViews.tsx'
import { areasListed, areaViewed } from './views.tsx'

export { areaFileRoutes } from './areaFiles.tsx'
export { countryFileRoutes } from './country/routes.tsx'
export { keepsFigures } from './policy.ts'
export { indicatorFileRoutes } from './pictureRoutes.tsx'
export { figuresOf, presentArea } from './present.ts'
export { findSeries } from './areaSeries.ts'
export { type SeriesSheet, seriesSheet } from './indicatorShown.ts'
export { breaksSaid, SeriesDrawing, SeriesPictures, seriesSaid, seriesSize } from './SeriesPictures.tsx'
export { findArea } from './record.ts'
export { shapesOf } from './mapShapes.ts'
export { cellText, figureText, verdictWords, yearText } from './words.ts'

/** What is known about the neighbourhoods, for everybody. */
export const neighbourhoodsEntries = [areasListed, indicatorsListed, indicatorViewed, methodViewed, countryViewed, areaViewed]
