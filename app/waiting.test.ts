import { afterAll, beforeAll, expect, test } from 'vitest'
import { cast, municipalityId, personId } from '../db/seeds/demo/cast.ts'
import { hashed } from '../platform/request.ts'
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

const underRules = `select
  (select count(*) from signals s where s.owner_id = ctx.person() and s.state = 'new' and s.next_on is not null and ctx.kind() = 'worker')::integer as signals,
  (select count(*) from meeting_invitees i join meetings m on m.municipality_id = i.municipality_id and m.id = i.meeting_id where i.person_id = ctx.person() and i.answer = 'open' and m.state = 'invited' and m.on_day >= ctx.today())::integer as invitations,
  ((select count(*) from board_notices n where n.state = 'waiting' and n.until_on >= ctx.today()) + (select count(*) from board_reactions) + (select count(*) from board_reports))::integer as board`
const counted = 'select ctx.signals_waiting() as signals, ctx.invitations_waiting() as invitations, ctx.board_waiting() as board'

test('what is counted for somebody is what row level security shows them, for everybody who works here and elsewhere', async () => {
  const client = await t.pool.connect()
  const sums: Record<string, number> = {}
  for (const key of [...cast.map((one) => one.key), 'karin']) {
    await client.query('begin')
    await client.query('select ctx.open($1, $2, $3, null, null)', [hashed(t.secretOf(key)), municipalityId, t.now()])
    const [shown, told] = [(await client.query(underRules)).rows[0], (await client.query(counted)).rows[0]]
    await client.query('rollback')
    expect({ key, ...told }).toEqual({ key, ...shown })
    for (const [what, n] of Object.entries(told as Record<string, number>)) sums[what] = (sums[what] ?? 0) + n
  }
  client.release()
  expect(Object.values(sums).every((n) => n > 0)).toBe(true)
})
