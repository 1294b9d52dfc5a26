import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type Browsing, browserOn } from '../support/browser.ts'
import { emptyTown } from '../support/signals.ts'
import { type Town, town } from '../support/town.ts'

let t: Town
let b: Browsing
beforeAll(async () => {
  t = await emptyTown()
  b = await browserOn(t)
})
afterEach(() => expect(b.problems()).toEqual([]))
afterAll(async () => {
  await b.close()
  await t.close()
})

test('[DIR-07] a visitor without script searches as people type, finds a place with its hours and telephone, and says what is wrong with it', async () => {
  const demo = await town()
  const there = await browserOn(demo)
  const { page, go, heading, reads, follow, close } = await there.open('visitor', { javaScript: false, width: 390, height: 844 })
  await go('/')
  await page.getByRole('main').getByRole('searchbox').first().fill('samen eten')
  await page.getByRole('main').getByRole('searchbox').first().press('Enter')
  expect(new URL(page.url()).pathname).toBe('/zoeken')
  await follow(/^Eetclub/)
  expect(await heading()).toMatch(/^Eetclub/)
  expect(await page.getByRole('main').locator('a[href^="tel:"]').count()).toBeGreaterThan(0)
  expect(await reads(/uur/)).toBe(true)
  await go('/zoeken?q=xyzxyz')
  expect(await reads('Niets gevonden')).toBe(true)
  expect(there.problems()).toEqual([])
  await close()
  await there.close()
  await demo.close()
})

test('[SIG-01] a visitor without script and without an account reports a worry in one form, and follows it with the code', async () => {
  const { page, go, close } = await b.open('visitor', { javaScript: false, width: 390, height: 844 })
  await go('/zorgen')
  await page.getByLabel('In welke wijk speelt het?').selectOption({ label: 'Schuilenburg' })
  await page.getByText('Over een buur of iemand uit de wijk').click()
  await page.getByLabel('Wat is er aan de hand?').fill('De gordijnen van de buurvrouw zijn al dagen dicht.')
  await page.getByRole('button', { name: 'Verstuur' }).click()

  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Uw melding is binnen')
  const code = await page.locator('.phone-number').innerText()
  expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{2}$/)
  await page.reload()
  expect(await page.getByText('U hebt de code al gezien.').count()).toBe(1)
  expect(await page.content()).not.toContain(code)

  await page.getByRole('link', { name: 'Volg uw melding' }).click()
  await page.getByLabel('Code').fill('ZZZZ-ZZZZ-ZZ')
  await page.getByRole('button', { name: 'Bekijk' }).click()
  expect(await page.title()).toMatch(/^Fout: /)
  expect(await page.getByLabel('Code').inputValue()).toBe('ZZZZ-ZZZZ-ZZ')
  await page.getByLabel('Code').fill(code.toLowerCase().replaceAll('-', ' '))
  await page.getByRole('button', { name: 'Bekijk' }).click()
  expect(await page.getByText('Uw melding is binnen. Het team gaat ernaar kijken.').count()).toBe(1)
  expect(await page.content()).not.toContain('gordijnen')

  const [signal] = await t.rows<{ state: string; open: boolean }>('select s.state, owner_id is not null and next_on is not null as open from signals s')
  expect(signal).toEqual({ state: 'new', open: true })
  await close()
})

test('a form with mistakes says so in title, summary and beside the fields, takes focus without script, and keeps what was typed', async () => {
  const { page, go, close } = await b.open('visitor', { javaScript: false })
  await go('/zorgen')
  await page.getByLabel('Uw telefoonnummer').fill('bel maar niet')
  await page.getByLabel('Wat is er aan de hand?').fill('Er brandt al een week geen licht.')
  await page.getByRole('button', { name: 'Verstuur' }).click()
  expect(await page.title()).toMatch(/^Fout: Ik maak me zorgen/)
  const summary = page.getByRole('group', { name: 'Er zijn 3 dingen niet goed ingevuld' })
  expect(await summary.evaluate((it) => it === document.activeElement)).toBe(true)
  expect(await page.getByLabel('Wat is er aan de hand?').inputValue()).toBe('Er brandt al een week geen licht.')
  expect(await page.getByLabel('Uw telefoonnummer').inputValue()).toBe('bel maar niet')
  await summary.getByRole('link', { name: 'Vul een telefoonnummer in' }).click()
  expect(await page.getByLabel('Uw telefoonnummer').evaluate((it) => it === document.activeElement)).toBe(true)
  expect(await page.getByLabel('Uw telefoonnummer').getAttribute('aria-invalid')).toBe('true')
  await close()
})
