import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedPeople } from '../../db/seeds/demo/people.ts'
import { type Town, town } from '../../tests/support/town.ts'

let t: Town
beforeAll(async () => {
  t = await town({ seed: (owner) => seedPeople(owner) })
})
afterAll(() => t.close())

const worry = { area: 'schuilenburg', relation: 'neighbour', seen: 'De gordijnen zijn al dagen dicht.', urgency: 'soon', knows: 'no', wantsFeedback: 'ja' }

/** Somebody in the neighbourhood reports; gives the cookie that carries the code. */
async function report(fields: Record<string, string> = {}, key?: string) {
  const sent = await t.as('visitor').post('/zorgen', { ...worry, ...fields }, { key })
  const cookie = sent.headers.getSetCookie().find((one) => one.startsWith('meegegeven=')) ?? ''
  return { sent, code: /^meegegeven=([^;]*)/.exec(cookie)?.[1] ?? '', cookie }
}

test('[SIG-01] a visitor reports a worry without signing in, and gets a code that stands in no address', async () => {
  const { sent, code, cookie } = await report()

  expect(sent.status).toBe(303)
  expect(sent.location).toBe('/zorgen/ontvangen')
  expect(cookie).toContain('HttpOnly')
  expect(code).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{2}$/)
  const page = await t.as('visitor').get('/zorgen/ontvangen', { cookie: `meegegeven=${code}` })
  expect(page.text).toContain(code)
  expect(page.text).toContain('uiterlijk dinsdag 3 maart')
  expect(page.headers.getSetCookie().join()).toContain('meegegeven=; Path=/; Max-Age=0')
})
