import type { Reading } from '../../platform/context.ts'
import { notFound } from '../../platform/refusal.ts'
import { type Area, type Figure, figuresOf, type Indicator, indicatorsOf, type Source } from './record.ts'
import { outlinesOf } from './outlines.ts'
import type { Break } from './series.ts'

export type Outline = { type: 'Polygon'; coordinates: [number, number][][] } | { type: 'MultiPolygon'; coordinates: [number, number][][][] }
/** One indicator over all areas and years. */
export type IndicatorRecord = {
  indicator: Indicator
  areas: readonly Area[]
  city: Area
  figures: readonly Figure[]
  sources: readonly Source[]
  /** years from which the indicator counts something else */
  breaks: readonly Break[]
  /** years from which an area is another one */
  changes: readonly (Break & { areaId: string })[]
  outlines: readonly { areaId: string; fromYear: number; geometry: Outline; /** drawn for a demonstration: about where the area lies */ schematic: boolean }[]
}

/** @throws Refusal 404 there is no such indicator, or no figure of it */
export async function findIndicator({ db }: Reading, key: string): Promise<IndicatorRecord> {
  const of = db.selectFrom('indicators').where('key', '=', key).select('id')
  const [indicators, areas, figures, sources, breaks, changes, outlines] = await Promise.all([
    indicatorsOf(db, key),
    db.selectFrom('areas').select(['id', 'parentId', 'slug', 'name', 'kind', 'composed']).orderBy('name').execute(),
    figuresOf(db, db.selectFrom('figures').selectAll().where('indicatorId', 'in', of)),
    db.selectFrom('sources').select(['id', 'publisher', 'edition', 'year', 'url']).execute(),
    db.selectFrom('indicatorBreaks').where('indicatorId', 'in', of).select(['year', 'noteNl', 'noteEn']).execute(),
    db.selectFrom('areaChanges').select(['areaId', 'year']).execute(),
    outlinesOf({ db }),
  ])
  const [indicator] = indicators
  const city = areas.find((it) => it.kind === 'municipality')
  if (!indicator || !city || figures.length === 0) throw notFound()
  return {
    indicator, areas, city, figures, sources, breaks: breaks.map((it) => ({ year: it.year, reason: 'definition', note: it.noteNl })), changes: changes.map((it) => ({ areaId: it.areaId, year: it.year, reason: 'boundary', note: null })),
    outlines,
  }
}
