import { afterAll, beforeAll, expect, test } from 'vitest'
import { personId } from '../../db/seeds/demo/cast.ts'
import { type Town, town } from '../../tests/support/town.ts'

let t: Town
let mine: { id: string; number: string }
beforeAll(async () => {
  t = await town()
  mine = (await t.rows<{ id: string; number: string }>(`select c.id, c.number from cases c where c.owner_id = $1 and c.state <> 'closed' order by c.number`, [personId('mirjam')]))[0]!
})
afterAll(() => t.close())

test('a code for the resident is shown on one page, once, and opens the own plan', async () => {
  const made = await t.as('mirjam').post(`/casussen/${mine.id}/bewonerscode`)
  expect(made).toMatchObject({ status: 303, location: `/casussen/${mine.id}/bewonerscode/papier` })
  const handed = made.headers.getSetCookie().find((line) => line.startsWith('meegegeven='))!.split(';')[0]!

  const page = await t.as('mirjam').get(made.location!, { cookie: `schakelbord=secret-of-mirjam-in-the-town; ${handed}` })
  const again = await t.as('mirjam').get(made.location!)

  const groups = [...page.text.matchAll(/<span class="code">([0-9A-HJKMNP-TV-Z]{4})<\/span>/g)].map(([, group]) => group)
  expect(groups).toHaveLength(8)
  const code = groups.join('-')
  expect(page.text).toContain(mine.number)
  expect(again.text).toContain('De code is al getoond.')
  const entered = await t.app.request('/inloggen/bewoner', { method: 'POST', headers: { origin: t.origin }, body: new URLSearchParams({ number: mine.number, code }) })
  expect(entered.headers.get('location')).toBe('/mijn-plan')
  const kept = await t.rows<{ answer: string }>(`select coalesce(answer, '') as answer from auth.idempotency`)
  expect(kept.some(({ answer }) => answer.includes(code))).toBe(false)
})

test.each(['ria', 'tom', 'karin'] as const)('%s, who does not work on the case, makes none', async (who) => {
  expect([403, 404]).toContain((await t.as(who).post(`/casussen/${mine.id}/bewonerscode`)).status)
  expect((await t.as(who).get(`/casussen/${mine.id}/bewonerscode/papier`)).status).toBe(404)
})
