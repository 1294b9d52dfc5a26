import { type Town, town } from '../town.ts'
import { type Aviary, letLoose } from './canaries.ts'
import { type Cell, named } from './cells.ts'
import { workOnDirectory } from './directory.ts'
import { inputFor } from './inputs.ts'
import { type Facts, factsOf, maySee, type Reader, readerOf } from './oracle.ts'
import { seedTheRest, subjects } from './world.ts'

/** The town with canaries in it, and who everybody is. */
export type Stage = { t: Town; birds: Aviary; facts: Facts; readers: ReadonlyMap<string, Reader | null> }

/** Builds the town of the matrix. Close `t` when the file is done. */
export async function stage(): Promise<Stage> {
  const t = await town()
  await seedTheRest(t.owner, t.now())
  await workOnDirectory(t)
  const birds = await letLoose(t.owner)
  const readers = new Map<string, Reader | null>()
  for (const subject of subjects) readers.set(subject.key, await readerOf(t, subject))
  return { t, birds, facts: await factsOf(t), readers }
}

const visitor: Reader = { kind: 'visitor', municipality: '', person: null, organization: null, role: null, purpose: null, teams: [], coordinates: [], ownCases: [] }

/** Who reads in this cell. Whose session is over reads as a visitor. */
export const readerIn = ({ t, readers }: Stage, { subject }: Cell): Reader => readers.get(subject.key) ?? { ...visitor, municipality: t.settings.municipalityId }

/** Codes are given to who signalled: with one, an answer tells where the signal stands. */
const withCode = ['signals.follow', 'signals.status']

/** Everything in the answers of a cell that its reader may not see, in words. */
export function leaksIn(on: Stage, cell: Cell): string[] {
  const reader = readerIn(on, cell)
  const known = JSON.stringify([cell.place.params, cell.place.query, cell.entry.kind === 'act' && inputFor(cell.entry)])
  return cell.heard.flatMap((answer) =>
    [...on.birds.find(`${answer.body}\n${answer.headers.join('\n')}`)]
      .filter((mark) => !known.includes(mark)) // who asks knows what was asked for, and what was sent comes back
      .map((mark) => on.birds.marks.get(mark)!)
      .filter((mark) => !maySee(reader, on.facts, mark) && !(withCode.includes(cell.entry.name) && mark.table === 'signals'))
      .map(({ table, column }) => `${named(cell)}: ${table}.${column} in the ${answer.how} (${answer.status})`),
  )
}

/** May who asks know that the record of this cell exists? */
export function maySeeRecord(on: Stage, cell: Cell): boolean {
  const mark = cell.place.about && on.birds.marks.get(cell.place.about.id)
  return mark !== null && mark !== undefined && maySee(readerIn(on, cell), on.facts, mark)
}
