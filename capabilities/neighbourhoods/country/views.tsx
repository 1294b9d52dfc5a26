import { z } from 'zod'
import { publicView } from '../../../platform/act.ts'
import { CountryPage } from './CountryPage.tsx'
import { findCountry } from './record.ts'
import { presentCountry, shownCountry } from './shown.ts'
import { countryTexts as texts } from './texts.ts'

/** What may be chosen on the page of the country; all of it stands in the address. */
export const countryChoices = z.strictObject({ cijfer: z.string().max(120).optional(), jaar: z.coerce.number().int().min(1800).max(2200).optional() })

/** One figure of all municipalities of the country. */
export const countryViewed = publicView({
  name: 'neighbourhoods.country',
  at: '/country-figures',
  path: '/wijken/land',
  title: (shown) => (shown.chosen ? texts.titleOf(shown.chosen.name) : texts.title),
  query: countryChoices,
  output: shownCountry,
  find: (reading, _params, asked) => findCountry(reading, asked),
  may: () => true,
  about: () => [],
  present: (_ctx, record) => presentCountry(record),
  page: (shown) => <CountryPage it={shown} />,
})
