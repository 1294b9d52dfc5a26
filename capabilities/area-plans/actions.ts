import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { act, type Choices, notNow } from '../../platform/act.ts'
import type { Staff } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import type { FieldError } from '../../platform/refusal.ts'
import { day, id, line, prose } from '../../platform/validation.ts'
import { actTexts } from './actTexts.ts'
import { mistake, mustChange, onPlan, personalIn, planHref, refuse } from './planAct.ts'
import { type Action, findAction, type PlanRecord } from './record.ts'
import { actionStates, isClosed } from './words.ts'

const facts = { what: line(300), problem: line(300), forWhom: line(200), organizationId: id().optional(), party: line(160).optional(), moment: line(120), goalId: id().optional(), ownerId: id(), nextOn: day() }
const form = {
  what: { as: 'text' as const, label: actTexts.whatLabel, hint: actTexts.noPeople, longest: 300 },
  problem: { as: 'text' as const, label: actTexts.problemLabel, hint: actTexts.problemHint, longest: 300 },
  forWhom: { as: 'text' as const, label: actTexts.forWhomLabel, hint: actTexts.forWhomHint, longest: 200 },
  organizationId: { as: 'pick' as const, label: actTexts.organizationLabel, hint: actTexts.organizationHint, optional: true as const },
  party: { as: 'text' as const, label: actTexts.partyLabel, hint: actTexts.partyHint, longest: 160, optional: true as const },
  moment: { as: 'text' as const, label: actTexts.momentLabel, hint: actTexts.momentHint, longest: 120 },
  goalId: { as: 'pick' as const, label: actTexts.goalOfLabel, optional: true as const },
  ownerId: { as: 'pick' as const, label: actTexts.ownerLabel, hint: actTexts.ownerHint },
  nextOn: { as: 'day' as const, label: actTexts.nextOnLabel, hint: actTexts.nextOnHint },
}

/** Who may see to an action: core members of the teams of the area, the actor, and who does so now. */
async function ownersFor({ db, actor }: Context<Staff>, { teamIds, today }: PlanRecord, now?: Action): Promise<Choices[string]> {
  const members = teamIds.length === 0 ? [] : await db.selectFrom('teamMembers as t')
    .innerJoin('people as p', (join) => join.onRef('p.municipalityId', '=', 't.municipalityId').onRef('p.id', '=', 't.personId'))
    .where('t.teamId', 'in', [...teamIds]).where('t.ring', '=', 'core').where('p.kind', '=', 'worker').where('p.active', '=', true).where((on) => on.or([on('t.untilOn', 'is', null), on('t.untilOn', '>=', today)]))
    .orderBy('p.name').select(['p.id', 'p.name']).execute()
  const all = [...members, { id: actor.id, name: actor.name }, ...(now ? [{ id: now.ownerId, name: now.owner ?? '' }] : [])]
  return all.filter((it, index) => all.findIndex(({ id: other }) => other === it.id) === index).map(({ id: value, name }) => ({ value, label: name }))
}

/** What an action can be linked to. Organisations are public ones: the plan is published with their names. */
async function choicesFor(ctx: Context<Staff>, plan: PlanRecord, now?: Action): Promise<Choices> {
  const [owners, organizations] = await Promise.all([
    ownersFor(ctx, plan, now),
    ctx.db.selectFrom('organizations').where('state', '=', 'published').where('visibility', '=', 'public').orderBy('name').select(['id', 'name']).execute(),
  ])
  return { ownerId: owners, organizationId: organizations.map((it) => ({ value: it.id, label: it.name })), goalId: plan.goals.map((it) => ({ value: it.id, label: it.goal })) }
}

type Told = { organizationId?: string; party?: string; nextOn: string }
const wrongWith = ({ today }: PlanRecord, input: Told): FieldError[] => [
  ...(input.organizationId || input.party ? [] : [mistake('organizationId', 'required', actTexts.who)]),
  ...(input.nextOn < today ? [mistake('nextOn', 'in-the-past', actTexts.past)] : []),
  ...personalIn(input),
]
const columns = <T extends Told & { goalId?: string }>({ organizationId, party, goalId, ...input }: T) => ({ ...input, organizationId: organizationId ?? null, party: party ?? null, goalId: goalId ?? null })
const toActions = ({ planId }: { planId: string }): string => `${planHref(planId)}#acties`

/** Something that will be done: against what, by whom, for whom and when, with one colleague who sees to it and one next date. */
export const actionAdded = act({
  ...onPlan,
  name: 'area-plans.add-action',
  at: '/area-plans/:planId/actions',
  page: '/wijkplan/:planId/actie',
  title: actTexts.actionTitle,
  input: z.strictObject(facts),
  form,
  choices: (ctx, plan) => choicesFor(ctx, plan),
  prefill: (_plan, query, actor) => ({ ownerId: actor.id, goalId: query.get('doel') }),
  run: async (ctx, plan, input) => {
    refuse(wrongWith(plan, input))
    await ctx.db.insertInto('areaPlanActions').values({ ...columns(input), municipalityId: plan.municipalityId, id: randomUUID(), planId: plan.id, byId: ctx.actor.id, at: ctx.now }).execute()
  },
  next: toActions,
  done: actTexts.actionDone,
  audit: 'C',
})

const onAction = { ...onPlan, find: findAction, version: ({ one }: { one: Action }) => one.version, next: toActions }

/** An open action in other words, by somebody else, or later. */
export const actionChanged = act({
  ...onAction,
  name: 'area-plans.change-action',
  at: '/area-plans/:planId/actions/:actionId',
  page: '/wijkplan/:planId/actie/:actionId',
  title: actTexts.changeActionTitle,
  input: z.strictObject(facts),
  form,
  hindrance: (it) => onPlan.hindrance(it) ?? (isClosed(it.one.state) ? notNow('plan.action-closed', actTexts.closed) : undefined),
  choices: (ctx, it) => choicesFor(ctx, it, it.one),
  prefill: ({ one: { what, problem, forWhom, organizationId, party, moment, goalId, ownerId, nextOn } }) => ({ what, problem, forWhom, organizationId, party, moment, goalId, ownerId, nextOn }),
  run: async (ctx, it, input) => {
    const { one } = it
    // A date that has passed already may stay while something else is changed.
    refuse(wrongWith(it, input).filter(({ code }) => code !== 'in-the-past' || input.nextOn !== one.nextOn))
    mustChange(await ctx.db.updateTable('areaPlanActions').set({ ...columns(input), version: one.version + 1 }).where('id', '=', one.id).where('version', '=', one.version).executeTakeFirstOrThrow())
  },
  done: actTexts.actionDone,
})

/** Where an action stands. It is closed with what came of it; until then it has a next date. */
export const actionReported = act({
  ...onAction,
  name: 'area-plans.report-action',
  at: '/area-plans/:planId/actions/:actionId/report',
  page: '/wijkplan/:planId/actie/:actionId/stand',
  title: actTexts.reportTitle,
  input: z.strictObject({ state: z.enum(['planned', 'running', 'done', 'stopped']), result: prose(1000).optional(), nextOn: day().optional() }),
  form: {
    state: { as: 'choice', label: actTexts.reportStateLabel, options: actionStates },
    result: { as: 'area', label: actTexts.resultLabel, hint: actTexts.resultHint, rows: 4, longest: 1000, optional: true },
    nextOn: { as: 'day', label: actTexts.nextOnLabel, hint: actTexts.nextOnHint, optional: true },
  },
  intro: ({ one }) => one.what,
  prefill: ({ one: { state, result, nextOn } }) => ({ state, result, nextOn }),
  run: async (ctx, { one, today }, { state, result, nextOn }) => {
    const closes = isClosed(state)
    refuse([
      ...(closes && !result ? [mistake('result', 'required', actTexts.resultMissing)] : []),
      ...(!closes && !nextOn ? [mistake('nextOn', 'required', actTexts.nextOnMissing)] : []),
      ...(!closes && nextOn && nextOn < today ? [mistake('nextOn', 'in-the-past', actTexts.past)] : []),
      ...personalIn({ result }),
    ])
    const set = { state, result: result ?? null, nextOn: closes ? null : (nextOn ?? null), closedOn: closes ? (one.closedOn ?? today) : null, version: one.version + 1 }
    mustChange(await ctx.db.updateTable('areaPlanActions').set(set).where('id', '=', one.id).where('version', '=', one.version).executeTakeFirstOrThrow())
  },
  done: actTexts.reportDone,
})
