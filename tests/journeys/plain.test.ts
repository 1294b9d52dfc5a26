import { afterAll, afterEach, expect, test } from 'vitest'
import { browserOn, type Visit } from '../support/browser.ts'
import { mistakes, onPaper, overflow, refusesEmpty, sendEmpty, structure } from '../support/checks.ts'
import { busyTown, chosen, walk } from '../support/pages.ts'
import type { TownsPerson } from '../support/town.ts'

// Without script, on the narrowest window: what 400 % zoom leaves of a desk. Then on paper.
const t = await busyTown()
const b = await browserOn(t)
const visits = new Map<TownsPerson, Visit>()
const visitOf = async (who: TownsPerson): Promise<Visit> => {
  const visit = visits.get(who) ?? (await b.open(who, { javaScript: false, width: 320, height: 640 }))
  visits.set(who, visit)
  return visit
}
const titles = new Map<string, string>()
afterEach(() => expect(b.problems()).toEqual([]))
afterAll(async () => {
  await b.close()
  await t.close()
})

test.each(chosen(await walk(t, { eachKind: true })))('$pattern works without script in a window of 320 pixels and on paper, for $who', async ({ who, address, pattern, entry }) => {
  const visit = await visitOf(who)
  const { page } = visit
  expect(await visit.go(address)).toBe(200)
  expect([...(await structure(page)), ...(await overflow(page))]).toEqual([])
  const title = await page.title()
  expect(titles.get(`${who} ${title}`) ?? pattern, `two kinds of pages are called "${title}"`).toBe(pattern)
  titles.set(`${who} ${title}`, pattern)
  await page.emulateMedia({ media: 'print' })
  expect(await onPaper(page)).toEqual([])
  await page.emulateMedia({ media: 'screen' })
  if (!refusesEmpty(entry)) return
  await sendEmpty(page)
  expect([...(await mistakes(page)), ...(await structure(page)), ...(await overflow(page))]).toEqual([])
})
