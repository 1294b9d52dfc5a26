/** An indicator that comes with a standard file, in the words of its page. */
export type KnownIndicator = {
  key: string
  origin: 'cbs' | 'health'
  name: readonly [nl: string, en: string]
  definition: readonly [nl: string, en: string]
  more: readonly [nl: string, en: string]
  less: readonly [nl: string, en: string]
  unit: 'number' | 'percent' | 'euro'
  base?: readonly [nl: string, en: string]
  kind: 'fact' | 'estimate' | 'perception'
  direction: 'neutral' | 'higher-is-better' | 'lower-is-better'
  decimals: number
  smallest?: number
  highlighted: boolean
}

/** How an indicator is made of columns. Every column is named by all names it has had: in the yearly file, in OData, and as a measure. */
export type Measure = {
  indicator: KnownIndicator
  /** the columns that are added up */
  top: readonly Names[]
  /** the columns it is a share of; then the figure is 100 x top / bottom */
  bottom?: readonly Names[]
  /** 1000 for amounts in thousands of euros, 0.1 for shares of a thousand */
  factor?: number
  /** the size of the group, for the margin */
  group?: Names
}
export type Names = readonly string[]

const residents = ['bewoners', 'residents'] as const
const households = ['huishoudens', 'households'] as const
const homes = ['woningen', 'homes'] as const
const adults = ['volwassenen', 'adults'] as const

const n = {
  people: ['a_inw', 'AantalInwoners', 'T001036'], households: ['a_hh', 'HuishoudensTotaal', '1050010_2'], homes: ['a_woning', 'Woningvoorraad', 'M000297'],
  low: ['a_opl_lg', 'a_opl_bvm', 'OpleidingsniveauLaag', '2018700'], middle: ['a_opl_md', 'a_opl_hvm', 'OpleidingsniveauMiddelbaar', '2018740'], high: ['a_opl_hg', 'a_opl_hw', 'OpleidingsniveauHoog', '2018790'],
} as const

type Told = Pick<KnownIndicator, 'key' | 'name' | 'definition' | 'more' | 'less'> & Partial<KnownIndicator>
const cbs = (it: Told): KnownIndicator => ({ origin: 'cbs', unit: 'percent', kind: 'fact', direction: 'neutral', decimals: 0, highlighted: true, ...(it.unit === undefined || it.unit === 'percent' ? { smallest: 2 } : {}), ...it })

const age = (key: string, nl: string, en: string, names: Names): Measure => ({
  indicator: cbs({ key, base: residents, name: [nl, `Aged ${en}`], definition: [`Bewoners van ${nl}.`, `Residents aged ${en}.`], more: [`Meer mensen van ${nl}`, `More people aged ${en}`], less: [`Minder mensen van ${nl}`, `Fewer people aged ${en}`] }),
  top: [names], bottom: [n.people], group: n.people,
})
const count = (key: string, nl: string, en: string, definition: readonly [string, string], names: Names): Measure => ({
  indicator: cbs({ key, unit: 'number', highlighted: false, name: [nl, en], definition, more: [`Meer ${nl.toLowerCase()}`, `More ${en.toLowerCase()}`], less: [`Minder ${nl.toLowerCase()}`, `Fewer ${en.toLowerCase()}`] }),
  top: [names],
})

/** What is taken from Kerncijfers wijken en buurten, whichever form it comes in. */
export const cbsMeasures: readonly Measure[] = [
  count('inhabitants', 'Inwoners', 'Inhabitants', ['Mensen die hier staan ingeschreven.', 'People who are registered here.'], n.people),
  age('age-0-14', '0 tot en met 14 jaar', '0 to 14', ['a_00_14', 'k_0Tot15Jaar', '10680']),
  age('age-15-24', '15 tot en met 24 jaar', '15 to 24', ['a_15_24', 'k_15Tot25Jaar', '53050']),
  age('age-25-44', '25 tot en met 44 jaar', '25 to 44', ['a_25_44', 'k_25Tot45Jaar', '53310']),
  age('age-45-64', '45 tot en met 64 jaar', '45 to 64', ['a_45_64', 'k_45Tot65Jaar', '53715']),
  age('age-65-plus', '65 jaar en ouder', '65 and over', ['a_65_oo', 'k_65JaarOfOuder', '80200']),
  count('households', 'Huishoudens', 'Households', ['Huishoudens in een eigen woning.', 'Households with a home of their own.'], n.households),
  {
    indicator: cbs({ key: 'one-person-households', base: households, name: ['Mensen die alleen wonen', 'People who live alone'], definition: ['Huishoudens van één persoon.', 'Households of one person.'], more: ['Meer mensen die alleen wonen', 'More people living alone'], less: ['Minder mensen die alleen wonen', 'Fewer people living alone'] }),
    top: [['a_1p_hh', 'Eenpersoonshuishoudens', '1050015']], bottom: [n.households], group: n.households,
  },
  {
    indicator: cbs({ key: 'households-with-children', base: households, name: ['Gezinnen met kinderen', 'Families with children'], definition: ['Huishoudens met thuiswonende kinderen.', 'Households with children living at home.'], more: ['Meer gezinnen met kinderen', 'More families with children'], less: ['Minder gezinnen met kinderen', 'Fewer families with children'] }),
    top: [['a_hh_m_k', 'HuishoudensMetKinderen', '1016030']], bottom: [n.households], group: n.households,
  },
  count('dwellings', 'Woningen', 'Homes', ['Alle huizen en flats in de wijk.', 'All houses and flats in the neighbourhood.'], n.homes),
  {
    indicator: cbs({ key: 'owner-occupied', base: homes, highlighted: false, name: ['Koopwoningen', 'Owner-occupied homes'], definition: ['Woningen waarvan de bewoner de eigenaar is.', 'Homes owned by who lives in them.'], more: ['Meer koopwoningen', 'More owner-occupied homes'], less: ['Minder koopwoningen', 'Fewer owner-occupied homes'] }),
    top: [['p_koopw', 'Koopwoningen', '1014800']], group: n.homes,
  },
  {
    indicator: cbs({ key: 'rented', base: homes, name: ['Huurwoningen', 'Rented homes'], definition: ['Woningen die iemand huurt.', 'Homes that somebody rents.'], more: ['Meer huurwoningen', 'More rented homes'], less: ['Minder huurwoningen', 'Fewer rented homes'] }),
    top: [['p_huurw', 'HuurwoningenTotaal', '1014850_2']], group: n.homes,
  },
  {
    indicator: cbs({ key: 'housing-corporation', base: homes, highlighted: false, name: ['Woningen van een corporatie', 'Homes of a housing corporation'], definition: ['Huurwoningen van een woningcorporatie.', 'Rented homes of a housing corporation.'], more: ['Meer corporatiewoningen', 'More corporation homes'], less: ['Minder corporatiewoningen', 'Fewer corporation homes'] }),
    top: [['p_wcorpw', 'InBezitWoningcorporatie', 'A047047']], group: n.homes,
  },
  {
    indicator: cbs({ key: 'home-value', unit: 'euro', name: ['Waarde van een woning', 'Value of a home'], definition: ['Gemiddelde WOZ-waarde.', 'Average value for property tax.'], more: ['Duurdere woningen', 'More expensive homes'], less: ['Goedkopere woningen', 'Cheaper homes'] }),
    top: [['g_wozbag', 'GemiddeldeWOZWaardeVanWoningen', 'M001642']], factor: 1000,
  },
  {
    indicator: cbs({ key: 'income-per-person', unit: 'euro', direction: 'higher-is-better', name: ['Inkomen per inwoner', 'Income per resident'], definition: ['Gemiddeld besteedbaar inkomen per inwoner, per jaar.', 'Average disposable income per resident, per year.'], more: ['Meer inkomen', 'More income'], less: ['Minder inkomen', 'Less income'] }),
    top: [['g_ink_pi', 'GemiddeldInkomenPerInwoner', 'M000224']], factor: 1000,
  },
  {
    indicator: cbs({ key: 'low-income-households', base: households, decimals: 1, direction: 'lower-is-better', name: ['Huishoudens met een laag inkomen', 'Households with a low income'], definition: ['Huishoudens die bij de 40% met het laagste inkomen van Nederland horen.', 'Households among the 40% with the lowest income in the Netherlands.'], more: ['Meer huishoudens met een laag inkomen', 'More households with a low income'], less: ['Minder huishoudens met een laag inkomen', 'Fewer households with a low income'] }),
    top: [['p_hh_li', 'k_40HuishoudensMetLaagsteInkomen', 'D000186']], group: n.households,
  },
  {
    indicator: cbs({ key: 'poverty', base: residents, decimals: 1, direction: 'lower-is-better', name: ['Mensen in armoede', 'People in poverty'], definition: ['Mensen die te weinig geld hebben voor wat ze nodig hebben. Het CBS meet dit zo sinds 2024.', 'People with too little money for what they need. Measured like this since 2024.'], more: ['Meer mensen in armoede', 'More people in poverty'], less: ['Minder mensen in armoede', 'Fewer people in poverty'] }),
    top: [['p_ink_ar', 'M008349']], group: n.people,
  },
  {
    indicator: cbs({ key: 'in-work', base: ['mensen van 15 tot 75 jaar', 'people aged 15 to 75'], direction: 'higher-is-better', name: ['Mensen met werk', 'People in work'], definition: ['Mensen van 15 tot 75 jaar met betaald werk.', 'People aged 15 to 75 in paid work.'], more: ['Meer mensen met werk', 'More people in work'], less: ['Minder mensen met werk', 'Fewer people in work'] }),
    top: [['p_arb_pp', 'Nettoarbeidsparticipatie', 'M001796_2']],
  },
  {
    indicator: cbs({ key: 'social-assistance', base: residents, decimals: 1, direction: 'lower-is-better', name: ['Mensen met bijstand', 'People on social assistance'], definition: ['Bewoners met een bijstandsuitkering, van alle bewoners.', 'Residents on social assistance, of all residents.'], more: ['Meer mensen met bijstand', 'More people on social assistance'], less: ['Minder mensen met bijstand', 'Fewer people on social assistance'] }),
    top: [['a_soz_wb', 'PersonenPerSoortUitkeringBijstand', 'D006842']], bottom: [n.people], group: n.people,
  },
  {
    indicator: cbs({ key: 'youth-care', base: ['jongeren tot 23 jaar', 'young people under 23'], decimals: 1, name: ['Jongeren met jeugdzorg', 'Young people in youth care'], definition: ['Jongeren tot 23 jaar met jeugdzorg in natura.', 'Young people under 23 with youth care in kind.'], more: ['Meer jongeren met jeugdzorg', 'More young people in youth care'], less: ['Minder jongeren met jeugdzorg', 'Fewer young people in youth care'] }),
    top: [['p_jz_tn', 'PercentageJongerenMetJeugdzorg', 'A045561']],
  },
  {
    indicator: cbs({ key: 'wmo', base: residents, decimals: 1, name: ['Mensen met hulp vanuit de Wmo', 'People with support under the Wmo'], definition: ['Bewoners met een voorziening op maat vanuit de Wmo.', 'Residents with personal support under the Social Support Act.'], more: ['Meer mensen met Wmo-hulp', 'More people with Wmo support'], less: ['Minder mensen met Wmo-hulp', 'Fewer people with Wmo support'] }),
    top: [['p_wmo_t', 'WmoClientenRelatief', 'M001342_2']], factor: 0.1, group: n.people,
  },
  {
    indicator: cbs({ key: 'little-education', base: ['mensen van 15 tot 75 jaar', 'people aged 15 to 75'], name: ['Basisschool, vmbo of mbo 1', 'Primary or lower secondary education'], definition: ['Hoogste opleiding van mensen van 15 tot 75 jaar.', 'Highest education of people aged 15 to 75.'], more: ['Meer mensen met een korte opleiding', 'More people with little education'], less: ['Minder mensen met een korte opleiding', 'Fewer people with little education'] }),
    top: [n.low], bottom: [n.low, n.middle, n.high],
  },
]

const health = (key: string, field: string, name: readonly [string, string], definition: readonly [string, string], more: readonly [string, string], less: readonly [string, string], direction: KnownIndicator['direction'] = 'lower-is-better'): Measure => ({
  indicator: { key, origin: 'health', unit: 'percent', kind: 'estimate', base: adults, direction, decimals: 1, highlighted: true, name, definition, more, less }, top: [[field]],
})

/** What is taken from the health figures of RIVM and GGD: estimates of a model, so without a margin that we could test with. */
export const healthMeasures: readonly Measure[] = [
  health('good-health', 'ErvarenGezondheidGoedZeerGoed', ['Voelen zich gezond', 'Feel healthy'], ['Volwassenen die hun gezondheid goed of zeer goed noemen.', 'Adults who call their health good or very good.'], ['Meer mensen die zich gezond voelen', 'More people who feel healthy'], ['Minder mensen die zich gezond voelen', 'Fewer people who feel healthy'], 'higher-is-better'),
  health('long-term-illness', 'EenOfMeerLangdurigeAandoeningen', ['Langdurig ziek', 'Long-term illness'], ['Volwassenen met een of meer ziekten die lang duren.', 'Adults with one or more long-term illnesses.'], ['Meer mensen die lang ziek zijn', 'More people with long-term illness'], ['Minder mensen die lang ziek zijn', 'Fewer people with long-term illness']),
  health('limited-by-health', 'BeperktVanwegeGezondheid', ['Beperkt door gezondheid', 'Limited by health'], ['Volwassenen die door hun gezondheid minder kunnen.', 'Adults whose health limits what they can do.'], ['Meer mensen met een beperking', 'More people limited by health'], ['Minder mensen met een beperking', 'Fewer people limited by health']),
  health('mental-complaints', 'PsychischeKlachten', ['Psychische klachten', 'Mental complaints'], ['Volwassenen met klachten zoals somber of angstig zijn.', 'Adults with complaints such as low mood or anxiety.'], ['Meer mensen met psychische klachten', 'More people with mental complaints'], ['Minder mensen met psychische klachten', 'Fewer people with mental complaints']),
  health('lonely-adults', 'Eenzaam', ['Eenzame volwassenen', 'Lonely adults'], ['Volwassenen die zich eenzaam voelen.', 'Adults who feel lonely.'], ['Meer mensen die eenzaam zijn', 'More people who are lonely'], ['Minder mensen die eenzaam zijn', 'Fewer people who are lonely']),
  health('very-lonely-adults', 'ErnstigZeerErnstigEenzaam', ['Ernstig eenzame volwassenen', 'Very lonely adults'], ['Volwassenen die zich ernstig of zeer ernstig eenzaam voelen.', 'Adults who feel very or extremely lonely.'], ['Meer mensen die ernstig eenzaam zijn', 'More people who are very lonely'], ['Minder mensen die ernstig eenzaam zijn', 'Fewer people who are very lonely']),
  health('carers', 'Mantelzorger', ['Mantelzorgers', 'Carers'], ['Volwassenen die zorgen voor iemand die ze kennen.', 'Adults who care for somebody they know.'], ['Meer mantelzorgers', 'More carers'], ['Minder mantelzorgers', 'Fewer carers'], 'neutral'),
  health('volunteers', 'Vrijwilligerswerk', ['Vrijwilligers', 'Volunteers'], ['Volwassenen die vrijwilligerswerk doen.', 'Adults who volunteer.'], ['Meer vrijwilligers', 'More volunteers'], ['Minder vrijwilligers', 'Fewer volunteers'], 'higher-is-better'),
  health('making-ends-meet', 'MoeiteMetRondkomen', ['Moeite met rondkomen', 'Difficulty making ends meet'], ['Volwassenen die moeite hebben om rond te komen.', 'Adults who have difficulty making ends meet.'], ['Meer mensen met moeite om rond te komen', 'More people with difficulty making ends meet'], ['Minder mensen met moeite om rond te komen', 'Fewer people with difficulty making ends meet']),
]

/** Columns that exist in some years only: a file of another year has been given the wrong year. */
export const onlyIn: readonly { column: string; from?: number; until?: number }[] = [
  { column: 'a_nw_all', until: 2022 }, { column: 'a_marok', until: 2022 }, { column: 'a_opl_lg', until: 2022 }, { column: 'p_hh_110', until: 2023 },
  { column: 'a_nl_all', from: 2023 }, { column: 'a_neu_al', from: 2023 }, { column: 'p_ink_ar', from: 2024 }, { column: 'p_bj_me10', from: 2024 },
]
