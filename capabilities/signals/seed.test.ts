import { expect, test } from 'vitest'
import { followCode } from '../../db/seeds/demo/signals.ts'
import { town } from '../../tests/support/town.ts'

test('[SIG-03] the demonstration has signals in every state, each with an owner, and every code opens its page', async () => {
  const t = await town()

  const states = await t.rows<{ state: string; count: number }>('select state, count(*)::int from signals group by state order by state')
  const followed = await t.as('visitor').json('/worries/status', { code: followCode('from-the-church') })

  expect(Object.fromEntries(states.map((it) => [it.state, it.count]))).toEqual({ case: 7, closed: 4, new: 7, 'taken-up': 4 })
  expect(followed.json()).toMatchObject({ status: { state: 'case', team: 'Schakelteam Randenbroek-Schuilenburg', messages: [] } })
  await t.close()
})
