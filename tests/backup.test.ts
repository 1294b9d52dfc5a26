import { createHash } from 'node:crypto'
import { appendFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { demoAccounts } from '../db/seeds/demo/accounts.ts'
import { connected, emptyDatabaseOn } from './support/database.ts'
import { built, serverOf, workshop } from './support/program.ts'

const shop = workshop()
const at = (name: string) => join(shop.folder, name)
const [dataDir, backup] = [at('data'), at('backup')]

const passwordIn = (folder: string, role: string) => Buffer.from(readFileSync(join(folder, 'keys', role), 'utf8'), 'base64url').toString('base64url')
const ownerOf = (folder: string) => `postgres://schakelbord_owner:${passwordIn(folder, 'schakelbord_owner')}@127.0.0.1:${serverOf(folder)?.port}/schakelbord`
const hassan = demoAccounts.find(({ key }) => key === 'hassan')
const asHassan = (origin: string, path: string) => fetch(`${origin}/api/v1${path}`, { headers: { authorization: `Bearer ${hassan?.token}` } })

/** Every row of every table as text, in no order that matters. */
async function everything(url: string): Promise<Map<string, string[]>> {
  return connected(url, async (client) => {
    const { rows } = await client.query<{ name: string }>("select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname !~ '^pg_' and schemaname <> 'information_schema' and tablename <> 'schakelbord_migrations' order by 1")
    const found = new Map<string, string[]>()
    for (const { name } of rows) found.set(name, (await client.query<{ row: string }>(`select t::text as row from ${name} t`)).rows.map(({ row }) => row).sort())
    return found
  })
}

beforeAll(async () => {
  built()
  const program = await shop.serve({ DATA_DIR: dataDir })
  for (let look = 0; look < 5; look++) expect((await asHassan(program.origin, '/cases')).status).toBe(200)
  // The first round of every hour asks owners and sends what waits: after it the program writes nothing of itself today.
  await connected(ownerOf(dataDir), async (client) => {
    const settled = async () => (await client.query<{ settled: boolean }>('select exists (select from confirmation_requests) and not exists (select from outgoing_mails where sent_at is null) as settled')).rows[0]?.settled
    while (!(await settled())) await wait(50)
  })
  await program.stop()
}, 120_000)
afterAll(() => shop.clean())

// What a program writes by itself while it runs; the generations only count that something of the directory was written.
const changing = ['auth.sessions', 'directory.generations', 'audit.events', 'audit.seals', 'audit.sealed_rows', 'audit.verifications']

test('a backup is made while the program works, and what comes out of it is the same to the last row', async () => {
  const program = await shop.serve({ DATA_DIR: dataDir })
  let looking = true
  const busy = (async () => {
    let looks = 0
    while (looking) {
      expect((await asHassan(program.origin, '/cases')).status).toBe(200)
      looks++
    }
    return looks
  })()

  const made = await shop.cli(['backup', backup], { DATA_DIR: dataDir })
  looking = false

  expect(made).toMatchObject({ code: 0, err: '' })
  expect(made.out).toMatch(/De back-up staat in .*\d+ tabellen met \d+ regels en \d+ bestanden/)
  expect(await busy).toBeGreaterThan(0)
  expect(statSync(backup).mode & 0o077).toBe(0)
  expect(readdirSync(join(backup, 'files/keys')).sort()).toEqual(['audit-ed25519.pem', 'audit-ed25519.pub.pem', 'seal'])
  expect(existsSync(join(backup, 'files/anchors/audit.jsonl'))).toBe(true)
  const before = await everything(ownerOf(dataDir))
  await program.stop()

  const restored = await shop.cli(['restore', backup], { DATA_DIR: at('restored') })

  expect(restored).toMatchObject({ code: 0, err: '' })
  expect(restored.out).toContain('BEWIJS VAN TERUGZETTEN')
  expect(restored.out).toMatch(/tabellen +\d+, samen \d+ regels; teruggelezen en gelijk aan de back-up/)
  expect(restored.out).toContain('Het logboek is ongeschonden')
  const again = await shop.serve({ DATA_DIR: at('restored') })
  const after = await everything(ownerOf(at('restored')))
  expect([...after.keys()]).toEqual([...before.keys()])
  for (const [table, rows] of before) if (!changing.includes(table)) expect(after.get(table), table).toEqual(rows)
  const events = new Set(before.get('audit.events'))
  expect(after.get('audit.events')?.length).toBeGreaterThanOrEqual(5)
  expect(after.get('audit.events')?.every((row) => events.has(row))).toBe(true)
  expect(await (await asHassan(again.origin, '/cases')).text()).toMatch(/"number"/)
  await again.stop()

  const held = await shop.cli(['audit', 'verify'], { DATA_DIR: at('restored') })
  expect(held).toMatchObject({ code: 0 })
  expect(held.out).toMatch(/ongeschonden: [1-9]\d* regels/)
}, 120_000)

test('the foreign keys, triggers and rules are all there again after a restore', async () => {
  const [one, other] = [await shop.serve({ DATA_DIR: dataDir }), await shop.serve({ DATA_DIR: at('restored') })]
  const shapeOf = (folder: string) =>
    connected(ownerOf(folder), async (client) => ({
      keys: (await client.query("select conrelid::regclass::text as t, conname, convalidated, pg_get_constraintdef(oid) as d from pg_constraint where contype in ('f', 'p', 'u', 'c') order by 1, 2, 4")).rows,
      triggers: (await client.query("select tgrelid::regclass::text as t, tgname, tgenabled from pg_trigger where not tgisinternal order by 1, 2")).rows,
      policies: (await client.query('select schemaname, tablename, policyname, qual, with_check from pg_policies order by 1, 2, 3')).rows,
    }))

  expect(await shapeOf(at('restored'))).toEqual(await shapeOf(dataDir))

  await one.stop()
  await other.stop()
}, 60_000)

describe('a restore refuses, says why, and leaves nothing behind:', () => {
  const copyOf = (name: string) => {
    cpSync(backup, at(name), { recursive: true })
    return at(name)
  }
  const refused = async (folder: string, target = at('refused')) => {
    const run = await shop.cli(['restore', folder], { DATA_DIR: target })
    expect(run.code).toBe(1)
    expect(run.out).toBe('')
    return run.err.trim()
  }

  test('a backup in which one byte of a table changed', async () => {
    const folder = copyOf('flipped')
    const file = join(folder, 'tables/public.cases.copy.gz')
    const bytes = readFileSync(file)
    bytes[bytes.length >> 1]! ^= 1
    writeFileSync(file, bytes)
    expect(await refused(folder)).toMatch(/is beschadigd: tables\/public\.cases\.copy\.gz is veranderd\. Er is niets teruggezet\.$/)
  })

  test('one of which a file is gone, shorter or longer', async () => {
    const folder = copyOf('cut')
    rmSync(join(folder, 'files/keys/seal'))
    expect(await refused(folder)).toContain('files/keys/seal ontbreekt')
    const other = copyOf('longer')
    appendFileSync(join(other, 'tables/public.people.copy.gz'), 'x')
    expect(await refused(other)).toContain('tables/public.people.copy.gz is veranderd')
  })

  test('one whose list of contents was changed or broken off', async () => {
    const folder = copyOf('list')
    writeFileSync(join(folder, 'manifest.json'), readFileSync(join(folder, 'manifest.json'), 'utf8').replace('"rows": ', '"rows": 1'))
    expect(await refused(folder)).toContain('de inhoudsopgave klopt niet')
    const half = copyOf('half')
    rmSync(join(half, 'manifest.sha256'))
    expect(await refused(half)).toContain('de inhoudsopgave klopt niet')
  })

  test('one that was never finished', async () => {
    const folder = copyOf('unfinished')
    rmSync(join(folder, 'manifest.json'))
    expect(await refused(folder)).toMatch(/is geen back-up, of een back-up die niet is afgemaakt\.$/)
    expect(await refused(at('nowhere'))).toMatch(/is er niet\.$/)
  })

  test('one of a newer program', async () => {
    const folder = copyOf('newer')
    const list = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))
    list.migrations.push({ name: '9999_future.sql', hash: '0'.repeat(64) })
    const text = JSON.stringify(list)
    writeFileSync(join(folder, 'manifest.json'), text)
    writeFileSync(join(folder, 'manifest.sha256'), createHash('sha256').update(text).digest('hex'))
    expect(await refused(folder)).toContain('van een nieuwere Schakelbord')
  })

  test('a folder that is not empty', async () => {
    mkdirSync(at('full'))
    writeFileSync(at('full/note'), 'mine')
    expect(await refused(backup, at('full'))).toContain('niet leeg')
    expect(readdirSync(at('full'))).toEqual(['note'])
  })

  afterAll(() => expect(existsSync(at('refused'))).toBe(false))
})

test('a restore that was killed halfway is not taken for an installation', async () => {
  const target = at('killed')
  const run = shop.begin('cli.js', ['restore', backup], { DATA_DIR: target })
  while (!existsSync(join(target, 'keys/seal')) && run.child.exitCode === null) await new Promise((next) => setTimeout(next, 5))
  run.child.kill('SIGKILL')
  expect((await run.ended).signal).toBe('SIGKILL')

  const start = await shop.begin('main.js', [], { DATA_DIR: target, PORT: '39871' }).ended

  expect(start.code).toBe(1)
  expect(start.err).toMatch(/niet helemaal teruggezet\. Maak de map leeg en zet de back-up opnieuw terug\.\n$/)
}, 60_000)

test('a backup that was killed halfway has no list of contents, and the next one does not mix with it', async () => {
  const folder = at('interrupted')
  const run = shop.begin('cli.js', ['backup', folder], { DATA_DIR: dataDir })
  while (!existsSync(join(folder, 'tables')) && run.child.exitCode === null) await new Promise((next) => setTimeout(next, 2))
  run.child.kill('SIGKILL')
  await run.ended

  expect(existsSync(join(folder, 'manifest.json'))).toBe(false)
  expect((await shop.cli(['restore', folder], { DATA_DIR: at('from-half') })).err).toContain('niet is afgemaakt')
  const next = await shop.cli(['backup', folder], { DATA_DIR: dataDir })
  expect(next).toMatchObject({ code: 1 })
  expect(next.err).toContain('is niet leeg')
}, 60_000)

test('a backup outside a data folder is not possible, nor one inside it, nor without data', async () => {
  expect((await shop.cli(['backup', join(dataDir, 'inside')], { DATA_DIR: dataDir })).err).toContain('buiten de gegevens zelf')
  expect((await shop.cli(['backup', at('empty')], { DATA_DIR: at('no-data') })).err).toContain('staan geen gegevens van Schakelbord')
  expect(existsSync(at('no-data'))).toBe(false)
  expect(await shop.cli(['backup'], { DATA_DIR: dataDir })).toMatchObject({ code: 2 })
})

test('a log that somebody changed before the backup comes back, and the restore says so', async () => {
  const program = await shop.serve({ DATA_DIR: dataDir })
  const superUrl = `postgres://schakelbord_super:${passwordIn(dataDir, 'super')}@127.0.0.1:${serverOf(dataDir)?.port}/schakelbord`
  const client = new pg.Client(superUrl)
  await client.connect()
  await client.query("set session_replication_role = 'replica'")
  await client.query("update audit.events set user_id = gen_random_uuid() where (xid, id) = (select event_xid, event_id from audit.sealed_rows order by seq limit 1)")
  await client.end()

  const found = await shop.cli(['audit', 'verify'], { DATA_DIR: dataDir })
  const narrowed = await shop.cli(['audit', 'verify', '--org', 'swa'], { DATA_DIR: dataDir })
  const unknown = await shop.cli(['audit', 'verify', '--org', 'nergens'], { DATA_DIR: dataDir })
  const wrong = await shop.cli(['audit', 'verify', '--from', '2026-02-30'], { DATA_DIR: dataDir })
  await shop.cli(['backup', at('tampered')], { DATA_DIR: dataDir })
  await program.stop()
  const restored = await shop.cli(['restore', at('tampered')], { DATA_DIR: at('restored-tampered') })

  expect(found.code).toBe(1)
  expect(found.out).toMatch(/Er is met het logboek geknoeid.*\n {2}Eerste plek: een regel is veranderd \(edited\): keten van .*regel 1, gebeurtenis \d+/)
  expect(narrowed.code).toBe(1)
  expect(unknown).toMatchObject({ code: 2 })
  expect(wrong).toMatchObject({ code: 2 })
  expect(restored.code).toBe(1)
  expect(restored.out).toContain('Er is met het logboek geknoeid')
}, 120_000)

test("a backup of the program's own database goes into a server of DATABASE_URL, once", async () => {
  const database = await emptyDatabaseOn(inject('superUrl'))
  const environment = { DATA_DIR: at('elsewhere'), DATABASE_URL: database.ownerUrl, APP_DATABASE_URL: database.appUrl, SEALER_DATABASE_URL: database.sealerUrl }

  const restored = await shop.cli(['restore', backup], environment)
  expect(restored).toMatchObject({ code: 0, err: '' })
  expect(restored.out).toContain('Het logboek is ongeschonden')
  const twice = await shop.cli(['restore', backup], { ...environment, DATA_DIR: at('elsewhere-again') })
  expect(twice.err).toContain('De database is niet leeg')
  expect(existsSync(at('elsewhere-again')) ? readdirSync(at('elsewhere-again')) : []).toEqual([])

  const copy = await shop.cli(['backup', at('backup-of-server')], environment)
  expect(copy).toMatchObject({ code: 0, err: '' })
  const [first, second] = [backup, at('backup-of-server')].map((folder) => JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')).tables as { name: string; schema: string; content: string }[])
  const steady = (tables: { name: string; schema: string; content: string }[] | undefined) => tables?.filter(({ schema, name }) => !changing.includes(`${schema}.${name}`)).map(({ schema, name, content }) => ({ schema, name, content }))
  expect(steady(second)).toEqual(steady(first))
  await database.drop()
}, 120_000)
