import type pg from 'pg'
import { caseId } from '../../db/seeds/demo/cases.ts'
import { otherMunicipalityId, personId } from '../../db/seeds/demo/cast.ts'
import { idOf } from '../../db/seeds/demo/ids.ts'

export type Named = Readonly<Record<string, string>>
/** Never existed. */
export const unknownId = '12345678-1234-4234-8234-123456789abc'
/** The case and the signal of the other municipality. */
export const foreign = { case: idOf('case', 'matrix leusden'), signal: idOf('signal', 'matrix leusden') }

const copied = async (owner: pg.Client, table: string, from: string, key: string, changes: Record<string, unknown>): Promise<void> => {
  await owner.query(`insert into ${table} select (jsonb_populate_record(null::${table}, to_jsonb(x) || $1)).* from ${table} x where x.${key} = $2 limit 1`, [JSON.stringify(changes), from])
}

/** The other municipality gets a case and a signal of its own, with somebody involved, so that there is something to leak. */
export async function seedForeignRecords(owner: pg.Client): Promise<void> {
  const [team] = (await owner.query<{ id: string }>('select id from teams where municipality_id = $1', [otherMunicipalityId])).rows
  const [organization] = (await owner.query<{ id: string }>('select organization_id as id from memberships where municipality_id = $1 and person_id = $2', [otherMunicipalityId, personId('karin')])).rows
  const karin = personId('karin')
  const there = { municipality_id: otherMunicipalityId }
  const from = caseId('bridging')
  await owner.query('begin')
  await copied(owner, 'cases', from, 'id', { ...there, id: foreign.case, number: '5RKC-1T9F-6P', team_id: team!.id, owner_id: karin, opened_by: karin, anonymous: true })
  await copied(owner, 'case_contents', from, 'case_id', { ...there, case_id: foreign.case })
  await copied(owner, 'involvements', from, 'case_id', { ...there, id: idOf('involvement', 'matrix'), case_id: foreign.case, person_id: karin, organization_id: organization!.id, team_id: team!.id, added_by: karin, class: 4, ended_at: null })
  await copied(owner, 'grounds', from, 'case_id', { ...there, id: idOf('ground', 'matrix'), case_id: foreign.case, team_id: team!.id, organization_id: null, asked_by: karin, withdrawn_at: null, until_at: null, kind: 'anonymous', with_identity: false })
  const [signal] = (await owner.query<{ id: string }>("select id from signals where state = 'new' order by id limit 1")).rows
  await copied(owner, 'signals', signal!.id, 'id', { ...there, id: foreign.signal, number: '9HYD-EVMK-4Y', team_id: team!.id, area_id: null, owner_id: karin, signalled_by: null, case_id: null })
  await copied(owner, 'signal_contents', signal!.id, 'signal_id', { ...there, signal_id: foreign.signal })
  await copied(owner, 'signallers', signal!.id, 'signal_id', { ...there, signal_id: foreign.signal, person_id: null, name: null, phone: null, email: null, anonymous: true })
  await copied(owner, 'signal_feedback', signal!.id, 'signal_id', { ...there, id: idOf('feedback', 'matrix'), signal_id: foreign.signal, owner_id: karin, given_at: null, given_by: null, how: null, told: null, waived_at: null, waived_by: null, waived_because: null })
  await owner.query('commit')
}

const first = async (owner: pg.Client, sql: string, values: unknown[] = []): Promise<string> => (await owner.query<{ id: string }>(sql, values)).rows[0]?.id ?? unknownId

/** Records to try, by the first name in a path. Each stands for a relation that somebody may have with it. */
export async function recordsFor(owner: pg.Client): Promise<Readonly<Record<string, Named>>> {
  const own = await first(owner, 'select case_id as id from vault.identities where person_id = $1', [personId('aaltje')])
  const signalOf = (team: string, state: string) => first(owner, "select s.id from signals s join teams t on t.municipality_id = s.municipality_id and t.id = s.team_id where t.slug = $1 and s.state = $2 order by s.id limit 1", [team, state])
  const meetingOf = (team: string, state: string) => first(owner, "select m.id from meetings m join teams t on t.municipality_id = m.municipality_id and t.id = m.team_id where t.slug = $1 and m.state = $2 order by m.on_day limit 1", [team, state])
  return {
    caseId: { 'of a resident': own, 'of Randenbroek': caseId('no-answer'), 'just opened in Randenbroek': caseId('through-the-church'), 'of Kruiskamp': caseId('own-language'), 'closed in Schothorst': caseId('would-help'), 'of Leusden': foreign.case, 'that never was': unknownId },
    signalId: { 'new in Randenbroek': await signalOf('randenbroek-schuilenburg', 'new'), 'taken up in Randenbroek': await signalOf('randenbroek-schuilenburg', 'taken-up'), 'of Kruiskamp': await signalOf('kruiskamp-koppel', 'new'), 'of Leusden': foreign.signal, 'that never was': unknownId },
    meetingId: { 'to come in Randenbroek': await meetingOf('randenbroek-schuilenburg', 'invited'), 'held in Randenbroek': await meetingOf('randenbroek-schuilenburg', 'held'), 'of Kruiskamp': await meetingOf('kruiskamp-koppel', 'invited'), 'that never was': unknownId },
    taskId: { 'of Randenbroek': await first(owner, "select k.id from team_tasks k join teams t on t.municipality_id = k.municipality_id and t.id = k.team_id where t.slug = 'randenbroek-schuilenburg' limit 1"), 'that never was': unknownId },
    importId: { 'that never was': unknownId },
    passkeyId: { 'that never was': unknownId },
    sessionId: { 'that never was': unknownId },
    slug: { 'of a team or neighbourhood': 'randenbroek-schuilenburg', 'of a service that Hassan keeps': 'eetclub', 'of a service for professionals': 'crisis', 'of a draft': 'herstelgroep', 'of an organisation': 'amant', 'that never was': 'bestaat-niet' },
    kind: { 'service that Hassan keeps': 'voorziening/eetclub', 'service for professionals': 'voorziening/crisis', draft: 'voorziening/herstelgroep', organisation: 'organisatie/amant', 'that never was': 'voorziening/bestaat-niet' },
    proposalId: { 'of Mirjam': idOf('proposal', 'sensor'), 'of a visitor': idOf('proposal', 'eetcafe'), 'that never was': unknownId },
    mergeId: { 'that never was': unknownId },
    key: { 'of an indicator': 'rented', 'that never was': 'bestaat-niet' },
    token: { 'that never was': '0123456789abcdef' },
  }
}

/** Where the second name in a path is found, below the first. */
export const below: Readonly<Record<string, { table: string; by: string }>> = {
  actionId: { table: 'actions', by: 'case_id' }, involvementId: { table: 'involvements', by: 'case_id' }, groundId: { table: 'grounds', by: 'case_id' },
  feedbackId: { table: 'signal_feedback', by: 'signal_id' }, itemId: { table: 'agenda_items', by: 'meeting_id' },
}

/** Which table holds the version that a form carries. */
export const versioned: Readonly<Record<string, string>> = { caseId: 'cases', signalId: 'signals', meetingId: 'meetings', taskId: 'team_tasks', actionId: 'actions', proposalId: 'directory_proposals' }
