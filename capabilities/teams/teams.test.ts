import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { personId } from '../../db/seeds/demo/cast.ts'
import { emptyTown } from '../../tests/support/signals.ts'
import type { Town } from '../../tests/support/town.ts'

let t: Town
beforeAll(async () => {
  t = await emptyTown()
})
afterAll(() => t.close())

const page = () => t.as('visitor').get('/team/randenbroek-schuilenburg')

describe('the page of a team', () => {
  test('tells who, where, when and the telephone, to everybody', async () => {
    const { status, text } = await page()
    expect(status).toBe(200)
    for (const said of ['Schakelteam Randenbroek-Schuilenburg', 'tel:0330001234', 'Wijkinformatiepunt in Nijenstede', 'Hassan Amrani', 'Els Verhoeven', '/zorgen?wijk=randenbroek-schuilenburg', '/wijk/randenbroek-schuilenburg']) expect(text).toContain(said)
  })

  test('names only who chose to be named, works here today and belongs to the core', async () => {
    const shell = await t.rows<{ name: string }>("select p.name from team_members m join people p on p.id = m.person_id join teams t on t.id = m.team_id where t.slug = 'randenbroek-schuilenburg' and m.ring <> 'core'")
    expect(shell.length).toBeGreaterThan(0)
    const { text } = await page()
    for (const { name } of shell) expect(text).not.toContain(name)
    await t.rows('update team_members set published = false where person_id = $1', [personId('hassan')])
    expect((await page()).text).not.toContain('Hassan Amrani')
    await t.rows('update team_members set published = true where person_id = $1', [personId('hassan')])
    await t.rows("update team_members set until_on = '2026-03-01' where person_id = $1", [personId('els')])
    expect((await page()).text).not.toContain('Els Verhoeven')
  })

  test('holds no e-mail address, id or role of anybody', async () => {
    const shown = (await t.as('visitor').json('/teams/randenbroek-schuilenburg')).json() as { members: Record<string, unknown>[] }
    expect(shown.members.length).toBeGreaterThan(0)
    for (const member of shown.members) expect(Object.keys(member).sort()).toEqual(['function', 'name', 'organization'])
  })

  test('says so when nothing is known, instead of leaving it out', async () => {
    await t.rows("update teams set phone = null, phone_hours = null, place = null, place_hours = null, about = null where slug = 'schothorst'")
    await t.rows("update team_members set published = false where team_id = (select id from teams where slug = 'schothorst')")
    const { text } = await t.as('visitor').get('/team/schothorst')
    expect(text).toContain('Het telefoonnummer van dit team is nog niet bekend.')
    expect(text).toContain('Niemand van dit team staat hier met naam.')
    expect((await t.as('visitor').get('/')).status).toBe(200)
  })

  test('of another municipality, or that is no team of a neighbourhood, does not exist', async () => {
    for (const slug of ['leusden', 'nergens', 'a'.repeat(200)]) expect((await t.as('visitor').get(`/team/${slug}`)).status).toBe(404)
  })
})
