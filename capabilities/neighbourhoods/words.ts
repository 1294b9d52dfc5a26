import { fullDay } from '../../platform/dates.ts'
import { euroText, numberText, shownDecimals } from '../../platform/numbers.ts'
import { locale, say } from '../../platform/texts.ts'
import type { ShownCell, ShownCorrection, ShownLine } from './shown.ts'
import { qualified, texts, verdicts } from './texts.ts'

const ones = {
  nl: ['nul', 'één', 'twee', 'drie', 'vier', 'vijf', 'zes', 'zeven', 'acht', 'negen', 'tien', 'elf', 'twaalf', 'dertien', 'veertien', 'vijftien', 'zestien', 'zeventien', 'achttien', 'negentien'],
  en: ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve', 'thirteen', 'fourteen', 'fifteen', 'sixteen', 'seventeen', 'eighteen', 'nineteen'],
}
const tens = {
  nl: ['', '', 'twintig', 'dertig', 'veertig', 'vijftig', 'zestig', 'zeventig', 'tachtig', 'negentig'],
  en: ['', '', 'twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'],
}

/** A whole number from 0 to 100 in letters: "zeventien", "tweeënveertig". */
export function inLetters(count: number): string {
  const language = locale()
  if (count === 100) return language === 'nl' ? 'honderd' : 'hundred'
  if (count < 20) return ones[language][count] ?? ''
  const ten = tens[language][Math.floor(count / 10)] ?? ''
  const one = count % 10
  if (one === 0) return ten
  if (language === 'en') return `${ten}-${ones.en[one]}`
  const unit = one === 1 ? 'een' : ones.nl[one]
  return `${unit}${unit?.endsWith('e') ? 'ën' : 'en'}${ten}`
}

/** The first letter as a capital, for the start of a sentence. */
export const capital = (words: string): string => words.charAt(0).toLocaleUpperCase(locale()) + words.slice(1)

/** A figure with its unit, and with as many decimals as its source prints: "61%", "5,7%", "€ 26.100", "meer dan 4.000". */
export function figureText(cell: Pick<ShownCell, 'value' | 'qualifier'>, { unit, decimals, madeOf }: Pick<ShownLine, 'unit' | 'decimals' | 'madeOf'>): string {
  if (cell.value === null) return say(texts.noFigure)
  const places = madeOf.length > 0 ? decimals : Math.max(decimals, shownDecimals(cell.value))
  const number = unit === 'euro' ? euroText(Math.round(cell.value * 100)) : `${numberText(cell.value, places)}${unit === 'percent' ? '%' : ''}`
  return cell.qualifier ? say(qualified[cell.qualifier](number)) : number
}

/** What a table cell says: the figure, or why there is none. */
export const cellText = (cell: ShownCell | null, line: ShownLine): string => (cell?.state === 'suppressed' ? say(texts.suppressed) : cell ? figureText(cell, line) : say(texts.noFigure))

/** A distance without its sign, in the unit of the figure: "5 punten", "€ 7.400", "0,5". */
export function distanceText({ unit, decimals }: Pick<ShownLine, 'unit' | 'decimals'>, difference: number): string {
  const size = Math.abs(difference)
  if (unit === 'euro') return euroText(Math.round(size * 100))
  return unit === 'percent' ? say(texts.points(numberText(size, size < 1 ? 1 : 0))) : numberText(size, decimals)
}

/** A margin without its signs, smallest first: the word beside it already says which way. */
function sizes({ low, high }: { low: number; high: number }): [string, string] {
  const [nearest, farthest] = [Math.abs(low), Math.abs(high)].sort((one, other) => one - other)
  return [numberText(nearest ?? 0, 1), numberText(farthest ?? 0, 1)]
}

/** The comparison in words, for a cell of the table. */
export function verdictText(line: Pick<ShownLine, 'verdict' | 'difference' | 'margin' | 'unit' | 'decimals'>): string {
  const { verdict, difference, margin } = line
  if ((verdict === 'higher' || verdict === 'lower') && difference !== null && margin) return say(texts[verdict](distanceText(line, difference), ...sizes(margin)))
  if (verdict === 'not-testable' && difference !== null) {
    return say(difference === 0 ? texts.equalNotTestable : difference > 0 ? texts.moreNotTestable(distanceText(line, difference)) : texts.lessNotTestable(distanceText(line, difference)))
  }
  return say(verdicts[verdict])
}

/** The year that a figure is about; sources do not always say. */
export const yearText = (year: number | null): string => (year === null ? say(texts.noYear) : String(year))

/** A verdict in words, without its size. */
export const verdictWords = (verdict: ShownLine['verdict']): string => say(verdicts[verdict])

/** That a figure was put right or withdrawn, when, what stood there first, and why. */
export function correctionText({ kind, on, was, reason }: ShownCorrection, { unit, decimals }: Pick<ShownLine, 'unit' | 'decimals'>): string {
  const before = figureText({ value: was, qualifier: null }, { unit, decimals, madeOf: [] })
  return say(kind === 'withdrawn' ? texts.withdrawnOn(fullDay(on), before, reason) : was === null ? texts.filledAgainOn(fullDay(on), reason) : texts.correctedOn(fullDay(on), before, reason))
}
