import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Town, town } from '../../tests/support/town.ts'
import type { ShownResults } from './shown.ts'

let t: Town
beforeAll(async () => {
  t = await town()
})
afterAll(() => t.close())

const asked = async (query: string, who: 'visitor' | 'sanne' = 'visitor'): Promise<ShownResults> => {
  const answer = await t.as(who).json(`/directory/${who === 'visitor' ? 'search' : 'lookup'}?${query}`)
  expect(answer.status).toBe(200)
  return answer.json() as ShownResults
}
const names = (found: ShownResults) => found.lines.map((it) => it.name)

test.each([
  ['ik ben alleen', ['Maatjesproject', 'Vriendschap zoeken voor 55-plus']],
  ['geldzorgen', ['Hulp bij schulden', 'Thuisadministratie met een vrijwilliger']],
  ['samen eten', ['Eetclub in Nijenstede', 'Aanschuiftafel van de Brugkerk', 'Eetcafé Schothorst']],
  ['Eetclup', ['Eetclub in Nijenstede']],
  ['wandelen', ['Zondagse wandelclub']],
  ['mantelzorgers', ['Steun voor mantelzorgers']],
  ['schuldhulp', ['Hulp bij schulden']],
  ['eetcafe', ['Eetcafé Schothorst']],
  ['ik word geslagen', ['Veilige opvang']],
  ['kantine met hulp bij schulden', []],
])('[DIR-09] people ask in their own words: %s', async (words, expected) => {
  const found = await asked(`q=${encodeURIComponent(words)}`)

  expect(names(found)).toEqual(expect.arrayContaining([...expected]))
})

test('[DIR-07] a neighbourhood also finds what works for the whole city and the region, and not what is only for another one', async () => {
  const rows = names(await asked('wijk=schuilenburg&q=zorg'))
  const all = [...rows, ...names(await asked('wijk=schuilenburg&q=schulden')), ...names(await asked('wijk=schuilenburg&q=verslaving')), ...names(await asked('wijk=schuilenburg&q=bibliobus'))]

  expect(all).toEqual(expect.arrayContaining(['Wijkverpleging van Buurtzorg', 'Hulp bij schulden', 'Hulp bij verslaving', 'Bibliobus']))
  expect(names(await asked('wijk=schothorst&q=bibliobus'))).not.toContain('Bibliobus')
  expect(names(await asked('wijk=randenbroek-schuilenburg&q=bibliobus'))).toContain('Bibliobus')
})

test('[DIR-10][DIR-12] filters give what they say, and their counts are what one gets', async () => {
  const first = await asked('q=eten')
  for (const group of first.groups) {
    for (const option of group.options) {
      const after = await asked(`q=eten&${group.name}=${option.value}`)
      expect(`${group.name} ${option.value} ${after.total}`).toBe(`${group.name} ${option.value} ${option.count}`)
    }
  }
})

test('counts stay honest when filters are on already', async () => {
  const first = await asked('handig=zonder-indicatie&kosten=gratis')
  for (const group of first.groups.filter((it) => ['handig', 'wanneer', 'veld'].includes(it.name))) {
    for (const option of group.options.filter((it) => !it.chosen)) {
      const after = await asked(`handig=zonder-indicatie&kosten=gratis&${group.name}=${option.value}`)
      expect(`${group.name} ${option.value} ${after.total}`).toBe(`${group.name} ${option.value} ${option.count}`)
    }
  }
})

test('[DIR-10] unknown is not no: without indication gives only those that said so', async () => {
  const without = new Set((await asked('handig=zonder-indicatie&q=huisvesting')).lines.map((it) => it.name))
  const unknown = await t.rows<{ name: string }>("select name from services where indication <> 'not-needed'")

  expect(unknown.filter((it) => without.has(it.name))).toEqual([])
})

test('[DIR-03][DIR-09] one searches by field, target group, life domain and language', async () => {
  expect(names(await asked('veld=wonen&soort=wonen'))).toContain('Wonen in Nijenstede')
  expect(names(await asked('voor=mantelzorgers'))).toContain('Steun voor mantelzorgers')
  expect(names(await asked('over=verslaving'))).toContain('Hulp bij verslaving')
  expect(names(await asked('taal=tr'))).toContain('Inloopspreekuur maatschappelijk werk')
})

test('[DIR-02][DIR-09] a professional finds people by what they can be asked for; a visitor does not', async () => {
  expect(names(await asked('q=huurschuld', 'sanne'))).toContain('Wilma Kok')
  expect(names(await asked('q=huurschuld'))).not.toContain('Wilma Kok')
})

test('near comes first when asked, and a postcode is enough', async () => {
  const found = await asked('q=samen+eten&postcode=3822&volgorde=dichtbij')
  const far = found.lines.map((it) => it.metres).filter((it) => it !== null)

  expect(far).toEqual([...far].sort((a, b) => a - b))
  expect(names(found)[0]).toBe('Maaltijd van Wijk en Psychiatrie')
  expect((await asked('postcode=vier')).postcode).toBe('wrong')
  expect((await asked('postcode=9999')).postcode).toBe('unknown')
})

test.each([
  ['eenzaam 3812', 'eenzaam'],
  ['3812 AB eenzaam', 'eenzaam'],
  ['eenzaam 3812ab', 'eenzaam'],
  ['iemand die eenzaam is 3812 in de buurt', 'iemand die eenzaam is in de buurt'],
  ['3812', ''],
])('[DIR-09] a postcode between the words says where, and is not searched as a word: %s', async (typed, words) => {
  const found = await asked(`q=${encodeURIComponent(typed)}`)

  expect(found).toMatchObject({ asked: words, postcodeTyped: '3812', postcode: 'known', near: { name: '3812' } })
  expect(found.total).toBe((await asked(`q=${encodeURIComponent(words)}&postcode=3812`)).total)
  expect(found.total).toBeGreaterThan(0)
  const page = await t.as('visitor').get(`/zoeken?q=${encodeURIComponent(typed)}`)
  expect(page.text).toContain('vanaf postcode 3812')
  expect(page.text).toContain('name="postcode" value="3812"')
})

test.each(['9999', '033 3812', '33812', '06-3812', 'eetclub 1944'])('a number that is no postcode of here stays a word: %s', async (typed) => {
  expect(await asked(`q=${encodeURIComponent(typed)}`)).toMatchObject({ asked: typed, postcodeTyped: null, postcode: 'none' })
})

test.each([
  ['samen eten schuilenburg', 'samen eten', 'Schuilenburg'],
  ['eenzaam in de wijk Kruiskamp', 'eenzaam', 'Kruiskamp'],
  ['randenbroek-schuilenburg geldzorgen', 'geldzorgen', 'Randenbroek-Schuilenburg'],
])('[DIR-07] who types the name of an area is offered all there is for it, with what works for the whole city: %s', async (typed, words, area) => {
  const found = await asked(`q=${encodeURIComponent(typed)}`)
  expect(found.named).toMatchObject({ name: area, asked: words })

  const { text } = await t.as('visitor').get(`/zoeken?q=${encodeURIComponent(typed)}`)
  const offered = new RegExp(`<a href="([^"]+)">Zoek in alles wat er voor ${area} is</a>`).exec(text)?.[1]?.replaceAll('&amp;', '&') ?? ''
  expect((await asked(offered.split('?')[1] ?? '')).total).toBeGreaterThanOrEqual(found.total)
  expect((await asked(offered.split('?')[1] ?? '')).area?.name).toBe(area)
})

test('open now follows the clock: on Monday at ten the coffee of De Roef is ready', async () => {
  expect(names(await asked('open=nu&q=koffie'))).toContain('Koffie en ontmoeting in De Roef')
  expect(names(await asked('open=nu&q=eetclub'))).not.toContain('Eetclub in Nijenstede')
})

test('[DIR-04] what was not checked for half a year says so and sinks', async () => {
  const found = await asked('q=koken')
  const old = (await asked('q=kookgroep')).lines.find((it) => it.name === 'Kookgroep in het wijkcentrum')

  expect(old?.age).toBe('stale')
  expect(found.total).toBeGreaterThan(0)
  const text = (await t.as('visitor').get('/zoeken?q=kookgroep')).text
  expect(text).toContain('Niet bevestigd sinds')
})

test('what is not there offers what comes close, and counts the gap without who asked', async () => {
  const found = await asked('q=hondenuitlaatservice')
  expect(found.total).toBe(0)
  expect(found.instead?.how).toBe('nothing')
  const near = await asked('q=koken+hondenuitlaatservice&wijk=schothorst')
  expect(near.instead?.how).toBe('any-word')
  expect(near.instead?.lines.length).toBeGreaterThan(0)
  expect(near.team?.phone).toBe('033 000 45 60')

  const gaps = await t.rows<{ words: string[]; times: number }>("select words, times from unmet_needs where source = 'search'")
  expect(JSON.stringify(gaps)).not.toContain('hondenuitlaat')
  expect(gaps).toContainEqual({ words: ['koken'], times: 1 })
})

test('[PRI-11] who keeps the directory hears where something was asked in vain only of five times or more', async () => {
  const told = async () => ((await (await t.as('petra').json('/directory/upkeep')).json()) as { gaps: { words: string[]; area: string | null; times: number }[] }).gaps.filter(({ words }) => words.join() === 'wandelclub')
  const search = () => asked('q=wandelclub+hondenuitlaatservice&wijk=kruiskamp')
  for (let times = 0; times < 4; times++) await search()
  expect(await told()).toEqual([{ words: ['wandelclub'], area: null, times: 4 }])

  await search()
  expect(await told()).toEqual([{ words: ['wandelclub'], area: 'Kruiskamp', times: 5 }])
  expect(await t.rows('select * from ctx.gap_words()')).toEqual([])
})

test('a word nobody uses is kept only after it was typed on three days', async () => {
  const words = () => t.rows<{ word: string | null }>("select u.word from directory.unknown_words u where u.word = 'pianostemmer'")
  for (const days of [0, 1, 1]) {
    t.pass(days * 86_400_000)
    await asked('q=pianostemmer')
    if (days === 0) expect(await words()).toEqual([])
  }

  expect(await words()).toHaveLength(1)
  t.pass(-2 * 86_400_000)
})

test('[DIR-06] search works without signing in, and a refuge has no point on the map', async () => {
  const found = await asked('q=veilige+opvang')
  const refuge = found.lines.find((it) => it.name === 'Veilige opvang')

  expect(refuge).toMatchObject({ latitude: null, metres: null })
})

test('names and words are suggested as they begin; those of hidden entries are not', async () => {
  const words = async (begun: string) => ((await t.as('visitor').json(`/directory/suggestions?q=${begun}`)).json() as { words: string[] }).words

  expect(await words('eetc')).toEqual(expect.arrayContaining(['Eetclub in Nijenstede', 'eetclub']))
  expect(await words('crisis')).not.toContain('Crisisdienst voor verwijzers')
})

test('a search field takes as much as can be searched, so that a whole story pasted in gives a page and no mistake', async () => {
  for (const [who, path] of [['visitor', '/'], ['visitor', '/zoeken'], ['sanne', '/sociale-kaart']] as const) {
    const fields = [...(await t.as(who).get(path)).text.matchAll(/<input[^>]*type="search"[^>]*>/g)].map(([field]) => field)
    expect(fields.length).toBeGreaterThan(0)
    for (const field of fields) expect(field).toContain('maxlength="200"')
  }
  expect((await t.as('visitor').get(`/zoeken?q=${encodeURIComponent('eenzaam na een verhuizing '.repeat(8).slice(0, 200))}`)).status).toBe(200)
})

test('whatever somebody types gives a page', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.string({ maxLength: 80 }), fc.string({ unit: 'grapheme', maxLength: 60 }), fc.constantFrom("'; drop table", ':* | & !', '%_\\', '((((', '\u0000')), async (typed) => {
      const answer = await t.as('visitor').get(`/zoeken?${new URLSearchParams({ q: typed })}`)
      expect([200, 400]).toContain(answer.status)
    }),
    { numRuns: 60, seed: 7 },
  )
})

test('one typing error loses almost nothing: recall at 20 is .98 or more over the words of the directory', async () => {
  const rows = await t.rows<{ name: string; summary: string }>("select name, coalesce(for_whom, '') as summary from services where state = 'published' and visibility = 'public' and (publish_on is null or publish_on <= current_date)")
  const plain = (text: string) => text.toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '').split(/[^a-z]+/)
  const stops = new Set((await t.rows<{ word: string }>("select w as word from unnest($1::text[]) w where to_tsvector('dutch', w) = ''", [[...new Set(rows.flatMap((it) => plain(it.name)))]])).map((it) => it.word))
  const words = [...new Set(rows.flatMap((it) => plain(it.name)))].filter((word) => word.length >= 5 && !stops.has(word))
  const letters = 'abcdefghijklmnopqrstuvwxyz'
  let seed = 42
  const random = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((seed / 2_147_483_648) * below)
  }
  const edited = (word: string): string => {
    const at = random(word.length - 1)
    const letter = letters[random(26)] ?? 'a'
    return [word.slice(0, at) + word.slice(at + 1), word.slice(0, at) + letter + word.slice(at), word.slice(0, at) + letter + word.slice(at + 1), word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2)][random(4)] ?? word
  }
  let [wanted, got] = [0, 0]
  const lost: string[] = []
  for (const word of words) {
    const right = (await asked(`q=${word}&soort=hulp&soort=activiteit`)).lines.map((it) => it.name)
    const wrong = edited(word)
    const found = new Set(names(await asked(`q=${wrong}&soort=hulp&soort=activiteit`)))
    const here = right.filter((name) => found.has(name)).length
    wanted += right.length
    got += here
    if (here < right.length) lost.push(`${word} > ${wrong}: ${here} of ${right.length}`)
  }

  expect(wanted).toBeGreaterThan(200)
  expect(`${got / wanted >= 0.98} ${got}/${wanted} ${got / wanted < 0.98 ? lost.join('; ') : ''}`).toBe(`true ${got}/${wanted} `)
}, 60_000)
