import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Town, town } from '../../tests/support/town.ts'

let t: Town
beforeAll(async () => {
  t = await town()
})
afterAll(() => t.close())

type Home = { activities: { slug: string; name: string; day: string; times: string; place: string | null }[]; activitiesInAll: number }
const home = async (area?: string): Promise<Home> => (await t.as('visitor').json(area ? `/home?wijk=${area}` : '/home')).json() as Home
const service = (slug: string) => t.rows<{ id: string }>('select id from services where slug = $1', [slug]).then(([row]) => row?.id ?? '')

describe('[ACT-01] what is on this week', () => {
  test('holds each activity once, the soonest first, within seven days from now', async () => {
    const { activities, activitiesInAll } = await home()
    expect(activities.length).toBe(6)
    expect(activitiesInAll).toBeGreaterThan(6)
    expect(new Set(activities.map(({ slug }) => slug)).size).toBe(6)
    expect(activities.map(({ day }) => day)).toEqual(activities.map(({ day }) => day).sort())
    for (const { day } of activities) expect(day >= '2026-03-02' && day <= '2026-03-08').toBe(true)
  })

  test('agrees with the reckoning of every single day', async () => {
    const due = await t.rows<{ slug: string; day: string }>(
      `select s.slug, min(to_char(d, 'YYYY-MM-DD')) as day from services s join schedules h on h.service_id = s.id, generate_series('2026-03-02'::date, '2026-03-08'::date, interval '1 day') d
       where s.kind = 'activity' and s.visibility = 'public' and s.status = 'active' and s.state = 'published' and ctx.takes_place(h, d::date)
         and (d > '2026-03-02' or coalesce(h.closes_at, h.opens_at) is null or coalesce(h.closes_at, h.opens_at) > '10:00') group by s.slug`,
    )
    const { activities, activitiesInAll } = await home()
    const expected = new Map(due.map(({ slug, day }) => [slug, day]))
    expect(activitiesInAll).toBeLessThanOrEqual(expected.size)
    expect(activitiesInAll).toBeGreaterThan(expected.size / 2) // the rest was not confirmed for too long
    for (const { slug, day } of activities) expect([slug, day]).toEqual([slug, expected.get(slug)])
  })

  test('near somebody leaves out what does not reach that area', async () => {
    const [near, all] = [await home('schothorst'), await home()]
    expect(near.activitiesInAll).toBeGreaterThan(0)
    expect(near.activitiesInAll).toBeLessThan(all.activitiesInAll)
  })

  test('leaves out what is closed, for professionals only, cancelled on the day, or over for today', async () => {
    const [first] = (await home()).activities
    const slug = first?.slug ?? ''
    const id = await service(slug)
    const shows = async () => (await home()).activities.some((it) => it.slug === slug && it.day === first?.day)
    expect(await shows()).toBe(true)
    for (const [change, back] of [
      ["update services set status = 'temporarily closed', closed_from = '2026-03-01', closed_until = '2026-03-31' where id = $1", "update services set status = 'active', closed_from = null, closed_until = null where id = $1"],
      ["update services set visibility = 'professionals' where id = $1", "update services set visibility = 'public' where id = $1"],
      [`update schedules set exdates = array['${first?.day}'::date] where service_id = $1`, "update schedules set exdates = '{}' where service_id = $1"],
      ["update schedules set dtstart = '2026-04-01' where service_id = $1", 'update schedules set dtstart = null where service_id = $1'],
    ] as const) {
      await t.rows(change, [id])
      expect([change, await shows()]).toEqual([change, false])
      await t.rows(back, [id])
    }
  })

  test('is told on home, with a link to each and to all', async () => {
    const { text } = await t.as('visitor').get('/')
    const { activities } = await home()
    for (const { slug } of activities) expect(text).toContain(`href="/voorziening/${slug}"`)
    expect(text).toContain('href="/zoeken?soort=activiteit"')
    expect((await t.as('visitor').get('/zoeken?soort=activiteit')).text).toContain('/voorziening/')
    expect((await t.as('visitor').get('/zoeken?voor=vrijwilligers')).text).toContain('/voorziening/vrijwilliger-worden')
  })
})
