import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cast, personId } from '../../db/seeds/demo/cast.ts'
import { signalId } from '../../db/seeds/demo/signals.ts'
import { type Actor, actorFrom, type Staff } from '../../platform/actor.ts'
import { hashed } from '../../platform/request.ts'
import { type Town, town, type TownsPerson } from '../../tests/support/town.ts'
import type { CaseFacts } from '../access/index.ts'
import { maySeeContent, maySeeSignal, maySeeSignaller, maySeeWeighing, mayTriage } from './policy.ts'
import type { SignalFacts } from './record.ts'

let t: Town
let app: pg.Client
beforeAll(async () => {
  t = await town()
  app = new pg.Client(t.database.appUrl)
  await app.connect()
})
afterAll(async () => {
  await app.end()
  await t.close()
})

/** Works with the rights of somebody, past the application. */
async function asOne<T>(who: TownsPerson, work: (actor: Actor, rows: (sql: string) => Promise<Record<string, unknown>[]>) => Promise<T>): Promise<T> {
  await app.query('begin')
  try {
    const token = who === 'visitor' ? null : hashed(`secret-of-${who}-in-the-town`)
    const opened = await app.query('select ctx.open($1, $2, $3, null, null) as open', [token, t.settings.municipalityId, t.now()])
    return await work(actorFrom(opened.rows[0].open.actor), async (sql) => (await app.query(sql)).rows)
  } finally {
    await app.query('rollback')
  }
}

/** Every signal with all that its policy looks at, as nobody's rights limit it. */
async function allFacts(): Promise<SignalFacts[]> {
  const signals = await t.rows<Record<string, string>>('select s.*, k.team_id as case_team, k.purpose as case_purpose from signals s left join cases k on k.id = s.case_id')
  const involvements = await t.rows<Record<string, never>>('select case_id, person_id as "personId", organization_id as "organizationId", team_id as "teamId", class, purpose, from_at as "fromAt", until_at as "untilAt", ended_at as "endedAt" from involvements')
  const grounds = await t.rows<Record<string, never>>('select case_id, with_identity as "withIdentity", team_id as "teamId", organization_id as "organizationId", purpose, from_at as "fromAt", until_at as "untilAt", withdrawn_at as "withdrawnAt" from grounds')
  return signals.map((it) => ({
    id: it.id ?? '', teamId: it.team_id ?? '', purpose: it.purpose ?? '', state: it.state as SignalFacts['state'], ownerId: it.owner_id ?? '', signalledBy: it.signalled_by ?? null, caseId: it.case_id ?? null,
    caseFacts: it.case_id
      ? ({
          municipalityId: it.municipality_id, caseId: it.case_id, teamId: it.case_team, purpose: it.case_purpose, at: t.now(),
          involvements: involvements.filter((one) => one.case_id === it.case_id), grounds: grounds.filter((one) => one.case_id === it.case_id),
        } as unknown as CaseFacts)
      : null,
  }))
}

test('the rule and the database decide alike who sees that a signal exists, its content, its signaller and its weighing', async () => {
  const facts = await allFacts()
  const held: Record<string, number> = {}
  const tables = [
    ['select id from signals', maySeeSignal],
    ['select signal_id as id from signal_contents', maySeeContent],
    ['select signal_id as id from signallers', maySeeSignaller],
    ['select distinct signal_id as id from signal_feedback', maySeeSignaller],
    ['select distinct signal_id as id from signal_notes', maySeeWeighing],
    ['select distinct signal_id as id from signal_assessments', maySeeWeighing],
  ] as const

  for (const who of [...cast.map((it) => it.key), 'karin', 'visitor'] as TownsPerson[]) {
    await asOne(who, async (actor, rows) => {
      for (const [sql, rule] of tables) {
        const inTable = new Set((await t.rows<{ id: string }>(sql)).map((it) => it.id))
        const shown = (await rows(sql)).map((it) => it.id as string).sort()
        const allowed = actor.kind === 'worker' || actor.kind === 'volunteer' ? facts.filter((it) => actor.municipalityId === t.settings.municipalityId && inTable.has(it.id) && rule(actor as Staff, it)) : []
        expect([who, sql, shown]).toEqual([who, sql, allowed.map((it) => it.id).sort()])
        held[sql] = (held[sql] ?? 0) + shown.length
      }
    })
  }
  for (const [sql] of tables) expect(held[sql]).toBeGreaterThan(5)
})

test('a colleague without triage cannot change or settle anything, even past the application', async () => {
  const facts = (await allFacts()).filter((it) => it.state === 'taken-up')
  for (const who of ['mirjam', 'els', 'sanne', 'nadia', 'dirk', 'joke', 'karin', 'visitor'] as const) {
    await asOne(who, async (actor) => {
      for (const it of facts.filter((one) => actor.kind === 'visitor' || !mayTriage(actor as Staff, one))) {
        expect((await app.query('update signals set urgency = $2 where id = $1', [it.id, 'now'])).rowCount).toBe(0)
        expect((await app.query(`update signal_feedback set waived_at = now(), waived_by = owner_id, waived_because = 'x' where signal_id = $1`, [it.id])).rowCount).toBe(0)
      }
    })
  }
})

test('a visitor calls the one door and nothing else', async () => {
  for (const sql of ['select ctx.signal_owner(null, null, null)', 'select auth.follow_hash(null)', 'select * from auth.follow_codes', `insert into signals (municipality_id) values (null)`, `delete from signals`]) {
    await expect(asOne('visitor', (_actor, rows) => rows(sql))).rejects.toThrow(/permission denied/)
  }
  await expect(asOne('visitor', (_actor, rows) => rows(`select ctx.receive_signal(gen_random_uuid(), '7K3M-Q9TX-25', sha256('x'), '{"channel": "phone"}')`))).rejects.toThrow('a visitor comes by the website')
})

test('the database itself refuses an open signal without owner or next date, and a finished one without result or outcome', async () => {
  const open = signalId('curtains')
  const wrong = [
    [`update signals set next_on = null where id = '${open}'`, 'open_has_a_next_date'],
    [`update signals set owner_id = null where id = '${open}'`, 'owner_id'],
    [`update signals set state = 'closed', next_on = null, finished_at = now() where id = '${open}'`, 'finished_has_an_outcome'],
    [`update signals set state = 'closed', outcome = 'advised', next_on = null, finished_at = now() where id = '${open}'`, 'closing needs a result'],
    [`update signals set state = 'case', outcome = 'case', next_on = null, finished_at = now() where id = '${open}'`, 'connected_is_true'],
    [`delete from signal_feedback where signal_id = '${open}'; update signals set version = version + 1 where id = '${open}'`, 'feedback is owed'],
    [`update signal_feedback set given_at = now() where signal_id = '${open}'`, 'given_is_whole'],
    [`update signal_feedback set waived_at = now(), waived_by = owner_id where signal_id = '${open}'`, 'waived_is_whole'],
    [`update signallers set anonymous = false where signal_id = '${open}'`, 'anonymous_is_true'],
  ] as const

  for (const [sql, why] of wrong) await expect(t.owner.query(`begin; ${sql}; commit`).finally(() => t.owner.query('rollback')), sql).rejects.toThrow(why)
  expect(await t.rows('select owner_id from signals where id = $1', [open])).toEqual([{ owner_id: personId('hassan') }])
})
