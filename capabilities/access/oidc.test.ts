import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { demoAccounts } from '../../db/seeds/demo/accounts.ts'
import { personId } from '../../db/seeds/demo/cast.ts'
import { type Town, town } from '../../tests/support/town.ts'
import { browser } from './browser.world.ts'

const emailOf = (key: string) => demoAccounts.find((account) => account.key === key)!.email

let server: Server
let issuer = ''
let t: Town
/** Who signs in at the service next, and whether the service has verified the address. */
let whom = { email: '', verified: true }

beforeAll(async () => {
  server = createServer()
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const provider = new Provider(issuer, {
    clients: [{ client_id: 'schakelbord', client_secret: 'a secret of forty characters for the test', redirect_uris: ['http://127.0.0.1:3000/inloggen/oidc/terug'] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    cookies: { keys: ['only in this test'] },
    interactions: { url: (_ctx, { uid }) => `/interaction/${uid}` },
    features: { devInteractions: { enabled: false } },
    pkce: { required: () => true },
    findAccount: (_ctx, id) => ({ accountId: id, claims: async () => ({ sub: id, email: whom.email, email_verified: whom.verified }) }),
    loadExistingGrant: async (ctx) => {
      const grant = new provider.Grant({ clientId: 'schakelbord', accountId: ctx.oidc.session?.accountId })
      grant.addOIDCScope('openid email')
      await grant.save()
      return grant
    },
  })
  const answer = provider.callback()
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/interaction/')) answer(request, response)
    else provider.interactionFinished(request, response, { login: { accountId: `account of ${whom.email}` } })
  })
  t = await town({ passwords: true, settings: { oidc: { issuer, clientId: 'schakelbord', clientSecret: 'a secret of forty characters for the test' } } })
})
afterAll(async () => {
  await t.close()
  await new Promise((closed) => server.close(closed))
})

/** Walks through the service as a browser does, from the address we sent it to until it sends back to us. */
async function throughService(start: string): Promise<string> {
  const jar = new Map<string, string>()
  let at = start
  for (let step = 0; step < 10; step += 1) {
    const answer = await fetch(at, { redirect: 'manual', headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join('; ') } })
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = line.split('; ')[0]!.split(/=(.*)/s)
      jar.set(name, value)
    }
    const next = new URL(answer.headers.get('location') ?? '', at)
    if (next.origin !== issuer) return next.pathname + next.search
    at = next.href
  }
  throw new Error('the service keeps sending on')
}

async function signIn(email: string, verified = true, terug = '') {
  whom = { email, verified }
  const one = browser(t)
  const start = await one.get(`/inloggen/oidc${terug && `?terug=${terug}`}`)
  const back = await throughService(start.location!)
  return { one, back, answer: await one.get(back) }
}

describe('the organisation’s own service', () => {
  test('lets in who it vouches for, and sends them where they were going', async () => {
    const { one, answer } = await signIn(emailOf('mirjam').toUpperCase(), true, '/casussen')

    expect(answer).toMatchObject({ status: 303, location: '/casussen' })
    expect((await one.get('/account')).text).toContain('Mirjam de Wit')
  })

  test('is asked with a code challenge, a state and a nonce', async () => {
    const asked = new URL((await browser(t).get('/inloggen/oidc')).location!).searchParams
    expect(asked.get('code_challenge_method')).toBe('S256')
    expect(asked.get('code_challenge')).toMatch(/^[A-Za-z0-9_-]{43}$/)
    expect(asked.get('state')?.length).toBeGreaterThan(30)
    expect(asked.get('nonce')?.length).toBeGreaterThan(30)
  })

  test('does not help with an address it did not verify, or that nobody has here', async () => {
    expect((await signIn(emailOf('mirjam'), false)).answer.status).toBe(401)
    const unknown = await signIn('niemand@example.nl')
    expect(unknown.answer.status).toBe(401)
    expect(unknown.answer.text).toContain('Dit werkaccount is hier niet bekend.')
    expect(unknown.one.cookies.has('schakelbord')).toBe(false)
  })

  test('[AC-39] an answer that another browser asked for signs nobody in, and works once', async () => {
    whom = { email: emailOf('mirjam'), verified: true }
    const attacker = browser(t)
    const back = await throughService((await attacker.get('/inloggen/oidc')).location!)
    const victim = browser(t)
    expect((await victim.get(back)).status).toBe(401)
    await victim.get('/inloggen/oidc')
    expect((await victim.get(back)).status).toBe(401)
    expect(victim.cookies.has('schakelbord')).toBe(false)

    const { one, back: used } = await signIn(emailOf('mirjam'))
    one.cookies.delete('schakelbord')
    expect((await one.get(used)).status).toBe(401)
  })

  test('still asks the code of who turned that on', async () => {
    await t.owner.query(`update auth.credentials set totp_secret = '\\x01' where person_id = $1`, [personId('sanne')])
    const { one, answer } = await signIn(emailOf('sanne'))

    expect(answer).toMatchObject({ status: 303, location: '/inloggen/code' })
    expect((await one.get('/account')).status).toBe(303)
  })

  test('that does not answer is said in words', async () => {
    const silent = await town({ settings: { oidc: { issuer: 'http://127.0.0.1:9', clientId: 'a', clientSecret: 'b' } } })
    const answer = await browser(silent).get('/inloggen/oidc')
    await silent.close()

    expect(answer.status).toBe(503)
    expect(answer.text).toContain('De inlogdienst van je organisatie antwoordt niet.')
  })
})

test('without a service there is no such way in', async () => {
  const alone = await town()
  expect((await browser(alone).get('/inloggen')).text).not.toContain('/inloggen/oidc')
  expect((await browser(alone).get('/inloggen/oidc')).status).toBe(404)
  await alone.close()
})
