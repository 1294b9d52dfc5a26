import type { Actor, Staff } from '../../platform/actor.ts'

/** What decides who may ask the residents of an area: the teams that work there. */
export type AreaFacts = { teamIds: readonly string[] }

const working = ['professional', 'coordinator', 'partner', 'volunteer', 'neighbourhood-manager', 'information-manager']

/** Rounds are seen by who works with the neighbourhood. */
export const mayReadRounds = (actor: Actor): boolean => (actor.kind === 'worker' || actor.kind === 'volunteer') && working.includes(actor.role)

/** The neighbourhood manager asks the residents of an area, and the coordinator of its team. */
export const mayOpenRound = (actor: Staff, { teamIds }: AreaFacts): boolean => actor.kind === 'worker' && (actor.role === 'neighbourhood-manager' || teamIds.some((id) => actor.coordinates.includes(id)))

/** How scores are computed is decided by who keeps the figures. */
export const maySetFormula = (actor: Actor): boolean => actor.kind === 'worker' && (actor.role === 'information-manager' || actor.role === 'neighbourhood-manager')
