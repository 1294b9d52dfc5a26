import { say } from '../../platform/texts.ts'
import type { ShownSocial } from './shown.ts'
import { texts } from './texts.ts'
import { wheelTexts } from './wheelTexts.ts'

type Part = ShownSocial['parts'][number]
/** A piece of a part: one of its figures, or what residents said. Without a mark the part is missing. */
export type Segment = { letter: string | null; name: string; mark: number | null; kind: 'figures' | 'survey' | 'missing' }

/** The letter of a figure in a part that has several; null when it is alone. */
export const letterOf = (place: number, count: number): string | null => (count > 1 ? String.fromCharCode(97 + place) : null)

/** The pieces of one part. With one figure missing it is what residents say, or nothing: half a part is no part. */
export function segmentsOf({ from, mark, figures, round }: Part): Segment[] {
  if (mark === null || from === null) return [{ letter: null, name: say(texts.partMissing), mark: null, kind: 'missing' }]
  if (from === 'survey') return [{ letter: null, name: say(texts.fromSurvey(round ?? '')), mark, kind: 'survey' }]
  return figures.map((it, place) => ({ letter: letterOf(place, figures.length), name: it.name, mark: it.mark, kind: 'figures' }))
}

/** The index as lines of a spreadsheet: a line for each piece of each part, then the index itself. What is missing stays empty. */
export function indexLines({ parts, index }: ShownSocial): (string | number | null)[][] {
  return [
    Object.values(wheelTexts.head).map((text) => say(text)),
    ...parts.flatMap((part) => {
      const own = [part.name, part.weight, part.mark, say(part.mark === null || part.from === null ? wheelTexts.missing : wheelTexts[part.from])]
      return part.figures.length === 0 ? [[...own, segmentsOf(part)[0]?.name ?? '', null, part.mark]] : part.figures.map((it) => [...own, it.name, it.text, it.mark])
    }),
    [say(texts.index), null, index, null, null, null, null],
  ]
}
