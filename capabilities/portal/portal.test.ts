import { afterAll, beforeAll, expect, test } from 'vitest'
import { personId } from '../../db/seeds/demo/cast.ts'
import { type Town, town } from '../../tests/support/town.ts'

let t: Town
beforeAll(async () => {
  t = await town()
})
afterAll(() => t.close())

const plan = async () => (await t.as('aaltje').json('/my-plan')).json() as { cases: { id: string; number: string; consents: { id: string; on: boolean; receiver: string; receiverValue: string; withdrawHref: string; giveHref: string }[] }[] }

test('a resident reads the own dossier in plain words, with who helps and why', async () => {
  const page = await t.as('aaltje').get('/mijn-plan')
  expect(page.status).toBe(200)
  expect(page.text).toContain('Wie mag wat zien')
  expect(page.text).toContain('Mirjam de Wit')
  const { cases } = await plan()
  expect(cases).toHaveLength(1)
})

test('nobody else opens the page of a resident, and a resident opens no page of the work', async () => {
  for (const who of ['mirjam', 'hassan', 'joke', 'frans', 'karin'] as const) expect((await t.as(who).get('/mijn-plan')).status).toBe(404)
  for (const path of ['/vandaag', '/casussen', '/overleg']) expect((await t.as('aaltje').get(path)).status).toBe(404)
})

test('[PRI-03] a consent that the resident takes back stops reading at the very next request', async () => {
  const [mine] = (await plan()).cases
  const caseId = mine!.id
  const given = mine!.consents.filter((it) => it.on)
  expect(given.length).toBeGreaterThan(0)
  const readers = await t.rows<{ person_id: string }>('select distinct person_id from involvements where case_id = $1 and ended_at is null and class >= 3', [caseId])
  expect(readers.map((it) => it.person_id)).toContain(personId('mirjam'))
  expect((await t.as('mirjam').get(`/casussen/${caseId}/identiteit`)).text).toContain('Aaltje Brouwer')
  for (const consent of given) expect((await t.as('aaltje').post(consent.withdrawHref)).status).toBe(303)
  expect((await t.as('mirjam').get(`/casussen/${caseId}/identiteit`)).status).toBe(404)
  const after = (await plan()).cases[0]!
  expect(after.consents.every((it) => !it.on)).toBe(true)
  const again = await t.as('aaltje').post(given[0]!.withdrawHref)
  expect(again.status).toBe(409)
})

test('[PRI-03] consent can be given again, with an end', async () => {
  const mine = (await plan()).cases[0]!
  const receiver = mine.consents[0]!
  const past = await t.as('aaltje').post(receiver.giveHref, { receiver: receiver.receiverValue, untilOn: '2026-03-01' })
  expect(past.status).toBe(400)
  expect(past.text).toContain('Kies een dag na vandaag')
  expect((await t.as('aaltje').post(receiver.giveHref, { receiver: receiver.receiverValue, untilOn: '2026-06-01' })).status).toBe(303)
  expect((await plan()).cases[0]!.consents.find((it) => it.receiverValue === receiver.receiverValue)?.on).toBe(true)
  expect((await t.as('aaltje').post(receiver.giveHref, { receiver: 'organization:11111111-1111-1111-1111-111111111111', untilOn: '2026-06-01' })).status).toBe(400)
})
