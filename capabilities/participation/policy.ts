import type { Staff } from '../../platform/actor.ts'
import type { Wish } from './wishes.ts'

/** Colleagues see what residents wish; there is nobody in it. */
export const maySeeWishes = (actor: Staff): boolean => actor.kind === 'worker' || actor.kind === 'volunteer'

/** Whoever works in the team of that neighbourhood says what has started, and who keeps the directory for all of them; what may be anywhere in town is for every team. */
export const mayAnswerWish = (actor: Staff, wish: Pick<Wish, 'area' | 'teamIds'>): boolean =>
  actor.kind === 'worker' && (actor.role === 'information-manager' || (wish.area.whole ? actor.teams.length > 0 : wish.teamIds.some((it) => actor.teams.includes(it))))
