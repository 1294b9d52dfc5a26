import { z } from 'zod'

/** What a judgement about an area can rest on. */
export const evidenceKinds = ['figure', 'index', 'survey', 'need', 'gap', 'supply', 'overlap', 'wish', 'signals', 'section', 'cooperation'] as const
export type EvidenceKind = (typeof evidenceKinds)[number]

/** Something that is written as it is told, in both languages. */
export const bothLanguages = z.object({ nl: z.string(), en: z.string() })

/** One piece of evidence as it stands now. */
export const evidence = z.object({
  key: z.string().describe('the same for as long as it is about the same, so that it can be looked up again'),
  kind: z.enum(evidenceKinds),
  label: bothLanguages,
  value: bothLanguages,
  says: bothLanguages.nullable().describe('beside the city, or what it means'),
  source: bothLanguages,
  year: z.string().nullable().describe('that it describes; null when it is of the day itself'),
  href: z.string().describe('where a colleague reads it'),
  publicHref: z.string().nullable().describe('where everybody reads it; null when it is not for everybody'),
})
export type Evidence = z.output<typeof evidence>

/** The same as it stood on a day, kept with what rests on it. */
export const snapshot = evidence.extend({ on: z.iso.date() })
export type Snapshot = z.output<typeof snapshot>

/** What everybody may read of it: without what is for colleagues only. */
export const openSnapshot = snapshot.omit({ publicHref: true })
export type OpenSnapshot = z.output<typeof openSnapshot>
