import { z } from 'zod'
import { planContent } from './content.ts'

const named = z.object({ slug: z.string(), name: z.string() })
const openAct = z.object({ name: z.string(), title: z.object({ nl: z.string(), en: z.string() }), href: z.string() })

/** All areas with their plans. */
export const shownPlans = z.object({
  areas: z.array(
    z.object({
      slug: z.string(), area: z.string(), isPublic: z.boolean(), works: z.boolean().describe('the actor works there'), openHref: z.string().nullable(),
      plans: z.array(z.object({ id: z.uuid(), fromYear: z.int(), untilYear: z.int(), about: z.string(), endedOn: z.iso.date().nullable(), goals: z.int(), reached: z.int(), open: z.int(), late: z.int(), published: z.enum(['no', 'older', 'yes']) })),
    }),
  ),
})
export type ShownPlans = z.output<typeof shownPlans>

const ownGoal = planContent.shape.goals.element.extend({ version: z.int(), actions: z.int(), changeHref: z.string().nullable(), actionHref: z.string().nullable() })
const ownAction = planContent.shape.actions.element.extend({ version: z.int(), goal: z.string().nullable(), owner: z.string(), mine: z.boolean(), nextOn: z.iso.date().nullable(), closedOn: z.iso.date().nullable(), changeHref: z.string().nullable(), reportHref: z.string().nullable() })
export type OwnGoal = z.output<typeof ownGoal>
export type OwnAction = z.output<typeof ownAction>

/** A plan for those who work on it. */
export const shownPlan = planContent.extend({
  id: z.uuid(), slug: z.string(), area: z.string(), mapHref: z.string().nullable(),
  version: z.int().describe('of all that is in it'),
  today: z.iso.date(), endedOn: z.iso.date().nullable(), published: z.object({ by: z.string(), at: z.iso.datetime(), current: z.boolean() }).nullable(),
  goals: z.array(ownGoal), actions: z.array(ownAction), acts: z.array(openAct),
})
export type ShownPlan = z.output<typeof shownPlan>

/** A plan as everybody reads it. */
export const shownPublicPlan = z.object({
  slug: z.string(), area: z.string(), of: named.nullable().describe('the area that the plan is for, around this one'), team: named.nullable(),
  plan: planContent.nullable(), publishedOn: z.iso.date().nullable(), others: z.array(z.int()).describe('first years of other published plans'),
})
export type ShownPublicPlan = z.output<typeof shownPublicPlan>
