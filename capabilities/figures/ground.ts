import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import type { Text } from '../../platform/texts.ts'
import { invalidFile } from './wrong.ts'

export type GroundArea = { id: string; parentId: string | null; slug: string; name: string; kind: string }
export type GroundIndicator = { id: string; key: string; name: Text; unit: 'number' | 'percent' | 'euro' | 'score'; /** no longer used: nothing is connected to it any more, but its key is taken */ retired: boolean }
/** What is there before a file comes in: the areas with their codes in one year, and the indicators. */
export type Ground = { city: GroundArea; cityCode: string; areas: readonly GroundArea[]; areaOf: ReadonlyMap<string, string>; indicators: readonly GroundIndicator[] }

/** Rows of one municipality. Within a request row level security already does this; the command line works as owner, for whom it does not count. */
export const inTown = (town: string | undefined) => sql<boolean>`(${town ?? null}::uuid is null or municipality_id = ${town ?? null}::uuid)`

/** @throws Refusal 400 the municipality has no code yet, so no file can be about it */
export async function groundOf(db: Db, year: number, town?: string): Promise<Ground> {
  const [areas, codes, indicators] = await Promise.all([
    db.selectFrom('areas').where(inTown(town)).select(['id', 'parentId', 'slug', 'name', 'kind']).orderBy('name').execute(),
    db.selectFrom('areaCodes').where(inTown(town)).where('fromYear', '<=', year).where((on) => on.or([on('untilYear', 'is', null), on('untilYear', '>=', year)])).select(['code', 'areaId']).execute(),
    db.selectFrom('indicators').where(inTown(town)).select(['id', 'key', 'nameNl', 'nameEn', 'unit', 'retired']).orderBy('position').execute(),
  ])
  const city = areas.find((it) => it.kind === 'municipality')
  const cityCode = codes.find((it) => it.areaId === city?.id)?.code
  if (!city || !cityCode) throw invalidFile('municipality.no-code', { nl: `De gemeente heeft in ${year} nog geen CBS-code. Leg die eerst vast.`, en: `The municipality has no code in ${year} yet. Record it first.` }, 'year')
  return { city, cityCode, areas, areaOf: new Map(codes.map((it) => [it.code, it.areaId])), indicators: indicators.map((it) => ({ id: it.id, key: it.key, unit: it.unit, retired: it.retired, name: { nl: it.nameNl, en: it.nameEn } })) }
}
