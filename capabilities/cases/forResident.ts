import { sql } from 'kysely'
import type { Reading } from '../../platform/context.ts'
import { contentOf } from './content.ts'
import { type CaseRecord, findCase } from './record.ts'

/** A case as the resident it is about sees it: everything. */
export type ResidentCase = CaseRecord & { loaded: Awaited<ReturnType<typeof contentOf>>; /** how to reach the team */ call: { phone: string | null; hours: string | null } }

/** The cases that are about the resident who asks, the newest first. */
export async function residentCases(reading: Reading): Promise<ResidentCase[]> {
  const ids = await reading.db.selectFrom('cases').where(sql<boolean>`id = any ((select ctx.own_cases())::uuid[])`).orderBy('openedAt', 'desc').limit(20).select('id').execute()
  return Promise.all(ids.map(({ id }) => residentCase(reading, id)))
}

/** One of them. @throws Refusal 404 when it is not about the resident who asks */
export async function residentCase(reading: Reading, caseId: string): Promise<ResidentCase> {
  const call = reading.db
    .selectFrom('teams as t')
    .innerJoin('cases as k', (join) => join.onRef('k.municipalityId', '=', 't.municipalityId').onRef('k.teamId', '=', 't.id'))
    .where('k.id', '=', caseId)
    .select(['t.phone', 't.phoneHours as hours'])
    .executeTakeFirst()
  const [record, loaded, reached] = await Promise.all([findCase(reading, { caseId }), contentOf(reading.db, caseId), call])
  return { ...record, loaded, call: reached ?? { phone: null, hours: null } }
}
