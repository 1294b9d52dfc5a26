import type { z } from 'zod'
import { type AnyAct, openActs } from '../../platform/act.ts'
import type { Staff } from '../../platform/actor.ts'
import type { Reading } from '../../platform/context.ts'
import { dayOf } from '../../platform/dates.ts'
import { notFound } from '../../platform/refusal.ts'
import { contentOf, planContent } from './content.ts'
import { planHref } from './planAct.ts'
import { mayLeadPlan, mayReadPlan, mayWritePlan } from './policy.ts'
import type { AreaPlans, PlanRecord } from './record.ts'
import type { shownPlan, shownPlans, shownPublicPlan } from './shown.ts'
import { isClosed } from './words.ts'

/** The list, with the plans of areas where the actor works. */
export const presentPlans = (actor: Staff, areas: readonly AreaPlans[]): z.input<typeof shownPlans> => ({
  areas: areas.map((it) => {
    const plans = mayReadPlan(actor, it) ? it.plans : []
    return {
      slug: it.slug, area: it.area, isPublic: it.isPublic, works: mayReadPlan(actor, it), openHref: mayLeadPlan(actor, it) && !plans.some(({ endedOn }) => endedOn === null) ? `/wijkplan/nieuw/${it.slug}` : null,
      plans: plans.map(({ publishedVersion, version, ...plan }) => ({ ...plan, published: publishedVersion === null ? ('no' as const) : publishedVersion === version ? ('yes' as const) : ('older' as const) })),
    }
  }),
})

/** A plan with what can be done about each goal and action. */
export function presentPlan(actor: Staff, plan: PlanRecord, acts: readonly AnyAct[]): z.input<typeof shownPlan> {
  const { id, slug, area, version, today, endedOn, published } = plan
  const content = contentOf(plan)
  const href = mayWritePlan(actor, plan) && !endedOn ? planHref(id) : null
  return {
    ...content, id, slug, area, version, today, endedOn,
    teamHref: mayWritePlan(actor, plan) ? `${planHref(id)}/team` : null, mapHref: plan.mapId ? `/wijkkaart/${plan.mapId}` : null, published: published ? { by: published.by ?? '', at: published.at.toISOString(), current: published.version === version } : null,
    goals: plan.goals.map((it) => ({ ...it, actions: plan.actions.filter(({ goalId }) => goalId === it.id).length, changeHref: href && `${href}/doel/${it.id}`, actionHref: href && `${href}/actie?doel=${it.id}` })),
    actions: plan.actions.flatMap((it) => {
      const shown = content.actions.find((one) => one.id === it.id)
      return shown ? [{ ...shown, version: it.version, goal: plan.goals.find((goal) => goal.id === it.goalId)?.goal ?? null, owner: it.owner ?? '', mine: it.ownerId === actor.id, nextOn: it.nextOn, closedOn: it.closedOn, changeHref: href && !isClosed(it.state) ? `${href}/actie/${it.id}` : null, reportHref: href && `${href}/actie/${it.id}/stand` }] : []
    }),
    acts: openActs(acts, actor, plan, { planId: id }),
  }
}

/** What is published for an area, or for the area around it; the newest, or that of the year asked for. @throws Refusal 404 there is no such area or plan */
export async function findPublicPlan({ db }: Reading, { slug }: { slug: string }, { jaar }: { jaar?: number }) {
  const area = await db.selectFrom('areas').where('slug', '=', slug).where('kind', '<>', 'municipality').select(['id', 'slug', 'name', 'parentId']).executeTakeFirst()
  if (!area) throw notFound()
  const near = [area.id, ...(area.parentId ? [area.parentId] : [])]
  const [rows, teams] = await Promise.all([
    db.selectFrom('areaPlanPublications as o').innerJoin('areas as a', (join) => join.onRef('a.municipalityId', '=', 'o.municipalityId').onRef('a.id', '=', 'o.areaId')).where('o.areaId', 'in', near).orderBy('o.fromYear', 'desc').orderBy('o.publishedAt', 'desc').select(['o.areaId', 'a.slug', 'a.name', 'o.fromYear', 'o.content', 'o.publishedAt']).execute(),
    db.selectFrom('teams').where('areaId', 'in', near).where('kind', '=', 'linking-team').orderBy('name').select(['slug', 'name', 'areaId']).execute(),
  ])
  const own = rows.some(({ areaId }) => areaId === area.id) ? rows.filter(({ areaId }) => areaId === area.id) : rows
  const chosen = jaar === undefined ? own[0] : own.find(({ fromYear }) => fromYear === jaar)
  if (jaar !== undefined && !chosen) throw notFound()
  return { area, chosen, others: own.filter((it) => it !== chosen).map(({ fromYear }) => fromYear), team: teams.find(({ areaId }) => areaId === area.id) ?? teams[0] }
}

/** The published plan in the form of now, whenever it was published. */
export const presentPublicPlan = ({ area, chosen, others, team }: Awaited<ReturnType<typeof findPublicPlan>>): z.input<typeof shownPublicPlan> => ({
  slug: area.slug, area: area.name, of: chosen && chosen.areaId !== area.id ? { slug: chosen.slug, name: chosen.name } : null, team: team ? { slug: team.slug, name: team.name } : null,
  plan: chosen ? planContent.parse(chosen.content) : null, publishedOn: chosen ? dayOf(chosen.publishedAt) : null, others: [...new Set(others)],
})
