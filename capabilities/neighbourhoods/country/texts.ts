import type { Catalogue } from '../../../platform/texts.ts'

/** Words of the page of the whole country. */
export const countryTexts = {
  title: { nl: 'Alle gemeenten van Nederland', en: 'All municipalities of the Netherlands' },
  titleOf: (name: string) => ({ nl: `${name} in alle gemeenten`, en: `${name} in all municipalities` }),
  see: { nl: 'Alle gemeenten van Nederland naast elkaar', en: 'All municipalities of the Netherlands beside each other' },
  lead: { nl: 'Zo ligt onze gemeente tussen alle andere. Een verschil zegt nog niet wat beter is, of waarom.', en: 'This is where our municipality stands among all others. A difference does not say yet what is better, or why.' },
  choose: { nl: 'Welk cijfer?', en: 'Which figure?' },
  year: { nl: 'Welk jaar?', en: 'Which year?' },
  show: { nl: 'Laat zien', en: 'Show' },
  none: { nl: 'Nog geen cijfers van het land', en: 'No figures of the country yet' },
  noneText: { nl: 'Zodra de gemeente een jaarbestand van het CBS inleest, staan hier alle gemeenten naast elkaar.', en: 'Once the municipality brings in a yearly file of Statistics Netherlands, all municipalities stand here beside each other.' },
  noMap: { nl: 'Van de gemeenten hebben we nog geen grenzen. Daarom is er geen kaart. Alle cijfers staan in de tabel.', en: 'We have no boundaries of municipalities yet, so there is no map. All figures are in the table.' },
  mapSaid: (name: string, low: string, high: string, ours: string) => ({ nl: `Kaart van Nederland: ${name}, voor elke gemeente. Laagst: ${low}. Hoogst: ${high}. ${ours} Alle cijfers staan ook in de tabel.`, en: `Map of the Netherlands: ${name}, for each municipality. Lowest: ${low}. Highest: ${high}. ${ours} All figures are in the table too.` }),
  ours: (name: string, figure: string) => ({ nl: `Onze gemeente, ${name}: ${figure}.`, en: `Our municipality, ${name}: ${figure}.` }),
  own: { nl: 'onze gemeente', en: 'our municipality' },
  notDrawn: (count: number) => ({ nl: count === 1 ? 'Eén gemeente staat niet op de kaart, want we hebben er de grens niet van. Het cijfer staat wel in de tabel.' : `${count} gemeenten staan niet op de kaart, want we hebben er de grens niet van. De cijfers staan wel in de tabel.`, en: count === 1 ? 'One municipality is not on the map, because we do not have its boundary. Its figure is in the table.' : `${count} municipalities are not on the map, because we do not have their boundaries. Their figures are in the table.` }),
  place: (place: number, count: number) => ({ nl: `Van laag naar hoog de ${place}e van ${count} gemeenten met een cijfer.`, en: `From low to high number ${place} of ${count} municipalities with a figure.` }),
  town: { nl: 'Gemeente', en: 'Municipality' },
  tableOf: (name: string) => ({ nl: `${name}, alle gemeenten`, en: `${name}, all municipalities` }),
  unlooked: { nl: 'De cijfers van andere gemeenten nemen we over zoals de bron ze geeft. We kijken ze niet na.', en: 'Figures of other municipalities are taken over as the source gives them. We do not check them.' },
  csvHead: { code: { nl: 'code', en: 'code' }, town: { nl: 'gemeente', en: 'municipality' }, figure: { nl: 'cijfer', en: 'figure' }, year: { nl: 'jaar', en: 'year' }, unit: { nl: 'eenheid', en: 'unit' }, publisher: { nl: 'uitgever', en: 'publisher' }, edition: { nl: 'uitgave', en: 'edition' } },
} satisfies Record<string, Catalogue[string] | Catalogue>
