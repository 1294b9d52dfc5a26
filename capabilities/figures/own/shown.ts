import { z } from 'zod'

/** An indicator with what is kept about it. */
export const shownKept = z.object({
  key: z.string(), name: z.string(), definition: z.string(), unit: z.enum(['number', 'percent', 'euro', 'score']), kind: z.enum(['fact', 'estimate', 'perception']), direction: z.enum(['neutral', 'higher-is-better', 'lower-is-better']),
  origin: z.enum(['own', 'cbs', 'health']).describe('who defines it: the municipality itself or the file it comes from'), smallest: z.number().nullable().describe('the smallest difference that matters'), figures: z.int(), retired: z.boolean().describe('no longer used; its figures stay'), version: z.int(),
  breaks: z.array(z.object({ year: z.int(), note: z.string() })).describe('years from which it counts something else'),
})
export type ShownKept = z.output<typeof shownKept>
