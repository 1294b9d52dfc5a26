import { z } from 'zod'

/** A statement of the site about itself, in the language of the request. */
export const statement = z.object({
  phone: z.string().nullable(),
  parts: z.array(z.object({ question: z.string(), answer: z.array(z.string()) })),
  cookies: z.array(z.object({ name: z.string(), purpose: z.string(), until: z.string() })).optional(),
})
export type Statement = z.output<typeof statement>
