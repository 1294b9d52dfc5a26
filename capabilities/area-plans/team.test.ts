import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { planId } from '../../db/seeds/demo/plans.ts'
import { prevalenceId } from '../../db/seeds/demo/prevalences.ts'
import { type Town, type TownsPerson, town } from '../../tests/support/town.ts'
import type { ShownPlan, ShownPublicPlan, ShownTeamModel } from './shown.ts'
import { partiesOf, proposed, standingOf } from './teamModel.ts'

let t: Town
beforeAll(async () => {
  t = await town()
})
afterAll(() => t.close())

const id = planId('randenbroek')
const lonely = `need:${prevalenceId('eenzaam')}`
const team = async (who: TownsPerson, plan = id): Promise<ShownTeamModel> => (await t.as(who).json(`/area-plans/${plan}/team`)).json() as ShownTeamModel
const plain = (html: string): string => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
/** One expertise that these organisations offer something for. */
const asked = (organizations: readonly string[]) => [{ key: 'x', what: { nl: 'x', en: 'x' }, points: [], of: { key: 'x', what: 'x', why: '', more: null, line: null, team: [], offers: organizations.map((organization) => ({ name: organization, href: `/${organization}`, organization })) } }]
const choice = { model: 'generalists', reasons: 'Het team kent iedereen in de wijk.' }

describe('what the area asks of its team', () => {
  test('[WIJ-21] each expertise follows from the profile, with the sum behind its number, who in the team is near it and what lacks', async () => {
    const { profile } = await team('hassan')
    const first = profile.find(({ key }) => key === lonely)!
    expect(first).toMatchObject({ what: 'Eenzaamheid bij ouderen', more: '65 jaar en ouder', standing: 'covered', place: 'core' })
    expect(first.line!.sum).toContain('×')
    expect(first.team.length).toBeGreaterThan(0)
    expect(first.points.map(({ statement }) => statement)).toContain('Veel ouderen zien te weinig mensen, en zij vragen niet zelf om bezoek')
    const page = plain((await t.as('hassan').get(`/wijkplan/${id}/team`)).text)
    for (const said of ['Zo is dit berekend: Eenzaamheid bij ouderen', 'Hoger dan in de stad: “65 jaar en ouder”', 'Wie dit biedt: Eenzaamheid bij ouderen', 'Hoeveel uren het team nodig heeft, is niet bekend']) expect(page).toContain(said)
  })

  test('[WIJ-21] what people ask for in vain asks for expertise too, in fives at most', async () => {
    const asked = (await team('hassan')).profile.filter(({ key }) => key.startsWith('asked:'))
    expect(asked.map(({ what }) => what)).toEqual(expect.arrayContaining(['Geld', 'Verslaving']))
    for (const { why } of asked) for (const [count = '5'] of why.replace('half jaar', '').matchAll(/\d+/g)) expect(Number(count) % 5).toBe(0)
  })

  test('[WIJ-18] a worry that rests on no need is asked too, and nobody pretends to know who can do it', async () => {
    expect((await team('hassan')).judged.find(({ what }) => what.startsWith('Bewoners willen overdag'))).toMatchObject({ standing: 'unknown', team: [], offers: [] })
  })

  test('[WIJ-21] without anybody in the team and without an offer it lacks; with an offer alone it is nearby, and somebody in the shell is not the team', () => {
    const member = (ring: 'core' | 'shell') => ({ name: 'Iemand', function: null, organization: 'a', ring })
    const standing = (members: ReturnType<typeof member>[], organizations: readonly string[]) => standingOf({ ...asked(organizations)[0]!, of: { ...asked(organizations)[0]!.of, team: members } })
    expect([standing([], []), standing([], ['a']), standing([member('shell')], ['a']), standing([member('shell'), member('core')], ['a'])]).toEqual(['missing', 'nearby', 'shell', 'covered'])
  })
})

describe('the kind of team', () => {
  test('[WIJ-18] the proposal says where its rule of thumb comes from, and calls it no norm', async () => {
    expect([proposed(partiesOf(asked([]))), proposed(partiesOf(asked(['a', 'b']))), proposed(partiesOf(asked([...'abcdefghijk'])))]).toEqual([null, 'generalists', 'core-and-ring'])
    const page = plain((await t.as('hassan').get(`/wijkplan/${id}/team`)).text)
    expect(page).toMatch(/Schakels in de Buurt \(§6\.3/)
    expect(page).toContain('Dit is een vuistregel, geen norm')
  })

  test('[WIJ-18] a choice keeps its reasons, who made it and when, and where each expertise is found; the one before stays', async () => {
    const before = (await team('hassan')).choices.length
    expect((await t.as('hassan').post(`/wijkplan/${id}/team/kiezen`, { ...choice, core: [lonely], call: ['asked:financien'] })).location).toBe(`/wijkplan/${id}/team`)
    const { choices, profile } = await team('hassan')
    expect(choices.length).toBe(before + 1)
    expect(choices[0]).toMatchObject({ ...choice, by: 'Hassan Amrani', at: '2026-03-02T09:00:00.000Z' })
    expect(choices[0]!.expertise.find(({ what }) => what === 'Eenzaamheid bij ouderen')!.place).toBe('core')
    expect(profile.find(({ key }) => key === 'asked:financien')!.place).toBe('call')
    expect(profile.find(({ key }) => key === `need:${prevalenceId('psychisch')}`)!.place).toBe('none')
    expect(await t.rows("select action from audit.events where event_code = 'area-plans.choose-team' and outcome = 'done'")).toEqual([{ action: 'C' }])
  })

  test('[WIJ-18] a choice without reasons, with a telephone number or with one expertise in two places is refused and stays typed', async () => {
    const wrong = await t.as('hassan').post(`/wijkplan/${id}/team/kiezen`, { model: 'generalists', reasons: 'Bel 06 12 34 56 78', core: [lonely], ring: [lonely] })
    expect(wrong.status).toBe(400)
    for (const field of ['reasons', 'core']) expect(wrong.text, field).toContain(`field-${field}-error`)
    expect(wrong.text).toContain('Bel 06 12 34 56 78')
    expect((await t.as('hassan').json(`/area-plans/${id}/team-choices`, { model: 'generalists' })).status).toBe(400)
    expect((await t.as('hassan').json(`/area-plans/${id}/team-choices`, { ...choice, core: ['need:bestaat-niet'] })).status).toBe(400)
  })

  test('[WIJ-18] the coordinator and the neighbourhood manager choose; the team reads, and others do not know of it', async () => {
    for (const who of ['els', 'mirjam'] as const) expect([(await t.as(who).json(`/area-plans/${id}/team`)).status, (await t.as(who).json(`/area-plans/${id}/team-choices`, choice)).status], who).toEqual([200, 403])
    for (const who of ['tom', 'petra', 'dirk', 'karin'] as const) expect((await t.as(who).json(`/area-plans/${id}/team`)).status, who).toBe(404)
    expect((await t.as('anke').json(`/area-plans/${id}/team-choices`, choice)).status).toBe(201)
  })

  test('[WIJ-18] everybody reads which team was chosen and why, without a name', async () => {
    const { version } = (await t.as('hassan').json(`/area-plans/${id}`)).json() as ShownPlan
    await t.as('hassan').json(`/area-plans/${id}/publication`, {}, { version })
    const { plan } = (await t.as('visitor').json('/neighbourhoods/randenbroek-schuilenburg/plan')).json() as ShownPublicPlan
    expect(plan!.team).toMatchObject({ model: 'generalists', on: '2026-03-02' })
    const page = (await t.as('visitor').get('/wijk/randenbroek-schuilenburg/plan')).text
    expect(page).toContain('Eén team van generalisten')
    for (const name of ['Hassan', 'Anke', 'Els Verhoeven', 'Mirjam']) expect(page).not.toContain(name)
  })
})
