import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { appendFileSync, chmodSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exitCodeOf, keysIn } from './index.ts'
import { type LogWorld, logWorld } from './log.world.ts'
import { merkleRoot } from './merkle.ts'
import { kinds, sealAnew, tamper } from './tampering.world.ts'
import { inspect } from './verify.ts'
import { rootOf } from './verifyTree.ts'

let world: LogWorld
beforeAll(async () => {
  world = await logWorld()
  for (let round = 0; round < 8; round++) {
    for (let each = 0; each < 9; each++) await world.write(world.owner, { town: each % 2, organization: (each + round) % 3 })
    await world.settle()
  }
  await world.anchor()
})
afterAll(() => world.close())

const options = () => ({ publicKey: world.keys.publicKey, anchors: world.anchors })

test('an untouched log holds, also when events came after the last seal', async () => {
  await world.write()

  const report = await world.verify()

  expect(report).toMatchObject({ state: 'intact', findings: [], chains: 6 })
  expect(report.rows).toBe(72)
  expect(exitCodeOf(report)).toBe(0)
})

describe('whoever has all rights in the database and switches the triggers off is found out', () => {
  test.each(kinds)('%s, 30 times by chance', async (kind) => {
    const number = fc.nat(100_000)
    await fc.assert(
      fc.asyncProperty(number, number, number, async (place, other, salt) => {
        await world.master.query('begin')
        try {
          await world.master.query("set local session_replication_role = 'replica'")
          const changed = await tamper(world.master, { kind, place, other, salt })
          const { state } = await inspect(world.master, options())
          expect(state).toBe(changed ? 'tampered' : 'intact')
          fc.pre(changed)
        } finally {
          await world.master.query('rollback')
        }
      }),
      { numRuns: 30, endOnFailure: true },
    )
  })
})

test('what is wrong is named, with its place', async () => {
  await world.master.query('begin')
  await world.master.query("set local session_replication_role = 'replica'")
  const { rows } = await world.master.query<{ m: string; o: string; x: string; i: string }>('select municipality_id as m, organization_id as o, event_xid as x, event_id::text as i from audit.sealed_rows where seq = 5 order by 1, 2 limit 1')
  await world.master.query("update audit.events set role = 'partner' where (municipality_id, xid, id) = ($1, $2::xid8, $3)", [rows[0]!.m, rows[0]!.x, rows[0]!.i])

  const report = await inspect(world.master, options())

  await world.master.query('rollback')
  expect(report.findings).toEqual([{ kind: 'edited', municipality: rows[0]!.m, organization: rows[0]!.o, batch: expect.any(Number), seq: 5, event: rows[0]!.i }])
  expect(exitCodeOf(report)).toBe(1)
})

test('whatever stands in a text, sealer and verifier read the same', async () => {
  const fresh = await logWorld()
  const everyControl = Array.from({ length: 31 }, (_, at) => String.fromCharCode(at + 1)).join('')
  const odd = [everyControl, '"quoted" \\ and /', '\u007f\u0085\u2028\u2029\ufeff', 'é e\u0301 ß 漢 😀', '', '{"json": [1]}']
  for (const text of odd) {
    await fresh.owner.query(
      `insert into audit.events (municipality_id, organization_id, event_code, action, outcome, occurred_at, user_kind, purpose, subjects, request_id) values ($1, $2, $3, 'R', 'done', now(), $3, $3, '{}', $3)`,
      [fresh.towns[0], fresh.organizations[1], text],
    )
  }
  await fresh.settle()
  await fresh.anchor()

  expect(await fresh.verify()).toMatchObject({ state: 'intact', rows: odd.length })
  await fresh.close()
})

test('a sealer that puts transactions in order as text is found out, though it signs with the right key', async () => {
  const fresh = await logWorld()
  for (const xid of ['100', '9', '99']) await fresh.write(fresh.owner, { xid })
  await fresh.settle()
  await fresh.master.query("begin; set local session_replication_role = 'replica'; update audit.sealed_rows set seq = seq + 10")
  await fresh.master.query("update audit.sealed_rows set seq = array_position(array['100', '9', '99'], event_xid::text)")
  await sealAnew(fresh.master, fresh.keys)
  await fresh.master.query('commit')

  const { findings } = await fresh.verify({ anchors: null })

  expect(findings.map((it) => it.kind)).toEqual(['order', 'not-anchored'])
  await fresh.close()
})

test('one organisation, and what was sealed from a moment, can be verified alone', async () => {
  const all = await world.verify()
  const one = await world.verify({ organization: world.organizations[1] })
  const recent = await world.verify({ from: new Date(Date.now() + 60_000) })

  expect(one).toMatchObject({ state: 'intact', chains: 2 })
  expect(one.rows).toBeLessThan(all.rows)
  expect(recent).toMatchObject({ state: 'intact', rows: 0, chains: 6 })
})

test('without anchors nobody can tell whether the end was cut off', async () => {
  const none = await world.verify({ anchors: null })

  expect(none.state).toBe('unclear')
  expect(none.findings.map((it) => it.kind)).toEqual(Array(6).fill('not-anchored'))
  expect(exitCodeOf(none)).toBe(2)
})

test('anchors that lag behind, and anchors that nobody can read, leave it unclear; a last line cut short by a crash does not', async () => {
  const copy = join(world.folder, 'copy.jsonl')
  const text = readFileSync(world.anchors, 'utf8')
  writeFileSync(copy, `${text}{"at":"2026-03-02T10:00:00.000Z","munici`)
  expect((await world.verify({ anchors: copy })).state).toBe('intact')
  appendFileSync(copy, '\nnot an anchor\n')
  expect((await world.verify({ anchors: copy })).findings).toEqual([{ kind: 'anchors-unreadable' }])

  await world.settle()
  const later = await world.verify({ now: new Date(Date.now() + 3 * 3_600_000) })
  expect(later.findings).toEqual([expect.objectContaining({ kind: 'anchors-behind' })])
  await world.anchor()
  expect((await world.verify()).state).toBe('intact')
})

test('another public key than the one that sealed does not fit', async () => {
  const { publicKey } = generateKeyPairSync('ed25519')

  expect((await world.verify({ publicKey })).state).toBe('tampered')
})

test('the two trees, one built upwards and one downwards, have the same root for any number of leaves', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300 }), (count) => {
      const leaves = Array.from({ length: count }, () => randomBytes(32))
      expect(rootOf(leaves)).toEqual(merkleRoot(leaves))
    }),
  )
})

test('a key that others may read is refused, and a lost one is not quietly replaced', () => {
  const folder = join(world.folder, 'other-keys')
  keysIn(folder)
  const file = join(folder, 'audit-ed25519.pem')
  expect(statSync(file).mode & 0o777).toBe(0o600)
  chmodSync(file, 0o644)
  expect(() => keysIn(folder)).toThrow('0600')
  rmSync(file)
  expect(() => keysIn(folder)).toThrow('backup')
})
