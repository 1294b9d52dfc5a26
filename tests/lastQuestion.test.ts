import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Caller, inContext, type Reading, type Trace } from '../platform/context.ts'
import type { Db } from '../platform/db.ts'
import { hashed } from '../platform/request.ts'
import { type Town, town, type TownsPerson } from './support/town.ts'

let t: Town
beforeAll(async () => {
  t = await town()
})
afterAll(() => t.close())

const callerOf = (who: TownsPerson): Caller => ({ token: who === 'visitor' ? null : hashed(`secret-of-${who}-in-the-town`), municipalityId: t.settings.municipalityId, now: t.now(), requestId: 'last' })
const services = (db: Db) => db.selectFrom('services').select('slug').orderBy('slug').execute()
const asIt = <T>(answer: Promise<T>): Promise<T> => answer
/** Looks with one question that is told to be the last, and then does something more. */
const looked = <T>(who: TownsPerson, trace: Trace, after: (db: Db) => Promise<T>) =>
  inContext(t.pool, callerOf(who), trace, null, ({ db, last = asIt }: Reading) => last(services(db)), async ({ db }, found) => ({ result: { found, more: await after(db) }, subjects: [] }))

test('a visitor who asked the last question gets its answer, and nothing can be asked after it', async () => {
  const ordinary = await inContext(t.pool, callerOf('visitor'), null, null, ({ db }) => services(db), async (_ctx, found) => ({ result: found, subjects: [] }))

  expect((await looked('visitor', null, async () => null)).found).toEqual(ordinary)
  await expect(looked('visitor', null, services)).rejects.toThrow('after the end of its request')
})

test('who signed in, and what is written down, go on after the last question', async () => {
  const before = await t.rows<{ n: number }>("select count(*)::integer as n from audit.events where event_code = 'audit.log'")

  const { found, more } = await looked('hassan', null, services)
  expect(more).toEqual(found)
  const traced = await looked('visitor', { name: 'audit.log', action: 'R' }, services)
  expect(traced.more).toEqual(traced.found)

  const after = await t.rows<{ n: number }>("select count(*)::integer as n from audit.events where event_code = 'audit.log'")
  expect(after[0]!.n).toBe(before[0]!.n + 1)
})

test('a last question that fails fails the look, and leaves the connection fit for the next', async () => {
  for (let turn = 0; turn < 12; turn++) {
    const failing = inContext(t.pool, callerOf('visitor'), null, null, ({ db, last = asIt }: Reading) => last(db.selectFrom('services').select('noSuchThing' as 'slug').execute()), async (_ctx, found) => ({ result: found, subjects: [] }))
    await expect(failing).rejects.toThrow('no_such_thing')
    expect((await looked('visitor', null, async () => null)).found.length).toBeGreaterThan(0)
  }
})
