import { Hono } from 'hono'
import { expect, test } from 'vitest'
import type { Settings } from '../platform/server-settings.ts'
import { wellKnown } from './wellKnown.ts'

const settings: Settings = { mode: 'production', origin: 'https://wijk.example', secure: true, municipalityId: '', municipalityName: 'Amersfoort', phone: '033 000 12 34', oidc: null, trustedProxy: false, now: () => new Date('2026-03-02T09:00:00Z') }
const ask = (path: string, more: Partial<Settings> = {}) => new Hono().route('/', wellKnown({ ...settings, ...more })).onError((_error, c) => c.text('', 404)).request(path)

test('security.txt names the contact of the settings, and stays valid for half a year', async () => {
  expect(await (await ask('/.well-known/security.txt', { securityContact: 'mailto:veilig@wijk.example' })).text()).toBe(
    'Contact: mailto:veilig@wijk.example\nExpires: 2026-08-29T09:00:00.000Z\nPreferred-Languages: nl, en\nCanonical: https://wijk.example/.well-known/security.txt\n',
  )
})

test('security.txt falls back on the telephone, and is absent when nobody can be reached', async () => {
  expect(await (await ask('/.well-known/security.txt')).text()).toMatch(/^Contact: tel:\+31330001234\n/)
  for (const phone of [null, '14 033', 'receptie']) expect((await ask('/.well-known/security.txt', { phone })).status).toBe(404)
})

test('search engines find the public pages of a real site, and nothing of a demonstration', async () => {
  const real = await (await ask('/robots.txt')).text()
  expect(real).toContain('Disallow: /mijn-plan\n')
  expect(real).not.toMatch(/^Disallow: \/$/m)
  expect(await (await ask('/robots.txt', { mode: 'demo' })).text()).toBe('User-agent: *\nDisallow: /\n')
})

test('browsers that ask for favicon.ico get the mark', async () => {
  const answer = await ask('/favicon.ico')
  expect([answer.status, answer.headers.get('location')]).toEqual([302, expect.stringMatching(/^\/assets\/mark-\w+\.svg$/)])
})
