import { z } from 'zod'
import { notNow } from '../../platform/act.ts'
import { type FieldError, invalid, stale } from '../../platform/refusal.ts'
import type { Text } from '../../platform/texts.ts'
import { tellingIn } from '../discretion/index.ts'
import { actTexts } from './actTexts.ts'
import { mayWritePlan } from './policy.ts'
import { findPlan, type PlanRow } from './record.ts'

/** Where a plan is worked on. */
export const planHref = (planId: string): string => `/wijkplan/${planId}`

/** What the acts on one plan have in common. A plan that has ended is read, not changed. */
export const onPlan = {
  output: z.object({ planId: z.uuid() }),
  find: findPlan,
  may: mayWritePlan,
  about: (plan: PlanRow) => [plan.id],
  hindrance: (plan: PlanRow) => (plan.endedOn ? notNow('plan.ended', actTexts.ended) : undefined),
  present: (_ctx: unknown, _done: unknown, plan: PlanRow) => ({ planId: plan.id }),
  next: ({ planId }: { planId: string }) => planHref(planId),
}

/** What is wrong with one field. */
export const mistake = (at: string, code: string, detail: Text): FieldError => ({ in: 'body', at, code, detail })

// What always points at one person, whatever the sentence around it says. Names are asked not to be typed; these are refused.
const pointing = ['phone', 'email', 'citizen-number', 'account', 'birthday']

/** Fields that hold how to reach somebody or who somebody is. `text` says what to do about it. */
export const personalIn = (input: Record<string, unknown>, text: Text = actTexts.personal): FieldError[] =>
  Object.entries(input).flatMap(([at, value]) => (typeof value === 'string' && tellingIn(value).some(({ kind }) => pointing.includes(kind)) ? [mistake(at, 'personal', text)] : []))

/** Refuses everything that is wrong at once. @throws Refusal 400 */
export function refuse(mistakes: readonly FieldError[]): void {
  if (mistakes.length > 0) throw invalid(mistakes)
}

/** A row that was not changed was changed by somebody else just before. @throws Refusal 412 */
export function mustChange({ numUpdatedRows }: { numUpdatedRows: bigint }): void {
  if (numUpdatedRows !== 1n) throw stale()
}
