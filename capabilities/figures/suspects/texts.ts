import type { Catalogue } from '../../../platform/texts.ts'

/** Words about figures that may be wrong, for who keeps them. */
export const texts = {
  title: { nl: 'Cijfers in twijfel', en: 'Figures in doubt' },
  lead: { nl: 'Deze cijfers kunnen bijna niet kloppen. We veranderen ze niet. Kijk ze na en zeg wat je vond: dat staat dan bij het cijfer op de openbare bladzijde.', en: 'These figures can hardly be right. They are not changed. Check them and say what you found: it then stands beside the figure on the public page.' },
  none: { nl: 'Er is geen cijfer in twijfel', en: 'No figure is in doubt' },
  noneText: { nl: 'Bij elk nieuw bestand kijken we de cijfers weer na.', en: 'Figures are checked again with every new file.' },
  waiting: { nl: 'Nog niet nagekeken', en: 'Not checked yet' },
  judged: { nl: 'Nagekeken', en: 'Checked' },
  rules: {
    identical: { nl: 'Zelfde cijfer in twee gebieden', en: 'Same figure in two areas' },
    'persons-per-home': { nl: 'Te veel of te weinig mensen in een woning', en: 'Too many or too few people in a home' },
    'part-over-whole': { nl: 'Deel groter dan het geheel', en: 'Part larger than its whole' },
    sum: { nl: 'Telt niet op', en: 'Does not add up' },
    jump: { nl: 'Grote sprong', en: 'Large jump' },
    contradiction: { nl: 'Twee plaatsen spreken elkaar tegen', en: 'Two places contradict each other' },
  },
  line: (figure: string, year: string, source: string) => ({ nl: `${figure}, ${year}. Bron: ${source}.`, en: `${figure}, ${year}. Source: ${source}.` }),
  judge: { nl: 'Zeg wat je vond', en: 'Say what you found' },
  judgeTitle: { nl: 'Cijfer nagekeken', en: 'Figure checked' },
  judgeSubmit: { nl: 'Bewaar', en: 'Save' },
  judgement: { nl: 'Wat vond je?', en: 'What did you find?' },
  judgements: { right: { nl: 'Het klopt toch', en: 'It is right after all' }, asked: { nl: 'Nagevraagd bij de bron; nog geen antwoord', en: 'The publisher was asked; no answer yet' } },
  reason: { nl: 'Hoe weet je dat?', en: 'How do you know?' },
  reasonHint: { nl: 'Dit staat ook op de openbare bladzijde. Schrijf geen namen op.', en: 'This also stands on the public page. Write no names.' },
  saved: { nl: 'Je oordeel staat bij het cijfer.', en: 'Your judgement stands beside the figure.' },
  judgedBy: (words: string, who: string, when: string) => ({ nl: `${words}. ${who}, ${when}`, en: `${words}. ${who}, ${when}` }),
  check: { nl: 'Kijk alle cijfers weer na', en: 'Check all figures again' },
  checkIntro: { nl: 'Dit gebeurt ook vanzelf als je een bestand overneemt. Wat je al hebt nagekeken, blijft staan.', en: 'This also happens by itself when you take in a file. What you have checked stays.' },
  checked: { nl: 'Alle cijfers zijn nagekeken.', en: 'All figures were checked.' },
} satisfies Record<string, Catalogue[string] | Catalogue>
