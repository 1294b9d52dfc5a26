import type { z } from 'zod'
import { notFound } from '../../platform/refusal.ts'
import { say } from '../../platform/texts.ts'
import { type Edition, editionsOf, indicatorLines, seriesOf } from './indicatorLines.ts'
import type { IndicatorRecord } from './indicatorRecord.ts'
import type { shownIndicator } from './indicatorShown.ts'
import { classesOf } from './mapShapes.ts'
import { drawnOf } from './outlines.ts'
import { shownCorrections } from './present.ts'
import { yearText } from './words.ts'

export type Asked = { jaar?: number; bron?: string; gebied?: 'delen' }

function editionAsked(editions: readonly Edition[], { jaar, bron }: Asked): Edition {
  const found = editions.find((it) => (jaar === undefined || it.year === jaar) && (bron === undefined || it.sourceId === bron))
  if (!found) throw notFound()
  return found
}

/** The outline that was true in a year: the latest from before it, or else the first that we have. A true outline and a drawn one do not fit beside each other, so drawn ones only where none is true. */
function outlinesIn({ outlines }: IndicatorRecord, year: number | null, ids: ReadonlySet<string>): IndicatorRecord['outlines'] {
  const latest = new Map<string, IndicatorRecord['outlines'][number]>()
  const ours = outlines.filter((it) => ids.has(it.areaId))
  const drawn = ours.every((it) => it.schematic)
  for (const it of ours) if (it.schematic === drawn && (!latest.has(it.areaId) || it.fromYear <= (year ?? 0))) latest.set(it.areaId, it)
  return [...latest.values()]
}

/** An indicator as its page, its pictures and the JSON interface show it. @throws Refusal 404 no figures of that year or source */
export function presentIndicator(record: IndicatorRecord, asked: Asked): z.input<typeof shownIndicator> {
  const { indicator, city, sources } = record
  const editions = editionsOf(record)
  const edition = editionAsked(editions, asked)
  const sourceOf = (id: string) => sources.find((it) => it.id === id) ?? { id, publisher: '', edition: '', url: null }
  const { lines, city: cityCell, hasParts } = indicatorLines(record, edition, asked.gebied === 'delen')
  const outlines = outlinesIn(record, edition.year, new Set(lines.map(({ area }) => area.id)))
  const drawn = outlines.some((it) => it.schematic)
  const ground = outlinesIn(record, edition.year, new Set([city.id])).find((it) => it.schematic === drawn)
  const shapes = drawnOf(record.outlines, outlines, ground)
  const yearOf = new Map(outlines.map((it) => [it.areaId, it.fromYear]))
  const values = lines.flatMap(({ own, area }) => (own.value !== null && !own.doubt && shapes?.paths.has(area.id) ? [own.value] : []))
  const { id, publisher, edition: name, url } = sourceOf(edition.sourceId)
  return {
    indicator: indicator.key, name: say(indicator.name), definition: say(indicator.definition), unit: indicator.unit, of: indicator.base && say(indicator.base), kind: indicator.kind, decimals: indicator.decimals, smallest: indicator.smallest,
    city: city.name, cityFigure: cityCell && { state: cityCell.state, value: cityCell.value, qualifier: cityCell.qualifier, doubtful: cityCell.doubt !== null }, cityGroup: cityCell?.population ?? null, cityCorrections: cityCell ? shownCorrections(cityCell) : [],
    year: edition.year, source: { id, publisher, edition: name, url },
    editions: editions.map((it) => ({ year: it.year, sourceId: it.sourceId, label: `${yearText(it.year)}, ${sourceOf(it.sourceId).publisher}`, current: it === edition })),
    parts: asked.gebied === 'delen', hasParts,
    rows: lines.map(({ area, own, verdict, difference, margin, outside }) => ({
      slug: area.slug, name: area.name, own: { state: own.state, value: own.value, qualifier: own.qualifier, doubtful: own.doubt !== null }, population: own.population, verdict, difference, margin: margin && { low: margin[0], high: margin[1] }, outside,
      path: shapes?.paths.get(area.id) ?? null, at: shapes?.middles.get(area.id) ?? null, boundaryYear: yearOf.get(area.id) ?? null, doubt: own.doubt && say(own.doubt), corrections: shownCorrections(own),
    })),
    map: shapes && values.length > 1 ? { width: shapes.width, height: shapes.height, classes: classesOf(values), ground: shapes.ground, schematic: drawn } : null,
    series: seriesOf(record, [...lines.map(({ area }) => area), city]).map(({ area, segments, breaks }) => ({ slug: area.slug, name: area.name, segments: segments.map((points) => points.map(({ year, value }) => ({ year, value }))), breaks })),
  }
}
