import type { Staff } from '../../platform/actor.ts'
import type { Wish } from './wishes.ts'

/** Colleagues see what residents wish; there is nobody in it. */
export const maySeeWishes = (actor: Staff): boolean => actor.kind === 'worker' || actor.kind === 'volunteer'

/** Whoever works in the team of that neighbourhood says what has started, and who keeps the directory for all of them; what may be anywhere in town is for every team. */
export const mayAnswerWish = (actor: Staff, wish: Pick<Wish, 'area' | 'teamIds'>): boolean =>
  actor.kind === 'worker' && (actor.role === 'information-manager' || (wish.area.whole ? actor.teams.length > 0 : wish.teamIds.some((it) => actor.teams.includes(it))))

/** What decides about a list of participants: its team, its keeper, and the purpose it is kept for. */
export type ListFacts = { teamId: string; ownerId: string; purpose: string }
/** What decides about one participation. */
export type ParticipationFacts = { byId: string | null; list: ListFacts | null }

const withResidents = ['professional', 'coordinator', 'partner']

/** Whoever works with residents registers one, for a purpose; who keeps the directory or the figures does not. */
export const mayRegisterOthers = (actor: Staff): boolean => actor.kind === 'worker' && actor.purpose !== null && withResidents.includes(actor.role)

/** A list is opened by a member of a team, for the purpose of the moment. */
export const mayOpenList = (actor: Staff): boolean => mayRegisterOthers(actor) && actor.teams.length > 0

/** That there is a list, colleagues of the team may know. */
export const maySeeList = (actor: Staff, it: ListFacts): boolean => actor.kind === 'worker' && actor.purpose === it.purpose && actor.teams.includes(it.teamId)

/** Who is on it, only its keeper and the coordinator of the team. */
export const mayKeepList = (actor: Staff, it: ListFacts): boolean => maySeeList(actor, it) && (it.ownerId === actor.id || actor.coordinates.includes(it.teamId))

/** Whether to take a list over says who was asked, as a member of its team and for its purpose. */
export const mayAnswerForList = (actor: Staff, it: ListFacts & { handover: { toId: string } | null }): boolean => maySeeList(actor, it) && it.handover?.toId === actor.id

/** What became of a list reads whoever kept it then. */
export const mayReadListNotice = (actor: Staff, it: { personId: string }): boolean => actor.kind === 'worker' && it.personId === actor.id

/** One participant is also for whoever registered that one. */
export const maySeeParticipant = (actor: Staff, it: ParticipationFacts): boolean => actor.kind === 'worker' && (it.byId === actor.id || (it.list !== null && mayKeepList(actor, it.list)))

/** Following up is for who keeps the list. */
export const mayFollowUp = (actor: Staff, it: ParticipationFacts): boolean => it.list !== null && mayKeepList(actor, it.list)
