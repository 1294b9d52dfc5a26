import { afterAll, afterEach, expect, test } from 'vitest'
import { mapId } from '../../db/seeds/demo/maps.ts'
import { planId } from '../../db/seeds/demo/plans.ts'
import { browserOn, type Visit } from '../support/browser.ts'
import { onPaper, paper, paperEdges } from '../support/checks.ts'
import { town } from '../support/town.ts'

// A sheet of A4 with our margins has room for a window of this size; how a page is laid out on paper depends on it.
const t = await town()
const b = await browserOn(t)
afterEach(() => expect(b.problems()).toEqual([]))
afterAll(async () => {
  await b.close()
  await t.close()
})

const visits = new Map<string, Promise<Visit>>()
const printing = (who: 'visitor' | 'petra' | 'mirjam'): Promise<Visit> => {
  const visit = visits.get(who) ?? b.open(who, paper).then(async (it) => {
    await it.page.emulateMedia({ media: 'print' })
    return it
  })
  visits.set(who, visit)
  return visit
}

const map = mapId('randenbroek-schuilenburg')
const plan = planId('randenbroek')
const pages = [
  ...['/wijken', '/wijk/randenbroek', '/wijk/randenbroek-schuilenburg', '/wijk/kruiskamp-koppel', '/wijk/ouderen-in-beeld', '/wijk/weinig-koopwoningen', '/wijk/voorbeelddorp'].map((path) => ['visitor', path] as const),
  ...['/wijken/cijfers', '/wijken/cijfer/age-65-plus', '/wijken/cijfer/neighbours-help', '/wijken/cijfer/income', '/wijken/methode', '/wijken/behoefte', '/wijk/randenbroek-schuilenburg/kaart', '/wijk/randenbroek-schuilenburg/plan'].map((path) => ['visitor', path] as const),
  ...['/wijk/schothorst/behoefte', '/wijk/schothorst/begeleiding', '/wijken/begeleiding', '/wijken/beheer/twijfel', '/wijken/beheer/indicatoren/neighbours-help/cijfers'].map((path) => ['petra', path] as const),
  ...[`/wijkkaart/${map}`, `/wijkkaart/${map}/deel/2-3`, `/wijkkaart/${map}/deel/6-6`, `/wijkkaart/${map}/toekomst`, `/wijkplan/${plan}`, `/wijkplan/${plan}/analyse`, `/wijkplan/${plan}/team`].map((path) => ['mirjam', path] as const),
]

test.each(pages)('as %s prints %s, nothing lies beside the paper and nothing is cut', async (who, path) => {
  const visit = await printing(who)
  expect(await visit.go(path)).toBe(200)
  expect([...(await onPaper(visit.page)), ...(await paperEdges(visit.page))]).toEqual([])
})

test('the look at paper sees what lies beside it, what is cut and what is too high', async () => {
  const { page, go } = await printing('visitor')
  await go('/wijken/methode')
  await page.evaluate(() => {
    const main = document.querySelector('main')
    const add = (name: string, style: string, text: string) => {
      const made = document.createElement('p')
      made.className = name
      made.style.cssText = style
      made.textContent = text
      main?.append(made)
    }
    const draw = (name: string, style: string, text: string) => {
      const [picture, words] = ['svg', 'text'].map((it) => document.createElementNS('http://www.w3.org/2000/svg', it)) as [SVGElement, SVGElement]
      picture.setAttribute('class', name)
      picture.style.cssText = style
      words.setAttribute('x', '90')
      words.setAttribute('y', '50')
      words.textContent = text
      picture.append(words)
      main?.append(picture)
    }
    add('wide', 'width: 700px; max-width: none', 'Te breed')
    add('low', 'height: 10px; overflow: hidden', 'Te laag')
    draw('small', 'width: 100px; height: 100px', 'Buiten beeld')
    draw('high', 'width: 200px; height: 1200px', 'Te hoog')
  })
  const found = (await paperEdges(page)).join('\n')
  for (const expected of ['beside the paper: p.wide', 'cut: p.low', 'cut by its picture: text. Buiten beeld', 'higher than a sheet: svg.high']) expect(found).toContain(expected)
})

test('an area on paper says where it belongs and which part of a list was chosen, without ways to go on', async () => {
  const { page, go } = await printing('petra')
  await go('/wijk/schothorst/behoefte')
  expect(await page.locator('.crumbs').innerText()).toContain('Schothorst')
  await go('/wijk/randenbroek')
  expect(await page.locator('a[download]').evaluateAll((all) => all.filter((it) => it.getClientRects().length > 0).length)).toBe(0)
})
