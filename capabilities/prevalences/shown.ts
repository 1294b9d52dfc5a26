import { z } from 'zod'

const term = z.object({ slug: z.string(), name: z.string() })
export const shownStep = z.object({
  name: z.string(),
  value: z.string().describe('as it is written'),
  range: z.string().describe('between which ends it lies, and why'),
  source: z.string().describe('publisher, edition and year'),
})
/** An estimate with everything needed to do the sum again. */
export const shownEstimate = z.object({
  id: z.uuid(),
  what: z.string(),
  domain: term,
  group: term,
  people: z.int().nullable().describe('null when there is no estimate: missing is never zero'),
  low: z.int().nullable(),
  high: z.int().nullable(),
  told: z.string().describe('the estimate in words'),
  why: z.string().nullable().describe('why there is no estimate'),
  steps: z.array(shownStep),
  sum: z.string().nullable(),
  rangeSum: z.string().nullable(),
  cautions: z.array(z.string()),
})
export type ShownEstimate = z.output<typeof shownEstimate>

/** What an area may need and what there is, as everybody may read it. */
export const shownNeed = z.object({ lines: z.array(shownEstimate.extend({ offers: z.int(), href: z.string().describe('where these offers can be found') })) })
export type ShownNeed = z.output<typeof shownNeed>

/** All prevalences with their source. */
export const shownPrevalences = z.object({
  addHref: z.string().nullable(),
  prevalences: z.array(z.object({
    id: z.uuid(), what: z.string(), domain: term, group: term, occurs: z.string(), range: z.string().nullable(), source: z.string(), cautions: z.array(z.string()), because: z.string(), written: z.string(), changeHref: z.string().nullable(), withdrawHref: z.string().nullable(),
  })),
})
export type ShownPrevalences = z.output<typeof shownPrevalences>
