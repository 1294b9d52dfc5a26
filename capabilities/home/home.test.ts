import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { emptyTown } from '../../tests/support/signals.ts'
import type { Town } from '../../tests/support/town.ts'

let t: Town
beforeAll(async () => {
  t = await emptyTown()
})
afterAll(() => t.close())

const home = (cookie?: string, query = '') => t.as('visitor').get(`/${query}`, cookie ? { cookie } : {})
const hrefs = (text: string): string[] => [...text.matchAll(/ href="([^"]+)"/g)].map(([, href = '']) => href.replaceAll('&amp;', '&'))
const choose = (fields: Record<string, string>) => t.as('visitor').post('/wijk-kiezen', fields)

describe('home', () => {
  test('asks one question, which a form without script sends to the search', async () => {
    const { text } = await home()
    expect(text.match(/<form[^>]*method="get"/g)).toHaveLength(1)
    expect(text).toMatch(/<form[^>]*method="get" action="\/zoeken"/)
    expect(text).toMatch(/<label[^>]*for="search">Waar zoekt u hulp bij\?<\/label>/)
    expect(text.match(/<h1/g)).toHaveLength(1)
  })

  test('has four ways in and the teams with their telephone, place and hours', async () => {
    const { text } = await home()
    expect(hrefs(text)).toEqual(expect.arrayContaining(['/zoeken', '/zoeken?voor=vrijwilligers', '/zorgen', '/inloggen/bewoner', '/team/kruiskamp-koppel', '/team/randenbroek-schuilenburg', '/team/schothorst']))
    for (const said of ['tel:0330002110', 'De Roef, buurthuis van Kruiskamp', 'maandag en woensdag van 9.30 tot 12.00 uur', 'tel:0330004560']) expect(text).toContain(said)
  })

  test('leads a resident who signed in to the own plan', async () => {
    expect(hrefs((await t.as('aaltje').get('/')).text)).toContain('/mijn-plan')
    expect(hrefs((await home()).text)).not.toContain('/mijn-plan')
  })

  test('shows nothing of another municipality', async () => {
    for (const path of ['/', '/teams', '/wijk-kiezen']) expect((await t.as('visitor').get(path)).text).not.toContain('Leusden')
  })
})

describe('the choice of a neighbourhood', () => {
  test('puts the team of that neighbourhood first, also for a part of it, and goes along in every link', async () => {
    const { text } = await home('wijk=schuilenburg')
    expect(text).toMatch(/class="area-name">Schuilenburg</)
    expect(text).toMatch(/call-box[\s\S]*Schakelteam Randenbroek-Schuilenburg[\s\S]*tel:0330001234/)
    expect(hrefs(text)).toEqual(expect.arrayContaining(['/zoeken?wijk=schuilenburg', '/zorgen?wijk=schuilenburg', '/wijk/schuilenburg']))
    expect(text).toContain('<input type="hidden" name="wijk" value="schuilenburg"/>')
  })

  test('in the address goes before the one in the browser', async () => {
    expect((await home('wijk=schuilenburg', '?wijk=schothorst')).text).toMatch(/call-box[\s\S]*Schakelteam Schothorst[\s\S]*tel:0330004560/)
  })

  test('that does not exist counts as none, and breaks nothing', async () => {
    for (const wrong of ['nergens', 'amersfoort', '..', 'a'.repeat(100)]) {
      const { status, text } = await home(`wijk=${wrong}`)
      expect([status, /class="area-name">Amersfoort</.test(text)]).toEqual([200, true])
    }
  })

  test('is kept in the browser alone, and can be taken back', async () => {
    const kept = await choose({ wijk: 'schothorst', terug: '/teams' })
    expect([kept.status, kept.location]).toEqual([303, '/teams'])
    expect(kept.headers.getSetCookie()).toEqual(['wijk=schothorst; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax'])
    expect((await choose({ wijk: '' })).headers.getSetCookie()).toEqual(['wijk=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax'])
  })

  test('shows in the list what was chosen, also for a part of a neighbourhood', async () => {
    for (const [chosen, shown] of [['schothorst', 'schothorst'], ['schuilenburg', 'randenbroek-schuilenburg'], ['', '']]) {
      const { text } = await t.as('visitor').get('/wijk-kiezen', chosen ? { cookie: `wijk=${chosen}` } : {})
      expect([...text.matchAll(/<input[^>]* type="radio"[^>]*>/g)].filter(([input]) => / checked/.test(input)).map(([input]) => /value="([^"]*)"/.exec(input)?.[1])).toEqual([shown])
    }
  })

  test('changes the address to come back to when that names an area or is a search', async () => {
    for (const [terug, wijk, back] of [
      ['/zoeken?q=samen+eten&pagina=2', 'schothorst', '/zoeken?q=samen+eten&wijk=schothorst'],
      ['/zoeken?wijk=schothorst', '', '/zoeken'],
      ['/?wijk=schuilenburg', 'schothorst', '/?wijk=schothorst'],
      ['/wijken', 'schothorst', '/wijken'],
    ] as const) expect((await choose({ terug, wijk })).location).toBe(back)
  })

  test('leads back within this site only, and keeps no nonsense', async () => {
    for (const terug of ['//elders.example', 'https://elders.example', '/\\elders.example', '']) expect((await choose({ wijk: 'schothorst', terug })).location).toBe('/')
    expect((await choose({ wijk: 'x; Domain=elders' })).headers.getSetCookie()[0]).toMatch(/^wijk=; /)
  })

  test('is offered on every public page, with the way back in it', async () => {
    expect(hrefs((await t.as('visitor').get('/wijken')).text)).toContain('/wijk-kiezen?terug=%2Fwijken')
    expect((await t.as('visitor').get('/wijk-kiezen?terug=/wijken')).text).toContain('name="terug" value="/wijken"')
  })
})
