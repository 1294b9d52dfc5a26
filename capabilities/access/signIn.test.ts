import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { demoAccounts } from '../../db/seeds/demo/accounts.ts'
import { personId } from '../../db/seeds/demo/cast.ts'
import { type Town, town } from '../../tests/support/town.ts'
import { browser } from './browser.world.ts'
import { totpCode } from './totp.ts'

const accountOf = (key: string) => {
  const { email, password, totp } = demoAccounts.find((account) => account.key === key)!
  return { email, password, totp: totp ?? '' }
}
const mirjam = accountOf('mirjam')
const right = { email: mirjam.email, password: mirjam.password }
const wrong = { email: mirjam.email, password: 'not the password at all' }
const minute = 60_000

let t: Town
beforeAll(async () => {
  t = await town({ passwords: true })
})
afterAll(() => t.close())
beforeEach(() => t.owner.query('delete from auth.throttle'))

const signedIn = async ({ email, password }: { email: string; password: string } = right) => {
  const one = browser(t)
  expect((await one.post('/inloggen', { email, password })).status).toBe(303)
  return one
}
const auditOf = (code: string, outcome: string) => t.rows('select user_id, subjects from audit.events where event_code = $1 and outcome = $2 order by id', [code, outcome])

describe('with e-mail address and password', () => {
  test('a colleague goes to today, a resident to the own plan, and it is written down', async () => {
    const worker = browser(t)
    const resident = browser(t)
    const before = (await auditOf('access.sign-in', 'done')).length

    expect(await worker.post('/inloggen', right)).toMatchObject({ status: 303, location: '/vandaag' })
    expect(await resident.post('/inloggen', accountOf('aaltje'))).toMatchObject({ status: 303, location: '/mijn-plan' })
    expect((await worker.get('/account')).text).toContain('Mirjam de Wit')
    expect(await auditOf('access.sign-in', 'done')).toHaveLength(before + 2)
  })

  test('an address in capitals and with blanks around it is the same address', async () => {
    expect(await browser(t).post('/inloggen', { ...right, email: ` ${mirjam.email.toUpperCase()} ` })).toMatchObject({ status: 303 })
  })

  test('the way back goes to a page of this site only', async () => {
    const places: [string, string][] = [['/casussen?team=a', '/casussen?team=a'], ['https://elders.example', '/vandaag'], ['//elders.example', '/vandaag'], ['/\\elders.example', '/vandaag'], ['vandaag', '/vandaag']]
    for (const [terug, location] of places) expect(await browser(t).post('/inloggen', { ...right, terug })).toMatchObject({ location })
  })

  test('[AC-28] a wrong password and an unknown address get the same answer, to the byte', async () => {
    const unknown = 'x'.repeat(mirjam.email.indexOf('@')) + mirjam.email.slice(mirjam.email.indexOf('@'))
    const known = await browser(t).post('/inloggen', wrong)
    const stranger = await browser(t).post('/inloggen', { ...wrong, email: unknown })

    expect(known.status).toBe(401)
    expect(stranger.status).toBe(401)
    expect(stranger.text.replaceAll(unknown, mirjam.email)).toBe(known.text)
    expect([...stranger.headers.keys()]).toEqual([...known.headers.keys()])
  })

  test('[AC-28] an unknown address costs a password check too', async () => {
    const timed = async (email: string) => {
      const began = performance.now()
      await browser(t).post('/inloggen', { ...wrong, email })
      return performance.now() - began
    }
    await timed('warm@up.example')
    const [known, stranger] = [await timed(mirjam.email), await timed('niemand@swa.example.nl')]

    expect(stranger).toBeGreaterThan(known / 3)
  })

  test('a failure is written down with whom it was about, and never with what was typed', async () => {
    await browser(t).post('/inloggen', wrong)

    const rows = await auditOf('access.sign-in', 'refused')
    expect(rows.at(-1)).toMatchObject({ user_id: null, subjects: [personId('mirjam')] })
    const all = await t.rows('select row_to_json(e)::text as row from audit.events e')
    expect(all.some(({ row }) => String(row).includes(mirjam.email) || String(row).includes(wrong.password))).toBe(false)
  })
})

describe('[AC-45] guessing', () => {
  test('five failures are free; then the wait grows, and even the right password waits', async () => {
    for (let index = 0; index < 5; index += 1) expect((await browser(t).post('/inloggen', wrong)).status).toBe(401)
    const sixth = await browser(t).post('/inloggen', right)

    expect(sixth.status).toBe(429)
    expect(Number(sixth.headers.get('retry-after'))).toBe(15)
    expect(sixth.headers.getSetCookie()).toEqual([])

    t.pass(15_000)
    expect((await browser(t).post('/inloggen', wrong)).status).toBe(401)
    expect(Number((await browser(t).post('/inloggen', wrong)).headers.get('retry-after'))).toBe(30)
  })

  test('strangers lock nobody out: two minutes is the longest wait', async () => {
    for (let index = 0; index < 40; index += 1) {
      await browser(t).post('/inloggen', wrong)
      t.pass(30_000)
    }
    t.pass(2 * minute)

    expect((await browser(t).post('/inloggen', right)).status).toBe(303)
  })

  test('of a thousand guesses in an hour at most sixty are evaluated', async () => {
    let evaluated = 0
    for (let index = 0; index < 1000; index += 1) {
      const { rows } = await t.pool.query<{ answer: { wait: number } }>('select account.look_up($1, $2, $3, $4) as answer', [t.settings.municipalityId, mirjam.email, Buffer.from('somewhere'), t.now()])
      if (rows[0]!.answer.wait === 0) evaluated += 1
      t.pass(3600)
    }

    expect(evaluated).toBeLessThanOrEqual(60)
  })

  test('guesses sent at the same moment are counted before they are evaluated', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => browser(t).post('/inloggen', wrong)))

    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5)
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(7)
  })

  test('[AC-44] other accounts and other headers do not help from the same address', async () => {
    const statuses: number[] = []
    for (let index = 0; index < 6; index += 1) {
      statuses.push((await browser(t).post('/inloggen', { email: `iemand${index}@example.nl`, password: 'x' }, { 'x-forwarded-for': `10.0.0.${index}`, 'x-real-ip': `10.0.0.${index}` })).status)
    }

    expect(statuses).toEqual([401, 401, 401, 401, 401, 429])
  })

  test('[AC-44] the own account does not wash away guesses at others', async () => {
    for (let index = 0; index < 4; index += 1) await browser(t).post('/inloggen', { email: `iemand${index}@example.nl`, password: 'x' })
    await signedIn()
    await browser(t).post('/inloggen', { email: 'iemand5@example.nl', password: 'x' })

    expect((await browser(t).post('/inloggen', { email: 'iemand6@example.nl', password: 'x' })).status).toBe(429)
  })
})

describe('a session', () => {
  test('[AC-40] gets a secret of its own at every sign-in; one that a browser brought along is not used', async () => {
    const one = browser(t)
    one.cookies.set('schakelbord', 'chosen-by-somebody-else-entirely')
    await one.post('/inloggen', right)
    const first = one.cookies.get('schakelbord')
    await one.post('/inloggen', right)

    expect(first).toMatch(/^[A-Za-z0-9_-]{43}$/)
    expect(one.cookies.get('schakelbord')).not.toBe(first)
    const fixed = browser(t)
    fixed.cookies.set('schakelbord', 'chosen-by-somebody-else-entirely')
    expect((await fixed.get('/account')).status).toBe(303)
  })

  test('[AC-39] travels in a cookie that scripts and other sites do not get, bound to the host where there is TLS', async () => {
    const plain = await browser(t).post('/inloggen', right)
    expect(plain.headers.getSetCookie().find((line) => line.startsWith('schakelbord='))).toMatch(/; Path=\/; HttpOnly; SameSite=Lax$/)

    const safe = await town({ passwords: true, settings: { mode: 'production', secure: true, origin: 'https://schakelbord.example.nl' } })
    const answer = await browser(safe).post('/inloggen', right)
    await safe.close()
    expect(answer.headers.getSetCookie().find((line) => line.startsWith('__Host-schakelbord='))).toMatch(/; Path=\/; HttpOnly; SameSite=Lax; Secure$/)
  })

  test('[AC-39] a form of another site signs nobody in', async () => {
    expect((await browser(t).post('/inloggen', right, { origin: 'https://elders.example', 'sec-fetch-site': 'cross-site' })).status).toBe(403)
  })

  test('ends after two hours without use, and after twelve hours anyhow', async () => {
    const idle = await signedIn()
    t.pass(121 * minute)
    expect((await idle.get('/account')).location).toBe('/inloggen?terug=%2Faccount')

    const busy = await signedIn()
    for (let hour = 1; hour < 12; hour += 1) {
      t.pass(60 * minute)
      expect((await busy.get('/account')).status).toBe(200)
    }
    t.pass(61 * minute)
    expect((await busy.get('/account')).status).toBe(303)
  })

  test('of a resident ends after half an hour without use', async () => {
    const resident = await signedIn(accountOf('aaltje'))
    t.pass(29 * minute)
    expect((await resident.get('/account')).status).toBe(200)
    t.pass(31 * minute)
    expect((await resident.get('/account')).status).toBe(303)
  })

  test('stays open by asking so, with and without script', async () => {
    const one = await signedIn()
    t.pass(100 * minute)
    expect((await one.post('/account/blijf', {}, { 'sec-fetch-mode': 'cors' })).status).toBe(204)
    t.pass(100 * minute)
    expect(await one.post('/account/blijf', {}, { 'sec-fetch-mode': 'navigate', referer: `${t.settings.origin}/account/weergave` })).toMatchObject({ status: 303, location: '/account/weergave' })
    t.pass(100 * minute)
    expect((await one.get('/account')).status).toBe(200)
  })

  test('[AC-11] of somebody who is suspended is over at the next request', async () => {
    const one = await signedIn(accountOf('tom'))
    await t.owner.query('update people set active = false where id = $1', [personId('tom')])
    expect((await one.get('/account')).status).toBe(303)
    expect((await one.post('/account/doel', { purpose: 'wmo' })).status).toBe(401)
    expect((await browser(t).post('/inloggen', accountOf('tom'))).status).toBe(401)
    await t.owner.query('update people set active = true where id = $1', [personId('tom')])
  })

  test('is gone after signing out, also for who kept its secret', async () => {
    const one = await signedIn()
    const secret = one.cookies.get('schakelbord')!
    expect((await one.post('/uitloggen')).location).toBe('/')

    expect(one.cookies.has('schakelbord')).toBe(false)
    const thief = browser(t)
    thief.cookies.set('schakelbord', secret)
    expect((await thief.get('/account')).status).toBe(303)
    expect((await auditOf('access.sign-out', 'done')).at(-1)).toMatchObject({ user_id: personId('mirjam') })
  })
})

test('who has a second step in the demonstration signs in with the code of their app', async () => {
  const frans = accountOf('frans')
  const one = browser(t)
  expect(await one.post('/inloggen', frans)).toMatchObject({ status: 303, location: '/inloggen/code' })
  expect(await one.post('/inloggen/code', { code: totpCode(frans.totp, t.now()) })).toMatchObject({ status: 303, location: '/vandaag' })
})

describe('one click', () => {
  test('signs in as anybody of the demonstration', async () => {
    const one = browser(t)
    expect((await one.get('/inloggen')).text).toContain('Hassan Amrani')
    expect(await one.post('/inloggen/demo', { person: personId('hassan') })).toMatchObject({ status: 303, location: '/vandaag' })
  })

  test('is not there in production, and not for people outside the demonstration', async () => {
    const real = await town({ settings: { mode: 'production' } })
    expect((await browser(real).get('/inloggen')).text).not.toContain('Hassan Amrani')
    expect((await browser(real).post('/inloggen/demo', { person: personId('hassan') })).status).toBe(404)
    await real.close()

    expect((await browser(t).post('/inloggen/demo', { person: personId('karin') })).status).toBe(404)
    await t.owner.query('update auth.credentials set demo = false where person_id = $1', [personId('dirk')])
    expect((await browser(t).post('/inloggen/demo', { person: personId('dirk') })).status).toBe(404)
  })
})

test('somebody of two organisations chooses for which to work', async () => {
  await t.owner.query(
    `insert into memberships (municipality_id, id, person_id, organization_id, role, from_on)
     select municipality_id, gen_random_uuid(), $1, id, 'partner', '2024-01-01' from organizations where slug = 'grijs-genoegen'`,
    [personId('els')],
  )
  const els = browser(t)
  const asked = await els.post('/inloggen', accountOf('els'))
  expect(asked.status).toBe(200)
  expect((await els.get('/account')).status).toBe(303)
  expect((await els.post('/inloggen/organisatie', { membership: personId('mirjam') })).status).toBe(401)
  const chosen = (await t.rows<{ id: string }>(`select m.id from memberships m join organizations o on o.id = m.organization_id where m.person_id = $1 and o.slug = 'grijs-genoegen'`, [personId('els')]))[0]!

  expect(await els.post('/inloggen/organisatie', { membership: chosen.id })).toMatchObject({ status: 303, location: '/vandaag' })

  expect((await els.get('/account')).text).toContain('Grijs Genoegen')
})

test('the language follows the choice of a visitor, and comes back to a page of this site only', async () => {
  const one = browser(t)
  expect(await one.post('/taal', { taal: 'en', terug: '/inloggen' })).toMatchObject({ status: 303, location: '/inloggen' })
  expect((await one.get('/inloggen')).text).toContain('<html lang="en"')
  expect((await one.get('/taal?taal=nl&terug=//elders.example')).location).toBe('/')
  expect((await one.get('/inloggen')).text).toContain('<html lang="nl"')
})
