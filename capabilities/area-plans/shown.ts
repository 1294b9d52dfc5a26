import { z } from 'zod'
import { bothLanguages, snapshot } from '../evidence/index.ts'
import { shownLine } from '../need/index.ts'
import { shownAnswer } from '../reasons/index.ts'
import { contentPoint, planContent } from './content.ts'

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
  id: z.uuid(), slug: z.string(), area: z.string(), mapHref: z.string().nullable(), teamHref: z.string().nullable().describe('where the team that fits is worked on'),
  version: z.int().describe('of all that is in it'),
  today: z.iso.date(), endedOn: z.iso.date().nullable(), published: z.object({ by: z.string(), at: z.iso.datetime(), current: z.boolean() }).nullable(),
  goals: z.array(ownGoal), actions: z.array(ownAction), acts: z.array(openAct),
})
export type ShownPlan = z.output<typeof shownPlan>

const piece = snapshot.extend({ since: z.object({ now: bothLanguages.nullable().describe('null when it is no longer there') }).nullable().describe('null when it is still the same') })
const ownPoint = contentPoint.omit({ withheld: true }).extend({
  evidence: z.array(piece), version: z.int(), by: z.string(), at: z.iso.datetime(), changed: z.object({ by: z.string(), at: z.iso.datetime() }).nullable(),
  answers: z.array(shownAnswer).describe('activities and programmes that answer it'),
  goals: z.array(z.object({ id: z.uuid(), goal: z.string() })), changeHref: z.string().nullable(), withdrawHref: z.string().nullable(), goalHref: z.string().nullable(),
})
export type OwnPoint = z.output<typeof ownPoint>

/** The analysis of a plan for those who work on it. */
export const shownAnalysis = z.object({
  planId: z.uuid(), slug: z.string(), area: z.string(), fromYear: z.int(), untilYear: z.int(), mapHref: z.string().nullable(), mapEdition: z.int().nullable(),
  heads: z.array(z.object({ head: contentPoint.shape.head, addHref: z.string().nullable(), points: z.array(ownPoint), unused: z.array(z.object({ label: bothLanguages, value: bothLanguages, says: bothLanguages.nullable(), source: bothLanguages, year: z.string().nullable(), href: z.string(), pointHref: z.string() })).describe('what strikes and is in no point yet') })),
})
export type ShownAnalysis = z.output<typeof shownAnalysis>

const place = z.enum(['core', 'ring', 'call', 'none'])
const near = z.object({ name: z.string(), function: z.string().nullable(), organization: z.string(), ring: z.enum(['core', 'shell']) })
const asked = z.object({
  key: z.string(), what: z.string(), why: z.string(), more: z.string().nullable(), line: shownLine.nullable().describe('the need with the sum behind it'), standing: z.enum(['covered', 'shell', 'nearby', 'missing', 'unknown']), team: z.array(near),
  offers: z.array(z.object({ name: z.string(), href: z.string(), organization: z.string() })), points: z.array(z.object({ id: z.uuid(), statement: z.string() })), place: place.nullable().describe('where the last choice put it; null when it was not asked for then'),
})
export type ShownAsked = z.output<typeof asked>
const choice = z.object({ id: z.uuid(), model: z.enum(['generalists', 'core-and-ring', 'specialists', 'second-line']), reasons: z.string(), by: z.string(), at: z.iso.datetime(), expertise: z.array(z.object({ what: z.string(), place })) })
export type ShownChoice = z.output<typeof choice>

/** What an area asks of its team, what the team has, and which team was chosen. */
export const shownTeamModel = z.object({
  planId: z.uuid(), slug: z.string(), area: z.string(), fromYear: z.int(), untilYear: z.int(), team: named.nullable(), proposal: choice.shape.model.nullable().describe('of a rule of thumb; null when nothing follows'),
  most: z.int().describe('members that fit in a team, by that rule'), parties: z.array(z.object({ organization: z.string(), asked: z.int(), offers: z.int(), ring: z.enum(['core', 'shell']).nullable() })), profile: z.array(asked), judged: z.array(asked),
  choices: z.array(choice).describe('the newest first'), chooseHref: z.string().nullable(),
})
export type ShownTeamModel = z.output<typeof shownTeamModel>

/** A plan as everybody reads it. */
export const shownPublicPlan = z.object({
  slug: z.string(), area: z.string(), of: named.nullable().describe('the area that the plan is for, around this one'), team: named.nullable(),
  plan: planContent.nullable(), publishedOn: z.iso.date().nullable(), others: z.array(z.int()).describe('first years of other published plans'),
})
export type ShownPublicPlan = z.output<typeof shownPublicPlan>
