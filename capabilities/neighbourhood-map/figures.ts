import type { Reading } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'
import { cellText, type findSeries, findArea, presentArea, type SeriesSheet, yearText } from '../neighbourhoods/index.ts'
import { allSections, sectionAt } from './format.ts'

type ShownArea = ReturnType<typeof presentArea>
/** A figure in words, beside that of the city. */
export type Figure = { name: string; here: string; city: string | null; year: string; source: string; doubt: string | null; share: { here: number; city: number } | null }

/** The figures of an area; undefined when the area has no page of figures. */
export async function findFigures(reading: Reading, slug: string): Promise<ShownArea | undefined> {
  try {
    return presentArea(await findArea(reading, slug))
  } catch (error) {
    if (error instanceof Refusal && error.status === 404) return undefined
    throw error
  }
}

/** The figures that belong in one section, in the order of the format. */
export function figuresFor(area: ShownArea | undefined, key: string): Figure[] {
  const wanted = sectionAt(key)?.figures ?? []
  return wanted.flatMap((indicator) => {
    const line = area?.lines.find((it) => it.indicator === indicator)
    if (!area || !line) return []
    const source = area.sources.find((it) => it.number === line.source)
    return [{ name: line.name, here: cellText(line.own, line), city: line.city ? cellText(line.city, line) : null, year: yearText(line.year), source: source ? `${source.publisher}, ${source.edition}` : '', doubt: line.doubt,
      share: line.unit === 'percent' && !line.over && !line.doubt && line.own.value !== null && line.city && line.city.value !== null ? { here: line.own.value, city: line.city.value } : null }]
  })
}

/** Where what the municipality itself measures stands, when no section asks for it. */
const ofOwn = '5-1'
/** So many fit beside a text; all of them are with the figures. */
const mostSeries = 6

/** The figures of several years that belong in one section. */
export function seriesFor(all: Awaited<ReturnType<typeof findSeries>>, key: string): SeriesSheet[] {
  const asked = new Set(allSections.flatMap((it) => it.figures ?? []))
  const wanted = sectionAt(key)?.figures ?? []
  const here = all.filter((it) => wanted.includes(it.indicator) || (key === ofOwn && it.own && !asked.has(it.indicator)))
  return here.slice(0, mostSeries).map(({ own: _, ...it }) => it)
}
