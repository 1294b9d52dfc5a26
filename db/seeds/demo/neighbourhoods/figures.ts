/** Where figures come from. */
export const sources = {
  city2009: { publisher: 'Gemeente Amersfoort', edition: 'Feiten en Cijfers 2009', year: 2009 },
  city2006: { publisher: 'Gemeente Amersfoort', edition: 'onderzoek onder bewoners', year: 2006 },
  ggd2005: { publisher: 'GGD Eemland', edition: 'onderzoek onder ouderen, afgenomen in 2004', year: 2005 },
  book: { publisher: 'Schakels in de Buurt', edition: 'lopende tekst, zonder jaar bij het cijfer', year: null },
} as const
export type SourceKey = keyof typeof sources

export type FigureSeed = {
  area: string
  indicator: string
  year: number | null
  value: number
  source: SourceKey
  cited: string
  qualifier?: 'about' | 'more-than'
  population?: number
  doubt?: readonly [nl: string, en: string]
}

const samePairHere = [
  'Bij Kruiskamp en De Koppel staan dezelfde twee aantallen als bij Schothorst-Zuid en Schothorst-Noord. In De Koppel zouden dan ruim 6 mensen in elke woning wonen. Dat kan bijna niet.',
  'Kruiskamp and De Koppel have the same two numbers as Schothorst-Zuid and Schothorst-Noord. Over 6 people would then live in each home in De Koppel. That is hardly possible.',
] as const
const samePairThere = [
  'Hetzelfde aantal staat in de bron ook bij Kruiskamp-Koppel. Hier past het bij het aantal woningen. Daarom rekenen we er wel mee, maar zeker is het niet.',
  'The source has the same number for Kruiskamp-Koppel. Here it fits the number of homes. That is why we do count with it, but it is not certain.',
] as const
const sameAges = [
  'Kruiskamp en De Koppel hebben in de bron precies dezelfde verdeling over leeftijden. Dat is onwaarschijnlijk.',
  'In the source Kruiskamp and De Koppel have exactly the same distribution of ages. That is unlikely.',
] as const
const areaUnknown = [
  'De bron zegt niet in welk gebied dit is gevraagd. De tekst gebruikt het cijfer voor deze wijk.',
  'The source does not say in which area this was asked. The text uses the figure for this neighbourhood.',
] as const
const cannotFit = [
  'Een bron noemt meer dan 4.000 eenzame ouderen. Maar in Randenbroek en Schuilenburg samen wonen ongeveer 2.150 mensen van 65 jaar en ouder. Het cijfer gaat misschien over een groter gebied.',
  'A source speaks of over 4,000 lonely older people. But Randenbroek and Schuilenburg together have about 2,150 residents aged 65 and over. The figure may be about a larger area.',
] as const

type Row = readonly [inhabitants: number, young: number, middle: number, older: number, nonWestern: number, dwellings: number, owned: number, rented: number, unemployed: number, income: number, score: number]
const columns = ['inhabitants', 'age-0-19', 'age-20-64', 'age-65-plus', 'non-western', 'dwellings', 'owner-occupied', 'rented', 'unemployment', 'income', 'social-quality'] as const

const tables: Record<string, { cited: string; row: Row }> = {
  amersfoort: { cited: '§3.1', row: [143211, 27, 61, 12, 14, 59656, 56, 44, 4, 33500, 5.9] },
  kruiskamp: { cited: '§3.1', row: [4813, 23, 65, 12, 38, 2625, 36, 64, 7, 24100, 5.4] },
  'de-koppel': { cited: '§3.1', row: [8005, 23, 65, 12, 30, 1223, 32, 68, 7, 30400, 5.5] },
  randenbroek: { cited: '§4.1', row: [7021, 23, 60, 17, 24, 3376, 39, 61, 7, 26100, 5.4] },
  schuilenburg: { cited: '§4.1', row: [4177, 24, 53, 23, 37, 1925, 30, 70, 7, 28400, 5.2] },
  'schothorst-zuid': { cited: '§5.1', row: [4813, 23, 55, 22, 14, 2186, 40, 60, 4, 29800, 5.7] },
  'schothorst-noord': { cited: '§5.1', row: [8005, 27, 67, 6, 9, 3225, 52, 48, 3, 32900, 5.9] },
}

function doubtOf(area: string, indicator: string): FigureSeed['doubt'] {
  const kruiskampKoppel = area === 'kruiskamp' || area === 'de-koppel'
  if (indicator === 'inhabitants') return kruiskampKoppel ? samePairHere : area.startsWith('schothorst') ? samePairThere : undefined
  return kruiskampKoppel && indicator.startsWith('age-') ? sameAges : undefined
}

/** Where the number of inhabitants can hardly be right, shares of them have no base and so no margin. */
function populationOf(area: string, indicator: string, row: Row): number | undefined {
  if (indicator === 'owner-occupied' || indicator === 'rented') return row[5]
  if (indicator.startsWith('age-') || indicator === 'non-western') return doubtOf(area, 'inhabitants') === samePairHere ? undefined : row[0]
  return undefined
}

const cited = (place: string): string => `Schakels in de Buurt, ${place}`

const tabled: readonly FigureSeed[] = Object.entries(tables).flatMap(([area, { cited: place, row }]) =>
  columns.map((indicator, index) => ({
    area, indicator, year: 2009, value: row[index]!, source: 'city2009' as const, cited: cited(place), population: populationOf(area, indicator, row), doubt: doubtOf(area, indicator),
  })),
)

const told: readonly FigureSeed[] = [
  { area: 'randenbroek', indicator: 'age-75-plus', year: null, value: 10, source: 'book', cited: '§4.1' },
  { area: 'schuilenburg', indicator: 'age-75-plus', year: null, value: 14, source: 'book', cited: '§4.1' },
  { area: 'amersfoort', indicator: 'age-75-plus', year: null, value: 5.7, source: 'book', cited: '§4.1' },
  { area: 'amersfoort', indicator: 'age-65-plus', year: 2004, value: 11.4, source: 'ggd2005', cited: '§4.2' },
  { area: 'randenbroek-schuilenburg', indicator: 'age-65-plus', year: 2004, value: 20, source: 'ggd2005', cited: '§4.2' },
  { area: 'kruiskamp-koppel', indicator: 'non-dutch', year: null, value: 43.6, source: 'book', cited: '§3.1' },
  { area: 'kruiskamp-koppel', indicator: 'attached', year: null, value: 50, qualifier: 'more-than', source: 'book', cited: '§3.1' },
  { area: 'randenbroek-schuilenburg', indicator: 'attached', year: 2006, value: 50, qualifier: 'more-than', source: 'city2006', cited: '§4.1' },
  { area: 'randenbroek-schuilenburg', indicator: 'lonely-older', year: 2004, value: 38, source: 'ggd2005', cited: '§4.1', doubt: areaUnknown },
  { area: 'randenbroek-schuilenburg', indicator: 'very-lonely-older', year: 2004, value: 6, source: 'ggd2005', cited: '§4.1', doubt: areaUnknown },
  { area: 'randenbroek-schuilenburg', indicator: 'lonely-older-count', year: 2005, value: 4000, qualifier: 'more-than', source: 'ggd2005', cited: '§4.2', doubt: cannotFit },
]

/** Figures of three neighbourhoods, their parts and the city, as printed. What the sources leave out is left out: missing is never zero. */
export const figures: readonly FigureSeed[] = [...tabled, ...told.map((it) => ({ ...it, cited: cited(it.cited) }))]
