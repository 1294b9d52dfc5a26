import type { Catalogue } from '../../../platform/texts.ts'

/** Words about putting right and withdrawing a figure that was entered by hand, between colleagues. */
export const correctTexts = {
  title: { nl: 'Met de hand ingevoerde cijfers', en: 'Figures entered by hand' },
  titleOf: (name: string) => ({ nl: `Ingevoerde cijfers: ${name}`, en: `Figures entered: ${name}` }),
  lead: { nl: 'Staat er iets fout? Verbeter het cijfer of trek het in, met een reden. Wat er eerst stond, blijft te lezen.', en: 'Is something wrong? Correct the figure or withdraw it, with a reason. What stood there first can still be read.' },
  none: { nl: 'Er is nog geen cijfer met de hand ingevoerd', en: 'No figure was entered by hand yet' },
  noneText: { nl: 'Cijfers uit een bestand staan bij de bestanden. Die draai je terug met het hele bestand.', en: 'Figures of a file are with the files. Those are taken back with the whole file.' },
  line: (year: string, source: string) => ({ nl: `${year}, ${source}`, en: `${year}, ${source}` }),
  enteredBy: (who: string, day: string) => ({ nl: `Ingevoerd door ${who} op ${day}.`, en: `Entered by ${who} on ${day}.` }),
  overtaken: { nl: 'Hier staat nu een cijfer uit een bestand.', en: 'A figure of a file stands here now.' },
  isWithdrawn: { nl: 'ingetrokken', en: 'withdrawn' },
  corrected: (who: string, day: string, was: string, reason: string) => ({ nl: `Verbeterd door ${who} op ${day}. Eerst stond er ${was}. Reden: ${reason}`, en: `Corrected by ${who} on ${day}. It said ${was} first. Reason: ${reason}` }),
  filledAgain: (who: string, day: string, reason: string) => ({ nl: `Opnieuw ingevuld door ${who} op ${day}. Het was ingetrokken. Reden: ${reason}`, en: `Filled in again by ${who} on ${day}. It had been withdrawn. Reason: ${reason}` }),
  withdrawn: (who: string, day: string, was: string, reason: string) => ({ nl: `Ingetrokken door ${who} op ${day}. Er stond ${was}. Reden: ${reason}`, en: `Withdrawn by ${who} on ${day}. It said ${was}. Reason: ${reason}` }),

  correct: { nl: 'Verbeteren', en: 'Correct' },
  correctTitle: { nl: 'Cijfer verbeteren', en: 'Correct a figure' },
  withdraw: { nl: 'Intrekken', en: 'Withdraw' },
  withdrawTitle: { nl: 'Cijfer intrekken', en: 'Withdraw a figure' },
  withdrawIntro: { nl: 'Op de bladzijde staat daarna dat er geen cijfer is, en waarom. Later kun je het weer invullen.', en: 'The page then says that there is no figure, and why. You can fill it in again later.' },
  stands: (figure: string) => ({ nl: `Nu staat er: ${figure}.`, en: `It says now: ${figure}.` }),
  value: { nl: 'Het juiste cijfer', en: 'The right figure' },
  reason: { nl: 'Waarom?', en: 'Why?' },
  reasonHint: { nl: 'Dit staat bij het cijfer op de openbare bladzijde, met de datum. Noem geen namen.', en: 'This stands beside the figure on the public page, with the date. Name nobody.' },
  same: { nl: 'Dit stond er al. Verander het cijfer of de groep.', en: 'That is what it said already. Change the figure or the group.' },
  known: { nl: 'Van dit gebied en jaar is er al een cijfer uit dit onderzoek. Verbeter dat cijfer, dan blijft te lezen wat er eerst stond.', en: 'There is a figure of this area and year from this survey already. Correct that one, so that what stood there first can still be read.' },
  notThere: { nl: 'Dit cijfer is al ingetrokken.', en: 'This figure was withdrawn already.' },
  savedCorrection: { nl: 'Het cijfer is verbeterd. Wat er eerst stond, blijft te lezen.', en: 'The figure was corrected. What stood there first can still be read.' },
  savedWithdrawal: { nl: 'Het cijfer is ingetrokken. Wat er stond, blijft te lezen.', en: 'The figure was withdrawn. What stood there can still be read.' },
} satisfies Record<string, Catalogue[string] | Catalogue>
