import { z } from 'zod'
import { view } from '../../platform/act.ts'
import { mayReadNeed } from '../prevalences/index.ts'
import { NeedPage } from './NeedPage.tsx'
import { presentAreaNeed } from './present.ts'
import { findAreaNeed } from './record.ts'
import { shownAreaNeed } from './shown.ts'
import { texts } from './texts.ts'

const slug = () => z.string().regex(/^[a-z0-9-]{1,60}$/).optional()
/** The choices that stand in the address. */
export const needQuery = z.object({ over: slug(), voor: slug(), toon: z.enum(['witte-vlek', 'overlap']).optional() })

/** What is needed in an area and what there is. */
export const needViewed = view({
  name: 'need.view',
  at: '/neighbourhoods/:slug/need',
  path: '/wijk/:slug/behoefte',
  title: (shown) => texts.title(shown.name),
  query: needQuery,
  output: shownAreaNeed,
  find: (reading, params) => findAreaNeed(reading, params),
  may: (actor) => mayReadNeed(actor),
  about: ({ area }) => [area.area.id],
  present: (_ctx, record, query) => presentAreaNeed(record, query),
  page: (shown, { query }) => <NeedPage shown={shown} query={query} />,
})
