import type { Catalogue } from '../../platform/texts.ts'

export const texts = {
  makeTitle: { nl: 'Code voor de bewoner maken', en: 'Make a code for the resident' },
  makeSubmit: { nl: 'Maak een code', en: 'Make a code' },
  makeIntro: {
    nl: 'Met het dossiernummer en deze code kan de bewoner het eigen plan lezen. Een code van eerder vervalt meteen.',
    en: 'With the case number and this code the resident can read the own plan. An earlier code ends at once.',
  },
  closed: { nl: 'De casus is gesloten. Er komt geen nieuwe code.', en: 'The case is closed. No new code is made.' },
  paperTitle: { nl: 'Code voor de bewoner', en: 'Code for the resident' },
  paperLead: { nl: 'Druk deze bladzijde af of schrijf de code over, en geef hem aan de bewoner zelf. Je ziet hem maar één keer.', en: 'Print this page or copy the code, and give it to the resident in person. You see it only once.' },
  number: { nl: 'Nummer', en: 'Number' },
  code: { nl: 'Code', en: 'Code' },
  where: { nl: 'Inloggen', en: 'Sign in' },
  whereHow: { nl: 'Op de site: kies Inloggen, en dan “Ik ben bewoner en heb een code op papier”.', en: 'On the site: choose Sign in, and then “I am a resident and have a code on paper”.' },
  gone: { nl: 'De code is al getoond. Is hij kwijt? Maak dan een nieuwe.', en: 'The code has been shown. Is it lost? Then make a new one.' },
  back: { nl: 'Naar de casus', en: 'To the case' },
} satisfies Catalogue
