import { afterAll, beforeAll, expect, test } from 'vitest'
import { personId } from '../db/seeds/demo/cast.ts'
import { type Town, town } from '../tests/support/town.ts'

let t: Town
beforeAll(async () => {
  t = await town()
})
afterAll(() => t.close())

const counts = (text: string): string[] => [...text.matchAll(/rail-count[^>]*><span aria-hidden="true">(\d+)</g)].map(([, count]) => count ?? '')

test('the rail counts only what waits for me, and less as soon as I took it up', async () => {
  const mine = await t.rows<{ id: string; version: number }>("select s.id, s.version from signals s join people p on p.id = s.owner_id where p.name = 'Hassan Amrani' and s.state = 'new'")
  expect(mine.length).toBeGreaterThan(0)
  expect(counts((await t.as('hassan').get('/casussen')).text)).toContain(String(mine.length))
  const [first] = mine
  expect((await t.as('hassan').get(`/signalen/${first!.id}/oppakken`)).text).toMatch(new RegExp(`value="${personId('hassan')}" (?:selected|checked)`))
  const taken = await t.as('hassan').post(`/signalen/${first!.id}/oppakken`, { ownerId: personId('hassan'), nextOn: '2026-03-04' }, { version: first!.version })
  expect(taken.status).toBe(303)
  const left = counts((await t.as('hassan').get('/casussen')).text)
  expect(left).not.toContain(String(mine.length))
  expect(counts((await t.as('karin').get('/casussen')).text)).toEqual([])
})
