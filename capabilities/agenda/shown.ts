import { z } from 'zod'

/** One line of the agenda, in words. */
export const shownOccasion = z.object({
  slug: z.string(), name: z.string(), day: z.iso.date(), times: z.string(), rhythm: z.string(),
  place: z.string().nullable(), masked: z.boolean().describe('the address is not told in public'),
  forWhom: z.string().nullable(), cost: z.string().nullable(), registration: z.enum(['needed', 'not-needed', 'unknown']), inclusive: z.enum(['everyone', 'one-group', 'unknown']),
  flowTo: z.string().nullable(), pickup: z.boolean(), companion: z.boolean(), organizer: z.string(),
})
export type ShownOccasion = z.output<typeof shownOccasion>

const named = z.object({ slug: z.string(), name: z.string() })

export const shownAgenda = z.object({
  from: z.iso.date(), to: z.iso.date(), all: z.int().describe('how many there are, also when not all are shown'), phone: z.string().nullable(),
  lines: z.array(shownOccasion), groups: z.array(named), areas: z.array(named),
})
export type ShownAgenda = z.output<typeof shownAgenda>
