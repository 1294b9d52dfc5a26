import type pg from 'pg'
import { caseId } from '../../../db/seeds/demo/cases.ts'
import { areaId, cast, municipalityId, organizationId, otherMunicipalityId, personId, teamId } from '../../../db/seeds/demo/cast.ts'
import { idOf } from '../../../db/seeds/demo/ids.ts'
import { insert } from '../../../db/seeds/demo/insert.ts'
import { hashed } from '../../../platform/request.ts'

/** Somebody who tries everything, and the secret in their cookie. */
export type Subject = { key: string; secret: string | null; /** a token of a program, sent as such */ bearer?: true }

/** Stands for a record that never existed. */
export const never = '3f0e6c1a-9d1b-4c57-8a54-2b7f0f5f9a11'

const known = (key: string): Subject => ({ key, secret: `secret-of-${key}-in-the-town` })

/**
 * Everybody who tries: the whole cast, and whom a demonstration has no use for.
 * A visitor, a worker of another municipality, a resident with a code on paper, an analyst, a colleague who is involved but works under another law,
 * one whose account was stopped, and a program.
 */
export const subjects: readonly Subject[] = [
  ...cast.map(({ key }) => known(key)),
  { key: 'visitor', secret: null }, known('karin'), known('code'), known('analyst'), known('other-law'), known('stopped'), { ...known('program'), bearer: true },
]

const far = '2030-01-01'

async function joins(owner: pg.Client, now: Date, who: { key: string; role: string; organization: string; active?: boolean; team?: 'randenbroek-schuilenburg'; purpose: string; kind?: string; person?: string }): Promise<void> {
  const municipality_id = municipalityId
  const person_id = who.person ?? idOf('person', who.key)
  const membership_id = idOf('membership', who.key)
  const organization_id = organizationId(who.organization)
  if (!who.person) await insert(owner, 'people', { municipality_id, id: person_id, kind: 'worker', name: `Iemand (${who.key})`, function: 'proefpersoon', active: who.active ?? true })
  await insert(owner, 'memberships', { municipality_id, id: membership_id, person_id, organization_id, role: who.role, from_on: '2024-01-01' })
  if (who.team) await insert(owner, 'team_members', { municipality_id, team_id: teamId(who.team), person_id, organization_id, ring: 'core', from_on: '2024-01-01' })
  await insert(owner, 'auth.sessions', { token_hash: hashed(known(who.key).secret ?? ''), municipality_id, kind: who.kind ?? 'session', person_id, membership_id, purpose: who.purpose, strong_at: now, created_at: now, seen_at: now, expires_at: far, idle: '400 days' })
}

async function people(owner: pg.Client, now: Date): Promise<void> {
  await joins(owner, now, { key: 'analyst', role: 'analyst', organization: 'gemeente-amersfoort', purpose: 'wmo' })
  await joins(owner, now, { key: 'other-law', role: 'professional', organization: 'swa', team: 'randenbroek-schuilenburg', purpose: 'wmo' })
  await joins(owner, now, { key: 'stopped', role: 'professional', organization: 'swa', team: 'randenbroek-schuilenburg', purpose: 'welfare', active: false })
  await joins(owner, now, { key: 'program', role: 'professional', organization: 'beweging30', purpose: 'welfare', kind: 'bearer', person: personId('mirjam') })
  await insert(owner, 'auth.sessions', { token_hash: hashed(known('code').secret ?? ''), municipality_id: municipalityId, kind: 'code', case_id: caseId('debts'), created_at: now, seen_at: now, expires_at: far, idle: '400 days' })
}

async function parts(owner: pg.Client, now: Date): Promise<void> {
  const day = (offset: number) => new Date(now.getTime() + offset * 86_400_000)
  const part = (name: string, key: string, person_id: string, organization: string, more: Record<string, unknown>) =>
    insert(owner, 'involvements', {
      municipality_id: municipalityId, id: idOf('involvement', name), case_id: caseId(key), person_id, organization_id: organizationId(organization), role: 'member', class: 4, purpose: 'welfare',
      reason: 'Om het te proberen', from_at: day(-30), until_at: day(30), added_by: personId('mirjam'), ...more,
    })
  // Yesterday it ended by itself; the team had a ground all the time.
  await part('expired', 'one-neighbour', personId('nadia'), 'kwintes', { team_id: teamId('randenbroek-schuilenburg'), until_at: day(-1) })
  await part('other law', 'bridging', idOf('person', 'other-law'), 'swa', { team_id: teamId('randenbroek-schuilenburg') })
  await part('stopped', 'bridging', idOf('person', 'stopped'), 'swa', { team_id: teamId('randenbroek-schuilenburg') })
}

/** A meeting that is going on, with a case and a topic on the table. */
async function meeting(owner: pg.Client, now: Date): Promise<void> {
  const municipality_id = municipalityId
  const own = { municipality_id, meeting_id: idOf('meeting', 'running') }
  await insert(owner, 'meetings', { municipality_id, id: own.meeting_id, series_id: idOf('series', 'rs'), team_id: teamId('randenbroek-schuilenburg'), on_day: now, starts_at: '10:00', minutes: 60, place: 'aan de grote tafel', chair_id: personId('hassan'), state: 'running', started_at: now })
  for (const key of ['hassan', 'mirjam', 'els', 'ria', 'marleen'] as const) await insert(owner, 'meeting_invitees', { ...own, person_id: personId(key), answer: 'yes' })
  const item = (name: string, position: number, more: Record<string, unknown>) => insert(owner, 'agenda_items', { ...own, id: idOf('agenda item', name), position, minutes: 10, ...more })
  await item('running case', 1, { kind: 'running-case', case_id: caseId('bridging'), state: 'open', opened_at: now })
  await item('running topic', 2, { kind: 'topic', topic: 'Wie brengt de koffie mee', state: 'waiting' })
  await insert(owner, 'minutes', { municipality_id, item_id: idOf('agenda item', 'running case'), version: 1, case_id: caseId('bridging'), body: 'Er is gebeld.', written_by: personId('mirjam'), written_at: now })
}

/** One of everything in the other municipality: in no answer to somebody of Amersfoort may anything of it appear. */
async function elsewhere(owner: pg.Client, now: Date): Promise<void> {
  const municipality_id = otherMunicipalityId
  const karin = personId('karin')
  const team_id = idOf('team', 'leusden')
  const organization_id = organizationId('larikslaan')
  const of_case = { municipality_id, case_id: caseId('leusden') }
  const of_signal = { municipality_id, signal_id: idOf('signal', 'leusden') }
  const put = (table: string, row: Record<string, unknown>) => insert(owner, table, row)
  await put('cases', { municipality_id, id: of_case.case_id, number: '2222-2222-22', team_id, purpose: 'welfare', state: 'action', owner_id: karin, next_on: now, started_on: now, opened_by: karin, opened_at: now })
  await put('involvements', { ...of_case, id: idOf('involvement', 'leusden'), person_id: karin, organization_id, team_id, role: 'owner', class: 4, purpose: 'welfare', reason: 'Houdt de draad vast', from_at: now, until_at: far, added_by: karin })
  await put('grounds', { ...of_case, id: idOf('ground', 'leusden'), kind: 'consent', with_identity: true, team_id, purpose: 'welfare', explained: 'Om samen te zoeken', manner: 'spoken', given_by: 'resident', asked_by: karin, from_at: now, until_at: far })
  await put('case_contents', { ...of_case, themes: ['isolation'], question_kind: 'company', question: 'Wie gaat er mee?', introduced_by: 'een buurvrouw', own_words: 'Het is zo stil.', question_behind: 'Niet alleen eten' })
  await put('case_steps', { ...of_case, step: 1, opened_on: now, opened_by: karin })
  await put('case_answers', { ...of_case, step: 1, question: '1.1', version: 1, body: 'Iemand in Leusden.', written_by: karin, written_at: now })
  await put('actions', { ...of_case, id: idOf('action', 'leusden'), what: 'Bellen', why: 'Om te horen hoe het gaat', taker_id: karin, owner_id: karin, due_on: now, agreed_at: now })
  await put('deeds', { ...of_case, id: idOf('deed', 'leusden'), what: 'Gebeld', by_id: karin, done_on: now, recorded_at: now, recorded_by: karin })
  await put('contacts', { ...of_case, id: idOf('contact', 'leusden'), by_id: karin, on_day: now, channel: 'phone', with_whom: 'resident', recorded_at: now })
  await owner.query('begin')
  await put('signals', { municipality_id, id: of_signal.signal_id, number: '3333-3333-33', team_id, purpose: 'welfare', urgency: 'normal', owner_id: karin, next_on: now, channel: 'website', received_at: now })
  await put('signal_contents', { ...of_signal, seen: 'De lampen branden de hele nacht.', knows: 'no', source: 'own' })
  await put('signallers', { ...of_signal, name: 'Een buur in Leusden', relation: 'neighbour', wants_feedback: true, anonymous: false })
  await put('signal_feedback', { ...of_signal, id: idOf('feedback', 'leusden'), about: 'signal', owner_id: karin, owed_since: now, due_on: now })
  await put('signal_notes', { ...of_signal, id: idOf('signal note', 'leusden'), kind: 'asked', body: 'Nog eens nagevraagd', by_id: karin, at: now })
  await owner.query('commit')
  await put('services', { municipality_id, id: idOf('service', 'leusden'), organization_id, slug: 'larikslaan-opvang', name: 'Opvang aan de Larikslaan', summary: 'Een kop koffie in Leusden' })
  await put('activity_lists', { municipality_id, service_id: idOf('service', 'leusden'), team_id, owner_id: karin, purpose: 'welfare', opened_on: now })
  await put('activity_list_handovers', { municipality_id, id: idOf('list handover', 'leusden'), service_id: idOf('service', 'leusden'), from_id: karin, to_id: karin, reason: 'Iemand anders in Leusden', proposed_at: now })
  await put('activity_list_notices', { municipality_id, id: idOf('list notice', 'leusden'), service_id: idOf('service', 'leusden'), person_id: karin, kind: 'closed', on_day: now })
  await put('participations', { municipality_id, id: idOf('participation', 'leusden'), service_id: idOf('service', 'leusden'), called: 'Iemand aan de Larikslaan', registered_on: now, consent: 'self', follow_up: false })
  await put('participation_contacts', { municipality_id, participation_id: idOf('participation', 'leusden'), phone: '06 99 99 99 99' })
  await put('board_notices', { municipality_id, id: idOf('notice', 'leusden'), kind: 'offer', what: 'thing', title: 'Een fiets in Leusden', words: 'Staat in de schuur', area_id: areaId('leusden'), left_on: now, until_on: now, consent: 'self', state: 'public', decided_by: karin, decided_on: now })
  await put('board_contacts', { municipality_id, notice_id: idOf('notice', 'leusden'), called: 'Iemand met een fiets', phone: '06 99 99 99 98' })
  await put('board_reactions', { municipality_id, id: idOf('notice reaction', 'leusden'), notice_id: idOf('notice', 'leusden'), called: 'Iemand zonder fiets', phone: '06 99 99 99 97', words: 'Mag ik hem?', made_on: now })
  await put('board_reports', { municipality_id, id: idOf('notice report', 'leusden'), notice_id: idOf('notice', 'leusden'), reason: 'gone', made_on: now })
  await put('area_plans', { municipality_id, id: idOf('area plan', 'leusden'), area_id: areaId('leusden'), from_year: 2026, until_year: 2028, about: 'Samen in Leusden', opened_by: karin, opened_at: now })
  await put('area_plan_goals', { municipality_id, id: idOf('plan goal', 'leusden'), plan_id: idOf('area plan', 'leusden'), goal: 'Iedereen groet elkaar', sign: 'Men hoort het', term: 'short', target_year: 2027, by_id: karin, at: now })
  await put('area_plan_actions', { municipality_id, id: idOf('plan action', 'leusden'), plan_id: idOf('area plan', 'leusden'), what: 'Een bankje zetten', problem: 'Niemand blijft staan', for_whom: 'wie langskomt', moment: 'in mei', party: 'buren', owner_id: karin, next_on: now, by_id: karin, at: now })
  await put('area_plan_points', { municipality_id, id: idOf('plan point', 'leusden'), plan_id: idOf('area plan', 'leusden'), head: 'present', verdict: 'unknown', statement: 'Wie er in Leusden helpt', evidence: '[]', by_id: karin, at: now })
  await put('area_plan_goal_points', { municipality_id, plan_id: idOf('area plan', 'leusden'), goal_id: idOf('plan goal', 'leusden'), point_id: idOf('plan point', 'leusden') })
  await put('area_plan_team_choices', { municipality_id, id: idOf('team choice', 'leusden'), plan_id: idOf('area plan', 'leusden'), model: 'generalists', reasons: 'Leusden is klein', expertise: '[]', by_id: karin, at: now })
  await put('activity_reasons', { municipality_id, id: idOf('activity reason', 'leusden'), service_id: idOf('service', 'leusden'), area_id: areaId('leusden'), because: 'Leusden erom vroeg', rests_on: '[]', by_id: karin, at: now })
  await put('activity_reason_points', { municipality_id, reason_id: idOf('activity reason', 'leusden'), point_id: idOf('plan point', 'leusden') })
  await put('networks', { municipality_id, id: idOf('network', 'leusden'), slug: 'larikslaan-netwerk', name: 'Netwerk Larikslaan', kind: 'broad-network' })
  await put('imports', { municipality_id, id: idOf('import', 'leusden'), source: 'Lijst van Leusden', file_name: 'leusden.csv', file_hash: 'x', format: 'table', brought_by: karin, brought_at: now })
  await put('directory_exports', { municipality_id, id: idOf('export', 'leusden'), reason: 'Leusden verhuist naar de Larikslaan', masked: true, made_by: karin, made_at: now })
  const series_id = idOf('series', 'leusden')
  const meeting_id = idOf('meeting', 'leusden')
  await put('meeting_series', { municipality_id, id: series_id, team_id, name: 'Overleg Leusden', goal: 'Elkaar zien', every_weeks: 2, starts_at: '10:00', minutes: 60, place: 'in Leusden', coordinator_id: karin })
  await put('meetings', { municipality_id, id: meeting_id, series_id, team_id, on_day: now, starts_at: '10:00', minutes: 60, place: 'in Leusden', chair_id: karin, state: 'running', started_at: now })
  await put('meeting_invitees', { municipality_id, meeting_id, person_id: karin, answer: 'yes' })
  await put('agenda_items', { municipality_id, id: idOf('agenda item', 'leusden'), meeting_id, position: 1, kind: 'topic', topic: 'De straat', minutes: 10, state: 'open', opened_at: now })
  await put('minutes', { municipality_id, item_id: idOf('agenda item', 'leusden'), version: 1, body: 'Over de straat gesproken.', written_by: karin, written_at: now })
  await put('team_tasks', { municipality_id, id: idOf('team task', 'leusden'), team_id, meeting_id, what: 'Een stoel regelen', why: 'Er zijn er te weinig', owner_id: karin, due_on: now })
}

/** What the matrix needs beside the demonstration: more people, parts that ended, a meeting that goes on, and another municipality. */
export async function seedTheRest(owner: pg.Client, now: Date): Promise<void> {
  await people(owner, now)
  await parts(owner, now)
  await meeting(owner, now)
  await elsewhere(owner, now)
  for (const key of ['mirjam', 'karin'] as const) {
    const own = { municipality_id: key === 'karin' ? otherMunicipalityId : municipalityId, person_id: personId(key) }
    await insert(owner, 'auth.sessions', { ...own, id: idOf('session', key), token_hash: hashed(`another of ${key}`), kind: 'session', purpose: 'welfare', label: 'Een ander apparaat', created_at: now, seen_at: now, expires_at: far, idle: '400 days' })
    await insert(owner, 'auth.passkeys', { ...own, id: idOf('passkey', key), credential: `passkey of ${key}`, public_key: Buffer.from('x'), counter: 0, transports: [], label: 'Een sleutel', created_at: now })
  }
}
