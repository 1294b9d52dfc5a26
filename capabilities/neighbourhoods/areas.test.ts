import { afterAll, beforeAll, expect, test } from 'vitest'
import { otherMunicipalityId } from '../../db/seeds/demo/cast.ts'
import { lookerIn } from '../../tests/support/looker.ts'
import { type Town, town } from '../../tests/support/town.ts'
import { findArea } from './record.ts'

let here: Town
beforeAll(async () => {
  here = await town()
})
afterAll(() => here.close())

type Shown = { lines: { indicator: string; year: number | null; own: { value: number | null }; city: { value: number | null } | null; verdict: string; margin: unknown; madeOf: string[]; source: number; cited: string | null; definition: string }[]; sources: { number: number; publisher: string; edition: string }[] }
const area = async (slug: string): Promise<Shown> => (await here.as('visitor').json(`/neighbourhoods/${slug}`)).json() as Shown
const lineOf = (shown: Shown, indicator: string) => shown.lines.find((it) => it.indicator === indicator)
const plain = (html: string): string => html.replace(/<[^>]*>/g, ' ').replace(/&nbsp;|\u00a0/g, ' ').replace(/\s+/g, ' ')

test('[WIJ-02] [WIJ-03] an area shows people, homes, work, income and its mark beside those of the city', async () => {
  const shown = await area('randenbroek')
  const both = (key: string) => [lineOf(shown, key)?.own.value, lineOf(shown, key)?.city?.value]
  expect(['inhabitants', 'age-0-19', 'age-20-64', 'age-65-plus', 'non-western'].map(both)).toEqual([[7021, 143211], [23, 27], [60, 61], [17, 12], [24, 14]])
  expect(['dwellings', 'owner-occupied', 'rented', 'unemployment', 'income', 'social-quality'].map(both)).toEqual([[3376, 59656], [39, 56], [61, 44], [7, 4], [26100, 33500], [5.4, 5.9]])
})

test('[WIJ-04] each figure says what it counts, its year, who published it and where it is cited; another year stands apart', async () => {
  const shown = await area('randenbroek-schuilenburg')
  for (const line of shown.lines) {
    expect(line.definition).not.toBe('')
    expect(line.cited).not.toBeNull()
    expect(shown.sources.some(({ number, publisher }) => number === line.source && publisher !== '')).toBe(true)
  }
  expect(shown.lines.filter((it) => it.indicator === 'age-65-plus').map((it) => [it.year, it.own.value && Math.round(it.own.value)])).toEqual([[2004, 20], [2009, 19]])
  const page = plain((await here.as('visitor').get('/wijk/randenbroek')).text)
  expect(page).toContain('2009, bron 1')
  expect(page).toContain('Gemeente Amersfoort, Feiten en Cijfers 2009')
})

test('[WIJ-06] a difference is told only when it is real; that there is none is told as well', async () => {
  const shown = await area('randenbroek')
  expect(['rented', 'age-65-plus', 'age-0-19', 'age-20-64'].map((key) => lineOf(shown, key)?.verdict)).toEqual(['higher', 'higher', 'lower', 'same'])
  expect(['income', 'social-quality', 'unemployment'].map((key) => [lineOf(shown, key)?.verdict, lineOf(shown, key)?.margin])).toEqual([['not-testable', null], ['not-testable', null], ['not-testable', null]])
  const page = (await here.as('visitor').get('/wijk/randenbroek')).text
  const [striking, same] = [page.slice(page.indexOf('id="opvallend"'), page.indexOf('id="niet-anders"')), page.slice(page.indexOf('id="niet-anders"'), page.indexOf('id="sterk"'))]
  expect(plain(striking)).toContain('Meer huurwoningen')
  expect(plain(striking)).not.toContain('20 tot en met 64 jaar')
  expect(plain(same)).toContain('20 tot en met 64 jaar')
  expect(plain(page)).toContain('lager: 4 punten (marge 3,0 tot 4,9)')
})

test('[WIJ-05] an area of parts shows figures made of them with the right weights, and says so', async () => {
  const shown = await area('randenbroek-schuilenburg')
  const rented = lineOf(shown, 'rented')
  expect(rented?.own.value).toBeCloseTo((61 * 3376 + 70 * 1925) / (3376 + 1925), 6)
  expect(rented?.madeOf).toEqual(['Randenbroek', 'Schuilenburg'])
  expect(lineOf(shown, 'income')?.own.value).toBeNull()
  expect(plain((await here.as('visitor').get('/wijk/randenbroek-schuilenburg')).text)).toContain('Samengeteld uit Randenbroek + Schuilenburg.')
})

test('[WIJ-17] a figure in doubt is shown with the doubt, unchanged, and nothing is compared with it', async () => {
  const shown = await area('de-koppel')
  expect(lineOf(shown, 'inhabitants')).toMatchObject({ own: { value: 8005 }, verdict: 'doubtful' })
  const page = plain((await here.as('visitor').get('/wijk/de-koppel')).text)
  expect(page).toContain('Inwoners: dit cijfer klopt misschien niet (8.005)')
  expect(page).not.toContain('Hier wonen 8.005 mensen')
})

test('what is not known is named, and is not zero', async () => {
  const page = plain((await here.as('visitor').get('/wijk/kruiskamp-koppel')).text)
  expect(page).toContain('Van Kruiskamp-Koppel hebben we deze cijfers niet. Dat is iets anders dan nul.')
  expect(page).not.toMatch(/Zonder werk[^.]*\b0%/)
})

test('[WIJ-05] the list holds the areas with their parts', async () => {
  const page = plain((await here.as('visitor').get('/wijken')).text)
  expect(page).toMatch(/Schothorst .*Bestaat uit Schothorst-Noord , Schothorst-Zuid/)
})

test('an area that is not there is not found, nor is the city as one of its own areas', async () => {
  for (const slug of ['vathorst', 'amersfoort', 'Randenbroek%20']) expect((await here.as('visitor').get(`/wijk/${slug}`)).status).toBe(404)
})

test('[WIJ-05] of every area, made of chosen parts or not, its page knows all that lies in it, in its parts, beside it and around it', async () => {
  const all = await here.rows<{ id: string; parent_id: string | null; slug: string; kind: string; name: string }>('select a.id, a.parent_id, a.slug, a.kind, a.name from areas a where a.municipality_id = $1 order by a.name', [here.settings.municipalityId])
  const chosen = await here.rows<{ area_id: string; part_id: string }>('select area_id, part_id from area_parts')
  const above = ['country', 'province', 'municipality']
  const idsOf = (rows: readonly { id: string }[]): string[] => rows.map(({ id }) => id)
  const looker = await lookerIn(here)
  try {
    for (const me of all.filter(({ kind }) => !above.includes(kind))) {
      const picked = new Set(chosen.filter((it) => it.area_id === me.id).map((it) => it.part_id))
      const parts = all.filter((it) => it.parent_id === me.id || picked.has(it.id))
      const parent = all.find((it) => it.id === me.parent_id && it.kind !== 'municipality')
      const found = await looker.as(null, (db) => findArea({ db, now: here.now(), forChange: false }, me.slug))
      expect(idsOf(found.parts), me.slug).toEqual(idsOf(parts))
      expect([found.parent?.id, idsOf(found.siblings)]).toEqual([parent?.id, parent ? idsOf(all.filter((it) => it.parent_id === parent.id && it.id !== me.id)) : []])
      for (const part of parts) expect(idsOf(found.within.get(part.id) ?? [])).toEqual(idsOf(all.filter((it) => it.parent_id === part.id)))
      const opened = new Set((picked.size > 0 ? parts : [me]).map((it) => all.find((one) => one.id === it.id)?.parent_id))
      for (const it of all) if (opened.has(it.parent_id) && !above.includes(it.kind) && it.parent_id && !above.includes(all.find((one) => one.id === it.parent_id)?.kind ?? '')) expect(idsOf(found.around), `${me.slug} beside ${it.slug}`).toContain(it.id)
    }
  } finally {
    await looker.close()
  }
})

test('another municipality sees nothing of it', async () => {
  const elsewhere = await town({ settings: { municipalityId: otherMunicipalityId } })
  try {
    expect((await elsewhere.as('visitor').get('/wijk/randenbroek')).status).toBe(404)
    expect((await elsewhere.as('visitor').get('/wijken')).text).not.toContain('Randenbroek')
  } finally {
    await elsewhere.close()
  }
})

test('the page can be read in English', async () => {
  const page = plain((await here.as('visitor').get('/wijk/randenbroek', { cookie: 'taal=en' })).text)
  expect(page).toContain('7,021 people live here.')
  expect(page).toContain('More rented homes')
})
