import type { Actor } from '../../platform/actor.ts'

/** Figures of the municipality are kept by its information managers and neighbourhood managers. */
export const keepsFigures = (actor: Actor): boolean => actor.kind === 'worker' && (actor.role === 'information-manager' || actor.role === 'neighbourhood-manager')
