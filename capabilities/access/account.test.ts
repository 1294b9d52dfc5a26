import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { demoAccounts } from '../../db/seeds/demo/accounts.ts'
import { municipalityId, personId } from '../../db/seeds/demo/cast.ts'
import { type Town, town } from '../../tests/support/town.ts'
import { authenticator } from './authenticator.world.ts'
import { browser } from './browser.world.ts'
import { totpCode } from './totp.ts'
import { addUser, inviteAgain } from './users.ts'

const accountOf = (key: string) => {
  const { email, password, token } = demoAccounts.find((account) => account.key === key)!
  return { email, password, token }
}
const origin = 'http://localhost:3000'

let t: Town
beforeAll(async () => {
  t = await town({ passwords: true, settings: { origin } })
})
afterAll(() => t.close())
beforeEach(() => t.owner.query('delete from auth.throttle'))

const signedIn = async (who: { email: string; password: string }) => {
  const one = browser(t)
  expect((await one.post('/inloggen', who)).status).toBe(303)
  return one
}
const isIn = async (one: ReturnType<typeof browser>) => (await one.get('/account')).status === 200

describe('a new password', () => {
  const { email, password } = accountOf('mirjam')
  const next = 'een heel ander lang wachtwoord'

  test('[AC-12] ends every other session, and the old one no longer works', async () => {
    const [here, there, elsewhere] = [await signedIn({ email, password }), await signedIn({ email, password }), await signedIn({ email, password })]

    expect(await here.post('/account/wachtwoord', { current: password, next })).toMatchObject({ status: 303, location: '/account' })

    expect(await Promise.all([here, there, elsewhere].map(isIn))).toEqual([true, false, false])
    expect((await browser(t).post('/inloggen', { email, password })).status).toBe(401)
    expect((await browser(t).post('/inloggen', { email, password: next })).status).toBe(303)
    await here.post('/account/wachtwoord', { current: next, next: password })
  })

  test('needs the present one, and some length', async () => {
    const one = await signedIn({ email, password })
    const wrong = await one.post('/account/wachtwoord', { current: 'not it', next })
    expect(wrong.status).toBe(400)
    expect(wrong.text).toContain('Dit is niet je wachtwoord van nu.')
    const short = await one.post('/account/wachtwoord', { current: password, next: 'kort' })
    expect(short.status).toBe(400)
    expect(short.text).toContain('Kies een langer wachtwoord.')
    expect((await browser(t).post('/inloggen', { email, password })).status).toBe(303)
  })

  test('[AC-45] the present one cannot be guessed from an open session', async () => {
    const one = await signedIn({ email, password })
    for (let index = 0; index < 5; index += 1) await one.post('/account/wachtwoord', { current: `guess ${index}`, next })
    const sixth = await one.post('/account/wachtwoord', { current: password, next })

    expect(sixth.status).toBe(429)
    expect(sixth.headers.get('retry-after')).toBe('15')
  })

  test('leaves nothing behind: no fingerprint of what was typed, only its argon2id hash', async () => {
    const one = await signedIn({ email, password })
    const before = await t.rows('select count(*) from auth.idempotency')
    await one.post('/account/wachtwoord', { current: password, next: password })

    expect(await t.rows('select count(*) from auth.idempotency')).toEqual(before)
    expect((await t.rows<{ password_hash: string }>('select password_hash from auth.credentials where person_id = $1', [personId('mirjam')]))[0]?.password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  })

  test('is not for a program with a token', async () => {
    const answer = await browser(t).post('/account/wachtwoord', { current: password, next }, { authorization: `Bearer ${accountOf('mirjam').token}` })
    expect(answer.status).toBe(401)
  })
})

describe('signing out', () => {
  const { email, password } = accountOf('hassan')
  const three = () => Promise.all([signedIn({ email, password }), signedIn({ email, password }), signedIn({ email, password })])

  test('everywhere ends all sessions, this one too', async () => {
    const all = await three()
    expect(await all[0].post('/account/overal-uitloggen')).toMatchObject({ status: 303, location: '/inloggen' })
    expect(await Promise.all(all.map(isIn))).toEqual([false, false, false])
  })

  test('elsewhere leaves this one', async () => {
    const all = await three()
    await all[0].post('/account/elders-uitloggen')
    expect(await Promise.all(all.map(isIn))).toEqual([true, false, false])
  })

  test('of one device ends that one; a session of somebody else is not there', async () => {
    const [here, there] = await three()
    const stranger = await signedIn(accountOf('sanne'))
    const href = /\/account\/sessies\/[0-9a-f-]{36}\/beeindig/.exec((await here.get('/account')).text)![0]
    expect((await stranger.post(href)).status).toBe(404)
    await there.get('/account')
    expect((await here.post(href)).status).toBe(303)
    expect((await here.post(href)).status).toBe(404)
    expect(await isIn(here)).toBe(true)
  })
})

describe('a code from an app', () => {
  const { email, password } = accountOf('petra')
  let secret = ''

  test('is asked at every sign-in once it is turned on, and other sessions end', async () => {
    const [one, other] = [await signedIn({ email, password }), await signedIn({ email, password })]
    const page = await one.get('/account/tweede-stap')
    secret = /name="secret" value="([A-Z2-7]+)"/.exec(page.text)![1]!
    expect(page.text).toContain('<svg class="qr"')
    expect((await one.post('/account/tweede-stap', { secret, code: '000000' })).status).toBe(400)
    expect((await one.post('/account/tweede-stap', { secret, code: totpCode(secret, t.now()) })).status).toBe(303)

    expect(await Promise.all([one, other].map(isIn))).toEqual([true, false])
    const next = browser(t)
    expect(await next.post('/inloggen', { email, password, terug: '/casussen' })).toMatchObject({ status: 303, location: '/inloggen/code?terug=%2Fcasussen' })
    expect(await isIn(next)).toBe(false)
  })

  test('[AC-45] counts once, also the one that turned it on', async () => {
    const [one, two] = [browser(t), browser(t)]
    await one.post('/inloggen', { email, password })
    await two.post('/inloggen', { email, password })
    expect((await one.post('/inloggen/code', { code: totpCode(secret, t.now()) })).status).toBe(401)
    t.pass(60_000)
    const code = totpCode(secret, t.now())
    expect(await one.post('/inloggen/code', { code, terug: '/casussen' })).toMatchObject({ status: 303, location: '/casussen' })
    expect((await two.post('/inloggen/code', { code })).status).toBe(401)
    expect([await isIn(one), await isIn(two)]).toEqual([true, false])
  })

  test('the same code sent twice at once lets one in', async () => {
    t.pass(60_000)
    const both = [browser(t), browser(t)]
    for (const one of both) await one.post('/inloggen', { email, password })
    const code = totpCode(secret, t.now())
    const answers = await Promise.all(both.map((one) => one.post('/inloggen/code', { code })))
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 401])
  })

  test('the step between password and session is used once, also by who kept its cookie', async () => {
    t.pass(60_000)
    const one = browser(t)
    await one.post('/inloggen', { email, password })
    const step = one.cookies.get('schakelbord-stap')!
    expect((await one.post('/inloggen/code', { code: totpCode(secret, t.now()) })).status).toBe(303)
    const thief = browser(t)
    thief.cookies.set('schakelbord-stap', step)
    const membership = (await t.rows<{ id: string }>('select id from memberships where person_id = $1', [personId('petra')]))[0]!.id
    expect((await thief.post('/inloggen/organisatie', { membership })).status).toBe(401)
    t.pass(60_000)
    expect((await thief.post('/inloggen/code', { code: totpCode(secret, t.now()) })).status).toBe(401)
    expect(await isIn(thief)).toBe(false)
  })

  test('the step is of no use for choosing an organisation before the code', async () => {
    const one = browser(t)
    await one.post('/inloggen', { email, password })
    const membership = (await t.rows<{ id: string }>('select id from memberships where person_id = $1', [personId('petra')]))[0]!.id
    expect((await one.post('/inloggen/organisatie', { membership })).status).toBe(401)
    expect((await one.get('/inloggen/organisatie')).location).toBe('/inloggen')
    expect(await isIn(one)).toBe(false)
  })

  test('[AC-45] cannot be guessed, and the step is over after ten minutes', async () => {
    t.pass(60_000)
    const one = browser(t)
    await one.post('/inloggen', { email, password })
    const statuses: number[] = []
    for (let index = 0; index < 6; index += 1) statuses.push((await one.post('/inloggen/code', { code: '123456' })).status)
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429])
    t.pass(11 * 60_000)
    const late = await one.post('/inloggen/code', { code: totpCode(secret, t.now()) })
    expect(late.status).toBe(401)
    expect(await isIn(one)).toBe(false)
  })

  test('the secret is sealed in the database', async () => {
    const kept = await t.rows<{ totp_secret: Buffer }>('select totp_secret from auth.credentials where person_id = $1', [personId('petra')])
    expect(kept[0]!.totp_secret.includes(Buffer.from(secret))).toBe(false)
  })
})

describe('a passkey', () => {
  const key = authenticator(origin)
  const challengeAt = async (one: ReturnType<typeof browser>, path: string) => (JSON.parse((await one.json(path, {})).text) as { challenge: string }).challenge

  test('signs in without password or code, and is strong', async () => {
    const owner = await signedIn(accountOf('nadia'))
    expect((await owner.json('/account/passkey', { credential: key.make(await challengeAt(owner, '/account/passkey/vraag')), label: 'Telefoon' })).status).toBe(200)
    expect((await owner.get('/account')).text).toContain('Telefoon')

    const one = browser(t)
    const answer = await one.json('/inloggen/passkey', { credential: key.use(await challengeAt(one, '/inloggen/passkey/vraag')), terug: '/casussen' })

    expect(JSON.parse(answer.text)).toEqual({ href: '/casussen' })
    expect((await one.get('/account')).text).toContain('Nadia Haddou')
    expect(await t.rows(`select strong_at is not null as strong from auth.sessions where person_id = $1 and kind = 'session' order by created_at desc, strong_at nulls last limit 1`, [personId('nadia')])).toEqual([{ strong: true }])
  })

  test('needs a challenge of ours, once, this site, and a person who was there', async () => {
    const one = browser(t)
    const ask = () => challengeAt(one, '/inloggen/passkey/vraag')
    const used = await ask()
    const asked = one.cookies.get('schakelbord-vraag')!
    const credential = key.use(used)
    expect((await one.json('/inloggen/passkey', { credential })).status).toBe(200)
    one.cookies.set('schakelbord-vraag', asked)
    expect((await one.json('/inloggen/passkey', { credential: key.use(used) })).status).toBe(401)
    expect((await one.json('/inloggen/passkey', { credential })).status).toBe(401)
    await ask()
    expect((await one.json('/inloggen/passkey', { credential: key.use(used) })).status).toBe(401)
    expect((await one.json('/inloggen/passkey', { credential: key.use(await ask(), { from: 'https://elders.example' }) })).status).toBe(401)
    expect((await one.json('/inloggen/passkey', { credential: key.use(await ask(), { flags: 0x01 }) })).status).toBe(401)
    expect((await one.json('/inloggen/passkey', { credential: authenticator(origin).use(await ask()) })).status).toBe(401)
    expect((await one.json('/inloggen/passkey', { credential: key.use(await ask(), { counter: 1 }) })).status).toBe(401)
  })

  test('[AC-45] still works while strangers guess at the password', async () => {
    const one = browser(t)
    for (let index = 0; index < 8; index += 1) await browser(t).post('/inloggen', { email: accountOf('nadia').email, password: 'guess' })
    expect((await one.json('/inloggen/passkey', { credential: key.use(await challengeAt(one, '/inloggen/passkey/vraag'), { counter: 100 }) })).status).toBe(200)
  })

  test('that is removed lets nobody in', async () => {
    const owner = await signedIn(accountOf('nadia'))
    const href = /\/account\/passkeys\/[0-9a-f-]{36}\/verwijder/.exec((await owner.get('/account')).text)![0]
    expect((await (await signedIn(accountOf('sanne'))).post(href)).status).toBe(404)
    expect((await owner.post(href)).status).toBe(303)
    const one = browser(t)
    expect((await one.json('/inloggen/passkey', { credential: key.use(await challengeAt(one, '/inloggen/passkey/vraag')) })).status).toBe(401)
  })
})

describe('a token for a program', () => {
  test('is shown once, works as its owner, and stops when it is withdrawn', async () => {
    const one = await signedIn(accountOf('tom'))
    expect((await one.post('/account/sleutel', { label: ' ' })).status).toBe(400)
    const made = await one.post('/account/sleutel', { label: 'Agenda' })
    const token = /value="([A-Za-z0-9_-]{43})"/.exec(made.text)![1]!
    const program = (path: string) => browser(t).get(path, { authorization: `Bearer ${token}` })

    expect((await program('/api/v1/account')).text).toContain('Tom Visser')
    const page = await one.get('/account')
    expect(page.text).toContain('Agenda')
    expect(page.text).not.toContain(token)
    const id = (await t.rows<{ id: string }>(`select id from auth.sessions where label = 'Agenda'`))[0]!.id
    await one.post(`/account/sessies/${id}/beeindig`)
    expect((await program('/api/v1/account')).status).toBe(401)
  })

  test('makes no other token', async () => {
    expect((await browser(t).post('/account/sleutel', { label: 'Nog een' }, { authorization: `Bearer ${accountOf('tom').token}` })).status).toBe(401)
  })
})

describe('an invitation', () => {
  const newcomer = { municipalityId, name: 'Noor Peters', email: 'Noor.Peters@swa.example.nl', organizationSlug: 'swa', role: 'professional' }

  test('[AC-14] lets one person set a password, once, and signs nobody in', async () => {
    const { path } = await addUser(t.owner, { ...newcomer, now: t.now() })
    const one = browser(t)
    expect((await one.get(path)).text).toContain('Noor Peters')
    expect((await one.post(path, { next: 'kort' })).status).toBe(400)
    expect(await one.post(path, { next: 'samen sterk in de wijk', email: accountOf('bea').email })).toMatchObject({ status: 303, location: '/inloggen' })
    expect(one.cookies.has('schakelbord')).toBe(false)
    expect((await one.post(path, { next: 'nog een ander wachtwoord' })).status).toBe(400)
    expect((await browser(t).post('/inloggen', { email: 'noor.peters@swa.example.nl', password: 'samen sterk in de wijk' })).status).toBe(303)
    expect((await browser(t).post('/inloggen', accountOf('bea'))).status).toBe(303)
  })

  test('[AC-14] is not made for an address that somebody has, in whatever letters', async () => {
    await expect(addUser(t.owner, { ...newcomer, email: ' NOOR.peters@SWA.example.nl', now: t.now() })).rejects.toThrow('Er is al iemand met het adres noor.peters@swa.example.nl.')
  })

  test('is over after a week', async () => {
    const path = await inviteAgain(t.owner, municipalityId, accountOf('anke').email, t.now(), false)
    t.pass(8 * 86_400_000)
    expect((await browser(t).get(path)).status).toBe(400)
    expect((await browser(t).post(path, { next: 'samen sterk in de wijk' })).status).toBe(400)
  })

  test('[AC-12] for who forgot their password ends all that was open, and can forget the second step too', async () => {
    const open = await signedIn(accountOf('anke'))
    const path = await inviteAgain(t.owner, municipalityId, accountOf('petra').email, t.now(), true)
    const own = await inviteAgain(t.owner, municipalityId, accountOf('anke').email, t.now(), false)
    await browser(t).post(own, { next: 'samen sterk in de wijk' })
    await browser(t).post(path, { next: 'samen sterk in de stad' })

    expect(await isIn(open)).toBe(false)
    expect(await browser(t).post('/inloggen', { email: accountOf('petra').email, password: 'samen sterk in de stad' })).toMatchObject({ status: 303, location: '/vandaag' })
  })
})

describe('own choices', () => {
  test('[AC-13] a purpose is one of the organisation’s, and fields about who one is are refused', async () => {
    const one = await signedIn(accountOf('hassan'))
    expect((await one.post('/account/doel', { purpose: 'public-order' })).status).toBe(400)
    expect((await one.post('/account/doel', { purpose: 'wmo', person: personId('bea') })).status).toBe(400)
    expect((await one.get('/account')).text).toContain('Welzijnswerk')
    expect((await one.post('/account/doel', { purpose: 'wmo' })).status).toBe(303)
    expect((await one.get('/account')).text).toContain('Wmo')
    expect((await (await signedIn(accountOf('hassan'))).get('/account')).text).toContain('Wmo')
  })

  test('language and look are kept, and the language is there at the next sign-in', async () => {
    const one = await signedIn(accountOf('sanne'))
    const answer = await one.post('/account/weergave', { theme: 'dark', locale: 'en' })
    expect(answer.location).toBe('/taal?taal=en&terug=/account')
    await one.get(answer.location!)
    expect((await one.get('/account')).text).toMatch(/<html lang="en"[^>]*data-theme="dark"/)
    expect((await (await signedIn(accountOf('sanne'))).get('/account')).text).toContain('<html lang="en"')
  })
})
