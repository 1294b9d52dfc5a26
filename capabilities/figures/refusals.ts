import type { Catalogue } from '../../platform/texts.ts'

/** How a formula that came to nothing stands in what we keep of a workbook. */
export const noOutcome = '=?'

/** Why a cell or a row is not taken in. */
export const refusals = {
  noNumber: { nl: 'Dit is geen getal.', en: 'This is not a number.' },
  noOutcome: { nl: 'Hier staat een formule zonder uitkomst. Open het bestand in Excel en bewaar het opnieuw.', en: 'This is a formula without an outcome. Open the file in Excel and save it again.' },
  failed: { nl: 'De formule in Excel liep fout.', en: 'The formula in Excel failed.' },
  day: { nl: 'Dit is een datum. Misschien maakte Excel die van een getal met een komma of punt.', en: 'This is a date. Excel may have made it of a number with a comma or point.' },
  over100: { nl: 'Een percentage kan niet meer dan 100 zijn.', en: 'A percentage cannot be over 100.' },
  partOverWhole: { nl: 'Het deel is groter dan het geheel.', en: 'The part is larger than the whole.' },
  below0: { nl: 'Dit kan niet minder dan nul zijn.', en: 'This cannot be below zero.' },
  otherUnit: { nl: 'Dit cijfer heeft bij ons een andere eenheid.', en: 'This figure has another unit with us.' },
  outline: { nl: 'Dit is geen omtrek van een gebied.', en: 'This is no outline of an area.' },
} satisfies Catalogue
