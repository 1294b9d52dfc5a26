import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { act } from '../../platform/act.ts'
import { say } from '../../platform/texts.ts'
import { prose } from '../../platform/validation.ts'
import { mistake, onPlan, personalIn, planHref, refuse } from './planAct.ts'
import { mayLeadPlan } from './policy.ts'
import { allAsked, askedOf, standingOf } from './teamModel.ts'
import type { Placed } from './teamRecord.ts'
import { models, teamTexts as texts } from './teamTexts.ts'

/** Where the team that fits is worked on. */
export const teamHref = (planId: string): string => `${planHref(planId)}/team`

const keys = () => z.array(z.string().max(80)).max(100).optional()

/** Which kind of team fits, why, and where each expertise is found. Earlier choices stay. */
export const teamChosen = act({
  ...onPlan,
  name: 'area-plans.choose-team',
  at: '/area-plans/:planId/team-choices',
  page: '/wijkplan/:planId/team/kiezen',
  title: texts.choose,
  input: z.strictObject({ model: z.enum(['generalists', 'core-and-ring', 'specialists', 'second-line']), reasons: prose(1000), core: keys(), ring: keys(), call: keys() }),
  form: {
    model: { as: 'choice', label: texts.modelLabel, options: models },
    reasons: { as: 'area', label: texts.reasonsLabel, hint: texts.reasonsHint, rows: 4, longest: 1000 },
    core: { as: 'picks', label: texts.coreLabel, hint: texts.placesHint },
    ring: { as: 'picks', label: texts.ringLabel },
    call: { as: 'picks', label: texts.callLabel },
  },
  may: mayLeadPlan,
  choices: async (ctx, plan) => {
    const options = allAsked(await askedOf(ctx, plan)).map((it) => ({ value: it.key, label: say(it.what), hint: say(texts.states[standingOf(it)]) }))
    return { core: options, ring: options, call: options }
  },
  prefill: ({ team }) => {
    const last = team[0]
    const at = (place: Placed['place']) => (last?.expertise ?? []).filter((it) => it.place === place).map(({ key }) => key)
    return last ? { model: last.model, reasons: last.reasons, core: at('core'), ring: at('ring'), call: at('call') } : {}
  },
  run: async (ctx, plan, { model, reasons, core = [], ring = [], call = [] }) => {
    const all = [...core, ...ring, ...call]
    const twice = (['core', 'ring', 'call'] as const).find((name) => ({ core, ring, call })[name].some((key) => all.filter((it) => it === key).length > 1))
    refuse([...(twice ? [mistake(twice, 'twice', texts.twice)] : []), ...personalIn({ reasons })])
    const expertise = allAsked(await askedOf(ctx, plan)).map(({ key, what }): Placed => ({ key, what, place: core.includes(key) ? 'core' : ring.includes(key) ? 'ring' : call.includes(key) ? 'call' : 'none' }))
    await ctx.db.insertInto('areaPlanTeamChoices').values({ municipalityId: plan.municipalityId, id: randomUUID(), planId: plan.id, model, reasons, expertise: JSON.stringify(expertise), byId: ctx.actor.id, at: ctx.now }).execute()
  },
  next: ({ planId }) => teamHref(planId),
  back: '/wijkplan/:planId/team',
  done: texts.done,
  audit: 'C',
})
