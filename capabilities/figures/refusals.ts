import type { Catalogue } from '../../platform/texts.ts'

/** Why a cell or a row is not taken in. */
export const refusals = {
  noNumber: { nl: 'Dit is geen getal.', en: 'This is not a number.' },
  over100: { nl: 'Een percentage kan niet meer dan 100 zijn.', en: 'A percentage cannot be over 100.' },
  partOverWhole: { nl: 'Het deel is groter dan het geheel.', en: 'The part is larger than the whole.' },
  below0: { nl: 'Dit kan niet minder dan nul zijn.', en: 'This cannot be below zero.' },
  otherUnit: { nl: 'Dit cijfer heeft bij ons een andere eenheid.', en: 'This figure has another unit with us.' },
  outline: { nl: 'Dit is geen omtrek van een gebied.', en: 'This is no outline of an area.' },
} satisfies Catalogue
