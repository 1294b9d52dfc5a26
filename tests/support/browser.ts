import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { listenerOf } from '../../app/listener.ts'
import { cookieName } from '../../platform/request.ts'
import type { Town, TownsPerson } from './town.ts'

const quiet = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

/** How long a step may take on a busy machine. */
const patience = 15_000

type Opened = { javaScript?: boolean; width?: number; height?: number; dark?: boolean }

/** What one person does in a browser of their own, in the words they see on the page. */
export type Visit = ReturnType<typeof visitOf>

const visitOf = (page: Page, context: BrowserContext) => {
  const main = page.getByRole('main')
  return {
    page,
    context,
    go: async (path: string): Promise<number> => (await page.goto(path))?.status() ?? 0,
    heading: (): Promise<string> => page.getByRole('heading', { level: 1 }).innerText(),
    path: (): string => new URL(page.url()).pathname,
    /** Is this somewhere in the page to be read? */
    reads: (words: string | RegExp): Promise<boolean> => main.getByText(words).first().isVisible(),
    follow: (words: string | RegExp): Promise<void> => main.getByRole('link', { name: words, exact: true }).first().click(),
    press: (words: string): Promise<void> => main.getByRole('button', { name: words, exact: true }).first().click(),
    /** Presses the label of one of some boxes, in the question given when the same words occur more often. */
    choose: (words: string, question?: string): Promise<void> => (question ? page.getByRole('group', { name: question }) : page).locator('label').getByText(words, { exact: true }).first().click(),
    fill: async (fields: Record<string, string>): Promise<void> => {
      for (const [label, value] of Object.entries(fields)) await page.getByLabel(label).fill(value)
    },
    select: async (label: string, words: string): Promise<void> => void (await page.getByLabel(label).selectOption({ label: words })),
    /** Signs in as a person of the demonstration, with the one click it offers. */
    signIn: async (name: string): Promise<void> => {
      await page.goto('/inloggen')
      await main.getByRole('button', { name: `Log in ${name}` }).click()
    },
    signOut: (): Promise<void> => page.getByRole('button', { name: 'Uitloggen' }).first().click(),
    close: (): Promise<void> => context.close(),
  }
}

/**
 * The real application at a real port of this machine, and one Chromium for the whole test file. Everybody gets a browser
 * of their own: cookies and memory are never shared.
 *
 * Whatever a page should never do is written down in `problems`: a message of the console, a broken policy, a request that
 * failed or went to another host, a fault of the server. Look at it after every test.
 */
export async function browserOn(town: Town) {
  const server = createServer(listenerOf(town.serving))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM, args: quiet })
  const problems: string[] = []

  const watch = (page: Page): void => {
    const problem = (what: string) => problems.push(`${new URL(page.url()).pathname}: ${what}`)
    page.on('console', (message) => {
      // Answers that refuse are seen below, where a page of ours that says no can be told from a broken picture.
      if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) problem(`console: ${message.text()}`)
    })
    page.on('pageerror', (error) => problem(`script: ${error.message}`))
    page.on('request', (request) => {
      if (!request.url().startsWith(`${origin}/`) && !request.url().startsWith('blob:')) problem(`request to another host: ${request.url()}`)
    })
    page.on('requestfailed', (request) => {
      if (request.failure()?.errorText !== 'net::ERR_ABORTED') problem(`failed request: ${request.url()} ${request.failure()?.errorText}`)
    })
    page.on('response', (response) => {
      if (response.status() >= 500 || (response.status() >= 400 && !response.request().isNavigationRequest())) problem(`answer ${response.status()} of ${response.url()}`)
    })
  }

  /** Opens a browser as somebody: signed in already, or as a stranger who still has to. */
  const open = async (who: TownsPerson = 'visitor', { javaScript = true, width = 1280, height = 900, dark = false }: Opened = {}): Promise<Visit> => {
    const settings: BrowserContextOptions = { baseURL: origin, javaScriptEnabled: javaScript, viewport: { width, height }, colorScheme: dark ? 'dark' : 'light', locale: 'nl-NL', timezoneId: 'Europe/Amsterdam', reducedMotion: 'reduce' }
    const context = await browser.newContext(settings)
    context.setDefaultTimeout(patience)
    context.on('page', watch)
    if (who !== 'visitor') await context.addCookies([{ name: cookieName(town.settings), value: town.secretOf(who), url: origin, httpOnly: true }])
    const page = await context.newPage()
    return visitOf(page, context)
  }

  return {
    origin,
    open,
    /** What went wrong since the last look. */
    problems: (): string[] => [...problems.splice(0), ...town.faults.splice(0).map((fault) => `fault: ${JSON.stringify(fault)}`)],
    close: async (): Promise<void> => {
      await browser.close()
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

export type Browsing = Awaited<ReturnType<typeof browserOn>>
