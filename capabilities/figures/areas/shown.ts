import { z } from 'zod'

const named = z.object({ slug: z.string(), name: z.string() })
/** The areas that are made of parts. */
export const shownComposed = z.object({
  areas: z.array(z.object({ ...named.shape, kind: z.enum(['project-area', 'village']), about: z.string().nullable(), parts: z.array(named), endedOn: z.iso.date().nullable(), endedBecause: z.string().nullable(), version: z.int() })),
})
export type ShownComposed = z.output<typeof shownComposed>
