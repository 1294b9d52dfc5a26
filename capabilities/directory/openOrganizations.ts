import type { Context } from '../../platform/context.ts'
import { conflict } from '../../platform/refusal.ts'
import { moveTexts } from './moveTexts.ts'

/** Whoever closes an organisation and whoever brings something to it take turns, so that nothing comes to what was closed a moment ago. */
export const holdOrganization = ({ db }: Pick<Context, 'db'>, id: string) => db.selectFrom('organizations').where('id', '=', id).select(['state']).forUpdate().executeTakeFirst()

/** Keeps an organisation open until this change is done. @throws Refusal 409 it was closed meanwhile */
export async function heldOpen(ctx: Pick<Context, 'db'>, it: { id: string; name: string }): Promise<void> {
  if ((await holdOrganization(ctx, it.id))?.state === 'archived') throw conflict('directory.organization-closed', moveTexts.closed(it.name))
}
