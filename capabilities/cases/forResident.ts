import { sql } from 'kysely'
import type { Reading } from '../../platform/context.ts'
import { contentOf } from './content.ts'
import { type CaseRecord, findCase } from './record.ts'

/** A case as the resident it is about sees it: everything. */
export type ResidentCase = CaseRecord & { loaded: Awaited<ReturnType<typeof contentOf>> }

/** The cases that are about the resident who asks, the newest first. */
export async function residentCases(reading: Reading): Promise<ResidentCase[]> {
  const ids = await reading.db.selectFrom('cases').where(sql<boolean>`id = any ((select ctx.own_cases())::uuid[])`).orderBy('openedAt', 'desc').limit(20).select('id').execute()
  return Promise.all(ids.map(({ id }) => residentCase(reading, id)))
}

/** One of them. @throws Refusal 404 when it is not about the resident who asks */
export async function residentCase(reading: Reading, caseId: string): Promise<ResidentCase> {
  const [record, loaded] = await Promise.all([findCase(reading, { caseId }), contentOf(reading.db, caseId)])
  return { ...record, loaded }
}
