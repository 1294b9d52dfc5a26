import type { Town } from '../town.ts'
import type { Mark } from './canaries.ts'
import { hashed } from '../../../platform/request.ts'
import type { Subject } from './world.ts'

// Who may see what, once more and by itself: written from the access model alone (the decision, the field classes and the table of roles), without a look at
// the policies or at row level security. It is slow and simple on purpose. When it differs from the application, one of the two is wrong.

type Row = Record<string, unknown>

/** Who reads, as plainly as it can be said. */
export type Reader = {
  kind: 'visitor' | 'resident' | 'worker' | 'volunteer'
  municipality: string
  person: string | null
  organization: string | null
  role: string | null
  purpose: string | null
  teams: string[]
  coordinates: string[]
  ownCases: string[]
}

/** Everything the oracle knows, read as the owner of the database. */
export type Facts = Record<'cases' | 'involvements' | 'grounds' | 'signals' | 'meetings' | 'meeting_invitees' | 'agenda_items' | 'people' | 'team_members' | 'services' | 'organizations' | 'networks' | 'contact_persons' | 'locations' | 'entry_care' | 'map_sections' | 'activity_lists' | 'participations' | 'board_notices' | 'teams' | 'programs' | 'area_plans' | 'area_plan_publications' | 'support_counts', Row[]> & { now: Date }

const on = (value: unknown): number => new Date(value as string).getTime()
const inWindow = (now: Date, from: unknown, until: unknown): boolean => on(from) <= now.getTime() && (until === null || on(until) > now.getTime())

/** Reads the facts once. */
export async function factsOf(t: Town): Promise<Facts> {
  const all = async (table: string) => (await t.rows<{ row: Row }>(`select to_jsonb(x) as row from ${table} x`)).map(({ row }) => row)
  const names = ['cases', 'involvements', 'grounds', 'signals', 'meetings', 'meeting_invitees', 'agenda_items', 'people', 'team_members', 'services', 'organizations', 'networks', 'contact_persons', 'locations', 'entry_care', 'map_sections', 'activity_lists', 'participations', 'board_notices', 'teams', 'programs', 'area_plans', 'area_plan_publications', 'support_counts'] as const
  const facts: Record<string, Row[]> = {}
  for (const name of names) facts[name] = await all(name)
  return { ...(facts as Record<(typeof names)[number], Row[]>), now: t.now() }
}

/** Who is behind a secret; null when it opens nothing. */
export async function readerOf(t: Town, subject: Subject): Promise<Reader | null> {
  const nobody = { person: null, organization: null, role: null, purpose: null, teams: [], coordinates: [], ownCases: [] }
  if (!subject.secret) return { kind: 'visitor', municipality: t.settings.municipalityId, ...nobody }
  const [session] = await t.rows('select * from auth.sessions where token_hash = $1', [hashed(subject.secret)])
  if (!session) throw new Error(`${subject.key} has no session`)
  const municipality = session.municipality_id as string
  if (session.kind === 'code') return { kind: 'resident', municipality, ...nobody, ownCases: [session.case_id as string] }
  const [person] = await t.rows('select * from people where municipality_id = $1 and id = $2', [municipality, session.person_id])
  if (!person?.active) return null
  const own = (await t.rows('select case_id from vault.identities where person_id = $1', [session.person_id])).map((it) => it.case_id as string)
  if (person.kind === 'resident') return { kind: 'resident', municipality, ...nobody, person: person.id as string, ownCases: own }
  const [member] = await t.rows('select * from memberships where id = $1', [session.membership_id])
  const mandates = await t.rows('select purpose from mandates where organization_id = $1 and purpose = $2', [member?.organization_id, session.purpose])
  const teams = await t.rows("select * from team_members where person_id = $1 and organization_id = $2 and ring = 'core'", [person.id, member?.organization_id])
  return {
    kind: person.kind as 'worker' | 'volunteer', municipality, person: person.id as string, organization: member?.organization_id as string, role: member?.role as string,
    purpose: mandates.length > 0 ? (session.purpose as string) : null, teams: teams.map((it) => it.team_id as string), coordinates: teams.filter((it) => it.duty === 'coordinator').map((it) => it.team_id as string), ownCases: [],
  }
}

/** The highest class of fields that involvement gives on a ground that covers it, and whether a name belongs to it. */
function byInvolvement(reader: Reader, facts: Facts, it: Row): { highest: number; named: boolean } {
  const most = { professional: 4, coordinator: 4, partner: 3 }[reader.role ?? ''] ?? 0
  let highest = 0
  let named = false
  for (const part of facts.involvements) {
    if (part.case_id !== it.id || part.person_id !== reader.person || part.organization_id !== reader.organization) continue
    if (part.purpose !== it.purpose || part.ended_at !== null || !inWindow(facts.now, part.from_at, part.until_at)) continue
    for (const ground of facts.grounds) {
      if (ground.case_id !== it.id || ground.purpose !== it.purpose || ground.withdrawn_at !== null || !inWindow(facts.now, ground.from_at, ground.until_at)) continue
      if (ground.organization_id !== part.organization_id && (ground.team_id === null || ground.team_id !== part.team_id)) continue
      const gives = Math.min(part.class as number, most)
      highest = Math.max(highest, gives)
      if (gives >= 3 && ground.with_identity) named = true
    }
  }
  return { highest, named }
}

/** The class of fields of a case that somebody may see: 0 not even that it exists, 1 number and state, 2 contact, 3 content, 4 sensitive, 5 whom it is about. */
export function classOfCase(reader: Reader, facts: Facts, caseId: unknown): number {
  const it = facts.cases.find((one) => one.id === caseId)
  if (!it || it.municipality_id !== reader.municipality) return 0
  if (reader.kind === 'resident') return reader.ownCases.includes(it.id as string) ? 5 : 0
  if (reader.kind !== 'worker' || reader.purpose !== it.purpose) return 0
  const { highest, named } = byInvolvement(reader, facts, it)
  if (named) return 5
  return Math.max(highest, reader.teams.includes(it.team_id as string) ? 1 : 0)
}

/** What somebody is to a case, in a word, for who reads the snapshot. */
export function relationTo(reader: Reader, facts: Facts, caseId: string): string {
  const it = facts.cases.find((one) => one.id === caseId)
  if (!it) return 'never'
  if (it.municipality_id !== reader.municipality) return 'other municipality'
  if (reader.ownCases.includes(caseId)) return 'self'
  const parts = facts.involvements.filter((part) => part.case_id === caseId && part.person_id === reader.person)
  if (classOfCase(reader, facts, caseId) >= 2) return it.owner_id === reader.person ? 'own' : 'involved'
  if (parts.length > 0) return 'no longer involved'
  return reader.teams.includes(it.team_id as string) ? 'same team' : 'outside'
}

function signalSight(reader: Reader, facts: Facts, signalId: unknown) {
  const it = facts.signals.find((one) => one.id === signalId)
  if (!it || it.municipality_id !== reader.municipality || reader.kind === 'resident' || reader.kind === 'visitor') return { exists: false, triage: false, brought: false, connected: false }
  const duty = reader.kind === 'worker' && reader.purpose === it.purpose && reader.teams.includes(it.team_id as string)
  const triage = duty && (it.owner_id === reader.person || reader.coordinates.includes(it.team_id as string))
  const brought = it.signalled_by !== null && it.signalled_by === reader.person
  const connected = reader.kind === 'worker' && it.case_id !== null && classOfCase(reader, facts, it.case_id) >= 3
  return { exists: duty || brought || connected, triage, brought, connected }
}

const meetingSight = (reader: Reader, facts: Facts, meetingId: unknown): { team: boolean; invited: boolean } => {
  const it = facts.meetings.find((one) => one.id === meetingId)
  if (!it || it.municipality_id !== reader.municipality || reader.kind !== 'worker') return { team: false, invited: false }
  return { team: reader.teams.includes(it.team_id as string), invited: facts.meeting_invitees.some((one) => one.meeting_id === meetingId && one.person_id === reader.person) }
}

type Rule = (reader: Reader, row: Row, facts: Facts, column: string) => boolean

const here: Rule = (reader, row) => row.municipality_id === reader.municipality
const signedIn: Rule = (reader, row, facts, column) => here(reader, row, facts, column) && reader.kind !== 'visitor'
const onlyWorkers: Rule = (reader, row, facts, column) => here(reader, row, facts, column) && reader.kind === 'worker'
const ofCase = (least: number): Rule => (reader, row, facts) => classOfCase(reader, facts, row.case_id) >= least
const ofSignal = (...ways: ('triage' | 'brought' | 'connected')[]): Rule => (reader, row, facts) => {
  const sight = signalSight(reader, facts, row.signal_id)
  return ways.some((way) => sight[way])
}
const ofMeeting: Rule = (reader, row, facts) => {
  const sight = meetingSight(reader, facts, row.meeting_id ?? row.id)
  return sight.team || sight.invited
}

/** People who took part in public say so themselves; the others are for who works here, and residents for nobody. */
const ofPerson: Rule = (reader, row, facts) => {
  if (row.municipality_id !== reader.municipality) return false
  if (row.id === reader.person) return true
  if (row.kind === 'resident') return false
  if (row.kind === 'volunteer') return reader.kind === 'worker'
  return reader.kind !== 'visitor' || facts.team_members.some((it) => it.person_id === row.id && it.published && it.ring === 'core')
}

const day = (now: Date): string => now.toISOString().slice(0, 10)
const keeps = (reader: Reader, row: Row): boolean => reader.municipality === row.municipality_id && reader.kind === 'worker' && reader.role === 'information-manager'

/** An entry of the directory: published in its dates for whom it is meant; all of it for who keeps the directory and who looks after this entry. */
const entry: Rule = (reader, row, facts) => {
  if (row.municipality_id !== reader.municipality) return false
  if (keeps(reader, row) || facts.entry_care.some((it) => it.record_id === row.id && it.owner_id !== null && it.owner_id === reader.person)) return true
  const today = day(facts.now)
  if (row.state !== 'published' || (row.publish_on && (row.publish_on as string) > today) || (row.expire_on && (row.expire_on as string) < today)) return false
  return reader.kind === 'worker' || (row.visibility === 'public' && !(row.hide_on && (row.hide_on as string) <= today))
}

const one = (rows: Row[], id: unknown): Row => rows.find((it) => it.id === id) ?? {}

/** What hangs on entries of the directory is seen with all it hangs on; a person to call by those whom that person chose; a hidden place by nobody but who keeps the directory. */
const ofEntries: Rule = (reader, row, facts, column) => {
  if (row.municipality_id !== reader.municipality) return false
  if (keeps(reader, row)) return true
  if (row.service_id && !entry(reader, one(facts.services, row.service_id), facts, column)) return false
  if (row.organization_id && !rules.organizations!(reader, one(facts.organizations, row.organization_id), facts, 'name')) return false
  if (row.network_id && !entry(reader, one(facts.networks, row.network_id), facts, column)) return false
  if (row.contact_id && !ofEntries(reader, one(facts.contact_persons, row.contact_id), facts, column)) return false
  if (row.location_id && one(facts.locations, row.location_id).masked && column !== 'id') return false
  if (row.masked && column !== 'id' && column !== 'name') return false
  if (row.visibility === 'professionals' && reader.kind !== 'worker') return false
  return row.visibility !== 'team' || reader.teams.includes(row.team_id as string)
}

/** What is written about a neighbourhood is for who works there, and for everybody once it is published; answers about working together are for who gave them. */
const ofMap: Rule = (reader, row, facts, column) => here(reader, row, facts, column) && (reader.kind === 'worker' || reader.kind === 'volunteer' || column === 'id' || Boolean(row.published_at ?? row.published_version ?? row.published))
/** What was learnt at an entry: professionals who see the entry, and who looks after it. */
const ofLessons: Rule = (reader, row, facts, column) => {
  const [table, record] = row.service_id ? (['services', row.service_id] as const) : (['organizations', row.organization_id] as const)
  const kept = facts.entry_care.some((it) => it.record_id === record && it.owner_id !== null && it.owner_id === reader.person)
  return (reader.kind === 'worker' || kept) && entry(reader, one(facts[table], record), facts, column)
}
const figures: Rule = (reader, row, facts, column) => onlyWorkers(reader, row, facts, column) && ['information-manager', 'neighbourhood-manager'].includes(reader.role ?? '')

const onList: Rule = (reader, row, facts, column) => onlyWorkers(reader, row, facts, column) && reader.purpose === row.purpose && reader.teams.includes(row.team_id as string)
const keepsList: Rule = (reader, row, facts, column) => {
  const list = facts.activity_lists.find((it) => it.municipality_id === row.municipality_id && it.service_id === row.service_id) ?? {}
  return onList(reader, list, facts, column) && (list.owner_id === reader.person || reader.coordinates.includes(list.team_id as string))
}
const ofParticipation: Rule = (reader, row, facts, column) => onlyWorkers(reader, row, facts, column) && row.called !== null && (keepsList(reader, row, facts, column) || row.by_id === reader.person)

/** A notice: who works with residents in that neighbourhood, anywhere when it is for the whole municipality; who is behind it only for a purpose. */
const nearNotice = (reader: Reader, facts: Facts, it: Row): boolean => {
  if (reader.kind !== 'worker' || it.municipality_id !== reader.municipality || !['professional', 'coordinator', 'partner'].includes(reader.role ?? '')) return false
  const teams = facts.teams.filter((team) => team.area_id === it.area_id).map((team) => team.id as string)
  return teams.length > 0 ? teams.some((team) => reader.teams.includes(team)) : reader.teams.length > 0
}
const onBoard: Rule = (reader, row, facts) => row.municipality_id === reader.municipality && (nearNotice(reader, facts, row) || keeps(reader, row) || (row.state === 'public' && (row.until_on as string) >= day(facts.now)))
const behindNotice: Rule = (reader, row, facts) => nearNotice(reader, facts, one(facts.board_notices, row.notice_id)) && reader.purpose !== null

/** A plan is for the team of its area and the neighbourhood manager; the ids of what is in it stand in what everybody reads, once it is published. */
const ofPlan: Rule = (reader, row, facts) =>
  row.municipality_id === reader.municipality && ['worker', 'volunteer'].includes(reader.kind) && !['privacy-officer', 'administrator', 'analyst'].includes(reader.role ?? '') &&
  ((reader.kind === 'worker' && reader.role === 'neighbourhood-manager') || facts.teams.some((team) => team.area_id === row.area_id && reader.teams.includes(team.id as string)))
const inPlan: Rule = (reader, row, facts, column) =>
  ofPlan(reader, one(facts.area_plans, row.plan_id), facts, column) ||
  (column === 'id' && facts.area_plan_publications.some((it) => it.municipality_id === reader.municipality && it.plan_id === row.plan_id && JSON.stringify(it.content).includes(row.id as string)))

const readsCounts = (reader: Reader, row: Row): boolean => row.municipality_id === reader.municipality && reader.kind === 'worker' && ['professional', 'coordinator', 'partner', 'neighbourhood-manager', 'information-manager'].includes(reader.role ?? '')
const countsThat = (reader: Reader, row: Row): boolean => keeps(reader, row) || (readsCounts(reader, row) && row.organization_id === reader.organization && reader.role !== 'neighbourhood-manager')

/** The field class of every table, as a rule. A table that is not here fails the matrix. */
export const rules: Record<string, Rule> = {
  municipalities: (reader, row) => row.id === reader.municipality,
  areas: here, teams: here, mandates: here, postcodes: here, indicators: here, sources: here, figures: here, area_stories: here,
  people: ofPerson,
  people_contacts: (reader, row, facts) => here(reader, row, facts, '') && (row.person_id === reader.person || (reader.kind === 'worker' && facts.team_members.some((it) => it.person_id === row.person_id && reader.teams.includes(it.team_id as string)))),
  // That an organisation is there and how it is called belongs to every party in a case; the rest only when it is published.
  organizations: (reader, row, facts, column) => entry(reader, row, facts, column) || (signedIn(reader, row, facts, column) && ['id', 'name'].includes(column)),
  services: entry, networks: entry, network_members: ofEntries, locations: ofEntries, contact_persons: ofEntries, entry_care: (reader, row) => keeps(reader, row) || row.owner_id === reader.person,
  directory_versions: (reader, row, facts) => keeps(reader, row) || facts.entry_care.some((it) => it.record_id === row.record_id && it.owner_id === reader.person),
  directory_proposals: (reader, row) => keeps(reader, row) || (row.by_id !== null && row.by_id === reader.person),
  area_codes: here, area_boundaries: here, area_changes: here, indicator_breaks: here, figure_flags: here, figure_corrections: here, area_parts: here, figure_imports: figures, replaced_figures: figures, expectations: onlyWorkers, figures_seen: (reader, row) => row.person_id === reader.person,
  ...Object.fromEntries(['neighbourhood_maps', 'map_sections', 'map_contributions', 'map_photos', 'cooperation_enquiries', 'map_scenarios', 'scenario_positions', 'scenario_choices', 'map_goals'].map((table) => [table, ofMap])),
  map_section_versions: (reader, row, facts, column) => ofMap(reader, row, facts, column) || (here(reader, row, facts, column) && facts.map_sections.some((it) => it.map_id === row.map_id && it.key === row.key && it.published_version === row.version)),
  cooperation_answers: (reader, row) => row.person_id === reader.person,
  social_formulas: here, prevalences: here,
  // What a round is called stands beside its results; that one is handed out, for whom, is for who works there.
  social_rounds: (reader, row, facts, column) => here(reader, row, facts, column) && (reader.kind === 'worker' || reader.kind === 'volunteer' || row.kind === 'open' || column === 'name'),
  confirmation_requests: keeps, outgoing_mails: keeps, directory_merges: keeps, imports: keeps, import_records: keeps, import_remarks: keeps, directory_exports: keeps,
  waits_experienced: () => false, // told, and read as numbers only
  pointings: (reader, row) => row.person_id === reader.person && ['worker', 'volunteer'].includes(reader.kind),
  favourites: (reader, row) => row.person_id === reader.person && ['worker', 'volunteer'].includes(reader.kind),
  name_warnings: (reader, row) => reader.municipality === row.municipality_id && reader.role === 'privacy-officer',
  programme_contents: (reader, row, facts, column) => ofEntries(reader, one(facts.programs, row.program_id), facts, column),
  // Results in words are for professionals; numbers are for who keeps them, and what others see of them is no text.
  programme_periods: (reader, row, facts, column) => {
    const programme = one(facts.programs, row.program_id)
    return keeps(reader, row) || facts.entry_care.some((it) => it.record_id === programme.organization_id && it.owner_id !== null && it.owner_id === reader.person) || (column === 'results' && onlyWorkers(reader, row, facts, column))
  },
  thresholds: ofLessons, mixing_notes: ofLessons,
  // That somebody counted, and from which records, is for who works with the neighbourhood; the count itself, with all that stood there, for who enters it.
  support_counts: (reader, row, facts, column) => countsThat(reader, row) || (column === 'source' && readsCounts(reader, row)),
  support_count_corrections: (reader, row, facts, column) => countsThat(reader, one(facts.support_counts, row.count_id)) || (column === 'reason' && readsCounts(reader, row)),
  unmet_needs: onlyWorkers, taxonomies: here, taxonomy_terms: here, directory_needs: here, metadata: here, external_ids: here, attributes: here,
  ...Object.fromEntries(
    ['organization_identifiers', 'programs', 'projects', 'project_partners', 'housings', 'schemes', 'addresses', 'service_at_locations', 'phones', 'schedules', 'languages', 'cost_options', 'required_documents', 'service_areas', 'accessibilities', 'fundings', 'service_capacities'].map((table) => [table, ofEntries]),
  ),
  // Nobody reads a wish: only how many there are, when there are enough.
  // That a team keeps a list, its members know for the same purpose; who is on it, the keeper and the coordinator; one participant also who registered that one.
  activity_lists: onList, participations: ofParticipation,
  // Who was asked to keep a list sees the question, and so do its keeper and the coordinator.
  activity_list_handovers: (reader, row, facts, column) => onlyWorkers(reader, row, facts, column) && (row.to_id === reader.person || keepsList(reader, row, facts, column)),
  activity_list_notices: (reader, row, facts, column) => onlyWorkers(reader, row, facts, column) && row.person_id === reader.person,
  ...Object.fromEntries(['participation_contacts', 'participation_absences'].map((table): [string, Rule] => [table, (reader, row, facts, column) => ofParticipation(reader, one(facts.participations, row.participation_id), facts, column)])),
  board_notices: onBoard, board_contacts: behindNotice, board_reactions: behindNotice, board_reports: (reader, row, facts) => keeps(reader, row) || nearNotice(reader, facts, one(facts.board_notices, row.notice_id)),
  area_plans: ofPlan, area_plan_goals: inPlan, area_plan_actions: inPlan, area_plan_points: inPlan, area_plan_goal_points: inPlan, area_plan_team_choices: inPlan, activity_reasons: here, activity_reason_points: here, area_plan_publications: here,
  activity_wishes: () => false, wish_answers: here,
  memberships: signedIn, team_members: signedIn,
  // Number and next date are logistics; who guards privacy reads the log, in which cases stand by number.
  cases: (reader, row, facts) => classOfCase(reader, facts, row.id) >= 1 || (reader.role === 'privacy-officer' && row.municipality_id === reader.municipality),
  involvements: ofCase(2), grounds: ofCase(2), contacts: ofCase(2),
  case_contents: ofCase(3), case_steps: ofCase(3), case_answers: ofCase(3), actions: ofCase(3), deeds: ofCase(3), case_closures: ofCase(3),
  case_handovers: (reader, row, facts) => row.to_id === reader.person || classOfCase(reader, facts, row.case_id) >= 3,
  'vault.identities': ofCase(5),
  signals: (reader, row, facts) => signalSight(reader, facts, row.id).exists,
  signal_contents: ofSignal('triage', 'brought', 'connected'), signallers: ofSignal('triage', 'brought'), signal_assessments: ofSignal('triage', 'connected'), signal_notes: ofSignal('triage', 'connected'),
  signal_feedback: ofSignal('triage', 'brought'),
  meeting_series: (reader, row, facts) => facts.meetings.some((it) => it.series_id === row.id && ofMeeting(reader, it, facts, '')) || (onlyWorkers(reader, row, facts, '') && reader.teams.includes(row.team_id as string)),
  meetings: ofMeeting, meeting_invitees: ofMeeting, series_participants: signedIn,
  agenda_items: (reader, row, facts) => {
    const sight = meetingSight(reader, facts, row.meeting_id)
    return (sight.team && (row.case_id === null || classOfCase(reader, facts, row.case_id) >= 1)) || (sight.invited && (row.case_id === null || classOfCase(reader, facts, row.case_id) >= 3))
  },
  minutes: (reader, row, facts) => (row.case_id === null ? ofMeeting(reader, facts.agenda_items.find((it) => it.id === row.item_id) ?? {}, facts, '') : classOfCase(reader, facts, row.case_id) >= 3),
  team_tasks: (reader, row, facts) => onlyWorkers(reader, row, facts, '') && (reader.teams.includes(row.team_id as string) || row.owner_id === reader.person),
}

/** May this reader see this? @throws Error when nobody wrote down of which class the table is */
export function maySee(reader: Reader, facts: Facts, mark: Mark): boolean {
  const rule = rules[mark.table]
  if (!rule) throw new Error(`nobody wrote down who may see table ${mark.table}: add it to tests/support/matrix/oracle.ts`)
  return rule(reader, mark.row, facts, mark.column)
}
