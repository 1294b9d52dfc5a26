import { daysBetween, type IsoDay } from '../../platform/dates.ts'

/** Something that waits, from whichever part of the work. `others` means that somebody else is to act. */
export type Line = { kind: 'action' | 'case' | 'offer' | 'task' | 'invitation' | 'signal' | 'feedback' | 'correction' | 'plan' | 'board' | 'list'; what: string; about: string | null; by: string | null; on: IsoDay | null; href: string; others: boolean; /** the case or signal it is about, for the log */ subject: string | null }

/** The three lists of Today. */
export type Lists = { now: readonly Line[]; week: readonly Line[]; others: readonly Line[] }

const aWeek = 7

// What has no day is asked by somebody who waits for an answer, and comes first. A change to pass on, or what became of a list, is nobody's question: it comes after what has a day, and the board after that.
// What waits for one resident comes before the plan of a whole area, however late that is.
const place = ({ on, kind }: Line): string => (kind === 'plan' ? `9999-0 ${on}` : (on ?? (kind === 'board' ? '9999-2' : kind === 'correction' || kind === 'list' ? '9999-1' : '')))
const byDay = (a: Line, b: Line): number => (place(a) < place(b) ? -1 : place(a) > place(b) ? 1 : 0)

/**
 * Puts what waits in order of time: now is what is late, due today or has no day; this week is the seven days after; what others do stands apart.
 * What is later than a week is not shown: it will come by itself.
 */
export function sorted(lines: readonly Line[], today: IsoDay): Lists {
  const own = lines.filter((line) => !line.others)
  const days = (line: Line) => (line.on ? daysBetween(today, line.on) : 0)
  return {
    now: own.filter((line) => days(line) <= 0).toSorted(byDay),
    week: own.filter((line) => days(line) > 0 && days(line) <= aWeek).toSorted(byDay),
    others: lines.filter((line) => line.others).toSorted(byDay),
  }
}
