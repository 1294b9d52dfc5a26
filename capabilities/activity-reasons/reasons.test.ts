import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pointId } from '../../db/seeds/demo/plans.ts'
import { programmeId } from '../../db/seeds/demo/programmes.ts'
import { type Town, type TownsPerson, town } from '../../tests/support/town.ts'
import type { ShownReason } from '../reasons/index.ts'

let t: Town
beforeAll(async () => {
  t = await town()
})
afterAll(() => t.close())

type Reasons = { reasons: (ShownReason & { endHref: string | null })[]; areas: { name: string; href: string }[] }
const area = 'randenbroek-schuilenburg'
const of = (slug: string) => `/activity-reasons/of/activiteit/${slug}`
const reasons = async (who: TownsPerson, slug: string): Promise<Reasons> => (await t.as(who).json(of(slug))).json() as Reasons
const publicly = async (slug: string): Promise<ShownReason[]> => ((await t.as('visitor').json(`/directory/services/${slug}`)).json() as { reasons: ShownReason[] }).reasons
const plain = (html: string): string => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')
const because = 'bewoners hier graag samen zingen'

describe('an activity says which need it answers', () => {
  test('[ACT-09] everybody reads in a plain sentence why it is there, with the need that was asked for, its source and day', async () => {
    const page = plain((await t.as('visitor').get('/voorziening/wandelclub')).text)
    expect(page).toContain('Deze activiteit is er omdat bewoners vroegen om overdag samen te wandelen.')
    expect(page).toContain('Wens van bewoners: Wandelen en fietsen : ongeveer 10 mensen')
    expect(page).toContain('Wensen uit de buurt, zonder namen')
    expect((await publicly('wandelclub'))[0]).toMatchObject({ area: { slug: area }, points: [], restsOn: [{ key: 'wish:walking', href: '/wensen' }] })
  })

  test('[ACT-09] whoever works in the neighbourhood links it to the wishes of residents, to the profile and to the analysis', async () => {
    const slug = 'dichtersclub'
    expect((await t.as('els').get(`/sociale-kaart/voorziening/${slug}`)).text).toContain(`href="/sociale-kaart/waarom/activiteit/${slug}"`)
    const offered = (await t.as('els').get(`/sociale-kaart/waarom/activiteit/${slug}/${area}`)).text
    for (const key of ['wish:walking', 'figure:rented', 'section:2-2', pointId('randenbroek', 'lonely')]) expect(offered, key).toContain(`value="${key}"`)

    const sent = await t.as('els').post(`/sociale-kaart/waarom/activiteit/${slug}/${area}`, { because: `${because}.`, asked: ['wish:walking'], profile: ['figure:neighbours-help'], sections: ['section:2-2'], points: [pointId('randenbroek', 'lonely')] })
    expect(sent.location).toBe(`/sociale-kaart/waarom/activiteit/${slug}`)
    const [made] = await publicly(slug)
    expect(made).toMatchObject({ because, points: [] })
    expect(made!.restsOn.map(({ key, on }) => [key, on])).toEqual([['wish:walking', '2026-03-02'], ['figure:neighbours-help', '2026-03-02'], ['section:2-2', '2026-03-02']])
    expect(plain((await t.as('visitor').get(`/voorziening/${slug}`)).text)).toContain(`is er omdat ${because}.`)
    expect(await t.rows("select action from audit.events where event_code = 'activity-reasons.give' and outcome = 'done'")).toEqual([{ action: 'C' }])
  })

  test('[ACT-09] a point of the analysis is named only to who works on that plan', async () => {
    const seen = async (who: TownsPerson) => (await t.as(who).get('/sociale-kaart/voorziening/eetclub')).text.includes(`#punt-${pointId('randenbroek', 'lonely')}`)
    expect(await Promise.all((['els', 'hassan', 'tom', 'petra'] as const).map(seen))).toEqual([true, true, false, false])
    expect((await publicly('eetclub'))[0]!.points).toEqual([])
  })

  test('[ACT-09] what only colleagues may see is not offered, so that nobody publishes a small number', async () => {
    const offered = (await t.as('els').get(`/sociale-kaart/waarom/activiteit/eetclub/${area}`)).text
    for (const key of ['wish:making', 'asked:', 'signals:', 'cooperation', 'section:1-2', 'supply:']) expect(offered, key).not.toContain(`value="${key}`)
    for (const key of ['wish:making', 'section:1-2']) expect((await t.as('els').json(`${of('eetclub')}/${area}`, { because, asked: [key] })).status).toBe(400)
  })

  test('[ACT-09] a reason without anything it rests on, or with how to reach somebody, is refused and stays typed', async () => {
    const wrong = await t.as('els').post(`/sociale-kaart/waarom/activiteit/eetclub/${area}`, { because: 'Nel dat wil, 06 12 34 56 78' })
    expect(wrong.status).toBe(400)
    expect(wrong.text).toContain('field-because-error')
    expect(wrong.text).toContain('value="Nel dat wil, 06 12 34 56 78"')
  })

  test('[ACT-09] everything that is wrong with a reason is told at once, beside the sentence and beside the boxes, without a word about a plan', async () => {
    const form = `/sociale-kaart/waarom/activiteit/eetclub/${area}`
    for (const because of ['', '  ', '...', 'omdat …']) {
      const wrong = (await t.as('els').post(form, { because })).text
      for (const field of ['because', 'asked']) expect(wrong, because).toContain(`id="field-${field}-error"`)
      expect(wrong).not.toContain('Dit kan zo niet worden vastgelegd')
    }
    const personal = (await t.as('els').post(form, { because: 'Nel dat wil, 06 12 34 56 78' })).text
    for (const said of ['Kruis hier of hieronder minstens één ding aan', 'van één persoon. Haal dat weg: iedereen leest deze zin.']) expect(personal).toContain(said)
  })

  test('[ACT-09] a sentence that begins with its own “omdat” is read once, stands there once, and with three of them no way to a fourth is shown', async () => {
    const [slug, asked] = ['dichtersclub', ['wish:walking']]
    const form = `/sociale-kaart/waarom/activiteit/${slug}/${area}`
    const before = (await publicly(slug)).length
    expect((await t.as('els').post(form, { because: 'Omdat bewoners samen dichten. ', asked })).status).toBe(303)
    expect(plain((await t.as('visitor').get(`/voorziening/${slug}`)).text)).toContain('is er omdat bewoners samen dichten.')
    const again = await t.as('els').post(form, { because: 'Bewoners samen dichten', asked })
    expect([again.status, again.text.includes('Deze reden staat er al.')]).toEqual([400, true])
    expect(await publicly(slug)).toHaveLength(before + 1)
    for (const other of ['een', 'twee', 'drie'].slice(0, 2 - before)) await t.as('els').post(form, { because: `reden ${other}`, asked })
    const full = await t.as('els').get(`/sociale-kaart/waarom/activiteit/${slug}`)
    expect([full.text.includes('Hier staan al drie redenen.'), full.text.includes(`href="${form}"`)]).toEqual([true, false])
  })

  test('[ACT-09] a programme says it too, and both are found from the need they answer', async () => {
    expect(plain((await t.as('visitor').get(`/programma/${programmeId('muis')}`)).text)).toContain('Dit programma is er omdat kinderen van ouders met psychische problemen')
    const need = plain((await t.as('hassan').get(`/wijk/${area}/behoefte`)).text)
    for (const said of ['Wat er is begonnen voor een behoefte', 'Hiervoor is er: Eetclub', 'Piep zei de muis']) expect(need).toContain(said)
    const plan = (await t.rows<{ id: string }>('select plan_id as id from area_plan_points where id = $1', [pointId('randenbroek', 'lonely')]))[0]!.id
    const analysis = plain((await t.as('hassan').get(`/wijkplan/${plan}/analyse`)).text)
    expect(analysis).toMatch(/Hiervoor is er: Eetclub/)
    expect(analysis.match(/Hiervoor is er/g)).toHaveLength(2)
  })

  test('[ACT-09] a reason that no longer holds leaves the page, and stays in the books', async () => {
    const [one] = (await reasons('els', 'wandelclub')).reasons
    expect((await t.as('tom').json(`/activity-reasons/${one!.id}/end`, {})).status).toBe(403)
    expect((await t.as('els').post(one!.endHref!)).status).toBe(303)
    expect(await publicly('wandelclub')).toEqual([])
    expect((await t.as('els').json(`/activity-reasons/${one!.id}/end`, {})).status).toBe(404)
    expect(await t.rows('select ended_on::text from activity_reasons where id = $1', [one!.id])).toEqual([{ ended_on: '2026-03-02' }])
  })
})

describe('who may', () => {
  test('[ACT-09] who works in the neighbourhood and who keeps the activity say why; others read', async () => {
    expect((await reasons('els', 'eetclub')).areas.map(({ name }) => name)).toEqual(['Randenbroek-Schuilenburg'])
    expect((await reasons('petra', 'eetclub')).areas.length).toBeGreaterThan(2)
    for (const who of ['tom', 'nadia'] as const) expect((await t.as(who).json(`${of('eetclub')}/${area}`, { because, asked: ['wish:walking'] })).status, who).toBe(403)
    expect((await t.as('els').json(`${of('bestaat-niet')}/${area}`, { because, asked: ['wish:walking'] })).status).toBe(404)
    expect((await t.as('visitor').json(of('eetclub'))).status).toBe(401)
    expect((await t.as('joke').json(of('eetclub'))).status).toBe(404)
    const client = await t.pool.connect()
    try {
      await expect(client.query('insert into activity_reasons (municipality_id, id, service_id, area_id, because, rests_on, by_id, at) values (gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), $1, $2, gen_random_uuid(), now())', ['x', '[]'])).rejects.toThrow(/row-level security/)
      expect((await client.query('select * from activity_reason_points')).rows).toEqual([])
    } finally {
      client.release()
    }
  })
})
