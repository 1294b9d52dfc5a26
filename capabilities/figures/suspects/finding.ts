import { contradiction, jump } from './apart.ts'
import { identical } from './identical.ts'
import type { Flag, Ground, Known } from './known.ts'
import { partOverWhole, persons } from './possible.ts'
import { sums } from './sums.ts'

/** All figures that can hardly be right, once for each rule. */
export function suspectsIn(figures: readonly Known[], ground: Ground): Flag[] {
  const found = new Map<string, Flag>()
  for (const rule of [identical, persons, partOverWhole, sums, jump, contradiction])
    for (const flag of rule(figures, ground)) {
      const key = `${flag.figureId} ${flag.rule}`
      if (!found.has(key)) found.set(key, flag)
    }
  return [...found.values()]
}
