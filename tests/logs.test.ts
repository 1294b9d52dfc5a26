import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoAccounts } from '../db/seeds/demo/accounts.ts'
import { built, serverOf, workshop } from './support/program.ts'

const shop = workshop()
const dataDir = join(shop.folder, 'data')
beforeAll(() => built())
afterAll(() => shop.clean())

const typed = { seen: 'Buurvrouw Zonnestraal zit al weken binnen', name: 'Quirijn Zonnestraal', phone: '0612345987', email: 'quirijn@zonnestraal.example.nl' }

/** Words that only personal data has: names, addresses, numbers, secrets and whatever somebody typed. */
async function personal(): Promise<string[]> {
  const password = Buffer.from(readFileSync(join(dataDir, 'keys/super'), 'utf8'), 'base64url').toString('base64url')
  const client = new pg.Client(`postgres://schakelbord_super:${password}@127.0.0.1:${serverOf(dataDir)?.port}/schakelbord`)
  await client.connect()
  const { rows } = await client.query<{ word: string }>(
    `select name as word from people union select number from cases union select number from signals union select email from people_contacts where email is not null
     union select phone from people_contacts where phone is not null union select id::text from people union select id::text from cases union select left(seen, 40) from signal_contents`,
  )
  await client.end()
  return [...rows.map(({ word }) => word), ...demoAccounts.flatMap(({ name, email, token, password: secret }) => [name, name.split(' ').at(-1) ?? name, email, token, secret]), ...Object.values(typed), 'Zonnestraal'].filter((word) => word.length > 4)
}

test('a log that tells everything about requests and faults holds no name, number, address, secret or text of anybody', async () => {
  const program = await shop.serve({ DATA_DIR: dataDir, LOG_LEVEL: 'debug', THROTTLE: 'nee' })
  const json = { 'content-type': 'application/json', origin: program.origin }
  const send = (path: string, body: unknown, more: Record<string, string> = {}) => fetch(`${program.origin}${path}`, { method: 'POST', headers: { ...json, 'idempotency-key': crypto.randomUUID(), ...more }, body: JSON.stringify(body) })
  const document = (await (await fetch(`${program.origin}/api/v1/openapi.json`)).json()) as { paths: Record<string, Record<string, unknown>> }
  const lists = Object.entries(document.paths).filter(([path, methods]) => 'get' in methods && !path.includes('{')).map(([path]) => path)
  let answered = 0
  for (const { token } of demoAccounts.slice(0, 6).concat(demoAccounts.slice(-3))) {
    for (const path of lists) {
      const answer = await fetch(`${program.origin}/api/v1${path.replace(/^\/api\/v1/, '')}`, { headers: { authorization: `Bearer ${token}` } })
      if (answer.status === 200) answered++
      const ids = new Set([...(await answer.text()).matchAll(/"id":"([0-9a-f-]{36})"/g)].slice(0, 3).map(([, id]) => id))
      for (const id of ids) await (await fetch(`${program.origin}/api/v1${path.replace(/^\/api\/v1/, '')}/${id}`, { headers: { authorization: `Bearer ${token}` } })).text()
    }
  }
  const worry = { area: 'schuilenburg', relation: 'neighbour', urgency: 'normal', knows: 'no', wantsFeedback: true, ...typed }
  expect((await send('/api/v1/worries', worry)).status).toBe(201)
  expect((await send('/api/v1/worries', { ...worry, urgency: typed.name })).status).toBe(400)
  // texts that the database does not take
  expect((await send('/api/v1/worries', { ...worry, seen: `${typed.seen}\0` })).status).toBe(400)
  expect((await send('/api/v1/worries', { ...worry, seen: `${typed.seen}\ud800` })).status).toBe(400)
  await fetch(`${program.origin}/zoeken?q=${encodeURIComponent(typed.name)}`)
  await fetch(`${program.origin}/${encodeURIComponent(typed.email)}`)
  await fetch(`${program.origin}/inloggen`, { method: 'POST', headers: { origin: program.origin }, body: new URLSearchParams({ email: demoAccounts[0]!.email, password: typed.name }) })
  const words = await personal()

  const database = serverOf(dataDir)
  if (database) process.kill(database.pid, 'SIGKILL') // faults too
  await Promise.allSettled(Array.from({ length: 5 }, () => send('/api/v1/worries', worry)))
  const { out, err } = await program.stop()

  expect(answered).toBeGreaterThan(20)
  const lines = err.trim().split('\n')
  expect(lines.length).toBeGreaterThan(answered)
  for (const line of lines) expect(() => JSON.parse(line)).not.toThrow()
  const logs = `${out}${err}${readFileSync(join(dataDir, 'postgres.log'), 'utf8')}`.toLowerCase()
  expect(words.length).toBeGreaterThan(60)
  expect([...new Set(words)].filter((word) => logs.includes(word.toLowerCase()))).toEqual([])
}, 90_000)
