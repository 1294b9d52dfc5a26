import { sql } from 'kysely'
import type { Reading } from '../../platform/context.ts'
import { dayOf, type IsoDay } from '../../platform/dates.ts'
import type { Db } from '../../platform/db.ts'
import { notFound } from '../../platform/refusal.ts'
import { type Point, pointsOf } from './pointRecord.ts'
import type { PlanFacts } from './policy.ts'
import { type TeamChoice, teamChoicesOf } from './teamRecord.ts'

export type Goal = Awaited<ReturnType<typeof goalsOf>>[number]
export type Action = Awaited<ReturnType<typeof actionsOf>>[number]
/** The plan itself, without what is in it. */
export type PlanRow = PlanFacts & Awaited<ReturnType<typeof rowOf>> & { today: IsoDay; published: { version: number; at: Date; by: string | null } | undefined }
export type PlanRecord = PlanRow & { goals: readonly Goal[]; actions: readonly Action[]; /** that were not withdrawn */ points: readonly Point[]; /** choices of a team, the newest first */ team: readonly TeamChoice[] }

const planRows = (db: Db) =>
  db
    .selectFrom('areaPlans as p')
    .innerJoin('areas as a', (join) => join.onRef('a.municipalityId', '=', 'p.municipalityId').onRef('a.id', '=', 'p.areaId'))
    .leftJoin('neighbourhoodMaps as m', (join) => join.onRef('m.municipalityId', '=', 'p.municipalityId').onRef('m.id', '=', 'p.mapId'))
    .select(['p.id', 'p.municipalityId', 'p.areaId', 'a.slug', 'a.name as area', 'a.parentId', 'p.fromYear', 'p.untilYear', 'p.about', 'p.mapId', 'm.edition as mapEdition', 'p.version', 'p.endedOn', 'p.outcome'])

async function rowOf(db: Db, planId: string) {
  const row = await planRows(db).where('p.id', '=', planId).executeTakeFirst()
  if (!row) throw notFound()
  return row
}

const goalsOf = (db: Db, planId: string) =>
  db.selectFrom('areaPlanGoals').where('planId', '=', planId).orderBy('targetYear').orderBy('at').orderBy('id').select(['id', 'goal', 'sign', 'term', 'targetYear', 'state', 'explained', 'version'])
    .select(sql<string[]>`array(select x.point_id::text from area_plan_goal_points x join area_plan_points n on n.municipality_id = x.municipality_id and n.id = x.point_id where x.municipality_id = area_plan_goals.municipality_id and x.goal_id = area_plan_goals.id and n.withdrawn_on is null order by n.at, n.id)`.as('points'))
    .execute()

const actionsOf = (db: Db, planId: string) =>
  db
    .selectFrom('areaPlanActions as x')
    .leftJoin('organizations as o', (join) => join.onRef('o.municipalityId', '=', 'x.municipalityId').onRef('o.id', '=', 'x.organizationId'))
    .leftJoin('people as w', (join) => join.onRef('w.municipalityId', '=', 'x.municipalityId').onRef('w.id', '=', 'x.ownerId'))
    .where('x.planId', '=', planId)
    .orderBy('x.nextOn')
    .orderBy('x.at')
    .orderBy('x.id')
    .select(['x.id', 'x.goalId', 'x.what', 'x.problem', 'x.forWhom', 'x.moment', 'x.organizationId', 'o.name as organization', 'o.slug as organizationSlug', 'o.visibility', 'x.party', 'x.ownerId', 'w.name as owner', 'x.nextOn', 'x.state', 'x.result', 'x.closedOn', 'x.version'])
    .execute()

const publishedOf = (db: Db, planId: string) =>
  db
    .selectFrom('areaPlanPublications as o')
    .leftJoin('people as w', (join) => join.onRef('w.municipalityId', '=', 'o.municipalityId').onRef('w.id', '=', 'o.publishedBy'))
    .where('o.planId', '=', planId)
    .select(['o.version', 'o.publishedAt as at', 'w.name as by'])
    .executeTakeFirst()

/** The teams of an area and of the area around it. */
const teamsFor = async (db: Db, areas: readonly (string | null)[]): Promise<string[]> =>
  (await db.selectFrom('teams').where('areaId', 'in', areas.filter((it) => it !== null)).select('id').execute()).map(({ id }) => id)

/** One plan with all that is in it, locked for a change. @throws Refusal 404 it does not exist, or is not for this actor */
export async function findPlan({ db, now, forChange }: Reading, { planId }: { planId: string }): Promise<PlanRecord> {
  if (forChange) await db.selectFrom('areaPlans').where('id', '=', planId).select('id').forNoKeyUpdate().execute()
  const row = await rowOf(db, planId)
  const [teamIds, goals, actions, points, team, published] = await Promise.all([teamsFor(db, [row.areaId, row.parentId]), goalsOf(db, planId), actionsOf(db, planId), pointsOf(db, planId), teamChoicesOf(db, planId), publishedOf(db, planId)])
  return { ...row, teamIds, goals, actions, points, team, published, today: dayOf(now) }
}

/** One goal in its plan. @throws Refusal 404 */
export async function findGoal(reading: Reading, { planId, goalId }: { planId: string; goalId: string }): Promise<PlanRecord & { one: Goal }> {
  const plan = await findPlan(reading, { planId })
  const one = plan.goals.find((it) => it.id === goalId)
  if (!one) throw notFound()
  return { ...plan, one }
}

/** One action in its plan. @throws Refusal 404 */
export async function findAction(reading: Reading, { planId, actionId }: { planId: string; actionId: string }): Promise<PlanRecord & { one: Action }> {
  const plan = await findPlan(reading, { planId })
  const one = plan.actions.find((it) => it.id === actionId)
  if (!one) throw notFound()
  return { ...plan, one }
}

/** One point of the analysis in its plan. @throws Refusal 404 */
export async function findPoint(reading: Reading, { planId, pointId }: { planId: string; pointId: string }): Promise<PlanRecord & { one: Point }> {
  const plan = await findPlan(reading, { planId })
  const one = plan.points.find((it) => it.id === pointId)
  if (!one) throw notFound()
  return { ...plan, one }
}

/** A line of the list: a neighbourhood with its plans as far as the actor may see them, and whether one is published. */
export type AreaPlans = PlanFacts & {
  areaId: string; slug: string; area: string; isPublic: boolean; today: IsoDay
  maps: readonly { id: string; edition: number }[]
  plans: readonly { id: string; fromYear: number; untilYear: number; about: string; endedOn: IsoDay | null; goals: number; reached: number; open: number; late: number; version: number; publishedVersion: number | null }[]
}

/** All neighbourhoods below the municipality that are there now, and other areas that have a plan. */
export async function findAllPlans({ db, now }: Reading): Promise<AreaPlans[]> {
  const today = dayOf(now)
  const [areas, teams, plans, goals, actions, published, maps] = await Promise.all([
    db.selectFrom('areas as a').leftJoin('areas as m', (join) => join.onRef('m.municipalityId', '=', 'a.municipalityId').onRef('m.id', '=', 'a.parentId')).where('a.kind', '<>', 'municipality').orderBy('a.name').select(['a.id', 'a.slug', 'a.name', 'a.parentId', 'a.composed', 'a.endedOn', 'm.kind as parent']).execute(),
    db.selectFrom('teams').select(['id', 'areaId']).execute(),
    db.selectFrom('areaPlans').orderBy('fromYear', 'desc').orderBy('openedAt', 'desc').select(['id', 'areaId', 'fromYear', 'untilYear', 'about', 'endedOn', 'version']).execute(),
    db.selectFrom('areaPlanGoals').select(['planId', 'state']).execute(),
    db.selectFrom('areaPlanActions').where('nextOn', 'is not', null).select(['planId', 'nextOn']).execute(),
    db.selectFrom('areaPlanPublications').select(['planId', 'areaId', 'version']).execute(),
    db.selectFrom('neighbourhoodMaps').orderBy('edition', 'desc').select(['id', 'areaId', 'edition']).execute(),
  ])
  const lineOf = ({ id, ...it }: (typeof plans)[number]) => {
    const own = goals.filter(({ planId }) => planId === id)
    const open = actions.filter(({ planId }) => planId === id)
    return { id, ...it, goals: own.length, reached: own.filter(({ state }) => state === 'reached').length, open: open.length, late: open.filter(({ nextOn }) => (nextOn ?? today) < today).length, publishedVersion: published.find(({ planId }) => planId === id)?.version ?? null }
  }
  return areas
    .map(({ id, slug, name, parentId, parent, composed, endedOn }) => ({
      areaId: id, slug, area: name, begins: !composed && !endedOn && (parent === 'municipality' || parent === null), today, teamIds: teams.filter(({ areaId }) => areaId === id || areaId === parentId).map((it) => it.id), isPublic: published.some(({ areaId }) => areaId === id),
      maps: maps.filter(({ areaId }) => areaId === id), plans: plans.filter(({ areaId }) => areaId === id).map(lineOf),
    }))
    .filter(({ begins, plans: own, isPublic }) => begins || own.length > 0 || isPublic)
}
