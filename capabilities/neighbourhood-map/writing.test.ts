import { existsSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { mapId } from '../../db/seeds/demo/maps.ts'
import { type Town, town, type TownsPerson } from '../../tests/support/town.ts'
import { allSections, chapters, formalNames } from './format.ts'

let t: Town
beforeAll(async () => {
  t = await town()
})
afterAll(() => t.close())

const id = mapId('randenbroek-schuilenburg')
const part = (key: string, act = '') => `/wijkkaart/${id}/deel/${key}${act}`
const versionOf = async (key: string): Promise<number> => (await t.rows<{ version: number }>('select version from map_sections where map_id = $1 and key = $2', [id, key]))[0]?.version ?? -1
const write = async (who: TownsPerson, key: string, body: string, more: { version?: number; status?: string; source?: string } = {}) =>
  t.as(who).post(part(key, '/schrijven'), { body, source: more.source ?? 'schakelteam, 2026', status: more.status ?? 'draft' }, { version: more.version ?? (await versionOf(key)) })
const publicText = async () => (await t.as('visitor').get('/wijk/randenbroek-schuilenburg/kaart')).text

const format = new URL('../../../shared/domain/fixtures/wijkkaart-format.json', import.meta.url)
test.skipIf(!existsSync(format))('[WIJ-01] the chapters and sections are those of the fixed format, with its numbers and names', () => {
  const asked = (JSON.parse(readFileSync(format, 'utf8')) as { chapters: { no: string; nl: string; sections?: { no: string; nl: string }[] }[] }).chapters
  for (const { no, nl, sections } of asked) {
    const chapter = chapters.find((it) => it.number === no)
    expect(formalNames[no] ?? chapter?.name.nl).toBe(nl)
    for (const one of sections ?? []) {
      const found = chapter?.sections.find((it) => it.number === one.no)
      const key = one.no.replace('.', '-')
      expect([one.no, [formalNames[key], found?.name.nl].includes(one.nl) || key === '4-2']).toEqual([one.no, true])
    }
    if (sections) expect(chapter?.sections).toHaveLength(sections.length)
  }
})

describe('writing together', () => {
  test('[WIJ-01] an empty section gets a text with its source, a status and an author', async () => {
    expect((await t.as('mirjam').get(part('4-2'))).text).toContain('Hier staat nog niets.')
    expect((await write('mirjam', '4-2', 'Thuiszorg en welzijn zitten in Nijenstede.')).location).toBe(part('4-2'))
    const { text } = await t.as('mirjam').get(part('4-2'))
    for (const said of ['Thuiszorg en welzijn zitten in Nijenstede.', 'Bron: <span lang="nl">schakelteam, 2026</span>', 'Concept', 'Mirjam de Wit']) expect(text).toContain(said)
  })

  test('[WIJ-23] two people who write at the same time never overwrite each other: both texts are shown and merged by hand', async () => {
    await write('mirjam', '3-3', 'Het plein is groen. Er staan twee banken.')
    const seen = await versionOf('3-3')
    expect((await write('els', '3-3', 'Het plein is groen. Er staan vier banken.', { version: seen })).status).toBe(303)

    const conflict = await write('mirjam', '3-3', 'Het plein is groen en rustig. Er staan twee banken.', { version: seen })

    expect(conflict.status).toBe(412)
    for (const said of ['Er is tegelijk geschreven', 'Wat er nu staat', 'Wat jij schreef', 'Els Verhoeven', '<del>twee</del><ins>vier</ins>', '<ins>en rustig. </ins>']) expect(conflict.text).toContain(said)
    expect(conflict.text).toContain('Het plein is groen en rustig. Er staan twee banken.</textarea>')
    const again = /name="_version" value="(\d+)"/.exec(conflict.text)?.[1]
    expect(Number(again)).toBe(await versionOf('3-3'))
    expect((await write('mirjam', '3-3', 'Het plein is groen en rustig. Er staan vier banken.', { version: Number(again) })).status).toBe(303)
    const bodies = await t.rows<{ body: string }>("select body from map_section_versions where map_id = $1 and key = '3-3' order by version", [id])
    expect(bodies.map((it) => it.body)).toEqual(['Het plein is groen. Er staan twee banken.', 'Het plein is groen. Er staan vier banken.', 'Het plein is groen en rustig. Er staan vier banken.'])
  })

  test('of four who write at once one is kept, and three hear of it', async () => {
    const version = await versionOf('4-5')
    const answers = await Promise.all((['mirjam', 'els', 'hassan', 'anke'] as const).map((who) => write(who, '4-5', `Zo ziet ${who} het.`, { version })))
    expect(answers.map((it) => it.status).sort()).toEqual([303, 412, 412, 412])
  })

  test('through the JSON interface the version is asked for in If-Match, and an old one is refused', async () => {
    const address = `/neighbourhood-maps/${id}/sections/3-4/texts`
    const text = { body: 'Er is een supermarkt en een bushalte.', source: 'opbouwwerk, 2026', status: 'draft' }
    expect((await t.as('hassan').json(address, text)).status).toBe(428)
    const written = await t.as('hassan').json(address, text, { version: 0 })
    expect([written.status, written.headers.get('etag')]).toEqual([201, '"1"'])
    expect((await t.as('hassan').json(address, { ...text, body: 'Iets anders.' }, { version: 0 })).status).toBe(412)
    expect((await t.as('hassan').json(`/neighbourhood-maps/${id}/sections/3-4`)).headers.get('etag')).toBe('"1"')
  })

  test('all that is wrong is said at once, and what was typed stays', async () => {
    const { status, text } = await t.as('hassan').post(part('3-4', '/schrijven'), { body: '', source: 'x'.repeat(301), status: 'klaar' }, { version: 1 })
    expect(status).toBe(400)
    for (const said of ['Vul dit in.', 'Gebruik hoogstens 300 tekens.', 'Kies een van de mogelijkheden.', 'x'.repeat(301)]) expect(text).toContain(said)
  })

  test.each(['Bel 06 12345678 voor koffie.', 'Mail naar jan@voorbeeld.nl', 'Hij woont op 3816 AB 12.', 'Zijn nummer is 123456782.'])('a text with what points at one person is refused: %s', async (body) => {
    const { status, text } = await write('hassan', '3-4', body)
    expect([status, text.includes('de wijkkaart gaat nooit over één persoon')]).toEqual([400, true])
  })

  test('every version is kept with who and when; two are compared and one is restored', async () => {
    const { text } = await t.as('els').get(part('3-3', '/versies?van=1&naar=2'))
    for (const said of ['<del>twee</del><ins>vier</ins>', 'Van versie 1 naar versie 2', 'Mirjam de Wit', 'Els Verhoeven']) expect(text).toContain(said)
    const restored = await t.as('els').post(part('3-3', '/terugzetten'), { version: '1' }, { version: await versionOf('3-3') })
    expect(restored.status).toBe(303)
    expect((await t.as('els').get(part('3-3'))).text).toContain('Het plein is groen. Er staan twee banken.')
    expect((await t.as('els').get(part('3-3', '/versies'))).text).toContain('Teruggezet van versie 1')
    expect(await versionOf('3-3')).toBe(4)
    expect((await t.as('els').post(part('3-3', '/terugzetten'), { version: '9' }, { version: 4 })).status).toBe(400)
  })
})

describe('publishing', () => {
  test('[WIJ-23] a section becomes public by itself, and only what is ready can', async () => {
    expect(await publicText()).not.toContain('Zo ziet')
    const early = await t.as('anke').post(part('4-5', '/publiceren'), {}, { version: await versionOf('4-5') })
    expect([early.status, early.text.includes('Zet de tekst eerst op klaar om te publiceren.')]).toEqual([409, true])
    await write('els', '4-5', 'De beheerder kent iedereen in de flat.', { status: 'ready' })
    expect((await t.as('anke').post(part('4-5', '/publiceren'), {}, { version: await versionOf('4-5') })).location).toBe(part('4-5'))
    expect(await publicText()).toContain('De beheerder kent iedereen in de flat.')
  })

  test('a newer draft stays inside; the public keeps reading what was published', async () => {
    await write('els', '4-5', 'De beheerder en de kapper kennen iedereen.')
    expect(await publicText()).toContain('De beheerder kent iedereen in de flat.')
    expect(await publicText()).not.toContain('kapper')
    expect((await t.as('els').get(part('4-5'))).text).toContain('Openbaar is een eerdere versie')
  })

  test('a section can be taken off the public map, and its text is not lost', async () => {
    expect((await t.as('hassan').post(part('4-5', '/intrekken'), {}, { version: await versionOf('4-5') })).status).toBe(303)
    expect(await publicText()).not.toContain('De beheerder kent iedereen')
    expect((await t.as('els').get(part('4-5'))).text).toContain('kapper')
  })

  test.each([['els', 403], ['ria', 403], ['youssef', 403], ['joke', 403], ['frans', 404], ['bea', 404], ['visitor', 401], ['aaltje', 404], ['karin', 404]] as const)('%s may not publish here', async (who, status) => {
    expect((await t.as(who).json(`/neighbourhood-maps/${id}/sections/1-2/publication`, {}, { version: 1 })).status).toBe(status)
    expect((await t.rows("select 1 from map_sections where map_id = $1 and key = '1-2' and published_version is not null", [id])).length).toBe(0)
  })

  test('what is public holds no author, no status and no draft, whoever looks', async () => {
    for (const who of ['visitor', 'hassan'] as const) {
      const shown = (await t.as(who).json('/neighbourhoods/randenbroek-schuilenburg/map')).text
      for (const hidden of ['Hassan', 'Mirjam', 'Els Verhoeven', 'draft', 'ready', 'zoeken een vaste plek', 'en die terugkomt', 'Nu haal ik zelf iemand op']) expect(shown).not.toContain(hidden)
      expect(shown).toContain('Vlak na de oorlog')
    }
  })

  test('the page has a list of what is in it, and every entry leads to its section', async () => {
    const html = await publicText()
    const links = [...html.matchAll(/href="#((?:deel|hoofdstuk)-[\d-]+)"/g)].map(([, anchor]) => anchor)
    expect(links.length).toBeGreaterThan(12)
    for (const anchor of links) expect(html).toContain(`id="${anchor}"`)
    expect(links).not.toContain('deel-1-2')
  })

  test('[WIJ-23] a resident reads whom to tell what is missing', async () => {
    const html = await publicText()
    expect(html).toContain('Weet u iets dat hier mist?')
    expect(html).toContain('href="/team/randenbroek-schuilenburg"')
  })
})

describe('editions', () => {
  test('a new edition begins with the texts of the one before, as drafts', async () => {
    const opened = await t.as('tom').post('/wijkkaart/nieuw/schothorst', { edition: '2027' })
    expect(opened.status).toBe(303)
    const page = await t.as('tom').get(opened.location ?? '')
    expect(page.text).toContain('2 van de 22 delen geschreven, 0 gepubliceerd')
    expect(allSections).toHaveLength(22)
    expect((await t.as('tom').post('/wijkkaart/nieuw/schothorst', { edition: '2027' })).text).toContain('Van dit jaar is er al een wijkkaart.')
  })

  test('while the new one has nothing to read the public reads the one before, also by its year', async () => {
    expect((await t.as('visitor').get('/wijk/schothorst/kaart')).text).toContain('Wijkkaart Schothorst 2024')
    expect((await t.as('visitor').get('/wijk/schothorst/kaart?editie=2024')).status).toBe(200)
    expect((await t.as('visitor').get('/wijk/schothorst/kaart?editie=2027')).status).toBe(404)
  })

  test('of an area without a public map the page says so; of no area there is none', async () => {
    const { status, text } = await t.as('visitor').get('/wijk/randenbroek/kaart')
    expect([status, text.includes('Deze wijkkaart is nog niet openbaar.')]).toEqual([200, true])
    for (const slug of ['nergens', 'leusden', 'amersfoort']) expect((await t.as('visitor').get(`/wijk/${slug}/kaart`)).status).toBe(404)
  })

  test.each(['mirjam', 'youssef', 'ria'] as const)('%s may not begin one in Schothorst', async (who) => {
    expect((await t.as(who).json('/neighbourhood-maps/of/schothorst', { edition: 2030 })).status).toBe(403)
  })
})
