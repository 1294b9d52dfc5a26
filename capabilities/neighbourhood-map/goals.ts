import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { act } from '../../platform/act.ts'
import type { Reading } from '../../platform/context.ts'
import { notFound } from '../../platform/refusal.ts'
import { id, line, prose } from '../../platform/validation.ts'
import { actTexts } from './actTexts.ts'
import type { Future, Goal } from './future.ts'
import { mistake, mustChange, nobodyIn, onMap, sectionHref } from './mapAct.ts'
import { mayWriteMap } from './policy.ts'
import type { MapRow } from './record.ts'
import { restsOn, restsOnField, withFuture } from './scenarios.ts'
import { goalStates, terms } from './words.ts'

const onGoals = { ...onMap, may: mayWriteMap, next: ({ mapId }: { mapId: string }) => sectionHref(mapId, '6-6') }
const year = () => z.int().min(2000).max(2150)

/** A goal with its years: what, how one sees it, and who does it. */
export const goalSet = act({
  ...onGoals,
  name: 'neighbourhood-map.set-goal',
  at: '/neighbourhood-maps/:mapId/goals',
  page: '/wijkkaart/:mapId/doel',
  title: actTexts.goalTitle,
  input: z.strictObject({ goal: line(300), sign: line(300), term: z.enum(['short', 'medium', 'long']), fromYear: year(), untilYear: year(), who: line(160), restsOn, scenarioId: id().optional() }),
  form: {
    goal: { as: 'text', label: actTexts.goalLabel, longest: 300 },
    sign: { as: 'text', label: actTexts.signLabel, hint: actTexts.signHint, longest: 300 },
    term: { as: 'choice', label: actTexts.termLabel, options: terms },
    fromYear: { as: 'number', label: actTexts.fromYear },
    untilYear: { as: 'number', label: actTexts.untilYear },
    who: { as: 'text', label: actTexts.goalWho, hint: actTexts.goalWhoHint, longest: 160 },
    restsOn: restsOnField,
    scenarioId: { as: 'pick', label: actTexts.goalScenario, optional: true },
  },
  find: withFuture,
  choices: async (_ctx, { scenarios }) => ({ scenarioId: scenarios.map((it) => ({ value: it.id, label: it.title })) }),
  prefill: ({ today, choices }) => ({ term: 'short', fromYear: today.slice(0, 4), untilYear: today.slice(0, 4), scenarioId: choices[0]?.scenarioId }),
  run: async (ctx, { id: mapId, municipalityId }, { scenarioId, ...input }) => {
    nobodyIn(input)
    if (input.untilYear < input.fromYear) throw mistake('untilYear', 'before', actTexts.yearsTurned)
    await ctx.db.insertInto('mapGoals').values({ ...input, scenarioId: scenarioId ?? null, municipalityId, id: randomUUID(), mapId, byId: ctx.actor.id, at: ctx.now }).execute()
  },
  done: actTexts.goalDone,
  audit: 'C',
})

type OfGoal = MapRow & Future & { one: Goal }

async function findGoal(reading: Reading, { mapId, goalId }: { mapId: string; goalId: string }): Promise<OfGoal> {
  const record = await withFuture(reading, { mapId })
  const one = record.goals.find((it) => it.id === goalId)
  if (!one) throw notFound()
  return { ...record, one }
}

/** Tells where a goal stands; stopping needs a reason. */
export const goalMoved = act({
  ...onGoals,
  name: 'neighbourhood-map.move-goal',
  at: '/neighbourhood-maps/:mapId/goals/:goalId/state',
  page: '/wijkkaart/:mapId/doel/:goalId',
  title: actTexts.moveTitle,
  input: z.strictObject({ state: z.enum(['planned', 'running', 'reached', 'stopped']), explained: prose(500).optional() }),
  form: { state: { as: 'choice', label: actTexts.stateLabel, options: goalStates }, explained: { as: 'area', label: actTexts.explainedLabel, hint: actTexts.explainedHint, rows: 3, optional: true } },
  find: findGoal,
  version: ({ one }) => one.version,
  prefill: ({ one }) => ({ state: one.state, explained: one.explained }),
  intro: ({ one }) => one.goal,
  run: async (ctx, { one }, { state, explained }) => {
    nobodyIn({ explained })
    if (state === 'stopped' && !explained) throw mistake('explained', 'required', actTexts.explainStop)
    mustChange(await ctx.db.updateTable('mapGoals').set({ state, explained: explained ?? null, version: one.version + 1 }).where('id', '=', one.id).where('version', '=', one.version).executeTakeFirstOrThrow())
  },
  done: actTexts.goalDone,
})
