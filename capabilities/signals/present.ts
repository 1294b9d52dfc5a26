import { openActs } from '../../platform/act.ts'
import type { Staff } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import { dayOf } from '../../platform/dates.ts'
import { feedbackGiven, feedbackWaived } from './feedback.tsx'
import { signalBecameCase, signalClosed, signalHandedOver } from './finishing.ts'
import { maySeeCaseOf, maySeeContent, maySeeSignaller, maySeeWeighing } from './policy.ts'
import type { SignalRecord, Theme } from './record.ts'
import type { ShownSignal } from './shown.ts'
import { signalAsked, signalAssessed, signalTakenUp } from './triage.ts'

const signalActs = [signalTakenUp, signalAssessed, signalAsked, signalBecameCase, signalClosed, signalHandedOver]

const feedbackShown = (actor: Staff, record: SignalRecord) =>
  record.feedback.map((debt) => ({
    id: debt.id,
    about: debt.about,
    dueOn: debt.dueOn,
    givenAt: debt.givenAt?.toISOString() ?? null,
    how: debt.how,
    told: debt.told,
    waivedAt: debt.waivedAt?.toISOString() ?? null,
    waivedBecause: debt.waivedBecause,
    by: debt.givenBy ?? debt.waivedBy,
    acts: openActs([feedbackGiven, feedbackWaived], actor, { signal: record, debt, today: record.today }, { signalId: record.id, feedbackId: debt.id }),
  }))

const weighingShown = (record: SignalRecord): ShownSignal['weighing'] => {
  const last = record.assessments.at(-1)
  if (!last) return null
  return { themes: last.themes as Theme[], ownStrength: last.ownStrength, questionBehind: last.questionBehind, needs: last.needs as ('tuning' | 'partners' | 'feedback' | 'knowledge')[], by: last.by, on: dayOf(last.at) }
}

const historyShown = (record: SignalRecord): ShownSignal['history'] =>
  [
    ...record.notes.map(({ at, ...note }) => ({ ...note, at: at.toISOString() })),
    ...record.assessments.map(({ at, by, ownStrength }) => ({ kind: 'weighed' as const, body: ownStrength, to: null, toTeam: null, by, at: at.toISOString() })),
  ].sort((a, b) => (a.at < b.at ? 1 : -1))

/** Lists every field that leaves; each class only for who may see it, whatever the database let through. */
export function presentSignal({ actor }: Context<Staff>, record: SignalRecord): ShownSignal {
  const content = maySeeContent(actor, record)
  const signaller = maySeeSignaller(actor, record)
  const weighing = maySeeWeighing(actor, record)
  return {
    id: record.id,
    number: record.number,
    state: record.state,
    outcome: record.outcome,
    urgency: record.urgency,
    team: record.team,
    area: record.area,
    owner: record.owner,
    mine: record.ownerId === actor.id,
    nextOn: record.nextOn,
    channel: record.channel,
    receivedAt: record.receivedAt.toISOString(),
    finishedOn: record.finishedAt ? dayOf(record.finishedAt) : null,
    caseLink: record.caseId && record.caseNumber && maySeeCaseOf(actor, record) ? { number: record.caseNumber, href: `/casussen/${record.caseId}` } : null,
    version: record.version,
    content: content && record.content ? { ...record.content, themes: record.content.themes as Theme[] } : null,
    signaller:
      signaller && record.signaller
        ? {
            name: record.signaller.personName ?? record.signaller.name,
            phone: record.signaller.phone,
            email: record.signaller.email,
            relation: record.signaller.relation,
            anonymous: record.signaller.anonymous,
            wantsFeedback: record.signaller.wantsFeedback,
          }
        : null,
    weighing: weighing ? weighingShown(record) : null,
    history: weighing ? historyShown(record) : [],
    feedback: signaller ? feedbackShown(actor, record) : [],
    maySeeContent: content,
    maySeeWeighing: weighing,
    acts: openActs(signalActs, actor, record, { signalId: record.id }),
  }
}
