import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { act, notNow } from '../../platform/act.ts'
import type { Context, Reading } from '../../platform/context.ts'
import { type FieldError, notFound } from '../../platform/refusal.ts'
import type { IsoDay } from '../../platform/dates.ts'
import { say } from '../../platform/texts.ts'
import { prose } from '../../platform/validation.ts'
import { actTexts } from './actTexts.ts'
import { mistake, mustChange, onPlan, personalIn, planHref, refuse } from './planAct.ts'
import { mayLeadPlan } from './policy.ts'
import { type AreaPlans, findAllPlans, type PlanRecord } from './record.ts'
import { texts } from './texts.ts'

const facts = { fromYear: z.int().min(2000).max(2150), untilYear: z.int().min(2000).max(2170), about: prose(600), mapId: z.string().max(60).optional() }
const form = {
  fromYear: { as: 'number' as const, label: actTexts.fromYear },
  untilYear: { as: 'number' as const, label: actTexts.untilYear, hint: actTexts.yearsHint },
  about: { as: 'area' as const, label: actTexts.aboutLabel, hint: actTexts.aboutHint, rows: 4, longest: 600 },
  mapId: { as: 'pick' as const, label: actTexts.mapLabel, optional: true as const },
}

type Years = { fromYear: number; untilYear: number; about: string }
const wrongWith = ({ fromYear, untilYear, about }: Years): FieldError[] => [
  ...(untilYear < fromYear ? [mistake('untilYear', 'before', actTexts.yearsTurned)] : []),
  ...(untilYear > fromYear + 20 ? [mistake('untilYear', 'too-long', actTexts.tooLong)] : []),
  ...personalIn({ about }),
]
const editions = (maps: readonly { id: string; edition: number }[]) => ({ mapId: maps.map(({ id, edition }) => ({ value: id, label: say(texts.mapEdition(edition)) })) })

async function findArea(reading: Reading, { slug }: { slug: string }): Promise<AreaPlans> {
  const found = (await findAllPlans(reading)).find((it) => it.slug === slug)
  if (!found) throw notFound()
  return found
}

const yearOf = (today: IsoDay): number => Number(today.slice(0, 4))

/** A plan for an area, made from the newest edition of its map. There is one at a time. */
export const planOpened = act({
  name: 'area-plans.open',
  at: '/area-plans/of/:slug',
  page: '/wijkplan/nieuw/:slug',
  title: actTexts.openTitle,
  input: z.strictObject(facts),
  form,
  output: z.object({ planId: z.uuid() }),
  find: findArea,
  may: mayLeadPlan,
  about: (_area, done?: string) => (done ? [done] : []),
  hindrance: ({ plans }) => (plans.some(({ endedOn }) => endedOn === null) ? notNow('plan.already', actTexts.already) : undefined),
  choices: async (_ctx, { maps }) => editions(maps),
  intro: ({ area }) => area,
  prefill: ({ today, maps }) => ({ fromYear: yearOf(today), untilYear: yearOf(today) + 3, mapId: maps[0]?.id }),
  run: async (ctx, { areaId }, { mapId, ...input }) => {
    refuse(wrongWith(input))
    const planId = randomUUID()
    await ctx.db.insertInto('areaPlans').values({ ...input, mapId: mapId ?? null, municipalityId: ctx.actor.municipalityId, id: planId, areaId, openedBy: ctx.actor.id, openedAt: ctx.now }).execute()
    return planId
  },
  present: (_ctx, planId) => ({ planId }),
  next: ({ planId }) => planHref(planId),
  done: actTexts.openDone,
  audit: 'C',
})

const mapsOf = ({ db }: Pick<Context, 'db'>, areaId: string) => db.selectFrom('neighbourhoodMaps').where('areaId', '=', areaId).orderBy('edition', 'desc').select(['id', 'edition']).execute()

/** The years of a plan, what it is about, and from which map it was made. */
export const planChanged = act({
  ...onPlan,
  name: 'area-plans.change',
  at: '/area-plans/:planId/facts',
  page: '/wijkplan/:planId/wijzigen',
  title: actTexts.changeTitle,
  input: z.strictObject(facts),
  form,
  version: ({ version }) => version,
  choices: async (ctx, { areaId }) => editions(await mapsOf(ctx, areaId)),
  prefill: ({ fromYear, untilYear, about, mapId }) => ({ fromYear, untilYear, about, mapId }),
  run: async (ctx, { id, version, goals }, { mapId, ...input }) => {
    const outside = goals.some(({ term, targetYear }) => term === 'short' && (targetYear < input.fromYear || targetYear > input.untilYear))
    refuse([...wrongWith(input), ...(outside ? [mistake('untilYear', 'goals-outside', actTexts.goalsOutside)] : [])])
    mustChange(await ctx.db.updateTable('areaPlans').set({ ...input, mapId: mapId ?? null, version: version + 1 }).where('id', '=', id).where('version', '=', version).executeTakeFirstOrThrow())
  },
  done: actTexts.changeDone,
})

const anyOpen = ({ actions }: PlanRecord): boolean => actions.some(({ nextOn }) => nextOn !== null)

/** The plan is over, with what came of it. Nothing of it stays open. */
export const planEnded = act({
  ...onPlan,
  name: 'area-plans.end',
  at: '/area-plans/:planId/end',
  page: '/wijkplan/:planId/afsluiten',
  title: actTexts.endTitle,
  input: z.strictObject({ outcome: prose(1000) }),
  form: { outcome: { as: 'area', label: actTexts.outcomeLabel, hint: actTexts.noPeople, rows: 5, longest: 1000 } },
  may: mayLeadPlan,
  version: ({ version }) => version,
  hindrance: (plan: PlanRecord) => onPlan.hindrance(plan) ?? (anyOpen(plan) ? notNow('plan.open-actions', actTexts.openActions) : undefined),
  intro: () => say(actTexts.endIntro),
  run: async (ctx, { id, version, today }, input) => {
    refuse(personalIn(input))
    mustChange(await ctx.db.updateTable('areaPlans').set({ ...input, endedOn: today, endedBy: ctx.actor.id, version: version + 1 }).where('id', '=', id).where('version', '=', version).executeTakeFirstOrThrow())
  },
  done: actTexts.endDone,
})
