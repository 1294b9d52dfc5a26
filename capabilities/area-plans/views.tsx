import { z } from 'zod'
import { publicView, view } from '../../platform/act.ts'
import { nothing } from '../../platform/validation.ts'
import { actionAdded } from './actions.ts'
import { goalSet } from './goals.ts'
import { planChanged, planEnded } from './opening.ts'
import { PlanPage } from './PlanPage.tsx'
import { PlansPage } from './PlansPage.tsx'
import { mayListPlans, mayReadPlan } from './policy.ts'
import { findPublicPlan, presentPlan, presentPlans, presentPublicPlan } from './present.ts'
import { planPublished, planUnpublished } from './publishing.ts'
import { PublicPlanPage } from './PublicPlanPage.tsx'
import { findAllPlans, findPlan } from './record.ts'
import { shownPlan, shownPlans, shownPublicPlan } from './shown.ts'
import { texts } from './texts.ts'

/** The plan of an area as everybody reads it. */
export const planRead = publicView({
  name: 'area-plans.read',
  at: '/neighbourhoods/:slug/plan',
  path: '/wijk/:slug/plan',
  title: ({ area, plan }) => (plan ? texts.planTitle(area, plan.fromYear, plan.untilYear) : texts.planOf(area)),
  query: z.strictObject({ jaar: z.coerce.number().int().min(2000).max(2150).optional() }),
  output: shownPublicPlan,
  find: (reading, params, query) => findPublicPlan(reading, params, query),
  may: () => true,
  about: () => [],
  present: (_ctx, found) => presentPublicPlan(found),
  page: (shown) => <PublicPlanPage shown={shown} />,
})

/** All areas with their plans. */
export const plansListed = view({
  name: 'area-plans.list',
  at: '/area-plans',
  path: '/wijkplan',
  title: texts.plans,
  query: nothing,
  output: shownPlans,
  find: (reading) => findAllPlans(reading),
  may: mayListPlans,
  about: () => [],
  present: (ctx, areas) => presentPlans(ctx.actor, areas),
  page: (shown) => <PlansPage shown={shown} />,
})

/** One plan for those who work on it. */
export const planViewed = view({
  name: 'area-plans.view',
  at: '/area-plans/:planId',
  path: '/wijkplan/:planId',
  title: ({ area, fromYear, untilYear }) => texts.planWork(area, fromYear, untilYear),
  query: nothing,
  output: shownPlan,
  find: findPlan,
  may: mayReadPlan,
  about: ({ id }) => [id],
  version: ({ version }) => version,
  present: (ctx, plan): z.input<typeof shownPlan> => presentPlan(ctx.actor, plan, [goalSet, actionAdded, planChanged, planPublished, planUnpublished, planEnded]),
  page: (shown, { now }) => <PlanPage shown={shown} now={now} />,
})
