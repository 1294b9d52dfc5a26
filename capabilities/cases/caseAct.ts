import { z } from 'zod'
import type { CaseRecord } from './record.ts'

/** What most acts on a case have in common: about which case it is, and the way back to it. */
export const onCase = {
  output: z.object({ caseId: z.uuid() }),
  about: (record: CaseRecord) => [record.id],
  present: (_ctx: unknown, _done: unknown, record: CaseRecord) => ({ caseId: record.id }),
  next: (it: { caseId: string }) => `/casussen/${it.caseId}`,
}
