import { afterAll, beforeAll, expect, test } from 'vitest'
import { caseId } from '../../db/seeds/demo/cases.ts'
import { followCode, signalId } from '../../db/seeds/demo/signals.ts'
import { type Town, town } from '../../tests/support/town.ts'

let t: Town
beforeAll(async () => {
  t = await town()
})
afterAll(() => t.close())

test('[SIG-03] the demonstration has signals in every state, each with an owner, and every code opens its page', async () => {
  const states = await t.rows<{ state: string; count: number }>('select state, count(*)::int from signals group by state order by state')
  const followed = await t.as('visitor').json('/worries/status', { code: followCode('from-the-church') })

  expect(Object.fromEntries(states.map((it) => [it.state, it.count]))).toEqual({ case: 7, closed: 4, new: 7, 'taken-up': 4 })
  expect(followed.json()).toMatchObject({ status: { state: 'case', team: 'Schakelteam Randenbroek-Schuilenburg', messages: [] } })
})

test('[SIG-08] Today shows its owner what is owed and late, and which signals wait', async () => {
  const lines = async (who: 'mirjam' | 'hassan') => ((await t.as(who).json('/today')).json() as { now: { kind: string; on: string; href: string }[] }).now
  expect(await lines('mirjam')).toContainEqual(expect.objectContaining({ kind: 'feedback', on: '2026-02-27', what: 'Vertel wie dit meldde wat er is gedaan', by: 'Gemeld op maandag 16 februari, wacht op bericht' }))
  expect((await lines('hassan')).filter((it) => it.kind === 'signal')).toHaveLength(3)
})

test('[SIG-03] who works on a case finds the signals from which it came, also from outside the team', async () => {
  const found = async (who: 'mirjam' | 'ria' | 'nadia') => ((await t.as(who).json(`/signals?casus=${caseId('bridging')}`)).json() as { signals: { id: string; gist: string | null }[] }).signals
  expect(await found('mirjam')).toMatchObject([{ id: signalId('from-the-church'), state: 'case' }])
  expect(await found('ria')).toMatchObject([{ gist: expect.stringContaining('moeite met staan') }])
  expect(await found('nadia')).toEqual([])
})
