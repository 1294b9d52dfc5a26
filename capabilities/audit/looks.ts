import { sql } from 'kysely'
import type { AuditAction } from '../../platform/context.ts'
import type { IsoDay } from '../../platform/dates.ts'
import type { Db } from '../../platform/db.ts'
import { say } from '../../platform/texts.ts'
import { roleWords } from './lines.tsx'
import { texts } from './texts.ts'
import { purposeWords, whatHappened } from './words.ts'

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

/** A line as a page shows it: day, who, and what they did. */
export type ShownLook = { on: IsoDay; who: string; what: string }

function whoOf({ userKind, name, organization, role }: Look): string {
  if (userKind === 'resident') return say(texts.you)
  return [name ?? roleWords(role), organization].filter(Boolean).join(', ')
}

/** "Who looked" for the resident's own page, in the language of the request. */
export const shownLooks = async (db: Db, caseId: string): Promise<ShownLook[]> =>
  (await looksOf(db, caseId)).map((look) => {
    const purpose = purposeWords(look.purpose)
    const words = [say(whatHappened(look.eventCode, look.action)), purpose && say(texts.purposeFor(say(purpose))), look.times > 1 && say(texts.timesThatDay(look.times))]
    return { on: look.day, who: whoOf(look), what: words.filter(Boolean).join('. ') }
  })
