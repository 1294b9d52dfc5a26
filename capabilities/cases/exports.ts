import type { Staff } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import type { Db } from '../../platform/db.ts'
import { say } from '../../platform/texts.ts'
import type { CaseState, Urgency } from './life.ts'
import { questionKinds } from './texts.ts'

/** Where a case has its page. */
export const caseHref = (caseId: string): string => `/casussen/${caseId}`

/** An open case as the coordinator of a team may know it: by its number. */
export type AgendaCandidate = { id: string; number: string; inPortfolio: boolean; urgency: Urgency }

/** Open cases of a team, the earliest next date first. A running case is one in which something was already agreed or that waits in portfolio. */
export async function agendaCandidates(db: Db, teamId: string): Promise<AgendaCandidate[]> {
  const cases = await db.selectFrom('cases').where('teamId', '=', teamId).where('state', '!=', 'closed').orderBy('nextOn').orderBy('id').limit(100).select(['id', 'number', 'inPortfolio', 'urgency', 'state']).execute()
  return cases.map(({ state, ...it }) => ({ ...it, inPortfolio: it.inPortfolio || state === 'action' || state === 'progress' }))
}

/** An agreement that waits for the actor. */
export type MyAction = { id: string; caseId: string; number: string; what: string; dueOn: string; takerId: string | null; taker: string; href: string }

/** Open agreements that the actor takes or watches over, the earliest first. */
export async function myOpenActions({ db, actor }: Context<Staff>): Promise<MyAction[]> {
  const actions = await db
    .selectFrom('actions as a')
    .innerJoin('cases as k', (join) => join.onRef('k.municipalityId', '=', 'a.municipalityId').onRef('k.id', '=', 'a.caseId'))
    .leftJoin('people as p', (join) => join.onRef('p.municipalityId', '=', 'a.municipalityId').onRef('p.id', '=', 'a.takerId'))
    .where('a.state', '=', 'open')
    .where((on) => on.or([on('a.ownerId', '=', actor.id), on('k.ownerId', '=', actor.id)]))
    .orderBy('a.dueOn')
    .orderBy('a.id')
    .limit(100)
    .select(['a.id', 'a.caseId', 'k.number', 'a.what', 'a.dueOn', 'a.takerId', 'a.takerParty', 'p.name'])
    .execute()
  return actions.map(({ takerParty, name, ...it }) => ({ ...it, taker: name ?? takerParty ?? '', href: `/casussen/${it.caseId}/afspraak/${it.id}` }))
}

/** A case that the actor owns, or that was put to the actor. */
export type MyCase = { id: string; number: string; state: CaseState; urgency: Urgency; nextOn: string | null; /** null for who may not read it */ question: string | null; href: string }

/** Open cases that the actor owns, the earliest next date first. */
export async function myCases({ db, actor }: Context<Staff>): Promise<MyCase[]> {
  const cases = await db
    .selectFrom('cases as k')
    .leftJoin('caseContents as c', (join) => join.onRef('c.municipalityId', '=', 'k.municipalityId').onRef('c.caseId', '=', 'k.id'))
    .where('k.ownerId', '=', actor.id)
    .where('k.state', '!=', 'closed')
    .orderBy('k.nextOn')
    .limit(100)
    .select(['k.id', 'k.number', 'k.state', 'k.urgency', 'k.nextOn', 'c.question'])
    .execute()
  return cases.map((it) => ({ ...it, href: caseHref(it.id) }))
}

/** Cases that somebody put to the actor to take over. */
export async function offeredCases({ db, actor }: Context<Staff>): Promise<{ caseId: string; number: string; from: string; reason: string; href: string }[]> {
  const offers = await db
    .selectFrom('caseHandovers as h')
    .innerJoin('cases as k', (join) => join.onRef('k.municipalityId', '=', 'h.municipalityId').onRef('k.id', '=', 'h.caseId'))
    .innerJoin('people as p', (join) => join.onRef('p.municipalityId', '=', 'h.municipalityId').onRef('p.id', '=', 'h.fromId'))
    .where('h.toId', '=', actor.id)
    .where('h.answeredAt', 'is', null)
    .where('k.state', '!=', 'closed')
    .select(['h.caseId', 'k.number', 'p.name as from', 'h.reason'])
    .execute()
  return offers.map((it) => ({ ...it, href: `/casussen/${it.caseId}/overdracht` }))
}

/** What was agreed about cases in one meeting, as far as the actor is involved in them. */
export async function actionsAgreedIn(db: Db, meetingId: string): Promise<{ what: string; taker: string; dueOn: string; open: boolean; caseId: string; caseNumber: string | null }[]> {
  const actions = await db
    .selectFrom('actions as a')
    .innerJoin('cases as k', (join) => join.onRef('k.municipalityId', '=', 'a.municipalityId').onRef('k.id', '=', 'a.caseId'))
    .leftJoin('people as p', (join) => join.onRef('p.municipalityId', '=', 'a.municipalityId').onRef('p.id', '=', 'a.takerId'))
    .where('a.agreedIn', '=', meetingId)
    .orderBy('a.dueOn')
    .select(['a.what', 'a.dueOn', 'a.state', 'a.takerParty', 'p.name', 'k.number', 'a.caseId'])
    .execute()
  return actions.map((it) => ({ what: it.what, dueOn: it.dueOn, open: it.state === 'open', taker: it.name ?? it.takerParty ?? '', caseId: it.caseId, caseNumber: it.number }))
}

/** What is asked in a case, in words; null for who may not read it. */
export async function questionOf(db: Db, caseId: string): Promise<string | null> {
  const content = await db.selectFrom('caseContents').where('caseId', '=', caseId).select(['question', 'questionKind']).executeTakeFirst()
  return content ? (content.question ?? say(questionKinds[content.questionKind])) : null
}

/** Where a case stands, for the papers of a meeting. */
export async function standOf(db: Db, caseId: string): Promise<{ state: CaseState; nextOn: string | null }> {
  const found = await db.selectFrom('cases').where('id', '=', caseId).select(['state', 'nextOn']).executeTakeFirst()
  return { state: found?.state ?? 'signal', nextOn: found?.nextOn ?? null }
}

/** An agreement of a case as a meeting brings it back. `reportHref` only while nobody said what came of it. */
export type EarlierAction = { what: string; taker: string; dueOn: string; state: 'open' | 'done' | 'not-done' | 'dropped'; result: string | null; reportHref: string | null }

/** What was agreed in a case outside one meeting: all that is still open, and what was reported in the last weeks. */
export async function earlierActions(db: Db, caseId: string, exceptIn: string, since: Date): Promise<EarlierAction[]> {
  const actions = await db
    .selectFrom('actions as a')
    .leftJoin('people as p', (join) => join.onRef('p.municipalityId', '=', 'a.municipalityId').onRef('p.id', '=', 'a.takerId'))
    .where('a.caseId', '=', caseId)
    .where((on) => on.or([on('a.agreedIn', 'is', null), on('a.agreedIn', '!=', exceptIn)]))
    .where((on) => on.or([on('a.state', '=', 'open'), on('a.closedAt', '>=', since)]))
    .orderBy('a.dueOn')
    .orderBy('a.id')
    .select(['a.id', 'a.what', 'a.takerParty', 'p.name', 'a.dueOn', 'a.state', 'a.result'])
    .execute()
  return actions.map(({ id, takerParty, name, ...it }) => ({ ...it, taker: name ?? takerParty ?? '', reportHref: it.state === 'open' ? `${caseHref(caseId)}/afspraak/${id}` : null }))
}
