import type { Staff } from '../../platform/actor.ts'
import type { AgendaItem, ItemRecord, MeetingRecord } from './record.ts'

type Of<K extends keyof MeetingRecord> = Pick<MeetingRecord, K>

const worksHere = (actor: Staff): boolean => actor.kind === 'worker'

/** Members of the team and whoever is invited see that there is a meeting, and its agenda by number. */
export const maySeeMeeting = (actor: Staff, meeting: Of<'teamId'> & { invitees: readonly { personId: string }[] }): boolean =>
  worksHere(actor) && (actor.teams.includes(meeting.teamId) || meeting.invitees.some((one) => one.personId === actor.id))

/** The coordinator of the team prepares, invites, leads and ends. */
export const mayLead = (actor: Staff, meeting: Of<'teamId'>): boolean => worksHere(actor) && actor.coordinates.includes(meeting.teamId)

/** Who is invited says whether they come. */
export const mayAnswer = (actor: Staff, meeting: MeetingRecord): boolean => worksHere(actor) && meeting.invitees.some((one) => one.personId === actor.id)

/** Whoever may hear a point may read its minutes: about a case only who is involved in it on a valid ground, about a topic the table. */
export const mayHear = (actor: Staff, { meeting, item }: { meeting: MeetingRecord; item: AgendaItem }): boolean =>
  maySeeMeeting(actor, meeting) && (item.caseId === null || item.hearers.includes(actor.id))

/** Everybody at the table knows the topics; a case members of the team who work under its law, by its number, and a guest who may hear it. */
export const mayKnowPoint = (actor: Staff, { meeting, item }: { meeting: MeetingRecord; item: AgendaItem }): boolean =>
  maySeeMeeting(actor, meeting) && (item.caseId === null || (actor.teams.includes(meeting.teamId) && actor.purpose === item.casePurpose) || item.hearers.includes(actor.id))

/** Whoever may hear a point may write minutes and agreements about it. */
export const mayWrite = (actor: Staff, record: ItemRecord): boolean => mayHear(actor, record)
