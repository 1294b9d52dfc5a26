import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Town, town } from '../../tests/support/town.ts'
import { type Came, headerOf, type Sent, twoApplications } from './directly.world.ts'
import { of, seedSmallDirectory } from './hsds.world.ts'

let t: Town
let both: Awaited<ReturnType<typeof twoApplications>>
beforeAll(async () => {
  t = await town({ seed: seedSmallDirectory })
  both = await twoApplications(t, { unlimited: true, now: t.now })
}, 60_000)
afterAll(async () => {
  await both?.close()
  await t?.close()
})

/** Asks both, and gives what came when that and what was written down is the same. */
async function same(sent: Sent, at = both): Promise<Came & { wentDirectly: boolean }> {
  const { directly, framework, wentDirectly, logged } = await at.ask(sent)
  expect(directly, JSON.stringify(sent)).toEqual(framework)
  expect(logged[0], JSON.stringify(sent)).toEqual(logged[1])
  const [ours, theirs] = at.lines()
  expect(ours).toBe(theirs)
  return { ...directly, wentDirectly }
}

const ids = ['kitchen', 'dinner', 'shelter', 'peers', 'meeting', 'fields', 'dinner in hall', 'nothing'].map(of)
const lists = ['services', 'organizations', 'service_at_locations', 'taxonomies', 'taxonomy_terms']
const values: Record<string, readonly string[]> = {
  page: ['1', '2', '0', '1e3', ' 1', '+1', '01', 'abc', '9999999', ''], per_page: ['1', '2', '50', '100', '101', '1000', '-1', ''], format: ['json', 'ndjson', 'xml', ''], full: ['true', '1', 'ja'], minimal: ['true', '0'], full_service: ['1'],
  modified_after: ['2026-01-01', '2026-01-15T10:00:00Z', '1990-01-01T00:00:00.000Z', '2040-01-01', 'gisteren', '2026-13-40'], organization_id: [of('kitchen'), of('quiet'), 'elders', ''], search: ['eten', 'Één café', "d'eten", 'a"b<c>', 'a&b=c', '%', ''],
  taxonomy_id: [of('fields')], top_only: ['true'], postcode: ['3816', '3816AA', '38'], proximity: ['500', 'ver'], onbekend: ['x', 'ü'],
}
const pair = fc.constantFrom(...Object.keys(values)).chain((name) => fc.tuple(fc.constant(name), fc.constantFrom(...values[name]!)))
/** Ways in which one and the same query may be written, and some in which it is another. */
const written = (pairs: [string, string][], way: number): string => {
  if (way === 0) return new URLSearchParams(pairs).toString()
  if (way === 1) return pairs.map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll('%3A', ':')}`).join('&')
  if (way === 2) return pairs.map(([name, value]) => `${name.replace('o', '%6F')}=${encodeURI(value)}`).join('&&')
  return pairs.map(([name, value]) => `${name}=${value.replaceAll(/[^\x21-\x7e]/g, '_')}`).join('&')
}
const path = fc.tuple(
  fc.oneof({ weight: 5, arbitrary: fc.constant('services') }, { weight: 3, arbitrary: fc.constantFrom(...lists) }, { weight: 3, arbitrary: fc.tuple(fc.constantFrom(...lists), fc.constantFrom(...ids)).map(([list, id]) => `${list}/${id}`) },
    { weight: 1, arbitrary: fc.constantFrom('', 'services/', 'services/x', 'SERVICES', './services', 'services/../taxonomies', 'services.csv', 'services%2F', `services/${of('dinner').toUpperCase()}`, 'niets', 'services?x#y') }),
  fc.array(pair, { maxLength: 3 }), fc.nat(3),
).map(([where, pairs, way]) => `/hsds/${where}${pairs.length > 0 ? `?${written(pairs, way)}` : ''}`)
const change = fc.constantFrom("update services set summary = 'Elke week ' || now() where id = $1", "update services set visibility = 'professionals' where id = $1", "update services set visibility = 'public' where id = $1", "update services set expire_on = '2026-03-02' where id = $1")
const asking = fc.record({
  method: fc.constantFrom('GET', 'GET', 'GET', 'GET', 'HEAD', 'HEAD', 'POST', 'OPTIONS'), takes: fc.constantFrom(undefined, undefined, 'gzip', 'gzip, deflate, br', 'br', 'identity', 'x-gzip', 'GZIP'), marked: fc.constantFrom('no', 'its own', 'its own', 'another', 'two'),
  more: fc.constantFrom<Record<string, string>[]>({}, {}, { origin: 'https://elders.example' }, { cookie: 'taal=en; wijk=schuilenburg' }, { authorization: 'Bearer 0123456789012345678901' }, { host: 'Sociale-Kaart.Example:8080' }, { host: '256.256.256.256' }, { host: 'a/b' }, { 'x-forwarded-for': '10.0.0.1' }, { range: 'bytes=0-9' }),
  again: fc.constantFrom(0, 1, 1, 2), change: fc.option(change, { freq: 5 }), later: fc.constantFrom(0, 0, 0, 0, 1),
})

describe('[INT-09] what is answered directly', () => {
  test('is what the framework gives, header by header and byte by byte, whatever is asked and however, also after changes and on another day', async () => {
    const marks = new Map<string, string>()
    const seen = { directly: 0, same: 0, packed: 0, refused: 0 }
    await fc.assert(
      fc.asyncProperty(path, asking, async (it, { method, takes, marked, more, again, change: one, later }) => {
        if (one) await t.owner.query(one, [of('dinner')])
        t.pass(later * 86_400_000)
        for (let times = 0; times <= again; times++) {
          const mark = marks.get(it) ?? 'W/"niets"'
          const held = { no: undefined, 'its own': mark, another: 'W/"anders"', two: `${mark}, W/"anders"` }[marked]
          const came = await same({ method, path: it, headers: { ...more, ...(takes && { 'accept-encoding': takes }), ...(held && { 'if-none-match': held }) } })
          marks.set(it, headerOf(came, 'etag') ?? mark)
          if (came.wentDirectly) seen.directly++
          if (came.wentDirectly && came.status === 304) seen.same++
          if (came.wentDirectly && headerOf(came, 'content-encoding')) seen.packed++
          if ((came.status ?? 0) >= 400) seen.refused++
        }
        t.pass(-later * 86_400_000)
      }),
      { numRuns: 200, seed: 22 },
    )
    // Otherwise it was not this that was tried.
    expect([seen.directly > 80, seen.same > 2, seen.packed > 5, seen.refused > 50], JSON.stringify(seen)).toEqual([true, true, true, true])
  }, 120_000)

  test('are pages and objects that are kept, their sign of being the same and their head, and pages of services that were never asked', async () => {
    await t.owner.query("update services set visibility = 'public', expire_on = null where id = $1", [of('dinner')])
    const first = await same({ path: '/hsds/services?modified_after=1991-01-01&page=1' })
    expect([first.status, first.wentDirectly]).toEqual([200, true])
    for (const it of [...lists.map((list) => `/hsds/${list}?per_page=9`), `/hsds/services/${of('dinner')}`, `/hsds/organizations/${of('kitchen')}?full_service=true`, '/hsds/services?full=true&search=eten']) {
      const mark = headerOf(await same({ path: it }), 'etag')!
      const ways: [Sent, number][] = [[{ path: it }, 200], [{ path: it, method: 'HEAD' }, 200], [{ path: it, headers: { 'if-none-match': mark } }, 304], [{ path: it, headers: { 'accept-encoding': 'gzip' } }, 200]]
      for (const [sent, status] of ways) {
        const came = await same(sent)
        expect([it, came.status, came.wentDirectly]).toEqual([it, status, true])
      }
    }
  })

  test('is never what it was before a change that is made already, and goes directly again after it', async () => {
    const sent = { path: '/hsds/services?per_page=8' }
    const look = async () => {
      const { body, wentDirectly } = await same(sent)
      return [wentDirectly, body.includes('Samen eten')]
    }
    expect([await look(), await look()]).toEqual([[true, true], [true, true]])
    await t.owner.query("update services set visibility = 'professionals' where id = $1", [of('dinner')])
    expect(await look()).toEqual([true, false])
    await t.owner.query("update services set visibility = 'public' where id = $1", [of('dinner')])
    expect([await look(), await look()]).toEqual([[true, true], [true, true]])
  })

  test('leaves what has a body to who answers everything', async () => {
    await same({ path: '/hsds/services' })
    const bodies: Record<string, string>[] = [{ 'content-length': '3' }, { 'transfer-encoding': 'chunked' }]
    for (const headers of bodies) expect((await same({ path: '/hsds/services', headers, body: 'abc' })).wentDirectly).toBe(false)
  })
})

describe('[INT-09] how often one address may ask', () => {
  test('counts each request once, whichever way it is answered, and the one too many hears for how long it must wait', async () => {
    const limited = await twoApplications(t, { unlimited: false, now: t.now, trustedProxy: true })
    const path = ['/hsds/services?per_page=3', '/hsds/services?per_page=4&modified_after=1992-01-01', '/hsds/taxonomies', '/hsds/organizations?page=x', '/hsds/services?full=true']
    const headers = { 'x-forwarded-for': '10.9.9.9, 10.0.0.7' }
    try {
      for (let times = 0; times < 600; times++) {
        if (times % 90 === 0) await t.owner.query("update services set summary = 'Anders ' || now() where id = $1", [of('dinner')]) // what was kept of a list whose pages go by the framework must be left to it after all
        const came = await same({ path: path[times % path.length]!, headers }, limited)
        expect([times, came.status]).toEqual([times, times % path.length === 3 ? 400 : 200])
      }
      const tooOften = await same({ path: path[0]!, headers }, limited)
      expect([tooOften.status, headerOf(tooOften, 'retry-after'), tooOften.wentDirectly]).toEqual([429, '60', false])
      expect((await same({ path: path[0]!, headers: { 'x-forwarded-for': '10.0.0.8' } }, limited)).status).toBe(200)
      t.pass(61_000)
      expect((await same({ path: path[0]!, headers }, limited)).status).toBe(200)
      t.pass(-61_000)
    } finally {
      await limited.close()
    }
  }, 60_000)
})
