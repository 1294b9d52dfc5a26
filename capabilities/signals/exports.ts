import { sql } from 'kysely'
import type { Staff } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import { dayOf, longDay } from '../../platform/dates.ts'
import { say } from '../../platform/texts.ts'
import type { Urgency } from './record.ts'
import { signalHref } from './signalAct.ts'
import { texts } from './texts.ts'
import { gistOf, stateTexts } from './words.ts'

/** A signal that nobody took up yet, with words for a list. */
export type WaitingSignal = { id: string; number: string; urgency: Urgency; what: string; /** the beginning of what was seen; null for who is not in triage */ gist: string | null; nextOn: string; mine: boolean; href: string }

/** New signals of the actor's teams, the earliest next date first. `mine` when the actor is the one to look. */
export async function waitingSignals({ db, actor }: Context<Staff>): Promise<WaitingSignal[]> {
  if (actor.teams.length === 0 || actor.kind !== 'worker') return []
  const lines = await db
    .selectFrom('signals as s')
    .leftJoin('areas as a', (join) => join.onRef('a.municipalityId', '=', 's.municipalityId').onRef('a.id', '=', 's.areaId'))
    .leftJoin('signalContents as c', (join) => join.onRef('c.municipalityId', '=', 's.municipalityId').onRef('c.signalId', '=', 's.id'))
    .where('s.teamId', 'in', [...actor.teams])
    .where('s.state', '=', 'new')
    .where('s.nextOn', 'is not', null)
    .orderBy('s.nextOn')
    .limit(50)
    .select(['s.id', 's.number', 's.urgency', 'a.name as area', 's.nextOn', 's.ownerId', 'c.seen'])
    .execute()
  return lines.map(({ ownerId, nextOn, area, seen, ...it }) => ({ ...it, what: say(texts.from(area ?? say(texts.unplaced))), gist: seen ? gistOf(seen) : null, nextOn: nextOn ?? '', mine: ownerId === actor.id, href: `${signalHref(it.id)}/oppakken` }))
}

/** How many new signals wait for the actor to take them up. */
export async function countWaitingSignals({ db, actor }: Context<Staff>): Promise<number> {
  if (actor.kind !== 'worker') return 0
  const { rows } = await sql<{ count: number }>`select ctx.signals_waiting() as count`.execute(db)
  return rows[0]?.count ?? 0
}

/** Signals that the actor took up and has to look at again, the earliest first. */
export async function mySignals({ db, actor }: Context<Staff>): Promise<{ id: string; number: string; what: string; gist: string | null; nextOn: string; href: string }[]> {
  const lines = await db
    .selectFrom('signals as s')
    .leftJoin('areas as a', (join) => join.onRef('a.municipalityId', '=', 's.municipalityId').onRef('a.id', '=', 's.areaId'))
    .leftJoin('signalContents as c', (join) => join.onRef('c.municipalityId', '=', 's.municipalityId').onRef('c.signalId', '=', 's.id'))
    .where('s.ownerId', '=', actor.id)
    .where('s.state', '=', 'taken-up')
    .orderBy('s.nextOn')
    .limit(50)
    .select(['s.id', 's.number', 's.nextOn', 'a.name as area', 'c.seen'])
    .execute()
  return lines.map(({ nextOn, area, seen, ...it }) => ({ ...it, what: say(texts.from(area ?? say(texts.unplaced))), gist: seen ? gistOf(seen) : null, nextOn: nextOn ?? '', href: signalHref(it.id) }))
}

/** Word that the actor owes to somebody who signalled, with words for a list. */
export type OwedFeedback = { id: string; signalId: string; number: string; about: 'signal' | 'case'; what: string; since: string; dueOn: string; href: string }

/** Feedback that the actor owes, the earliest first. */
export async function feedbackOwed({ db, actor, now }: Context<Staff>): Promise<OwedFeedback[]> {
  const debts = await db
    .selectFrom('signalFeedback as f')
    .innerJoin('signals as s', (join) => join.onRef('s.municipalityId', '=', 'f.municipalityId').onRef('s.id', '=', 'f.signalId'))
    .where('f.ownerId', '=', actor.id)
    .where('f.givenAt', 'is', null)
    .where('f.waivedAt', 'is', null)
    .where('s.state', '!=', 'new')
    .orderBy('f.dueOn')
    .limit(50)
    .select(['f.id', 'f.signalId', 's.number', 'f.about', 'f.dueOn', 's.receivedAt'])
    .execute()
  return debts.map(({ receivedAt, ...it }) => ({ ...it, what: say(texts.owedTo), since: say(texts.owedWaits(longDay(receivedAt, now))), href: `${signalHref(it.signalId)}/terugkoppeling/${it.id}` }))
}

/** A signal that the actor brought in, with where it stands. */
export type BroughtIn = { id: string; number: string; gist: string; state: string; finished: boolean; receivedOn: string; href: string }

/** The last signals that the actor brought in: what waits or is worked on first. */
export async function broughtIn({ db, actor }: Context<Staff>): Promise<BroughtIn[]> {
  const lines = await db
    .selectFrom('signals as s')
    .innerJoin('signalContents as c', (join) => join.onRef('c.municipalityId', '=', 's.municipalityId').onRef('c.signalId', '=', 's.id'))
    .where('s.signalledBy', '=', actor.id)
    .orderBy((on) => on('s.finishedAt', 'is', null), 'desc')
    .orderBy('s.receivedAt', 'desc')
    .limit(10)
    .select(['s.id', 's.number', 'c.seen', 's.state', 's.finishedAt', 's.receivedAt'])
    .execute()
  return lines.map(({ seen, state, finishedAt, receivedAt, ...it }) => ({ ...it, gist: gistOf(seen), state: say(stateTexts[state]), finished: finishedAt !== null, receivedOn: dayOf(receivedAt), href: signalHref(it.id) }))
}
