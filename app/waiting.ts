import { countBoardWork } from '../capabilities/board/index.ts'
import { countOpenInvitations } from '../capabilities/meetings/index.ts'
import { countWaitingSignals } from '../capabilities/signals/index.ts'
import type { Actor, Staff } from '../platform/actor.ts'
import type { Context } from '../platform/context.ts'
import type { Around } from './surroundings.tsx'

const worksHere = (ctx: Context<Actor>): ctx is Context<Staff> => ctx.actor.kind === 'worker' || ctx.actor.kind === 'volunteer'

/** How much waits for this person, by the address where it waits. Travels with the page's own queries. */
export async function waitingFor(ctx: Context): Promise<Around> {
  if (!worksHere(ctx)) return { waiting: {} }
  const [signals, invitations, board] = await Promise.all([countWaitingSignals(ctx), countOpenInvitations(ctx), countBoardWork(ctx)])
  return { waiting: { '/signalen': signals, '/overleg': invitations, '/activiteiten': board } }
}
