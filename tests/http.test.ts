import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { entries } from '../app/acts.ts'
import { createApp } from '../app/server.tsx'
import { caseId } from '../db/seeds/demo/cases.ts'
import { publicAct, publicView, type Entry, fill } from '../platform/act.ts'
import { openPool } from '../platform/db.ts'
import { assets } from '../ui/assets.ts'
import { inputFor } from './support/matrix/inputs.ts'
import { nothingStays } from './support/matrix/nothingStays.ts'
import { placesFor } from './support/matrix/places.ts'
import { type Town, town } from './support/town.ts'

const broken = publicView({
  name: 'test.broken', at: '/broken', path: '/kapot', title: { nl: 'x', en: 'x' }, query: z.strictObject({}), output: z.object({}), find: async () => null, may: () => true, about: () => [], present: () => ({}),
  page: () => {
    throw new Error('select secret from people at /somewhere/in/the/code.ts:12')
  },
})
const breaking = publicAct({
  name: 'test.break', at: '/breaks', page: '/breken', title: { nl: 'Breken', en: 'Break' }, input: z.strictObject({ words: z.string().min(1) }), output: z.object({}), form: { words: { label: { nl: 'Woorden', en: 'Words' }, as: 'text' } },
  find: async () => null, may: () => true, about: () => [], run: () => Promise.reject(new Error('select secret from people at /somewhere/in/the/code.ts:12')), present: () => ({}), next: () => '/',
})

let t: Town
/** The application where nothing stays, so that anything may be tried. */
let tried: ReturnType<typeof createApp>
let pool: ReturnType<typeof openPool>
beforeAll(async () => {
  t = await town({ entries: [...entries, broken, breaking] })
  pool = openPool(t.database.appUrl, 2)
  tried = createApp({ pool: nothingStays(pool, () => {}), settings: { ...t.settings, unlimited: true }, log: (fault) => t.faults.push(fault) })
}, 120_000)
afterAll(async () => {
  await pool?.end()
  await t?.close()
})

const cookie = (who: string) => `schakelbord=secret-of-${who}-in-the-town`
const ask = (path: string, init: RequestInit = {}) => t.app.request(path, init)
const acts = entries.filter((it) => it.kind === 'act')
const addressOf = async (it: Entry): Promise<string> => `/api/v1${fill(it.at, (await placesFor(t, it))[0]?.params ?? {})}`

describe('headers of every answer', () => {
  const wanted = ['content-security-policy', 'x-content-type-options', 'x-frame-options', 'referrer-policy', 'cross-origin-opener-policy', 'cross-origin-resource-policy', 'permissions-policy', 'cache-control']
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  const answers: Record<string, () => Response | Promise<Response>> = {
    'a page': () => ask('/'),
    'a page of work': () => ask('/vandaag', { headers: { cookie: cookie('hassan') } }),
    'a form with mistakes': () => ask('/zorgen', { method: 'POST', body: '_key=x', headers: { ...form, origin: t.origin } }),
    'what does not exist': () => ask('/bestaat-niet'),
    'an address that is not right': () => ask('/signalen?staat=onzin', { headers: { cookie: cookie('hassan') } }),
    'who has to sign in': () => ask('/vandaag'),
    'JSON': () => ask('/api/v1/teams'),
    'JSON that does not exist': () => ask('/api/v1/bestaat-niet'),
    'JSON for who has to sign in': () => ask('/api/v1/cases'),
    'the document': () => ask('/api/v1/openapi.json'),
    'a form from elsewhere': () => ask('/zorgen', { method: 'POST', body: 'x=1', headers: { ...form, origin: 'https://elders.example' } }),
    'too much': () => ask('/api/v1/worries', { method: 'POST', body: 'x', headers: { origin: t.origin, 'content-length': '300000' } }),
    'a way of asking that is not there': () => ask('/', { method: 'DELETE', headers: { origin: t.origin } }),
    'HEAD': () => ask('/', { method: 'HEAD' }),
    'OPTIONS': () => ask('/api/v1/worries', { method: 'OPTIONS', headers: { origin: 'https://elders.example' } }),
    'a fault': () => ask('/kapot'),
    'security.txt': () => ask('/.well-known/security.txt'),
    'robots.txt': () => ask('/robots.txt'),
    'a file': () => ask(assets()[0]?.path ?? '/'),
  }
  test.each(Object.keys(answers))('[AC-41] %s', async (name) => {
    const answer = await answers[name]!()
    const csp = answer.headers.get('content-security-policy') ?? ''

    expect(wanted.filter((header) => !answer.headers.has(header))).toEqual([])
    expect(csp).toContain("default-src 'none'")
    expect(csp).toMatch(/base-uri 'none'.*form-action 'self'.*frame-ancestors 'none'.*require-trusted-types-for 'script'/)
    expect(csp).not.toMatch(/unsafe-|data:|http:|\*/)
    expect(answer.headers.get('access-control-allow-credentials')).toBeNull()
    if (name !== 'the document') expect(answer.headers.get('access-control-allow-origin')).toBeNull()
  })

  test('where there is TLS, browsers keep to it', async () => {
    const own = openPool(t.database.appUrl, 1)
    const answer = await createApp({ pool: own, settings: { ...t.settings, secure: true, origin: 'https://schakelbord.example' } }).request('/bestaat-niet')
    await own.end()

    expect(answer.headers.get('strict-transport-security')).toMatch(/max-age=31536000/)
  })

  test('[AC-30] a fault tells that something went wrong and under which number, and nothing else', async () => {
    const answer = await ask('/kapot')
    const text = await answer.text()

    expect(answer.status).toBe(500)
    expect(text).not.toMatch(/select|people|code\.ts|somewhere|Error:/)
    expect(text).toMatch(/[0-9a-f]{8}-[0-9a-f]{4}-/)
  })

  test('whoever sent a form that we could not take finds it again as it was typed, to be sent once more under the same key', async () => {
    const [key, before] = [randomUUID(), t.faults.length]
    const answer = await ask('/breken', { method: 'POST', body: new URLSearchParams({ _key: key, words: 'Een lang verhaal.' }).toString(), headers: { ...form, origin: t.origin } })
    const text = await answer.text()

    expect(answer.status).toBe(500)
    expect(text).toContain('value="Een lang verhaal."')
    expect(text).toContain(`value="${key}"`)
    expect(text).toMatch(/Nummer van deze melding: [0-9a-f]{8}-/)
    expect(text).not.toMatch(/select secret|people|code\.ts/)
    expect(t.faults).toHaveLength(before + 1)
  })

  test('[AC-42] signing out empties what the browser kept', async () => {
    const answer = await ask('/uitloggen', { method: 'POST', body: '', headers: { ...form, origin: t.origin, cookie: cookie('tom') } })

    expect(answer.headers.get('clear-site-data')).toContain('"cache"')
  })
})

describe('[AC-39] a change from another site', () => {
  const sent = { method: 'POST', body: new URLSearchParams({ _key: randomUUID(), theme: 'dark', locale: 'nl' }).toString() }
  const type = { 'content-type': 'application/x-www-form-urlencoded' }
  const tries: [string, Record<string, string>][] = [
    ['that names itself', { origin: 'https://elders.example' }],
    ['that hides its name', { origin: 'null' }],
    ['that the browser calls another site', { 'sec-fetch-site': 'cross-site' }],
    ['that the browser calls a neighbour', { 'sec-fetch-site': 'same-site' }],
    ['that says ours and is called another', { origin: 'http://127.0.0.1:3000', 'sec-fetch-site': 'cross-site' }],
    ['that tells nothing', {}],
    ['that pretends to be a program', { authorization: 'Bearer x' }],
  ]
  test.each(tries)('%s is refused, and nothing changes', async (_name, headers) => {
    const before = await t.rows('select theme from people order by id')

    expect((await ask('/account/weergave', { ...sent, headers: { ...type, cookie: cookie('els'), ...headers } })).status).toBe(403)
    expect(await t.rows('select theme from people order by id')).toEqual(before)
  })

  test('from our own page is done', async () => {
    expect((await ask('/account/weergave', { ...sent, headers: { ...type, cookie: cookie('els'), origin: t.origin } })).status).toBe(303)
  })
})

describe('a token of a program', () => {
  const token = async () => {
    const secret = `token-${randomUUID()}`
    const { hashed } = await import('../platform/request.ts')
    await t.rows("insert into auth.sessions (token_hash, municipality_id, kind, person_id, membership_id, purpose, created_at, seen_at, expires_at) select $1, municipality_id, 'bearer', person_id, membership_id, purpose, created_at, seen_at, expires_at from auth.sessions where token_hash = $2", [hashed(secret), hashed('secret-of-mirjam-in-the-town')])
    return secret
  }

  test('opens the JSON interface, also from elsewhere, because no browser sends it by itself', async () => {
    const authorization = `Bearer ${await token()}`
    const path = `/api/v1/cases/${caseId('bridging')}/contacts`
    const headers = { authorization, origin: 'https://elders.example', 'content-type': 'application/json', 'idempotency-key': randomUUID() }

    expect((await ask('/api/v1/cases', { headers: { authorization } })).status).toBe(200)
    expect((await tried.request(path, { method: 'POST', headers, body: JSON.stringify({ onDay: '2026-03-02', channel: 'phone', withWhom: 'resident', reached: true }) })).status).toBe(201)
  })

  test('opens no page, and does nothing in a cookie; a session does nothing in a header', async () => {
    const secret = await token()

    expect((await ask('/casussen', { headers: { authorization: `Bearer ${secret}` } })).status).toBe(303)
    expect((await ask('/casussen', { headers: { cookie: `schakelbord=${secret}` } })).status).toBe(303)
    expect((await ask('/api/v1/cases', { headers: { cookie: `schakelbord=${secret}` } })).status).toBe(401)
    expect((await ask('/api/v1/cases', { headers: { authorization: 'Bearer secret-of-mirjam-in-the-town' } })).status).toBe(401)
  })

  test('that is no token is not made good by a cookie beside it', async () => {
    expect((await ask('/api/v1/cases', { headers: { authorization: 'Bearer short', cookie: cookie('mirjam') } })).status).toBe(401)
    expect((await ask('/api/v1/cases', { headers: { authorization: 'Basic x', cookie: cookie('mirjam') } })).status).toBe(401)
  })
})

describe('who has an old cookie', () => {
  test('reads and uses what is open to everybody as a visitor, and signs in for the rest', async () => {
    const headers = { cookie: 'schakelbord=a-session-that-ended-long-ago', origin: t.origin }
    const worry = new URLSearchParams({ _key: randomUUID(), area: 'schuilenburg', relation: 'neighbour', seen: 'De gordijnen zijn dicht.', urgency: 'normal', knows: 'no' })

    expect((await ask('/', { headers })).status).toBe(200)
    expect((await ask('/zorgen', { headers })).status).toBe(200)
    expect((await tried.request('/zorgen', { method: 'POST', body: worry, headers })).status).toBe(303)
    expect((await ask('/vandaag', { headers })).headers.get('location')).toContain('/inloggen')
  })
})

describe('[AC-07] names that are not asked for', () => {
  test('are refused by every act: each column of the database, tried on each', async () => {
    const columns = (await t.rows<{ name: string }>("select distinct a.attname as name from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('public', 'vault', 'auth') and c.relkind = 'r' and a.attnum > 0")).map(({ name }) => name)
    const names = [...new Set([...columns, ...columns.map((it) => it.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())), '__proto__', 'constructor', 'prototype', '$where', 'toString'])]
    const taken = acts.flatMap((it) => names.filter((name) => !Object.hasOwn(it.input.shape, name) && it.input.safeParse(JSON.parse(JSON.stringify(inputFor(it)).replace(/^\{/, `{${JSON.stringify(name)}:"x",`).replace(/,\}$/, '}'))).success).map((name) => `${it.name} ${name}`))

    expect(names.length).toBeGreaterThan(300)
    expect(taken).toEqual([])
  }, 120_000)

  test('[AC-08] nor do poisoned names change anything for whoever comes after', async () => {
    for (const it of acts) {
      const answer = await tried.request(await addressOf(it), {
        method: 'POST', body: '{"__proto__":{"admin":true,"kind":"worker"},"constructor":{"prototype":{"admin":true}}}', headers: { origin: t.origin, cookie: cookie('hassan'), 'content-type': 'application/json', 'idempotency-key': randomUUID(), 'if-match': '"1"' },
      })
      expect([it.name, answer.status]).toEqual([it.name, 400])
    }
    expect(({} as Record<string, unknown>).admin).toBeUndefined()
  }, 120_000)
})

describe('[AC-43] too much', () => {
  const json = (body: string) => tried.request('/api/v1/worries', { method: 'POST', body, headers: { origin: t.origin, 'content-type': 'application/json', 'idempotency-key': randomUUID() } })

  test('of bytes, whether announced or not', async () => {
    const big = 'x'.repeat(300 * 1024)
    expect((await tried.request('/api/v1/worries', { method: 'POST', body: 'x', headers: { origin: t.origin, 'content-length': '262145' } })).status).toBe(413)
    expect((await json(JSON.stringify({ seen: big }))).status).toBeGreaterThanOrEqual(400)
    expect((await json(JSON.stringify({ seen: big }))).status).toBeLessThan(500)
  })

  test('of depth', async () => {
    const began = performance.now()
    for (const [open, close] of [['[', ']'], ['{"a":', '}']]) expect((await json(`${open?.repeat(40_000)}1${close?.repeat(40_000)}`)).status).toBe(400)
    expect(performance.now() - began).toBeLessThan(2000)
  })

  test('of pages: a number beyond the last shows none, and no fault', async () => {
    for (const page of ['0', '-1', '1e9', '99999999999999999999', '2147483648', '1.5', 'x']) {
      for (const path of ['/casussen', '/signalen', '/api/v1/cases', '/api/v1/signals']) expect([page, path, (await ask(`${path}?pagina=${page}`, { headers: { cookie: cookie('hassan') } })).status < 500]).toEqual([page, path, true])
    }
  })
})

describe('a page that says no', () => {
  const refused = async (who: string, address: string) => {
    const answer = await ask(address, { headers: { cookie: cookie(who) } })
    return { status: answer.status, text: (await answer.text()).replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'x').replace(/data-[a-z-]+="\d+"/g, '') }
  }
  const nowhere = '/casussen/00000000-0000-4000-8000-000000000000'

  test('stands among the pages of who is signed in, and leads back to where they begin', async () => {
    const worker = await refused('hassan', nowhere)
    expect(worker.status).toBe(404)
    for (const expected of ['Hassan', 'href="/overleg"', 'href="/vandaag">Naar Vandaag']) expect(worker.text).toContain(expected)
    expect(worker.text).not.toContain('href="/inloggen')
    const resident = await refused('aaltje', '/bestaat-niet')
    expect(resident.text).toContain('href="/mijn-plan">Naar het begin')
    expect(resident.text).not.toContain('href="/inloggen')
    const visitor = await (await ask('/bestaat-niet')).text()
    expect(visitor).toContain('href="/inloggen')
    expect(visitor).toContain('Waar zoekt u hulp bij?')
  })

  test('is the same for what does not exist and what is somebody else’s', async () => {
    expect(await refused('sanne', `/casussen/${caseId('harassed')}`)).toEqual(await refused('sanne', nowhere))
  })

  test('is a visitor’s for who has an old cookie, and does not look anybody up after a fault of ours', async () => {
    expect((await refused('nobody', '/bestaat-niet')).text).toContain('href="/inloggen')
    const fault = await refused('hassan', '/kapot')
    expect(fault.status).toBe(500)
    expect(fault.text).not.toContain('Hassan')
    t.faults.length = 0
  })
})

describe('one key is one change', () => {
  const path = `/cases/${caseId('bridging')}/deeds`
  const deed = { what: 'Gebeld', byParty: 'een buur', doneOn: '2026-03-01' }
  const count = async () => (await t.rows<{ n: number }>('select count(*)::int as n from deeds'))[0]?.n ?? 0

  test('sent twice, at once, ten times: done once, and every answer alike', async () => {
    const before = await count()
    const key = randomUUID()
    const answers = await Promise.all(Array.from({ length: 10 }, () => t.as('mirjam').json(path, deed, { key })))

    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1)
    expect(answers[0]?.status).toBe(201)
    expect((await t.as('mirjam').json(path, deed, { key })).text).toBe(answers[0]?.text)
    expect(await count()).toBe(before + 1)
  })

  test('with other content it is refused; without a key, too; and the key of one opens nothing for another', async () => {
    const key = randomUUID()
    await t.as('mirjam').json(path, deed, { key })

    expect((await t.as('mirjam').json(path, { ...deed, what: 'Iets anders' }, { key })).status).toBe(422)
    expect((await t.as('mirjam').json(path, deed, { headers: { 'idempotency-key': '' } })).status).toBe(400)
    expect((await t.as('youssef').json(path, deed, { key })).status).toBe(404)
  })
})

describe('a change names the version that was seen', () => {
  const path = `/cases/${caseId('debts')}/plan`
  const plan = { nextOn: '2026-03-09', urgency: 'soon', inPortfolio: false }

  test('none: 428; an old one: 412; something else: 412; the right one: done', async () => {
    expect((await t.as('youssef').json(path, plan)).status).toBe(428)
    expect((await t.as('youssef').json(path, plan, { version: 0 })).status).toBe(412)
    expect((await t.as('youssef').json(path, plan, { headers: { 'if-match': '*' } })).status).toBe(412)
    const seen = (await t.as('youssef').json(`/cases/${caseId('debts')}`)).headers.get('etag') ?? ''
    expect((await t.as('youssef').json(path, plan, { headers: { 'if-match': seen } })).status).toBe(201)
    expect((await t.as('youssef').json(path, plan, { headers: { 'if-match': seen } })).status).toBe(412)
  })

  test('two at once: one is done, one hears that it was changed', async () => {
    const version = (await t.rows<{ version: number }>('select version from cases where id = $1', [caseId('debts')]))[0]?.version
    const answers = await Promise.all([1, 2, 3, 4].map(() => t.as('youssef').json(path, plan, { version })))

    expect(answers.map(({ status }) => status).sort()).toEqual([201, 412, 412, 412])
  })
})

describe('[R15] whatever is sent, the answer is no fault', () => {
  const rubbish = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }), fc.integer(), fc.double(), fc.boolean(), fc.constant(null), fc.array(fc.anything(), { maxLength: 4 }), fc.object({ maxDepth: 3 }),
    fc.constantFrom('', ' ', '\0', '\uD800', '2026-02-30', '0000-00-00', '0000-01-01', '0001-01-01', '9999-12-31', '99999-01-01', '-infinity', 'NaN', '1e400', "'; drop table people; --", '%00', '../../etc/passwd', '{{7*7}}', 'ÿ'.repeat(4001), randomUUID(), 'team:', 'organization:x', ':'),
  )
  const seed = 20_261
  const rounds = 14

  test('by every act, in JSON: fields of every kind, and some right ones among them', async () => {
    const wrong: string[] = []
    for (const it of acts) {
      const path = await addressOf(it)
      const good = inputFor(it)
      const bodies = fc.sample(fc.record(Object.fromEntries(Object.keys(it.input.shape).map((name) => [name, fc.oneof(rubbish, fc.constant(good[name]))])), { requiredKeys: [] }), { numRuns: rounds, seed })
      for (const body of [...bodies, ...fc.sample(rubbish, { numRuns: 2, seed })]) {
        const sent = JSON.stringify(body) ?? 'undefined'
        const began = performance.now()
        const answer = await tried.request(path, { method: 'POST', body: sent, headers: { origin: t.origin, cookie: cookie(it.audience === 'residents' ? 'aaltje' : it.name.startsWith('directory') || it.name.startsWith('exchange') || it.name.startsWith('figures') ? 'petra' : 'mirjam'), 'content-type': 'application/json', 'idempotency-key': randomUUID(), 'if-match': '"1"' } })
        if (answer.status >= 500 || performance.now() - began > 5000) wrong.push(`${it.name} ${answer.status} ${sent.slice(0, 300)}`)
      }
    }
    expect({ wrong, faults: t.faults.filter((it) => !JSON.stringify(it).includes('secret from people')) }).toEqual({ wrong: [], faults: [] })
  }, 300_000)

  test('by every page and list: names and values in the address', async () => {
    const wrong: string[] = []
    const texts = fc.sample(fc.oneof(fc.string({ unit: 'binary', maxLength: 60 }), fc.constantFrom('\0', '%', '-1', '1e9', "' or 1=1 --", 'alle', '2026-13-01', '../..', '[]')), { numRuns: 10, seed })
    for (const it of entries.filter((one) => one.kind === 'view')) {
      const names = [...Object.keys(it.query.shape), 'per_page', '__proto__']
      for (const text of texts) {
        const asked = new URLSearchParams(names.map((name) => [name, text]))
        for (const path of [`${await addressOf(it)}?${asked}`, `${fill(it.path, (await placesFor(t, it))[0]?.params ?? {})}?${asked}`, `/api/v1${it.at.replace(/:[A-Za-z]+/g, () => encodeURIComponent(text) || 'x')}`]) {
          const answer = await tried.request(path, { headers: { cookie: cookie('petra') } })
          if (answer.status >= 500) wrong.push(`${it.name} ${answer.status} ${path.slice(0, 200)}`)
        }
      }
    }
    expect(wrong).toEqual([])
  }, 300_000)
})

describe('[AC-34] what is typed is text', () => {
  const payloads = ['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "' onmouseover='alert(1)", '</textarea><svg/onload=alert(1)>', 'javascript:alert(1)', '<!--', ']]>', '{{constructor.constructor("alert(1)")()}}']

  test('in every form that comes back with it, in every field', async () => {
    const wrong: string[] = []
    for (const it of acts) {
      const path = fill(it.page, (await placesFor(t, it))[0]?.params ?? {})
      for (const payload of payloads) {
        const body = new URLSearchParams(Object.keys(it.form).map((name) => [name, payload])) // without its key, so that it always comes back
        const answer = await tried.request(path, { method: 'POST', body, headers: { origin: t.origin, cookie: cookie(it.audience === 'residents' ? 'aaltje' : 'hassan') } })
        const html = await answer.text()
        if (/<script>alert|<img src=x|<svg\/onload|="[^"]*"><img|(href|src|action)="javascript:/i.test(html) || html.includes("' onmouseover='alert")) wrong.push(`${it.name} ${payload}`)
      }
    }
    expect(wrong).toEqual([])
  }, 300_000)
})

describe('pages ask nothing of others and run nothing of their own', () => {
  test('no script or style in a page, no handler in an attribute, nothing from another site', async () => {
    const wrong: string[] = []
    for (const it of entries.filter((one) => one.kind === 'view')) {
      for (const who of ['visitor', 'hassan', 'petra', 'aaltje']) {
        const html = await (await tried.request(fill(it.path, (await placesFor(t, it))[0]?.params ?? {}), { headers: who === 'visitor' ? {} : { cookie: cookie(who) } })).text()
        const scripts = [...html.matchAll(/<script\b([^>]*)>([^<]*)/g)].filter(([, attributes, inside]) => !/type="application\/(ld\+)?json"/.test(attributes ?? '') && (inside ?? '').trim() !== '')
        if (scripts.length > 0) wrong.push(`${it.name}: script in the page`)
        if (/<style\b|\sstyle="|\son[a-z]+="/.test(html)) wrong.push(`${it.name}: style or handler in the page`)
        for (const [, address] of html.matchAll(/<(?:script|img|link|iframe|source|video|audio|object|embed)\b[^>]*\s(?:src|href|data)="(https?:|\/\/)/g)) wrong.push(`${it.name}: loads from ${address}`)
      }
    }
    expect([...new Set(wrong)]).toEqual([])
  }, 120_000)
})
