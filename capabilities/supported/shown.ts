import { z } from 'zod'

const link = z.object({ slug: z.string(), name: z.string() })
const told = z.object({
  state: z.enum(['told', 'few', 'closed', 'withdrawn']).describe('few: fewer than five; closed: not told, because a small number could be worked out'),
  low: z.int().nullable().describe('with `high` the group of five in which the number lies'), high: z.int().nullable(), source: z.string(), enteredOn: z.iso.date(),
  corrected: z.object({ kind: z.enum(['corrected', 'withdrawn']), reason: z.string(), on: z.iso.date() }).nullable(),
})
const shownProvider = told.extend({ name: z.string() })
export type ShownProvider = z.output<typeof shownProvider>

/** What was counted of one group on one day. Numbers of different days or groups are never put together. */
export const shownDay = z.object({
  on: z.iso.date(), providers: z.array(shownProvider), together: told.extend({ parties: z.array(z.string()) }).nullable().describe('what several of them counted together, each resident once'),
  atLeast: z.int().nullable().describe('the largest count'), atMost: z.int().nullable().describe('all counts added; null when one is not told'), total: z.object({ low: z.int(), high: z.int() }).nullable().describe('only when all who counted did so together'),
  togetherHref: z.string().nullable().describe('where who keeps the counts notes what they counted together'),
})
export type ShownDay = z.output<typeof shownDay>
export const shownGroup = z.object({ slug: z.string(), name: z.string(), days: z.array(shownDay).describe('the latest first') })
export type ShownGroup = z.output<typeof shownGroup>

/** Residents with support in an area. */
export const shownSupported = z.object({ ...link.shape, beside: z.array(link), groups: z.array(shownGroup), keptHref: z.string().nullable(), enterHref: z.string().nullable() })
export type ShownSupported = z.output<typeof shownSupported>

/** A count for who enters it, with the exact number. */
const shownKeptCount = z.object({
  countId: z.uuid(), version: z.int(), area: link, group: z.string(), organization: z.string().nullable(), parties: z.array(z.string()), countedOn: z.iso.date(), residents: z.int().nullable().describe('null when it was withdrawn'), source: z.string(), enteredBy: z.string().nullable(), enteredOn: z.iso.date(),
  contradicts: z.boolean().describe('a count together that does not fit the separate ones'),
  history: z.array(z.object({ kind: z.enum(['corrected', 'withdrawn']), residents: z.int().nullable(), source: z.string(), reason: z.string(), by: z.string(), on: z.iso.date() })).describe('what stood there before, the latest first'),
})
export type ShownKeptCount = z.output<typeof shownKeptCount>
export const shownKept = z.object({ organization: z.string().nullable().describe('only of this organisation; null for all'), counts: z.array(shownKeptCount), acts: z.array(z.object({ name: z.string(), title: z.object({ nl: z.string(), en: z.string() }), href: z.string() })) })
export type ShownKept = z.output<typeof shownKept>
