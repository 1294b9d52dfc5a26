import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { municipalityId, organizationId, personId } from '../../db/seeds/demo/cast.ts'
import { insert } from '../../db/seeds/demo/insert.ts'
import { monday, type Town, town } from '../../tests/support/town.ts'

let t: Town
let caseId: string
let number: string
beforeAll(async () => {
  t = await town()
  const { rows: [own] } = await t.owner.query<{ id: string; number: string }>(
    'select k.id, k.number from cases k join involvements i on (i.municipality_id, i.case_id) = (k.municipality_id, k.id) where i.person_id = $1 and i.ended_at is null and k.municipality_id = $2 limit 1',
    [personId('mirjam'), municipalityId],
  )
  caseId = own!.id
  number = own!.number
})
afterAll(() => t.close())

type Log = { events: { who: string | null; eventCode: string; organizationName: string; caseNumbers: string[]; outcome: string; userKind: string; at: string }[]; more: boolean; status: { sealed: number; waiting: number } }
const log = async (query = '') => (await t.as('frans').json(`/audit-events${query}`)).json() as Log

test('the privacy officer sees who looked at which case, newest first, and is seen in turn', async () => {
  await t.as('mirjam').get(`/casussen/${caseId}`)
  t.pass(1000)

  const { events } = await log()

  expect(events[0]).toMatchObject({ who: 'Mirjam de Wit', eventCode: 'cases.view', organizationName: 'Beweging 3.0', caseNumbers: [number], outcome: 'done' })
  t.pass(1000)
  expect((await log()).events[0]).toMatchObject({ who: 'Frans Willems', eventCode: 'audit.list-events', caseNumbers: expect.arrayContaining([number]) })
  const page = await t.as('frans').get('/logboek')
  expect(page.status).toBe(200)
  expect(page.text).toContain('Dossier bekeken')
  expect(page.text).toContain('Nog niet nagekeken')
})

test('nobody else does, and to them the page does not exist', async () => {
  for (const who of ['mirjam', 'hassan', 'bea', 'petra', 'joke', 'aaltje', 'karin'] as const) {
    expect((await t.as(who).get('/logboek')).status).toBe(404)
    expect((await t.as(who).json('/audit-events')).status).toBe(404)
  }
  expect((await t.as('visitor').json('/audit-events')).status).toBe(401)
})

test('a refusal is in the log without saying about what', async () => {
  await t.as('nadia').get(`/casussen/${caseId}`)
  t.pass(1000)

  expect((await log(`?persoon=${personId('nadia')}`)).events[0]).toMatchObject({ who: 'Nadia Haddou', eventCode: 'cases.view', outcome: 'refused', caseNumbers: [] })
})

test('it can be narrowed down to a person, an organisation, a case and days', async () => {
  t.pass(86_400_000)
  await t.as('hassan').get('/casussen')
  await t.as('mirjam').get(`/casussen/${caseId}`)
  t.pass(1000)
  const codes = (found: Log) => [...new Set(found.events.map((it) => it.eventCode))]

  expect(new Set((await log(`?persoon=${personId('hassan')}`)).events.map((it) => it.who))).toEqual(new Set(['Hassan Amrani']))
  expect(new Set((await log(`?organisatie=${organizationId('swa')}`)).events.map((it) => it.organizationName))).toEqual(new Set(['Welzijn Amersfoort (SWA)']))
  const ofCase = await log(`?dossier=${number.toLowerCase().replaceAll('-', '')}`)
  expect(codes(ofCase)).toContain('cases.view')
  expect((await log('?dossier=ABCD-EFGH-JK')).events).toEqual([])
  expect((await log('?dossier=niets')).events).toEqual([])
  const first = await log('?tot=2026-03-02')
  expect(first.events.length).toBeGreaterThan(0)
  expect(first.events.every((it) => it.at < '2026-03-02T23:00:00Z')).toBe(true)
  const second = await log('?van=2026-03-03')
  expect(second.events.every((it) => it.at >= '2026-03-02T23:00:00Z')).toBe(true)
  expect((await log('?van=2026-03-03&tot=2026-03-02')).events).toEqual([])
  expect((await t.as('frans').get('/logboek?van=gisteren')).status).toBe(400)
})

test('a page holds fifty lines, and the next goes on where it ended', async () => {
  for (let each = 0; each < 60; each++) {
    await insert(t.owner, 'audit.events', { municipality_id: municipalityId, organization_id: organizationId('swa'), event_code: 'cases.list', action: 'R', outcome: 'done', occurred_at: new Date(monday.getTime() - 86_400_000 - each * 1000), user_kind: 'worker', user_id: personId('tom'), role: 'coordinator', subjects: [], request_id: randomUUID() })
  }

  const one = await log(`?persoon=${personId('tom')}&tot=2026-03-01`)
  const two = await log(`?persoon=${personId('tom')}&tot=2026-03-01&pagina=2`)

  expect([one.events.length, one.more, two.events.length, two.more]).toEqual([50, true, 10, false])
  expect(one.events[49]!.at > two.events[0]!.at).toBe(true)
  expect((await t.as('frans').get(`/logboek?persoon=${personId('tom')}`)).text).toContain(`/logboek?persoon=${personId('tom')}&amp;pagina=2`)
})

test('everybody who works here sees what they looked at themself, and nothing of others', async () => {
  const own = (await t.as('mirjam').json('/audit-events/mine')).json() as Log
  const page = await t.as('mirjam').get('/logboek/mijn')

  expect(own.events.map((it) => it.eventCode)).toContain('cases.view')
  expect(own.events.every((it) => ['cases.view', 'audit.list-events', 'audit.list-my-events'].includes(it.eventCode))).toBe(true)
  expect(page.text).toContain(number)
  expect((await t.as('karin').get('/logboek/mijn')).text).not.toContain(number)
})

test('another municipality has a log of its own', async () => {
  const { rows } = await t.owner.query<{ n: number }>("select count(*)::int as n from audit.events where user_id = $1", [personId('karin')])
  expect(rows[0]!.n).toBeGreaterThan(0)

  expect((await log(`?persoon=${personId('karin')}`)).events).toEqual([])
})
