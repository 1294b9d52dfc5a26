import { sql } from 'kysely'
import type { Context, Reading } from '../../platform/context.ts'
import type { Staff } from '../../platform/actor.ts'
import { notFound } from '../../platform/refusal.ts'
import type { ListFacts, ParticipationFacts } from './policy.ts'

/** A list as the team may know it. */
export type ListLine = ListFacts & { serviceId: string; slug: string; name: string; owner: string; openedOn: string; closedOn: string | null; /** by itself, because the activity ended */ closesOn: string | null; version: number }

/** The activity of a list, also one that stopped or was archived: then its page is gone, and who takes part still stands on the list. */
export const listedActivities = sql<{ serviceId: string; slug: string; name: string }>`(select * from ctx.listed_activities())`.as('s')

const listRows = (db: Reading['db']) =>
  db
    .selectFrom('activityLists as l')
    .innerJoin(listedActivities, (join) => join.onRef('s.serviceId', '=', 'l.serviceId'))
    .innerJoin('people as p', (join) => join.onRef('p.municipalityId', '=', 'l.municipalityId').onRef('p.id', '=', 'l.ownerId'))
    .select(['l.serviceId', 's.slug', 's.name', 'l.teamId', 'l.ownerId', 'l.purpose', 'l.openedOn', 'l.closedOn', 'l.closesOn', 'l.version', 'p.name as owner'])

/** Lists of the teams of the actor, by name. */
export const findLists = ({ db }: Reading): Promise<ListLine[]> => listRows(db).orderBy('s.name').execute()

const participantRows = (db: Reading['db']) =>
  db
    .selectFrom('participations as d')
    .innerJoin(listedActivities, (join) => join.onRef('s.serviceId', '=', 'd.serviceId'))
    .leftJoin('activityLists as l', (join) => join.onRef('l.municipalityId', '=', 'd.municipalityId').onRef('l.serviceId', '=', 'd.serviceId'))
    .leftJoin('people as p', (join) => join.onRef('p.municipalityId', '=', 'd.municipalityId').onRef('p.id', '=', 'd.byId'))
    .select(['d.id', 'd.called', 'd.state', 'd.registeredOn', 'd.byId', 'd.consent', 'd.followUp', 'd.endedOn', 'd.reason', 'd.signalId', 'd.version', 's.slug', 's.name as activity', 'p.name as by', 'l.teamId', 'l.ownerId', 'l.purpose'])
    .select((on) => [
      on.selectFrom('participationAbsences as a').whereRef('a.participationId', '=', 'd.id').where('a.told', '=', false).select((it) => it.fn.countAll<number>().as('count')).as('missed'),
      on.selectFrom('participationAbsences as a').whereRef('a.participationId', '=', 'd.id').where('a.told', '=', true).select((it) => it.fn.countAll<number>().as('count')).as('told'),
    ])

/** One participation with what its policy looks at. */
export type ParticipantLine = Awaited<ReturnType<ReturnType<typeof participantRows>['execute']>>[number]

/** What the policy looks at; `list` is null for who registered somebody on a list of another team. */
export const factsOf = ({ byId, teamId, ownerId, purpose }: Pick<ParticipantLine, 'byId' | 'teamId' | 'ownerId' | 'purpose'>): ParticipationFacts => ({ byId, list: teamId && ownerId && purpose ? { teamId, ownerId, purpose } : null })

/** A list that was put to somebody who did not answer yet. */
export type Handover = { toId: string; to: string; from: string; reason: string; proposedAt: Date }

/** The question about one list that waits for an answer; for who keeps the list and who was asked. */
const openHandover = (db: Reading['db'], slug: string): Promise<Handover | undefined> =>
  db
    .selectFrom('activityListHandovers as h')
    .innerJoin(listedActivities, (join) => join.onRef('s.serviceId', '=', 'h.serviceId'))
    .innerJoin('people as t', (join) => join.onRef('t.municipalityId', '=', 'h.municipalityId').onRef('t.id', '=', 'h.toId'))
    .innerJoin('people as f', (join) => join.onRef('f.municipalityId', '=', 'h.municipalityId').onRef('f.id', '=', 'h.fromId'))
    .where('s.slug', '=', slug)
    .where('h.answeredAt', 'is', null)
    .select(['h.toId', 't.name as to', 'f.name as from', 'h.reason', 'h.proposedAt'])
    .executeTakeFirst()

/** One list without its participants, with the question that waits. @throws Refusal 404 */
export async function findListOnly({ db }: Reading, { slug }: { slug: string }): Promise<ListLine & { handover: Handover | null }> {
  const [list, handover] = await Promise.all([listRows(db).where('s.slug', '=', slug).executeTakeFirst(), openHandover(db, slug)])
  if (!list) throw notFound()
  return { ...list, handover: handover ?? null }
}
/** One list as its acts look at it. */
export type ListRecord = Awaited<ReturnType<typeof findListOnly>>

/** One list with its participants since it was opened, as far as the database shows them. @throws Refusal 404 */
export async function findList(reading: Reading, { slug }: { slug: string }): Promise<ListRecord & { participants: ParticipantLine[] }> {
  const [list, participants] = await Promise.all([
    findListOnly(reading, { slug }),
    participantRows(reading.db).where('s.slug', '=', slug).whereRef('d.registeredOn', '>=', 'l.openedOn').orderBy('d.state', 'desc').orderBy('d.called').orderBy('d.id').execute(),
  ])
  return { ...list, participants }
}

/** Lists that colleagues put to the actor to keep from now on. */
export async function offeredLists({ db, actor }: Context<Staff>): Promise<{ name: string; from: string; reason: string; href: string }[]> {
  const offers = await listRows(db)
    .innerJoin('activityListHandovers as h', (join) => join.onRef('h.municipalityId', '=', 'l.municipalityId').onRef('h.serviceId', '=', 'l.serviceId'))
    .innerJoin('people as f', (join) => join.onRef('f.municipalityId', '=', 'h.municipalityId').onRef('f.id', '=', 'h.fromId'))
    .where('h.toId', '=', actor.id)
    .where('h.answeredAt', 'is', null)
    .where('l.closedOn', 'is', null)
    .orderBy('h.proposedAt')
    .select(['f.name as from', 'h.reason'])
    .execute()
  return offers.map(({ slug, name, from, reason }) => ({ name, from, reason, href: `/activiteiten/deelnemers/${slug}/overdracht` }))
}

/** Participations that the actor registered for others, the last first. */
export const registeredBy = ({ db, actor }: Context<Staff>): Promise<ParticipantLine[]> =>
  participantRows(db).where('d.byId', '=', actor.id).where('d.state', '<>', 'cancelled').orderBy('d.registeredOn', 'desc').orderBy('d.id').limit(50).execute()

/** One participation, whole. @throws Refusal 404 when it does not exist, is not for this actor, or was cancelled and so erased */
export async function findParticipant({ db }: Reading, { participationId }: { participationId: string }) {
  const [found, contact, absences] = await Promise.all([
    participantRows(db).where('d.id', '=', participationId).executeTakeFirst(),
    db.selectFrom('participationContacts').where('participationId', '=', participationId).select(['phone', 'supporter']).executeTakeFirst(),
    db.selectFrom('participationAbsences').where('participationId', '=', participationId).orderBy('onDay', 'desc').select(['onDay', 'told']).execute(),
  ])
  if (!found || found.called === null) throw notFound()
  // The signal has rules of its own: who may not see it is not sent there.
  const signal = found.signalId ? await db.selectFrom('signals').where('id', '=', found.signalId).select('id').executeTakeFirst() : undefined
  return { ...found, signalId: signal?.id ?? null, called: found.called, facts: factsOf(found), contact, absences }
}
export type ParticipantRecord = Awaited<ReturnType<typeof findParticipant>>
