import type { z } from 'zod'
import { openActs, view } from '../../platform/act.ts'
import type { Staff } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import { say } from '../../platform/texts.ts'
import { nothing } from '../../platform/validation.ts'
import { mayWritePlan } from './policy.ts'
import { findPlan, type PlanRecord } from './record.ts'
import { type ShownAsked, shownTeamModel } from './shown.ts'
import { teamChosen } from './teamChoosing.ts'
import { type Asked, askedOf, mostMembers, partiesOf, proposed, standingOf } from './teamModel.ts'
import { teamTexts } from './teamTexts.ts'
import { TeamPage } from './TeamPage.tsx'

async function presentTeam(ctx: Context<Staff>, plan: PlanRecord): Promise<z.input<typeof shownTeamModel>> {
  const { profile, judged, team } = await askedOf(ctx, plan)
  const last = plan.team[0]
  const shown = (it: Asked): ShownAsked => ({
    key: it.key, what: say(it.what), why: it.of?.why ?? '', more: it.of?.more ?? null, line: it.of?.line ?? null, standing: standingOf(it), team: [...(it.of?.team ?? [])], offers: [...(it.of?.offers ?? [])], points: [...it.points],
    place: last?.expertise.find(({ key }) => key === it.key)?.place ?? null,
  })
  const parties = partiesOf(profile)
  return {
    planId: plan.id, slug: plan.slug, area: plan.area, fromYear: plan.fromYear, untilYear: plan.untilYear, team, proposal: proposed(parties), most: mostMembers, parties, profile: profile.map(shown), judged: judged.map(shown),
    choices: plan.team.map(({ id, model, reasons, by, at, expertise }) => ({ id, model, reasons, by: by ?? '', at: at.toISOString(), expertise: expertise.map(({ what, place }) => ({ what: say(what), place })) })),
    chooseHref: openActs([teamChosen], ctx.actor, plan, { planId: plan.id })[0]?.href ?? null,
  }
}

/** What the area of a plan asks of its team, what the team has now, what lacks, and which team was chosen with which reasons. */
export const teamViewed = view({
  name: 'area-plans.view-team',
  at: '/area-plans/:planId/team',
  path: '/wijkplan/:planId/team',
  title: ({ area, fromYear, untilYear }) => teamTexts.teamOf(area, fromYear, untilYear),
  query: nothing,
  output: shownTeamModel,
  find: findPlan,
  may: mayWritePlan,
  about: ({ id }) => [id],
  present: presentTeam,
  page: (shown, { now }) => <TeamPage shown={shown} now={now} />,
})
