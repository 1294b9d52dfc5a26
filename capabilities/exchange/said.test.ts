import { unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Answer, type Town, town } from '../../tests/support/town.ts'
import { seedSmallDirectory } from './hsds.world.ts'

let t: Town
beforeAll(async () => {
  t = await town({ seed: seedSmallDirectory })
}, 60_000)
afterAll(() => t?.close())

const ids = { service: '11111111-1111-4111-8111-111111111111', place: '22222222-2222-4222-8222-222222222222', at: '33333333-3333-4333-8333-333333333333', above: '44444444-4444-4444-8444-444444444444', organization: '55555555-5555-4555-8555-555555555555' }
const gym = (more: object = {}) => ({
  id: ids.service, name: 'Beweegclub', status: 'active', description: 'Samen bewegen.', assured_date: '2026-02-01', x_parking: 'Gratis <b>parkeren</b>', x_halls: [{ name: 'Zaal 1', seats: 30 }],
  organization: { id: ids.organization, name: 'Stichting Beweeg', description: 'Bewegen.', parent_organization_id: ids.above },
  service_at_locations: [{ id: ids.at, location: { id: ids.place, location_type: 'physical', name: 'De gymzaal', latitude: 520.15, longitude: 5.4, x_door: 'achterom' } }], ...more,
})
type Import = { id: string; remarks: { reason: string; field: string | null }[] }
const looked = async (content: unknown): Promise<Import> => {
  const answer: Answer = await t.as('petra').json('/imports', { source: 'sport', file: { name: 'x.json', content: Buffer.from(JSON.stringify(content)).toString('base64') } })
  return (await t.as('petra').json(`/imports/${(answer.json() as { importId: string }).importId}`)).json() as Import
}
const does = async ({ id }: Import, what: 'take-in' | 'withdrawal') => expect((await t.as('petra').json(`/imports/${id}/${what}`, {}, { version: (await t.rows<{ version: number }>('select version from imports where id = $1', [id]))[0]!.version })).status).toBe(201)
const read = async () => (await t.as('visitor').get(`/hsds/services/${ids.service}`)).json() as { x_parking?: string; x_halls?: unknown; organization: { parent_organization_id?: string }; service_at_locations: [{ location: { latitude?: number; longitude?: number; x_door?: string } }] }

test('[INT-09] what we have no place for is told, stays with its record, and goes out again without markup', async () => {
  const it = await looked(gym())
  expect(it.remarks.map(({ reason, field }) => `${field} ${reason}`)).toEqual(expect.arrayContaining(['x_parking kept-beside', 'x_halls kept-beside', 'x_door kept-beside', 'latitude unknown-value', 'parent_organization_id no-such-record']))
  await does(it, 'take-in')
  const back = await read()
  expect(back).toMatchObject({ x_parking: 'Gratis parkeren', x_halls: [{ name: 'Zaal 1', seats: 30 }], organization: { parent_organization_id: ids.above } })
  // We hold no place for it, and never draw it; the source says this of it.
  expect((await t.rows('select latitude from locations where id = $1', [ids.place]))[0]).toEqual({ latitude: null })
  expect(back.service_at_locations[0].location).toMatchObject({ latitude: 520.15, x_door: 'achterom' })
})

test('[DIR-01] what somebody corrected here wins from what a source said', async () => {
  await t.owner.query('update locations set latitude = 52.15, longitude = 5.4 where id = $1', [ids.place])
  expect((await read()).service_at_locations[0].location).toMatchObject({ latitude: 52.15, longitude: 5.4, x_door: 'achterom' })
})

test('[PRI-11] nothing that a source said goes out of a place that is masked, or of a service that is for professionals', async () => {
  await t.owner.query('update locations set latitude = null, longitude = null, masked = true where id = $1', [ids.place])
  expect(JSON.stringify(await read())).not.toContain('achterom')
  await t.owner.query("update services set visibility = 'professionals' where id = $1", [ids.service])
  const lists = async () => Object.values(unzipSync(Buffer.from(await (await t.app.request('/hsds/datapackage.zip')).arrayBuffer()))).map((list) => Buffer.from(list).toString()).join('')
  expect(await lists()).not.toContain('parkeren')
  await t.owner.query("update services set visibility = 'public' where id = $1", [ids.service])
  expect(await lists()).toContain('Gratis parkeren')
  await t.owner.query('update locations set masked = false where id = $1', [ids.place])
})

test('a second import says it anew, and taking that back brings back what was said before', async () => {
  const second = await looked(gym({ x_parking: 'Betaald', x_halls: undefined }))
  await does(second, 'take-in')
  expect(await read()).toMatchObject({ x_parking: 'Betaald' })
  expect((await read()).x_halls).toBeUndefined()
  await does(second, 'withdrawal')
  expect(await read()).toMatchObject({ x_parking: 'Gratis parkeren', x_halls: [{ seats: 30 }] })
})

test('too much of it is not kept, and says so', async () => {
  expect((await looked(gym({ x_story: 'a'.repeat(30_000) }))).remarks).toContainEqual(expect.objectContaining({ field: 'x_story', reason: 'too-much-beside' }))
})
