import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { caseId } from '../../db/seeds/demo/cases.ts'
import { idOf } from '../../db/seeds/demo/ids.ts'
import { signalId } from '../../db/seeds/demo/signals.ts'
import { type Browsing, browserOn } from '../support/browser.ts'
import { type Town, town } from '../support/town.ts'

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

const bridging = `/casussen/${caseId('bridging')}`
const addresses = [bridging, `${bridging}/identiteit`, `${bridging}/contact`, `${bridging}/sluiten`, `${bridging}/bewonerscode/papier`, `/overleg/${idOf('meeting', 'rs 9')}`, `/overleg/${idOf('meeting', 'rs 9')}/begin`]
// The page for signing in names the whole cast of the demonstration.
const told = ['Voorbeeldlaan', 'Een nicht in Leusden', 'Verder geen gedoe', 'Hulp in huis overbruggen']
const secrets = ['Aaltje', ...told]

test.each(['karin', 'sanne', 'aaltje', 'joke'] as const)('[PRI-17] whoever has no part in it finds nothing by its address: %s', async (who) => {
  const { page, go, heading, close } = await b.open(who)
  const mine = who === 'aaltje' ? secrets.slice(2, 3) : secrets
  for (const address of addresses) {
    expect(await go(address), address).toBe(404)
    expect(await heading()).toBe('Niet gevonden')
    const html = await page.content()
    for (const secret of mine) expect(html).not.toContain(secret)
  }
  const without = (html: string): string => html.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '')
  await go(bridging)
  const there = without(await page.content())
  await go('/casussen/11111111-1111-4111-8111-111111111111')
  expect(without(await page.content())).toBe(there)
  await close()
})

test('[PRI-17] lists and search of another team and of another municipality do not know it', async () => {
  for (const who of ['karin', 'sanne'] as const) {
    const { page, go, close } = await b.open(who)
    for (const address of ['/vandaag', '/casussen', '/casussen?toon=gesloten', '/signalen', '/overleg', '/zoeken?q=Aaltje', '/zoeken?q=5RKC-1T9F-6P']) {
      const status = await go(address)
      if (status === 404) continue
      // A search repeats what was asked, between quotes; that is no answer.
      const text = (await page.getByRole('main').innerText()).replaceAll(/“[^”]*”/g, '')
      for (const secret of [...secrets, ...(address.startsWith('/zoeken') ? [] : ['5RKC-1T9F-6P'])]) expect(text, `${who} ${address}`).not.toContain(secret)
    }
    await close()
  }
})

test('a visitor is asked to sign in, and comes back where they wanted to be', async () => {
  const { page, go, heading, path, close } = await b.open()
  for (const address of [bridging, `${bridging}/contact`, `/signalen/${signalId('no-answer')}`, '/signalen/11111111-1111-4111-8111-111111111111', '/mijn-plan', '/logboek']) {
    await go(address)
    expect(path()).toBe('/inloggen')
    for (const secret of told) expect(await page.content()).not.toContain(secret)
  }
  await go(bridging)
  await page.getByRole('button', { name: 'Log in Mirjam de Wit' }).click()
  expect(await heading()).toBe('Hulp in huis overbruggen tot het besluit er is')
  await close()
})

test('after signing out the back button shows nothing, with and without script', async () => {
  for (const javaScript of [true, false]) {
    const { page, go, signIn, signOut, close } = await b.open('visitor', { javaScript })
    await signIn('Mirjam de Wit')
    await go(bridging)
    expect(await page.content()).toContain('Een nicht in Leusden')
    await signOut()
    await page.getByRole('link', { name: 'Inloggen' }).first().waitFor() // going back in the middle of going on is no journey
    await page.goBack()
    for (const secret of told) expect(await page.content()).not.toContain(secret)
    await page.goBack()
    expect(await page.content()).not.toContain('Spoedaanvraag')
    await close()
  }
})
