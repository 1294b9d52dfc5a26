import type { Staff } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import type { IsoDay } from '../../platform/dates.ts'
import { mayListPlans } from './policy.ts'

/** Something of a plan that somebody looks after, with the day on which they look again. */
export type MyPlanAction = { what: string; area: string; on: IsoDay; href: string }

/** Open actions of plans that the actor owns and may still read; whoever left the team no longer does. */
export async function myPlanActions({ db, actor }: Context<Staff>): Promise<MyPlanAction[]> {
  if (!mayListPlans(actor)) return []
  const rows = await db
    .selectFrom('areaPlanActions as x')
    .innerJoin('areaPlans as p', (join) => join.onRef('p.municipalityId', '=', 'x.municipalityId').onRef('p.id', '=', 'x.planId'))
    .innerJoin('areas as a', (join) => join.onRef('a.municipalityId', '=', 'p.municipalityId').onRef('a.id', '=', 'p.areaId'))
    .where('x.ownerId', '=', actor.id)
    .where('p.endedOn', 'is', null)
    .where('x.nextOn', 'is not', null)
    .orderBy('x.nextOn')
    .orderBy('x.id')
    .select(['x.id', 'x.planId', 'x.what', 'x.nextOn', 'a.name as area'])
    .execute()
  return rows.flatMap(({ id, planId, what, nextOn, area }) => (nextOn === null ? [] : [{ what, area, on: nextOn, href: `/wijkplan/${planId}/actie/${id}/stand` }]))
}
