import { publicView } from '../../platform/act.ts'
import { nothing } from '../../platform/validation.ts'
import { PrevalencesPage } from './PrevalencesPage.tsx'
import { presentPrevalences } from './present.ts'
import { findAll } from './record.ts'
import { shownPrevalences } from './shown.ts'
import { texts } from './texts.ts'

/** How often something occurs and how we know, for everybody. */
export const prevalencesListed = publicView({
  name: 'prevalences.list',
  at: '/prevalences',
  path: '/wijken/behoefte',
  title: texts.title,
  query: nothing,
  output: shownPrevalences,
  find: (reading) => findAll(reading),
  may: () => true,
  about: () => [],
  present: ({ actor }, all) => presentPrevalences(actor, all),
  page: (shown) => <PrevalencesPage shown={shown} />,
})
