import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { caseId } from '../../db/seeds/demo/cases.ts'
import { idOf } from '../../db/seeds/demo/ids.ts'
import { programmeId } from '../../db/seeds/demo/programmes.ts'
import { type Browsing, browserOn } from '../support/browser.ts'
import { type Town, town } from '../support/town.ts'

// Whatever goes wrong between typing and keeping, the words stay.
const bridging = `/casussen/${caseId('bridging')}`
const hours = 3_600_000
let t: Town
let b: Browsing
beforeAll(async () => {
  t = await town()
  b = await browserOn(t)
})
afterEach(() => expect(b.problems()).toEqual([]))
afterAll(async () => {
  await b.close()
  await t.close()
})

const counted = async (table: 'case_answers' | 'contacts' | 'actions', where = 'true'): Promise<number> => (await t.rows<{ count: number }>(`select count(*)::integer from ${table} where ${where}`))[0]?.count ?? 0

test.each([true, false])('a form with mistakes comes back as it was sent, script %s', async (javaScript) => {
  const mirjam = await b.open('mirjam', { javaScript })
  await mirjam.go(`${bridging}/afspraak`)
  await mirjam.fill({ 'Wat wordt er gedaan?': 'De rollator laten nakijken', 'Voor wanneer?': '2026-01-05', 'Of iemand anders': 'de nicht' })
  await mirjam.select('Wie doet het?', 'Els Verhoeven, Ravelijn')
  await mirjam.press('Leg de afspraak vast')
  expect(await mirjam.page.title()).toMatch(/^Fout: Maak een afspraak/)
  await mirjam.fill({ 'Waarom?': 'Hij remt slecht' })
  await mirjam.press('Leg de afspraak vast')
  expect(await mirjam.reads('Kies een collega of vul iemand anders in, niet allebei.')).toBe(true)
  const value = (label: string): Promise<string> => mirjam.page.getByLabel(label).inputValue()
  expect([await value('Wat wordt er gedaan?'), await value('Waarom?'), await value('Of iemand anders'), await value('Voor wanneer?')]).toEqual(['De rollator laten nakijken', 'Hij remt slecht', 'de nicht', '2026-01-05'])
  expect(await mirjam.page.getByLabel('Wie doet het?').locator('option:checked').innerText()).toBe('Els Verhoeven, Ravelijn')
  expect(await counted('actions', "what = 'De rollator laten nakijken'")).toBe(0)
  await mirjam.close()
})

test('[ACT-08] a day that is half typed is said at its field, and the form is not sent as if nothing stood there', async () => {
  const petra = await b.open('petra')
  await petra.go(`/sociale-kaart/programma/${programmeId('muis')}/wijzigen`)
  const day = petra.page.getByLabel('Laatste dag')
  await day.pressSequentially('02')
  await petra.press('Programma wijzigen')
  expect(await day.evaluate((it: HTMLInputElement) => [it.validationMessage, document.activeElement === it])).toEqual(['Dit bestaat niet, of is nog niet af. Vul het helemaal in, of maak het leeg.', true])
  expect(petra.path()).toMatch(/wijzigen$/)
  await day.fill('2030-02-01')
  await petra.press('Programma wijzigen')
  expect(await petra.reads('Stopt op 1 februari 2030')).toBe(true)
  await petra.close()
})

test('[ACT-02] a very long word in a point of the agenda does not make the page of a running meeting wider than a phone', async () => {
  const meeting = `/overleg/${idOf('meeting', 'rs 9')}`
  await t.as('hassan').post(`${meeting}/onderwerp`, { topic: 'Straatfeest'.repeat(10), minutes: '5' })
  await t.as('hassan').post(`${meeting}/begin`)
  await t.rows('update meeting_series set name = $1 where id = (select series_id from meetings where id = $2)', ['Buurtoverleg'.repeat(6), idOf('meeting', 'rs 9')])
  const hassan = await b.open('hassan', { width: 390 })
  await hassan.go(meeting)
  const point = await hassan.page.locator(`main a[href^="${meeting}/punt/"]`).first().getAttribute('href')
  expect(await hassan.go(point ?? '')).toBe(200)
  expect(await hassan.page.evaluate(() => [document.documentElement.scrollWidth, document.body.textContent?.includes('StraatfeestStraatfeest'), document.body.textContent?.includes('BuurtoverlegBuurtoverleg')])).toEqual([390, true, true])
  await hassan.close()
})

test('the session ends while somebody types: after signing in on another tab the same words are kept, once', async () => {
  const mirjam = await b.open()
  await mirjam.signIn('Mirjam de Wit')
  await mirjam.go(`${bridging}/vraag?vraag=3.2`)
  await mirjam.fill({ Antwoord: 'De nicht komt voortaan op woensdag.' })
  t.pass(3 * hours)
  await mirjam.press('Bewaar dit antwoord')
  expect(await mirjam.reads('Wat u typte staat er nog.')).toBe(true)
  expect(await mirjam.page.getByLabel('Antwoord').inputValue()).toBe('De nicht komt voortaan op woensdag.')
  expect(await mirjam.page.content()).not.toContain('Verder geen gedoe')

  const tab = await mirjam.context.newPage()
  await tab.goto('/inloggen')
  await tab.getByRole('button', { name: 'Log in Mirjam de Wit' }).click()
  await mirjam.page.getByRole('main').getByRole('button').last().click()
  expect(await mirjam.reads('Bewaard. Wat er eerder stond is ook bewaard.')).toBe(true)
  expect(await counted('case_answers', "body = 'De nicht komt voortaan op woensdag.'")).toBe(1)
  await mirjam.close()
})

test('signed out on another tab, the words stay as well', async () => {
  const mirjam = await b.open()
  await mirjam.signIn('Mirjam de Wit')
  await mirjam.go(`${bridging}/vraag?vraag=3.2`)
  await mirjam.fill({ Antwoord: 'De buurvrouw heeft een sleutel.' })
  const tab = await mirjam.context.newPage()
  await tab.goto('/vandaag')
  await tab.getByRole('button', { name: 'Uitloggen' }).first().click()
  await mirjam.press('Bewaar dit antwoord')
  expect(await mirjam.page.getByLabel('Antwoord').inputValue()).toBe('De buurvrouw heeft een sleutel.')
  await tab.goto('/inloggen')
  await tab.getByRole('button', { name: 'Log in Mirjam de Wit' }).click()
  await mirjam.page.getByRole('main').getByRole('button').last().click()
  expect(await counted('case_answers', "body = 'De buurvrouw heeft een sleutel.'")).toBe(1)
  await mirjam.close()
})

test('two people change one thing: the second is told, keeps what was typed, and decides', async () => {
  const mirjam = await b.open('mirjam')
  const els = await b.open('els')
  for (const one of [mirjam, els]) await one.go(`${bridging}/wens`)
  await els.fill({ 'De vraag achter de vraag': 'Zij wil zelf kiezen wie er binnenkomt.' })
  await els.press('Bewaar')
  expect(await els.reads('Bewaard.')).toBe(true)
  await mirjam.fill({ 'De vraag achter de vraag': 'Zij is bang voor het verpleeghuis.' })
  await mirjam.press('Bewaar')
  expect(await mirjam.reads('Iemand anders heeft dit intussen veranderd.')).toBe(true)
  expect(await mirjam.page.getByLabel('De vraag achter de vraag').inputValue()).toBe('Zij is bang voor het verpleeghuis.')
  const kept = async (): Promise<string | undefined> => (await t.rows<{ question_behind: string }>('select question_behind from case_contents where case_id = $1', [caseId('bridging')]))[0]?.question_behind
  expect(await kept()).toBe('Zij wil zelf kiezen wie er binnenkomt.')
  await mirjam.press('Bewaar')
  expect(await kept()).toBe('Zij is bang voor het verpleeghuis.')
  for (const one of [mirjam, els]) await one.close()
})

test.each([true, false])('pressing twice has one effect, script %s', async (javaScript) => {
  const before = await counted('contacts')
  const mirjam = await b.open('mirjam', { javaScript })
  await mirjam.go(`${bridging}/contact`)
  await mirjam.choose('huisbezoek', 'Hoe?')
  await mirjam.choose('de bewoner', 'Met wie?')
  await mirjam.page.getByRole('button', { name: 'Leg het contact vast' }).dblclick()
  await mirjam.page.getByRole('heading', { name: 'Tijdlijn' }).waitFor()
  expect(await counted('contacts')).toBe(before + 1)
  await mirjam.page.goBack()
  await mirjam.choose('huisbezoek', 'Hoe?')
  await mirjam.choose('de bewoner', 'Met wie?')
  await mirjam.page.getByRole('button', { name: 'Leg het contact vast' }).click()
  await mirjam.page.getByRole('heading', { name: 'Tijdlijn' }).waitFor()
  expect(await counted('contacts'), 'a page fetched again is a new form').toBe(before + 2)
  await mirjam.close()
})

test('five minutes before the session ends there is a warning, and staying leaves what was typed', async () => {
  const mirjam = await b.open()
  await mirjam.page.clock.install()
  await mirjam.signIn('Mirjam de Wit')
  await mirjam.go(`${bridging}/vraag?vraag=3.2`)
  await mirjam.fill({ Antwoord: 'Nog niet af' })
  const warning = mirjam.page.getByText('U wordt over 5 minuten uitgelogd')
  await mirjam.page.clock.fastForward('01:54:00')
  expect(await warning.isVisible()).toBe(false)
  await mirjam.page.clock.fastForward('00:01:30')
  expect(await warning.isVisible()).toBe(true)
  t.pass(1.9 * hours)
  await mirjam.press('Blijf ingelogd')
  await warning.waitFor({ state: 'hidden' })
  expect(await mirjam.page.getByLabel('Antwoord').inputValue()).toBe('Nog niet af')
  t.pass(1.9 * hours)
  await mirjam.press('Bewaar dit antwoord')
  expect(await mirjam.reads('Bewaard.')).toBe(true)
  await mirjam.close()
})

test('a list keeps its filter and its place for who comes back', async () => {
  const hassan = await b.open('hassan', { width: 390, height: 500 })
  await hassan.go('/signalen?staat=afgerond')
  await hassan.page.evaluate(() => window.scrollTo(0, 400))
  const before = await hassan.page.evaluate(() => window.scrollY)
  expect(before).toBeGreaterThan(100)
  await hassan.page.evaluate(() => [...document.querySelectorAll<HTMLElement>('.row-name a')].find((it) => it.getBoundingClientRect().top > 0)?.click())
  await hassan.page.waitForURL(/signalen\/[0-9a-f-]{36}/)
  await hassan.page.goBack()
  expect(new URL(hassan.page.url()).search).toBe('?staat=afgerond')
  await expect.poll(() => hassan.page.evaluate(() => window.scrollY)).toBe(before)
  await hassan.close()
})

test('a small act can be taken back for ten seconds, also without script', async () => {
  const meeting = idOf('meeting', 'rs 9')
  for (const javaScript of [false, true]) {
    const hassan = await b.open('hassan', { javaScript })
    if (javaScript) await hassan.page.clock.install()
    const points = (): Promise<number> => hassan.page.getByRole('list', { name: 'Agenda' }).getByRole('listitem').filter({ has: hassan.page.getByRole('heading') }).count()
    await hassan.go(`/overleg/${meeting}`)
    const before = await points()
    await hassan.page.getByRole('link', { name: 'Haal weg' }).last().click()
    await hassan.press('Haal van de agenda')
    expect(await hassan.reads('Het punt staat niet meer op de agenda.')).toBe(true)
    expect(await points()).toBe(before - 1)
    await hassan.press('Maak ongedaan')
    expect(await points()).toBe(before)
    if (!javaScript) continue
    await hassan.page.getByRole('link', { name: 'Haal weg' }).last().click()
    await hassan.press('Haal van de agenda')
    await hassan.page.clock.fastForward('00:11')
    expect(await hassan.reads('Ongedaan maken kan niet meer.')).toBe(true)
    expect(await hassan.page.getByRole('button', { name: 'Maak ongedaan' }).count()).toBe(0)
  }
})
