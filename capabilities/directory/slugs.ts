import type { Db } from '../../platform/db.ts'

/** A name as it can stand in an address: "Eetcafé Schothorst" becomes "eetcafe-schothorst". */
export const slugOf = (name: string): string =>
  name.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replaceAll(/[^a-z0-9]+/g, '-').replaceAll(/^-+|-+$/g, '').slice(0, 80) || 'nieuw'

/** The first of "name", "name-2", "name-3" that nobody has. */
export async function freeSlug(db: Db, table: 'services' | 'organizations' | 'networks', name: string): Promise<string> {
  const base = slugOf(name)
  const rows = await db.selectFrom(table).select('slug').where('slug', 'like', `${base}%`).execute()
  const taken = new Set(rows.map((it) => it.slug))
  let slug = base
  for (let next = 2; taken.has(slug); next += 1) slug = `${base}-${next}`
  return slug
}
