import { z } from 'zod'
import { dayOf } from '../../platform/dates.ts'
import { openSnapshot } from '../evidence/index.ts'
import type { Point } from './pointRecord.ts'
import type { Action, Goal, PlanRow } from './record.ts'
import { placed, type TeamChoice } from './teamRecord.ts'

const goal = z.object({ id: z.uuid(), goal: z.string(), sign: z.string().describe('how one sees that it was reached'), term: z.enum(['short', 'medium', 'long']), targetYear: z.int(), state: z.enum(['planned', 'running', 'reached', 'stopped']), explained: z.string().nullable(), points: z.array(z.uuid()).default([]).describe('of the analysis that it answers') })
/** A judgement with what it rests on. `withheld` counts evidence that only colleagues see. */
export const contentPoint = z.object({ id: z.uuid(), head: z.enum(['present', 'needed', 'infrastructure']), verdict: z.enum(['strength', 'worry', 'unknown']), statement: z.string(), explained: z.string().nullable(), evidence: z.array(openSnapshot), withheld: z.int() })
const action = z.object({
  id: z.uuid(), goalId: z.uuid().nullable(), what: z.string(), problem: z.string(), forWhom: z.string(), who: z.string().describe('an organisation, or a party in words'), organization: z.string().nullable().describe('its address in the directory'), moment: z.string(),
  state: z.enum(['planned', 'running', 'done', 'stopped']), result: z.string().nullable(),
})

const team = z.object({ model: z.enum(['generalists', 'core-and-ring', 'specialists', 'second-line']), reasons: z.string(), on: z.iso.date(), expertise: z.array(placed.omit({ key: true })) })

/** What everybody reads of a plan. Colleagues who own actions are not in it. */
export const planContent = z.object({ about: z.string(), fromYear: z.int(), untilYear: z.int(), mapEdition: z.int().nullable().describe('of the neighbourhood map that it was made from'), outcome: z.string().nullable(), goals: z.array(goal), actions: z.array(action), points: z.array(contentPoint).default([]), team: team.nullable().default(null).describe('the kind of team that was chosen') })
export type PlanContent = z.output<typeof planContent>
export type ContentGoal = PlanContent['goals'][number]
export type ContentPoint = PlanContent['points'][number]
export type ContentAction = PlanContent['actions'][number]

type Facts = Pick<PlanRow, 'about' | 'fromYear' | 'untilYear' | 'mapEdition' | 'outcome'> & { goals: readonly Goal[]; points: readonly Omit<Point, 'version' | 'by' | 'at' | 'changedBy' | 'changedAt'>[]; team: readonly Pick<TeamChoice, 'model' | 'reasons' | 'expertise' | 'at'>[]; actions: readonly Omit<Action, 'organizationId' | 'ownerId' | 'owner' | 'nextOn' | 'closedOn' | 'version'>[] }

/** A point as everybody may read it: evidence that is for colleagues only is counted, not told. */
function openPoint({ id, head, verdict, statement, explained, evidence }: Facts['points'][number]): ContentPoint {
  const open = evidence.flatMap(({ publicHref, ...it }) => (publicHref === null ? [] : [{ ...it, href: publicHref }]))
  return { id, head, verdict, statement, explained, evidence: open, withheld: evidence.length - open.length }
}

const openTeam = (choice: Facts['team'][number] | undefined): PlanContent['team'] =>
  choice ? { model: choice.model, reasons: choice.reasons, on: dayOf(choice.at), expertise: choice.expertise.map(({ what, place }) => ({ what, place })) } : null

/** The plan as it can be published now. */
export const contentOf = (plan: Facts): PlanContent => ({
  about: plan.about, fromYear: plan.fromYear, untilYear: plan.untilYear, mapEdition: plan.mapEdition, outcome: plan.outcome,
  goals: plan.goals.map(({ version: _, ...it }) => it), points: plan.points.map(openPoint), team: openTeam(plan.team[0]),
  actions: plan.actions.map(({ id, goalId, what, problem, forWhom, moment, organization, organizationSlug, visibility, party, state, result }) => ({
    id, goalId, what, problem, forWhom, moment, state, result, who: [organization, party].filter(Boolean).join(', '), organization: visibility === 'public' ? organizationSlug : null,
  })),
})
