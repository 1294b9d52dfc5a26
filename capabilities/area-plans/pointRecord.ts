import { z } from 'zod'
import type { Reading } from '../../platform/context.ts'
import type { Db } from '../../platform/db.ts'
import { snapshot } from '../evidence/index.ts'

/** A judgement of the analysis with the evidence it rests on, as it stood then. */
export type Point = Awaited<ReturnType<typeof pointsOf>>[number]

const kept = z.array(snapshot)

/** The points of a plan that were not withdrawn, in the order in which they were written. */
export async function pointsOf(db: Db, planId: string) {
  const rows = await db
    .selectFrom('areaPlanPoints as n')
    .leftJoin('people as w', (join) => join.onRef('w.municipalityId', '=', 'n.municipalityId').onRef('w.id', '=', 'n.byId'))
    .leftJoin('people as c', (join) => join.onRef('c.municipalityId', '=', 'n.municipalityId').onRef('c.id', '=', 'n.changedBy'))
    .where('n.planId', '=', planId)
    .where('n.withdrawnOn', 'is', null)
    .orderBy('n.at')
    .orderBy('n.id')
    .select(['n.id', 'n.head', 'n.verdict', 'n.statement', 'n.explained', 'n.evidence', 'n.version', 'w.name as by', 'n.at', 'c.name as changedBy', 'n.changedAt'])
    .execute()
  return rows.map((it) => ({ ...it, evidence: kept.parse(it.evidence) }))
}

/** Points of the plan that runs for an area, as far as the actor reads it. */
export async function openPointsOf({ db }: Pick<Reading, 'db'>, areaId: string): Promise<Pick<Point, 'id' | 'statement'>[]> {
  const plan = await db.selectFrom('areaPlans').where('areaId', '=', areaId).where('endedOn', 'is', null).select('id').executeTakeFirst()
  return plan ? (await pointsOf(db, plan.id)).map(({ id, statement }) => ({ id, statement })) : []
}
