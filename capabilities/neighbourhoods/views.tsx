import { publicView } from '../../platform/act.ts'
import { nothing } from '../../platform/validation.ts'
import { AreaPage } from './AreaPage.tsx'
import { AreasPage } from './AreasPage.tsx'
import { presentArea, presentAreas } from './present.ts'
import { mayReadNeed } from '../prevalences/index.ts'
import { keepsFigures } from './policy.ts'
import { findArea, findAreas } from './record.ts'
import { shownArea, shownAreas } from './shown.ts'
import { texts } from './texts.ts'

/** The neighbourhoods of the municipality. */
export const areasListed = publicView({
  name: 'neighbourhoods.list',
  at: '/neighbourhoods',
  path: '/wijken',
  title: texts.title,
  query: nothing,
  output: shownAreas,
  find: (reading) => findAreas(reading),
  may: () => true,
  about: () => [],
  present: (_ctx, found) => presentAreas(found),
  page: (shown, { actor }) => <AreasPage {...shown} keeps={keepsFigures(actor)} />,
})

/** One neighbourhood or part of it, its figures beside those of the city. */
export const areaViewed = publicView({
  name: 'neighbourhoods.view',
  at: '/neighbourhoods/:slug',
  path: '/wijk/:slug',
  title: (shown) => texts.pageTitle(shown.name),
  query: nothing,
  output: shownArea,
  find: (reading, { slug }) => findArea(reading, slug),
  may: () => true,
  about: () => [],
  present: (_ctx, record) => presentArea(record),
  page: (shown, { actor }) => <AreaPage area={shown} works={mayReadNeed(actor)} />,
})
