import { unzipSync } from 'fflate'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { entries } from '../app/acts.ts'
import { checkRoutes, plainRoutes, routesBeside } from '../app/plainRoutes.ts'
import { createApp } from '../app/server.tsx'
import { type Town, town, type TownsPerson } from './support/town.ts'

let t: Town
beforeAll(async () => {
  t = await town()
}, 120_000)
afterAll(() => t?.close())

describe('[AC-03] a route that is no entry', () => {
  test('does not start as long as nobody said on what ground it answers', () => {
    const app = new Hono()
    app.get('/insluiten', (c) => c.text(''))
    app.get('/zomaar/:id', (c) => c.text(''))
    expect(() => checkRoutes(app.routes, entries, [])).toThrow(/GET \/zomaar\/:id/)
    expect(() => checkRoutes(app.routes, entries, ['/zomaar/:id'])).not.toThrow()
    const { path } = entries.find((it) => it.kind === 'view')!
    app.post(path, (c) => c.text(''))
    expect(() => checkRoutes(app.routes, entries, ['/zomaar/:id'])).toThrow(`POST ${path}`)
  })

  test('has a ground only as long as it is there', () => {
    // A real installation has ways of signing in that the demonstration has not, and starts with them.
    const real = createApp({ pool: t.pool, settings: { ...t.settings, mode: 'production', origin: 'https://wijk.example.nl', secure: true, oidc: { issuer: 'https://id.example.nl', clientId: 'wijk', clientSecret: 'a secret of forty characters for the test' } } })
    const beside = routesBeside([...t.app.routes, ...real.routes], entries, []).filter((it) => !/\.[0-9a-zA-Z_-]{6,}\.(css|js|woff2|svg|png|ico|webmanifest)$/.test(it))
    expect(Object.keys(plainRoutes).filter((it) => !beside.includes(it))).toEqual([])
  })
})

const people: TownsPerson[] = ['petra', 'mirjam', 'hassan', 'bea', 'joke', 'aaltje', 'karin']

/** What somebody gets: the text, or for a package of files what is in them. Times of making, which a package notes by the second, are left out. */
async function got(path: string, who: TownsPerson): Promise<{ status: number; body: string }> {
  const cookie: Record<string, string> = who === 'visitor' ? {} : { cookie: `schakelbord=${t.secretOf(who)}` }
  const answer = await t.app.request(path, { headers: cookie })
  const bytes = new Uint8Array(await answer.arrayBuffer())
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b
  const body = isZip ? Object.entries(unzipSync(bytes)).filter(([name]) => !name.startsWith('docProps')).map(([name, content]) => `${name}\n${Buffer.from(content).toString()}`).join('\n') : Buffer.from(bytes).toString('latin1')
  return { status: answer.status, body }
}

describe('[PRI-11] a route that answers everybody as a visitor', () => {
  const filled: Record<string, string> = {}
  beforeAll(async () => {
    const one = async (sql: string) => Object.values((await t.rows<Record<string, string>>(sql))[0] ?? {})[0] ?? 'niets'
    const [service, organization, place, taxonomy, term] = await Promise.all(['services where visibility = \'professionals\'', 'organizations', 'service_at_locations', 'taxonomies', 'taxonomy_terms'].map((table) => one(`select id::text from ${table} order by id limit 1`)))
    const keys = (await t.rows<{ key: string }>('select key from indicators order by key')).map(({ key }) => key)
    const drawn: string[] = []
    for (const key of keys) if (drawn.length === 0 && (await got(`/wijken/cijfer/${key}/trechter.svg`, 'visitor')).status === 200) drawn.push(key)
    const [key = 'geen'] = drawn
    const told: string[] = []
    for (const { slug } of await t.rows<{ slug: string }>('select slug from areas order by slug')) if (told.length === 0 && (await got(`/wijk/${slug}/sociale-index.csv`, 'visitor')).status === 200) told.push(slug)
    Object.assign(filled, {
      ...Object.fromEntries(['csv', 'svg'].map((kind) => [`/wijk/:slug/sociale-index.${kind}`, `/wijk/${told[0] ?? 'geen'}/sociale-index.${kind}`])),
      '/hsds/services/:id': `/hsds/services/${service}`, '/hsds/organizations/:id': `/hsds/organizations/${organization}`, '/hsds/service_at_locations/:id': `/hsds/service_at_locations/${place}`, '/hsds/taxonomies/:id': `/hsds/taxonomies/${taxonomy}`, '/hsds/taxonomy_terms/:id': `/hsds/taxonomy_terms/${term}`,
      '/meegeven.pdf': `/meegeven.pdf?s=${await one("select slug from services where visibility = 'public' and state = 'published' order by slug limit 1")}`, '/meegeven/qr/:file': `/meegeven/qr/${await one("select slug from services where visibility = 'public' order by slug limit 1")}.svg`,
      '/wijk/:slug/kaart/foto/:photoId': await one("select '/wijk/' || a.slug || '/kaart/foto/' || f.id from map_photos f join neighbourhood_maps m on m.id = f.map_id join areas a on a.id = m.area_id where f.published_at is not null and f.withdrawn_at is null order by f.id limit 1"),
      ...Object.fromEntries(['kaart.svg', 'tabel.csv', 'trechter.svg'].map((file) => [`/wijken/cijfer/:key/${file}`, `/wijken/cijfer/${key}/${file}`])),
    })
  })

  test.each(Object.entries(plainRoutes).filter(([, ground]) => ground === 'visitor').map(([route]) => route))('%s gives whoever is signed in what a visitor gets', async (route) => {
    const path = filled[route.slice(4)] ?? route.slice(4).replace(':slug', 'schothorst')
    expect(path).not.toMatch(/\/:/)
    const plain = await got(path, 'visitor')
    // A service for professionals is for nobody here, a map is drawn where outlines were brought in, and of the country there is something once a yearly file was; everything else is there to be compared.
    expect([200, /^\/hsds\/services\/|kaart\.svg$|^\/wijken\/land\//.test(path) ? 404 : 200]).toContain(plain.status)
    for (const who of people) expect(withoutChance(await got(path, who)), `${path} for ${who}`).toEqual(withoutChance(plain))
  })
})

/** Names of a request, and the moment and mark of a PDF, are new each time. */
const withoutChance = ({ status, body }: { status: number; body: string }) => ({ status, body: status === 404 ? '' : body.replace(/urn:uuid:[0-9a-f-]{36}/g, '').replace(/<\?xpacket begin[\s\S]*?<\?xpacket end/g, '').replace(/\/ID \[.*?\]/gs, '').replace(/D:\d{14}[^)]*/g, '') })

test('[PRI-11] the file of an entry is for nobody whom that entry is not for', async () => {
  const [meeting, map] = [(await t.rows<{ id: string }>('select id from meetings order by id limit 1'))[0]!.id, (await t.rows<{ map: string; id: string }>('select map_id as map, id from map_photos order by id limit 1'))[0]!]
  const paths = ['/wijk/schothorst/behoefte.csv', `/overleg/${meeting}/overleg.ics`, `/wijkkaart/${map.map}/foto/${map.id}`]
  for (const path of paths) for (const who of ['visitor', 'aaltje'] as const) expect([path, who, [303, 401, 403, 404].includes((await got(path, who)).status)]).toEqual([path, who, true])
})
