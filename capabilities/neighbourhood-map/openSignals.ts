import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'

/** One theme: how many signals were open here when the month ended, and in all neighbourhoods together. Null is "too few to show". */
export type ThemeCount = { theme: string; here: number | null; together: number | null }

/** The month before the one that `today` lies in, as its first day. */
export function lastMonth(today: string): string {
  const [year = 0, month = 0] = today.split('-').map(Number)
  return month === 1 ? `${year - 1}-12-01` : `${year}-${String(month - 1).padStart(2, '0')}-01`
}

/**
 * Open signals by theme at the end of a month. The database counts, freezes, rounds and withholds; no signal and no small number reaches the application.
 *
 * @param month  the first day of a month that is over
 */
export async function openSignalsOf(db: Db, areaId: string, month: string): Promise<ThemeCount[]> {
  const { rows } = await sql<{ areaId: string | null; theme: string; signals: number | null }>`select area_id as "areaId", theme, signals from ctx.open_signals(${month}::date)`.execute(db)
  const themes = [...new Set(rows.map(({ theme }) => theme))].sort()
  const cell = (area: string | null, theme: string) => rows.find((it) => it.areaId === area && it.theme === theme)?.signals ?? null
  return themes.map((theme) => ({ theme, here: cell(areaId, theme), together: cell(null, theme) }))
}

/** Does this area have counts of its own? Only the neighbourhoods directly below the municipality do, so that no part can be taken from a whole. */
export async function isCounted(db: Db, areaId: string): Promise<boolean> {
  const found = await db
    .selectFrom('areas as a')
    .innerJoin('areas as m', (join) => join.onRef('m.municipalityId', '=', 'a.municipalityId').onRef('m.id', '=', 'a.parentId'))
    .where('a.id', '=', areaId)
    .where('m.kind', '=', 'municipality')
    .select('a.id')
    .executeTakeFirst()
  return found !== undefined
}
