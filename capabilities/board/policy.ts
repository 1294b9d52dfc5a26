import type { Staff } from '../../platform/actor.ts'

/** What decides about a notice: where it is for. */
export type NoticePlace = { whole: boolean; /** teams of that neighbourhood */ teamIds: readonly string[] }

const withResidents = ['professional', 'coordinator', 'partner']
const worksHere = (actor: Staff, it: NoticePlace): boolean =>
  actor.kind === 'worker' && withResidents.includes(actor.role) && (it.whole ? actor.teams.length > 0 : it.teamIds.some((team) => actor.teams.includes(team)))

/** The board of the workplace is for who says what may stand there, and for teams. */
export const maySeeBoard = (actor: Staff): boolean => actor.kind === 'worker' && (actor.role === 'information-manager' || (withResidents.includes(actor.role) && actor.teams.length > 0))

/** Whether something may stand there, somebody of a team of that neighbourhood says, or who keeps the directory. */
export const mayModerate = (actor: Staff, it: NoticePlace): boolean => worksHere(actor, it) || (actor.kind === 'worker' && actor.role === 'information-manager')

/** Who is behind a notice and who reacted is for who brings people together in that neighbourhood, for a purpose. */
export const mayConnect = (actor: Staff, it: NoticePlace): boolean => worksHere(actor, it) && actor.purpose !== null

/** Whoever works with residents leaves a notice for one, for a purpose. */
export const mayLeaveForOthers = (actor: Staff): boolean => actor.kind === 'worker' && actor.purpose !== null && withResidents.includes(actor.role)
