import { sql } from 'kysely'
import type { Reading } from '../../platform/context.ts'
import type { IndicatorRecord } from './indicatorRecord.ts'
import { type Shapes, shapesOf } from './mapShapes.ts'

type Outlines = IndicatorRecord['outlines']

const kept = new Map<string, Outlines>()
const drawn = new WeakMap<Outlines, Map<string, Shapes | undefined>>()
const mostKept = 6

/**
 * All outlines of a municipality, from memory as long as none of them changed: they are large, and change once a year. What is asked first is who wrote each row
 * last, under the rules of whoever asks, so nobody gets what they may not see.
 */
export async function outlinesOf({ db }: Pick<Reading, 'db'>): Promise<Outlines> {
  const { rows } = await sql<{ stamp: string }>`select current_database() || ' ' || coalesce(md5(string_agg(concat_ws(' ', municipality_id, area_id, from_year, xmin), ',' order by area_id, from_year)), '') as stamp from area_boundaries`.execute(db)
  const stamp = rows[0]?.stamp ?? ''
  const known = kept.get(stamp)
  if (known) return known
  const found = (await db.selectFrom('areaBoundaries').select(['areaId', 'fromYear', 'geometry', 'schematic']).orderBy('fromYear').execute()) as unknown as Outlines
  if (kept.size >= mostKept) kept.clear()
  kept.set(stamp, found)
  return found
}

/** A choice of these outlines as paths, drawn once. */
export function drawnOf(all: Outlines, chosen: Outlines, ground: Outlines[number] | undefined): Shapes | undefined {
  const known = drawn.get(all) ?? new Map<string, Shapes | undefined>()
  drawn.set(all, known)
  const key = [...chosen, ...(ground ? [ground] : [])].map((it) => `${it.areaId} ${it.fromYear}`).join()
  if (!known.has(key)) {
    if (known.size >= 20) known.clear()
    known.set(key, shapesOf(chosen, ground))
  }
  return known.get(key)
}
