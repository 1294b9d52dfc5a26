import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { personId } from '../../db/seeds/demo/cast.ts'
import type { Staff } from '../../platform/actor.ts'
import { inContext } from '../../platform/context.ts'
import { hashed } from '../../platform/request.ts'
import { type Town, town } from '../../tests/support/town.ts'
import { browser } from './browser.world.ts'
import { makeResidentCode, newResidentCode } from './residentCode.ts'

let t: Town
let open: { id: string; number: string }
let other: { id: string; number: string }

beforeAll(async () => {
  t = await town()
  const mine = await t.rows<{ id: string; number: string }>(`select distinct c.id, c.number from cases c join involvements i on i.case_id = c.id where i.person_id = $1 and i.role = 'owner' and c.state <> 'closed' order by c.number`, [personId('mirjam')])
  open = mine[0]!
  other = (await t.rows<{ id: string; number: string }>('select id, number from cases where id <> $1 order by number', [open.id]))[0]!
})
afterAll(() => t.close())
beforeEach(() => t.owner.query('delete from auth.throttle'))

const make = (who: string, caseId: string): Promise<string> =>
  inContext(t.pool, { token: hashed(`secret-of-${who}-in-the-town`), municipalityId: t.settings.municipalityId, now: t.now(), requestId: crypto.randomUUID() }, null, null, async () => null, async (ctx) => ({
    result: await makeResidentCode({ ...ctx, actor: ctx.actor as Staff }, caseId),
    subjects: [],
  }))
const enter = async (number: string, code: string) => {
  const one = browser(t)
  return { one, answer: await one.post('/inloggen/bewoner', { number, code }) }
}

test('a code has 160 bits in letters that nobody misreads, and no two are the same', () => {
  const codes = Array.from({ length: 500 }, newResidentCode)
  for (const code of codes) expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){7}[0-9A-HJKMNP-TV-Z]{4}$/)
  expect(new Set(codes).size).toBe(500)
})

describe('a code on paper', () => {
  test('opens the own plan, however it was typed', async () => {
    const code = await make('mirjam', open.id)
    for (const typed of [code, code.toLowerCase(), code.replaceAll('-', ' '), code.replaceAll('1', 'l').replaceAll('0', 'o')]) {
      expect((await enter(open.number, typed)).answer).toMatchObject({ status: 303, location: '/mijn-plan' })
    }
    expect((await enter(open.number.toLowerCase().replaceAll('-', ' '), code)).answer.status).toBe(303)
  })

  test('is kept only as a fingerprint', async () => {
    const code = await make('mirjam', open.id)
    const kept = await t.rows<{ row: string }>(`select encode(code_hash, 'escape') || row_to_json(r)::text as row from auth.resident_codes r`)
    expect(kept.some(({ row }) => row.includes(code) || row.includes(code.replaceAll('-', '')))).toBe(false)
  })

  test('[AC-28] a wrong code and an unknown number get the same answer, to the byte', async () => {
    await make('mirjam', open.id)
    const wrong = (await enter(open.number, newResidentCode())).answer
    const unknown = (await enter('0000-0000-00', newResidentCode())).answer

    expect([wrong.status, unknown.status]).toEqual([401, 401])
    expect(unknown.text.replaceAll('0000-0000-00', open.number)).toBe(wrong.text)
    expect([...unknown.headers.keys()]).toEqual([...wrong.headers.keys()])
  })

  test('of one case does not open another', async () => {
    const code = await make('mirjam', open.id)
    expect((await enter(other.number, code)).answer.status).toBe(401)
  })

  test('is void when a new one is made, and ends what it opened', async () => {
    const first = await make('mirjam', open.id)
    const { one } = await enter(open.number, first)
    expect((await one.get('/account')).status).toBe(200)
    const second = await make('mirjam', open.id)

    expect((await one.get('/account')).status).toBe(303)
    expect((await enter(open.number, first)).answer.status).toBe(401)
    expect((await enter(open.number, second)).answer.status).toBe(303)
  })

  test('[AC-45] guesses at one number slow down, whatever the address', async () => {
    const code = await make('mirjam', open.id)
    for (let index = 0; index < 5; index += 1) await enter(open.number, newResidentCode())
    await t.owner.query(`delete from auth.throttle where key <> sha256(convert_to($1, 'utf8'))`, [`dossier:${open.number}`])
    const { answer } = await enter(open.number, code)

    expect(answer.status).toBe(429)
    expect(answer.headers.get('retry-after')).toBe('15')
  })

  test('gives a session that ends after half an hour without use, and has no account to change', async () => {
    const { one } = await enter(open.number, await make('mirjam', open.id))
    expect((await one.get('/account/wachtwoord')).status).toBe(403)
    expect((await one.post('/account/weergave', { theme: 'dark', locale: 'nl' })).status).toBe(403)
    expect((await one.post('/account/overal-uitloggen')).status).toBe(403)
    t.pass(31 * 60_000)
    expect((await one.get('/account')).status).toBe(303)
  })

  test.each(['ria', 'joke', 'tom', 'karin', 'petra'])('is not made by %s, who does not work on the case', async (who) => {
    await expect(make(who, open.id)).rejects.toMatchObject({ status: 404 })
  })
})
