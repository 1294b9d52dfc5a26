import type { Staff } from '../../platform/actor.ts'
import type { Context, Reading } from '../../platform/context.ts'

type Care = { ownerId: string | null; ownerName: string | null; ownerEmail: string | null }
const columns = ['ownerId', 'ownerName', 'ownerEmail'] as const

const careOf = (db: Reading['db'], entity: 'service' | 'organization', id: string): Promise<Care | undefined> => db.selectFrom('entryCare').where('entity', '=', entity).where('recordId', '=', id).select(columns).executeTakeFirst()

/** Who looks after a service now, and who will when it is of another organisation: whoever did so before when it was, and otherwise who looks after that organisation. */
export async function ownersOf({ db }: Pick<Reading, 'db'>, serviceId: string, organizationId: string): Promise<{ now: Care | undefined; next: Care | undefined }> {
  const [now, former, organization] = await Promise.all([
    careOf(db, 'service', serviceId),
    db.selectFrom('formerCare').where('serviceId', '=', serviceId).where('organizationId', '=', organizationId).select(columns).executeTakeFirst(),
    careOf(db, 'organization', organizationId),
  ])
  return { now, next: former ?? organization }
}

/** Are both the same person or address? */
export const sameOwner = (one: Care | undefined, other: Care | undefined): boolean => columns.every((it) => (one?.[it] ?? null) === (other?.[it] ?? null))

/** A service went to another organisation: its owner is who looks after it there, and what the one before was asked is asked no more. */
export async function ownerFollows(ctx: Context<Staff>, serviceId: string, from: string, to: string): Promise<void> {
  const { now, next } = await ownersOf(ctx, serviceId, to)
  const own = { municipalityId: ctx.actor.municipalityId, serviceId }
  await ctx.db.deleteFrom('formerCare').where('serviceId', '=', serviceId).where('organizationId', 'in', [from, to]).execute()
  if (now) await ctx.db.insertInto('formerCare').values({ ...own, organizationId: from, ...now }).execute()
  if (sameOwner(now, next)) return
  await ctx.db.deleteFrom('entryCare').where('entity', '=', 'service').where('recordId', '=', serviceId).execute()
  if (next) await ctx.db.insertInto('entryCare').values({ municipalityId: own.municipalityId, entity: 'service', recordId: serviceId, ...next }).execute()
  await ctx.db.updateTable('confirmationRequests').set({ withdrawnAt: ctx.now }).where('entity', '=', 'service').where('recordId', '=', serviceId).where('answeredAt', 'is', null).where('withdrawnAt', 'is', null).execute()
}
