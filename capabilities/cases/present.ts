import { openActs } from '../../platform/act.ts'
import type { Staff } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import { dayOf } from '../../platform/dates.ts'
import { actionAgreed, deedRecorded } from './actions.ts'
import { caseClosed } from './closing.ts'
import { contactRecorded } from './contacts.ts'
import { contentOf } from './content.ts'
import { groundRecorded } from './grounds.ts'
import { handoverAnswered, handoverProposed } from './handover.ts'
import { identityLinked, identityUnlinked } from './identity.tsx'
import { partyInvolved } from './involving.ts'
import { casePlanned } from './planning.ts'
import { mayDecide, mayKnowIdentity, maySeeContent, maySeeParties, mayWork } from './policy.ts'
import { type CaseRecord, inForce } from './record.ts'
import type { ShownCase } from './shown.ts'
import { stepAnswered, stepOpened, wordsOf } from './steps.ts'
import { residentCodeMade } from './residentCode.tsx'
import { questionDescribed } from './wishes.ts'

const onCase = [stepOpened, stepAnswered, questionDescribed, actionAgreed, deedRecorded, contactRecorded, partyInvolved, groundRecorded, casePlanned, handoverProposed, handoverAnswered, identityLinked, identityUnlinked, residentCodeMade]

// Closing looks at the open agreements, which the page has at hand.
const closable = (actor: Staff, record: CaseRecord, openActions: number) => record.state !== 'closed' && openActions === 0 && mayDecide(actor, record)

const parties = (actor: Staff, record: CaseRecord, now: Date): ShownCase['parties'] =>
  record.parties.map((it) => {
    const holds = inForce(it, now)
    const mayEnd = holds && mayWork(actor, record) && it.personId !== record.ownerId && (it.personId === actor.id || mayDecide(actor, record))
    return {
      id: it.id, name: it.name, organization: it.organization, role: it.personId === record.ownerId ? 'owner' : it.role, reason: it.reason, untilOn: dayOf(it.endedAt ?? it.untilAt), inForce: holds,
      endHref: mayEnd ? `/casussen/${record.id}/betrokken/${it.id}/einde` : null,
    }
  })

const grounds = (actor: Staff, record: CaseRecord, now: Date): ShownCase['grounds'] =>
  record.allGrounds.map((it) => {
    const holds = inForce(it, now)
    return {
      id: it.id, kind: it.kind, receiver: it.receiver, withIdentity: it.withIdentity, explained: it.explained, article: it.article, askedBy: it.askedBy, inForce: holds,
      fromOn: dayOf(it.fromAt), untilOn: it.untilAt ? dayOf(it.untilAt) : null, withdrawnOn: it.withdrawnAt ? dayOf(it.withdrawnAt) : null,
      withdrawHref: holds && it.kind !== 'anonymous' && mayWork(actor, record) ? `/casussen/${record.id}/grond/${it.id}/intrekken` : null,
    }
  })

type Loaded = Awaited<ReturnType<typeof contentOf>>

function content(actor: Staff, record: CaseRecord, { content: about, steps, answers, actions, deeds, closure, signals }: Loaded): ShownCase['content'] {
  if (!about) return null
  const reportable = mayWork(actor, record)
  const { question, questionKind, questionBehind, ownWords, ownWordsOn, introducedBy, sex, ageBand } = about
  return {
    question, questionKind, questionBehind, ownWords, ownWordsOn, introducedBy, sex, ageBand,
    themes: about.themes as NonNullable<ShownCase['content']>['themes'],
    livingSituation: about.livingSituation as NonNullable<ShownCase['content']>['livingSituation'],
    signals: signals.map((it) => ({ number: it.number, receivedOn: dayOf(it.receivedAt), href: `/signalen/${it.id}` })),
    steps,
    answers: answers.map(({ ownQuestion, version: _version, writtenAt, ...it }) => ({ ...it, words: wordsOf(it.question, ownQuestion), writtenAt: writtenAt.toISOString() })),
    actions: actions.map(({ takerParty, takerName, agreedAt, ...it }) => ({
      ...it, taker: takerName ?? takerParty ?? '', agreedOn: dayOf(agreedAt), reportHref: it.state === 'open' && reportable ? `/casussen/${record.id}/afspraak/${it.id}` : null,
    })),
    deeds: deeds.map(({ what, doneOn, byName, byParty }) => ({ what, doneOn, by: byName ?? byParty ?? '' })),
    closure: closure
      ? { outcome: closure.outcome, problem: closure.problem, problemOwner: closure.problemOwner, whatWorked: closure.whatWorked, satisfaction: closure.satisfaction, stayAlert: closure.stayAlert, lesson: closure.lesson, aftercareBy: closure.aftercareBy, aftercareUntil: closure.aftercareUntil }
      : null,
  }
}

/** A case as far as the actor may know it: by number only, with its parties, or whole. */
export async function presentCase(ctx: Context<Staff>, record: CaseRecord): Promise<ShownCase> {
  const { actor, now } = ctx
  const knowsParties = maySeeParties(actor, record)
  const knowsContent = maySeeContent(actor, record)
  const loaded = knowsParties ? await contentOf(ctx.db, record.id) : undefined
  const openActions = loaded?.actions.filter((it) => it.state === 'open').length ?? 0
  const acts = openActs(onCase, actor, record, { caseId: record.id })
  const { id, number, state, urgency, inPortfolio, team, owner, nextOn, startedOn, startedIn, anonymous, version } = record
  return {
    id, number, state, urgency, inPortfolio, team, owner, nextOn, startedOn, startedIn, anonymous, version,
    mine: record.ownerId === actor.id,
    closedOn: record.closedAt ? dayOf(record.closedAt) : null,
    identityHref: !anonymous && mayKnowIdentity(actor, record) ? `/casussen/${id}/identiteit` : null,
    handoverTo: record.handover?.toName ?? null,
    parties: knowsParties ? parties(actor, record, now) : [],
    grounds: knowsParties ? grounds(actor, record, now) : [],
    contacts: loaded ? loaded.contacts.map(({ onDay, channel, withWhom, reached, by }) => ({ onDay, channel, withWhom, reached, by })) : [],
    content: knowsContent && loaded ? content(actor, record, loaded) : null,
    acts: closable(actor, record, openActions) ? [...acts, { name: caseClosed.name, title: caseClosed.title, href: `/casussen/${id}/sluiten` }] : acts,
  }
}
