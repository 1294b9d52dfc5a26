import type { Finding } from './finding.ts'
import { initialsIn, namesIn } from './names.ts'
import { structuredIn } from './structured.ts'

export type { Finding } from './finding.ts'
export { findingWords } from './texts.ts'

const order = (a: Finding, b: Finding): number => a.from - b.from || b.words.length - a.words.length

/**
 * What in a text may tell whom it is about. Works on this machine alone, and is a warning: it misses some and sees some that is nobody.
 *
 * @param known names of colleagues, who are not whom it is about
 */
export function tellingIn(text: string, known: readonly string[] = []): Finding[] {
  const colleagues = new Set(known.flatMap((name) => [name, name.split(' ')[0] ?? '']))
  const found = [...structuredIn(text), ...initialsIn(text), ...namesIn(text)].sort(order)
  const seen: Finding[] = []
  for (const it of found) {
    const last = seen.at(-1)
    if (last && it.from < last.from + last.words.length) continue
    if (it.kind !== 'name' || !colleagues.has(it.words)) seen.push(it)
  }
  return seen
}
