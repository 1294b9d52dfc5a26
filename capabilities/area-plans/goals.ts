import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { act } from '../../platform/act.ts'
import type { Context } from '../../platform/context.ts'
import type { FieldError } from '../../platform/refusal.ts'
import { say } from '../../platform/texts.ts'
import { id, line, prose } from '../../platform/validation.ts'
import { actTexts } from './actTexts.ts'
import { analysisTexts } from './analysisTexts.ts'
import { mistake, mustChange, onPlan, personalIn, planHref, refuse } from './planAct.ts'
import { findGoal, type PlanRecord, type PlanRow } from './record.ts'
import { goalStates, type Term, terms, verdicts } from './words.ts'

const facts = { goal: line(300), sign: line(300), term: z.enum(['short', 'medium', 'long']), targetYear: z.int().min(2000).max(2200), points: z.array(id()).max(30).optional() }
const form = {
  goal: { as: 'text' as const, label: actTexts.goalLabel, hint: actTexts.goalHint, longest: 300 },
  sign: { as: 'text' as const, label: actTexts.signLabel, hint: actTexts.signHint, longest: 300 },
  term: { as: 'choice' as const, label: actTexts.termLabel, options: terms },
  targetYear: { as: 'number' as const, label: actTexts.targetYear },
  points: { as: 'picks' as const, label: analysisTexts.goalPoints, optional: true as const },
}

const farthest = 30

/** What is wrong with the year of a goal. Goals for the long term may lie beyond the plan, which is then one of several. */
function yearWrong({ fromYear, untilYear }: PlanRow, { term, targetYear }: { term: Term; targetYear: number }): FieldError[] {
  if (targetYear < fromYear) return [mistake('targetYear', 'before-plan', actTexts.beforePlan)]
  if (term === 'short' && targetYear > untilYear) return [mistake('targetYear', 'outside-plan', actTexts.shortOutside)]
  return targetYear > fromYear + farthest ? [mistake('targetYear', 'too-far', actTexts.tooFar)] : []
}

/** Points of the analysis to choose from: what is needed and what worries first. */
const pointsToChoose = async (_ctx: unknown, { points }: Pick<PlanRecord, 'points'>) => ({
  points: points.toSorted((one, other) => Number(other.verdict === 'worry') - Number(one.verdict === 'worry')).map((it) => ({ value: it.id, label: it.statement, hint: `${say(analysisTexts.heads[it.head])}, ${say(verdicts[it.verdict]).toLowerCase()}` })),
})

const linkTo = async ({ db }: Pick<Context, 'db'>, { municipalityId, id: planId }: Pick<PlanRow, 'municipalityId' | 'id'>, goalId: string, points: readonly string[]): Promise<void> => {
  if (points.length > 0) await db.insertInto('areaPlanGoalPoints').values([...new Set(points)].map((pointId) => ({ municipalityId, planId, goalId, pointId }))).execute()
}

const toGoals = ({ planId }: { planId: string }): string => `${planHref(planId)}#doelen`

/** A goal: what will be different, by when, and how one sees it. */
export const goalSet = act({
  ...onPlan,
  name: 'area-plans.set-goal',
  at: '/area-plans/:planId/goals',
  page: '/wijkplan/:planId/doel',
  title: actTexts.goalTitle,
  input: z.strictObject(facts),
  form,
  choices: pointsToChoose,
  prefill: ({ today }, query) => ({ targetYear: Number(today.slice(0, 4)) + 1, points: query.getAll('punt') }),
  run: async (ctx, plan, { points = [], ...input }) => {
    refuse([...yearWrong(plan, input), ...personalIn(input)])
    const goalId = randomUUID()
    await ctx.db.insertInto('areaPlanGoals').values({ ...input, municipalityId: plan.municipalityId, id: goalId, planId: plan.id, byId: ctx.actor.id, at: ctx.now }).execute()
    await linkTo(ctx, plan, goalId, points)
  },
  next: toGoals,
  done: actTexts.goalDone,
  audit: 'C',
})

/** A goal in other words or with another year, and where it stands. Reached or stopped needs a word why. */
export const goalChanged = act({
  ...onPlan,
  name: 'area-plans.change-goal',
  at: '/area-plans/:planId/goals/:goalId',
  page: '/wijkplan/:planId/doel/:goalId',
  title: actTexts.changeGoalTitle,
  input: z.strictObject({ ...facts, state: z.enum(['planned', 'running', 'reached', 'stopped']), explained: prose(600).optional() }),
  form: {
    ...form,
    state: { as: 'choice', label: actTexts.goalStateLabel, options: goalStates },
    explained: { as: 'area', label: actTexts.explainedLabel, hint: actTexts.explainedHint, rows: 3, longest: 600, optional: true },
  },
  find: findGoal,
  version: ({ one }) => one.version,
  choices: pointsToChoose,
  prefill: ({ one: { goal, sign, term, targetYear, state, explained, points } }) => ({ goal, sign, term, targetYear, state, explained, points }),
  run: async (ctx, { one, ...plan }, { explained, points, ...input }) => {
    const over = input.state === 'reached' || input.state === 'stopped'
    refuse([...yearWrong(plan, input), ...(over && !explained ? [mistake('explained', 'required', actTexts.explain)] : []), ...personalIn({ ...input, explained })])
    mustChange(await ctx.db.updateTable('areaPlanGoals').set({ ...input, explained: explained ?? null, version: one.version + 1 }).where('id', '=', one.id).where('version', '=', one.version).executeTakeFirstOrThrow())
    if (points === undefined) return // a program that knows no points leaves them as they are
    await ctx.db.deleteFrom('areaPlanGoalPoints').where('goalId', '=', one.id).execute()
    await linkTo(ctx, plan, one.id, points)
  },
  next: toGoals,
  done: actTexts.goalDone,
})
