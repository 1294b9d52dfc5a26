import type { Catalogue } from '../../platform/texts.ts'

/** How long somebody waited, from short to long, and that there was no place at all. */
export const waits = {
  none: { nl: 'Meteen of binnen een week', en: 'At once or within a week' },
  'two-weeks': { nl: 'Tot 2 weken', en: 'Up to 2 weeks' },
  'four-weeks': { nl: '2 tot 4 weken', en: '2 to 4 weeks' },
  'two-months': { nl: '1 tot 2 maanden', en: '1 to 2 months' },
  'three-months': { nl: '2 tot 3 maanden', en: '2 to 3 months' },
  longer: { nl: 'Langer dan 3 maanden', en: 'Longer than 3 months' },
  'no-place': { nl: 'Er was geen plek', en: 'There was no place' },
} satisfies Catalogue

/** Sentences around waiting as it was experienced. */
export const waitTexts = {
  tell: { nl: 'Wachttijd melden', en: 'Tell how long the wait was' },
  intro: (name: string) => ({ nl: `Je wees iemand op ${name}. Hoe lang duurde het voor die terecht kon? Alleen de wachttijd wordt bewaard: niet wie er wachtte en niet wie het meldt. Na vijf meldingen in een half jaar staat het bij de voorziening, ook voor bewoners.`, en: `You pointed somebody to ${name}. How long did it take before they were helped? Only the wait is kept: not who waited, and not who tells it. After five reports in half a year it stands with the service, for residents too.` }),
  wait: { nl: 'Wachttijd', en: 'Waiting time' },
  told: { nl: 'Bedankt. De wachttijd telt mee.', en: 'Thank you. The waiting time counts.' },
  practice: (wait: string, count: number) => ({ nl: `In de praktijk meestal: ${wait}. ${count} keer gemeld in het afgelopen half jaar.`, en: `In practice usually: ${wait}. Told ${count} times in the past half year by those who pointed people here.` }),
  noPlace: (noPlace: number, count: number) => ({ nl: `Bij ${noPlace} van de ${count} meldingen was er geen plek.`, en: `In ${noPlace} of ${count} reports there was no place.` }),
} satisfies Catalogue
