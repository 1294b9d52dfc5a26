import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { caseId } from '../../db/seeds/demo/cases.ts'
import { type Browsing, browserOn } from '../support/browser.ts'
import { type Town, town } from '../support/town.ts'

// Everything here is done with keys only; no test in this file clicks.
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

/** What has focus: its words, and whether a sighted person can see that it has. */
const focused = (page: Page): Promise<{ words: string; seen: boolean }> =>
  page.evaluate(() => {
    const at = document.activeElement as HTMLElement | null
    if (!at || at === document.body) return { words: '', seen: true }
    const label = (at as HTMLInputElement).labels?.[0]?.textContent ?? ''
    const words = (at.getAttribute('aria-label') ?? (label || at.textContent) ?? '').replace(/\s+/g, ' ').trim()
    // The ring stands around the field, its box that was drawn in its place, or the form that is nothing but this field.
    const around = [at, ...((at as HTMLInputElement).labels ?? []), at.closest('search form')].filter((it) => it !== null)
    const styles = around.flatMap((it) => [getComputedStyle(it), getComputedStyle(it, '::before')])
    const ring = styles.some((style) => style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2)
    const box = at.getBoundingClientRect()
    const within = box.bottom > 0 && box.top < window.innerHeight && box.right > 0 && box.left < window.innerWidth && box.width > 0
    return { words, seen: ring && within }
  })

/** Presses Tab until what has focus has these words; everything passed on the way must show its focus. */
async function tabTo(page: Page, words: string | RegExp): Promise<void> {
  const passed: string[] = []
  for (let presses = 0; presses < 120; presses++) {
    await page.keyboard.press('Tab')
    const at = await focused(page)
    expect(at.seen, `focus on "${at.words}" is not to be seen`).toBe(true)
    if (typeof words === 'string' ? at.words === words : words.test(at.words)) return
    passed.push(at.words)
  }
  throw new Error(`"${words}" was not reached by Tab, only: ${passed.join(' | ')}`)
}

const heading = (page: Page): Promise<string> => page.getByRole('heading', { level: 1 }).innerText()
const goOn = async (page: Page): Promise<void> => {
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
}

test('the first key goes to a skip link that can be seen, and it goes past the menu', async () => {
  for (const [who, address] of [['visitor', '/zorgen'], ['hassan', '/vandaag'], ['aaltje', '/mijn-plan']] as const) {
    const { page, go, close } = await b.open(who)
    await go(address)
    await page.keyboard.press('Tab')
    expect(await focused(page)).toEqual({ words: 'Naar de inhoud', seen: true })
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content')
    await page.keyboard.press('Tab')
    expect(await page.evaluate(() => document.activeElement?.closest('main')?.id)).toBe('content')
    await close()
  }
})

test('a visitor reports a worry by keys, and the summary of mistakes leads to the field', async () => {
  const { page, go, close } = await b.open()
  await go('/zorgen')
  await tabTo(page, 'In welke wijk speelt het?')
  await page.keyboard.type('Schui')
  await tabTo(page, 'Wat is er aan de hand?')
  await page.keyboard.type('Er staat al dagen een raam open.')
  await tabTo(page, 'Verstuur')
  await goOn(page)
  expect(await page.title()).toMatch(/^Fout: /)
  await expect.poll(async () => (await focused(page)).words).toContain('Er is 1 ding niet goed ingevuld')
  await tabTo(page, /^Over wie gaat het\? Kies over wie het gaat/)
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).name)).toBe('relation')
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowDown')
  expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('family')
  await tabTo(page, 'Verstuur')
  await goOn(page)
  expect(await heading(page)).toBe('Uw melding is binnen')
  await close()
})

test('a worker signs in, takes a signal up and weighs it by keys', async () => {
  const { page, go, close } = await b.open()
  await go('/inloggen')
  await tabTo(page, 'Log in Hassan Amrani')
  await goOn(page)
  expect(await heading(page)).toBe('Vandaag')
  await tabTo(page, /^Pak op/)
  await goOn(page)
  expect(await heading(page)).toBe('Pak op')
  await tabTo(page, 'Wie pakt het op?')
  await page.keyboard.type('Hassan')
  await tabTo(page, 'Pak op')
  await goOn(page)
  await tabTo(page, 'Weeg')
  await goOn(page)
  await tabTo(page, /^Wat kan de bewoner zelf/)
  await page.keyboard.type('Een buurvrouw helpt met de post.')
  await tabTo(page, 'Alleen zijn')
  await page.keyboard.press('Space')
  await tabTo(page, 'Leg de weging vast')
  await goOn(page)
  expect(await page.getByText('De weging is vastgelegd.').count()).toBe(1)
  expect(await page.getByText('Een buurvrouw helpt met de post.').first().isVisible()).toBe(true)
  await close()
})

test('a case is read and added to by keys: questions open and close, and every link shows its focus', async () => {
  const { page, go, close } = await b.open('mirjam')
  await go(`/casussen/${caseId('bridging')}`)
  await tabTo(page, /^Wat kan met eigen kracht/)
  const open = (): Promise<boolean> => page.evaluate(() => Boolean(document.activeElement?.closest('details')?.open))
  expect(await open()).toBe(false)
  await page.keyboard.press('Enter')
  expect(await open()).toBe(true)
  await tabTo(page, 'Leg een contact vast')
  await goOn(page)
  await tabTo(page, 'huisbezoek')
  await page.keyboard.press('Space')
  await tabTo(page, 'de bewoner')
  await page.keyboard.press('Space')
  await tabTo(page, 'Leg het contact vast')
  await goOn(page)
  expect(await page.getByText('Het contact staat in de tijdlijn').count()).toBe(1)
  await close()
})

test('a resident takes consent back by keys', async () => {
  const { page, go, close } = await b.open('aaltje')
  await go('/mijn-plan')
  for (let presses = 0; presses < 60 && (await page.evaluate(() => document.activeElement?.getAttribute('role'))) !== 'switch'; presses++) await page.keyboard.press('Tab')
  for (let presses = 0; presses < 20 && (await page.evaluate(() => document.activeElement?.getAttribute('aria-checked'))) !== 'true'; presses++) await page.keyboard.press('Tab')
  expect((await focused(page)).seen).toBe(true)
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Space')])
  expect(await page.getByText('Uw toestemming is ingetrokken.').count()).toBe(1)
  await close()
})

test('on a phone "Meer" opens by key and Escape closes it; "/" goes to the search field, but not while typing', async () => {
  const { page, go, close } = await b.open('hassan', { width: 390, height: 844 })
  await go('/vandaag')
  await tabTo(page, 'Meer')
  const account = page.getByRole('link', { name: 'Mijn account' })
  expect(await account.isVisible()).toBe(false)
  await page.keyboard.press('Enter')
  expect(await account.isVisible()).toBe(true)
  await tabTo(page, 'Mijn account')
  await page.keyboard.press('Escape')
  expect(await account.isVisible()).toBe(false)
  expect((await focused(page)).words).toBe('Meer')
  await page.keyboard.press('/')
  expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).type)).toBe('search')
  await page.keyboard.type('a/b')
  expect(await page.evaluate(() => (document.activeElement as HTMLInputElement).value)).toBe('a/b')
  await close()
})
