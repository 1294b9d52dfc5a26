import type { z } from 'zod'
import type { Reading } from '../../platform/context.ts'
import { say } from '../../platform/texts.ts'
import { seriesOf } from './indicatorLines.ts'
import type { seriesSheet } from './indicatorShown.ts'
import { figuresOf, indicatorsOf } from './record.ts'

type Sheet = z.input<typeof seriesSheet>

/**
 * Every indicator of which an area or one of its parts has several years, with the municipality beside it: cut where years cannot be compared, as everywhere.
 *
 * @returns nothing for an area that is not there
 */
export async function findSeries({ db }: Pick<Reading, 'db'>, slug: string): Promise<(Sheet & { own: boolean })[]> {
  const areas = await db.selectFrom('areas').select(['id', 'parentId', 'slug', 'name', 'kind', 'composed']).orderBy('name').execute()
  const [area, city] = [areas.find((it) => it.slug === slug), areas.find((it) => it.kind === 'municipality')]
  if (!area || !city) return []
  const shown = [area, ...areas.filter((it) => it.parentId === area.id), ...(city.id === area.id ? [] : [city])]
  const ids = shown.map(({ id }) => id)
  const [indicators, own, figures, sources, breaks, changes] = await Promise.all([
    indicatorsOf(db),
    db.selectFrom('indicators').where('origin', '=', 'own').select('id').execute(),
    figuresOf(db, db.selectFrom('figures').selectAll().where('areaId', 'in', ids)),
    db.selectFrom('sources').select(['id', 'publisher', 'edition', 'year', 'url']).execute(),
    db.selectFrom('indicatorBreaks').select(['indicatorId', 'year', 'noteNl']).execute(),
    db.selectFrom('areaChanges').where('areaId', 'in', ids).select(['areaId', 'year']).execute(),
  ])
  return indicators.flatMap((indicator) => {
    const record = {
      indicator, areas: shown, city, sources, outlines: [], figures: figures.filter((it) => it.indicatorId === indicator.id),
      breaks: breaks.flatMap((it) => (it.indicatorId === indicator.id ? [{ year: it.year, reason: 'definition' as const, note: it.noteNl }] : [])),
      changes: changes.map((it) => ({ areaId: it.areaId, year: it.year, reason: 'boundary' as const, note: null })),
    }
    const series = seriesOf(record, shown).map(({ area: { slug: of, name }, segments, breaks: cuts }) => ({ slug: of, name, segments: segments.map((points) => points.map(({ year, value }) => ({ year, value }))), breaks: cuts }))
    if (!series.some((it) => it.slug !== city.slug)) return []
    return [{ indicator: indicator.key, name: say(indicator.name), unit: indicator.unit, decimals: indicator.decimals, series, own: own.some(({ id }) => id === indicator.id) }]
  })
}
