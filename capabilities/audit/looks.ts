import { sql } from 'kysely'
import type { AuditAction } from '../../platform/context.ts'
import type { IsoDay } from '../../platform/dates.ts'
import type { Db } from '../../platform/db.ts'

/** One line of "who looked": the same by one person on one day, folded together. */
export type Look = {
  day: IsoDay
  firstAt: Date
  lastAt: Date
  times: number
  /** name of a worker; null for a volunteer and for the resident */
  name: string | null
  organization: string | null
  userKind: 'worker' | 'volunteer' | 'resident' | 'visitor'
  role: string | null
  eventCode: string
  action: AuditAction
  /** law or task for which they looked */
  purpose: string | null
}

/** Who looked at this case and when, the newest first. Only for the resident whom the case is about; empty for everybody else. */
export const looksOf = async (db: Db, caseId: string): Promise<Look[]> => (await sql<Look>`select * from audit.looks(${caseId}::uuid)`.execute(db)).rows
