import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Db } from '../../platform/db.ts'
import { type Looker, lookerIn } from '../../tests/support/looker.ts'
import { type Town, town } from '../../tests/support/town.ts'
import { baseOf } from './ground.ts'
import { countAll, type Entity, listAll, search } from './search.ts'

let t: Town
let looker: Looker
beforeAll(async () => {
  t = await town()
  looker = await lookerIn(t)
})
afterAll(async () => {
  await looker.close()
  await t.close()
})

const entities: readonly Entity[] = ['service', 'organization', 'network', 'program', 'contact']
const nobody = { words: [], all: null, any: null }

const lookingAs = <T>(who: string | null, look: (db: Db) => Promise<T>): Promise<T> => looker.as(who, look)

test.each([null, 'sanne', 'hassan', 'petra'])('[DIR-12] the list of all, and its counts, are those of a search without a question, for %s', async (who) => {
  await t.rows("update directory_index set stale_on = '2020-01-01' where name < 'H'")
  await t.rows("update directory_index set assured_date = null where name < 'D'")
  const [lists, all, whole] = await lookingAs(who, async (db) => {
    const found = await search(db, { reading: nobody, groups: [], people: entities.includes('contact'), order: 'past', limit: 1000, offset: 0 })
    const pages: string[] = []
    for (let offset = 0; offset < found.total; offset += 7) pages.push(...(await listAll(db, { entities, limit: 7, offset })).map(({ id }) => id))
    return [pages, await countAll(db, entities), found] as const
  })

  expect(whole.total).toBeGreaterThan(20)
  expect(lists).toEqual(whole.hits.map(({ id }) => id))
  expect(all).toEqual({ total: whole.total, counts: whole.counts })
})

test('what is kept of the directory is read again after a change, and on another day', async () => {
  const base = (now = t.now()) => lookingAs(null, async (db) => (await baseOf({ db, now, forChange: false }, entities)).base)
  const first = await base()
  expect(await base()).toBe(first)

  await t.rows("update teams set phone = '033 000 00 00' where kind = 'linking-team'")
  const second = await base()
  expect(second.teams.map(({ phone }) => phone)).toContain('033 000 00 00')

  await t.rows("update services set state = 'draft' where id in (select record_id from directory_index where entity = 'service' and visibility = 'public' and state = 'published' limit 1)")
  const third = await base()
  expect(third.all.total).toBeLessThan(second.all.total)
  expect(await base(new Date(t.now().getTime() + 86_400_000))).not.toBe(third)
})

test('[PRI-11] what is kept for one is not given to somebody who sees less', async () => {
  const counted = async (who: string | null) => (await lookingAs(who, (db) => baseOf({ db, now: t.now(), forChange: false }, entities))).base.all.total
  const colleague = await counted('sanne')

  expect(await counted(null)).toBeLessThan(colleague)
  expect(await counted('sanne')).toBe(colleague)
})
