import type { Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type Browsing, browserOn } from '../support/browser.ts'
import { axe } from '../support/checks.ts'
import { type Town, town } from '../support/town.ts'

const hour = 3_600_000
const warning = 'U wordt over 5 minuten uitgelogd'

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

describe('a session that is about to end', () => {
  test('warns five minutes before, and staying leaves the page and what was typed as they are', async () => {
    const hassan = await b.open()
    await hassan.page.clock.install({ time: t.now() })
    await hassan.signIn('Hassan Amrani')
    await hassan.go('/signalen/nieuw')
    const field = hassan.page.locator('main textarea').first()
    await field.fill('De gordijnen zijn al dagen dicht.')
    expect(await hassan.reads(warning)).toBe(false)

    t.pass(2 * hour - 4 * 60_000)
    await hassan.page.clock.fastForward(2 * hour - 4 * 60_000)
    await hassan.page.getByText(warning).waitFor()
    const before = t.now()
    await hassan.press('Blijf ingelogd')
    await hassan.page.getByText(warning).waitFor({ state: 'hidden' })
    expect(await field.inputValue()).toBe('De gordijnen zijn al dagen dicht.')
    const [session] = await t.rows<{ seen: Date }>("select max(seen_at) as seen from auth.sessions where kind = 'session' and idle < '3 hours'")
    expect(session?.seen).toEqual(before)

    await hassan.page.clock.fastForward(2 * hour - 4 * 60_000)
    await hassan.page.getByText(warning).waitFor()
    await hassan.close()
  })

  test('that has ended keeps what was typed on the page, and shows nothing personal', async () => {
    const hassan = await b.open()
    await hassan.signIn('Hassan Amrani')
    await hassan.go('/signalen/nieuw')
    const field = hassan.page.locator('main textarea').first()
    await field.fill('De post ligt al twee weken in de hal.')
    t.pass(13 * hour)
    await hassan.page.locator('main form button[type=submit]').last().click()
    expect(await hassan.page.getByText('Log in op een ander tabblad').isVisible()).toBe(true)
    expect(await hassan.page.locator('main textarea').first().inputValue()).toBe('De post ligt al twee weken in de hal.')
    expect(await hassan.page.locator('header').innerText()).not.toContain('Hassan')
    await hassan.close()
  })
})

describe('what somebody is typing', () => {
  const words = 'De gordijnen zijn al dagen dicht.'
  const storage = (page: Page) => page.evaluate(() => Object.entries({ ...sessionStorage }))
  const typed = async (name: string) => {
    const visit = await b.open()
    await visit.signIn(name)
    await visit.go('/signalen/nieuw')
    await visit.page.locator('main textarea').first().fill(words)
    await visit.page.getByText('Bewaard op dit apparaat om').waitFor()
    return visit
  }

  test('is kept on the device, sealed, and is there again after a reload', async () => {
    const hassan = await typed('Hassan Amrani')
    const kept = await storage(hassan.page)
    expect(kept).toHaveLength(1)
    expect(JSON.stringify(kept)).not.toContain('gordijnen')
    expect(atob(kept[0]?.[1] ?? '')).not.toContain('gordijnen')
    await hassan.page.reload()
    await hassan.page.getByText('Dit werd eerder getypt').waitFor()
    expect(await hassan.page.locator('main textarea').first().inputValue()).toBe(words)

    await hassan.press('Haal het weg')
    expect(await hassan.page.locator('main textarea').first().inputValue()).toBe('')
    expect(await storage(hassan.page)).toEqual([])
    await hassan.close()
  })

  test('is gone from the device once it has arrived, and after signing out', async () => {
    const hassan = await typed('Hassan Amrani')
    const send = () => hassan.page.locator('main form[data-draft-kept] button[type=submit]').click()
    const drafts = async () => (await storage(hassan.page)).filter(([name]) => name.startsWith('concept')).length
    await send()
    await hassan.page.getByText(/dingen niet goed ingevuld/).waitFor()
    await hassan.go('/vandaag')
    expect(await drafts()).toBe(1)

    await hassan.go('/signalen/nieuw')
    await hassan.page.getByText('Dit werd eerder getypt').waitFor()
    expect(await hassan.page.locator('main textarea').first().inputValue()).toBe(words)
    await hassan.select('In welke wijk speelt het?', 'Schuilenburg')
    await hassan.select('Wie meldt dit?', 'Buur of wijkgenoot')
    for (const name of ['themes', 'urgency', 'knows', 'channel', 'source']) await hassan.page.locator(`main label[for=field-${name}]`).first().click()
    await send()
    await hassan.page.waitForURL(/signalen\/[0-9a-f-]{36}$/)
    expect(await drafts()).toBe(0)
    await hassan.close()

    const mirjam = await typed('Mirjam de Wit')
    await mirjam.signOut()
    await mirjam.page.waitForURL('**/')
    expect(await storage(mirjam.page)).toEqual([])
    await mirjam.close()
  })

  test('is not shown to whoever signs in after in the same tab, and not kept for a visitor', async () => {
    const hassan = await typed('Hassan Amrani')
    await hassan.context.clearCookies()
    await hassan.signIn('Mirjam de Wit')
    await hassan.go('/signalen/nieuw')
    expect(await hassan.page.locator('main textarea').first().inputValue()).toBe('')
    expect(await storage(hassan.page)).toEqual([])
    await hassan.context.clearCookies()
    await hassan.go('/zorgen')
    await hassan.page.locator('main textarea').first().fill(words)
    await hassan.page.waitForTimeout(1200)
    expect(await storage(hassan.page)).toEqual([])
    await hassan.close()
  })
})

describe('the page with all parts', () => {
  test('opens its dialog over the page and closes it with Escape or the way back', async () => {
    const visitor = await b.open()
    await visitor.go('/stijl')
    const dialog = visitor.page.locator('#dialog-modal')
    await visitor.follow('Open de dialoog')
    expect(await dialog.isVisible()).toBe(true)
    await visitor.page.keyboard.press('Escape')
    expect(await dialog.isVisible()).toBe(false)
    await visitor.follow('Open de dialoog')
    await dialog.getByRole('link', { name: 'Niets veranderen' }).click()
    expect(await dialog.isVisible()).toBe(false)
    await visitor.close()
  })

  test('counts an undo down in words, and takes it away when it is too late', async () => {
    const visitor = await b.open()
    await visitor.page.clock.install()
    await visitor.go('/stijl')
    expect(await visitor.page.locator('.undo-left').innerText()).toBe('(nog 10 seconden)')
    await visitor.page.clock.runFor(4000)
    expect(await visitor.page.locator('.undo-left').innerText()).toBe('(nog 6 seconden)')
    await visitor.page.clock.runFor(7000)
    expect(await visitor.page.locator('form.undo').count()).toBe(0)
    expect(await visitor.reads('Ongedaan maken kan niet meer.')).toBe(true)
    await visitor.close()
  })

  test.each([false, true])('has no axe violation, dark: %s', async (dark) => {
    const visitor = await b.open('visitor', { dark })
    await visitor.go('/stijl')
    expect(await axe(visitor.page)).toEqual([])
    await visitor.close()
  })

  test.each([320, 390, 1280])('needs no sideways scrolling at %i pixels', async (width) => {
    for (const dark of [false, true]) {
      const visitor = await b.open('visitor', { width, dark })
      for (const path of ['/stijl', '/', '/teams', '/team/schothorst', '/wijk-kiezen', '/privacy', '/toegankelijkheid']) {
        await visitor.go(path)
        expect([path, await visitor.page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)]).toEqual([path, true])
      }
      await visitor.close()
    }
  })
})

describe('a visitor without script', () => {
  test('chooses a neighbourhood, and every page knows it', async () => {
    const visitor = await b.open('visitor', { javaScript: false, width: 390 })
    await visitor.go('/teams')
    await visitor.page.getByRole('link', { name: 'Kies uw wijk' }).click()
    await visitor.choose('Schothorst')
    await visitor.press('Kies deze wijk')
    expect(visitor.path()).toBe('/teams')
    expect(await visitor.page.locator('.area-name').innerText()).toBe('Schothorst')
    await visitor.go('/')
    expect(await visitor.page.locator('.call-box').innerText()).toContain('Schakelteam Schothorst')
    await visitor.close()
  })

  test('reads the site in English after one press, and in Dutch after another', async () => {
    const visitor = await b.open('visitor', { javaScript: false })
    await visitor.go('/privacy')
    await visitor.page.getByRole('button', { name: 'English' }).click()
    expect(visitor.path()).toBe('/privacy')
    expect(await visitor.page.locator('html').getAttribute('lang')).toBe('en')
    expect(await visitor.reads('Who is responsible?')).toBe(true)
    await visitor.page.getByRole('button', { name: 'Nederlands' }).click()
    expect(await visitor.page.locator('html').getAttribute('lang')).toBe('nl')
    await visitor.close()
  })
})
