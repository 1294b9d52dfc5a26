import { sql } from 'kysely'
import type { Reading } from '../../platform/context.ts'
import { dayOf } from '../../platform/dates.ts'
import type { Db } from '../../platform/db.ts'

/** Enquiries of a map, newest first; `answered` is about the actor alone, who sees no answer of anybody else. */
export async function enquiriesOf(db: Db, mapId: string): Promise<{ id: string; openedOn: string; closesOn: string; answered: boolean }[]> {
  const [enquiries, own] = await Promise.all([
    db.selectFrom('cooperationEnquiries').where('mapId', '=', mapId).orderBy('closesOn', 'desc').select(['id', 'openedOn', 'closesOn']).execute(),
    db.selectFrom('cooperationAnswers').select('enquiryId').execute(),
  ])
  return enquiries.map((it) => ({ ...it, answered: own.some(({ enquiryId }) => enquiryId === it.id) }))
}

/** Core and shell of the teams of an area today, with their organisation. */
export async function colleaguesOf({ db, now }: Pick<Reading, 'db' | 'now'>, teamIds: readonly string[]): Promise<{ value: string; label: string }[]> {
  if (teamIds.length === 0) return []
  const today = dayOf(now)
  const found = await db
    .selectFrom('teamMembers as t')
    .innerJoin('people as p', (join) => join.onRef('p.municipalityId', '=', 't.municipalityId').onRef('p.id', '=', 't.personId'))
    .innerJoin('organizations as o', (join) => join.onRef('o.municipalityId', '=', 't.municipalityId').onRef('o.id', '=', 't.organizationId'))
    .where('t.teamId', 'in', [...teamIds])
    .where('t.fromOn', '<=', today)
    .where((on) => on.or([on('t.untilOn', 'is', null), on('t.untilOn', '>=', today)]))
    .where('p.active', '=', true)
    .distinctOn(['p.name', 'p.id'])
    .orderBy('p.name')
    .orderBy('p.id')
    .select(['p.id', 'p.name', 'o.name as organization'])
    .execute()
  return found.map((it) => ({ value: it.id, label: `${it.name}, ${it.organization}` }))
}

/** How cooperation went in the last enquiry that is over: shares of all pairs in percent, rounded to 5. Numbers are null while there are too few answers. */
export type Cooperation = { closedOn: string; enough: boolean; answers: number | null; know: number | null; mobile: number | null; call: number | null }

/** The result as the database tells it to this actor; undefined when no enquiry is over. */
export async function cooperationOf(db: Db, mapId: string): Promise<Cooperation | undefined> {
  const { rows } = await sql<{ it: Cooperation | null }>`select ctx.cooperation(${mapId}) as it`.execute(db)
  return rows[0]?.it ?? undefined
}
