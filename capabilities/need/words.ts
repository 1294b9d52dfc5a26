import { csvCell } from '../../platform/csv.ts'
import { numberText } from '../../platform/numbers.ts'
import { say, type Text } from '../../platform/texts.ts'
import type { State } from '../../ui/marks.tsx'
import type { ShownAreaNeed, ShownLine } from './shown.ts'
import { texts } from './texts.ts'

/** How a need stands to its offer: the word and its shape. */
export const standings: Record<ShownLine['standing'], { text: Text; state: State }> = {
  'white-spot': { text: texts.whiteSpot, state: 'alarm' }, full: { text: texts.full, state: 'watch' }, overlap: { text: texts.overlap, state: 'info' }, offered: { text: texts.offered, state: 'good' },
}

/** A count that is told down to fives, and not at all when it is small. */
export const countText = (count: number | null): string => (count === null ? say(texts.fewer) : say(texts.atLeast(numberText(count))))

/** The needs of an area for a spreadsheet, each with its sum and sources. What is missing stays empty. */
export function csvOf(shown: ShownAreaNeed): string {
  const head = Object.values(texts.csvHead).map((text) => say(text))
  const rows = shown.lines.map((it) => [
    it.what, it.domain.name, it.group.name, it.people, it.low, it.high, it.why, it.sum, it.steps.map(({ name, source }) => `${name}: ${source}`).join(' | '), say(standings[it.standing].text), it.offers.map(({ name }) => name).join(' | '), it.cautions.join(' '),
  ])
  const lines: readonly (readonly (string | number | null)[])[] = [head, ...rows]
  return `\uFEFF${lines.map((row) => row.map(csvCell).join(';')).join('\r\n')}\r\n`
}
