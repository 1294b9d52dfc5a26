import { createHash } from 'node:crypto'
import type pg from 'pg'
import { caseId } from './cases.ts'
import { areaId, municipalityId, personId, teamId } from './cast.ts'
import { idOf } from './ids.ts'
import type { World } from './index.ts'
import { insertAll } from './insert.ts'
import { others } from './signals/others.ts'
import { randenbroek } from './signals/randenbroek.ts'
import type { SignalStory } from './signals/story.ts'

const stories: readonly SignalStory[] = [...randenbroek, ...others]
const purpose = 'welfare'
const dayLength = 86_400_000
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXY'

/** The id of a signal of the demonstration, by its key in the stories. */
export const signalId = (key: string): string => idOf('signal', key)

/** The same number for the same name, with its check character, as the application makes them at random. */
function numberOf(kind: string, key: string): string {
  const digest = createHash('sha256').update(`schakelbord demo ${kind} ${key}`).digest()
  const body = [...digest.subarray(0, 9)].map((byte) => letters[byte % 31])
  const check = letters[body.reduce((sum, letter, index) => sum + letters.indexOf(letter ?? '') * (index + 2), 0) % 31]
  const plain = [...body, check].join('')
  return `${plain.slice(0, 4)}-${plain.slice(4, 8)}-${plain.slice(8)}`
}

/** The code with which a signal of the demonstration is followed. */
export const followCode = (key: string): string => numberOf('follow code', key)

/** Everything in rows, per table. */
function rowsOf(story: SignalStory, { now, workday }: World) {
  // Half an hour before the moment of the demonstration, so that what came in today lies in the past.
  const at = (offset: number): string => new Date(now.getTime() - dayLength / 48 + offset * dayLength).toISOString()
  const own = { municipality_id: municipalityId, signal_id: signalId(story.key) }
  const { who, weighed, feedback } = story
  const staff = story.by && !who.name && !who.phone && !who.email ? personId(story.by) : null
  const anonymous = !staff && !who.name && !who.phone && !who.email
  const debt = (about: 'signal' | 'case', since: number, it: { due: number; given?: NonNullable<typeof feedback>['given']; waived?: NonNullable<typeof feedback>['waived'] }) => ({
    ...own, id: idOf('feedback', `${story.key} ${about}`), about, owner_id: personId(story.owner), owed_since: at(since), due_on: workday(it.due),
    given_at: it.given ? at(it.given.on) : null, given_by: it.given ? personId(it.given.by) : null, how: it.given?.how ?? null, told: it.given?.told ?? null,
    waived_at: it.waived ? at(it.waived.on) : null, waived_by: it.waived ? personId(it.waived.by) : null, waived_because: it.waived?.because ?? null,
  })
  const note = (index: number, kind: string, on: number, by: string, more: { body?: string; to_id?: string; to_team_id?: string } = {}) => ({
    ...own, id: idOf('signal note', `${story.key} ${index}`), kind, body: more.body ?? null, to_id: more.to_id ?? null, to_team_id: more.to_team_id ?? null, by_id: by, at: at(on),
  })
  return {
    signals: [{
      municipality_id: municipalityId, id: own.signal_id, number: numberOf('signal', story.key), team_id: teamId(story.team), area_id: story.area ? areaId(story.area) : null, purpose, state: story.state,
      outcome: story.state === 'case' ? 'case' : (story.outcome ?? null), urgency: story.urgency ?? 'normal', owner_id: personId(story.owner), next_on: story.next === undefined ? null : workday(story.next), channel: story.channel,
      signalled_by: story.by ? personId(story.by) : null, received_at: at(story.received), taken_up_at: story.taken === undefined ? null : at(story.taken), finished_at: story.finished === undefined ? null : at(story.finished),
      case_id: story.case ? caseId(story.case) : null, version: 1,
    }],
    signal_contents: [{ ...own, seen: story.seen, wish: story.wish ?? null, themes: story.themes ?? [], knows: story.knows ?? 'unsure', source: story.heardFrom ? 'others' : 'own', source_from: story.heardFrom ?? null }],
    signallers: [{ ...own, person_id: staff, name: who.name ?? null, phone: who.phone ?? null, email: who.email ?? null, relation: who.relation, wants_feedback: feedback !== undefined, anonymous }],
    signal_assessments: weighed
      ? [{ ...own, id: idOf('assessment', story.key), themes: weighed.themes, urgency: story.urgency ?? 'normal', question_behind: weighed.behind ?? null, own_strength: weighed.strength, needs: weighed.needs ?? [], by_id: personId(weighed.by), at: at(weighed.on) }]
      : [],
    signal_notes: [
      ...(story.taken === undefined ? [] : [note(0, 'taken-up', story.taken, personId(story.owner), { to_id: personId(story.owner) })]),
      ...(story.notes ?? []).map((it, index) => note(index + 1, it.kind, it.on, personId(it.by), { body: it.body, to_id: it.to && personId(it.to), to_team_id: it.toTeam && teamId(it.toTeam) })),
      ...(story.state === 'case' && story.finished !== undefined ? [note(9, 'case', story.finished, personId(story.owner))] : []),
    ],
    signal_feedback: feedback ? [debt('signal', story.received, feedback), ...(feedback.afterCase ? [debt('case', feedback.afterCase.due - 7, feedback.afterCase)] : [])] : [],
  }
}

/** Signals of three teams in every state, some of them grown into the cases that were seeded before. */
export async function seedSignals(client: pg.ClientBase, world: World): Promise<void> {
  const told = stories.map((story) => rowsOf(story, world))
  const tables = ['signals', 'signal_contents', 'signallers', 'signal_assessments', 'signal_notes', 'signal_feedback'] as const
  for (const table of tables) await insertAll(client, table, told.flatMap((rows): readonly Record<string, unknown>[] => rows[table]))
  for (const { key } of stories) {
    await client.query('insert into auth.follow_codes values (auth.follow_hash($1), $2, $3)', [createHash('sha256').update(followCode(key)).digest(), municipalityId, signalId(key)])
  }
}
