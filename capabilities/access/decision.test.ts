import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { actorFrom, type Actor } from '../../platform/actor.ts'
import { hashed } from '../../platform/request.ts'
import { testDatabase } from '../../tests/support/database.ts'
import { type CaseFacts, clearance, knowsIdentity } from './decision.ts'
import { type GeneratedWorld, generatedWorld, tokenOf } from './decision.world.ts'

const people = 40
const cases = 130
const now = new Date('2026-03-02T09:00:00Z')

let database: Awaited<ReturnType<typeof testDatabase>>
let owner: pg.Client
let app: pg.Client
let world: GeneratedWorld

beforeAll(async () => {
  database = await testDatabase()
  owner = new pg.Client(database.ownerUrl)
  app = new pg.Client(database.appUrl)
  await Promise.all([owner.connect(), app.connect()])
  world = await generatedWorld(owner, { people, cases, now, seed: 42 })
}, 60_000)
afterAll(async () => {
  await Promise.all([owner?.end(), app?.end()])
  await database?.drop()
})

type Sight = { actor: Actor; readable: Set<string>[]; rows: Record<string, Set<string>> }
const tables = { cases: 'id', contacts: 'case_id', case_contents: 'case_id', 'vault.identities': 'case_id' } as const

/** What the database shows one person, asked as the restricted role. */
async function sightOf(token: string, at = now): Promise<Sight | null> {
  await app.query('begin')
  const opened = await app.query('select ctx.open($1, $2, $3, null, null) as it', [hashed(token), world.municipalityId, at])
  if (!opened.rows[0].it) {
    await app.query('rollback')
    return null
  }
  const readable: Set<string>[] = []
  for (const wanted of [2, 3, 4, 5]) readable.push(new Set((await app.query('select unnest(ctx.readable($1::smallint)) as id', [wanted])).rows.map((row) => row.id)))
  const rows: Record<string, Set<string>> = {}
  for (const [table, column] of Object.entries(tables)) rows[table] = new Set((await app.query(`select ${column} as id from ${table}`)).rows.map((row) => row.id))
  await app.query('commit')
  return { actor: actorFrom(opened.rows[0].it.actor), readable, rows }
}

/** Every (person, case, class) on which rule and database differ, in words. */
function differences(sight: Sight, facts: CaseFacts): string[] {
  const level = clearance(sight.actor, facts)
  const identity = knowsIdentity(sight.actor, facts)
  const id = facts.caseId
  const pairs: [string, boolean, boolean][] = [
    ['class 1, row', level >= 1, sight.rows.cases!.has(id)],
    ['class 2, row', level >= 2, sight.rows.contacts!.has(id)],
    ['class 3, row', level >= 3, sight.rows.case_contents!.has(id)],
    ['class 2', level >= 2, sight.readable[0]!.has(id)],
    ['class 3', level >= 3, sight.readable[1]!.has(id)],
    ['class 4', level >= 4, sight.readable[2]!.has(id)],
    ['identity', identity, sight.readable[3]!.has(id)],
    ['identity, row', identity && world.linked.has(id), sight.rows['vault.identities']!.has(id)],
  ]
  return pairs.filter(([, rule, found]) => rule !== found).map(([what, rule]) => `${what}: the rule says ${rule}`)
}

describe('the rule and the database decide alike', () => {
  test('[PRI-11] over 40,000 combinations of person, case and field class', async () => {
    let compared = 0
    let allowed = 0
    const differing: string[] = []
    for (const person of world.people) {
      const sight = await sightOf(tokenOf(person))
      if (!sight) continue
      for (const facts of world.facts) {
        differing.push(...differences(sight, facts).map((it) => `${person} ${facts.caseId} ${it}`))
        compared += 8
        allowed += sight.readable[1]!.has(facts.caseId) ? 1 : 0
      }
    }

    expect(differing).toEqual([])
    expect(compared).toBeGreaterThanOrEqual(20_000)
    expect(allowed).toBeGreaterThan(20)
  }, 60_000)

  test('[PRI-03] at any other moment too, because windows open and close by themselves', async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...world.people), fc.integer({ min: -400, max: 400 }), async (person, days) => {
        const at = new Date(now.getTime() + days * 86_400_000)
        const sight = await sightOf(tokenOf(person), at)
        if (!sight) return
        for (const facts of world.facts) expect(differences(sight, { ...facts, at })).toEqual([])
      }),
      { numRuns: 30, seed: 7 },
    )
  }, 60_000)
})

test('a forged context in injected SQL opens nothing', async () => {
  const person = world.people[0]!
  await app.query('begin')
  await app.query('select ctx.open($1, $2, $3, null, null)', [hashed(tokenOf(person)), world.municipalityId, now])
  const claims = (await app.query("select current_setting('ctx.claims') as it")).rows[0].it.replace(/"person": "[^"]+"/, `"person": "${world.people[1]}"`)
  await app.query("select set_config('ctx.claims', $1, true)", [claims])

  expect((await app.query('select ctx.person() as it')).rows[0].it).toBeNull()
  expect((await app.query('select count(*)::int as count from cases')).rows[0].count).toBe(0)

  await app.query('rollback')
})

test('the application cannot read sessions, seal, audit or vault keys, nor make anything', async () => {
  for (const statement of ['select * from auth.sessions', 'select * from auth.seal', 'select * from audit.events', 'select * from auth.resident_codes', 'create table mine (id int)', "select ctx.sealed('x')", 'delete from cases', 'truncate people']) {
    await expect(app.query(statement), statement).rejects.toMatchObject({ code: '42501' })
  }
})
