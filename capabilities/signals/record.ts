import type { Reading } from '../../platform/context.ts'
import { dayOf } from '../../platform/dates.ts'
import type { Db } from '../../platform/db.ts'
import { notFound } from '../../platform/refusal.ts'
import type { CaseFacts } from '../access/index.ts'
import type { themes } from '../cases/index.ts'

export type Theme = keyof typeof themes
export type Urgency = 'normal' | 'soon' | 'now'

/** What one policy looks at: where a signal is, with whom, and who brought it in. */
export type SignalFacts = {
  id: string
  teamId: string
  purpose: string
  state: 'new' | 'taken-up' | 'case' | 'closed'
  ownerId: string
  signalledBy: string | null
  caseId: string | null
  /** of the case that came of it, when the actor may know that there is one */
  caseFacts: CaseFacts | null
}

/** A signal as far as the database shows it to the actor: what is for others is absent. */
export type SignalRecord = SignalFacts & Awaited<ReturnType<typeof parts>> & { today: string }

const signalRow = (db: Db, signalId: string) =>
  db
    .selectFrom('signals as s')
    .innerJoin('teams as t', (join) => join.onRef('t.municipalityId', '=', 's.municipalityId').onRef('t.id', '=', 's.teamId'))
    .innerJoin('people as p', (join) => join.onRef('p.municipalityId', '=', 's.municipalityId').onRef('p.id', '=', 's.ownerId'))
    .leftJoin('areas as a', (join) => join.onRef('a.municipalityId', '=', 's.municipalityId').onRef('a.id', '=', 's.areaId'))
    .leftJoin('cases as k', (join) => join.onRef('k.municipalityId', '=', 's.municipalityId').onRef('k.id', '=', 's.caseId'))
    .where('s.id', '=', signalId)
    .select([
      's.municipalityId', 's.id', 's.number', 's.teamId', 't.name as team', 's.areaId', 'a.name as area', 's.purpose', 's.state', 's.outcome', 's.urgency', 's.ownerId', 'p.name as owner', 's.nextOn',
      's.channel', 's.signalledBy', 's.receivedAt', 's.takenUpAt', 's.finishedAt', 's.caseId', 's.version', 'k.number as caseNumber', 'k.teamId as caseTeamId', 'k.purpose as casePurpose',
    ])

const signallerOf = (db: Db, signalId: string) =>
  db
    .selectFrom('signallers as w')
    .leftJoin('people as p', (join) => join.onRef('p.municipalityId', '=', 'w.municipalityId').onRef('p.id', '=', 'w.personId'))
    .where('w.signalId', '=', signalId)
    .select(['w.name', 'w.phone', 'w.email', 'w.relation', 'w.wantsFeedback', 'w.anonymous', 'w.personId', 'p.name as personName'])
    .executeTakeFirst()

const assessmentsOf = (db: Db, signalId: string) =>
  db
    .selectFrom('signalAssessments as w')
    .innerJoin('people as p', (join) => join.onRef('p.municipalityId', '=', 'w.municipalityId').onRef('p.id', '=', 'w.byId'))
    .where('w.signalId', '=', signalId)
    .orderBy('w.at')
    .select(['w.themes', 'w.urgency', 'w.questionBehind', 'w.ownStrength', 'w.needs', 'w.at', 'p.name as by'])
    .execute()

const notesOf = (db: Db, signalId: string) =>
  db
    .selectFrom('signalNotes as n')
    .innerJoin('people as p', (join) => join.onRef('p.municipalityId', '=', 'n.municipalityId').onRef('p.id', '=', 'n.byId'))
    .leftJoin('people as o', (join) => join.onRef('o.municipalityId', '=', 'n.municipalityId').onRef('o.id', '=', 'n.toId'))
    .leftJoin('teams as t', (join) => join.onRef('t.municipalityId', '=', 'n.municipalityId').onRef('t.id', '=', 'n.toTeamId'))
    .where('n.signalId', '=', signalId)
    .orderBy('n.at')
    .select(['n.kind', 'n.body', 'n.at', 'p.name as by', 'o.name as to', 't.name as toTeam'])
    .execute()

const feedbackOf = (db: Db, signalId: string) =>
  db
    .selectFrom('signalFeedback as f')
    .leftJoin('people as g', (join) => join.onRef('g.municipalityId', '=', 'f.municipalityId').onRef('g.id', '=', 'f.givenBy'))
    .leftJoin('people as w', (join) => join.onRef('w.municipalityId', '=', 'f.municipalityId').onRef('w.id', '=', 'f.waivedBy'))
    .where('f.signalId', '=', signalId)
    .orderBy('f.owedSince')
    .select(['f.id', 'f.about', 'f.owedSince', 'f.dueOn', 'f.givenAt', 'f.how', 'f.told', 'f.waivedAt', 'f.waivedBecause', 'g.name as givenBy', 'w.name as waivedBy'])
    .execute()

async function parts(db: Db, signalId: string) {
  const [found, content, signaller, assessments, notes, feedback] = await Promise.all([
    signalRow(db, signalId).executeTakeFirst(),
    db.selectFrom('signalContents').where('signalId', '=', signalId).select(['seen', 'wish', 'themes', 'knows', 'source', 'sourceFrom']).executeTakeFirst(),
    signallerOf(db, signalId),
    assessmentsOf(db, signalId),
    notesOf(db, signalId),
    feedbackOf(db, signalId),
  ])
  if (!found) throw notFound()
  return { ...found, content, signaller, assessments, notes, feedback }
}

type Found = Awaited<ReturnType<typeof parts>>

/** What decides who works on the case that came of a signal; null when there is none, or none the actor may know of. */
export async function factsOfCase(db: Db, now: Date, it: Pick<Found, 'caseId' | 'caseTeamId' | 'casePurpose' | 'municipalityId'>): Promise<CaseFacts | null> {
  const { caseId, caseTeamId, casePurpose, municipalityId } = it
  if (!caseId || !caseTeamId || !casePurpose) return null
  const [involvements, grounds] = await Promise.all([
    db.selectFrom('involvements').where('caseId', '=', caseId).select(['personId', 'organizationId', 'teamId', 'class', 'purpose', 'fromAt', 'untilAt', 'endedAt']).execute(),
    db.selectFrom('grounds').where('caseId', '=', caseId).select(['withIdentity', 'teamId', 'organizationId', 'purpose', 'fromAt', 'untilAt', 'withdrawnAt']).execute(),
  ])
  return { municipalityId, caseId, teamId: caseTeamId, purpose: casePurpose, at: now, involvements, grounds }
}

/**
 * A signal with everything its policy looks at. Not locked, because a lock hides what may be seen and not changed; changes name the version they saw.
 *
 * @throws Refusal 404 when it does not exist or is not for this actor
 */
export async function findSignal({ db, now }: Reading, { signalId }: { signalId: string }): Promise<SignalRecord> {
  const found = await parts(db, signalId)
  return { ...found, caseFacts: await factsOfCase(db, now, found), today: dayOf(now) }
}
