import { afterAll, beforeAll, expect, test } from 'vitest'
import { readSettings } from '../../platform/settings.ts'
import { type Town, town } from '../../tests/support/town.ts'

const site = 'https://wijksite.example.nl'
let t: Town
beforeAll(async () => {
  t = await town({ settings: { embedSites: [site, 'https://senioren.example.nl'] } })
})
afterAll(() => t.close())

test('[DIR-17] a list goes in a frame on the sites the operator named, and on no other', async () => {
  const { headers, status } = await t.as('visitor').get('/insluiten/lijst')
  expect(status).toBe(200)
  expect(headers.get('content-security-policy')).toContain(`frame-ancestors ${site} https://senioren.example.nl`)
  expect(headers.get('x-frame-options')).toBeNull()
  for (const path of ['/', '/zoeken', '/insluiten', '/inloggen']) {
    const other = await t.as('visitor').get(path)
    expect(other.headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(other.headers.get('x-frame-options')).toBe('DENY')
  }
})

test('[DIR-17] the list remembers nobody: no cookie, no script, nothing from elsewhere, and the same for whoever is signed in', async () => {
  const plain = await t.as('visitor').get('/insluiten/lijst?wijk=schothorst')
  const signedIn = await t.as('petra').get('/insluiten/lijst?wijk=schothorst')
  expect(plain.headers.get('set-cookie')).toBeNull()
  expect(plain.headers.get('referrer-policy')).toBe('no-referrer')
  expect(plain.headers.get('content-security-policy')).toMatch(/default-src 'none'(?!.*script-src)/)
  expect(plain.text).not.toMatch(/<script|<form|<img|style=/)
  expect([...plain.text.matchAll(/(?:src|href)="(https?:\/\/[^/"]+)/g)].map(([, host]) => host).filter((host) => host !== 'http://127.0.0.1:3000')).toEqual([])
  expect(signedIn.text).toBe(plain.text)
  expect(plain.text).toContain('Hulp en activiteiten in Schothorst')
})

test('[DIR-17] the same list as JSON, from any site, with only what everybody may see', async () => {
  const answer = await t.as('visitor').get('/insluiten/lijst.json?soort=activiteit')
  expect(answer.headers.get('access-control-allow-origin')).toBe('*')
  const { lines, total } = answer.json() as { total: number; lines: { name: string; href: string }[] }
  expect(lines.length).toBeGreaterThan(0)
  expect(total).toBeGreaterThanOrEqual(lines.length)
  const slugs = lines.map(({ href }) => href.replace('http://127.0.0.1:3000/voorziening/', ''))
  const rows = await t.rows<{ kind: string; visibility: string }>('select kind, visibility from services where slug = any ($1)', [slugs])
  expect(rows).toHaveLength(slugs.length)
  expect(rows.every((it) => it.kind === 'activity' && it.visibility === 'public')).toBe(true)
})

test('[DIR-17] the page that explains it makes the code for what was chosen, and anybody finds it', async () => {
  const page = await t.as('visitor').get('/insluiten?wijk=schothorst&soort=activiteit')
  expect(page.text).toContain('&lt;iframe src=&quot;http://127.0.0.1:3000/insluiten/lijst?wijk=schothorst&amp;soort=activiteit&quot;')
  expect(page.text).toContain(site)
})

test('what stands wrong in the address is told, and an area that is not there gives no list of another', async () => {
  expect((await t.as('visitor').get('/insluiten/lijst?soort=alles')).status).toBe(400)
  expect((await t.as('visitor').get('/insluiten/lijst?q=iets')).status).toBe(400)
})

test('a site that is no site is refused when the program starts', () => {
  expect(readSettings({ EMBED_SITES: `${site} https://a.example.nl:8443` }).embedSites).toEqual([site, 'https://a.example.nl:8443'])
  expect(readSettings({}).embedSites).toEqual([])
  for (const wrong of ['*', 'https://a.nl/pad', "https://a.nl; script-src 'unsafe-inline'", 'http://a.nl']) expect(() => readSettings({ EMBED_SITES: wrong })).toThrow('EMBED_SITES')
})
