import { afterAll, beforeAll, expect, test } from 'vitest'
import { personId } from '../../db/seeds/demo/cast.ts'
import type { Actor } from '../../platform/actor.ts'
import { type Context, inContext } from '../../platform/context.ts'
import { hashed } from '../../platform/request.ts'
import { type Town, type TownsPerson, town } from '../../tests/support/town.ts'
import { type Look, looksOf, shownLooks, whatHappened } from './index.ts'

let t: Town
let own: string
let foreign: string
beforeAll(async () => {
  t = await town()
  own = (await t.rows<{ id: string }>('select case_id as id from vault.identities where person_id = $1', [personId('aaltje')]))[0]!.id
  foreign = (await t.rows<{ id: string }>('select id from cases where id <> $1 limit 1', [own]))[0]!.id
})
afterAll(() => t.close())

/** Asks with the rights of somebody, as a page would. */
const asking = <T>(who: TownsPerson, work: (ctx: Context<Actor>) => Promise<T>): Promise<T> =>
  inContext(t.pool, { token: hashed(`secret-of-${who}-in-the-town`), municipalityId: t.settings.municipalityId, now: t.now(), requestId: 'looks' }, null, null, async () => null, async (ctx) => ({ result: await work(ctx), subjects: [] }))
const looks = (who: TownsPerson, caseId: string): Promise<Look[]> => asking(who, ({ db }) => looksOf(db, caseId))

test('a resident sees who looked at the own case, when, as what and for which task', async () => {
  await t.as('mirjam').get(`/casussen/${own}`)
  await t.as('mirjam').get(`/casussen/${own}/identiteit`)

  const seen = await looks('aaltje', own)

  expect(seen).toContainEqual({ day: '2026-03-02', firstAt: t.now(), lastAt: t.now(), times: 1, name: 'Mirjam de Wit', organization: 'Beweging 3.0', userKind: 'worker', role: 'professional', eventCode: 'cases.view', action: 'R', purpose: 'welfare' })
  expect(seen.map((it) => it.eventCode)).toContain('cases.view-identity')
})

test('the same by one person on one day is one line, with how often; the next day is another', async () => {
  t.pass(60_000)
  await t.as('mirjam').get(`/casussen/${own}`)
  t.pass(86_400_000)
  await t.as('mirjam').get(`/casussen/${own}`)

  const views = (await looks('aaltje', own)).filter((it) => it.eventCode === 'cases.view')

  expect(views.map(({ day, times }) => ({ day, times }))).toEqual([{ day: '2026-03-03', times: 1 }, { day: '2026-03-02', times: 2 }])
})

test('a list in which the case stood counts as a look', async () => {
  await t.as('hassan').get('/casussen')

  expect((await looks('aaltje', own)).map((it) => [it.name, it.eventCode])).toContainEqual(['Hassan Amrani', 'cases.list'])
})

test('only the resident of the case gets an answer', async () => {
  await t.as('mirjam').get(`/casussen/${foreign}`)

  expect(await looks('aaltje', foreign)).toEqual([])
  for (const who of ['mirjam', 'frans', 'karin', 'joke'] as const) expect(await looks(who, own)).toEqual([])
})

test('on the own plan it stands in plain words', async () => {
  const shown = await asking('aaltje', ({ db }) => shownLooks(db, own))
  t.pass(1000)
  const page = await t.as('aaltje').get('/mijn-plan')

  expect(shown).toContainEqual({ on: '2026-03-02', who: 'Mirjam de Wit, Beweging 3.0', what: 'Dossier bekeken. Voor welzijn. 2 keer' })
  expect(page.text).toContain('Dossier bekeken. Voor welzijn. 2 keer')
  expect((await asking('aaltje', ({ db }) => shownLooks(db, own)))[0]).toMatchObject({ who: 'U', what: 'Eigen plan bekeken' })
})

test('every event has words, also one that nobody described', () => {
  expect(whatHappened('cases.view').nl).toBe('Dossier bekeken')
  expect(whatHappened('cases.never-described', 'D').nl).toBe('Dossier: iets verwijderd')
  expect(whatHappened('elsewhere.thing', 'C').en).toBe('Data: something added')
})
