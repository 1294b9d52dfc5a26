import { sql } from 'kysely'
import type { Reading } from '../../platform/context.ts'
import { notFound } from '../../platform/refusal.ts'
import type { Text } from '../../platform/texts.ts'
import { findTerms, type SortTerm } from '../directory/index.ts'
import type { Told } from './bounds.ts'

type Db = Reading['db']
/** A count as far as it may be told; without `organizationId` several providers counted together. */
export type ToldCount = Told & { targetGroupId: string; organizationId: string | null; organization: string | null; countedOn: string; source: string; enteredAt: Date; parties: string[]; corrected: 'corrected' | 'withdrawn' | null; reason: string | null; correctedAt: Date | null }
export type CountedArea = { id: string; parentId: string | null; slug: string; name: string }

/** Areas in which residents are counted: not those made of parts, and not the municipality. */
const countedAreas = (db: Db) => db.selectFrom('areas').where('composed', '=', false).where('kind', 'not in', ['country', 'province', 'municipality']).orderBy('name').select(['id', 'parentId', 'slug', 'name'])

const toldIn = async (db: Db, area: string): Promise<ToldCount[]> =>
  (await sql<ToldCount>`select target_group_id as "targetGroupId", organization_id as "organizationId", organization, counted_on as "countedOn", state, low, source, entered_at as "enteredAt", parties, corrected, reason, corrected_at as "correctedAt" from ctx.support_told(${area})`.execute(db)).rows

/** What is told of residents with support in an area. @throws Refusal 404 */
export async function findSupported({ db }: Pick<Reading, 'db'>, { slug }: { slug: string }) {
  const [areas, groups] = await Promise.all([countedAreas(db).execute(), findTerms(db, 'target-group')])
  const area = areas.find((it) => it.slug === slug)
  if (!area) throw notFound()
  const parts = areas.filter((it) => it.parentId === area.id)
  const beside = parts.length > 0 ? parts : areas.filter((it) => area.parentId !== null && (it.parentId === area.parentId || it.id === area.parentId) && it.id !== area.id)
  return { area, beside, groups, counts: await toldIn(db, area.id) }
}
export type Supported = Awaited<ReturnType<typeof findSupported>>

/** A count as who enters it sees it, with what stood there before, the latest first. */
export type Kept = {
  id: string; version: number; areaId: string; area: string; slug: string; targetGroupId: string; group: Text; groupSlug: string; organizationId: string | null; organization: string | null; countedOn: string; residents: number | null; source: string; enteredBy: string | null; enteredAt: Date
  parties: readonly { id: string; name: string; residents: number | null }[]
  history: readonly { kind: 'corrected' | 'withdrawn'; residents: number | null; source: string; reason: string; by: string; at: Date }[]
}

/** How many counts are listed at most, the latest days first. */
const most = 1000

/** The counts that who asks enters: all of them, or those of the own organisation. `beside`: only those of the area of this count. */
export async function findKept({ db }: Pick<Reading, 'db'>, beside?: string): Promise<Kept[]> {
  const counts = db
    .selectFrom('supportCounts as c')
    .innerJoin('areas as a', (join) => join.onRef('a.municipalityId', '=', 'c.municipalityId').onRef('a.id', '=', 'c.areaId'))
    .innerJoin('taxonomyTerms as g', (join) => join.onRef('g.municipalityId', '=', 'c.municipalityId').onRef('g.id', '=', 'c.targetGroupId'))
    .leftJoin('organizations as o', (join) => join.onRef('o.municipalityId', '=', 'c.municipalityId').onRef('o.id', '=', 'c.organizationId'))
    .leftJoin('people as p', (join) => join.onRef('p.municipalityId', '=', 'c.municipalityId').onRef('p.id', '=', 'c.enteredBy'))
    .select(['c.id', 'c.version', 'c.areaId', 'a.name as area', 'a.slug', 'c.targetGroupId', 'g.name as groupNl', 'g.nameEn as groupEn', 'g.slug as groupSlug', 'c.organizationId', 'o.name as organization', 'c.countedOn', 'c.residents', 'c.source', 'p.name as enteredBy', 'c.enteredAt'])
    .$if(beside !== undefined, (query) => query.where('c.areaId', 'in', db.selectFrom('supportCounts').where('id', '=', beside ?? '').select('areaId')))
    .orderBy('c.countedOn', 'desc').orderBy('a.name').orderBy('g.name').orderBy('o.name')
    .limit(most)
  const parties = db.selectFrom('supportCountParties as q').innerJoin('organizations as o', (join) => join.onRef('o.municipalityId', '=', 'q.municipalityId').onRef('o.id', '=', 'q.organizationId')).select(['q.countId', 'o.id', 'o.name']).orderBy('o.name')
  const before = db.selectFrom('supportCountCorrections as x').innerJoin('people as p', (join) => join.onRef('p.municipalityId', '=', 'x.municipalityId').onRef('p.id', '=', 'x.byId')).select(['x.countId', 'x.kind', 'x.residents', 'x.source', 'x.reason', 'p.name as by', 'x.at']).orderBy('x.version', 'desc')
  const [rows, parted, was] = await Promise.all([counts.execute(), parties.execute(), before.execute()])
  return rows.map(({ groupNl, groupEn, ...it }) => ({
    ...it, group: { nl: groupNl, en: groupEn ?? groupNl },
    parties: parted.filter(({ countId }) => countId === it.id).map(({ id, name }) => ({ id, name, residents: rows.find((one) => one.organizationId === id && one.areaId === it.areaId && one.targetGroupId === it.targetGroupId && one.countedOn === it.countedOn)?.residents ?? null })),
    history: was.filter(({ countId }) => countId === it.id).map(({ countId: _, ...one }) => one),
  }))
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
/** @throws Refusal 404 there is none for who asks */
export async function findOne(reading: Pick<Reading, 'db'>, { countId }: { countId: string }): Promise<Kept> {
  const found = uuid.test(countId) ? (await findKept(reading, countId)).find(({ id }) => id === countId) : undefined
  if (!found) throw notFound()
  return found
}

/** What a count can be about. */
export type Ground = { areas: readonly CountedArea[]; groups: readonly SortTerm[] }
export async function findGround({ db }: Pick<Reading, 'db'>): Promise<Ground> {
  const [areas, groups] = await Promise.all([countedAreas(db).where('endedOn', 'is', null).execute(), findTerms(db, 'target-group')])
  return { areas, groups }
}

/** Organisations that may have counted. */
export const findProviders = (db: Db): Promise<{ id: string; slug: string; name: string }[]> => db.selectFrom('organizations').where('state', '=', 'published').where('mergedInto', 'is', null).orderBy('name').select(['id', 'slug', 'name']).execute()
