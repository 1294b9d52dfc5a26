import type { Actor } from '../../platform/actor.ts'

const reading = ['professional', 'coordinator', 'partner', 'neighbourhood-manager', 'information-manager']

/** Need beside supply in full, with what was asked in vain, is for who works with the neighbourhood. */
export const mayReadNeed = (actor: Actor): boolean => actor.kind === 'worker' && reading.includes(actor.role)

/** How often something occurs is written down by who keeps the figures. */
export const maySetPrevalence = (actor: Actor): boolean => actor.kind === 'worker' && (actor.role === 'information-manager' || actor.role === 'neighbourhood-manager')
