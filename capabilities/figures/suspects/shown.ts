import { z } from 'zod'

/** A figure in doubt, with why and what was found. */
export const shownSuspect = z.object({
  flagId: z.uuid(), rule: z.enum(['identical', 'persons-per-home', 'part-over-whole', 'sum', 'jump', 'contradiction']), explanation: z.string(), flaggedAt: z.iso.datetime(),
  judgement: z.enum(['right', 'asked']).nullable().describe('null while nobody looked'), reason: z.string().nullable(), judgedBy: z.string().nullable(), judgedAt: z.iso.datetime().nullable(), version: z.int(),
  area: z.string(), slug: z.string().nullable().describe('null when the area has no page of its own'), indicator: z.string(), name: z.string(), year: z.int().nullable(), figure: z.string(), source: z.string(),
})
export type ShownSuspect = z.output<typeof shownSuspect>

/** All figures in doubt. */
export const shownSuspects = z.object({ suspects: z.array(shownSuspect) })
