import { sql } from 'kysely'
import type { Reading } from '../../platform/context.ts'
import type { Db } from '../../platform/db.ts'
import { notFound } from '../../platform/refusal.ts'

/** Somebody at the table, or asked to come. */
export type Invitee = { personId: string; name: string; function: string | null; organization: string; answer: 'open' | 'yes' | 'no'; attended: boolean | null }

/** One point of the agenda. `hearers` are the invitees who may hear it; about a topic everybody may. */
export type AgendaItem = {
  id: string
  position: number
  kind: 'running-case' | 'new-case' | 'topic'
  caseId: string | null
  caseNumber: string | null
  /** the law or task under which the case is worked on */
  casePurpose: string | null
  topic: string | null
  minutes: number
  state: 'waiting' | 'open' | 'done'
  openedAt: Date | null
  doneAt: Date | null
  hearers: readonly string[]
}

/** A meeting with all that its policy looks at. */
export type MeetingRecord = {
  id: string
  seriesId: string
  teamId: string
  name: string
  goal: string
  onDay: string
  startsAt: string
  minutes: number
  place: string
  chairId: string
  everyWeeks: number
  mostNewCases: number
  fixedTopic: string | null
  state: 'planned' | 'invited' | 'running' | 'held'
  startedAt: Date | null
  endedAt: Date | null
  version: number
  invitees: readonly Invitee[]
  items: readonly AgendaItem[]
}

const inviteesOf = (db: Db, meetingId: string) =>
  db
    .selectFrom('meetingInvitees as i')
    .innerJoin('people as p', (join) => join.onRef('p.municipalityId', '=', 'i.municipalityId').onRef('p.id', '=', 'i.personId'))
    .leftJoin('memberships as m', (join) => join.onRef('m.municipalityId', '=', 'i.municipalityId').onRef('m.personId', '=', 'i.personId').on('m.untilOn', 'is', null))
    .leftJoin('organizations as o', (join) => join.onRef('o.municipalityId', '=', 'm.municipalityId').onRef('o.id', '=', 'm.organizationId'))
    .where('i.meetingId', '=', meetingId)
    .distinctOn(['p.name', 'i.personId'])
    .orderBy('p.name')
    .orderBy('i.personId')
    .select(['i.personId', 'p.name', 'p.function', 'i.answer', 'i.attended'])
    .select((on) => on.fn.coalesce('o.name', sql<string>`''`).as('organization'))
    .execute()

const itemsOf = (db: Db, meetingId: string) =>
  db
    .selectFrom('agendaItems as a')
    .leftJoin('cases as k', (join) => join.onRef('k.municipalityId', '=', 'a.municipalityId').onRef('k.id', '=', 'a.caseId'))
    .where('a.meetingId', '=', meetingId)
    .orderBy('a.position')
    .select(['a.id', 'a.position', 'a.kind', 'a.caseId', 'k.number as caseNumber', 'k.purpose as casePurpose', 'a.topic', 'a.minutes', 'a.state', 'a.openedAt', 'a.doneAt'])
    .execute()

const audienceOf = async (db: Db, meetingId: string) =>
  (await sql<{ itemId: string; personId: string }>`select item_id, person_id from ctx.audience(${meetingId})`.execute(db)).rows

/**
 * A meeting of the actor's own team, or one to which the actor is invited.
 *
 * @throws Refusal 404 when it does not exist or is not for this actor
 */
export async function findMeeting({ db, forChange }: Reading, { meetingId }: { meetingId: string }): Promise<MeetingRecord> {
  const meeting = db
    .selectFrom('meetings as m')
    .innerJoin('meetingSeries as s', (join) => join.onRef('s.municipalityId', '=', 'm.municipalityId').onRef('s.id', '=', 'm.seriesId'))
    .where('m.id', '=', meetingId)
    .select(['m.id', 'm.seriesId', 'm.teamId', 's.name', 's.goal', 's.everyWeeks', 's.mostNewCases', 's.fixedTopic', 'm.onDay', 'm.startsAt', 'm.minutes', 'm.place', 'm.chairId', 'm.state', 'm.startedAt', 'm.endedAt', 'm.version'])
  // A lock needs the right to change, and who may only see it must be told so by the policy: the search itself does not lock.
  const locked = forChange ? db.selectFrom('meetings').where('id', '=', meetingId).select('id').forNoKeyUpdate().execute() : undefined
  const [found, invitees, items, audience] = await Promise.all([
    meeting.executeTakeFirst(),
    inviteesOf(db, meetingId),
    itemsOf(db, meetingId),
    audienceOf(db, meetingId),
    locked,
  ])
  if (!found) throw notFound()
  const hearers = (itemId: string) => audience.filter((one) => one.itemId === itemId).map((one) => one.personId)
  return { ...found, startsAt: found.startsAt.slice(0, 5), invitees, items: items.map((item) => ({ ...item, hearers: item.caseId ? hearers(item.id) : invitees.map((one) => one.personId) })) }
}

/** A meeting with one point of its agenda. */
export type ItemRecord = { meeting: MeetingRecord; item: AgendaItem }

/** @throws Refusal 404 when meeting or point does not exist or is not for this actor */
export async function findItem(reading: Reading, { meetingId, itemId }: { meetingId: string; itemId: string }): Promise<ItemRecord> {
  const meeting = await findMeeting(reading, { meetingId })
  const item = meeting.items.find((one) => one.id === itemId)
  if (!item) throw notFound()
  return { meeting, item }
}
