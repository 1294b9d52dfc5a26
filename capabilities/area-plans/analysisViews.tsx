import type { z } from 'zod'
import { view } from '../../platform/act.ts'
import type { Staff } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import { nothing } from '../../platform/validation.ts'
import { type Evidence, sinceOf } from '../evidence/index.ts'
import { answersIn } from '../reasons/index.ts'
import { AnalysisPage } from './AnalysisPage.tsx'
import { analysisTexts } from './analysisTexts.ts'
import { evidenceFor, fits } from './ground.ts'
import { planHref } from './planAct.ts'
import { analysisHref } from './points.ts'
import { mayReadPlan, mayWritePlan } from './policy.ts'
import { findPlan, type PlanRecord } from './record.ts'
import { shownAnalysis } from './shown.ts'
import { heads, headWords } from './words.ts'

const striking = /^(hoger|lager)\b/

/** Does it ask for a judgement by itself? A difference that was tested, a white spot, a wish, or signals. */
const strikes = ({ kind, says }: Evidence): boolean => ['gap', 'wish', 'signals', 'cooperation', 'survey'].includes(kind) || (kind === 'figure' && striking.test(says?.nl ?? '')) || (kind === 'need' && says !== null)

const answerable: readonly string[] = ['need', 'gap', 'wish', 'survey']

async function presentAnalysis(ctx: Context<Staff>, plan: PlanRecord): Promise<z.input<typeof shownAnalysis>> {
  const writes = mayWritePlan(ctx.actor, plan)
  const open = writes && !plan.endedOn
  const [now, answers] = await Promise.all([writes ? evidenceFor(ctx, plan) : [], answersIn(ctx.db, plan.slug)])
  const used = new Set(plan.points.flatMap(({ evidence }) => evidence.map(({ key }) => key)))
  const base = planHref(plan.id)
  return {
    planId: plan.id, slug: plan.slug, area: plan.area, fromYear: plan.fromYear, untilYear: plan.untilYear, mapHref: plan.mapId ? `/wijkkaart/${plan.mapId}` : null, mapEdition: plan.mapEdition,
    heads: headWords.map((word) => {
      const head = heads[word]
      return {
        head, addHref: open ? `${analysisHref(plan.id)}/${word}` : null,
        points: plan.points.filter((it) => it.head === head).map(({ changedBy, changedAt, by, at, ...it }) => ({
          ...it, by: by ?? '', at: at.toISOString(), changed: changedAt ? { by: changedBy ?? '', at: changedAt.toISOString() } : null,
          evidence: it.evidence.map((one) => ({ ...one, since: open ? sinceOf(one, now) : null })),
          // What names the point itself, or rests on the same.
          answers: it.head === 'present' ? [] : answers.filter(({ pointIds, keys }) => pointIds.includes(it.id) || it.evidence.some(({ kind, key }) => answerable.includes(kind) && keys.includes(key))),
          goals: plan.goals.filter(({ points }) => points.includes(it.id)).map(({ id, goal }) => ({ id, goal })),
          changeHref: open ? `${base}/punt/${it.id}` : null, withdrawHref: open ? `${base}/punt/${it.id}/weghalen` : null, goalHref: open ? `${base}/doel?punt=${it.id}` : null,
        })),
        unused: open ? now.filter((it) => fits(head, it) && strikes(it) && !used.has(it.key)).map(({ key, label, value, says, source, year, href }) => ({ label, value, says, source, year, href, pointHref: `${analysisHref(plan.id)}/${word}?bewijs=${encodeURIComponent(key)}` })) : [],
      }
    }),
  }
}

/** The analysis of a plan: what is there, what is needed and how strong the network is, apart; with what changed since and what still waits for a judgement. */
export const analysisViewed = view({
  name: 'area-plans.view-analysis',
  at: '/area-plans/:planId/analysis',
  path: '/wijkplan/:planId/analyse',
  title: ({ area, fromYear, untilYear }) => analysisTexts.analysisOf(area, fromYear, untilYear),
  query: nothing,
  output: shownAnalysis,
  find: findPlan,
  may: mayReadPlan,
  about: ({ id }) => [id],
  present: presentAnalysis,
  page: (shown, { now }) => <AnalysisPage shown={shown} now={now} />,
})
