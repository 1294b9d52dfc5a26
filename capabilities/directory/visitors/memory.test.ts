import fc from 'fast-check'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Db } from '../../../platform/db.ts'
import { dayOf } from '../../../platform/dates.ts'
import { type Looker, lookerIn } from '../../../tests/support/looker.ts'
import { type Town, town } from '../../../tests/support/town.ts'
import { readQuestion, type Search, search } from '../search.ts'
import { startOf, wordsOf } from './entries.ts'
import { forgetAll, forVisitors, type Look } from './keeping.ts'
import { pointsOf } from './points.ts'
import { both, either } from './postings.ts'
import { wantedOf } from './wanted.ts'

let t: Town
let looker: Looker
beforeAll(async () => {
  t = await town()
  looker = await lookerIn(t)
})
beforeEach(() => forgetAll())
afterAll(async () => {
  await looker.close()
  await t.close()
})

async function lookOf(db: Db): Promise<Look> {
  const { rows } = await sql<Look>`select place, counters from ctx.directory_look()`.execute(db)
  return { place: rows[0]!.place, counters: rows[0]!.counters?.map(Number) ?? null }
}
const asking = async (db: Db, q: string): Promise<Search> => ({ reading: await readQuestion(db, q), groups: [], people: false, order: 'past', limit: 500, offset: 0 })

/** What a visitor finds, from the database and from memory. */
const askedBoth = (q: string) =>
  looker.as(null, async (db) => {
    const entries = await forVisitors(db, await lookOf(db))
    const it = await asking(db, q)
    const idsOf = ({ total, counts, hits }: Awaited<ReturnType<typeof search>>) => ({ total, counts, ids: hits.map(({ id }) => id) })
    return { database: idsOf(await search(db, it)), memory: entries && idsOf(await search(db, it, { entries, today: t.now() })) }
  })

test('what a word counts for is what the database gives for it, wherever and however often it stands', async () => {
  const places = fc.uniqueArray(fc.tuple(fc.integer({ min: 1, max: 300 }), fc.constantFrom('A', 'B', 'C', '')), { minLength: 1, maxLength: 12, selector: ([place]) => place })
  await fc.assert(
    fc.asyncProperty(fc.array(places, { minLength: 20, maxLength: 40 }), async (all) => {
      const written = all.map((one) => one.sort(([a], [b]) => a - b).map(([place, letter]) => `${place}${letter}`).join())
      const rows = await t.rows<{ points: number }>("select round(1000 * ts_rank('{0.05, 0.2, 0.6, 1}', ('woord:' || p)::tsvector, 'woord'::tsquery))::integer as points from unnest($1::text[]) with ordinality w(p, at) order by at", [written])
      expect(written.map(pointsOf)).toEqual(rows.map(({ points }) => points))
    }),
    { numRuns: 40, seed: 3 },
  )
  const [bare] = await t.rows<{ points: number }>("select round(1000 * ts_rank('{0.05, 0.2, 0.6, 1}', 'woord'::tsvector, 'woord'::tsquery))::integer as points")
  expect(pointsOf('')).toBe(bare?.points)
})

test('the words of an entry are read as the database wrote them', async () => {
  const rows = await t.rows<{ document: string; words: Record<string, string> }>(
    "select d.document::text, (select jsonb_object_agg(u.lexeme, (select coalesce(string_agg(p || case w when 'D' then '' else w end, ',' order by at), '') from unnest(u.positions, u.weights) with ordinality x(p, w, at))) from unnest(d.document) u) as words from (select document from directory_index union all select $1::tsvector) d",
    [`'o''clock':1A,4 ' ''':2 ':':3B 'bare'`],
  )
  for (const { document, words } of rows) {
    const read: Record<string, string> = {}
    wordsOf(document, (word, places) => {
      read[word] = places
    })
    expect(read).toEqual(words)
  }
})

test('a question is read as the database writes it; what memory cannot answer is left to the database', async () => {
  expect(wantedOf("'eet' & ( 'club' | 'groep' & 'huis' )")).toEqual({ how: '&', of: ['eet', { how: '|', of: ['club', { how: '&', of: ['groep', 'huis'] }] }] })
  expect(wantedOf("'o''clock'")).toBe("o'clock")
  for (const other of ["!'eet'", "'eet' <-> 'club'", "'eet':*", "( 'eet'", "'eet' 'club'", '', 'eet']) expect(wantedOf(other), other).toBeNull()
})

test('how names begin never tells another order than the names themselves', () => {
  const name = fc.string({ unit: fc.constantFrom('a', 'b', 'Z', ' ', 'é', 'ÿ', 'ł', '字', '\0'), maxLength: 9 })
  fc.assert(
    fc.property(name, name, (one, other) => {
      const apart = Math.sign(startOf(one) - startOf(other))
      expect([0, one < other ? -1 : one > other ? 1 : 0]).toContain(apart)
    }),
    { numRuns: 2000 },
  )
})

test('what two words have together and what one of them has is what sets would give', () => {
  const numbers = fc.uniqueArray(fc.nat(400), { maxLength: 300 }).map((all) => Uint32Array.from(all.sort((a, b) => a - b)))
  fc.assert(
    fc.property(numbers, numbers, (one, other) => {
      expect([...both(one, other)]).toEqual([...one].filter((it) => other.includes(it)))
      expect([...either(one, other)]).toEqual([...new Set([...one, ...other])].sort((a, b) => a - b))
    }),
  )
})

test('[DIR-12] a visitor finds a change at once, whatever changes: new, withdrawn, renamed, hidden, moved to another day, or gone', async () => {
  const services = await t.rows<{ id: string }>("select record_id as id from directory_index where entity = 'service' and visibility = 'public' and state = 'published' order by name")
  const changes = {
    renamed: "update services set name = 'Wandelen met ' || left(name, 40) where id = $1",
    withdrawn: "update services set state = 'draft' where id = $1",
    published: "update services set state = 'published' where id = $1",
    professionals: "update services set visibility = 'professionals' where id = $1",
    public: "update services set visibility = 'public' where id = $1",
    later: `update services set expire_on = null, publish_on = '${dayOf(new Date(t.now().getTime() + 3 * 86_400_000))}' where id = $1`,
    over: `update services set publish_on = null, expire_on = '${dayOf(new Date(t.now().getTime() - 86_400_000))}' where id = $1`,
    described: "update services set description = 'Wij gaan samen wandelen en eten.' where id = $1",
    checked: `update services set assured_date = '${dayOf(t.now())}' where id = $1`,
    unindexed: "delete from directory_index where record_id = $1",
  }
  const steps = fc.array(fc.tuple(fc.constantFrom(...(Object.keys(changes) as (keyof typeof changes)[])), fc.nat(services.length - 1)), { minLength: 1, maxLength: 6 })
  let changed = 0
  await fc.assert(
    fc.asyncProperty(steps, fc.constantFrom('wandelen', 'samen eten', 'hulp', ''), async (some, q) => {
      for (const [change, at] of some) await t.rows(changes[change], [services[at]!.id])
      const { database, memory } = await askedBoth(q)
      expect(memory).toEqual(database)
      changed += some.length
    }),
    { numRuns: 40, seed: 7 },
  )
  expect(changed).toBeGreaterThan(40)
  t.pass(4 * 86_400_000)
  const { database, memory } = await askedBoth('wandelen')
  expect(memory).toEqual(database)
  t.pass(-4 * 86_400_000)
}, 60_000)

test('[DIR-12] a change of a programme is heard as well: of what it is, of its last day, of its organisation, and of what belongs to it', async () => {
  const programmes = await t.rows<{ id: string }>("select record_id as id from directory_index where entity = 'program' order by name")
  const ofIt = 'where id = (select organization_id from programs where id = $1)'
  const changes = {
    renamed: "update programs set name = 'Wandelen met ' || left(name, 40) where id = $1",
    themes: "update programme_contents set themes = 'Samen eten en wandelen' where program_id = $1",
    without: "update programme_contents set themes = null where program_id = $1",
    stopped: `update programme_contents set ended_on = '${dayOf(new Date(t.now().getTime() - 86_400_000))}' where program_id = $1`,
    stops: `update programme_contents set ended_on = '${dayOf(new Date(t.now().getTime() + 2 * 86_400_000))}' where program_id = $1`,
    goes: 'update programme_contents set ended_on = null where program_id = $1',
    hidden: `update organizations set visibility = 'professionals' ${ofIt}`,
    shown: `update organizations set visibility = 'public' ${ofIt}`,
    archived: `update organizations set state = 'archived' ${ofIt}`,
    published: `update organizations set state = 'published' ${ofIt}`,
    emptied: 'update services set program_id = null where program_id = $1',
    gone: 'delete from directory_index where record_id = $1',
  }
  const all = Object.keys(changes) as (keyof typeof changes)[]
  const steps = fc.array(fc.tuple(fc.constantFrom(...all), fc.nat(programmes.length - 1)), { minLength: 1, maxLength: 5 })
  const seen = new Set<boolean>()
  await fc.assert(
    fc.asyncProperty(steps, fc.constantFrom('wandelen', 'samen eten', 'pesten', ''), async (some, q) => {
      for (const [change, at] of some) await t.rows(changes[change], [programmes[at]!.id])
      const { database, memory } = await askedBoth(q)
      expect(memory).toEqual(database)
      seen.add(database.ids.some((id) => programmes.some((it) => it.id === id)))
    }),
    { numRuns: 40, seed: 11 },
  )
  expect(seen).toEqual(new Set([true, false]))
  t.pass(3 * 86_400_000)
  const { database, memory } = await askedBoth('')
  expect(memory).toEqual(database)
  t.pass(-3 * 86_400_000)
}, 60_000)

test('where there are more entries than are kept nothing is kept, and the database answers', async () => {
  const kept = () => looker.as(null, async (db) => forVisitors(db, await lookOf(db), 5))
  expect(await kept()).toBeNull()
  expect(await kept()).toBeNull()
  const { database, memory } = await askedBoth('hulp')
  expect(memory).toBeNull()
  expect(database.total).toBeGreaterThan(5)
})

test('memory is only for visitors, and a change that is not yet committed never comes into it', async () => {
  for (const who of ['sanne', 'petra', 'hassan']) expect(await looker.as(who, async (db) => forVisitors(db, await lookOf(db))), who).toBeNull()

  const before = (await askedBoth('wandelen')).memory!
  const [first] = before.ids
  await looker.client.query('begin')
  await looker.client.query("select set_config('directory.moved', pg_current_xact_id()::text, true)")
  expect((await looker.client.query('select counters from ctx.directory_look()')).rows[0].counters).toBeNull()
  await looker.client.query('rollback')
  const owner = new pg.Client(t.database.ownerUrl)
  await owner.connect()
  try {
    await owner.query('begin')
    await owner.query("update services set state = 'draft' where id = $1", [first])
    await owner.query('set constraints all immediate')
    expect((await askedBoth('wandelen')).memory).toEqual(before)
    await owner.query('commit')
    expect((await askedBoth('wandelen')).memory?.ids).toEqual(before.ids.filter((id) => id !== first))
  } finally {
    await owner.end()
  }
})
