import { z } from 'zod'

const both = z.object({ nl: z.string(), en: z.string() })
/** Something everybody may read that a reason rests on, as it stood on a day. */
export const ground = z.object({ key: z.string(), kind: z.string(), label: both, value: both, says: both.nullable(), source: both, year: z.string().nullable(), href: z.string(), on: z.iso.date() })
export type Ground = z.output<typeof ground>

/** Why an activity or a programme is there. */
export const shownReason = z.object({ id: z.uuid(), area: z.object({ slug: z.string(), name: z.string() }), because: z.string(), restsOn: z.array(ground), points: z.array(z.object({ statement: z.string(), href: z.string() })).describe('of the analysis of a plan, for who works on it') })
export type ShownReason = z.output<typeof shownReason>

/** An activity or programme that answers a need, seen from the need. */
export const shownAnswer = z.object({ name: z.string(), href: z.string(), because: z.string(), keys: z.array(z.string()).describe('what it rests on'), pointIds: z.array(z.uuid()) })
export type ShownAnswer = z.output<typeof shownAnswer>
