import { z } from 'zod'
import { act } from '../../platform/act.ts'
import type { Staff } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'
import { say } from '../../platform/texts.ts'
import { notePointed, pointedToAny, stopPointing } from '../directory/index.ts'
import { chosenSlugs, openTo, queryFor } from './sheet.ts'
import { texts } from './texts.ts'

/** For how many of the services on a sheet who looks hears what changes. Only their own: whom the sheet was for is noted nowhere. */
export const informed = z.object({ of: z.int(), all: z.boolean() })

/** How it stands for who works or volunteers here; null for others. */
export async function informedOf(ctx: Pick<Context, 'db' | 'actor'>, services: readonly { id: string }[]): Promise<z.output<typeof informed> | null> {
  if (ctx.actor.kind !== 'worker' && ctx.actor.kind !== 'volunteer') return null
  if (services.length === 0) return null
  const heard = await pointedToAny(ctx, services.map(({ id }) => id))
  return { of: heard.length, all: heard.length === services.length }
}

type OnSheet = { id: string; slug: string }

const sheet = {
  // What travels unseen has no field to point at: a sheet that is not there is told as a whole.
  input: z.strictObject({ services: z.string().max(1100).optional().describe('names of services as in their addresses, with commas between') }),
  form: { services: { as: 'hidden' as const, label: texts.onSheet } },
  output: z.object({ services: z.array(z.string()) }),
  find: async () => ({}),
  may: () => true,
  prefill: (_none: unknown, query: URLSearchParams) => ({ services: query.getAll('s').join(',') }),
  about: (_none: unknown, done?: readonly OnSheet[]) => (done ?? []).map(({ id }) => id),
  present: (_ctx: unknown, done: readonly OnSheet[]) => ({ services: done.map(({ slug }) => slug) }),
  back: '/meegeven/kiezen',
  next: ({ services }: { services: string[] }) => `/meegeven${queryFor(services)}`,
}

/** The services of a sheet in its order. @throws Refusal 400 none of them is there for everybody, or it is no sheet */
async function onSheet(ctx: Context<Staff>, services = ''): Promise<OnSheet[]> {
  const slugs = chosenSlugs.safeParse(services.split(',').filter(Boolean))
  const open = slugs.success ? await openTo(ctx, slugs.data) : []
  if (!slugs.success || open.length === 0) throw new Refusal(400, 'sheet.empty', texts.sheetWrong)
  return slugs.data.flatMap((slug) => open.filter((it) => it.slug === slug))
}

/** Whoever hands a sheet over hears from now on when one of its services changes. A sheet counts as pointing somebody to what stands on it. */
export const sheetFollowed = act({
  ...sheet,
  name: 'handing-over.follow',
  at: '/handouts/pointings',
  page: '/meegeven/op-de-hoogte',
  title: texts.follow,
  audit: 'C',
  intro: () => <p>{say(texts.followIntro)}</p>,
  run: async (ctx, _none, { services }) => {
    const found = await onSheet(ctx, services)
    for (const { id } of found) await notePointed(ctx, id)
    return found
  },
  done: texts.followed,
})

/** Whoever handed a sheet over no longer wants to hear what changes on it. */
export const sheetUnfollowed = act({
  ...sheet,
  name: 'handing-over.unfollow',
  at: '/handouts/pointings/removal',
  page: '/meegeven/niet-meer',
  title: texts.unfollow,
  audit: 'D',
  intro: () => <p>{say(texts.unfollowIntro)}</p>,
  run: async (ctx, _none, { services }) => {
    const found = await onSheet(ctx, services)
    await stopPointing(ctx, found.map(({ id }) => id))
    return found
  },
  done: texts.unfollowed,
})
