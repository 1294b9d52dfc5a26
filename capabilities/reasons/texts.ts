import type { Catalogue } from '../../platform/texts.ts'

export const texts = {
  why: { nl: 'Waarom is dit er?', en: 'Why is this here?' },
  because: {
    activity: { nl: 'Deze activiteit is er omdat', en: 'This activity is here because' },
    programme: { nl: 'Dit programma is er omdat', en: 'This programme is here because' },
    other: { nl: 'Dit is er omdat', en: 'This is here because' },
  },
  restsOn: (area: string) => ({ nl: `Dat zien we in ${area} hieraan`, en: `We see that in ${area} by` }),
  asOn: (day: string) => ({ nl: `zoals op ${day}`, en: `as on ${day}` }),
  inPlan: { nl: 'In de analyse van het wijkplan', en: 'In the analysis of the area plan' },
  say: { nl: 'Zeg waarom dit er is', en: 'Say why this is here' },
  answers: { nl: 'Wat er is begonnen voor een behoefte', en: 'What was started for a need' },
  answersLead: { nl: 'Activiteiten en programma’s die zeggen op welke behoefte ze antwoorden.', en: 'Activities and programmes that say which need they answer.' },
  answersNone: { nl: 'Nog geen activiteit zegt op welke behoefte hier ze antwoordt.', en: 'No activity says yet which need here it answers.' },
  answeredBy: { nl: 'Hiervoor is er', en: 'For this there is' },
} as const satisfies Record<string, Catalogue[string] | Catalogue>
