import { z } from 'zod'

const open = z.array(z.object({ name: z.string(), label: z.string(), href: z.string() }))
const counts = z.object({ new: z.int(), changed: z.int(), unchanged: z.int(), refused: z.int(), areas: z.int(), breaks: z.int() })
const figure = z.object({
  code: z.string(), area: z.string(), indicator: z.string(), column: z.string(),
  now: z.string().nullable().describe('as it stands now; null when there is no figure yet'), file: z.string(),
})

/** A file that came in, with where it came from. */
export const shownFile = z.object({
  importId: z.uuid(), number: z.int(), state: z.enum(['mapping', 'proposed', 'applied', 'withdrawn', 'discarded']), shape: z.enum(['cbs-kwb', 'cbs-odata', 'health', 'table', 'boundaries']),
  fileName: z.string(), publisher: z.string(), edition: z.string(), year: z.int(), by: z.string().nullable().describe('null on the command line'), at: z.iso.datetime(), decidedBy: z.string().nullable(), decidedAt: z.iso.datetime().nullable(), counts: counts.nullable(),
})
export type ShownFile = z.output<typeof shownFile>

/** What a file does, or did. */
export const shownImport = z.object({
  ...shownFile.shape,
  sha256: z.string(), bytes: z.int(), elsewhere: z.int(), makeAreas: z.boolean(), version: z.int(),
  mapping: z.array(z.object({ column: z.string(), indicator: z.string(), group: z.string().nullable(), factor: z.number().nullable() })),
  plan: z
    .object({
      counts, added: z.array(figure), changed: z.array(figure), refused: z.array(z.object({ code: z.string(), area: z.string(), column: z.string(), raw: z.string(), reason: z.string() })),
      unknownAreas: z.array(z.object({ code: z.string(), name: z.string() })), indicators: z.array(z.object({ name: z.string(), definition: z.string() })), breaks: z.array(z.string()), empty: z.array(z.string()), unused: z.array(z.string()),
    })
    .nullable()
    .describe('what taking it in would do now; null once that was decided'),
  acts: open,
})
export type ShownImport = z.output<typeof shownImport>
