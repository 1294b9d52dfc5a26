import type { Db } from '../../platform/db.ts'

/** Core and shell members of these teams with their organisation: who can be asked to a meeting. */
export const colleagues = (db: Db, teamIds: readonly string[]) =>
  db
    .selectFrom('teamMembers as t')
    .innerJoin('people as p', (join) => join.onRef('p.municipalityId', '=', 't.municipalityId').onRef('p.id', '=', 't.personId'))
    .innerJoin('organizations as o', (join) => join.onRef('o.municipalityId', '=', 't.municipalityId').onRef('o.id', '=', 't.organizationId'))
    .where('t.teamId', 'in', [...teamIds])
    .where('p.active', '=', true)
    .where('t.untilOn', 'is', null)
    .distinctOn(['p.name', 't.personId'])
    .orderBy('p.name')
    .orderBy('t.personId')
    .select(['t.personId', 'p.name', 'o.name as organization'])
    .execute()

/** Names of who sits at the table: nobody is recognised by them. */
export const namesAt = (meeting: { invitees: readonly { name: string }[] }): string[] => meeting.invitees.map((it) => it.name)
