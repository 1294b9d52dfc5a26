import type pg from 'pg'
import { contentOf } from '../../../capabilities/area-plans/content.ts'
import { areaId, municipalityId, organizationId, personId } from './cast.ts'
import { idOf } from './ids.ts'
import type { World } from './index.ts'
import { insertAll } from './insert.ts'
import { mapId } from './maps.ts'
import { prevalenceId } from './prevalences.ts'
import { analysisRandenbroek, analysisSchothorst, type Ground, kept, type PointSeed, teamChoice } from './plans/analysis.ts'
import { before, randenbroek, schothorst } from './plans/plans.ts'
import type { PlanSeed } from './plans/story.ts'

const own = { municipality_id: municipalityId }
const plans: readonly PlanSeed[] = [before, randenbroek, schothorst]

/** The id of a plan of the demonstration. */
export const planId = (key: string): string => idOf('area plan', key)

/** The id of a point of an analysis of the demonstration. */
export const pointId = (plan: string, key: string): string => idOf('plan point', `${plan} ${key}`)
const groundOf = (area: string, edition: number): Ground => ({ area, edition, mapHref: `/wijkkaart/${mapId(area)}`, prevalence: prevalenceId })
const analysisOf = ({ key, area }: PlanSeed, edition: number): readonly PointSeed[] => (key === 'randenbroek' ? analysisRandenbroek(groundOf(area, edition)) : key === 'schothorst' ? analysisSchothorst(groundOf(area, edition)) : [])

/** The analysis on which the goals rest, with the evidence as it stood. */
async function seedAnalysis(client: pg.ClientBase, world: World, year: number): Promise<void> {
  const points = plans.flatMap((plan) => analysisOf(plan, year).map((it) => ({ plan: plan.key, ...it })))
  await insertAll(client, 'area_plan_points', points.map((it) => ({
    ...own, id: pointId(it.plan, it.key), plan_id: planId(it.plan), head: it.head, verdict: it.verdict, statement: it.statement, explained: it.explained ?? null, evidence: kept(it.evidence, world.day(it.on)), version: 1, by_id: personId(it.by), at: new Date(world.now.getTime() + it.on * 86_400_000).toISOString(),
  })))
  await insertAll(client, 'area_plan_goal_points', points.flatMap((it) => (it.goals ?? []).map((goal) => ({ ...own, plan_id: planId(it.plan), goal_id: idOf('plan goal', `${it.plan} ${goal}`), point_id: pointId(it.plan, it.key) }))))
}

/** The team that was chosen before publishing. */
const teamOf = ({ key }: PlanSeed, on: number, world: World) => (key === 'randenbroek' && teamChoice.on <= on ? [{ model: teamChoice.model, reasons: teamChoice.reasons, expertise: teamChoice.expertise(groundOf('randenbroek-schuilenburg', 0), (point) => pointId(key, point)), at: new Date(world.now.getTime() + teamChoice.on * 86_400_000) }] : [])

async function seedTeam(client: pg.ClientBase, at: (offset: number) => string): Promise<void> {
  const { by, on, model, reasons, expertise } = teamChoice
  await insertAll(client, 'area_plan_team_choices', [{ ...own, id: idOf('team choice', 'randenbroek'), plan_id: planId('randenbroek'), model, reasons, expertise: expertise(groundOf('randenbroek-schuilenburg', 0), (point) => pointId('randenbroek', point)), by_id: personId(by), at: at(on) }])
}

/** Plans of two neighbourhoods: one public, one before it that is over, and one that only its team sees. */
export async function seedPlans(client: pg.ClientBase, world: World): Promise<void> {
  const year = Number(world.day(0).slice(0, 4))
  const at = (offset: number) => new Date(world.now.getTime() + offset * 86_400_000).toISOString()
  await insertAll(client, 'area_plans', plans.map(({ key, area, from, until, about, fromMap, opened, ended }) => ({
    ...own, id: planId(key), area_id: areaId(area), from_year: year + from, until_year: year + until, about, map_id: fromMap ? mapId(area) : null, version: 1, opened_by: personId(opened.by), opened_at: at(opened.on),
    ended_on: ended ? world.day(ended.on) : null, ended_by: ended ? personId(ended.by) : null, outcome: ended?.outcome ?? null,
  })))
  await insertAll(client, 'area_plan_goals', plans.flatMap(({ key, from, goals }) => goals.map((it) => ({
    ...own, id: idOf('plan goal', `${key} ${it.key}`), plan_id: planId(key), goal: it.goal, sign: it.sign, term: it.term, target_year: year + from + it.ahead, state: it.state ?? 'planned', explained: it.explained ?? null, version: 1, by_id: personId(it.by), at: at(it.on),
  }))))
  await insertAll(client, 'area_plan_actions', plans.flatMap(({ key, actions }) => actions.map((it, index) => ({
    ...own, id: idOf('plan action', `${key} ${index}`), plan_id: planId(key), goal_id: it.goal ? idOf('plan goal', `${key} ${it.goal}`) : null, what: it.what, problem: it.problem, for_whom: it.forWhom, moment: it.moment,
    organization_id: it.organization ? organizationId(it.organization) : null, party: it.party ?? null, owner_id: personId(it.owner), next_on: it.next === undefined ? null : world.workday(it.next), state: it.state ?? 'planned', result: it.result ?? null,
    closed_on: it.closed === undefined ? null : world.day(it.closed), version: 1, by_id: personId(it.by), at: at(it.on),
  }))))
  await seedAnalysis(client, world, year)
  await seedTeam(client, at)
  for (const plan of plans) if (plan.published) await publish(client, world, plan, { ...plan.published, year, at: at(plan.published.on) })
}

/** What everybody reads: without what came after the day of publishing. A plan that is over is public as it is. */
async function publish(client: pg.ClientBase, world: World, plan: PlanSeed, { by, on, year, at }: { by: PlanSeed['opened']['by']; on: number; year: number; at: string }): Promise<void> {
  const { rows } = await client.query<{ id: string; name: string; slug: string }>('select id, name, slug from organizations where municipality_id = $1', [municipalityId])
  const points = analysisOf(plan, year).filter((it) => it.on <= on)
  const goals = plan.goals.map((it) => ({ id: idOf('plan goal', `${plan.key} ${it.key}`), goal: it.goal, sign: it.sign, term: it.term, targetYear: year + plan.from + it.ahead, state: it.state ?? ('planned' as const), explained: it.explained ?? null, version: 1, points: points.filter(({ goals: answers = [] }) => answers.includes(it.key)).map(({ key }) => pointId(plan.key, key)) }))
  const actions = plan.actions.flatMap((it, index) => {
    const organization = it.organization ? rows.find(({ id }) => id === organizationId(it.organization ?? '')) : undefined
    return it.on > on ? [] : [{
      id: idOf('plan action', `${plan.key} ${index}`), goalId: it.goal ? idOf('plan goal', `${plan.key} ${it.goal}`) : null, what: it.what, problem: it.problem, forWhom: it.forWhom, moment: it.moment, party: it.party ?? null,
      organization: organization?.name ?? null, organizationSlug: organization?.slug ?? null, visibility: 'public' as const, state: it.state ?? ('planned' as const), result: it.result ?? null,
    }]
  })
  const content = contentOf({ about: plan.about, fromYear: year + plan.from, untilYear: year + plan.until, mapEdition: plan.fromMap ? year : null, outcome: plan.ended?.outcome ?? null, goals, actions, team: teamOf(plan, on, world), points: points.map((it) => ({ id: pointId(plan.key, it.key), head: it.head, verdict: it.verdict, statement: it.statement, explained: it.explained ?? null, evidence: kept(it.evidence, world.day(it.on)) })) })
  await client.query(
    `insert into area_plan_publications (municipality_id, plan_id, area_id, from_year, version, content, published_by, published_at)
     select municipality_id, id, area_id, from_year, case when ended_on is null then version - 1 else version end, $3, $4, $5 from area_plans where municipality_id = $1 and id = $2`,
    [municipalityId, planId(plan.key), JSON.stringify(content), personId(by), at],
  )
}
