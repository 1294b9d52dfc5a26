import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Person } from '../../platform/actor.ts'
import { inContext } from '../../platform/context.ts'
import type { Db } from '../../platform/db.ts'
import { hashed } from '../../platform/request.ts'
import { type Town, town, type TownsPerson } from '../../tests/support/town.ts'

let t: Town
beforeAll(async () => {
  t = await town()
})
afterAll(() => t.close())

/** What the database itself gives to somebody, whatever our own rules say. */
const seenBy = <T>(who: TownsPerson, query: (db: Db) => Promise<T>): Promise<T> =>
  inContext(
    t.pool,
    { token: who === 'visitor' ? null : hashed(`secret-of-${who}-in-the-town`), municipalityId: t.settings.municipalityId, now: t.now(), requestId: crypto.randomUUID() },
    null,
    null,
    async () => null,
    async (ctx) => ({ result: await query(ctx.db), subjects: [] }),
  )

const names = (who: TownsPerson) => seenBy(who, async (db) => (await db.selectFrom('contactPersons').select('name').execute()).map((it) => it.name))

test('[DIR-02][DIR-06] a visitor sees the people who chose to be public, a professional also colleagues, a team its own', async () => {
  expect(await names('visitor')).not.toContain('Inge Peters')
  expect(await names('visitor')).toContain('Els Verhoeven')
  expect(await names('sanne')).toContain('Inge Peters')
  expect(await names('sanne')).not.toContain('Carla Jonker')
  expect(await names('mirjam')).toContain('Carla Jonker')
  expect(await names('henk')).not.toContain('Inge Peters')
})

test('[DIR-06] telephone numbers and languages of people follow the people', async () => {
  const numbers = (who: TownsPerson) => seenBy(who, async (db) => (await db.selectFrom('phones').select('number').execute()).map((it) => it.number))

  expect((await numbers('visitor')).filter((it) => it.startsWith('06'))).toEqual([])
  expect(await numbers('mirjam')).toContain('06 000 00 007')
  expect(await numbers('sanne')).not.toContain('06 000 00 007')
})

test('[DIR-06] people in the search index are found by nobody who may not see them', async () => {
  const found = (who: TownsPerson) => seenBy(who, async (db) => (await db.selectFrom('directoryIndex').select('name').where('entity', '=', 'contact').execute()).map((it) => it.name))

  expect(await found('visitor')).not.toContain('Inge Peters')
  expect(await found('visitor')).not.toContain('Carla Jonker')
  expect(await found('sanne')).toContain('Inge Peters')
  expect(await found('sanne')).not.toContain('Carla Jonker')
})

test('the address of a refuge is for nobody but who keeps the directory', async () => {
  const streets = (who: TownsPerson) => seenBy(who, async (db) => (await db.selectFrom('addresses').innerJoin('locations', 'locations.id', 'addresses.locationId').where('locations.masked', '=', true).select('address1').execute()).length)

  expect(await streets('visitor')).toBe(0)
  expect(await streets('hassan')).toBe(0)
  expect(await streets('petra')).toBe(1)
})

test('a draft, what begins later and what is over are not public', async () => {
  const slugs = (who: TownsPerson) => seenBy(who, async (db) => (await db.selectFrom('services').select('slug').execute()).map((it) => it.slug))

  expect(await slugs('visitor')).not.toContain('herstelgroep')
  expect(await slugs('visitor')).not.toContain('dag-van-de-dialoog')
  expect(await slugs('visitor')).not.toContain('crisis')
  expect(await slugs('visitor')).toContain('eetclub')
  expect(await slugs('sanne')).toContain('crisis')
  expect(await slugs('petra')).toContain('herstelgroep')
})

test('only who keeps the directory, and the owner of an entry, changes it', async () => {
  const changed = (who: TownsPerson, slug: string) => seenBy(who, async (db) => Number((await db.updateTable('services').set({ alert: 'Let op' }).where('slug', '=', slug).executeTakeFirst()).numUpdatedRows))

  expect(await changed('visitor', 'eetclub')).toBe(0)
  expect(await changed('mirjam', 'eetclub')).toBe(0)
  expect(await changed('hassan', 'eetclub')).toBe(1)
  expect(await changed('hassan', 'maatjesproject')).toBe(0)
  expect(await changed('petra', 'maatjesproject')).toBe(1)
})

test('another municipality sees nothing of it', async () => {
  const seen = (db: Db) => db.selectFrom('services').select('id').execute()
  const other = await inContext<null, unknown[]>(t.pool, { token: hashed('secret-of-karin-in-the-town'), municipalityId: t.settings.municipalityId, now: t.now(), requestId: crypto.randomUUID() }, null, null, async () => null, async (ctx) => ({ result: (ctx.actor as Person) && (await seen(ctx.db)), subjects: [] }))

  expect(other).toEqual([])
})
