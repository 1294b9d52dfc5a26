import type { Actor } from '../../platform/actor.ts'

const withResidents = ['professional', 'coordinator', 'partner']

/** How many residents have support, in fives, is for who works with the neighbourhood. */
export const mayReadSupported = (actor: Actor): boolean => actor.kind === 'worker' && [...withResidents, 'neighbourhood-manager', 'information-manager'].includes(actor.role)

/** Enters the counts of all providers, and what they counted together. */
export const keepsCounts = (actor: Actor): boolean => actor.kind === 'worker' && actor.role === 'information-manager'

/** Enters what this organisation counted; null stands for a count together. The policies of `support_counts` decide the same from the same data. */
export const entersFor = (actor: Actor, organizationId: string | null): boolean =>
  keepsCounts(actor) || (actor.kind === 'worker' && withResidents.includes(actor.role) && organizationId === actor.organizationId)

/** Enters counts at all: of everybody, or of the own organisation. */
export const entersCounts = (actor: Actor): boolean => actor.kind === 'worker' && entersFor(actor, actor.organizationId)
