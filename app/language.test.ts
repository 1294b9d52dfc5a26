import { globSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { personId } from '../db/seeds/demo/cast.ts'
import { dayAndMonth, fullDay, shortMoment } from '../platform/dates.ts'
import { euroText, percentText } from '../platform/numbers.ts'
import { inLocale, type Text } from '../platform/texts.ts'
import { type Town, town, type TownsPerson } from '../tests/support/town.ts'

let t: Town
beforeAll(async () => {
  t = await town()
})
afterAll(() => t.close())

const isText = (value: object): value is Text => 'nl' in value && 'en' in value && typeof value.nl === 'string' && typeof value.en === 'string'

/** All sentences in a catalogue, however deep. Those made by functions are left out. */
function sentencesIn(value: unknown): Text[] {
  if (typeof value !== 'object' || value === null) return []
  return isText(value) ? [value] : Object.values(value).flatMap(sentencesIn)
}

/** What somebody of the demonstration typed, in the same words as a sentence of the interface. */
const alsoTyped = new Set(['Bracht de casus in', 'Hulp in huis', 'Er kan iemand met u meelopen de eerste keer'])

/** Dutch sentences of the interface, long enough not to be in somebody's own text by chance. */
async function dutchSentences(): Promise<string[]> {
  const files = globSync('{app,ui,platform,capabilities}/**/*{exts,words,Words}.ts').filter((file) => !file.startsWith('capabilities/style/'))
  const catalogues = await Promise.all(files.map((file) => import(new URL(`../${file}`, import.meta.url).href) as Promise<unknown>))
  return catalogues.flatMap((it) => sentencesIn({ ...(it as object) })).filter(({ nl, en }) => nl !== en && nl.length >= 12 && !alsoTyped.has(nl)).map(({ nl }) => nl)
}

const plain = (html: string): string =>
  html.replace(/<(\w+)[^>]* lang="nl"[^>]*>[\s\S]*?<\/\1>/g, '').replace(/<script[\s\S]*?<\/script>/g, '').replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&')

const pattern = (path: string): string => path.split('?')[0]!.split('/').map((part) => (/\d/.test(part) || part.length > 24 ? '*' : part)).join('/')
const perPattern = 2

/** Walks from page to page as somebody does, a few of each kind; `look` gets each page. It stays where addresses are `within`. */
async function walk(who: TownsPerson, starts: readonly string[], look: (path: string, status: number, text: string) => void, within = /^\//): Promise<number> {
  const seen = new Map<string, number>()
  const queue = [...starts]
  const known = new Set(queue)
  let pages = 0
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    const kind = pattern(path)
    if ((seen.get(kind) ?? 0) >= perPattern) continue
    seen.set(kind, (seen.get(kind) ?? 0) + 1)
    const secret = who === 'visitor' ? '' : `schakelbord=secret-of-${who}-in-the-town; `
    const answer = await t.as(who).get(path, { cookie: `${secret}taal=en` })
    if (!answer.headers.get('content-type')?.startsWith('text/html')) continue
    pages += 1
    look(path, answer.status, answer.text)
    for (const [, href = ''] of answer.text.matchAll(/<a [^>]*href="(\/[^"#]*)/g)) {
      const next = href.replaceAll('&amp;', '&')
      if (known.has(next) || !within.test(next) || /^\/(assets|taal|api)/.test(next)) continue
      known.add(next)
      queue.push(next)
    }
  }
  return pages
}

/** What people typed about neighbourhoods, by where it is kept. */
const typed = {
  'why an area was made': 'select about from areas where about is not null',
  'why an area ended': 'select ended_because from areas where ended_because is not null',
  'what was found of a figure': 'select reason from figure_flags where reason is not null',
  'why a figure was put right': 'select reason from figure_corrections',
  'what to beware of': 'select caution from prevalences where caution is not null',
  'why a prevalence changed': 'select because from prevalences',
  'the source of a count': 'select source from support_counts',
  'why a count was put right': 'select reason from support_count_corrections',
  'what a contribution is about': 'select about from map_contributions where about is not null and withdrawn_at is null',
  'who said it': 'select said_by from map_contributions where said_by is not null and withdrawn_at is null',
  'what was added': 'select split_part(left(body, 60), chr(10), 1) from map_contributions where withdrawn_at is null',
  'who made a photo': 'select made_by from map_photos where withdrawn_at is null',
  'who chose': 'select decided_by from scenario_choices',
  'how a goal is seen': 'select sign from map_goals',
}

describe('Dutch and English', () => {
  const people: readonly (readonly [TownsPerson, string, number])[] = [['visitor', '/', 12], ['hassan', '/vandaag', 25], ['aaltje', '/mijn-plan', 3], ['frans', '/logboek', 5]]

  test.each(people)('no page that %s comes to shows a Dutch sentence to who chose English', async (who, start, least) => {
    const dutch = await dutchSentences()
    expect(dutch.length).toBeGreaterThan(400)
    const left: string[] = []
    const pages = await walk(who, [start, '/'], (path, _status, text) => {
      expect([path, /<html lang="en"/.test(text)]).toEqual([path, true])
      // Whole texts between tags: a sentence that somebody wrote may hold the same words.
      const pieces = new Set(plain(text).split(/<[^>]*>/).map((piece) => piece.replace(/\s+/g, ' ').trim()))
      for (const sentence of dutch) if (pieces.has(sentence.trim())) left.push(`${path}: ${sentence}`)
    })
    expect(pages).toBeGreaterThanOrEqual(least)
    expect([...new Set(left)]).toEqual([])
  }, 120_000)

  test('what people typed about neighbourhoods is read out as Dutch on an English page, wherever it stands (WCAG 3.1.2)', async () => {
    const kinds = await Promise.all(Object.entries(typed).map(async ([kind, sql]) => ({ kind, words: [...new Set((await t.rows(sql)).map((row) => String(Object.values(row)[0])))].filter((it) => it.length >= 20) })))
    const seen = new Set<string>()
    const left = new Set<string>()
    // What stands in a field is not read out as part of the page.
    const read = (html: string): string => html.replace(/<textarea[\s\S]*?<\/textarea>/g, '').replace(/<[^>]*>/g, ' ')
    for (const [who, starts] of [['petra', ['/wijken/beheer', '/wijken/behoefte', '/wijken/begeleiding', '/wijken']], ['mirjam', ['/wijkkaart', '/wijken']], ['visitor', ['/wijken']]] as const) await walk(who, starts, (path, _status, text) => {
      const [whole, unmarked] = [read(text.replaceAll('&#39;', "'").replaceAll('&quot;', '"').replaceAll('&amp;', '&')), read(plain(text))]
      for (const { kind, words } of kinds) for (const one of words) {
        if (whole.includes(one)) seen.add(kind)
        if (unmarked.includes(one)) left.add(`${path}: ${one}`)
      }
    }, /^\/(wijk|wijken|wijkkaart)(\/|$)/)
    expect([...left]).toEqual([])
    expect(Object.keys(typed).filter((kind) => !seen.has(kind))).toEqual([])
  })

  test('Dutch is what somebody gets who chose nothing, whatever their browser asks', async () => {
    expect((await t.as('visitor').get('/', { 'accept-language': 'en' })).text).toContain('<html lang="nl"')
  })

  test('a visitor switches with one button, without script, and comes back to the same page with the same question', async () => {
    const { text } = await t.as('visitor').get('/?wijk=schothorst')
    expect(text).toMatch(/<form class="language" method="post" action="\/taal">/)
    expect(text).toContain('<input type="hidden" name="terug" value="/?wijk=schothorst"/>')
    const switched = await t.as('visitor').post('/taal', { taal: 'en', terug: '/?wijk=schothorst' })
    expect([switched.status, switched.location]).toEqual([303, '/?wijk=schothorst'])
    expect(switched.headers.getSetCookie()).toEqual(['taal=en; Path=/; Max-Age=31536000; HttpOnly; SameSite=Lax'])
    const back = await t.as('visitor').get('/', { cookie: 'taal=en' })
    expect(back.text).toMatch(/name="taal" value="nl"\/>[\s\S]*<button[^>]* lang="nl">Nederlands</)
  })

  test('somebody with an account gets the language of their profile at signing in, whatever was chosen in this browser', async () => {
    for (const chosen of ['en', 'nl']) {
      await t.rows('update people set locale = $1 where id = $2', [chosen, personId('hassan')])
      const answer = await t.app.request('/inloggen/demo', { method: 'POST', headers: { origin: t.origin, cookie: `taal=${chosen === 'en' ? 'nl' : 'en'}` }, body: new URLSearchParams({ person: personId('hassan') }) })
      expect([answer.status, answer.headers.getSetCookie().find((one) => one.startsWith('taal='))?.slice(0, 7)]).toEqual([303, `taal=${chosen}`])
    }
  })

  test('a language that does not exist is Dutch, and the way back stays on this site', async () => {
    const answer = await t.as('visitor').post('/taal', { taal: 'fr', terug: 'https://elders.example/' })
    expect([answer.location, answer.headers.getSetCookie()[0]]).toEqual(['/', expect.stringMatching(/^taal=nl;/)])
  })

  test('mistakes in a form are told in the language of the page', async () => {
    const form = (cookie: string) => t.app.request('/zorgen', { method: 'POST', headers: { origin: t.origin, cookie }, body: new URLSearchParams({ _key: crypto.randomUUID(), urgency: 'normal', knows: 'no' }) })
    const [dutch, english] = await Promise.all([form('taal=nl'), form('taal=en')].map(async (answer) => (await answer).text()))
    expect(dutch).toMatch(/<title>Fout: [\s\S]*Er zijn \d dingen niet goed ingevuld/)
    expect(english).toMatch(/<title>Error: [\s\S]*\d things are not filled in correctly/)
  })

  test('dates and figures have the form of the language', () => {
    const shown = () => [fullDay('2025-12-03'), dayAndMonth('2026-03-01'), shortMoment(new Date('2025-12-03T13:32:00Z')), euroText(2_610_050), percentText(0.615, 1)]
    expect(inLocale('nl', shown)).toEqual(['3 december 2025', '1 mrt', 'wo 3 dec, 14.32 uur', '€ 26.100,50', '61,5%'].map((it) => expect.stringMatching(new RegExp(`^${it.replaceAll('.', '\\.').replace(' 26', '\\s26')}$`))))
    expect(inLocale('en', shown)).toEqual(['3 December 2025', '1 Mar', 'Wed 3 Dec, 14:32', '€26,100.50', '61.5%'].map((it) => expect.stringMatching(new RegExp(`^${it.replaceAll('.', '\\.').replace('€', '€\\s?')}$`))))
  })
})
