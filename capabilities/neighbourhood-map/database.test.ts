import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cast } from '../../db/seeds/demo/cast.ts'
import { mapId } from '../../db/seeds/demo/maps.ts'
import { type Actor, actorFrom, type Staff } from '../../platform/actor.ts'
import { hashed } from '../../platform/request.ts'
import { type Town, town, type TownsPerson } from '../../tests/support/town.ts'
import { mayPublishMap, mayReadMaps, mayWriteMap } from './policy.ts'

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

type Rows = (sql: string, values?: unknown[]) => Promise<Record<string, unknown>[]>
/** Works with the rights of somebody, past the application. */
async function asOne<T>(who: TownsPerson, work: (actor: Actor, rows: Rows) => Promise<T>): Promise<T> {
  await app.query('begin')
  try {
    const opened = await app.query('select ctx.open($1, $2, $3, null, null) as open', [who === 'visitor' ? null : hashed(`secret-of-${who}-in-the-town`), t.settings.municipalityId, t.now()])
    return await work(actorFrom(opened.rows[0].open.actor), async (sql, values) => (await app.query(sql, values)).rows)
  } finally {
    await app.query('rollback')
  }
}

const everybody: readonly TownsPerson[] = [...cast.map(({ key }) => key), 'karin', 'visitor']
const areas = ['randenbroek-schuilenburg', 'kruiskamp-koppel', 'schothorst'] as const
const teamsOf = async (slug: string) => (await t.rows<{ id: string }>('select t.id from teams t join areas a on a.id = t.area_id where a.slug = $1', [slug])).map(({ id }) => id)

test('the rule and the database decide alike who reads drafts, writes and publishes, for everybody and every map', async () => {
  let yes = 0
  for (const who of everybody) {
    for (const area of areas) {
      const teamIds = await teamsOf(area)
      await asOne(who, async (actor, rows) => {
        const staff = actor.kind === 'worker' || actor.kind === 'volunteer' ? (actor as Staff) : undefined
        const [found] = await rows('select ctx.reads_maps() as reads, ctx.writes_map($1) as writes, ctx.publishes_map($1) as publishes', [mapId(area)])
        // Of another municipality there is no map to decide about, whatever the role.
        const decided = who === 'karin' ? [mayReadMaps(actor), false, false] : [mayReadMaps(actor), staff ? mayWriteMap(staff, { teamIds }) : false, staff ? mayPublishMap(staff, { teamIds }) : false]
        expect([who, area, found?.reads, found?.writes, found?.publishes]).toEqual([who, area, ...decided])
        yes += decided.filter(Boolean).length
      })
    }
  }
  expect(yes).toBeGreaterThan(40)
})

test('who may not read drafts sees published texts and what is public beside them, and nothing more', async () => {
  const published = await t.rows<{ n: string }>('select count(*) as n from map_section_versions v join map_sections s using (municipality_id, map_id, key) where v.version = s.published_version')
  for (const who of ['visitor', 'aaltje', 'frans', 'bea'] as const) {
    await asOne(who, async (_actor, rows) => {
      expect((await rows('select count(*) as n from map_section_versions'))[0]?.n).toBe(published[0]?.n)
      expect(await rows('select 1 from map_sections where published_version is null')).toEqual([])
      expect(await rows('select 1 from map_contributions where published_at is null or withdrawn_at is not null')).toEqual([])
      for (const table of ['map_scenarios', 'scenario_positions', 'scenario_choices', 'map_goals']) expect([table, await rows(`select 1 from ${table} where published_at is null`)]).toEqual([table, []])
      for (const table of ['cooperation_enquiries', 'cooperation_answers']) expect([table, await rows(`select 1 from ${table}`)]).toEqual([table, []])
    })
  }
  await asOne('hassan', async (_actor, rows) => expect(Number((await rows('select count(*) as n from map_section_versions'))[0]?.n)).toBeGreaterThan(Number(published[0]?.n)))
  await asOne('karin', async (_actor, rows) => {
    for (const table of ['neighbourhood_maps', 'map_sections', 'map_section_versions', 'map_contributions', 'map_goals']) expect([table, await rows(`select 1 from ${table}`)]).toEqual([table, []])
  })
})

test('an answer about cooperation is for nobody but who gave it', async () => {
  for (const who of everybody) {
    await asOne(who, async (actor, rows) => {
      const own = actor.kind === 'visitor' ? null : actor.id
      for (const row of await rows('select person_id from cooperation_answers')) expect([who, row.person_id]).toEqual([who, own])
    })
  }
})

const set = (values: string) => `update map_sections set ${values} where map_id = '${mapId('randenbroek-schuilenburg')}' and key = '1-2'`
test.each([
  ['els', set('published_version = 1'), /permission denied/],
  ['anke', set('published_at = now()'), /permission denied/],
  ['anke', "update map_section_versions set body = 'anders'", /permission denied/],
  ['anke', 'delete from map_section_versions', /permission denied/],
  ['anke', "update map_contributions set body = 'anders'", /permission denied/],
  ['hassan', set("status = 'published'"), /published_is_true/],
  ['hassan', set("status = 'empty'"), /empty_has_no_text/],
] as const)('as %s the database refuses: %s', async (who, sql, refusal) => {
  await asOne(who, async (_actor, rows) => {
    await expect(rows(sql)).rejects.toThrow(refusal)
  })
})

test('a version without its text cannot be committed, and nobody changes a section of another team', async () => {
  await asOne('hassan', async (_actor, rows) => {
    await rows(set('version = 2'))
    await expect(rows('set constraints all immediate')).rejects.toThrow(/current_text/)
  })
  for (const who of ['youssef', 'ria', 'joke', 'frans', 'visitor', 'aaltje', 'karin'] as const) {
    await asOne(who, async (_actor, rows) => expect([who, await rows(`${set("status = 'draft'")} returning key`)]).toEqual([who, []]))
  }
})

test('publishing past the application is refused to who may not, and needs the version that was seen', async () => {
  const publish = 'select ctx.publish_section($1, $2, $3, true) as done'
  for (const [who, version, done] of [['els', 1, false], ['youssef', 1, false], ['visitor', 1, false], ['karin', 1, false], ['hassan', 7, false], ['hassan', 1, true], ['anke', 1, true]] as const) {
    await asOne(who, async (_actor, rows) => expect([who, version, (await rows(publish, [mapId('randenbroek-schuilenburg'), '1-2', version]))[0]?.done]).toEqual([who, version, done]))
  }
})

test('what is added without its source, permission or criteria is refused by the database too', async () => {
  const base = { municipality_id: t.settings.municipalityId, id: '00000000-0000-4000-8000-000000000001', map_id: mapId('schothorst'), key: '1-1', body: 'x' }
  for (const [kind, constraint] of [['quote', 'told_with_permission'], ['story', 'told_with_permission'], ['knowledge', 'knowledge_says_who_and_when'], ['opinion', 'opinion_has_a_source'], ['place', 'place_is_described'], ['risk-group', 'risk_group_has_criteria'], ['make-up', 'make_up_has_a_sort'], ['finding', 'finding_has_a_sort']] as const) {
    await asOne('tom', async (actor, rows) => {
      const adding = rows('insert into map_contributions (municipality_id, id, map_id, key, kind, body, by_id, at) values ($1, $2, $3, $4, $5, $6, $7, now())', [base.municipality_id, base.id, base.map_id, base.key, kind, base.body, (actor as Staff).id])
      await expect(adding).rejects.toThrow(new RegExp(constraint))
    })
  }
})
