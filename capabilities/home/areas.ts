import type pg from 'pg'
import type { MiddlewareHandler } from 'hono'
import { inContext } from '../../platform/context.ts'
import type { Reading } from '../../platform/context.ts'
import { readCookie } from '../../platform/request.ts'
import type { Settings } from '../../platform/server-settings.ts'
import { type Area, inArea } from '../../platform/visit.ts'

/** Holds the slug of the area that somebody looks at, in their own browser. */
export const areaCookie = 'wijk'

/** An area to choose, with the one it is a part of. */
export type Choosable = Area & { parent: string | null }

/** All areas that can be chosen: neighbourhoods and villages by name, each followed by its parts. */
export async function choosableAreas({ db }: Pick<Reading, 'db'>): Promise<Choosable[]> {
  const all = await db.selectFrom('areas').where('composed', '=', false).where('kind', 'in', ['neighbourhood', 'village', 'sub-area']).select(['id', 'slug', 'name', 'parentId']).orderBy('name').execute()
  const slugOf = new Map(all.map(({ id, slug }) => [id, slug]))
  const placed = all.map(({ slug, name, parentId }) => ({ slug, name, parent: slugOf.get(parentId ?? '') ?? null }))
  return placed.filter(({ parent }) => parent === null).flatMap((it) => [it, ...placed.filter(({ parent }) => parent === it.slug)])
}

const freshFor = 5 * 60_000

/**
 * Lets every page know which area was chosen in this browser. Who chose nothing costs nothing; the names are asked of the
 * database once in a while. A choice that does not exist (any more) counts as none.
 */
export function rememberedArea(pool: pg.Pool, settings: Settings): MiddlewareHandler {
  let known = new Map<string, Area>()
  let until = 0
  const refresh = async (requestId: string) => {
    const now = settings.now()
    const caller = { token: null, municipalityId: settings.municipalityId, now, requestId }
    const areas = await inContext(pool, caller, null, null, choosableAreas, async (_ctx, found) => ({ result: found, subjects: [] }))
    known = new Map(areas.map(({ slug, name }) => [slug, { slug, name }]))
    until = now.getTime() + freshFor
  }
  return async (c, next) => {
    const slug = readCookie(c, areaCookie)
    if (slug === undefined) return next()
    // A page without its area is better than no page.
    if (settings.now().getTime() >= until) await refresh(c.get('requestId') as string).catch(() => {})
    return inArea(known.get(slug), next)
  }
}
