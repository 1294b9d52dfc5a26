import type pg from 'pg'
import { caseId } from './cases.ts'
import { type CastKey, municipalityId, personId, type TeamKey, teamId } from './cast.ts'
import { idOf } from './ids.ts'
import type { World } from './index.ts'
import { insertAll } from './insert.ts'

type Note = { by: CastKey; body: string }
type Item = { case: string; new?: boolean; notes?: readonly Note[] } | { topic: string; notes?: readonly Note[] }
type Meeting = { on: number; state: 'planned' | 'invited' | 'held'; yes?: readonly CastKey[]; no?: readonly CastKey[]; items: readonly Item[] }
type Series = { key: string; team: TeamKey; name: string; goal: string; weeks: number; at: string; minutes: number; place: string; topic: string | null; by: CastKey; who: readonly CastKey[]; meetings: readonly Meeting[]; task?: { what: string; why: string; due: number } }

const series: readonly Series[] = [
  {
    key: 'rs', team: 'randenbroek-schuilenburg', name: 'Schakeloverleg Randenbroek-Schuilenburg', weeks: 2, at: '14:00', minutes: 90, place: 'buurthuis in Schuilenburg', topic: 'Het flatgebouw aan de rand',
    goal: 'Bewoners verbinden met buren, vrijwilligers en elkaar, en hulp regelen waar dat niet genoeg is.', by: 'hassan', who: ['hassan', 'mirjam', 'els', 'ria', 'marleen'],
    meetings: [
      {
        on: -5, state: 'held', yes: ['hassan', 'mirjam', 'els', 'ria'], no: ['marleen'],
        items: [
          { case: 'no-answer', notes: [{ by: 'mirjam', body: 'Het kaartje is wel van de mat. We wachten tot na de feestdagen.' }] },
          { case: 'bridging', notes: [{ by: 'mirjam', body: 'De aanvraag ligt er. Tot het besluit komt iemand zonder indicatie langs.' }, { by: 'ria', body: 'Ik ging op bezoek en mocht binnenkomen.' }] },
          { topic: 'Het flatgebouw aan de rand', notes: [{ by: 'hassan', body: 'De huismeester wil een koffie-uur in de hal. We vragen wie dat draagt.' }] },
        ],
      },
      { on: 9, state: 'invited', yes: ['hassan', 'els'], items: [{ case: 'bridging' }, { case: 'a-buddy' }, { case: 'no-answer' }, { case: 'one-neighbour', new: true }, { case: 'through-the-church', new: true }, { topic: 'Het flatgebouw aan de rand' }] },
    ],
    task: { what: 'Vraag de huismeester voor het volgende overleg', why: 'Hij kent het flatgebouw en wil een koffie-uur beginnen', due: 4 },
  },
  {
    key: 'kk', team: 'kruiskamp-koppel', name: 'Schakeloverleg Kruiskamp-Koppel', weeks: 1, at: '09:30', minutes: 60, place: 'wijkcentrum in Kruiskamp', topic: null,
    goal: 'Signalen wegen, taken verdelen en elkaar helpen met wat lastig is.', by: 'youssef', who: ['youssef', 'sanne', 'dirk'],
    meetings: [{ on: 1, state: 'invited', yes: ['youssef'], items: [{ case: 'own-language' }, { case: 'met-in-de-roef' }, { case: 'debts', new: true }] }],
  },
  {
    key: 'sh', team: 'schothorst', name: 'Schakeloverleg Schothorst', weeks: 3, at: '13:00', minutes: 75, place: 'huis van de wijk in Schothorst', topic: 'Nieuwe bewoners welkom heten',
    goal: 'Bewoners die het alleen niet redden in contact brengen met mensen en plekken dichtbij.', by: 'tom', who: ['tom', 'nadia'],
    meetings: [{ on: 15, state: 'planned', yes: ['tom'], items: [{ case: 'harassed' }, { case: 'dutch-lessons' }, { case: 'not-alone', new: true }, { topic: 'Nieuwe bewoners welkom heten' }] }],
  },
]

const dayLength = 86_400_000
const kindOf = (item: Item) => ('topic' in item ? 'topic' : item.new ? 'new-case' : 'running-case')
const minutesFor = { 'running-case': 10, 'new-case': 20, topic: 15 } as const

function rowsOf(it: Series, { now, day }: World) {
  const own = { municipality_id: municipalityId }
  const seriesId = idOf('series', it.key)
  const team_id = teamId(it.team)
  const moment = (offset: number) => new Date(now.getTime() + offset * dayLength).toISOString()
  const meetings = it.meetings.map((meeting) => ({ meeting, id: idOf('meeting', `${it.key} ${meeting.on}`) }))
  const items = meetings.flatMap(({ meeting, id }) => meeting.items.map((item, index) => ({ meeting, meetingId: id, item, index, id: idOf('agenda item', `${it.key} ${meeting.on} ${index}`) })))
  return {
    meeting_series: [{
      ...own, id: seriesId, team_id, name: it.name, goal: it.goal, every_weeks: it.weeks, starts_at: it.at, minutes: it.minutes, place: it.place, most_new_cases: 2, fixed_topic: it.topic, coordinator_id: personId(it.by), version: 1,
    }],
    series_participants: it.who.map((who) => ({ ...own, series_id: seriesId, person_id: personId(who) })),
    meetings: meetings.map(({ meeting, id }) => ({
      ...own, id, series_id: seriesId, team_id, on_day: day(meeting.on), starts_at: it.at, minutes: it.minutes, place: it.place, chair_id: personId(it.by), state: meeting.state,
      started_at: meeting.state === 'held' ? moment(meeting.on) : null, ended_at: meeting.state === 'held' ? moment(meeting.on) : null, version: 1,
    })),
    meeting_invitees: meetings.flatMap(({ meeting, id }) =>
      it.who.map((who) => ({
        ...own, meeting_id: id, person_id: personId(who), answer: meeting.yes?.includes(who) ? 'yes' : meeting.no?.includes(who) ? 'no' : 'open', attended: meeting.state === 'held' ? (meeting.yes?.includes(who) ?? false) : null,
      })),
    ),
    agenda_items: items.map(({ meeting, meetingId, item, index, id }) => ({
      ...own, id, meeting_id: meetingId, position: index + 1, kind: kindOf(item), case_id: 'case' in item ? caseId(item.case) : null, topic: 'topic' in item ? item.topic : null, minutes: minutesFor[kindOf(item)],
      state: meeting.state === 'held' ? 'done' : 'waiting', opened_at: meeting.state === 'held' ? moment(meeting.on) : null, done_at: meeting.state === 'held' ? moment(meeting.on) : null,
    })),
    minutes: items.flatMap(({ meeting, item, id }) =>
      (item.notes ?? []).map((note, index) => ({ ...own, item_id: id, version: index + 1, case_id: 'case' in item ? caseId(item.case) : null, body: note.body, written_by: personId(note.by), written_at: moment(meeting.on) })),
    ),
    team_tasks: it.task
      ? [{ ...own, id: idOf('team task', it.key), team_id, meeting_id: meetings[0]?.id ?? null, what: it.task.what, why: it.task.why, owner_id: personId(it.by), due_on: day(it.task.due), state: 'open', version: 1 }]
      : [],
  }
}

/** Meetings of three teams: held, invited and planned, with the cases of the demonstration on their agenda. */
export async function seedMeetings(client: pg.ClientBase, world: World): Promise<void> {
  const told = series.map((it) => rowsOf(it, world))
  const tables = ['meeting_series', 'series_participants', 'meetings', 'meeting_invitees', 'agenda_items', 'minutes', 'team_tasks'] as const
  for (const table of tables) await insertAll(client, table, told.flatMap((rows): readonly Record<string, unknown>[] => rows[table]))
}
