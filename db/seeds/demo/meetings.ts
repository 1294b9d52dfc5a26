import type pg from 'pg'
import { momentOf } from '../../../platform/dates.ts'
import { caseId } from './cases.ts'
import { type CastKey, municipalityId, personId, type TeamKey, teamId } from './cast.ts'
import { idOf } from './ids.ts'
import type { World } from './index.ts'
import { insertAll } from './insert.ts'

type Note = { by: CastKey; body: string }
/** `agreed` names agreements of the case by their place in its story */
type Item = { case: string; new?: boolean; notes?: readonly Note[]; agreed?: readonly number[] } | { topic: string; notes?: readonly Note[] }
/** `on` counts from the Monday of this week; `tomorrow` is the first working day after today */
type Meeting = { on: number | 'tomorrow'; state: 'planned' | 'invited' | 'held'; yes?: readonly CastKey[]; no?: readonly CastKey[]; items: readonly Item[] }
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
          { case: 'bridging', notes: [{ by: 'mirjam', body: 'De aanvraag ligt er. Tot het besluit komt iemand zonder indicatie langs.' }, { by: 'ria', body: 'Ik ging op bezoek en mocht binnenkomen.' }], agreed: [0, 3] },
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
    meetings: [{ on: 'tomorrow', state: 'invited', yes: ['youssef'], items: [{ case: 'own-language' }, { case: 'met-in-de-roef' }, { case: 'debts', new: true }] }],
  },
  {
    key: 'sh', team: 'schothorst', name: 'Schakeloverleg Schothorst', weeks: 3, at: '13:00', minutes: 75, place: 'huis van de wijk in Schothorst', topic: 'Nieuwe bewoners welkom heten',
    goal: 'Bewoners die het alleen niet redden in contact brengen met mensen en plekken dichtbij.', by: 'tom', who: ['tom', 'nadia'],
    meetings: [{ on: 15, state: 'planned', yes: ['tom'], items: [{ case: 'harassed' }, { case: 'dutch-lessons' }, { case: 'not-alone', new: true }, { topic: 'Nieuwe bewoners welkom heten' }] }],
  },
]

const kindOf = (item: Item) => ('topic' in item ? 'topic' : item.new ? 'new-case' : 'running-case')
const minutesFor = { 'running-case': 10, 'new-case': 20, topic: 15 } as const

function rowsOf(it: Series, { weekday, workday }: World) {
  const own = { municipality_id: municipalityId }
  const seriesId = idOf('series', it.key)
  const team_id = teamId(it.team)
  const meetings = it.meetings.map((meeting) => ({ meeting, onDay: meeting.on === 'tomorrow' ? workday(1) : weekday(meeting.on), id: idOf('meeting', `${it.key} ${meeting.on}`) }))
  const moment = (meeting: Meeting, minutes = 0) => new Date(momentOf(meetings.find((one) => one.meeting === meeting)?.onDay ?? '', it.at).getTime() + minutes * 60_000).toISOString()
  const items = meetings.flatMap(({ meeting, id }) => meeting.items.map((item, index) => ({ meeting, meetingId: id, item, index, id: idOf('agenda item', `${it.key} ${meeting.on} ${index}`) })))
  return {
    meeting_series: [{
      ...own, id: seriesId, team_id, name: it.name, goal: it.goal, every_weeks: it.weeks, starts_at: it.at, minutes: it.minutes, place: it.place, most_new_cases: 2, fixed_topic: it.topic, coordinator_id: personId(it.by), version: 1,
    }],
    series_participants: it.who.map((who) => ({ ...own, series_id: seriesId, person_id: personId(who) })),
    meetings: meetings.map(({ meeting, onDay, id }) => ({
      ...own, id, series_id: seriesId, team_id, on_day: onDay, starts_at: it.at, minutes: it.minutes, place: it.place, chair_id: personId(it.by), state: meeting.state,
      started_at: meeting.state === 'held' ? moment(meeting) : null, ended_at: meeting.state === 'held' ? moment(meeting, it.minutes) : null, version: 1,
    })),
    meeting_invitees: meetings.flatMap(({ meeting, id }) =>
      it.who.map((who) => ({
        ...own, meeting_id: id, person_id: personId(who), answer: meeting.yes?.includes(who) ? 'yes' : meeting.no?.includes(who) ? 'no' : 'open', attended: meeting.state === 'held' ? (meeting.yes?.includes(who) ?? false) : null,
      })),
    ),
    agenda_items: items.map(({ meeting, meetingId, item, index, id }) => ({
      ...own, id, meeting_id: meetingId, position: index + 1, kind: kindOf(item), case_id: 'case' in item ? caseId(item.case) : null, topic: 'topic' in item ? item.topic : null, minutes: minutesFor[kindOf(item)],
      state: meeting.state === 'held' ? 'done' : 'waiting', opened_at: meeting.state === 'held' ? moment(meeting, index * 15) : null, done_at: meeting.state === 'held' ? moment(meeting, index * 15 + 12) : null,
    })),
    minutes: items.flatMap(({ meeting, item, id, index: place }) =>
      (item.notes ?? []).map((note, index) => ({ ...own, item_id: id, version: index + 1, case_id: 'case' in item ? caseId(item.case) : null, body: note.body, written_by: personId(note.by), written_at: moment(meeting, place * 15 + 4 + index * 3) })),
    ),
    agreed: items.flatMap(({ meeting, meetingId, item, index }) =>
      'case' in item ? (item.agreed ?? []).map((place) => ({ actionId: idOf('action', `${item.case} ${place}`), meetingId, at: moment(meeting, index * 15 + 10) })) : [],
    ),
    team_tasks: it.task
      ? [{ ...own, id: idOf('team task', it.key), team_id, meeting_id: meetings[0]?.id ?? null, what: it.task.what, why: it.task.why, owner_id: personId(it.by), due_on: workday(it.task.due), state: 'open', version: 1 }]
      : [],
  }
}

/** Meetings of three teams: held, invited and planned, with the cases of the demonstration on their agenda. */
export async function seedMeetings(client: pg.ClientBase, world: World): Promise<void> {
  const told = series.map((it) => rowsOf(it, world))
  const tables = ['meeting_series', 'series_participants', 'meetings', 'meeting_invitees', 'agenda_items', 'minutes', 'team_tasks'] as const
  for (const table of tables) await insertAll(client, table, told.flatMap((rows): readonly Record<string, unknown>[] => rows[table]))
  for (const { actionId, meetingId, at } of told.flatMap((rows) => rows.agreed)) await client.query('update actions set agreed_in = $2, agreed_at = $3 where id = $1', [actionId, meetingId, at])
}
