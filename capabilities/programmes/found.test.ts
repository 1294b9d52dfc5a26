import { afterAll, beforeAll, expect, test } from 'vitest'
import { areaId, organizationId } from '../../db/seeds/demo/cast.ts'
import { serviceId } from '../../db/seeds/demo/directory.ts'
import { programmeId } from '../../db/seeds/demo/programmes.ts'
import { dayOf } from '../../platform/dates.ts'
import { type Town, town, type TownsPerson } from '../../tests/support/town.ts'

type Found = { total: number; lines: readonly { entity: string; name: string; href: string | null; summary: string | null; over: string | null; why: readonly string[] }[]; groups: readonly { name: string; options: readonly { value: string; count: number | null }[] }[] }

let t: Town
beforeAll(async () => {
  t = await town()
})
afterAll(() => t.close())

const day = 86_400_000
const dayFrom = (days: number): string => dayOf(new Date(t.now().getTime() + days * day))
const asked = async (query: string, who: TownsPerson = 'visitor') => (await t.as(who).json(`/directory/${who === 'visitor' ? 'search' : 'lookup'}?${query}`)).json() as Found
const programmesIn = ({ lines }: Found) => lines.filter(({ entity }) => entity === 'program').map(({ name }) => name)
const found = async (q: string, who: TownsPerson = 'visitor') => programmesIn(await asked(`q=${encodeURIComponent(q)}`, who))
const muis = programmeId('muis')
const riagg = organizationId('riagg')

test('[ACT-08][DIR-09] a programme is found by its name, its themes and its intake, and the line leads to its page', async () => {
  const line = (await asked('q=piep+zei+de+muis')).lines.find(({ entity }) => entity === 'program')
  expect(line).toMatchObject({ name: 'Piep zei de muis', over: 'Programma', href: `/programma/${muis}`, summary: expect.stringContaining('Voor gezinnen met kinderen') })
  expect(await found('handpop')).toEqual(['Piep zei de muis'])
  expect((await found('pesten')).concat(await found('spanning thuis'))).toEqual(['Billy Boem', 'Billy Boem'])
  const page = await t.as('visitor').get('/zoeken?q=gezinswerker&soort=programma')
  expect(page.text).toContain(`<a href="/programma/${muis}">Piep zei de muis</a>`)
  expect((await t.as('visitor').get(`/programma/${muis}`)).status).toBe(200)
  expect((await asked('q=handpop', 'sanne')).lines.find(({ entity }) => entity === 'program')?.href).toBe(`/sociale-kaart/programma/${muis}`)
})

test('[DIR-10] the filter "Programma" gives programmes only, as many as it says, also without a question and in a neighbourhood that what belongs to them reaches', async () => {
  const all = await asked('')
  expect(all.groups.find(({ name }) => name === 'soort')?.options.find(({ value }) => value === 'programma')?.count).toBe(2)
  const only = await asked('soort=programma')
  expect([only.total, only.lines.map(({ name }) => name)]).toEqual([2, ['Billy Boem', 'Piep zei de muis']])
  expect(programmesIn(await asked('soort=programma&wijk=kruiskamp-koppel'))).toContain('Piep zei de muis')
  expect(programmesIn(await asked('soort=programma&wijk=schothorst'))).not.toContain('Piep zei de muis')
})

test('[DIR-07] a programme goes along when what belongs to it reaches elsewhere, and when nothing belongs to it any more it reaches as far as its organisation', async () => {
  const reach = async (id = muis) => (await t.rows<{ reach: string[] }>("select reach from directory_index where entity = 'program' and record_id = $1", [id]))[0]!.reach.toSorted()
  const reachOf = async (entity: string, id: string) => (await t.rows<{ reach: string[] }>('select reach from directory_index where entity = $1 and record_id = $2', [entity, id]))[0]!.reach.toSorted()
  const club = serviceId('piep-zei-de-muis')
  expect(await reach()).toEqual(await reachOf('service', club))
  await t.rows('update service_areas set area_id = $2 where service_id = $1', [club, areaId('schothorst')])
  expect(await reach()).toContain(areaId('schothorst'))
  expect(await reach()).toEqual(await reachOf('service', club))
  await t.rows('update services set program_id = $2 where id = $1', [club, programmeId('billy')])
  expect(await reach()).toEqual(await reachOf('organization', riagg))
  expect(await reach(programmeId('billy'))).toContain(areaId('schothorst'))
})

test('[DIR-01] a programme is found by who may see its organisation, and by nobody else once it stopped; its page stays', async () => {
  const shown = { visitor: await found('handpop'), sanne: await found('handpop', 'sanne'), petra: await found('handpop', 'petra') }
  expect(shown).toEqual({ visitor: ['Piep zei de muis'], sanne: ['Piep zei de muis'], petra: ['Piep zei de muis'] })
  const set = (columns: string) => t.rows(`update organizations set ${columns} where id = $1`, [riagg])
  const back = "visibility = 'public', state = 'published', publish_on = null, expire_on = null, merged_into = null"
  for (const [columns, visitor, colleague] of [
    ["visibility = 'professionals'", 0, 1], ["state = 'draft'", 0, 0], ["state = 'archived'", 0, 0], [`publish_on = '${dayFrom(1)}'`, 0, 0], [`expire_on = '${dayFrom(-1)}'`, 0, 0], [`merged_into = '${organizationId('swa')}'`, 0, 0], [`expire_on = '${dayFrom(0)}'`, 1, 1],
  ] as const) {
    await set(back)
    await set(columns)
    expect([columns, (await found('handpop')).length, (await found('handpop', 'sanne')).length]).toEqual([columns, visitor, colleague])
    const [page, map] = await Promise.all([t.as('visitor').get(`/programma/${muis}`), t.as('visitor').get('/sitemap.xml')])
    expect([columns, page.status === 200, map.text.includes(`/programma/${muis}<`)]).toEqual([columns, visitor === 1, visitor === 1])
  }
  await set(back)

  await t.rows('update programme_contents set ended_on = $2 where program_id = $1', [muis, dayFrom(0)])
  expect(await found('handpop')).toEqual(['Piep zei de muis'])
  t.pass(day)
  expect(await found('handpop')).toEqual([])
  const stopped = await t.as('visitor').get(`/programma/${muis}`)
  expect([stopped.status, stopped.text.includes('Gestopt op'), stopped.text.includes('ld+json')]).toEqual([200, true, false])
  expect((await t.as('visitor').get('/sitemap.xml')).text).not.toContain(muis)
  t.pass(-day)
  await t.rows('update programme_contents set ended_on = null where program_id = $1', [muis])
  expect(await found('handpop')).toEqual(['Piep zei de muis'])
})

test('names of programmes are suggested as they begin, once, and only while everybody may see them', async () => {
  const words = async (q: string) => ((await t.as('visitor').json(`/directory/suggestions?q=${encodeURIComponent(q)}`)).json() as { words: string[] }).words
  await t.rows("update programs set name = 'Zomaar samen' where id = $1", [muis])
  expect((await words('zomaar s')).filter((it) => it === 'Zomaar samen')).toHaveLength(1)
  await t.rows("update organizations set visibility = 'professionals' where id = $1", [riagg])
  expect(await words('zomaar s')).not.toContain('Zomaar samen')
  await t.rows("update organizations set visibility = 'public' where id = $1", [riagg])
  await t.rows("update programs set name = 'Piep zei de muis' where id = $1", [muis])
})

test('the page of a programme tells search engines what it is and what belongs to it', async () => {
  const { text } = await t.as('visitor').get(`/programma/${programmeId('billy')}`)
  const data = JSON.parse(/<script type="application\/ld\+json">([^<]*)<\/script>/.exec(text)?.[1] ?? '') as Record<string, unknown>
  expect(data).toMatchObject({ '@context': 'https://schema.org', '@type': 'Service', name: 'Billy Boem', provider: { name: 'Riagg Amersfoort en omstreken' }, description: expect.stringContaining('8 tot en met 12 jaar') })
  expect(JSON.stringify(data)).toContain('"itemOffered":{"@type":"Service","name":"Billy Boem"')
})
