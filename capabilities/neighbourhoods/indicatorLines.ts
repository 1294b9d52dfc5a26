import { type Cell, judged, type Line, together } from './lines.ts'
import type { Area, Figure } from './record.ts'
import { below } from './record.ts'
import type { IndicatorRecord } from './indicatorRecord.ts'
import { type Break, type Point, segmentsOf } from './series.ts'

/** Figures of one year from one source. */
export type Edition = { year: number | null; sourceId: string; count: number }
/** One area in one edition, beside the city. */
export type IndicatorLine = Pick<Line, 'verdict' | 'difference' | 'margin' | 'chance'> & { area: Area; own: Cell; /** outside the funnel: more than chance makes of a group of this size, in one of 500 */ outside: 'above' | 'below' | null }
export type Series = { area: Area; segments: Point[][]; breaks: Break[] }

/** Editions with figures of areas, the latest and fullest first. */
export function editionsOf({ figures, areas }: IndicatorRecord): Edition[] {
  const ours = new Set(areas.filter((it) => below(it) && !it.composed).map(({ id }) => id))
  const found = new Map<string, Edition>()
  for (const it of figures.filter(({ areaId }) => ours.has(areaId))) {
    const key = `${it.year} ${it.sourceId}`
    const known = found.get(key) ?? { year: it.year, sourceId: it.sourceId, count: 0 }
    found.set(key, { ...known, count: known.count + 1 })
  }
  return [...found.values()].sort((one, other) => (other.year ?? 0) - (one.year ?? 0) || other.count - one.count)
}

/** Areas with a figure of their own that lie in no other such area: together they count nobody twice. `parts` takes the smallest instead. */
function apartFrom(areas: readonly Area[], withFigure: ReadonlySet<string>, parts: boolean): Area[] {
  const candidates = areas.filter((it) => below(it) && !it.composed && withFigure.has(it.id))
  const parentOf = new Map(areas.map((it) => [it.id, it.parentId]))
  const above = (it: Area): string[] => {
    const ids: string[] = []
    for (let id = it.parentId; id; id = parentOf.get(id) ?? null) ids.push(id)
    return ids
  }
  const inside = new Set(candidates.flatMap(above))
  const own = new Set(candidates.map(({ id }) => id))
  return candidates.filter((it) => (parts ? !inside.has(it.id) : !above(it).some((id) => own.has(id))))
}

/** z of one in 500, two-sided. @source D.J. Spiegelhalter, "Funnel plots for comparing institutional performance", Statistics in Medicine 24 (2005) 1185-1202 */
export const farLimit = 3.0902323
export const nearLimit = 1.959964

/** How far from the city a share of a group of this size strays by chance, in percentage points. */
export const strays = (cityPercent: number, group: number, limit: number): number => 100 * limit * Math.sqrt(((cityPercent / 100) * (1 - cityPercent / 100)) / group)

const cellOf = (it: Figure | undefined): Cell => it ?? { state: 'missing', value: null, qualifier: null, population: null, doubt: null, checked: null }

function outside(own: Cell, city: Cell | null, unit: string): IndicatorLine['outside'] {
  if (unit !== 'percent' || own.value === null || own.population === null || own.doubt || city?.value === null || city?.value === undefined) return null
  const distance = own.value - city.value
  return Math.abs(distance) <= strays(city.value, own.population, farLimit) ? null : distance > 0 ? 'above' : 'below'
}

/** All areas in one edition, judged together: so many comparisons at once make some differences by chance alone. */
export function indicatorLines(record: IndicatorRecord, edition: Edition, parts: boolean): { lines: IndicatorLine[]; city: Cell | null; hasParts: boolean } {
  const figures = record.figures.filter((it) => it.year === edition.year && it.sourceId === edition.sourceId)
  const withFigure = new Set(figures.map(({ areaId }) => areaId))
  const figureOf = Map.groupBy(figures, (it) => it.areaId)
  const found = figureOf.get(record.city.id)?.[0]
  const city = found ? cellOf(found) : null
  const areas = apartFrom(record.areas, withFigure, parts)
  const shown = new Set(areas)
  const lines = areas.map((area) => {
    const own = cellOf(figureOf.get(area.id)?.[0])
    return { area, own, ...judged(record.indicator, own, city), outside: outside(own, city, record.indicator.unit) }
  })
  return { lines: together(lines), city, hasParts: apartFrom(record.areas, withFigure, !parts).some((it) => !shown.has(it)) }
}

/** Years beside each other for areas that have more than one, cut where they cannot be compared. Figures in doubt make no trend. */
export function seriesOf(record: IndicatorRecord, areas: readonly Area[]): Series[] {
  const publisherOf = new Map(record.sources.map((it) => [it.id, it.publisher]))
  const figuresOf = Map.groupBy(record.figures, (it) => it.areaId)
  const changesOf = Map.groupBy(record.changes, (it) => it.areaId)
  return areas.flatMap((area) => {
    const points = (figuresOf.get(area.id) ?? []).flatMap((it) => (it.year !== null && it.value !== null && !it.doubt && !it.qualifier ? [{ year: it.year, value: it.value, publisher: publisherOf.get(it.sourceId) ?? '' }] : []))
    const cuts = [...record.breaks, ...(changesOf.get(area.id) ?? []).map(({ areaId: _, ...it }) => it)].sort((one, other) => one.year - other.year)
    return new Set(points.map((it) => it.year)).size > 1 ? [{ area, ...segmentsOf(points, cuts) }] : []
  })
}
