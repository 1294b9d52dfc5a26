import type { Staff } from '../../platform/actor.ts'
import type { Context, Reading } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'
import { findArea } from '../neighbourhoods/index.ts'
import { knownOfMap } from '../neighbourhood-map/index.ts'
import { findAreaNeed } from '../need/index.ts'
import { sharedWishes } from '../participation/index.ts'

/** Need and supply are known of areas that are no sum of chosen parts. */
async function needOf(reading: Reading, slug: string) {
  try {
    return await findAreaNeed(reading, { slug })
  } catch (error) {
    if (error instanceof Refusal && error.status === 404) return undefined
    throw error
  }
}

/** Everything that is known of an area and that a judgement can rest on, as its own page would tell it to the actor. */
export async function knownOf(ctx: Context<Staff>, { id, slug }: { id: string; slug: string }) {
  const reading = { db: ctx.db, now: ctx.now, forChange: false }
  const [need, map, wishes] = await Promise.all([needOf(reading, slug), knownOfMap(ctx, id), sharedWishes(reading)])
  return { area: need?.area ?? (await findArea(reading, slug)), need, map, wishes: wishes.filter((it) => it.area.id === id) }
}
export type Known = Awaited<ReturnType<typeof knownOf>>
