import { globSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { emptyTown } from '../../tests/support/signals.ts'
import type { Town } from '../../tests/support/town.ts'
import { cookies } from './parts.ts'

let t: Town
beforeAll(async () => {
  t = await emptyTown()
})
afterAll(() => t.close())

describe('what the site says about itself', () => {
  test.each(['/privacy', '/toegankelijkheid'])('%s is there for everybody, in both languages', async (path) => {
    for (const lang of ['nl', 'en']) {
      const { status, text } = await t.as('visitor').get(path, { cookie: `taal=${lang}` })
      expect([status, text.includes(`<html lang="${lang}"`)]).toEqual([200, true])
    }
  })

  test('every cookie that the code sets is in the list of cookies', () => {
    const sources = globSync('{app,capabilities,platform}/**/*.{ts,tsx}').filter((file) => !/\.(test|world)\.tsx?$/.test(file)).map((file) => readFileSync(file, 'utf8')).join('\n')
    const written = [/\w*[cC]ookie = '([\w-]+)'/g, /\.keep\(c, '([\w-]+)'/g, /`([\w-]+)=\$\{[^}]*\}; Path=/g].flatMap((way) => [...sources.matchAll(way)].map(([, name]) => name))
    expect(written.length).toBeGreaterThan(6)
    const listed = cookies.map(({ name }) => name)
    expect(written.filter((name) => !listed.includes(name ?? ''))).toEqual([])
    for (const { name } of cookies) expect(sources).toContain(name)
  })

  test('somebody who only looks around gets no cookie at all', async () => {
    for (const path of ['/', '/teams', '/wijken', '/privacy', '/toegankelijkheid', '/zorgen', '/inloggen', '/wijk-kiezen']) {
      expect([path, (await t.as('visitor').get(path)).headers.getSetCookie()]).toEqual([path, []])
    }
  })

  test('the log of requests holds no address of a person and nothing that was asked', async () => {
    const entries: object[] = []
    const { createApp } = await import('../../app/server.tsx')
    const app = createApp({ pool: t.pool, settings: t.settings, requests: (entry) => entries.push(entry) })
    await app.request('/wijken?q=geheim', { headers: { 'x-forwarded-for': '203.0.113.9' } })
    expect(entries).toHaveLength(1)
    expect(JSON.stringify(entries)).not.toMatch(/203\.0\.113|geheim/)
  })
})
