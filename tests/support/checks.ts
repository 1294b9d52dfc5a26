import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults, RunOptions } from 'axe-core'
import type { Page } from 'playwright-core'
import type { Entry } from '../../platform/act.ts'
import { meant } from '../../ui/form.tsx'

/** axe itself. */
const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Puts axe into every page that somebody comes to from now on; the browser reads it faster than when each look brings it. */
export const withAxe = (page: Page): Promise<unknown> => page.addInitScript(source)

/**
 * What axe has against the page as it stands. axe is put into the page over the browser's own debugging line, which the
 * content security policy leaves alone. Only what is wrong is written out: what is right is most of the work, and nobody reads it.
 */
export async function axe(page: Page, only?: readonly string[]): Promise<string[]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(source)
  const options: RunOptions = { resultTypes: ['violations'], ...(only ? { runOnly: [...only] } : { runOnly: { type: 'tag', values: tags }, rules: { 'target-size': { enabled: true } } }) }
  const found = await page.evaluate((options) => (window as unknown as { axe: { run: (options: object) => Promise<AxeResults> } }).axe.run(options).then(({ violations }) => violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html, any, all, none }) => ({ html, message: (any[0] ?? all[0] ?? none[0])?.message ?? '' })) }))), options)
  return found.flatMap(({ id, nodes }) => nodes.map(({ html, message }) => `${id}: ${html.slice(0, 160)} ${message}`))
}

/** What colours decide, for looking at the same page in the other theme. */
export const colours = ['color-contrast', 'link-in-text-block']

/** What every page has: one heading that the title begins with, a language, ids that occur once, and links within the page that lead somewhere. */
export const structure = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const wrong: string[] = []
    const headings = [...document.querySelectorAll('h1')].map((it) => it.textContent?.trim() ?? '')
    if (headings.length !== 1) wrong.push(`${headings.length} h1: ${headings.join(', ')}`)
    if (!/^(nl|en)$/.test(document.documentElement.lang)) wrong.push(`lang is "${document.documentElement.lang}"`)
    const title = document.title.replace(/^Fout: /, '')
    if (!title.endsWith(' · Schakelbord')) wrong.push(`title "${title}" does not name the site`)
    const ids = [...document.querySelectorAll('[id]')].map((it) => it.id)
    for (const id of new Set(ids.filter((id, index) => ids.indexOf(id) !== index))) wrong.push(`id ${id} occurs more often`)
    for (const link of document.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')) if (!document.getElementById(link.hash.slice(1))) wrong.push(`${link.hash} leads nowhere`)
    for (const label of document.querySelectorAll<HTMLLabelElement>('label[for]')) if (!document.getElementById(label.htmlFor)) wrong.push(`label for ${label.htmlFor} has no field`)
    return wrong
  })

/** What sticks out at the right of the window; nothing may, also at 320 pixels, which is what 400 % zoom leaves of 1280. */
export const overflow = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const wide = document.documentElement.clientWidth
    if (document.documentElement.scrollWidth <= wide) return []
    const scrolls = (it: Element | null): boolean => it !== null && (/auto|scroll|hidden/.test(getComputedStyle(it).overflowX) || scrolls(it.parentElement))
    const out = [...document.body.querySelectorAll('*')].filter((it) => it.getBoundingClientRect().right > wide + 1 && !scrolls(it.parentElement)).slice(0, 3)
    return [`page is ${document.documentElement.scrollWidth} wide: ${out.map((it) => `${it.tagName.toLowerCase()}.${it.className} ${it.textContent?.trim().slice(0, 40)}`).join(' | ')}`]
  })

/** What should not be on paper: ways to other pages, and buttons. */
export const onPaper = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const shown = (it: Element): boolean => it.getClientRects().length > 0
    return [...document.querySelectorAll('nav.rail, [popover], .skip, footer, .top-search, button[type="submit"], .button')].filter(shown).map((it) => `printed: ${it.tagName.toLowerCase()}.${it.className}`)
  })

/** The room for text on a sheet of A4 with our margins, in pixels of the browser. */
export const paper = { width: 658, height: 986 }

/**
 * What does not fit on paper, for a page in a window as wide as the paper: what sticks out beside it, what is cut within
 * a box or a picture, and pictures higher than a sheet.
 */
export const paperEdges = (page: Page): Promise<string[]> =>
  page.evaluate(({ width, height }) => {
    const wrong: string[] = []
    const said = (it: Element): string => `${it.tagName.toLowerCase()}.${it.getAttribute('class') ?? ''} ${it.textContent?.trim().replace(/\s+/g, ' ').slice(0, 40)}`
    for (const it of document.body.querySelectorAll('*')) {
      const box = it.getBoundingClientRect()
      const picture = it.parentElement?.closest('svg')
      if (box.width < 2 || it.closest('.unseen') || (picture && it.tagName !== 'text')) continue
      if (box.right > width + 1 || box.left < -1) wrong.push(`beside the paper: ${said(it)}, ${Math.round(box.left)} to ${Math.round(box.right)}`)
      if (picture) {
        const frame = picture.getBoundingClientRect()
        const out = box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 1 || box.bottom > frame.bottom + 1
        if (out && getComputedStyle(picture).overflow !== 'visible') wrong.push(`cut by its picture: ${said(it)}`)
      } else if (/^(svg|img)$/i.test(it.tagName)) {
        if (box.height > height) wrong.push(`higher than a sheet: ${said(it)}`)
      } else if (/hidden|clip|auto|scroll/.test(getComputedStyle(it).overflow) && (it.scrollWidth > it.clientWidth + 1 || it.scrollHeight > it.clientHeight + 1)) wrong.push(`cut: ${said(it)}`)
    }
    return wrong
  }, paper)

/** Is this a form that refuses to be sent empty? The others would do what they are for. */
export const refusesEmpty = (entry: Entry | undefined): boolean => entry?.kind === 'act' && !entry.input.safeParse(meant(entry.form, {})).success

/** Sends the form of an act as somebody who filled in nothing and took away what stood there. */
export async function sendEmpty(page: Page): Promise<void> {
  const form = page.getByRole('main').locator('form[method="post"]').filter({ has: page.locator('[name="_key"]') }).first()
  await form.evaluate((it: HTMLFormElement) => {
    for (const field of it.querySelectorAll<HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement>('input:not([type="hidden"]), textarea, select')) {
      if (field instanceof HTMLInputElement && /radio|checkbox/.test(field.type)) field.checked = false
      else field.value = ''
    }
  })
  await form.locator('button:not([type="button"])').last().click()
}

/** What a form says when it was sent with mistakes: in the title, in a summary that has focus, and beside each field. */
export async function mistakes(page: Page): Promise<string[]> {
  // The browser gives focus when it draws the page, a moment after it was read.
  for (let tries = 0; tries < 40 && !(await page.evaluate(() => document.activeElement?.matches('.message-alarm'))); tries++) await page.waitForTimeout(50)
  return page.evaluate(() => {
    const wrong: string[] = []
    if (!document.title.startsWith('Fout: ')) wrong.push(`title "${document.title}" does not tell of the mistake`)
    const summary = document.querySelector('.message-alarm[role="group"]')
    if (!summary) return [...wrong, 'no summary']
    if (document.activeElement !== summary) wrong.push(`the summary has no focus, ${document.activeElement?.outerHTML.slice(0, 80)} has`)
    const links = [...summary.querySelectorAll<HTMLAnchorElement>('a')]
    if (links.length === 0) wrong.push('the summary leads to no field')
    if (links.length < summary.querySelectorAll('li').length) wrong.push('a mistake leads to no field')
    for (const { hash } of links) {
      const field = document.getElementById(hash.slice(1))
      const about = (field?.closest('fieldset') ?? field)?.getAttribute('aria-describedby') ?? field?.getAttribute('aria-describedby') ?? ''
      if (!about.split(' ').some((id) => id.endsWith('-error') && document.getElementById(id))) wrong.push(`${hash} does not say its mistake`)
    }
    return wrong
  })
}
