import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { mapId } from '../../db/seeds/demo/maps.ts'
import { planId } from '../../db/seeds/demo/plans.ts'
import { browserOn } from '../support/browser.ts'
import { axe, colours, onPaper, overflow, paper, paperEdges, structure } from '../support/checks.ts'
import { town } from '../support/town.ts'

const t = await town()
const b = await browserOn(t)
afterEach(() => expect(b.problems()).toEqual([]))
afterAll(async () => {
  await b.close()
  await t.close()
})

const id = mapId('randenbroek-schuilenburg')
const part = (key: string, act = '') => `/wijkkaart/${id}/deel/${key}${act}`
const address = '/wijk/randenbroek-schuilenburg/kaart'

describe('the map of a neighbourhood looks and sounds right', () => {
  const mirjam = b.open('mirjam')
  const visitor = b.open()
  test.each([address, '/wijk/schothorst/kaart', '/wijk/randenbroek/kaart', '/wijkkaart', `/wijkkaart/${id}`, part('2-2'), part('3-3'), part('6-2', '/versies'), part('6-5'), part('6-6'), `/wijkkaart/${id}/toekomst`, part('2-4', '/schrijven'), part('4-3', '/verhaal'), `/wijkkaart/${id}/scenario`, `/wijkkaart/${id}/doel`])('%s', async (path) => {
    const visit = await (path.startsWith('/wijk/') ? visitor : mirjam)
    const { page } = visit
    expect(await visit.go(path)).toBe(200)
    const found = await structure(page)
    for (const width of [1280, 390, 320]) {
      await page.setViewportSize({ width, height: 900 })
      found.push(...(width === 320 ? [] : await axe(page)), ...(await overflow(page)))
    }
    await page.emulateMedia({ colorScheme: 'dark' })
    found.push(...(await axe(page, colours)))
    await page.emulateMedia({ colorScheme: 'light', media: 'print' })
    found.push(...(await onPaper(page)))
    await page.emulateMedia({ media: 'screen' })
    expect([...new Set(found)]).toEqual([])
  })
})

test('[WIJ-23] two colleagues write at once; the one who is later sees both texts, merges by hand and keeps everything', async () => {
  const els = await b.open('els')
  const hassan = await b.open('hassan')
  for (const visit of [els, hassan]) await visit.go(part('2-4', '/schrijven'))
  await els.fill({ Tekst: 'Zeven van de honderd mensen zoeken werk.' })
  await els.press('Bewaar deze tekst')
  expect(await els.reads('De tekst is bewaard.')).toBe(true)
  await hassan.fill({ Tekst: 'In 2009 zochten zeven van de honderd mensen werk.' })
  await hassan.press('Bewaar deze tekst')
  expect(await hassan.reads('Er is tegelijk geschreven')).toBe(true)
  expect(await hassan.page.getByLabel('Tekst', { exact: true }).inputValue()).toBe('In 2009 zochten zeven van de honderd mensen werk.')
  expect(await axe(hassan.page)).toEqual([])
  await hassan.fill({ Tekst: 'Zeven van de honderd mensen zochten werk, in 2009.' })
  await hassan.press('Bewaar deze tekst')
  expect(await hassan.reads('Zeven van de honderd mensen zochten werk, in 2009.')).toBe(true)
  await hassan.go(part('2-4', '/versies?van=2&naar=3'))
  expect(await hassan.reads('Van versie 2 naar versie 3')).toBe(true)
})

test('[WIJ-09] [WIJ-18] an address without a break, typed as subject, source, scenario or goal, stays within the page on a phone, on a desk and on paper', async () => {
  const long = `https://voorbeeld.example/${'rapport'.repeat(12)}`
  const plan = planId('randenbroek')
  const sent = [
    await t.as('mirjam').post(part('2-4', '/mening'), { about: long, voice: 'residents', body: long, source: long }),
    await t.as('mirjam').post(`/wijkkaart/${id}/scenario`, { title: long, body: long, horizon: '2031', restsOn: '2-4' }),
    await t.as('mirjam').post(`/wijkkaart/${id}/doel`, { goal: long, sign: long, term: 'short', fromYear: '2026', untilYear: '2027', who: long, restsOn: '2-4' }),
    await t.as('mirjam').post(`/wijkplan/${plan}/doel`, { goal: long, sign: long, term: 'short', targetYear: '2027' }),
  ]
  expect(sent.map(({ status }) => status)).toEqual([303, 303, 303, 303])
  const { page, go } = await b.open('mirjam')
  const found: string[] = []
  for (const path of [part('2-4'), part('6-5'), `/wijkkaart/${id}/toekomst`, `/wijkplan/${plan}`]) {
    await go(path)
    expect(await page.getByText(long).count(), path).toBeGreaterThan(0)
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 900 })
      found.push(...(await overflow(page)).map((it) => `${path} ${it}`))
    }
    await page.setViewportSize(paper)
    await page.emulateMedia({ media: 'print' })
    found.push(...(await paperEdges(page)).map((it) => `${path} ${it}`))
    await page.emulateMedia({ media: 'screen' })
  }
  expect(found).toEqual([])
})

test('a visitor finds the map from the page of the neighbourhood, and takes it along as a PDF', async () => {
  const visitor = await b.open()
  await visitor.go('/wijk/randenbroek-schuilenburg')
  await visitor.follow('Lees de wijkkaart')
  expect(await visitor.heading()).toBe('Wijkkaart Randenbroek-Schuilenburg 2026')
  const href = await visitor.page.getByRole('link', { name: 'Bewaar als pdf' }).getAttribute('href')
  const answer = await visitor.page.request.get(href ?? '')
  expect([answer.status(), answer.headers()['content-type']]).toEqual([200, 'application/pdf'])
})
