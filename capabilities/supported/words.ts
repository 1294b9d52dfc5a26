import { numberText } from '../../platform/numbers.ts'
import { say } from '../../platform/texts.ts'
import type { ShownDay, ShownProvider } from './shown.ts'
import { texts } from './texts.ts'

/** "35 tot en met 39" */
export const rangeText = ({ low, high }: { low: number; high: number }): string => say(texts.range(numberText(low), numberText(high)))

/** What stands in the cell of a count. */
export const countText = ({ state, low, high }: Pick<ShownProvider, 'state' | 'low' | 'high'>): string => (low !== null && high !== null ? rangeText({ low, high }) : say(state === 'few' ? texts.few : state === 'withdrawn' ? texts.withdrawn : texts.closed))

/** "A, B en C" */
export const namesText = (names: readonly string[]): string => new Intl.ListFormat(say({ nl: 'nl', en: 'en' }), { type: 'conjunction' }).format(names)

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** How many residents a day of counts stands for, in a sentence; null when nothing was counted. */
export function sumText({ providers, atLeast, atMost, total }: ShownDay): string | null {
  const counted = providers.filter(({ state }) => state !== 'withdrawn')
  const [only] = counted
  if (!only || atLeast === null) return null
  if (total) return say(texts.total(rangeText(total)))
  if (counted.length === 1) return only.state === 'closed' ? say(texts.unknown) : capital(say(texts.one(countText(only), only.name)))
  if (atMost === null) return say(atLeast === 0 ? texts.unknown : texts.atLeast(numberText(atLeast)))
  return say(atLeast === 0 ? texts.atMost(numberText(atMost)) : texts.between(numberText(atLeast), numberText(atMost)))
}

/** Why it is not one number, or why it is: what stands below the sentence. */
export function reasonsOf({ providers, together, total }: ShownDay): string[] {
  const counted = providers.filter(({ state }) => state !== 'withdrawn')
  const who = together ? namesText(together.parties) : ''
  return [
    ...(total && together ? [say(texts.totalBecause(who, together.source))] : counted.length > 1 ? [say(texts.because)] : []),
    ...(together && !total && together.state !== 'withdrawn' ? [together.low !== null && together.high !== null ? say(texts.partly(who, rangeText({ low: together.low, high: together.high }))) : say(texts.jointClosed(who))] : []),
    ...(counted.some(({ state }) => state === 'closed') ? [say(texts.closedNote)] : []),
  ]
}
