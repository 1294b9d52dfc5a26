import { z } from 'zod'

/** An indicator with what is kept about it. */
export const shownKept = z.object({
  key: z.string(), name: z.string(), definition: z.string(), unit: z.enum(['number', 'percent', 'euro', 'score']), kind: z.enum(['fact', 'estimate', 'perception']), direction: z.enum(['neutral', 'higher-is-better', 'lower-is-better']),
  origin: z.enum(['own', 'cbs', 'health']).describe('who defines it: the municipality itself or the file it comes from'), smallest: z.number().nullable().describe('the smallest difference that matters'), figures: z.int(), entered: z.int().describe('how many of those were entered by hand'), retired: z.boolean().describe('no longer used; its figures stay'), version: z.int(),
  breaks: z.array(z.object({ year: z.int(), note: z.string() })).describe('years from which it counts something else'),
})
export type ShownKept = z.output<typeof shownKept>

const moment = z.iso.datetime()
/** The figures of one indicator that were entered by hand. */
export const shownEntered = z.object({
  indicator: z.string(), name: z.string(), enters: z.boolean().describe('figures can still be added'),
  figures: z.array(
    z.object({
      figureId: z.uuid(), version: z.int(), area: z.string(), year: z.int().nullable(), state: z.enum(['known', 'missing', 'suppressed']), value: z.number().nullable().describe('null when it was withdrawn'), population: z.int().nullable(), figure: z.string().describe('in words, with its unit'), source: z.string(),
      enteredBy: z.string().nullable(), enteredAt: moment.nullable(), overtaken: z.boolean().describe('a figure of a file stands here now'),
      history: z.array(z.object({ kind: z.enum(['corrected', 'withdrawn']), value: z.number().nullable().describe('what stood there before; null when it had been withdrawn'), population: z.int().nullable(), figure: z.string(), reason: z.string(), by: z.string(), at: moment })).describe('the latest first'),
    }),
  ),
})
export type ShownEntered = z.output<typeof shownEntered>
