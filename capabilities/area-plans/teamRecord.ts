import { z } from 'zod'
import type { Db } from '../../platform/db.ts'
import { bothLanguages } from '../evidence/index.ts'

/** An expertise as it was asked for at a choice, and where it was put. */
export const placed = z.object({ key: z.string(), what: bothLanguages, place: z.enum(['core', 'ring', 'call', 'none']) })
export type Placed = z.output<typeof placed>

/** A choice of a team with its reasons. */
export type TeamChoice = Awaited<ReturnType<typeof teamChoicesOf>>[number]

const kept = z.array(placed)

/** All choices of a team for a plan, the newest first: that one counts. */
export async function teamChoicesOf(db: Db, planId: string) {
  const rows = await db
    .selectFrom('areaPlanTeamChoices as c')
    .leftJoin('people as w', (join) => join.onRef('w.municipalityId', '=', 'c.municipalityId').onRef('w.id', '=', 'c.byId'))
    .where('c.planId', '=', planId)
    .orderBy('c.at', 'desc')
    .orderBy('c.id')
    .select(['c.id', 'c.model', 'c.reasons', 'c.expertise', 'w.name as by', 'c.at'])
    .execute()
  return rows.map((it) => ({ ...it, expertise: kept.parse(it.expertise) }))
}
