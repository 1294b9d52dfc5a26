/** One thing that is counted or asked, with the words in which a difference is told. `more` and `less` are Dutch, then English. */
export type IndicatorSeed = {
  key: string
  name: readonly [nl: string, en: string]
  definition: readonly [nl: string, en: string]
  more: readonly [nl: string, en: string]
  less: readonly [nl: string, en: string]
  unit: 'number' | 'percent' | 'euro' | 'score'
  base?: readonly [nl: string, en: string]
  kind?: 'estimate' | 'perception'
  direction?: 'higher-is-better' | 'lower-is-better'
  decimals?: number
  smallest?: number
  tableOnly?: true
  /** ends the first sentence of a page: 'zeventien van elke honderd bewoners zijn …' */
  lead?: readonly [nl: string, en: string]
}

const residents = ['bewoners', 'residents'] as const
const homes = ['woningen', 'homes'] as const
const olderPeople = ['oudere bewoners', 'older residents'] as const

/** What is known about the neighbourhoods of the demonstration, in the order in which it is shown. */
export const indicators: readonly IndicatorSeed[] = [
  {
    key: 'inhabitants', unit: 'number', tableOnly: true, name: ['Inwoners', 'Inhabitants'], more: ['Meer inwoners', 'More inhabitants'], less: ['Minder inwoners', 'Fewer inhabitants'],
    definition: ['Mensen die hier staan ingeschreven.', 'People who are registered here.'],
  },
  {
    key: 'age-0-19', unit: 'percent', base: residents, smallest: 2, name: ['0 tot en met 19 jaar', 'Aged 0 to 19'], more: ['Meer kinderen en jongeren', 'More children and young people'], less: ['Minder kinderen en jongeren', 'Fewer children and young people'],
    definition: ['Bewoners die jonger zijn dan 20 jaar.', 'Residents younger than 20.'],
  },
  {
    key: 'age-20-64', unit: 'percent', base: residents, smallest: 2, name: ['20 tot en met 64 jaar', 'Aged 20 to 64'], more: ['Meer mensen van 20 tot en met 64 jaar', 'More people aged 20 to 64'], less: ['Minder mensen van 20 tot en met 64 jaar', 'Fewer people aged 20 to 64'],
    definition: ['Bewoners van 20 jaar en ouder die nog geen 65 zijn.', 'Residents of 20 and over who are not yet 65.'],
  },
  {
    key: 'age-65-plus', unit: 'percent', base: residents, smallest: 2, lead: ['65 jaar of ouder', '65 or over'], name: ['65 jaar en ouder', 'Aged 65 and over'], more: ['Meer mensen van 65 jaar en ouder', 'More people aged 65 and over'], less: ['Minder mensen van 65 jaar en ouder', 'Fewer people aged 65 and over'],
    definition: ['Bewoners van 65 jaar en ouder.', 'Residents of 65 and over.'],
  },
  {
    key: 'age-75-plus', unit: 'percent', base: residents, smallest: 2, name: ['75 jaar en ouder', 'Aged 75 and over'], more: ['Meer mensen van 75 jaar en ouder', 'More people aged 75 and over'], less: ['Minder mensen van 75 jaar en ouder', 'Fewer people aged 75 and over'],
    definition: ['Bewoners van 75 jaar en ouder. De bron noemt er geen jaar bij.', 'Residents of 75 and over. The source gives no year.'],
  },
  {
    key: 'non-western', unit: 'percent', base: residents, smallest: 2, tableOnly: true, name: ['Niet-westerse herkomst', 'Non-western origin'], more: ['Meer mensen met een niet-westerse herkomst', 'More people of non-western origin'], less: ['Minder mensen met een niet-westerse herkomst', 'Fewer people of non-western origin'],
    definition: ['Zo telde de bron in 2009. Het CBS deelt mensen sinds 2022 niet meer zo in.', 'Counted this way by the source in 2009. Statistics Netherlands no longer groups people like this since 2022.'],
  },
  {
    key: 'non-dutch', unit: 'percent', base: residents, smallest: 2, tableOnly: true, decimals: 1, name: ['Niet-Nederlandse afkomst', 'Non-Dutch origin'], more: ['Meer mensen met een niet-Nederlandse afkomst', 'More people of non-Dutch origin'], less: ['Minder mensen met een niet-Nederlandse afkomst', 'Fewer people of non-Dutch origin'],
    definition: ['Een ruimere groep dan niet-westers. U kunt de twee cijfers niet vergelijken.', 'A wider group than non-western. The two figures cannot be compared.'],
  },
  {
    key: 'dwellings', unit: 'number', tableOnly: true, name: ['Woningen', 'Homes'], more: ['Meer woningen', 'More homes'], less: ['Minder woningen', 'Fewer homes'],
    definition: ['Alle huizen en flats in de wijk.', 'All houses and flats in the neighbourhood.'],
  },
  {
    key: 'rented', unit: 'percent', base: homes, smallest: 2, name: ['Huurwoningen', 'Rented homes'], more: ['Meer huurwoningen', 'More rented homes'], less: ['Minder huurwoningen', 'Fewer rented homes'],
    definition: ['Woningen die iemand huurt.', 'Homes that somebody rents.'],
  },
  {
    key: 'owner-occupied', unit: 'percent', base: homes, smallest: 2, tableOnly: true, name: ['Koopwoningen', 'Owner-occupied homes'], more: ['Meer koopwoningen', 'More owner-occupied homes'], less: ['Minder koopwoningen', 'Fewer owner-occupied homes'],
    definition: ['Woningen waarvan de bewoner de eigenaar is.', 'Homes owned by who lives in them.'],
  },
  {
    key: 'unemployment', unit: 'percent', base: ['mensen die kunnen werken', 'people who can work'], direction: 'lower-is-better', name: ['Zonder werk', 'Without work'], more: ['Meer mensen zonder werk', 'More people without work'], less: ['Minder mensen zonder werk', 'Fewer people without work'],
    definition: ['Wie precies meetelt, staat niet in de bron.', 'Who exactly is counted, the source does not say.'],
  },
  {
    key: 'income', unit: 'euro', direction: 'higher-is-better', name: ['Inkomen per huishouden, te besteden', 'Household income, to spend'], more: ['Meer te besteden', 'More to spend'], less: ['Minder te besteden', 'Less to spend'],
    definition: ['Gemiddeld bedrag per huishouden, per jaar.', 'Average amount per household, per year.'],
  },
  {
    key: 'social-quality', unit: 'score', kind: 'perception', direction: 'higher-is-better', decimals: 1, name: ['Hoe prettig mensen de buurt vinden', 'How pleasant people find the neighbourhood'], more: ['Prettiger gevonden', 'Found more pleasant'], less: ['Minder prettig gevonden', 'Found less pleasant'],
    definition: ['Rapportcijfer van bewoners, van 1 tot 10. Een noot in de bron zegt dat het uit 2006 komt.', 'Mark given by residents, from 1 to 10. A note in the source says it dates from 2006.'],
  },
  {
    key: 'attached', unit: 'percent', base: residents, kind: 'perception', direction: 'higher-is-better', name: ['Verbonden met de buurt', 'Attached to the neighbourhood'], more: ['Vaker verbonden met de buurt', 'More often attached to the neighbourhood'], less: ['Minder vaak verbonden met de buurt', 'Less often attached to the neighbourhood'],
    definition: ['Bewoners die zeggen dat ze zich verbonden voelen met de buurt.', 'Residents who say they feel attached to the neighbourhood.'],
  },
  {
    key: 'lonely-older', unit: 'percent', base: olderPeople, kind: 'perception', direction: 'lower-is-better', name: ['Ouderen die zich eenzaam voelen', 'Older people who feel lonely'], more: ['Meer eenzame ouderen', 'More lonely older people'], less: ['Minder eenzame ouderen', 'Fewer lonely older people'],
    definition: ['Matig tot zeer ernstig eenzaam, volgens een vragenlijst.', 'Moderately to very severely lonely, according to a questionnaire.'],
  },
  {
    key: 'very-lonely-older', unit: 'percent', base: olderPeople, kind: 'perception', direction: 'lower-is-better', name: ['Ouderen die zich ernstig eenzaam voelen', 'Older people who feel severely lonely'], more: ['Meer ernstig eenzame ouderen', 'More severely lonely older people'], less: ['Minder ernstig eenzame ouderen', 'Fewer severely lonely older people'],
    definition: ['Een deel van de groep hierboven. Tel de twee dus niet op.', 'Part of the group above, so do not add the two.'],
  },
  {
    key: 'lonely-older-count', unit: 'number', kind: 'estimate', direction: 'lower-is-better', name: ['Aantal eenzame ouderen', 'Number of lonely older people'], more: ['Meer eenzame ouderen', 'More lonely older people'], less: ['Minder eenzame ouderen', 'Fewer lonely older people'],
    definition: ['Een schatting uit een onderzoek van de GGD.', 'An estimate from a study by the public health service.'],
  },
]
