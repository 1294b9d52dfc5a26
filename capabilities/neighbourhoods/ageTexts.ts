import type { Catalogue } from '../../platform/texts.ts'

/** Words of the division by age. */
export const ageTexts = {
  title: { nl: 'Jong en oud', en: 'Young and old' },
  lead: (name: string, city: string) => ({ nl: `Van elke 100 bewoners: hoeveel in elke leeftijd, in ${name} en in ${city}.`, en: `Out of every 100 residents: how many of each age, in ${name} and in ${city}.` }),
  pictureOf: (name: string, city: string) => ({ nl: `Bewoners naar leeftijd, ${name} naast ${city}.`, en: `Residents by age, ${name} beside ${city}.` }),
  groupSaid: (group: string, own: string, city: string) => ({ nl: `${group}: hier ${own}, in de stad ${city}.`, en: `${group}: here ${own}, in the city ${city}.` }),
  fromUntil: (from: number, until: number) => ({ nl: `${from} tot en met ${until} jaar`, en: `${from} to ${until}` }),
  andOver: (from: number) => ({ nl: `${from} jaar en ouder`, en: `${from} and over` }),
  age: { nl: 'Leeftijd', en: 'Age' },
  noCity: (city: string) => ({ nl: `${city}: geen cijfer`, en: `${city}: no figure` }),
  doubtful: { nl: 'in twijfel', en: 'in doubt' },
  doubt: { nl: 'Over deze cijfers is twijfel. Kijk bij "Wat we niet weten".', en: 'These figures are in doubt. See "What we do not know".' },
  notBySex: { nl: 'We hebben geen cijfers van mannen en vrouwen apart naar leeftijd. Daarom ziet u één balk en geen piramide met twee kanten.', en: 'We have no figures of men and women apart by age. So there is one bar, and no pyramid with two sides.' },
  notWide: { nl: 'Niet elke groep beslaat evenveel jaren: een langere balk kan ook komen doordat er meer jaren in zitten.', en: 'Not every group spans as many years: a longer bar may also be because there are more years in it.' },
  csv: { nl: 'Tabel als CSV', en: 'Table as CSV' },
  svg: { nl: 'Plaatje als SVG', en: 'Picture as SVG' },
  csvHead: { group: { nl: 'leeftijd', en: 'age' }, from: { nl: 'van', en: 'from' }, until: { nl: 'tot en met', en: 'to' }, own: { nl: 'gebied (%)', en: 'area (%)' }, city: { nl: 'gemeente (%)', en: 'municipality (%)' }, year: { nl: 'jaar', en: 'year' }, publisher: { nl: 'uitgever', en: 'publisher' }, edition: { nl: 'uitgave', en: 'edition' }, note: { nl: 'opmerking', en: 'note' } },
} satisfies Record<string, Catalogue[string] | Catalogue>
