import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { caseId } from '../../db/seeds/demo/cases.ts'
import { type Browsing, browserOn } from '../support/browser.ts'
import { type Town, town } from '../support/town.ts'

const address = `/casussen/${caseId('bridging')}`
const secret = 'Een nicht in Leusden belt elke zondag.'
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

test('[PRI-06] the resident switches consent off with one press, and the worker who read by it finds the next page closed', async () => {
  const ria = await b.open()
  await ria.signIn('Ria Bos')
  expect(await ria.go(address)).toBe(200)
  expect(await ria.page.content()).toContain(secret)
  expect(await ria.go(`${address}/identiteit`)).toBe(200)
  expect(await ria.heading()).toBe('Aaltje Brouwer')

  const aaltje = await b.open()
  await aaltje.signIn('Aaltje Brouwer')
  expect(await aaltje.heading()).toBe('Mijn plan')
  const consent = aaltje.page.getByRole('switch', { name: 'Grijs Genoegen' })
  expect(await consent.getAttribute('aria-checked')).toBe('true')
  await consent.click()
  expect(await aaltje.reads('Uw toestemming is ingetrokken. Dat geldt nu al.')).toBe(true)
  expect(await consent.getAttribute('aria-checked')).toBe('false')
  expect(await aaltje.reads('Ria Bos, Grijs Genoegen')).toBe(true)

  await ria.page.reload()
  expect(await ria.heading()).toBe('Niet gevonden')
  await ria.go(address)
  expect(await ria.page.content()).not.toContain(secret)
  await ria.page.goBack()
  expect(await ria.page.content()).not.toContain('Aaltje')
  await ria.go('/casussen')
  expect(await ria.page.content()).not.toContain('Hulp in huis overbruggen')

  const mirjam = await b.open('mirjam')
  await mirjam.go(address)
  expect(await mirjam.reads('Toestemming ingetrokken: Grijs Genoegen')).toBe(true)
})

test('[PRI-11] switched on again, she reads it again; the resident sees in her own page who looked', async () => {
  const aaltje = await b.open('aaltje', { javaScript: false, width: 390 })
  await aaltje.go('/mijn-plan')
  await aaltje.page.getByRole('switch', { name: 'Grijs Genoegen' }).last().click()
  expect(await aaltje.reads('U heeft toestemming gegeven.')).toBe(true)
  const ria = await b.open('ria')
  expect(await ria.go(address)).toBe(200)
  expect(await ria.page.content()).toContain(secret)
  await aaltje.page.reload()
  expect(await aaltje.page.getByRole('region', { name: 'Wie keek mee' }).innerText()).toContain('Ria Bos')
})
