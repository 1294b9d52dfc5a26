import { publicView, view } from '../../platform/act.ts'
import { nothing } from '../../platform/validation.ts'
import { FormulaPage } from './FormulaPage.tsx'
import { mayReadRounds } from './policy.ts'
import { presentFormula, presentRounds } from './present.ts'
import { findCountables, findFormula, findRounds } from './record.ts'
import { RoundsPage } from './RoundsPage.tsx'
import { shownFormula, shownRounds } from './shown.ts'
import { texts } from './texts.ts'

/** How scores are computed here, for everybody. */
export const formulaViewed = publicView({
  name: 'social.view-formula',
  at: '/social-formula',
  path: '/wijken/sociaal',
  title: texts.title,
  query: nothing,
  output: shownFormula,
  find: async (reading) => {
    const [formula, countables] = await Promise.all([findFormula(reading), findCountables(reading.db)])
    return { formula, countables }
  },
  may: () => true,
  about: () => [],
  present: ({ actor }, { formula, countables }) => presentFormula(actor, formula, countables),
  page: (shown) => <FormulaPage shown={shown} />,
})

/** The rounds of questions to residents. */
export const roundsListed = view({
  name: 'social.list-rounds',
  at: '/social-rounds',
  path: '/wijken/sociaal/vragenlijsten',
  title: texts.rounds,
  query: nothing,
  output: shownRounds,
  find: (reading) => findRounds(reading),
  may: mayReadRounds,
  about: () => [],
  present: ({ actor }, record) => presentRounds(actor, record),
  page: (shown) => <RoundsPage shown={shown} />,
})
