import { z } from 'zod'
import { shownEstimate } from '../prevalences/index.ts'
import { shownAnswer } from '../reasons/index.ts'

const term = z.object({ slug: z.string(), name: z.string() })
const offer = z.object({
  name: z.string(), href: z.string(), organization: z.string(), wider: z.boolean().describe('works outside this area too'), room: z.enum(['room', 'little-room', 'full']).nullable().describe('null when nobody told lately'), stale: z.boolean(),
})
const expert = z.object({ name: z.string(), function: z.string().nullable(), organization: z.string() })

/** One need beside what there is for it. */
export const shownLine = shownEstimate.extend({
  standing: z.enum(['white-spot', 'full', 'overlap', 'offered']),
  offers: z.array(offer),
  more: z.string().nullable().describe('the figure by which this area has more of this group than the city'),
  experts: z.array(expert).describe('members of the team whose organisation offers something for this'),
  answers: z.array(shownAnswer).describe('activities and programmes that say they are there for this'),
})
export type ShownLine = z.output<typeof shownLine>

const few = z.int().nullable().describe('down to fives; null when it is fewer than five')
export const shownDomain = z.object({
  ...term.shape,
  estimates: z.int().describe('for how many needs there is an estimate'),
  offers: z.int(),
  room: z.object({ known: z.int(), full: z.int() }),
  searched: few,
  told: few,
  standing: z.enum(['white-spot', 'thin', 'offered', 'unknown']),
})
export type ShownDomain = z.output<typeof shownDomain>

/** Several organisations with the same kind of offer for the same group about the same thing. */
export const shownOverlap = z.object({ field: term, domain: term, group: term, organizations: z.array(z.string()), offers: z.array(z.object({ name: z.string(), href: z.string() })) })
export type ShownOverlap = z.output<typeof shownOverlap>

/** What is needed in an area and what there is, with what that asks of the team. */
export const shownAreaNeed = z.object({
  slug: z.string(),
  name: z.string(),
  beside: z.array(term),
  lines: z.array(shownLine),
  domains: z.array(shownDomain),
  overlaps: z.array(shownOverlap),
  team: z.object({ ...term.shape, experts: z.array(expert) }).nullable(),
  gapDays: z.int(),
  answers: z.array(shownAnswer).describe('all that was started for a need of this area'),
  choices: z.object({ domains: z.array(term), groups: z.array(term) }),
})
export type ShownAreaNeed = z.output<typeof shownAreaNeed>
