import { sql } from 'kysely'
import type { Context, Reading } from '../../platform/context.ts'
import type { Actor, Staff } from '../../platform/actor.ts'
import { notFound, stale } from '../../platform/refusal.ts'

/** What somebody can keep: a service in the wide sense, or an organisation. */
export type Kept = {
  entity: 'service' | 'organization'
  id: string
  slug: string
  name: string
  version: number
  state: 'draft' | 'published' | 'archived'
  assuredDate: string | null
  /** keeps the directory, or looks after this entry */
  edits: boolean
  keeper: boolean
}

/** Words in addresses and the tables they stand for. */
const entities = { voorziening: 'service', organisatie: 'organization' } as const
const words = { service: 'voorziening', organization: 'organisatie' } as const

/** Where an entry has its page for colleagues. */
export const keptHref = (it: Pick<Kept, 'entity' | 'slug'>): string => `/sociale-kaart/${words[it.entity]}/${it.slug}`
/** The word of an entry in addresses. */
export const wordOf = (entity: Kept['entity']): string => words[entity]

/** An entry that somebody wants to keep. @throws Refusal 404 there is none for who asks */
export async function findKept({ db }: Pick<Reading, 'db'>, { kind, slug }: { kind: string; slug: string }): Promise<Kept> {
  if (!Object.hasOwn(entities, kind)) throw notFound()
  const entity = entities[kind as keyof typeof entities]
  const found = await (entity === 'service' ? db.selectFrom('services as x') : db.selectFrom('organizations as x'))
    .where('x.slug', '=', slug)
    .select(['x.id', 'x.slug', 'x.name', 'x.version', 'x.state', 'x.assuredDate'])
    .select([sql<boolean>`ctx.edits(${entity}, x.id)`.as('edits'), sql<boolean>`ctx.keeps_directory()`.as('keeper')])
    .executeTakeFirst()
  if (!found) throw notFound()
  return { entity, ...found }
}

/** Looks after an entry, or keeps the whole directory. */
export const mayKeep = (_actor: Actor, it: Pick<Kept, 'edits'>): boolean => it.edits
/** Keeps the directory: the information manager. */
export const keepsDirectory = (actor: Actor): boolean => actor.kind === 'worker' && actor.role === 'information-manager'

/** Does a change with the form before and after it in the history. */
export async function withHistory(ctx: Context, it: Pick<Kept, 'entity' | 'id'>, change: { act: 'changed' | 'confirmed' | 'proposal' | 'merged'; note?: string | null; proposalId?: string }, work: () => Promise<void>): Promise<void> {
  await sql`select ctx.before_change(${it.entity}, ${it.id}::uuid)`.execute(ctx.db)
  await work()
  await sql`select ctx.after_change(${it.entity}, ${it.id}::uuid, ${change.act}, ${change.note ?? null}, ${change.proposalId ?? null}::uuid)`.execute(ctx.db)
}

type Columns = { assuredDate?: string | null; assuredBy?: string | null; assuredHow?: 'link' | 'manager' | 'owner' | 'import' | null; state?: Kept['state']; publishOn?: string | null; expireOn?: string | null; visibility?: 'public' | 'professionals'; mergedInto?: string | null }

/** Changes what services and organisations share. @throws Refusal 412 it was changed in the meantime */
export async function setKept(ctx: Context, it: Pick<Kept, 'entity' | 'id' | 'version'>, columns: Columns): Promise<void> {
  const set = { ...columns, version: it.version + 1, lastModified: ctx.now }
  const changed =
    it.entity === 'service'
      ? await ctx.db.updateTable('services').set(set).where('id', '=', it.id).where('version', '=', it.version).executeTakeFirst()
      : await ctx.db.updateTable('organizations').set(set).where('id', '=', it.id).where('version', '=', it.version).executeTakeFirst()
  if (changed.numUpdatedRows !== 1n) throw stale()
}

/** That it was checked today, and by whom. */
export const assuredNow = (actor: Staff, today: string, keeper: boolean) => ({ assuredDate: today, assuredBy: actor.id, assuredHow: keeper ? ('manager' as const) : ('owner' as const) })

/** What the acts on one entry have in common. */
export const onKept = {
  find: (reading: Reading, params: { kind: string; slug: string }): Promise<Kept> => findKept(reading, params),
  may: mayKeep,
  about: (it: Kept) => [it.id],
  version: (it: Kept) => it.version,
}
