import type { Context, Reading } from '../../platform/context.ts'
import type { Staff } from '../../platform/actor.ts'
import { notFound } from '../../platform/refusal.ts'
import type { ListFacts, ParticipationFacts } from './policy.ts'

/** A list as the team may know it. */
export type ListLine = ListFacts & { serviceId: string; slug: string; name: string; owner: string }

const listRows = (db: Reading['db']) =>
  db
    .selectFrom('activityLists as l')
    .innerJoin('services as s', (join) => join.onRef('s.municipalityId', '=', 'l.municipalityId').onRef('s.id', '=', 'l.serviceId'))
    .innerJoin('people as p', (join) => join.onRef('p.municipalityId', '=', 'l.municipalityId').onRef('p.id', '=', 'l.ownerId'))
    .select(['l.serviceId', 's.slug', 's.name', 'l.teamId', 'l.ownerId', 'l.purpose', 'p.name as owner'])

/** Lists of the teams of the actor, by name. */
export const findLists = ({ db }: Reading): Promise<ListLine[]> => listRows(db).orderBy('s.name').execute()

const participantRows = (db: Reading['db']) =>
  db
    .selectFrom('participations as d')
    .innerJoin('services as s', (join) => join.onRef('s.municipalityId', '=', 'd.municipalityId').onRef('s.id', '=', 'd.serviceId'))
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

/** One list with its participants, as far as the database shows them. @throws Refusal 404 */
export async function findList({ db }: Reading, { slug }: { slug: string }): Promise<ListLine & { participants: ParticipantLine[] }> {
  const [list, participants] = await Promise.all([
    listRows(db).where('s.slug', '=', slug).executeTakeFirst(),
    participantRows(db).where('s.slug', '=', slug).orderBy('d.state', 'desc').orderBy('d.called').orderBy('d.id').execute(),
  ])
  if (!list) throw notFound()
  return { ...list, participants }
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
