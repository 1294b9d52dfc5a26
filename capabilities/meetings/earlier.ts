import type { Db } from '../../platform/db.ts'
import type { AgendaItem } from './record.ts'

/** Minutes of the same case in other meetings, the newest first. */
export const earlier = (db: Db, item: Pick<AgendaItem, 'caseId'>, meetingId: string) =>
  item.caseId === null
    ? Promise.resolve([])
    : db
        .selectFrom('minutes as n')
        .innerJoin('agendaItems as a', (join) => join.onRef('a.municipalityId', '=', 'n.municipalityId').onRef('a.id', '=', 'n.itemId'))
        .innerJoin('meetings as m', (join) => join.onRef('m.municipalityId', '=', 'a.municipalityId').onRef('m.id', '=', 'a.meetingId'))
        .where('n.caseId', '=', item.caseId)
        .where('a.meetingId', '!=', meetingId)
        .orderBy('n.writtenAt', 'desc')
        .limit(10)
        .select(['n.body', 'm.onDay'])
        .execute()

/** How long what came of an agreement is still told: a meeting of every six weeks hears of it once. */
export const lately = 49 * 86_400_000
