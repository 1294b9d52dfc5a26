import { z } from 'zod'
import { shownNeed } from '../prevalences/index.ts'
import { shownSocial } from '../social/index.ts'
import { shownLocator } from './locator.ts'

const named = z.object({ slug: z.string(), name: z.string() })
const cell = z.object({
  state: z.enum(['known', 'missing', 'suppressed']),
  value: z.number().nullable().describe('null unless the state is known: missing is never zero'),
  qualifier: z.enum(['about', 'more-than', 'less-than']).nullable(),
  doubtful: z.boolean(),
})
/** What stood in the place of a figure before somebody put it right or withdrew it. */
export const shownCorrection = z.object({ kind: z.enum(['corrected', 'withdrawn']), on: z.iso.date(), was: z.number().nullable().describe('null when it had been withdrawn'), reason: z.string() })
export type ShownCorrection = z.output<typeof shownCorrection>
const line = z.object({
  indicator: z.string(),
  name: z.string(),
  definition: z.string(),
  unit: z.enum(['number', 'percent', 'euro', 'score']),
  of: z.string().nullable().describe('what a percentage is a share of'),
  kind: z.enum(['fact', 'estimate', 'perception']),
  decimals: z.int(),
  highlighted: z.boolean().describe('may stand among what strikes'),
  told: z.string().describe('the difference in words, without the figures'),
  year: z.int().nullable().describe('that the figure describes; null when the source does not say'),
  source: z.int().describe('number in the list of sources'),
  cited: z.string().nullable(),
  own: cell,
  others: z.array(cell).describe('in the order of the areas beside it'),
  city: cell.nullable(),
  verdict: z.enum(['higher', 'lower', 'same', 'not-testable', 'doubtful', 'missing', 'no-whole', 'not-compared']),
  smallest: z.number().nullable().describe('the smallest difference that matters, in the unit of the figure'),
  difference: z.number().nullable().describe('with the city, in the unit of the figure'),
  margin: z.object({ low: z.number(), high: z.number() }).nullable().describe('95% interval of the difference'),
  madeOf: z.array(z.string()).describe('the parts that this figure was combined from'),
  over: z.string().nullable().describe('the larger area that this figure is about'),
  doubt: z.string().nullable(),
  checked: z.object({ judgement: z.enum(['right', 'asked']), reason: z.string() }).nullable().describe('what somebody found who looked at a figure that could hardly be right'),
  corrections: z.array(shownCorrection).describe('what stood there before, the latest first'),
})
/** One figure beside the city's, in the words of the request's language. */
export type ShownLine = z.output<typeof line>
export type ShownCell = z.output<typeof cell>

/** A neighbourhood as its page and the JSON interface show it. */
export const shownArea = z.object({
  ...named.shape,
  kind: z.enum(['country', 'province', 'municipality', 'neighbourhood', 'sub-area', 'village', 'project-area']),
  composed: z.object({ about: z.string().nullable(), endedOn: z.iso.date().nullable(), endedBecause: z.string().nullable() }).nullable().describe('made of parts that somebody chose; its figures are theirs together'),
  partOf: named.nullable(),
  city: z.string(),
  beside: z.array(named).describe('its parts, or the other parts of the area it lies in'),
  inhabitants: z.number().nullable().describe('null when unknown or in doubt'),
  lead: z.object({ indicator: z.string(), told: z.string(), of: z.string() }).nullable().describe('the figure that the first sentence is made of'),
  lines: z.array(line),
  sources: z.array(z.object({ number: z.int(), publisher: z.string(), edition: z.string(), year: z.int().nullable(), url: z.string().nullable() })),
  strengths: z.array(z.object({ text: z.string(), source: z.int().nullable() })),
  quotes: z.array(z.object({ text: z.string(), saidBy: z.string(), on: z.iso.date().nullable() })),
  history: z.array(z.object({ text: z.string(), source: z.int().nullable() })),
  team: z.object({ ...named.shape, phone: z.string().nullable() }).nullable(),
  map: shownLocator.nullable().describe('where it lies among the others; null when nobody brought in boundaries'),
  social: shownSocial.nullable().describe('how people live together; null when nothing is known of it'),
  need: shownNeed.nullable().describe('how many people may need something beside what there is; null when no prevalence was written down'),
})
export type ShownArea = z.output<typeof shownArea>

/** The neighbourhoods of a municipality. */
export const shownAreas = z.object({
  city: z.string(),
  map: shownLocator.nullable(),
  areas: z.array(z.object({ ...named.shape, parts: z.array(named), strength: z.string().nullable(), team: named.nullable() })),
  composed: z.array(z.object({ ...named.shape, kind: shownArea.shape.kind, about: z.string().nullable(), parts: z.array(named) })).describe('areas made of parts of the others, such as project areas'),
})
export type ShownAreas = z.output<typeof shownAreas>
