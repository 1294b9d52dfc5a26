import { openActs, view } from '../../platform/act.ts'
import { nothing } from '../../platform/validation.ts'
import { countsBrought } from './bringing.tsx'
import { countEntered, countedTogether } from './entering.tsx'
import { KeptPage } from './KeptPage.tsx'
import { entersCounts, entersFor, keepsCounts, mayReadSupported } from './policy.ts'
import { presentKept, presentSupported } from './present.ts'
import { findKept, findSupported } from './record.ts'
import { shownKept, shownSupported } from './shown.ts'
import { SupportedPage } from './SupportedPage.tsx'
import { texts } from './texts.ts'

/** Residents with support in an area, as each provider counted them. */
export const supportedViewed = view({
  name: 'supported.view',
  at: '/neighbourhoods/:slug/supported',
  path: '/wijk/:slug/begeleiding',
  title: (shown) => texts.title(shown.name),
  query: nothing,
  output: shownSupported,
  find: findSupported,
  may: (actor) => mayReadSupported(actor),
  about: ({ area }) => [area.id],
  present: (ctx, record) => presentSupported(ctx.actor, record),
  page: (shown) => <SupportedPage shown={shown} />,
})

/** The counts that somebody enters, with the exact number. */
export const countsKept = view({
  name: 'supported.kept',
  at: '/supported/counts',
  path: '/wijken/begeleiding',
  title: texts.keep,
  query: nothing,
  output: shownKept,
  find: (reading) => findKept(reading),
  may: (actor) => entersCounts(actor),
  each: (actor, it) => entersFor(actor, it.organizationId),
  about: (counts) => counts.map(({ id }) => id),
  present: ({ actor }, counts) => ({ organization: keepsCounts(actor) ? null : actor.organizationName, counts: counts.map(presentKept), acts: openActs([countEntered, countedTogether, countsBrought], actor, {}, {}) }),
  page: (shown) => <KeptPage shown={shown} />,
})
