import { residentView } from '../../platform/act.ts'
import type { Resident } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import { dayOf } from '../../platform/dates.ts'
import { say } from '../../platform/texts.ts'
import { nothing } from '../../platform/validation.ts'
import { type ShownLook, shownLooks } from '../audit/index.ts'
import { caseWords, inForce, type ResidentCase, residentCases } from '../cases/index.ts'
import { isMine } from './consent.ts'
import { PlanPage } from './PlanPage.tsx'
import { type ShownPlan, shownPlan } from './shown.ts'
import { texts } from './texts.ts'

type Plan = ShownPlan['cases'][number]

// A receiver whose consent was taken back and given again stands here once, as it is now.
function consents(it: ResidentCase, now: Date): Plan['consents'] {
  const last = new Map(it.allGrounds.filter((ground) => ground.kind === 'consent').map((ground) => [`${ground.teamId ? 'team' : 'organization'}:${ground.teamId ?? ground.organizationId}`, ground]))
  const shown = [...last].map(([receiverValue, ground]) => ({
    id: ground.id, receiver: ground.receiver, receiverValue, on: inForce(ground, now), untilOn: ground.untilAt ? dayOf(ground.untilAt) : null, withIdentity: ground.withIdentity,
    withdrawHref: `/mijn-plan/${it.id}/toestemming/${ground.id}/intrekken`, giveHref: `/mijn-plan/${it.id}/toestemming`,
  }))
  return shown.toSorted((a, b) => Number(b.on) - Number(a.on))
}

function plan(it: ResidentCase, looks: ShownLook[], now: Date): Plan {
  const { content, answers, actions, contacts, closure } = it.loaded
  const involved = new Map(it.parties.filter((one) => inForce(one, now)).map((one) => [one.personId, one]))
  return {
    id: it.id, number: it.number, team: it.team, phone: it.call.phone, phoneHours: it.call.hours, closed: it.state === 'closed',
    question: content?.question ?? say(content ? caseWords.questionKinds[content.questionKind] : texts.myPlan),
    ownWords: content?.ownWords ?? null, ownWordsOn: content?.ownWordsOn ?? null,
    actions: actions.map((one) => ({ what: one.what, why: one.why, taker: one.takerName ?? one.takerParty ?? '', dueOn: one.dueOn, state: one.state, result: one.result })),
    people: [...involved.values()].map((one) => ({ name: one.name, organization: one.organization, reason: one.reason, untilOn: dayOf(one.untilAt), owner: one.personId === it.ownerId })),
    consents: consents(it, now),
    laws: it.allGrounds.filter((one) => one.kind === 'legal-task' && inForce(one, now)).map((one) => ({ receiver: one.receiver, article: one.article ?? '' })),
    written: answers.map((one) => ({ question: caseWords.question(one.question, one.ownQuestion), body: one.body, writer: one.writer, on: dayOf(one.writtenAt) })),
    contacts: contacts.map((one) => ({ on: one.onDay, by: one.by, channel: say(caseWords.channels[one.channel]) })),
    closure: closure ? { problem: closure.problem, whatWorked: closure.whatWorked } : null,
    looks,
  }
}

/** Everything that is kept about the resident who asks, and who looked at it. */
export const planViewed = residentView({
  name: 'portal.view-plan',
  at: '/my-plan',
  path: '/mijn-plan',
  title: texts.myPlan,
  query: nothing,
  output: shownPlan,
  find: (reading) => residentCases(reading),
  may: () => true,
  each: (actor, it) => isMine(actor, it),
  about: (cases) => cases.map((it) => it.id),
  present: async (ctx: Context<Resident>, cases) => ({ cases: await Promise.all(cases.map(async (it) => plan(it, await shownLooks(ctx.db, it.id), ctx.now))) }),
  page: (shown, { now }) => <PlanPage {...shown} now={now} />,
})
