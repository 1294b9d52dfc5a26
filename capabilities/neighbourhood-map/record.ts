import { sql } from 'kysely'
import type { Reading } from '../../platform/context.ts'
import { dayOf } from '../../platform/dates.ts'
import type { Db } from '../../platform/db.ts'
import { notFound } from '../../platform/refusal.ts'
import { sectionAt } from './format.ts'
import type { SectionKey } from './sectionKeys.ts'
import type { MapFacts } from './policy.ts'

export type Status = 'empty' | 'draft' | 'ready' | 'published'
export type Made = 'written' | 'restored' | 'copied'

/** One text of a section, with who wrote it and when. */
export type Version = { version: number; body: string; source: string; made: Made; restoredFrom: number | null; by: string; at: Date }
/** A section as it stands; `text` is what editors see, `shown` what the public does. */
export type SectionRecord = {
  key: SectionKey
  status: Status
  version: number
  publishedVersion: number | null
  publishedAt: Date | null
  publishedBy: string | null
  text: Version | undefined
  shown: Version | undefined
}
export type Photo = Awaited<ReturnType<typeof photosOf>>[number]
export type Contribution = Awaited<ReturnType<typeof contributionsOf>>[number]

/** What comes before everything else about a map: where it is about, and whose it is. */
export type MapRow = MapFacts & { id: string; municipalityId: string; edition: number; areaId: string; slug: string; area: string; today: string }
/** A map with its sections and what was added, as far as the database shows it to the actor. */
export type MapRecord = MapRow & { sections: readonly SectionRecord[]; contributions: readonly Contribution[]; photos: readonly Photo[] }

const versionsFrom = (db: Db) =>
  db
    .selectFrom('mapSectionVersions as v')
    .leftJoin('people as p', (join) => join.onRef('p.municipalityId', '=', 'v.municipalityId').onRef('p.id', '=', 'v.byId'))
    .select(['v.version', 'v.body', 'v.source', 'v.made', 'v.restoredFrom', 'v.at', 'p.name as by'])

type VersionRow = Omit<Version, 'by'> & { by: string | null }
const asVersion = ({ by, ...it }: VersionRow): Version => ({ ...it, by: by ?? '' })

const sectionsOf = async (db: Db, mapId: string): Promise<SectionRecord[]> => {
  const [sections, versions] = await Promise.all([
    db
      .selectFrom('mapSections as s')
      .leftJoin('people as p', (join) => join.onRef('p.municipalityId', '=', 's.municipalityId').onRef('p.id', '=', 's.publishedBy'))
      .where('s.mapId', '=', mapId)
      .orderBy('s.key')
      .select(['s.key', 's.status', 's.version', 's.publishedVersion', 's.publishedAt', 'p.name as publishedBy'])
      .execute(),
    versionsFrom(db)
      .innerJoin('mapSections as s', (join) => join.onRef('s.municipalityId', '=', 'v.municipalityId').onRef('s.mapId', '=', 'v.mapId').onRef('s.key', '=', 'v.key'))
      .where('v.mapId', '=', mapId)
      .where((on) => on.or([on('v.version', '=', on.ref('s.version')), on('v.version', '=', on.ref('s.publishedVersion'))]))
      .select('v.key')
      .execute(),
  ])
  const textOf = (key: string, version: number | null) => {
    const found = versions.find((it) => it.key === key && it.version === version)
    return found && asVersion(found)
  }
  return sections.map((it) => ({ ...it, text: textOf(it.key, it.version), shown: textOf(it.key, it.publishedVersion) }))
}

const contributionsOf = (db: Db, mapId: string) =>
  db
    .selectFrom('mapContributions as c')
    .leftJoin('people as p', (join) => join.onRef('p.municipalityId', '=', 'c.municipalityId').onRef('p.id', '=', 'c.byId'))
    .where('c.mapId', '=', mapId)
    .where('c.withdrawnAt', 'is', null)
    .orderBy('c.at')
    .orderBy('c.id')
    .select(['c.id', 'c.key', 'c.kind', 'c.about', 'c.body', 'c.voice', 'c.saidBy', 'c.saidOn', 'c.source', 'c.theme', 'c.sort', 'c.scale', 'c.criteria', 'c.across', 'c.down', 'c.permissionOn', 'c.permissionHow', 'c.permissionUntil', 'c.byId', 'p.name as by', 'c.at', 'c.publishedAt'])
    .execute()

/** Photos of a map that were not taken away, without the pictures themselves. */
export const photosOf = (db: Db, mapId: string) =>
  db
    .selectFrom('mapPhotos as f')
    .leftJoin('people as p', (join) => join.onRef('p.municipalityId', '=', 'f.municipalityId').onRef('p.id', '=', 'f.byId'))
    .where('f.municipalityId', '=', sql<string>`(select ctx.municipality())`)
    .where('f.mapId', '=', mapId)
    .where('f.withdrawnAt', 'is', null)
    .orderBy('f.at')
    .orderBy('f.id')
    .select(['f.id', 'f.key', 'f.kind', 'f.width', 'f.height', 'f.alt', 'f.caption', 'f.madeBy', 'f.madeOn', 'f.permissionBy', 'f.permissionHow', 'f.permissionOn', 'f.permissionUntil', 'f.byId', 'p.name as by', 'f.at', 'f.publishedAt'])
    .execute()

const mapRows = (db: Db) =>
  db
    .selectFrom('neighbourhoodMaps as m')
    .innerJoin('areas as a', (join) => join.onRef('a.municipalityId', '=', 'm.municipalityId').onRef('a.id', '=', 'm.areaId'))
    .select(['m.id', 'm.municipalityId', 'm.edition', 'm.areaId', 'a.slug', 'a.name as area'])

const teamsOf = async (db: Db, areaId: string): Promise<string[]> => (await db.selectFrom('teams').where('areaId', '=', areaId).select('id').execute()).map(({ id }) => id)

/** The map itself. @throws Refusal 404 it does not exist, or is not for this actor */
export async function findMapRow({ db, now }: Reading, { mapId }: { mapId: string }): Promise<MapRow> {
  const row = await mapRows(db).where('m.id', '=', mapId).executeTakeFirst()
  if (!row) throw notFound()
  return { ...row, teamIds: await teamsOf(db, row.areaId), today: dayOf(now) }
}

/** A map with its sections. @throws Refusal 404 */
export async function findMap(reading: Reading, params: { mapId: string }): Promise<MapRecord> {
  const [row, sections, contributions, photos] = await Promise.all([findMapRow(reading, params), sectionsOf(reading.db, params.mapId), contributionsOf(reading.db, params.mapId), photosOf(reading.db, params.mapId)])
  return { ...row, sections, contributions, photos }
}

/** The published map of an area: the one asked for, or the newest with something in it. Undefined while nothing is published. */
export async function findPublished(reading: Reading, slug: string, edition?: number): Promise<{ map: MapRecord | undefined; editions: readonly number[] }> {
  const rows = await mapRows(reading.db)
    .where('a.slug', '=', slug)
    .where((on) => on.exists(on.selectFrom('mapSections as s').whereRef('s.municipalityId', '=', 'm.municipalityId').whereRef('s.mapId', '=', 'm.id').where('s.publishedVersion', 'is not', null).select('s.key')))
    .orderBy('m.edition', 'desc')
    .execute()
  const chosen = edition === undefined ? rows[0] : rows.find((it) => it.edition === edition)
  if (edition !== undefined && !chosen) throw notFound()
  return { map: chosen && (await findMap(reading, { mapId: chosen.id })), editions: rows.map((it) => it.edition) }
}

/** A section with all its texts and what stands beside it. */
export type OneSection = MapRow & { section: SectionRecord; versions: readonly Version[]; contributions: readonly Contribution[]; photos: readonly Photo[] }

/** One section of a map. @throws Refusal 404 */
export async function findSection(reading: Reading, { mapId, section: key }: { mapId: string; section: string }): Promise<OneSection> {
  if (!sectionAt(key)) throw notFound()
  const [{ sections, contributions, photos, ...row }, versions] = await Promise.all([
    findMap(reading, { mapId }),
    versionsFrom(reading.db).where('v.mapId', '=', mapId).where('v.key', '=', key as SectionKey).orderBy('v.version', 'desc').execute(),
  ])
  const section = sections.find((it) => it.key === key)
  if (!section) throw notFound()
  return { ...row, section, versions: versions.map(asVersion), contributions: contributions.filter((it) => it.key === key), photos: photos.filter((it) => it.key === key) }
}

/** A line of the list: an area with the maps it has. */
export type AreaMaps = MapFacts & { areaId: string; slug: string; area: string; maps: readonly { id: string; edition: number; written: number; ready: number; published: number; lastAt: Date | null }[] }

/** All neighbourhoods below the municipality, and other areas that have a map. */
export async function findAllMaps({ db }: Reading): Promise<AreaMaps[]> {
  const [areas, teams, maps, sections] = await Promise.all([
    db.selectFrom('areas as a').leftJoin('areas as m', (join) => join.onRef('m.municipalityId', '=', 'a.municipalityId').onRef('m.id', '=', 'a.parentId')).where('a.kind', '<>', 'municipality').where('a.composed', '=', false).orderBy('a.name').select(['a.id', 'a.slug', 'a.name', 'm.kind as parent']).execute(),
    db.selectFrom('teams').select(['id', 'areaId']).execute(),
    db.selectFrom('neighbourhoodMaps').orderBy('edition', 'desc').select(['id', 'areaId', 'edition']).execute(),
    db
      .selectFrom('mapSections as s')
      .leftJoin('mapSectionVersions as v', (join) => join.onRef('v.municipalityId', '=', 's.municipalityId').onRef('v.mapId', '=', 's.mapId').onRef('v.key', '=', 's.key').onRef('v.version', '=', 's.version'))
      .select(['s.mapId', 's.status', 's.publishedVersion', 'v.at'])
      .execute(),
  ])
  const progress = (mapId: string) => {
    const own = sections.filter((it) => it.mapId === mapId)
    const times = own.flatMap(({ at }) => (at ? [at.getTime()] : []))
    return { written: own.filter((it) => it.status !== 'empty').length, ready: own.filter((it) => it.status === 'ready').length, published: own.filter((it) => it.publishedVersion !== null).length, lastAt: times.length > 0 ? new Date(Math.max(...times)) : null }
  }
  return areas
    .map((area) => ({
      areaId: area.id, slug: area.slug, area: area.name, parent: area.parent, teamIds: teams.filter((it) => it.areaId === area.id).map(({ id }) => id),
      maps: maps.filter((it) => it.areaId === area.id).map(({ id, edition }) => ({ id, edition, ...progress(id) })),
    }))
    .filter((it) => it.parent === 'municipality' || it.parent === null || it.maps.length > 0)
}
