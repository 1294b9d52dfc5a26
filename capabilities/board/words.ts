import type { Catalogue } from '../../platform/texts.ts'

/** What somebody does with a notice. */
export const kinds = {
  offer: { nl: 'Ik bied iets aan', en: 'I offer something' },
  ask: { nl: 'Ik zoek iets', en: 'I am looking for something' },
} satisfies Catalogue
export type Kind = keyof typeof kinds

/** The same as a mark on a notice. */
export const kindMarks = {
  offer: { nl: 'Aangeboden', en: 'Offered' },
  ask: { nl: 'Gezocht', en: 'Wanted' },
} satisfies Catalogue

/** What it is about. */
export const whats = {
  thing: { nl: 'Een ding: lenen, geven of ruilen', en: 'A thing: to lend, give or swap' },
  talent: { nl: 'Een talent: iets doen of leren', en: 'A talent: to do or teach something' },
} satisfies Catalogue
export type What = keyof typeof whats

/** The same in one word. */
export const whatMarks = {
  thing: { nl: 'Ding', en: 'Thing' },
  talent: { nl: 'Talent', en: 'Talent' },
} satisfies Catalogue

/** How long a notice stands, in days. */
export const spans = {
  '14': { nl: 'Twee weken', en: 'Two weeks' },
  '30': { nl: 'Een maand', en: 'A month' },
  '90': { nl: 'Drie maanden', en: 'Three months' },
} satisfies Catalogue
export type Span = keyof typeof spans

/** Why a notice does not come on the board, or goes from it. */
export const refusals = {
  personal: { nl: 'Er staan gegevens van iemand in', en: 'It tells about somebody' },
  trade: { nl: 'Er wordt geld voor gevraagd of het is reclame', en: 'It asks for money or is an advertisement' },
  unclear: { nl: 'Het is niet duidelijk wat er bedoeld wordt', en: 'It is not clear what is meant' },
  improper: { nl: 'Het past niet op een bord voor de hele buurt', en: 'It does not fit on a board for the whole neighbourhood' },
  elsewhere: { nl: 'Hiervoor is hulp nodig van iemand met een opleiding', en: 'This needs help of somebody trained for it' },
} satisfies Catalogue
export type Refused = keyof typeof refusals

/** Why somebody finds that a notice should not be there. */
export const reportReasons = {
  improper: { nl: 'Het is kwetsend of ongepast', en: 'It is hurtful or improper' },
  personal: { nl: 'Er staan gegevens van iemand in', en: 'It tells about somebody' },
  trade: { nl: 'Er wordt geld voor gevraagd of het is reclame', en: 'It asks for money or is an advertisement' },
  gone: { nl: 'Het is er niet meer', en: 'It is no longer there' },
} satisfies Catalogue
export type ReportReason = keyof typeof reportReasons

/** How it stands with a notice. */
export const states = {
  waiting: { nl: 'Wacht op controle', en: 'Waits for a check' },
  public: { nl: 'Staat op het bord', en: 'On the board' },
  matched: { nl: 'Gekoppeld', en: 'Coupled' },
  refused: { nl: 'Niet geplaatst', en: 'Not placed' },
  done: { nl: 'Afgerond', en: 'Finished' },
  withdrawn: { nl: 'Weggehaald', en: 'Taken away' },
  over: { nl: 'De tijd is om', en: 'Its time is over' },
} satisfies Catalogue
export type Standing = keyof typeof states
