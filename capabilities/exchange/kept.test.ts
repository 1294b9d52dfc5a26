import { gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Town, town } from '../../tests/support/town.ts'
import { graph } from './graph.ts'
import { of, seedSmallDirectory } from './hsds.world.ts'
import { keeper } from './kept.ts'

let t: Town
beforeAll(async () => {
  t = await town({ seed: seedSmallDirectory })
}, 60_000)
afterAll(() => t?.close())

const get = async (path: string, headers: Record<string, string> = {}) => t.as('visitor').get(`/hsds${path}`, headers)
const day = 86_400_000

describe('[INT-09] what is kept of the lists for other systems', () => {
  test('who has a page already gets nothing but that it is the same; after a change it comes again', async () => {
    const first = await get('/services')
    const mark = first.headers.get('etag') ?? ''
    expect(mark).toMatch(/^W\/"/)
    const same = await get('/services', { 'if-none-match': mark })
    expect([same.status, same.text, same.headers.get('etag'), same.headers.get('access-control-allow-origin')]).toEqual([304, '', mark, '*'])
    await t.owner.query("update services set summary = 'Samen aan tafel, elke week.', description = null where id = $1", [of('dinner')])
    const other = await get('/services', { 'if-none-match': mark })
    expect([other.status, other.text.includes('elke week'), other.headers.get('etag') === mark]).toEqual([200, true, false])
  })

  test('a page that is asked again comes packed for who takes it so, with the same in it', async () => {
    const plain = (await get('/services?per_page=7')).text
    const packed = await t.app.request('/hsds/services?per_page=7', { headers: { 'accept-encoding': 'gzip, br' } })
    expect([packed.headers.get('content-encoding'), packed.headers.get('vary')]).toEqual(['gzip', 'Accept-Encoding'])
    expect(gunzipSync(Buffer.from(await packed.arrayBuffer())).toString()).toBe(plain)
    expect((await get('/services?per_page=7')).headers.get('content-encoding')).toBe(null)
  })

  test('a page is the same whoever asks for it, and what was kept for a visitor is what a keeper of the directory gets', async () => {
    const [visitor, keeperOfIt] = [await get('/services?full=true'), await t.as('petra').get('/hsds/services?full=true')]
    expect(keeperOfIt.text).toBe(visitor.text)
    expect(keeperOfIt.text).not.toContain('Intervisie')
  })

  // Each look is kept once before, so that only a change of state can make it another.
  const changes: [string, string, string][] = [
    ['a service for professionals only', "update services set visibility = 'professionals' where id = $1", "update services set visibility = 'public' where id = $1"],
    ['a service that is no longer published', "update services set state = 'draft' where id = $1", "update services set state = 'published' where id = $1"],
    ['a service that is withdrawn since yesterday', "update services set expire_on = '2026-03-01' where id = $1", 'update services set expire_on = null where id = $1'],
  ]
  test.each(changes)('[DIR-01] %s is gone from every list at once', async (_what, gone, back) => {
    const paths = ['/services', '/services?full=true', '/service_at_locations', `/services/${of('dinner')}`, '/services?search=eten', '/organizations?full_service=true']
    const look = () => Promise.all(paths.map(async (path) => (await get(path)).text.includes('Samen eten')))
    await look()
    expect(await look()).toEqual(paths.map(() => true))
    await t.owner.query(gone, [of('dinner')])
    expect(await look()).toEqual(paths.map(() => false))
    await t.owner.query(back, [of('dinner')])
    expect(await look()).toEqual(paths.map(() => true))
  })

  test('[PRI-11] a place that is masked gives its address to nobody from that moment, also where it was kept', async () => {
    const look = async () => (await get('/services?full=true')).text.includes('Zonnelaan 1')
    expect([await look(), await look()]).toEqual([true, true])
    await t.owner.query('update locations set masked = true, latitude = null, longitude = null where id = $1', [of('hall')])
    expect(await look()).toBe(false)
    await t.owner.query('update locations set masked = false where id = $1', [of('hall')])
    expect(await look()).toBe(true)
  })

  test('what is shown until a day is gone on the next, without any change', async () => {
    await t.owner.query("update services set expire_on = '2026-03-02' where id = $1", [of('dinner')])
    const look = async () => (await get('/services')).text.includes('Samen eten')
    expect([await look(), await look()]).toEqual([true, true])
    t.pass(day)
    expect(await look()).toBe(false)
    t.pass(-day)
    expect(await look()).toBe(true)
    await t.owner.query('update services set expire_on = null where id = $1', [of('dinner')])
  })

  test('a change in any table that an answer reads moves the state, and one that is taken back does not', async () => {
    const state = async () => (await t.rows<{ state: string }>('select ctx.directory_state() as state'))[0]!.state
    const tables = [...new Set([...Object.values(graph).map(({ table }) => table), 'areas', 'postcodes', 'said_by_sources', 'directory_index'])]
    const unmoved: string[] = []
    for (const table of tables) {
      const before = await state()
      await t.owner.query(`update ${table} set municipality_id = municipality_id`)
      if ((await state()) === before) unmoved.push(table)
    }
    expect(unmoved).toEqual([])
    const before = await state()
    await t.owner.query('begin')
    await t.owner.query("update services set name = 'Anders'")
    await t.owner.query('rollback')
    expect(await state()).toBe(before)
  })
})

test('what is kept stays within its room, and what was not asked for longest goes first', async () => {
  const kept = keeper(16_000)
  const make = async (question: string, length = 900) => kept.made(question, 'one', async () => ({ text: 'x'.repeat(length), state: 'one' }))
  for (let at = 0; at < 9; at++) await make(`q${at}`)
  expect(kept.known('q0', 'one')?.bytes.length).toBe(900)
  for (let at = 9; at < 16; at++) await make(`q${at}`)
  expect(['q0', 'q1', 'q15'].map((question) => kept.known(question, 'one') !== undefined)).toEqual([true, false, true])
  await make('large', 1100)
  expect(kept.known('large', 'one')).toBeUndefined()
  expect([kept.known('q15', 'two'), kept.known('q15', null)]).toEqual([undefined, undefined])
})

test('who asks the same in the same state while it is made waits for that one, and a failure is not kept', async () => {
  const kept = keeper()
  let made = 0
  const make = async () => {
    made++
    await new Promise((soon) => setTimeout(soon, 5))
    if (made === 1) throw new Error('no')
    return { text: 'yes', state: 's' }
  }
  await expect(Promise.all([kept.made('q', 's', make), kept.made('q', 's', make)])).rejects.toThrow('no')
  expect(made).toBe(1)
  const [one, other] = await Promise.all([kept.made('q', 's', make), kept.made('q', 's', make)])
  expect([made, one === other, kept.known('q', 's') === one]).toEqual([2, true, true])
})
