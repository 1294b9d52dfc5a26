import { mkdirSync } from 'node:fs'
import { afterAll, afterEach, expect, test } from 'vitest'
import { caseId } from '../../db/seeds/demo/cases.ts'
import { idOf } from '../../db/seeds/demo/ids.ts'
import { browserOn, type Visit } from '../support/browser.ts'
import { axe, colours, mistakes, refusesEmpty, sendEmpty, structure, withAxe } from '../support/checks.ts'
import { busyTown, chosen, unseen, walk } from '../support/pages.ts'
import type { TownsPerson } from '../support/town.ts'

// The pages are found by following links, so that a new page is looked at without anybody adding it here.
const t = await busyTown()
const walked = await walk(t)
const b = await browserOn(t)
const visits = new Map<TownsPerson, Visit>()
const visitOf = async (who: TownsPerson): Promise<Visit> => {
  const before = visits.get(who)
  if (before) return before
  const visit = await b.open(who)
  await withAxe(visit.page)
  visits.set(who, visit)
  return visit
}
afterEach(() => expect(b.problems()).toEqual([]))
afterAll(async () => {
  await b.close()
  await t.close()
})

/** Pictures of every page, for whoever wants to look at them. */
const pictures = process.env.PICTURES
const picture = async ({ page }: Visit, name: string): Promise<void> => {
  if (!pictures) return
  mkdirSync(pictures, { recursive: true })
  await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true })
}

/** Everything axe sees: in both themes, on a phone and on a desk. Colours do not depend on the width, the rest not on the theme. */
async function looked(visit: Visit, name: string, widths: readonly number[] = [1280, 390]): Promise<string[]> {
  const { page } = visit
  const found = await structure(page)
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 })
    found.push(...(await axe(page)))
    await picture(visit, `${name}-${width}`)
  }
  await page.emulateMedia({ colorScheme: 'dark' })
  found.push(...(await axe(page, colours)).map((it) => `dark: ${it}`))
  await picture(visit, `${name}-${widths.at(-1)}-dark`)
  await page.emulateMedia({ colorScheme: 'light' })
  return [...new Set(found)]
}

const nameOf = (who: string, address: string): string => `${address.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'x').replace(/[^a-z0-9]+/gi, '-').slice(1, 60) || 'home'}-${who}`

test('the look at pages sees what is wrong with one', async () => {
  const visit = await visitOf('visitor')
  await visit.go('/inloggen')
  await visit.page.evaluate(() => {
    const add = (tag: string, set: Record<string, string>, text = '') => {
      const made = document.createElement(tag)
      for (const [name, value] of Object.entries(set)) made.setAttribute(name, value)
      made.textContent = text
      document.querySelector('main')?.append(made)
      return made
    }
    add('img', { width: '10', height: '10' })
    add('h1', { id: 'email' }, 'Nog een')
    add('p', {}, 'Te licht').style.color = 'rgb(190 190 190)'
    add('p', {}, 'Te donker').style.color = 'rgb(40 40 40)'
    for (const name of ['a', 'b']) {
      const small = add('button', {}, name)
      small.style.cssText = 'font-size: 8px; padding: 0; min-height: 0; height: 10px; width: 10px; border: 0'
    }
  })
  const found = (await looked(visit, 'wrong')).join('\n')
  for (const expected of ['image-alt', 'color-contrast', 'dark: color-contrast', 'target-size', '2 h1', 'id email occurs more often']) expect(found).toContain(expected)
})

// The first is shown once, below; words to complete what is typed are asked for by the script and not by people; an agreement is read back in place.
const withoutLink = ['cases.resident-code-paper', 'directory.suggest', 'meetings.agree']
test('every page and every form can be reached by following links', () => expect(unseen(walked).toSorted()).toEqual(withoutLink))

test('no link that anybody sees is broken', () => expect(walked.broken).toEqual([]))

test.each(chosen(walked))('$pattern, as $who sees it', async ({ who, address, entry }) => {
  const visit = await visitOf(who)
  expect(await visit.go(address)).toBe(200)
  expect(await looked(visit, nameOf(who, address))).toEqual([])
  if (!refusesEmpty(entry)) return
  await sendEmpty(visit.page)
  expect(await mistakes(visit.page)).toEqual([])
  expect(await looked(visit, `${nameOf(who, address)}-fout`, [390])).toEqual([])
})

test('what is shown once: the code of a report, where it stands, and the code on paper of a resident', async () => {
  const visitor = await b.open()
  await visitor.go('/zorgen')
  await visitor.select('In welke wijk speelt het?', 'Schuilenburg')
  await visitor.choose('Over mijzelf')
  await visitor.fill({ 'Wat is er aan de hand?': 'Ik kom de trap niet meer af.' })
  await visitor.press('Verstuur')
  expect(await visitor.heading()).toBe('Uw melding is binnen')
  expect(await looked(visitor, 'zorgen-ontvangen-met-code')).toEqual([])
  const code = await visitor.page.locator('.phone-number').innerText()
  await visitor.go('/zorgen/volgen')
  await visitor.fill({ Code: code })
  await visitor.press('Bekijk')
  expect(await visitor.reads('Het team gaat ernaar kijken.')).toBe(true)
  expect(await looked(visitor, 'zorgen-stand-met-code')).toEqual([])

  const mirjam = await visitOf('mirjam')
  await mirjam.go(`/casussen/${caseId('bridging')}/bewonerscode`)
  await mirjam.page.getByRole('main').getByRole('button').click()
  expect(mirjam.path()).toMatch(/bewonerscode\/papier$/)
  expect(await looked(mirjam, 'bewonerscode-papier')).toEqual([])
})

test.each([
  ['visitor', '/bestaat-niet', 404, 'Niet gevonden'],
  ['hassan', '/casussen/00000000-0000-4000-8000-000000000000', 404, 'Niet gevonden'],
  ['mirjam', '/overleg/nieuw', 403, 'Dit mag u niet doen'],
  ['hassan', `/overleg/${idOf('meeting', 'rs 9')}/begin`, 409, 'Dit kan nu niet'],
] as const)('as %s, %s says no with %i in a page like every other', async (who, address, status, heading) => {
  const visit = await visitOf(who)
  expect(await visit.go(address)).toBe(status)
  expect(await visit.heading()).toBe(heading)
  expect(await looked(visit, `nee-${status}-${who}`)).toEqual([])
})
