import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { areaId, organizationId, personId } from '../../db/seeds/demo/cast.ts'
import { planId } from '../../db/seeds/demo/plans.ts'
import { type Town, type TownsPerson, town } from '../../tests/support/town.ts'
import type { ShownPlan, ShownPlans, ShownPublicPlan } from './shown.ts'

let t: Town
beforeAll(async () => {
  t = await town()
})
afterAll(() => t.close())

const id = planId('randenbroek')
const shown = async (who: TownsPerson, plan = id): Promise<ShownPlan> => (await t.as(who).json(`/area-plans/${plan}`)).json() as ShownPlan
const publicly = async (slug = 'randenbroek-schuilenburg', query = ''): Promise<ShownPublicPlan> => (await t.as('visitor').json(`/neighbourhoods/${slug}/plan${query}`)).json() as ShownPublicPlan
const goal = { goal: 'Jongeren hebben een plek op het plein', sign: 'twintig jongeren komen elke week', term: 'medium', targetYear: 2028 }
const action = { what: 'Een tafel op het plein', problem: 'Hangen bij de flats', forWhom: 'jongeren van 12 tot 18', party: 'jongeren en het opbouwwerk', moment: 'in de zomer', ownerId: personId('hassan'), nextOn: '2026-03-16' }

describe('goals', () => {
  test('[GOV-03] [WIJ-18] goals at short, medium and long term stand in the plan with their year and sign, and in the years', async () => {
    expect((await t.as('els').post(`/wijkplan/${id}/doel`, { ...goal, targetYear: '2028' })).location).toBe(`/wijkplan/${id}#doelen`)

    const plan = await shown('mirjam')
    expect(plan.goals.find((it) => it.goal === goal.goal)).toMatchObject({ ...goal, state: 'planned', version: 1 })
    expect(new Set(plan.goals.map(({ term }) => term))).toEqual(new Set(['short', 'medium', 'long']))
    const page = (await t.as('mirjam').get(`/wijkplan/${id}`)).text
    for (const said of ['Korte termijn', 'Middellange termijn', 'Lange termijn', 'Van jaar tot jaar', goal.goal, goal.sign]) expect(page).toContain(said)
  })

  test('[GOV-03] a short-term goal falls within the years of the plan; all mistakes are named at once and what was typed stays', async () => {
    const wrong = await t.as('els').post(`/wijkplan/${id}/doel`, { goal: 'Bel 06 12 34 56 78', sign: 'mail nel@voorbeeld.nl', term: 'short', targetYear: '2040' })

    expect(wrong.status).toBe(400)
    for (const field of ['goal', 'sign', 'targetYear']) expect(wrong.text, field).toContain(`field-${field}-error`)
    expect(wrong.text).toContain('value="Bel 06 12 34 56 78"')
    const empty = await t.as('els').post(`/wijkplan/${id}/doel`, { targetYear: 'ooit' })
    for (const field of ['goal', 'sign', 'term', 'targetYear']) expect(empty.text, field).toContain(`field-${field}-error`)
    expect((await t.as('els').json(`/area-plans/${id}/goals`, { ...goal, targetYear: 2020 })).status).toBe(400)
    expect((await t.as('els').json(`/area-plans/${id}/goals`, { ...goal, more: 'x' })).status).toBe(400)
  })

  test('[GOV-03] a goal that stops or is reached needs a word why, and two editors never overwrite each other', async () => {
    const { id: goalId, version, actions: _, changeHref: _href, actionHref: _more, explained: _none, id: _id, ...rest } = (await shown('els')).goals.find((it) => it.term === 'long')!
    const { version: _version, ...facts } = { version, ...rest }
    const put = (who: TownsPerson, more: Record<string, unknown>, seen?: number) => t.as(who).json(`/area-plans/${id}/goals/${goalId}`, { ...facts, ...more }, { version: seen })

    expect((await put('els', { state: 'stopped' }, version)).status).toBe(400)
    expect((await put('els', { state: 'stopped' })).status).toBe(428)
    expect((await put('els', { state: 'stopped', explained: 'Er is geen ruimte voor.' }, version)).status).toBe(201)
    expect((await put('mirjam', { goal: 'Iets anders' }, version)).status).toBe(412)
    expect((await shown('els')).goals.find((it) => it.id === goalId)).toMatchObject({ state: 'stopped', explained: 'Er is geen ruimte voor.', goal: facts.goal })
  })
})

describe('actions', () => {
  test('[ACT-13] an action says against what, who does it, for whom and when, and has one owner and one next date', async () => {
    const goalId = (await shown('hassan')).goals[0]!.id
    const sent = await t.as('hassan').post(`/wijkplan/${id}/actie`, { ...action, goalId, organizationId: organizationId('swa') })

    expect(sent.location).toBe(`/wijkplan/${id}#acties`)
    expect((await shown('hassan')).actions.find((it) => it.what === action.what)).toMatchObject({ problem: action.problem, forWhom: action.forWhom, who: 'Welzijn Amersfoort (SWA), jongeren en het opbouwwerk', owner: 'Hassan Amrani', nextOn: '2026-03-16', state: 'planned', goalId })
    expect(await t.rows("select action, outcome from audit.events where event_code = 'area-plans.add-action' and outcome = 'done'")).toEqual([{ action: 'C', outcome: 'done' }])
  })

  test('[ACT-13] without anybody who does it, or with a date that has passed, it is refused with all that is wrong', async () => {
    const { party: _, ...nobody } = action
    const wrong = await t.as('hassan').post(`/wijkplan/${id}/actie`, { ...nobody, nextOn: '2026-02-01', forWhom: 'mevrouw, 06 12 34 56 78' })

    expect(wrong.status).toBe(400)
    for (const field of ['organizationId', 'nextOn', 'forWhom']) expect(wrong.text, field).toContain(`field-${field}-error`)
    for (const ownerId of [personId('tom'), personId('joke')]) expect((await t.as('hassan').json(`/area-plans/${id}/actions`, { ...action, ownerId })).status).toBe(400)
    const elsewhere = (await shown('tom', planId('schothorst'))).goals[0]!.id
    expect((await t.as('hassan').json(`/area-plans/${id}/actions`, { ...action, goalId: elsewhere })).status).toBe(400)
  })

  test('[ACT-13] an action closes with what came of it; an open one keeps a next date', async () => {
    const one = (await shown('els')).actions.find((it) => it.what === 'De eerste keer meelopen naar de eetclub')!
    const put = (input: Record<string, unknown>, version = one.version) => t.as('els').json(`/area-plans/${id}/actions/${one.id}/report`, input, { version })

    expect((await t.as('els').get(`/wijkplan/${id}`)).text).toContain('Hoe staat het met: De eerste keer meelopen')
    for (const input of [{ state: 'done' }, { state: 'running' }, { state: 'running', nextOn: '2026-03-01' }]) expect((await put(input)).status, JSON.stringify(input)).toBe(400)
    expect((await put({ state: 'done', result: 'Acht mensen komen nu zelf.' })).status).toBe(201)
    expect((await put({ state: 'running', nextOn: '2026-04-01' })).status).toBe(412)
    expect((await shown('els')).actions.find((it) => it.id === one.id)).toMatchObject({ state: 'done', nextOn: null, closedOn: '2026-03-02', result: 'Acht mensen komen nu zelf.', changeHref: null })
    expect((await t.as('els').json(`/area-plans/${id}/actions/${one.id}`, { ...action }, { version: one.version + 1 })).status).toBe(409)
  })
})

describe('who may', () => {
  test('[WIJ-18] what is not published is for who works there; for everybody else it does not exist', async () => {
    const draft = planId('schothorst')
    for (const who of ['tom', 'nadia', 'anke'] as const) expect((await t.as(who).get(`/wijkplan/${draft}`)).status, who).toBe(200)
    for (const who of ['mirjam', 'hassan', 'petra', 'frans', 'bea', 'joke', 'dirk', 'aaltje', 'karin'] as const) {
      const [hidden, never] = await Promise.all([t.as(who).json(`/area-plans/${draft}`), t.as(who).json('/area-plans/3f0e6c1a-9d1b-4c57-8a54-2b7f0f5f9a11')])
      expect([hidden.status, never.status], who).toEqual([404, 404])
    }
    expect((await t.as('visitor').json(`/area-plans/${draft}`)).status).toBe(401)
    expect((await publicly('schothorst')).plan).toBeNull()
    expect((await t.as('visitor').get('/wijk/schothorst/plan')).text).not.toContain('Koffie in de hal')
    const listed = (await t.as('mirjam').json('/area-plans')).json() as ShownPlans
    expect(listed.areas.map(({ slug, plans, works }) => [slug, plans.length, works]).sort()).toEqual([['kruiskamp-koppel', 0, false], ['randenbroek-schuilenburg', 2, true], ['schothorst', 0, false]])
  })

  test('[WIJ-18] only the coordinator and the neighbourhood manager publish, begin and end', async () => {
    const { version } = await shown('mirjam')
    for (const who of ['mirjam', 'els'] as const) expect((await t.as(who).json(`/area-plans/${id}/publication`, {}, { version })).status, who).toBe(403)
    expect((await t.as('sanne').json('/area-plans/of/kruiskamp-koppel', { fromYear: 2026, untilYear: 2029, about: 'Een plan.' })).status).toBe(403)
    expect((await t.as('mirjam').get(`/wijkplan/${id}`)).text).not.toContain('/publiceren')
  })

  test('the database itself keeps others out, whatever the application asks', async () => {
    const client = await t.pool.connect()
    try {
      for (const table of ['area_plans', 'area_plan_goals', 'area_plan_actions']) expect((await client.query(`select * from ${table}`)).rows, table).toEqual([])
      await expect(client.query(`insert into area_plan_publications values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 2026, 1, '{}', gen_random_uuid(), now())`)).rejects.toThrow(/row-level security/)
    } finally {
      client.release()
    }
  })
})

describe('publishing', () => {
  test('[WIJ-18] everybody reads the plan as it was published, without the colleagues behind it and without a script', async () => {
    const { plan, publishedOn } = await publicly()
    expect(publishedOn).toBe('2026-02-16')
    expect(plan!.actions.map((it) => it.what)).not.toContain('Kennismaken per portiek, met soep')
    const page = (await t.as('visitor').get('/wijk/randenbroek-schuilenburg/plan')).text
    for (const said of ['Wijkplan Randenbroek-Schuilenburg 2026-2029', 'Op bezoek bij ouderen die alleen wonen', '75-plussers', 'Grijs Genoegen', 'Lange termijn']) expect(page).toContain(said)
    for (const name of ['Hassan', 'Els Verhoeven', 'Mirjam']) expect(page).not.toContain(name)
    expect((await t.as('visitor').get('/wijk/randenbroek-schuilenburg')).text).toContain('href="/wijk/randenbroek-schuilenburg/plan"')
  })

  test('[WIJ-18] nobody publishes what they did not see, and later changes wait for the next time', async () => {
    const seen = (await shown('hassan')).version
    await t.as('els').json(`/area-plans/${id}/goals`, { ...goal, goal: 'Intussen toegevoegd' })
    expect((await t.as('hassan').json(`/area-plans/${id}/publication`, {}, { version: seen })).status).toBe(412)
    expect((await publicly()).plan!.goals.map((it) => it.goal)).not.toContain('Intussen toegevoegd')

    expect((await t.as('hassan').post(`/wijkplan/${id}/publiceren`, {}, { version: seen + 1 })).location).toBe(`/wijkplan/${id}`)
    const { plan, publishedOn } = await publicly()
    expect([publishedOn, plan!.goals.some((it) => it.goal === 'Intussen toegevoegd')]).toEqual(['2026-03-02', true])
    expect((await shown('els')).published).toMatchObject({ current: true, by: 'Hassan Amrani' })
    expect((await t.as('hassan').json(`/area-plans/${id}/publication`, {}, { version: seen + 1 })).status).toBe(409)
  })

  test('[WIJ-18] a part of an area reads the plan of the whole, an earlier plan is found by its year, and what never was is not found', async () => {
    expect((await publicly('schuilenburg')).of).toEqual({ slug: 'randenbroek-schuilenburg', name: 'Randenbroek-Schuilenburg' })
    const { plan } = await publicly('randenbroek-schuilenburg', '?jaar=2023')
    expect(plan!.outcome).toContain('draaien op vrijwilligers')
    for (const path of ['/wijk/bestaat-niet/plan', '/wijk/amersfoort/plan', '/wijk/leusden/plan', '/wijk/schothorst/plan?jaar=2023']) expect((await t.as('visitor').get(path)).status, path).toBe(404)
    expect((await t.as('visitor').get('/wijk/randenbroek-schuilenburg/plan?jaar=gisteren')).status).toBe(400)
  })

  test('[WIJ-18] what is taken back is gone for the public at once', async () => {
    const { version } = await shown('anke')
    expect((await t.as('anke').post(`/wijkplan/${id}/intrekken`, {}, { version })).status).toBe(303)
    expect((await publicly()).plan!.fromYear).toBe(2023)
    expect((await t.as('anke').json(`/area-plans/${id}/publication`, {}, { version })).status).toBe(201)
  })
})

describe('from begin to end', () => {
  test('[GOV-03] there is one plan at a time for an area, made from its map; a new one begins when the other has ended with what came of it', async () => {
    const facts = { fromYear: '2026', untilYear: '2025', about: 'Wij maken de wijk vriendelijker.' }
    expect((await t.as('youssef').get('/wijkplan')).text).toContain('/wijkplan/nieuw/kruiskamp-koppel')
    expect((await t.as('youssef').post('/wijkplan/nieuw/kruiskamp-koppel', facts)).text).toContain('field-untilYear-error')
    const begun = await t.as('youssef').post('/wijkplan/nieuw/kruiskamp-koppel', { ...facts, untilYear: '2029' })
    const own = begun.location!.split('/').at(-1)!
    expect((await t.as('sanne').get(`/wijkplan/${own}`)).text).toContain('Zet het eerste doel in het plan')
    expect((await t.as('youssef').json('/area-plans/of/kruiskamp-koppel', { fromYear: 2027, untilYear: 2030, about: 'Nog een.' })).status).toBe(409)
    expect((await t.as('youssef').json(`/area-plans/${own}/publication`, {}, { version: 1 })).status).toBe(409)

    const end = async () => t.as('youssef').json(`/area-plans/${own}/end`, { outcome: 'Genoeg.' }, { version: (await shown('sanne', own)).version })
    const other = { ...action, ownerId: personId('sanne') }
    expect((await t.as('sanne').json(`/area-plans/${own}/actions`, other)).status).toBe(201)
    expect((await end()).status).toBe(409)
    const [open] = (await shown('sanne', own)).actions
    await t.as('sanne').json(`/area-plans/${own}/actions/${open!.id}/report`, { state: 'stopped', result: 'Het plein wordt verbouwd.' }, { version: 1 })
    expect((await end()).status).toBe(201)

    expect((await t.as('sanne').json(`/area-plans/${own}/goals`, goal)).status).toBe(409)
    expect((await t.as('youssef').json('/area-plans/of/kruiskamp-koppel', { fromYear: 2027, untilYear: 2030, about: 'Een nieuw begin.' })).status).toBe(201)
    expect(await t.rows('select count(*)::int as plans from area_plans where area_id = $1', [areaId('kruiskamp-koppel')])).toEqual([{ plans: 2 }])
  })

  test('[WIJ-18] the years and words of a plan change with its version; a short-term goal never falls outside by that', async () => {
    const { version, mapHref } = await shown('hassan')
    expect(mapHref).toContain('/wijkkaart/')
    const put = (who: TownsPerson, input: Record<string, unknown>, seen: number) => t.as(who).json(`/area-plans/${id}/facts`, { fromYear: 2026, untilYear: 2030, about: 'Korter gezegd.', ...input }, { version: seen })
    expect((await put('els', { untilYear: 2026 }, version)).status).toBe(400)
    expect((await put('els', {}, version)).status).toBe(201)
    expect((await put('mirjam', { about: 'Anders.' }, version)).status).toBe(412)
    expect(await shown('els')).toMatchObject({ untilYear: 2030, about: 'Korter gezegd.', version: version + 1 })
  })
})
