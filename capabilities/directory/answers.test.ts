import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { municipalityId } from '../../db/seeds/demo/cast.ts'
import type { Db } from '../../platform/db.ts'
import { dayOf, timeOf } from '../../platform/dates.ts'
import { type Looker, lookerIn } from '../../tests/support/looker.ts'
import { type Town, town } from '../../tests/support/town.ts'
import { groupsOf, marks, question } from './asking.ts'
import { readQuestion, type Search, search, suggest } from './search.ts'
import { forVisitors, type Look } from './visitors/keeping.ts'

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

const lookingAs = <T>(who: string | null, look: (db: Db) => Promise<T>): Promise<T> => looker.as(who, look)

type Row = { id: string; facets: string[]; matches: boolean; reached: boolean; open: boolean }

/** What a search should find, told by reading every row that row level security shows and counting by hand. */
async function byHand(db: Db, it: Search): Promise<{ total: number; counts: Record<string, number>; ids: Set<string> }> {
  const { rows } = await sql<Row>`select i.record_id as id, i.facets, coalesce(i.document @@ ${it.reading.all}::tsquery, true) as matches, ${it.areaId ?? null}::uuid is null or ${it.areaId ?? null}::uuid = any (i.reach) as reached,
      ${it.openAt?.day ?? null}::date is null or exists (select from schedules s where s.municipality_id = i.municipality_id and s.service_id = i.record_id and s.opens_at <= ${it.openAt?.time ?? null}::time and s.closes_at > ${it.openAt?.time ?? null}::time and ctx.takes_place(s, ${it.openAt?.day ?? null}::date)) as open
    from directory_index i where i.state = 'published' and (${it.people} or i.entity <> 'contact')`.execute(db)
  const all = rows.filter((row) => row.matches && row.reached && row.open)
  const chosen = it.groups.filter((group) => group.chosen.length > 0)
  const fits = (row: Row, groups: Search['groups']) => groups.every((group) => (group.every ? group.chosen.every((mark) => row.facets.includes(mark)) : group.chosen.some((mark) => row.facets.includes(mark))))
  const counts: Record<string, number> = {}
  for (const mark of new Set(all.flatMap(({ facets }) => facets))) {
    const own = chosen.find((group) => mark.startsWith(`${group.prefix}:`))
    const n = all.filter((row) => row.facets.includes(mark) && fits(row, own && !own.every ? chosen.filter((group) => group !== own) : chosen)).length
    if (n > 0) counts[mark] = n
  }
  const found = all.filter((row) => fits(row, chosen))
  return { total: found.length, counts, ids: new Set(found.map(({ id }) => id)) }
}

const some = <T extends string>(from: readonly T[]) => fc.oneof({ weight: 3, arbitrary: fc.constant([] as T[]) }, { weight: 1, arbitrary: fc.subarray([...from], { minLength: 1, maxLength: 2 }) })
const keys = <T extends object>(of: T) => Object.keys(of) as (keyof T & string)[]

/** What memory holds for whoever looks; null for a colleague. */
async function remembered(db: Db) {
  const { rows } = await sql<Look>`select place, counters from ctx.directory_look()`.execute(db)
  const entries = await forVisitors(db, { place: rows[0]!.place, counters: rows[0]!.counters?.map(Number) ?? null })
  return entries && { entries, today: t.now() }
}

test('[DIR-12] whatever is asked by whomever, what is found and every count are what counting by hand gives; the second time too, from what was kept, and from the memory of the program', async () => {
  const areas = await t.rows<{ id: string }>("select id from areas where kind not in ('country', 'province', 'municipality') order by slug")
  await looker.client.query("set directory.broad = '1'")
  const asks = fc.record({
    who: fc.constantFrom(null, 'sanne', 'hassan', 'petra'),
    q: fc.constantFrom('', '', 'hulp', 'zorg', 'samen eten', 'ik ben alleen', 'koffi', 'schuldn', 'voor', 'wandelen', 'bewoners', 'xyzzy'),
    area: fc.option(fc.nat(areas.length - 1)),
    near: fc.boolean(), open: fc.boolean(), people: fc.boolean(), order: fc.constantFrom('past' as const, 'dichtbij' as const, 'gecontroleerd' as const),
    soort: some(keys(marks.soort)), wanneer: some(keys(marks.wanneer)), kosten: some(keys(marks.kosten)), handig: some(keys(marks.handig)), voor: some(['ouderen', 'mantelzorgers', 'jongeren']), over: some(['geld', 'verslaving', 'wonen']),
  })
  let full = 0
  await fc.assert(
    fc.asyncProperty(asks, async ({ who, q, area, near, open, people, order, ...filters }) => {
      const found = await lookingAs(who, async (db) => {
        const it: Search = {
          reading: await readQuestion(db, q), groups: groupsOf(question.parse(filters)), people, order, limit: 20, offset: 0, areaId: area === null ? null : areas[area]!.id,
          near: near ? { latitude: 52.15, longitude: 5.38 } : null, openAt: open ? { day: dayOf(t.now()), time: timeOf(t.now()) } : null,
        }
        const memory = await remembered(db)
        expect(memory === null).toBe(who !== null)
        return [await byHand(db, it), await search(db, it), await search(db, it), await search(db, { ...it, limit: 500 }), await search(db, it, memory)] as const
      })
      const [hand, first, again, whole, fromMemory] = found
      for (const one of [first, again, fromMemory]) {
        expect(one.total).toBe(hand.total)
        expect(one.counts).toEqual(hand.counts)
        expect(one.hits.map(({ id }) => id)).toEqual(whole.hits.slice(0, 20).map(({ id }) => id))
      }
      expect(new Set(whole.hits.map(({ id }) => id))).toEqual(hand.ids)
      if (hand.total > 0) full += 1
    }),
    { numRuns: 150, seed: 12 },
  )
  expect(full).toBeGreaterThan(50)
}, 60_000)

test('[DIR-12] what was kept of an answer is not given after a change, on another day, or to somebody who sees less', async () => {
  const asked = (who: string | null) => lookingAs(who, async (db) => (await search(db, { reading: await readQuestion(db, 'hulp'), groups: [], people: false, order: 'past', limit: 200, offset: 0 })).hits.map(({ id }) => id))
  const kept = async () => (await t.rows<{ n: number }>('select count(*)::integer as n from directory.answers'))[0]!.n
  const colleague = await asked('sanne')
  const visitor = await asked(null)
  expect(await kept()).toBeGreaterThan(0)
  expect(visitor.length).toBeLessThan(colleague.length)
  expect(await asked(null)).toEqual(visitor)

  await t.rows("update services set state = 'draft' where id = $1", [visitor[0]])
  expect(await asked(null)).toEqual(visitor.slice(1))
  await t.rows('update services set expire_on = $2 where id = $1', [visitor[1], dayOf(t.now())])
  expect(await asked(null)).toContain(visitor[1])
  t.pass(86_400_000)
  expect(await asked(null)).not.toContain(visitor[1])
  t.pass(-86_400_000)
})

test('what a line tells follows what it is about: cost, times, closure and room', async () => {
  const [{ id } = { id: '' }] = await t.rows<{ id: string }>("select record_id as id from directory_index where entity = 'service' and visibility = 'public' and state = 'published' and name = 'Eetclub in Nijenstede'")
  const line = () => lookingAs(null, async (db) => (await search(db, { reading: await readQuestion(db, 'eetclub'), groups: [], people: false, order: 'past', limit: 20, offset: 0 })).hits.find((it) => it.id === id)?.detail)
  expect((await line())?.closed).toBe(false)
  await t.rows("insert into service_capacities (municipality_id, id, service_id, light, updated) values ($1, gen_random_uuid(), $2, 'full', $3)", [municipalityId, id, t.now()])
  await t.rows("update services set status = 'temporarily closed', closed_from = $2, closed_until = $3 where id = $1", [id, dayOf(t.now()), dayOf(t.now())])
  await t.rows("update schedules set valid_to = $2 where service_id = $1", [id, dayOf(t.now())])
  const now = await line()
  expect(now).toMatchObject({ closed: true, light: 'full' })
  expect(now?.hours.length).toBeGreaterThan(0)

  t.pass(2 * 86_400_000)
  expect(await line()).toMatchObject({ closed: false, light: 'full', hours: [] })
  t.pass(28 * 86_400_000)
  expect((await line())?.light).toBeNull()
  t.pass(-30 * 86_400_000)
})

test('names are suggested as they begin, whatever was typed', async () => {
  const names = await t.rows<{ name: string }>("select name from directory_index where entity in ('service', 'organization') and visibility = 'public' and state = 'published' and lower(name) like 'eet%' order by lower(name) collate \"C\" limit 4")
  expect((await lookingAs(null, (db) => suggest({ db }, 'EET'))).slice(0, names.length)).toEqual(names.map(({ name }) => name))
  await lookingAs(null, async (db) => {
    for (const typed of ['%', '_\\', "'", 'é', '100%']) expect(await suggest({ db }, typed)).toBeInstanceOf(Array)
  })
})

test('an entry has the same row in the index whether it was made alone, with a thousand others, or when everything is made anew', async () => {
  const rows = () => t.rows('select * from directory_index order by municipality_id, entity, record_id')
  const before = await rows()
  await t.rows("select directory.index_service(municipality_id, record_id) from directory_index where entity = 'service'")
  expect(await rows()).toEqual(before)
  await t.rows('delete from directory_index')
  await t.rows('select directory.reindex(id) from municipalities')
  expect(await rows()).toEqual(before)
  expect(before.length).toBeGreaterThan(50)
})

test('where the words of a question stand is told for each entry as its text has them: in the name, in what it is for, or further on', async () => {
  let checked = 0
  for (const asked of ['eetclub', 'samen eten', 'ik ben alleen', 'eetculb', "d'r bij", 'schuldhulp nijenstede']) {
    const told = await lookingAs(null, async (db) => {
      const reading = await readQuestion(db, asked)
      const { hits } = await search(db, { reading, loose: true, groups: [], people: false, order: 'past', limit: 200, offset: 0 })
      return { words: reading.words.map(({ query }) => query), hits: hits.map(({ entity, id, where }) => ({ entity, id, where })) }
    })
    for (const { entity, id, where } of told.hits) {
      const [{ stands } = { stands: [] }] = await t.rows<{ stands: unknown }>(
        "select array(select case when ts_filter(i.document, '{a}') @@ q::tsquery then 'name' when ts_filter(i.document, '{a,b}') @@ q::tsquery then 'gist' when i.document @@ q::tsquery then 'text' end from unnest($3::text[]) with ordinality w(q, at) order by at) as stands from directory_index i where i.entity = $1 and i.record_id = $2",
        [entity, id, told.words],
      )
      expect(where).toEqual(stands)
    }
    checked += told.hits.length
  }
  expect(checked).toBeGreaterThan(20)
})
