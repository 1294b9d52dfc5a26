import { z } from 'zod'
import { say } from '../../../platform/texts.ts'
import { classesOf } from '../mapShapes.ts'
import { shownArea } from '../shown.ts'
import type { CountryRecord } from './record.ts'

const line = shownArea.shape.lines.element
const row = z.object({ code: z.string(), name: z.string(), value: z.number().nullable(), own: z.boolean(), path: z.string().nullable().describe('outline in the picture of the map') })

/** One figure over all municipalities of the country, in one year from one source. */
export const shownCountry = z.object({
  indicators: z.array(z.object({ key: z.string(), name: z.string() })), years: z.array(z.int()),
  chosen: z.object({ key: z.string(), name: z.string(), definition: z.string(), unit: line.shape.unit, decimals: z.int(), year: z.int(), publisher: z.string(), edition: z.string() }).nullable().describe('null as long as no file of the country was taken in'),
  rows: z.array(row),
  map: z.object({ width: z.int(), height: z.int(), year: z.int(), classes: z.array(z.object({ low: z.number(), high: z.number() })) }).nullable().describe('null where no boundaries of municipalities were taken in'),
})
export type ShownCountry = z.output<typeof shownCountry>

/** A figure of the country as its page, its files and the JSON interface show it. */
export function presentCountry({ indicators, years, chosen, map, ownCode }: CountryRecord): z.input<typeof shownCountry> {
  const listed = indicators.map((it) => ({ key: it.key, name: say(it.name) }))
  if (!chosen) return { indicators: listed, years: [], chosen: null, rows: [], map: null }
  const { indicator, edition, figures, names } = chosen
  const rows = Object.entries(names).map(([code, name]) => ({ code, name, value: figures[code] ?? null, own: code === ownCode, path: map?.paths[code] ?? null })).sort((one, other) => one.name.localeCompare(other.name, 'nl'))
  const values = rows.flatMap((it) => (it.value !== null && it.path !== null ? [it.value] : []))
  return {
    indicators: listed, years: [...years], rows,
    chosen: { key: indicator.key, name: say(indicator.name), definition: say(indicator.definition), unit: indicator.unit, decimals: indicator.decimals, year: edition.year, publisher: edition.publisher, edition: edition.edition },
    map: map && values.length > 1 ? { width: map.width, height: map.height, year: map.year, classes: classesOf(values) } : null,
  }
}
