import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { planId } from '../../db/seeds/demo/plans.ts'
import { type Town, type TownsPerson, town } from '../../tests/support/town.ts'
import type { Snapshot } from '../evidence/index.ts'
import type { ShownAnalysis, ShownPlan, ShownPublicPlan } from './shown.ts'

let t: Town
beforeAll(async () => {
  t = await town()
})
afterAll(() => t.close())

const id = planId('randenbroek')
const page = `/wijkplan/${id}/analyse`
const analysis = async (who: TownsPerson, plan = id): Promise<ShownAnalysis> => (await t.as(who).json(`/area-plans/${plan}/analysis`)).json() as ShownAnalysis
const plan = async (who: TownsPerson): Promise<ShownPlan> => (await t.as(who).json(`/area-plans/${id}`)).json() as ShownPlan
const points = async (who: TownsPerson) => (await analysis(who)).heads.flatMap(({ points: own }) => own)
const pointOf = async (statement: string) => (await points('els')).find((it) => it.statement === statement)!
const publicly = async (): Promise<ShownPublicPlan> => (await t.as('visitor').json('/neighbourhoods/randenbroek-schuilenburg/plan')).json() as ShownPublicPlan
/** Which boxes a form offers, by their list. */
const boxes = (html: string): Record<string, string[]> => {
  const all = [...html.matchAll(/name="(figures|social|needs|offers|asked|sections)" value="([^"]+)"/g)]
  return Object.fromEntries(all.map(([, list = '']) => [list, all.filter((it) => it[1] === list).map((it) => it[2] ?? '')]))
}

describe('a judgement rests on what is known', () => {
  test('[WIJ-18] the form offers what is known of the area to tick, and what was ticked is kept as it stood, with its source, year and address', async () => {
    const form = (await t.as('els').get(`${page}/nodig`)).text
    for (const key of ['figure:age-65-plus', 'wish:walking', 'section:2-2']) expect(form, key).toContain(`value="${key}"`)
    expect(form).toContain('Niet-westerse herkomst: 29% (hoger; Amersfoort: 14%)')

    const sent = await t.as('els').post(`${page}/nodig`, { statement: 'Ouderen wonen in grote flats', verdict: 'worry', figures: ['figure:rented', 'figure:age-65-plus'], sections: ['section:2-2'] })
    expect(sent.location).toBe(page)
    const made = await pointOf('Ouderen wonen in grote flats')
    expect(made).toMatchObject({ head: 'needed', verdict: 'worry', by: 'Els Verhoeven', version: 1 })
    expect(made.evidence[0]).toMatchObject({ key: 'figure:rented', value: { nl: '64%', en: '64%' }, says: { nl: 'hoger; Amersfoort: 44%', en: 'higher; Amersfoort: 44%' }, source: { nl: 'Gemeente Amersfoort, Feiten en Cijfers 2009' }, year: '2009', href: '/wijken/cijfer/rented', on: '2026-03-02', since: null })
    expect(await t.rows("select action from audit.events where event_code = 'area-plans.add-point' and outcome = 'done'")).toEqual([{ action: 'C' }])
  })

  test('[WIJ-19] what is there and what is needed are answered apart: no wish or estimate for the one, no offer for the other', async () => {
    const [present, needed] = await Promise.all(['aanwezig', 'nodig'].map(async (head) => boxes((await t.as('els').get(`${page}/${head}`)).text)))
    expect(Object.keys(present!).sort()).toEqual(['figures', 'offers', 'sections'])
    expect(Object.keys(needed!).sort()).toEqual(['asked', 'figures', 'needs', 'sections'])
    for (const key of ['wish:walking', needed!.needs![0]!]) expect((await t.as('els').json(`/area-plans/${id}/analysis/aanwezig`, { statement: 'Iets', verdict: 'strength', asked: [key] })).status).toBe(400)
    expect((await analysis('els')).heads.map(({ head }) => head)).toEqual(['present', 'needed', 'infrastructure'])
  })

  test('[WIJ-18] a judgement without evidence is refused, unless it says that it is not known yet; all mistakes at once and what was typed stays', async () => {
    const wrong = await t.as('els').post(`${page}/netwerk`, { statement: 'Bel 06 12 34 56 78', verdict: 'worry' })
    expect(wrong.status).toBe(400)
    for (const field of ['statement', 'verdict']) expect(wrong.text, field).toContain(`field-${field}-error`)
    expect(wrong.text).toContain('value="Bel 06 12 34 56 78"')
    expect((await t.as('els').post(`${page}/netwerk`, { statement: 'Wie elkaar belt', verdict: 'unknown' })).status).toBe(303)
    expect((await t.as('els').json(`/area-plans/${id}/analysis/netwerk`, { statement: 'x', verdict: 'worry', figures: ['figure:bestaat-niet'] })).status).toBe(400)
    expect((await t.as('els').get(`${page}/bestaat-niet`)).status).toBe(404)
  })

  test('[WIJ-18] a count that has changed since is shown as it was and as it is now, until somebody judges again', async () => {
    const read = async () => (await t.as('mirjam').get(page)).text.replace(/<[^>]*>/g, '')
    expect(await read()).toContain('Was 11 voorzieningen van 8 organisaties, nu 12 voorzieningen van 8 organisaties')
    await t.rows("update figures f set value = f.value + 2 from indicators i, areas a where i.id = f.indicator_id and a.id = f.area_id and i.key = 'rented' and a.slug in ('randenbroek', 'schuilenburg')")
    expect(await read()).toContain('Was 64%, nu 66%')

    const { id: pointId, version } = await pointOf('Veel huurflats, weinig plekken binnen waar buren elkaar zien')
    const put = (more: Record<string, unknown>, seen = version) => t.as('hassan').json(`/area-plans/${id}/points/${pointId}`, { statement: 'Nog meer huurflats', verdict: 'worry', figures: ['figure:rented'], ...more }, { version: seen })
    expect((await put({})).status).toBe(201)
    expect((await pointOf('Nog meer huurflats')).evidence[0]).toMatchObject({ value: { nl: '64%' }, since: { now: { nl: '66%' } } })
    expect((await put({}, version)).status).toBe(412)
    expect((await put({ asNow: true }, version + 1)).status).toBe(201)
    expect(await pointOf('Nog meer huurflats')).toMatchObject({ evidence: [{ value: { nl: '66%' }, on: '2026-03-02', since: null }], changed: { by: 'Hassan Amrani' } })
  })

  test('[WIJ-18] what strikes and was not judged yet is offered to make a point of, and is ticked then', async () => {
    const unused = async () => (await analysis('els')).heads.find(({ head }) => head === 'needed')!.unused.map(({ pointHref }) => pointHref)
    const href = `${page}/nodig?bewijs=${encodeURIComponent('wish:making')}`
    expect(await unused()).toContain(href)
    expect(await unused()).not.toContain(`${page}/nodig?bewijs=${encodeURIComponent('wish:walking')}`)
    expect((await t.as('els').get(href)).text).toMatch(/value="wish:making" checked/)
  })
})

describe('goals answer points', () => {
  test('[WIJ-18] a goal names the points it answers, and the point names its goals', async () => {
    const point = await pointOf('Bewoners willen overdag samen wandelen en fietsen')
    expect((await t.as('els').get(`/wijkplan/${id}/doel?punt=${point.id}`)).text).toMatch(new RegExp(`value="${point.id}" checked`))
    const sent = await t.as('els').post(`/wijkplan/${id}/doel`, { goal: 'Elke week een wandeling overdag', sign: 'tien mensen lopen mee', term: 'short', targetYear: '2027', points: [point.id] })
    expect(sent.status).toBe(303)
    expect((await pointOf('Bewoners willen overdag samen wandelen en fietsen')).goals.map(({ goal }) => goal)).toEqual(['Elke week een wandeling overdag'])
    expect((await t.as('mirjam').get(`/wijkplan/${id}`)).text).toContain(`href="/wijkplan/${id}/analyse#punt-${point.id}"`)
    const elsewhere = await t.rows<{ id: string }>('select id from area_plan_points where plan_id = $1', [planId('schothorst')])
    expect((await t.as('els').json(`/area-plans/${id}/goals`, { goal: 'x', sign: 'y', term: 'long', targetYear: 2030, points: [elsewhere[0]!.id] })).status).toBe(400)
  })

  test('[WIJ-18] a point that no longer holds leaves with why; the goal stays and nothing is thrown away', async () => {
    const { id: pointId, version } = await pointOf('Buren helpen elkaar hier vaker dan elders in de stad')
    const put = (input: Record<string, unknown>) => t.as('els').json(`/area-plans/${id}/points/${pointId}/withdrawal`, input, { version })
    expect((await put({})).status).toBe(400)
    expect((await put({ because: 'De wijkpeiling is verzonnen.' })).status).toBe(201)
    expect(await pointOf('Buren helpen elkaar hier vaker dan elders in de stad')).toBeUndefined()
    expect((await plan('els')).goals.find((it) => it.goal.startsWith('Buren in de flats'))!.points).not.toContain(pointId)
    expect(await t.rows('select withdrawn_because from area_plan_points where id = $1', [pointId])).toEqual([{ withdrawn_because: 'De wijkpeiling is verzonnen.' }])
  })
})

describe('publishing', () => {
  test('[WIJ-18] everybody reads the analysis as it was published, without the colleagues behind it and without what only they may see', async () => {
    const read = (await t.as('visitor').get('/wijk/randenbroek-schuilenburg/plan')).text
    for (const said of ['Wat we in de wijk zien', 'Wat is er nodig', 'Veel ouderen zien te weinig mensen', 'Ouderen die zich eenzaam voelen', '38%', 'die alleen het team ziet']) expect(read).toContain(said)
    for (const kept of ['Hassan', 'Els Verhoeven', '12 voorzieningen', '80% kent elkaar', 'Veel huurflats']) expect(read).not.toContain(kept)

    const sent = await t.as('els').json(`/area-plans/${id}/analysis/nodig`, { statement: 'Handwerken en maken', verdict: 'worry', asked: ['wish:making', 'wish:walking'] })
    expect(sent.status).toBe(201)
    await t.as('hassan').json(`/area-plans/${id}/publication`, {}, { version: (await plan('hassan')).version })
    const { plan: open } = await publicly()
    expect(open!.points.find((it) => it.statement === 'Handwerken en maken')).toMatchObject({ withheld: 1, evidence: [{ key: 'wish:walking', value: { nl: 'ongeveer 10 mensen' }, href: '/wensen' }] })
    const kinds = new Set(open!.points.flatMap(({ evidence }) => evidence.map(({ kind }) => kind)))
    for (const kind of ['signals', 'supply', 'overlap']) expect(kinds, kind).not.toContain(kind)
    expect(JSON.stringify(open)).not.toMatch(/Verhoeven|Amrani|de Wit/)
  })

  test('[WIJ-18] what is kept of wishes is never the exact number, and of a text only which one it was', async () => {
    const rows = await t.rows<{ evidence: Snapshot[] }>('select evidence from area_plan_points')
    const all = rows.flatMap(({ evidence }) => evidence)
    expect(all.filter(({ kind }) => kind === 'wish').map(({ value }) => value.nl)).toEqual(expect.arrayContaining(['ongeveer 10 mensen', '5 tot 10 mensen']))
    expect(all.filter(({ kind }) => kind === 'wish').every(({ value }) => /^(5 tot 10|ongeveer \d*[05]) mensen$/.test(value.nl))).toBe(true)
    expect(all.filter(({ kind }) => kind === 'section').every(({ value }) => /^tekst \d+$/.test(value.nl))).toBe(true)
  })
})

describe('who may', () => {
  test('[WIJ-18] the analysis of a plan is for who works there; for everybody else it does not exist', async () => {
    const draft = planId('schothorst')
    for (const who of ['tom', 'nadia', 'anke'] as const) expect((await t.as(who).get(`/wijkplan/${draft}/analyse`)).status, who).toBe(200)
    for (const who of ['mirjam', 'hassan', 'petra', 'bea', 'dirk', 'karin'] as const) {
      const [hidden, never] = await Promise.all([t.as(who).json(`/area-plans/${draft}/analysis`), t.as(who).json('/area-plans/3f0e6c1a-9d1b-4c57-8a54-2b7f0f5f9a11/analysis')])
      expect([hidden.status, never.status], who).toEqual([404, 404])
    }
    const client = await t.pool.connect()
    try {
      for (const table of ['area_plan_points', 'area_plan_goal_points']) expect((await client.query(`select * from ${table}`)).rows, table).toEqual([])
    } finally {
      client.release()
    }
  })
})
