import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Town, town } from '../../tests/support/town.ts'
import type { ShownService } from './entryShown.ts'
import type { ShownUpkeep } from './upkeep.tsx'

let t: Town
beforeAll(async () => {
  t = await town()
}, 60_000)
afterAll(() => t?.close())

const day = 86_400_000
const versionOf = async (slug: string): Promise<number> => (await t.rows<{ version: number }>('select version from services where slug = $1', [slug]))[0]!.version
/** Sends the form that shows, plans or closes an entry. */
const shows = async (slug: string, fields: Record<string, string>) => t.as('petra').post(`/sociale-kaart/voorziening/${slug}/zichtbaar`, { state: 'published', visibility: 'public', ...fields }, { version: await versionOf(slug) })
const service = async (slug: string): Promise<ShownService> => (await t.as('visitor').json(`/directory/services/${slug}`)).json() as ShownService
const upkeep = async (): Promise<ShownUpkeep> => (await t.as('petra').json('/directory/upkeep')).json() as ShownUpkeep

/** Where a visitor meets an entry: its page, the search, the agenda of other systems, and the list for search engines. */
async function met(slug: string, name: string): Promise<Record<string, boolean>> {
  const [page, found, list, map, feed] = await Promise.all([t.as('visitor').get(`/voorziening/${slug}`), t.as('visitor').get(`/zoeken?q=${encodeURIComponent(name)}`), t.as('visitor').get(`/hsds/services?search=${encodeURIComponent(name)}&per_page=100`), t.as('visitor').get('/sitemap.xml'), t.as('visitor').get('/hsds/services.csv')])
  const listed = (list.json() as { contents: { name: string }[] }).contents.some((it) => it.name === name)
  return { page: page.status === 200, search: found.text.includes(`/voorziening/${slug}`), hsds: listed, sitemap: map.text.includes(`/voorziening/${slug}`), csv: feed.text.includes(name) }
}
const everywhere = { page: true, search: true, hsds: true, sitemap: true, csv: true }
const nowhere = { page: false, search: false, hsds: false, sitemap: false, csv: false }

describe('[DIR-01] what is planned', () => {
  test('shows itself on its first day and is gone after its last, everywhere at once', async () => {
    expect(await met('wandelclub', 'Zondagse wandelclub')).toEqual(everywhere)
    expect((await shows('wandelclub', { publishOn: '2026-03-10', expireOn: '2026-03-20' })).status).toBe(303)
    expect(await met('wandelclub', 'Zondagse wandelclub')).toEqual(nowhere)
    t.pass(8 * day)
    expect(await met('wandelclub', 'Zondagse wandelclub')).toEqual(everywhere)
    t.pass(10 * day)
    expect(await met('wandelclub', 'Zondagse wandelclub')).toEqual(everywhere)
    t.pass(day)
    expect(await met('wandelclub', 'Zondagse wandelclub')).toEqual(nowhere)
    expect((await t.as('petra').get('/sociale-kaart/voorziening/wandelclub')).status).toBe(200)
    t.pass(-19 * day)
    await shows('wandelclub', {})
    expect(await met('wandelclub', 'Zondagse wandelclub')).toEqual(everywhere)
  })

  test('and what is closed for a while stays, and says until when and why; days the wrong way around are refused, and what was typed stays', async () => {
    const refused = await shows('kookgroep', { publishOn: '2026-05-01', expireOn: '2026-04-01', closedFrom: '2026-03-09', closedUntil: '2026-03-01', closedNote: 'De keuken wordt verbouwd.' })
    expect(refused.status).toBe(400)
    expect(refused.text.match(/De einddatum ligt voor de begindatum/g)).toHaveLength(4)
    expect(refused.text).toContain('De keuken wordt verbouwd.')
    expect(refused.text).toContain('2026-05-01')
    expect((await shows('kookgroep', { closedFrom: 'morgen' })).text).toMatch(/bestaande datum/)
    await shows('kookgroep', { closedFrom: '2026-03-01', closedUntil: '2026-03-09', closedNote: 'De keuken wordt verbouwd.' })
    const closed = (await t.as('visitor').get('/voorziening/kookgroep')).text
    expect(closed).toContain('Tijdelijk dicht tot en met 9 maart')
    expect(closed).toContain('De keuken wordt verbouwd.')
    t.pass(8 * day)
    expect((await service('kookgroep')).closed).toBeNull()
    t.pass(-8 * day)
  })
})

describe('[DIR-04] freshness', () => {
  test('what was not confirmed for half a year sinks below what was, for the same words', async () => {
    await t.owner.query("update services set name = 'Zeefdrukclub Oud', summary = 'Zeefdrukken met buren', assured_date = '2026-02-20' where slug = 'dichtersclub'")
    await t.owner.query("update services set name = 'Zeefdrukclub Nieuw', summary = 'Zeefdrukken met buren', assured_date = '2026-02-20' where slug = 'kookgroep'")
    const order = async () => [...(await t.as('visitor').get('/zoeken?q=zeefdrukclub')).text.matchAll(/Zeefdrukclub (Oud|Nieuw)<\/a>/g)].map(([, which]) => which)
    expect((await order()).toSorted()).toEqual(['Nieuw', 'Oud'])
    for (const [old, fresh] of [['dichtersclub', 'kookgroep'], ['kookgroep', 'dichtersclub']] as const) {
      await t.owner.query("update services set assured_date = '2025-07-01' where slug = $1", [old])
      await t.owner.query("update services set assured_date = '2026-02-20' where slug = $1", [fresh])
      expect(await order()).toEqual(old === 'dichtersclub' ? ['Nieuw', 'Oud'] : ['Oud', 'Nieuw'])
    }
  })

  test('the part that was checked lately is one public figure, and a confirmation moves it', async () => {
    const percent = async () => Number(/(\d+)\s*(?:%|procent) van alles wat hier staat is het laatste halve jaar gecontroleerd/.exec((await t.as('visitor').get('/zoeken')).text)?.[1] ?? Number.NaN)
    const before = await percent()
    expect(before).toBeGreaterThan(50)
    await t.owner.query("update services set assured_date = '2025-06-01' where state = 'published'")
    expect(await percent()).toBeLessThan(before)
    await t.owner.query("update services set assured_date = '2026-02-20' where state = 'published'")
    expect(await percent()).toBeGreaterThanOrEqual(before)
  })
})

test('[DIR-04] the light says whether there is room, refuses other colours, and after three weeks it is unknown again', async () => {
  const tells = async (light: string) => t.as('petra').post('/sociale-kaart/voorziening/eetclub/plek', { light }, { version: await versionOf('eetclub') })
  expect((await tells('paars')).status).toBe(400)
  expect((await tells('little-room')).status).toBe(303)
  expect((await service('eetclub')).light?.light).toBe('little-room')
  t.pass(20 * day)
  expect((await service('eetclub')).light?.light).toBe('little-room')
  t.pass(2 * day)
  expect((await service('eetclub')).light).toBeNull()
  t.pass(-22 * day)
})

describe('the demonstration', () => {
  let fresh: Town
  beforeAll(async () => {
    fresh = await town()
  }, 60_000)
  afterAll(() => fresh?.close())

  test('[DIR-01][DIR-04] has one of everything: planned, expired, draft, closed, grown old, hidden, a secret address, a light that went out, days that fall out', async () => {
    const count = async (what: string) => Number((await fresh.rows<{ count: string }>(`select count(*) from ${what}`))[0]!.count)
    const today = "date '2026-03-02'"
    for (const what of [
      `services where publish_on > ${today}`, `services where expire_on < ${today}`, "services where state = 'draft'", `services where status = 'temporarily closed' and closed_until > ${today}`, `services where stale_on <= ${today} and hide_on > ${today}`,
      `services where hide_on <= ${today}`, 'locations where masked', "service_capacities where updated < timestamptz '2026-03-02' - interval '21 days'", 'schedules where cardinality(exdates) > 0', 'projects', 'housings', 'schemes', 'networks', 'fundings', 'required_documents', 'languages',
      "organizations where kind = 'association'", "organizations where kind = 'informal-group'", "contact_persons where visibility = 'public'", "contact_persons where visibility = 'professionals'", "contact_persons where visibility = 'team'",
      ...['physical', 'psychological', 'financial', 'transport'].map((aspect) => `accessibilities where aspect = '${aspect}'`), "service_areas where reach = 'region'", "service_areas where reach = 'city'", "services where indication = 'unknown'", "services where indication = 'not-needed'",
    ]) expect([what, (await count(what)) > 0]).toEqual([what, true])
    for (const slug of ['vertelmiddag', 'naaihoek', 'dag-van-de-dialoog', 'herstelgroep']) {
      expect([slug, (await fresh.as('visitor').get(`/voorziening/${slug}`)).status]).toEqual([slug, 404])
      expect([slug, (await fresh.as('petra').get(`/sociale-kaart/voorziening/${slug}`)).status]).toEqual([slug, 200])
    }
    const full = async (slug: string) => (await fresh.as('visitor').get(`/voorziening/${slug}`)).text.includes('Het is vol')
    expect([await full('huishoudelijke-hulp'), await full('dagbesteding-landgoed')]).toEqual([true, false])
  })
})

test('[DIR-04] every entry has somebody who answers for it, and what no owner confirmed in time is listed for the information manager', async () => {
  expect(await t.rows("select s.slug from services s where s.merged_into is null and not exists (select from entry_care c where c.entity = 'service' and c.record_id = s.id and (c.owner_id is not null or c.owner_email is not null))")).toEqual([])
  await t.owner.query("update services set assured_date = '2025-07-01' where slug = 'computerles'")
  expect((await upkeep()).old.map((it) => it.name)).toContain('Computerles')
})
