import type pg from 'pg'
import { seal } from '../../../platform/seal.ts'
import { kruiskamp } from './cases/kruiskamp.ts'
import { randenbroek } from './cases/randenbroek.ts'
import { schothorst } from './cases/schothorst.ts'
import type { Doer, Story } from './cases/story.ts'
import { type CastKey, cast, type Member, municipalityId, organizationId, personId, teamId } from './cast.ts'
import { idOf } from './ids.ts'
import type { World } from './index.ts'
import { insertAll } from './insert.ts'

const stories: readonly Story[] = [...randenbroek, ...kruiskamp, ...schothorst]
const purpose = 'welfare'
const halfAYear = 182
const dayLength = 86_400_000

/** The id of a case of the demonstration, by its key in the stories. */
export const caseId = (key: string): string => idOf('case', key)

const memberOf = (who: CastKey): Member | undefined => cast.find((one) => one.key === who)
const works = (who: CastKey): string => organizationId(memberOf(who)?.organization ?? '')
const doer = (it: Doer, id: string, party: string) => ('who' in it ? { [id]: personId(it.who), [party]: null } : { [id]: null, [party]: it.party })

/** Everything in rows, per table. */
function rowsOf(story: Story, { now, day, workday }: World) {
  const at = (offset: number): string => new Date(now.getTime() + offset * dayLength).toISOString()
  const own = { municipality_id: municipalityId, case_id: caseId(story.key) }
  const one = (kind: string, index: number): string => idOf(kind, `${story.key} ${index}`)
  const team = teamId(story.team)
  const owner = personId(story.owner)
  const { about, closure } = story
  return {
    cases: [{
      municipality_id: municipalityId, id: own.case_id, number: story.number, team_id: team, purpose, state: story.state, in_portfolio: story.portfolio ?? false, urgency: story.urgency ?? 'normal',
      owner_id: owner, next_on: story.next === null ? null : workday(story.next), started_on: day(story.opened), opened_by: owner, opened_at: at(story.opened),
      closed_at: closure ? at(closure.on) : null, anonymous: !story.identity,
    }],
    involvements: story.parties.map((it, index) => ({
      ...own, id: one('involvement', index), person_id: personId(it.who), organization_id: works(it.who), team_id: it.outsideTeam ? null : team, role: it.role, class: it.class ?? 3, purpose, reason: it.reason,
      from_at: at(it.from), until_at: at(it.until ?? it.from + halfAYear), ended_at: it.ended === undefined ? null : at(it.ended), added_by: owner,
    })),
    grounds: [
      { kind: 'anonymous' as const, for: { team: story.team }, by: story.owner, from: story.opened, until: undefined, withName: undefined, explained: undefined, manner: undefined, article: undefined, withdrawn: undefined },
      ...(story.grounds ?? []),
    ].map((it, index) => ({
      ...own, id: one('ground', index), kind: it.kind, with_identity: it.withName ?? false, team_id: 'team' in it.for ? teamId(it.for.team) : null, organization_id: 'team' in it.for ? null : organizationId(it.for.organization), purpose,
      explained: it.explained ?? null, manner: it.manner ?? null, given_by: it.kind === 'consent' ? 'resident' : null, article: it.article ?? null, asked_by: personId(it.by), from_at: at(it.from),
      until_at: it.until === undefined ? null : at(it.until), withdrawn_at: it.withdrawn === undefined ? null : at(it.withdrawn), withdrawn_by: it.withdrawn === undefined ? null : 'resident',
    })),
    case_contents: [{
      ...own, themes: about.themes, question_kind: about.kind, question: about.question, question_behind: about.behind ?? null, own_words: about.ownWords?.said ?? null, own_words_on: about.ownWords ? day(about.ownWords.on) : null,
      introduced_by: about.introducedBy, sex: about.sex ?? 'unknown', age_band: about.age ?? 'unknown', living_situation: about.lives ?? null, nationality: about.nationality ?? null,
    }],
    case_steps: [
      ...story.steps.flatMap((on, index) => (on === null ? [] : [{ ...own, step: index + 1, round: 1, opened_on: day(on), opened_by: owner }])),
      ...(story.rounds ?? []).map((on, index) => ({ ...own, step: 4, round: index + 2, opened_on: day(on), opened_by: owner })),
    ],
    case_answers: (story.answers ?? []).map((it) => ({ ...own, step: Number(it.at.split('.')[0]), round: it.round ?? 1, question: it.at, version: 1, body: it.body, written_by: personId(it.by), written_at: at(it.on) })),
    actions: (story.actions ?? []).map((it, index) => ({
      ...own, id: one('action', index), what: it.what, why: it.why, ...doer(it.taker, 'taker_id', 'taker_party'), owner_id: 'who' in it.taker ? personId(it.taker.who) : owner, due_on: workday(it.due),
      state: it.state ?? 'open', result: it.result ?? null, agreed_at: at(it.agreed), closed_at: it.closed === undefined ? null : at(it.closed),
    })),
    deeds: [
      ...(story.actions ?? []).flatMap((it, index) =>
        it.closed === undefined || it.state === 'dropped' ? [] : [{ ...own, id: one('deed of action', index), action_id: one('action', index), what: it.result ?? it.what, ...doer(it.taker, 'by_id', 'by_party'), done_on: day(it.closed), recorded_at: at(it.closed), recorded_by: owner }],
      ),
      ...(story.deeds ?? []).map((it, index) => ({ ...own, id: one('deed', index), action_id: null, what: it.what, ...doer(it.by, 'by_id', 'by_party'), done_on: day(it.on), recorded_at: at(it.on), recorded_by: owner })),
    ],
    contacts: (story.contacts ?? []).map((it, index) => ({ ...own, id: one('contact', index), by_id: personId(it.by), on_day: day(it.on), channel: it.channel, with_whom: it.with, reached: !it.missed, recorded_at: at(it.on) })),
    case_handovers: story.handover ? [{ ...own, id: one('handover', 0), from_id: owner, to_id: personId(story.handover.to), reason: story.handover.reason, proposed_at: at(story.handover.on) }] : [],
    case_closures: closure
      ? [{
          ...own, outcome: closure.outcome, problem: closure.problem, problem_owner: closure.problemOwner, what_worked: closure.whatWorked, satisfaction: closure.satisfaction, stay_alert: closure.stayAlert, lesson: closure.lesson,
          aftercare_by: closure.aftercare?.by ?? null, aftercare_until: closure.aftercare ? day(closure.aftercare.until) : null, closed_by: owner, closed_at: at(closure.on),
        }]
      : [],
    'vault.identities': story.identity
      ? [{
          ...own, person_id: story.identity.person ? personId(story.identity.person) : null, ground_id: one('ground', 1), linked_by: personId(story.identity.by), linked_at: at(story.identity.on),
          sealed: `\\x${seal(JSON.stringify({ name: story.identity.name, address: story.identity.address, phone: story.identity.phone })).toString('hex')}`,
        }]
      : [],
  }
}

/** The cases of three teams, in every step. Needs the key of the machine: one of them knows whom it is about. */
export async function seedCases(client: pg.ClientBase, world: World): Promise<void> {
  const told = stories.map((story) => rowsOf(story, world))
  const tables = ['cases', 'involvements', 'grounds', 'case_contents', 'case_steps', 'case_answers', 'actions', 'deeds', 'contacts', 'case_handovers', 'case_closures', 'vault.identities'] as const
  for (const table of tables) await insertAll(client, table, told.flatMap((rows): readonly Record<string, unknown>[] => rows[table]))
}
