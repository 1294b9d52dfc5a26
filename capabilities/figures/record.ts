import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import type { Reading } from '../../platform/context.ts'
import { notFound } from '../../platform/refusal.ts'
import type { Mapping } from './candidates.ts'
import { type Ground, groundOf, inTown } from './ground.ts'
import type { Shape } from './reading.ts'

export type Counts = { new: number; changed: number; unchanged: number; refused: number; areas: number; breaks: number }
export type ImportLine = {
  id: string; number: number; state: 'mapping' | 'proposed' | 'applied' | 'withdrawn' | 'discarded'; shape: Shape; fileName: string; publisher: string; edition: string; year: number
  via: 'page' | 'command'; by: string | null; at: Date; decidedBy: string | null; decidedAt: Date | null; counts: Counts | null
}
/** A figure as it stands now, of the same source and year as the file. */
export type Standing = { id: string; areaId: string; indicatorId: string; state: 'known' | 'missing' | 'suppressed'; value: number | null; population: number | null; importId: string | null }
export type ImportRecord = ImportLine & {
  sha256: string; bytes: number; header: string[]; rows: (string | number | null)[][] | unknown[]; elsewhere: number; mapping: Mapping; makeAreas: boolean; version: number
  ground: Ground
  sourceId: string | null
  standing: readonly Standing[]
  /** outlines that stand from this year */
  outlines: readonly { areaId: string; geometry: unknown }[]
  /** a later file that replaced figures of this one, so that this one cannot be taken back first */
  replacedBy: number | null
}

const lines = (db: Db, town?: string) =>
  db
    .selectFrom('figureImports as i')
    .leftJoin('people as p', (join) => join.onRef('p.municipalityId', '=', 'i.municipalityId').onRef('p.id', '=', 'i.byId'))
    .leftJoin('people as d', (join) => join.onRef('d.municipalityId', '=', 'i.municipalityId').onRef('d.id', '=', 'i.decidedBy'))
    .$if(town !== undefined, (query) => query.where('i.municipalityId', '=', town ?? ''))
    .select(['i.id', 'i.number', 'i.state', 'i.shape', 'i.fileName', 'i.publisher', 'i.edition', 'i.year', 'i.via', 'p.name as by', 'i.at', 'd.name as decidedBy', 'i.decidedAt', 'i.counts'])

/** Files that came in, the last first. */
export const findImports = async ({ db }: Reading): Promise<ImportLine[]> => (await lines(db).orderBy('i.number', 'desc').limit(100).execute()) as ImportLine[]

/** Figures of one source and year. */
export async function standingOf(db: Db, sourceId: string, year: number, town?: string): Promise<Standing[]> {
  const rows = await db.selectFrom('figures').where(inTown(town)).where('sourceId', '=', sourceId).where('year', '=', year).select(['id', 'areaId', 'indicatorId', 'state', 'value', 'population', 'importId']).execute()
  return rows.map((it) => ({ ...it, value: it.value === null ? null : Number(it.value) }))
}

export const sourceOf = async (db: Db, publisher: string, edition: string, town?: string): Promise<string | null> =>
  (await db.selectFrom('sources').where(inTown(town)).where('publisher', '=', publisher).where('edition', '=', edition).select('id').executeTakeFirst())?.id ?? null

/** One file with all that is needed to say what it would do. @throws Refusal 404 */
export async function findImport({ db, forChange }: Pick<Reading, 'db' | 'forChange'>, { importId }: { importId: string }, town?: string): Promise<ImportRecord> {
  if (forChange) await db.selectFrom('figureImports').where('id', '=', importId).where(inTown(town)).select('id').forUpdate().execute()
  const line = await lines(db, town).where('i.id', '=', importId).select(['i.sha256', 'i.bytes', 'i.header', 'i.rows', 'i.elsewhere', 'i.mapping', 'i.makeAreas', 'i.version']).executeTakeFirst()
  if (!line) throw notFound()
  const [ground, sourceId, outlines, replaced] = await Promise.all([
    groundOf(db, line.year, town),
    sourceOf(db, line.publisher, line.edition, town),
    line.shape === 'boundaries' ? db.selectFrom('areaBoundaries').where(inTown(town)).where('fromYear', '=', line.year).select(['areaId', 'geometry']).execute() : [],
    db.selectFrom('replacedFigures as r').innerJoin('figureImports as i', (join) => join.onRef('i.municipalityId', '=', 'r.municipalityId').onRef('i.id', '=', 'r.importId')).where(sql<boolean>`r.was ->> 'import_id' = ${importId}`).where('i.state', '=', 'applied').select('i.number').orderBy('i.number', 'desc').executeTakeFirst(),
  ])
  return { ...(line as unknown as ImportRecord), ground, sourceId, outlines, standing: sourceId ? await standingOf(db, sourceId, line.year, town) : [], replacedBy: replaced?.number ?? null }
}
