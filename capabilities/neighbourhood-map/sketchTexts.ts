import type { Catalogue } from '../../platform/texts.ts'

const texts = {
  title: { nl: 'Plekken in de schets', en: 'Places in the sketch' },
  sketchOf: (area: string) => ({ nl: `Schets van ${area} in vakken.`, en: `Sketch of ${area} in squares.` }),
  placeSaid: (number: number, name: string, square: string) => ({ nl: `${number}: ${name}, vak ${square}.`, en: `${number}: ${name}, square ${square}.` }),
  square: (square: string) => ({ nl: `vak ${square}`, en: `square ${square}` }),
  notDrawn: (names: string) => ({ nl: `Niet in de schets: ${names}.`, en: `Not in the sketch: ${names}.` }),
  pointTitle: { nl: 'Plek aanwijzen in de schets', en: 'Point out the place in the sketch' },
  pointLead: { nl: 'Klik in de schets, of kies een vak uit de lijst. Daarna leg je het vast.', en: 'Click in the sketch, or choose a square from the list. Then record it.' },
  pointSubmit: { nl: 'Leg deze plek vast', en: 'Record this place' },
  pointHere: (area: string) => ({ nl: `Schets van ${area}: klik op de plek`, en: `Sketch of ${area}: click on the place` }),
  spotLabel: { nl: 'Plek die je aanwees', en: 'Place that you pointed out' },
  squareLabel: { nl: 'Vak', en: 'Square' },
  squareHint: { nl: 'Een letter van links naar rechts, een cijfer van boven naar beneden. Noord is boven.', en: 'A letter from left to right, a number from top to bottom. North is up.' },
  noPlace: { nl: 'Alleen een plek kun je in de schets aanwijzen.', en: 'Only a place can be pointed out in the sketch.' },
  pointDone: { nl: 'De plek staat in de schets.', en: 'The place is in the sketch.' },
  pointOut: { nl: 'Wijs aan in de schets', en: 'Point out in the sketch' },
  yearsCaption: (name: string) => ({ nl: `${name}, door de jaren`, en: `${name}, over the years` }),
  barsCaption: (area: string, city: string) => ({ nl: `Dichte balk: ${area}. Open balk: ${city}. In procenten.`, en: `Filled bar: ${area}. Open bar: ${city}. In per cent.` }),
  barSaid: (name: string, here: string, city: string) => ({ nl: `${name}: hier ${here}, in de stad ${city}.`, en: `${name}: ${here} here, ${city} in the city.` }),
} satisfies Catalogue

export const sketchTexts = texts
