import { sql } from 'kysely'
import type { Context, Reading } from '../../platform/context.ts'
import { invalid } from '../../platform/refusal.ts'
import { say } from '../../platform/texts.ts'
import { keepTexts as texts } from './keepTexts.ts'

/** The choice for an organisation that is no part of another. */
export const noParent = 'geen'

/** Organisations that another may be a part of. */
export const parentChoices = async ({ db }: Pick<Reading, 'db'>, id: string) => [
  { value: noParent, label: say(texts.parentNone) },
  ...(await db.selectFrom('organizations').where('id', '<>', id).where('state', '<>', 'archived').orderBy('name').select(['id', 'name']).execute()).map((it) => ({ value: it.id, label: it.name })),
]

/** Makes an organisation part of another. @throws Refusal 400 the other is part of this one, near or far */
export async function putParent({ db }: Pick<Context, 'db'>, id: string, parentId: string | null): Promise<void> {
  if (parentId) {
    // Two at one moment could make a ring of which neither sees the other half.
    await sql`select pg_advisory_xact_lock(hashtext('directory.parents'))`.execute(db)
    const above = await sql<{ round: boolean }>`
      with recursive up as (select o.id, o.parent_organization_id from organizations o where o.municipality_id = (select ctx.municipality()) and o.id = ${parentId}::uuid
        union select o.id, o.parent_organization_id from organizations o join up on o.id = up.parent_organization_id where o.municipality_id = (select ctx.municipality()))
      select exists (select from up where id = ${id}::uuid) as round`.execute(db)
    if (above.rows[0]?.round) throw invalid([{ in: 'body', at: 'parentId', code: 'goes-round', detail: texts.parentRound }])
  }
  await db.updateTable('organizations').set({ parentOrganizationId: parentId }).where('id', '=', id).execute()
}
