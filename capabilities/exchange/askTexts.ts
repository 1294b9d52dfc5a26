import type { Catalogue } from '../../platform/texts.ts'

/** What is wrong with a question of another system. */
export const askTexts = {
  postcode: { nl: 'Geef een Nederlandse postcode, bijvoorbeeld 3816 of 3816 AA.', en: 'Give a Dutch postcode, for example 3816 or 3816 AA.' },
  proximity: { nl: 'Een afstand geldt vanaf een plek: geef ook postcode mee.', en: 'A distance is from a place: give postcode too.' },
  time: { nl: 'Geef een tijd als uren en minuten, bijvoorbeeld 09:30.', en: 'Give a time as hours and minutes, for example 09:30.' },
  moment: { nl: 'Geef een bestaande dag of een moment, bijvoorbeeld 2026-03-02 of 2026-03-02T09:00:00Z.', en: 'Give an existing day or a moment, for example 2026-03-02 or 2026-03-02T09:00:00Z.' },
  day: { nl: 'Geef een dag als MO, TU, WE, TH, FR, SA of SU.', en: 'Give a day as MO, TU, WE, TH, FR, SA or SU.' },
} satisfies Catalogue
