import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { act } from '../../platform/act.ts'
import type { Reading } from '../../platform/context.ts'
import { type FieldError, notFound } from '../../platform/refusal.ts'
import { say } from '../../platform/texts.ts'
import { line, prose } from '../../platform/validation.ts'
import { actTexts } from './actTexts.ts'
import { analysisTexts as texts } from './analysisTexts.ts'
import { evidenceFor, keep, keysOf, offered, tickedOf, type Ticked } from './ground.ts'
import { mistake, mustChange, onPlan, personalIn, planHref, refuse } from './planAct.ts'
import { findPlan, findPoint, type PlanRecord } from './record.ts'
import { type Head, heads, type HeadWord, verdicts } from './words.ts'

const keys = () => z.array(z.string().max(160)).max(40).optional()
const facts = { statement: line(300), verdict: z.enum(['strength', 'worry', 'unknown']), explained: prose(1000).optional(), figures: keys(), social: keys(), needs: keys(), offers: keys(), asked: keys(), sections: keys() }
const form = {
  statement: { as: 'text' as const, label: texts.statement, hint: texts.statementHint, longest: 300 },
  verdict: { as: 'choice' as const, label: texts.verdict, options: verdicts },
  explained: { as: 'area' as const, label: texts.explained, hint: texts.explainedHint, rows: 3, longest: 1000, optional: true as const },
  needs: { as: 'picks' as const, label: texts.picks.needs }, asked: { as: 'picks' as const, label: texts.picks.asked }, offers: { as: 'picks' as const, label: texts.picks.offers },
  social: { as: 'picks' as const, label: texts.picks.social }, figures: { as: 'picks' as const, label: texts.picks.figures }, sections: { as: 'picks' as const, label: texts.picks.sections },
}

/** Where the analysis of a plan is worked on. */
export const analysisHref = (planId: string): string => `${planHref(planId)}/analyse`

const wrongWith = (input: Ticked & { verdict: string }): FieldError[] => {
  const ticked = keysOf(input).length
  return [...(ticked === 0 && input.verdict !== 'unknown' ? [mistake('verdict', 'no-evidence', texts.evidenceMissing)] : []), ...(ticked > 40 ? [mistake('figures', 'too-much', texts.tooMuch)] : []), ...personalIn(input)]
}

type WithHead = PlanRecord & { head: Head }
async function findHead(reading: Reading, { planId, head }: { planId: string; head: string }): Promise<WithHead> {
  const found = heads[head as HeadWord]
  if (!found || !Object.hasOwn(heads, head)) throw notFound()
  return { ...(await findPlan(reading, { planId })), head: found }
}

const onAnalysis = { ...onPlan, back: '/wijkplan/:planId/analyse', next: ({ planId }: { planId: string }) => analysisHref(planId) }

/** A judgement about the area under one of three heads, standing on what is known of it now. */
export const pointAdded = act({
  ...onAnalysis,
  name: 'area-plans.add-point',
  at: '/area-plans/:planId/analysis/:head',
  page: '/wijkplan/:planId/analyse/:head',
  title: texts.addTitle,
  input: z.strictObject(facts),
  form,
  find: findHead,
  choices: async (ctx, { head, ...plan }) => offered(head, await evidenceFor(ctx, plan)),
  intro: ({ head, area }) => `${say(texts.heads[head])}: ${area}. ${say(texts.tickIntro)}`,
  prefill: (_plan, query) => {
    const asked = query.get('bewijs')
    return asked ? Object.fromEntries((['figures', 'social', 'needs', 'offers', 'asked', 'sections'] as const).map((group) => [group, [asked]])) : {}
  },
  run: async (ctx, { id, municipalityId, head, today, ...plan }, { statement, verdict, explained, ...ticked }) => {
    refuse(wrongWith({ statement, verdict, explained, ...ticked } as Ticked & { verdict: string }))
    const evidence = keep(ticked, today, await evidenceFor(ctx, plan))
    await ctx.db.insertInto('areaPlanPoints').values({ municipalityId, id: randomUUID(), planId: id, head, verdict, statement, explained: explained ?? null, evidence: JSON.stringify(evidence), byId: ctx.actor.id, at: ctx.now }).execute()
  },
  done: texts.addDone,
  audit: 'C',
})

const onPoint = { ...onAnalysis, find: findPoint, version: ({ one }: Awaited<ReturnType<typeof findPoint>>) => one.version }

/** Another judgement, or other evidence for it. What was ticked before stays as it stood, unless the present is asked for. */
export const pointChanged = act({
  ...onPoint,
  name: 'area-plans.change-point',
  at: '/area-plans/:planId/points/:pointId',
  page: '/wijkplan/:planId/punt/:pointId',
  title: texts.changeTitle,
  input: z.strictObject({ ...facts, asNow: z.boolean().optional() }),
  form: { ...form, asNow: { as: 'tick', label: texts.asNow, hint: texts.asNowHint } },
  choices: async (ctx, { one, ...plan }) => offered(one.head, await evidenceFor(ctx, plan), one.evidence),
  prefill: ({ one: { statement, verdict, explained, evidence } }) => ({ statement, verdict, explained, ...tickedOf(evidence) }),
  run: async (ctx, { one, today, ...plan }, { statement, verdict, explained, asNow, ...ticked }) => {
    refuse(wrongWith({ statement, verdict, explained, ...ticked } as Ticked & { verdict: string }))
    const evidence = keep(ticked, today, await evidenceFor(ctx, plan), one.evidence, asNow)
    const set = { statement, verdict, explained: explained ?? null, evidence: JSON.stringify(evidence), changedBy: ctx.actor.id, changedAt: ctx.now, version: one.version + 1 }
    mustChange(await ctx.db.updateTable('areaPlanPoints').set(set).where('id', '=', one.id).where('version', '=', one.version).executeTakeFirstOrThrow())
  },
  done: texts.addDone,
})

/** A point that no longer holds leaves the analysis, with why. */
export const pointWithdrawn = act({
  ...onPoint,
  name: 'area-plans.withdraw-point',
  at: '/area-plans/:planId/points/:pointId/withdrawal',
  page: '/wijkplan/:planId/punt/:pointId/weghalen',
  title: texts.withdrawTitle,
  destructive: true,
  input: z.strictObject({ because: line(300) }),
  form: { because: { as: 'text', label: texts.withdrawWhy, hint: actTexts.noPeople, longest: 300 } },
  intro: ({ one }) => `${one.statement}. ${say(texts.withdrawIntro)}`,
  run: async (ctx, { one, today }, { because }) => {
    refuse(personalIn({ because }))
    mustChange(await ctx.db.updateTable('areaPlanPoints').set({ withdrawnOn: today, withdrawnBecause: because, changedBy: ctx.actor.id, changedAt: ctx.now, version: one.version + 1 }).where('id', '=', one.id).where('version', '=', one.version).executeTakeFirstOrThrow())
  },
  done: texts.withdrawDone,
})
