import type { Reading } from '../../platform/context.ts'
import type { Db } from '../../platform/db.ts'
import { notFound } from '../../platform/refusal.ts'
import type { CaseFacts, FieldClass } from '../access/index.ts'
import type { CaseState, Urgency } from './life.ts'

/** Somebody with a part in a case. */
export type Party = CaseFacts['involvements'][number] & { id: string; name: string; organization: string; role: string; reason: string }
/** A reason in law or agreement to have the data. */
export type Ground = CaseFacts['grounds'][number] & {
  id: string
  kind: 'anonymous' | 'consent' | 'legal-task' | 'vital-interest'
  receiver: string
  article: string | null
  explained: string | null
  manner: string | null
  askedBy: string | null
}
/** A proposal to take the case over that nobody answered yet. */
export type Handover = { id: string; toId: string; toName: string; fromId: string; reason: string }

/** A case with everything its policy looks at. What the actor may not see is absent. */
export type CaseRecord = {
  id: string
  number: string
  teamId: string
  team: string
  purpose: string
  state: CaseState
  inPortfolio: boolean
  urgency: Urgency
  ownerId: string
  owner: string
  nextOn: string | null
  startedOn: string
  startedIn: 'day' | 'month'
  openedAt: Date
  closedAt: Date | null
  anonymous: boolean
  version: number
  parties: readonly Party[]
  allGrounds: readonly Ground[]
  handover: Handover | undefined
  facts: CaseFacts
}

const caseRow = (db: Db) =>
  db
    .selectFrom('cases as k')
    .innerJoin('teams as t', (join) => join.onRef('t.municipalityId', '=', 'k.municipalityId').onRef('t.id', '=', 'k.teamId'))
    .innerJoin('people as p', (join) => join.onRef('p.municipalityId', '=', 'k.municipalityId').onRef('p.id', '=', 'k.ownerId'))
    .select([
      'k.municipalityId', 'k.id', 'k.number', 'k.teamId', 't.name as team', 'k.purpose', 'k.state', 'k.inPortfolio', 'k.urgency', 'k.ownerId', 'p.name as owner',
      'k.nextOn', 'k.startedOn', 'k.startedIn', 'k.openedAt', 'k.closedAt', 'k.anonymous', 'k.version',
    ])

const partiesOf = (db: Db, caseId: string) =>
  db
    .selectFrom('involvements as i')
    .innerJoin('people as p', (join) => join.onRef('p.municipalityId', '=', 'i.municipalityId').onRef('p.id', '=', 'i.personId'))
    .innerJoin('organizations as o', (join) => join.onRef('o.municipalityId', '=', 'i.municipalityId').onRef('o.id', '=', 'i.organizationId'))
    .where('i.caseId', '=', caseId)
    .orderBy('i.fromAt')
    .select(['i.id', 'i.personId', 'i.organizationId', 'i.teamId', 'i.class', 'i.purpose', 'i.fromAt', 'i.untilAt', 'i.endedAt', 'i.role', 'i.reason', 'p.name', 'o.name as organization'])
    .execute()

const groundsOf = (db: Db, caseId: string) =>
  db
    .selectFrom('grounds as g')
    .leftJoin('teams as t', (join) => join.onRef('t.municipalityId', '=', 'g.municipalityId').onRef('t.id', '=', 'g.teamId'))
    .leftJoin('organizations as o', (join) => join.onRef('o.municipalityId', '=', 'g.municipalityId').onRef('o.id', '=', 'g.organizationId'))
    .leftJoin('people as p', (join) => join.onRef('p.municipalityId', '=', 'g.municipalityId').onRef('p.id', '=', 'g.askedBy'))
    .where('g.caseId', '=', caseId)
    .orderBy('g.fromAt')
    .select(['g.id', 'g.kind', 'g.withIdentity', 'g.teamId', 'g.organizationId', 'g.purpose', 'g.article', 'g.explained', 'g.manner', 'g.fromAt', 'g.untilAt', 'g.withdrawnAt', 'p.name as askedBy'])
    .select((on) => on.fn.coalesce('t.name', 'o.name').as('receiver'))
    .execute()

const handoverOf = (db: Db, caseId: string) =>
  db
    .selectFrom('caseHandovers as h')
    .innerJoin('people as p', (join) => join.onRef('p.municipalityId', '=', 'h.municipalityId').onRef('p.id', '=', 'h.toId'))
    .where('h.caseId', '=', caseId)
    .where('h.answeredAt', 'is', null)
    .select(['h.id', 'h.toId', 'h.fromId', 'h.reason', 'p.name as toName'])
    .executeTakeFirst()

/**
 * A case as far as the actor may know it. Someone on team duty finds its number, state, urgency, owner and next date, and no parties.
 *
 * @throws Refusal 404 when it does not exist or is not for this actor
 */
export async function findCase({ db, now, forChange }: Reading, { caseId }: { caseId: string }): Promise<CaseRecord> {
  const [, found, parties, grounds, handover] = await Promise.all([
    // Apart from reading: a lock also asks for the right to change, and who may see without it is told so, and not that nothing is there.
    forChange ? db.selectFrom('cases').where('id', '=', caseId).select('id').forNoKeyUpdate().execute() : [],
    caseRow(db).where('k.id', '=', caseId).executeTakeFirst(),
    partiesOf(db, caseId),
    groundsOf(db, caseId),
    handoverOf(db, caseId),
  ])
  if (!found) throw notFound()
  const { municipalityId, ...own } = found
  const involvements = parties.map((it) => ({ ...it, class: it.class as FieldClass }))
  const allGrounds = grounds.map((it) => ({ ...it, receiver: it.receiver ?? '' }))
  return {
    ...own,
    parties: involvements,
    allGrounds,
    handover,
    facts: { municipalityId, caseId, teamId: own.teamId, purpose: own.purpose, at: now, involvements, grounds: allGrounds },
  }
}

/** Is this still in force at this moment? */
export const inForce = (it: { fromAt: Date; untilAt: Date | null; endedAt?: Date | null; withdrawnAt?: Date | null }, now: Date): boolean =>
  it.fromAt <= now && (it.untilAt === null || it.untilAt > now) && !it.endedAt && !it.withdrawnAt
