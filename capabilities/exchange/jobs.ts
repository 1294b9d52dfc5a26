import type { Staff } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import type { Db } from '../../platform/db.ts'

/** What is done in the background. */
export type Work = 'look' | 'take' | 'withdraw'
/** How far it is. */
export type Job = { what: Work; state: 'waiting' | 'running' | 'done' | 'failed'; done: number; total: number; reason: string | null }

/** A file of at most so many bytes is read while somebody waits. */
export const bytesAtOnce = 512 * 1024
/** So many records are taken in or back while somebody waits. */
export const recordsAtOnce = 2000

/** Writes down what is to be done in the background, in place of what was done before. */
export async function asked(ctx: Context<Staff>, importId: string, what: Work, total: number): Promise<void> {
  const fresh = { what, state: 'waiting' as const, done: 0, total, tries: 0, reason: null, askedBy: ctx.actor.id, askedAt: ctx.now, endedAt: null }
  await ctx.db.insertInto('importJobs').values({ municipalityId: ctx.actor.municipalityId, importId, ...fresh }).onConflict((it) => it.columns(['municipalityId', 'importId']).doUpdateSet(fresh)).execute()
}

/** What runs or ran for an import, and undefined when nothing did. */
export const jobOf = (db: Db, importId: string): Promise<Job | undefined> => db.selectFrom('importJobs').where('importId', '=', importId).select(['what', 'state', 'done', 'total', 'reason']).executeTakeFirst()

/** Is somebody's work on it still to end? */
export const isBusy = (job: Job | undefined): boolean => job?.state === 'waiting' || job?.state === 'running'
