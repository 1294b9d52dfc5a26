import type { Actor, Staff } from '../../platform/actor.ts'

/** What decides who may do what with a map: the teams of its area. */
export type MapFacts = { teamIds: readonly string[] }

const reading = ['professional', 'coordinator', 'partner', 'volunteer', 'neighbourhood-manager', 'information-manager']

/** Drafts are for who works with the neighbourhood; who administers or audits has no business in them. */
export const mayReadMaps = (actor: Actor): boolean => (actor.kind === 'worker' || actor.kind === 'volunteer') && reading.includes(actor.role)

const manages = (actor: Staff): boolean => actor.kind === 'worker' && actor.role === 'neighbourhood-manager'

/** The team of the area writes, and the neighbourhood manager. */
export const mayWriteMap = (actor: Staff, { teamIds }: MapFacts): boolean => mayReadMaps(actor) && (manages(actor) || (actor.kind === 'worker' && teamIds.some((id) => actor.teams.includes(id))))

/** The neighbourhood manager publishes, and the coordinator of the team. */
export const mayPublishMap = (actor: Staff, { teamIds }: MapFacts): boolean => mayReadMaps(actor) && (manages(actor) || (actor.kind === 'worker' && teamIds.some((id) => actor.coordinates.includes(id))))

/** What is expected of figures is said among those who work with the neighbourhood. */
export const mayExpect = (actor: Actor): boolean => actor.kind === 'worker' && mayReadMaps(actor)
