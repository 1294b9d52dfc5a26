import type { Actor, Staff } from '../../platform/actor.ts'
import { mayReadMaps } from '../neighbourhood-map/index.ts'

/** What decides who may do what with a plan: the teams of its area and of the area around it. */
export type PlanFacts = { teamIds: readonly string[] }

const manages = (actor: Staff): boolean => actor.kind === 'worker' && actor.role === 'neighbourhood-manager'

/** Plans are made by who works with neighbourhoods; who administers or audits has no business in them. */
export const mayListPlans = (actor: Actor): actor is Staff => mayReadMaps(actor)

/** What is not published is for who works there: the team of the area, and the neighbourhood manager. */
export const mayReadPlan = (actor: Staff, { teamIds }: PlanFacts): boolean => mayListPlans(actor) && (manages(actor) || teamIds.some((id) => actor.teams.includes(id)))

/** The professionals of the team write, and the neighbourhood manager. */
export const mayWritePlan = (actor: Staff, it: PlanFacts): boolean => actor.kind === 'worker' && mayReadPlan(actor, it)

/** The coordinator of the team begins, publishes and ends a plan, and the neighbourhood manager. */
export const mayLeadPlan = (actor: Staff, { teamIds }: PlanFacts): boolean => mayListPlans(actor) && actor.kind === 'worker' && (manages(actor) || teamIds.some((id) => actor.coordinates.includes(id)))

/** Does the actor work in this area, so that its plan could be theirs to write? */
export const worksInArea = (actor: Staff, it: PlanFacts): boolean => mayWritePlan(actor, it)
