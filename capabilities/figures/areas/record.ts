import type { Reading } from '../../../platform/context.ts'
import { notFound } from '../../../platform/refusal.ts'

/** An area of the tree, as something that another area can be made of. */
export type TreeArea = { id: string; parentId: string | null; slug: string; name: string; kind: 'country' | 'province' | 'municipality' | 'neighbourhood' | 'sub-area' | 'village' | 'project-area'; composed: boolean }
/** An area that is made of parts. */
export type Composed = TreeArea & { about: string | null; endedOn: string | null; endedBecause: string | null; version: number; parts: readonly TreeArea[] }
/** All areas, and those among them that are made of parts. */
export type AreasRecord = { all: readonly TreeArea[]; composed: readonly Composed[] }

export async function findComposed({ db }: Pick<Reading, 'db'>): Promise<AreasRecord> {
  const [rows, parts] = await Promise.all([
    db.selectFrom('areas').select(['id', 'parentId', 'slug', 'name', 'kind', 'composed', 'about', 'endedOn', 'endedBecause', 'version']).orderBy('name').execute(),
    db.selectFrom('areaParts').select(['areaId', 'partId']).execute(),
  ])
  const ofArea = Map.groupBy(parts, (it) => it.areaId)
  return { all: rows, composed: rows.filter((it) => it.composed).map((it) => ({ ...it, parts: rows.filter(({ id }) => ofArea.get(it.id)?.some(({ partId }) => partId === id)) })) }
}

/** @throws Refusal 404 there is no such area, or it is not made of parts */
export async function findComposedOne(reading: Reading, { slug }: { slug: string }): Promise<AreasRecord & { it: Composed }> {
  if (reading.forChange) await reading.db.selectFrom('areas').where('slug', '=', slug).where('composed', '=', true).select('id').forUpdate().execute()
  const found = await findComposed(reading)
  const it = found.composed.find((one) => one.slug === slug)
  if (!it) throw notFound()
  return { ...found, it }
}
