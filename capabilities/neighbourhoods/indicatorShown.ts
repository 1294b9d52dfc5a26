import { z } from 'zod'
import { shownArea } from './shown.ts'

const line = shownArea.shape.lines.element
const named = z.object({ slug: z.string(), name: z.string() })
const series = z.array(z.object({ ...named.shape, segments: z.array(z.array(z.object({ year: z.int(), value: z.number() }))), breaks: z.array(z.object({ year: z.int(), reason: z.enum(['boundary', 'definition', 'publisher']), note: z.string().nullable() })) }))
const row = z.object({
  ...named.shape, own: line.shape.own, population: z.int().nullable(), verdict: line.shape.verdict, difference: z.number().nullable(), margin: line.shape.margin,
  outside: z.enum(['above', 'below']).nullable().describe('outside the limits of 1 in 500 of the funnel'), path: z.string().nullable().describe('outline in the picture of the map'), at: z.array(z.number()).nullable().describe('where the name stands in the picture'), boundaryYear: z.int().nullable(), doubt: z.string().nullable(), corrections: line.shape.corrections,
})

/** One indicator over all areas, in one year from one source, and over the years. */
export const shownIndicator = z.object({
  indicator: z.string(), name: z.string(), definition: z.string(), unit: line.shape.unit, of: z.string().nullable(), kind: line.shape.kind, decimals: z.int(), smallest: z.number().nullable(),
  city: z.string(), cityFigure: line.shape.city, cityGroup: z.int().nullable(), cityCorrections: line.shape.corrections,
  year: z.int().nullable(), source: z.object({ id: z.uuid(), publisher: z.string(), edition: z.string(), url: z.string().nullable() }),
  editions: z.array(z.object({ year: z.int().nullable(), sourceId: z.uuid(), label: z.string(), current: z.boolean() })),
  parts: z.boolean().describe('the smallest areas instead of the largest'), hasParts: z.boolean(),
  rows: z.array(row),
  map: z.object({ width: z.int(), height: z.int(), classes: z.array(z.object({ low: z.number(), high: z.number() })), ground: z.string().nullable().describe('the municipality around the areas, as far as it is in the picture'), schematic: z.boolean().describe('drawn for a demonstration: no true boundaries') }).nullable(),
  series,
})
export type ShownIndicator = z.output<typeof shownIndicator>
export type ShownRow = z.output<typeof row>

/** One indicator over the years, for some areas. */
export const seriesSheet = z.object({ indicator: z.string(), name: z.string(), unit: z.enum(['number', 'percent', 'euro', 'score']), decimals: z.int(), series })
export type SeriesSheet = z.output<typeof seriesSheet>
