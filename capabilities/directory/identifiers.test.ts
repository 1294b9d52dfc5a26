import { afterAll, beforeAll, expect, test } from 'vitest'
import { municipalityId, organizationId } from '../../db/seeds/demo/cast.ts'
import { idOf } from '../../db/seeds/demo/ids.ts'
import { insert } from '../../db/seeds/demo/insert.ts'
import { type Answer, type Town, town, type TownsPerson } from '../../tests/support/town.ts'
import { passesEleven } from './identifiers.tsx'

let t: Town
beforeAll(async () => {
  t = await town()
})
afterAll(() => t.close())

const page = '/sociale-kaart/organisatie/ravelijn/nummers'
async function sent(who: TownsPerson, fields: Record<string, string>): Promise<Answer> {
  const { text } = await t.as(who).get(page)
  return t.as(who).post(page, fields, { version: Number(/name="_version" value="(\d+)"/.exec(text)?.[1] ?? 1) })
}
const numbers = () => t.rows('select identifier_type, identifier_scheme, identifier from organization_identifiers where organization_id = $1 order by identifier_type', [organizationId('ravelijn')])

test('[INT-04] every single slip in an RSIN is noticed', () => {
  expect(passesEleven('000000012')).toBe(true)
  const right = '123456782'
  expect(passesEleven(right)).toBe(true)
  for (let at = 0; at < 9; at += 1) for (const digit of '0123456789') if (digit !== right[at]) expect(passesEleven(right.slice(0, at) + digit + right.slice(at + 1))).toBe(false)
  for (let at = 0; at < 8; at += 1) expect(passesEleven(right.slice(0, at) + right[at + 1] + right[at] + right.slice(at + 2))).toBe(right[at] === right[at + 1])
})

test('[INT-04] numbers of an organisation are checked together, kept, changed and go out in the standard; those of other kinds stay', async () => {
  await insert(t.owner, 'organization_identifiers', { municipality_id: municipalityId, id: idOf('identifier', 'other'), organization_id: organizationId('ravelijn'), identifier_type: 'Elders', identifier: 'X-1' })
  const wrong = await sent('petra', { kvk: '1234567', rsin: '123456789', agb: 'abc' })
  expect(wrong.status).toBe(400)
  for (const sentence of ['Een KvK-nummer heeft acht cijfers', 'Dit RSIN kan niet bestaan.', 'Een AGB-code heeft acht cijfers.', 'value="1234567"']) expect(wrong.text).toContain(sentence)
  expect(await numbers()).toHaveLength(1)

  expect((await sent('petra', { kvk: '0123 4567', rsin: '1234.56.782', agb: '' })).status).toBe(303)
  expect(await numbers()).toEqual([
    { identifier_type: 'Elders', identifier_scheme: null, identifier: 'X-1' },
    { identifier_type: 'KvK', identifier_scheme: 'NL-KVK', identifier: '01234567' },
    { identifier_type: 'RSIN', identifier_scheme: null, identifier: '123456782' },
  ])
  expect((await t.as('petra').get('/sociale-kaart/organisatie/ravelijn')).text).toContain('KvK 01234567')
  const standard = (await (await t.app.request(`/hsds/organizations/${organizationId('ravelijn')}`)).json()) as { organization_identifiers: { identifier: string }[] }
  expect(standard.organization_identifiers.map(({ identifier }) => identifier).sort()).toEqual(['01234567', '123456782', 'X-1'])

  expect((await sent('petra', { rsin: '123456782', agb: '01234567' })).status).toBe(303)
  expect((await numbers()).map((it) => it.identifier_type)).toEqual(['AGB', 'Elders', 'RSIN'])
})

test('[INT-04] only who keeps the directory changes the numbers', async () => {
  expect((await sent('els', { kvk: '01234567' })).status).toBe(403)
  expect((await t.as('visitor').get(page)).status).not.toBe(200)
})
