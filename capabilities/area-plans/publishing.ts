import { act, notNow } from '../../platform/act.ts'
import { stale } from '../../platform/refusal.ts'
import { say } from '../../platform/texts.ts'
import { nothing } from '../../platform/validation.ts'
import { actTexts } from './actTexts.ts'
import { contentOf } from './content.ts'
import { onPlan } from './planAct.ts'
import { mayLeadPlan } from './policy.ts'
import type { PlanRecord } from './record.ts'

// A plan that has ended can still be published, with what came of it.
const onPublishing = { ...onPlan, may: mayLeadPlan, version: ({ version }: PlanRecord) => version, input: nothing, form: {} }

/** Everybody reads the plan as it stands now. The version is that of everything in it: nobody publishes what they did not see. */
export const planPublished = act({
  ...onPublishing,
  name: 'area-plans.publish',
  at: '/area-plans/:planId/publication',
  page: '/wijkplan/:planId/publiceren',
  title: actTexts.publishTitle,
  hindrance: ({ goals, published, version }: PlanRecord) => (goals.length === 0 ? notNow('plan.empty', actTexts.publishEmpty) : published?.version === version ? notNow('plan.published', actTexts.publishedAlready) : undefined),
  intro: () => say(actTexts.publishIntro),
  run: async (ctx, plan) => {
    const shown = { fromYear: plan.fromYear, version: plan.version, content: JSON.stringify(contentOf(plan)), publishedBy: ctx.actor.id, publishedAt: ctx.now }
    await ctx.db.insertInto('areaPlanPublications').values({ ...shown, municipalityId: plan.municipalityId, planId: plan.id, areaId: plan.areaId }).onConflict((on) => on.columns(['municipalityId', 'planId']).doUpdateSet(shown)).execute()
  },
  done: actTexts.publishDone,
})

/** The public no longer reads the plan. */
export const planUnpublished = act({
  ...onPublishing,
  name: 'area-plans.unpublish',
  at: '/area-plans/:planId/publication-ended',
  page: '/wijkplan/:planId/intrekken',
  title: actTexts.unpublishTitle,
  destructive: true,
  hindrance: ({ published }: PlanRecord) => (published ? undefined : notNow('plan.not-published', actTexts.notPublished)),
  run: async (ctx, { id }) => {
    const { numDeletedRows } = await ctx.db.deleteFrom('areaPlanPublications').where('planId', '=', id).executeTakeFirstOrThrow()
    if (numDeletedRows !== 1n) throw stale()
  },
  done: actTexts.unpublishDone,
})
