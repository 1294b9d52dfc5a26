import { z } from 'zod'
import type { CaseRecord } from './record.ts'

/** What most acts on a case have in common: about which case it is, and the way back to it. */
export const onCase = {
  output: z.object({ caseId: z.uuid() }),
  about: (record: CaseRecord) => [record.id],
  present: (_ctx: unknown, _done: unknown, record: CaseRecord) => ({ caseId: record.id }),
  next: (it: { caseId: string }) => `/casussen/${it.caseId}`,
}

/** Names that belong to the work on a case: nobody is recognised by them. */
export const colleaguesIn = (record: CaseRecord): string[] => [record.owner, ...record.parties.map((it) => it.name)]

/** Free text of a case without a name: it comes back once when somebody may be recognised in it. */
export const discreetly = <F extends string>(...fields: F[]) => ({ fields, when: (record: CaseRecord) => record.anonymous, known: colleaguesIn })
