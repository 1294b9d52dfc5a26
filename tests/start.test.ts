import { execFileSync } from 'node:child_process'
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { cpus, loadavg, platform, release } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { reachable } from '../platform/postgres/account.ts'
import { emptyDatabaseOn } from './support/database.ts'
import { built, freePort, serverOf, workshop } from './support/program.ts'

const shop = workshop()
const at = (name: string) => join(shop.folder, name)
const ready = at('ready')
const root = process.getuid?.() === 0
const machine = `${cpus().length} x ${cpus()[0]?.model.trim()}, ${platform()} ${release()}, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}`

const passwordIn = (dataDir: string, name: string) => Buffer.from(readFileSync(join(dataDir, 'keys', name), 'utf8'), 'base64url').toString('base64url')
const superIn = async <T>(dataDir: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client(`postgres://schakelbord_super:${passwordIn(dataDir, 'super')}@127.0.0.1:${serverOf(dataDir)?.port}/schakelbord`)
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
const start = async (environment: Record<string, string>) => shop.begin('main.js', [], { PORT: String(await freePort()), ...environment }).ended

beforeAll(async () => {
  built()
  const program = await shop.serve({ DATA_DIR: ready })
  expect((await program.stop()).code).toBe(0)
}, 120_000)
afterAll(() => shop.clean())

describe('what cannot work is said in one clear sentence, before anything is touched:', () => {
  const untouched = at('untouched')

  test('settings that make no sense, all of them at once', async () => {
    const { code, out, err } = await start({ DATA_DIR: untouched, PORT: 'drieduizend', SCHAKELBORD_MODE: 'proef', DATABASE_URL: 'mysql://x', THROTTLE: 'soms' })
    expect(code).toBe(1)
    expect(out).toBe('')
    expect(err.trim().split('\n')).toHaveLength(5)
    for (const name of ['PORT', 'SCHAKELBORD_MODE', 'DATABASE_URL', 'THROTTLE']) expect(err).toContain(`  ${name}: `)
  })

  test('a real environment without its settings', async () => {
    const { code, err } = await start({ DATA_DIR: untouched, SCHAKELBORD_MODE: 'production' })
    expect(code).toBe(1)
    expect(err).toContain('PUBLIC_URL: vul het adres in waarop mensen de site bereiken')
  })

  test('the demonstration on an address that others can reach', async () => {
    for (const HOST of ['0.0.0.0', '::', '192.0.2.7']) expect((await start({ DATA_DIR: untouched, HOST })).err).toContain('HOST: de demonstratie draait alleen op dit apparaat zelf')
  })

  test('a port that another program has', async () => {
    const other = createServer()
    const port = await new Promise<number>((known) => other.listen(0, '127.0.0.1', () => known((other.address() as { port: number }).port)))
    const { code, err } = await start({ DATA_DIR: untouched, PORT: String(port) })
    other.close()
    expect(code).toBe(1)
    expect(err).toBe(`Poort ${port} is al in gebruik. Stop het andere programma, of kies een andere poort: PORT=3001 npm start\n`)
  })

  test('a database server that does not answer', async () => {
    const nowhere = `postgres://a:b@127.0.0.1:${await freePort()}/c`
    const { code, err } = await start({ DATA_DIR: at('for-server'), DATABASE_URL: nowhere, APP_DATABASE_URL: nowhere.replace('a:', 'd:'), SEALER_DATABASE_URL: nowhere })
    expect(code).toBe(1)
    expect(err).toContain('De database van DATABASE_URL is niet bereikbaar')
  })

  afterAll(() => expect(existsSync(untouched)).toBe(false))
})

describe('a folder that is not for this program stays as it is:', () => {
  const refused = async (name: string, files: Record<string, string>) => {
    mkdirSync(at(name))
    for (const [file, text] of Object.entries(files)) writeFileSync(at(`${name}/${file}`), text)
    const { code, out, err } = await start({ DATA_DIR: at(name) })
    expect(code).toBe(1)
    expect(out).toBe('')
    expect(Object.fromEntries(readdirSync(at(name)).map((file) => [file, readFileSync(at(`${name}/${file}`), 'utf8')]))).toEqual(files)
    return err
  }

  test('one with files of somebody else', async () => {
    expect(await refused('foreign', { 'foto.jpg': 'x' })).toMatch(/is niet leeg en niet van Schakelbord\. Kies met DATA_DIR een andere map\.\n$/)
    expect(await refused('other-product', { 'schakelbord.json': '{"product":"anders","format":1}' })).toContain('is niet van Schakelbord')
    expect(await refused('no-json', { 'schakelbord.json': 'hallo' })).toContain('is niet van Schakelbord')
  })

  test('one of a newer program', async () => {
    expect(await refused('newer', { 'schakelbord.json': '{"product":"schakelbord","format":99}' })).toContain('zijn van een nieuwere Schakelbord. Werk eerst het programma bij.')
  })

  test('a file instead of a folder, and a folder in which nobody may write', async () => {
    writeFileSync(at('file'), '')
    expect((await start({ DATA_DIR: at('file') })).err).toContain('kan niet worden geschreven')
    expect((await start({ DATA_DIR: '/proc/schakelbord' })).err).toContain('kan niet worden geschreven')
  })
})

test('a database with a step that this program does not know is not opened, and the program stops its server', async () => {
  const program = await shop.serve({ DATA_DIR: ready })
  await superIn(ready, (client) => client.query("insert into schakelbord_migrations (name, hash) values ('9999_future.sql', 'x')"))
  await program.stop()

  const newer = await start({ DATA_DIR: ready })
  expect(newer).toMatchObject({ code: 1, out: '' })
  expect(newer.err).toBe('De gegevens zijn van een nieuwere Schakelbord. Werk eerst het programma bij.\n')
  expect(serverOf(ready)).toBeUndefined()
  const asked = await shop.cli(['doctor'], { DATA_DIR: ready })
  expect(asked).toMatchObject({ code: 1 })
  expect(asked.out).toContain('FOUT  de database is van een nieuwere Schakelbord')

  const { startCluster } = await import('../platform/postgres/index.ts')
  const cluster = await startCluster({ dataDir: ready })
  await superIn(ready, (client) => client.query("delete from schakelbord_migrations where name = '9999_future.sql'"))
  await cluster.stop()
}, 60_000)

test('two programs on one folder: the second says so and the first goes on, also when both begin at once', async () => {
  const first = await shop.serve({ DATA_DIR: ready })
  const second = await start({ DATA_DIR: ready })
  expect(second).toMatchObject({ code: 1, out: '' })
  expect(second.err).toContain('Schakelbord draait al op deze gegevens.')
  expect((await first.get('/readyz')).status).toBe(200)
  await first.stop()

  const together = await Promise.allSettled([shop.serve({ DATA_DIR: ready }), shop.serve({ DATA_DIR: ready })])
  const [winner, ...more] = together.filter((one) => one.status === 'fulfilled').map((one) => one.value)
  expect(more).toEqual([])
  expect(await (await winner!.get('/readyz')).text()).toBe('ok\n')
  expect((await winner!.stop()).code).toBe(0)
}, 60_000)

test('a command on the data of a running program leaves its database running; without a program it stops it again', async () => {
  const program = await shop.serve({ DATA_DIR: ready })
  expect(await shop.cli(['doctor'], { DATA_DIR: ready, PORT: String(program.port) })).toMatchObject({ code: 0 })
  expect((await program.get('/readyz')).status).toBe(200)
  await program.stop()

  expect(await shop.cli(['migrate'], { DATA_DIR: ready })).toMatchObject({ code: 0, out: 'De database was al bij.\n' })
  expect(serverOf(ready)).toBeUndefined()
}, 60_000)

test('a second start takes less than two seconds, its first page comes within two seconds, and the program stays under 250 MB', async () => {
  const times: number[] = []
  for (let round = 0; round < 3; round++) {
    const began = performance.now()
    const program = await shop.serve({ DATA_DIR: ready })
    const page = await program.get('/')
    expect(page.status).toBeLessThan(400)
    await page.text()
    times.push(performance.now() - began)
    if (round === 2) {
      for (let look = 0; look < 200; look++) await (await program.get(['/', '/zorgen', '/inloggen', '/wijken'][look % 4] ?? '/')).text()
      const memory = existsSync(`/proc/${program.child.pid}/status`) ? Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${program.child.pid}/status`, 'utf8'))?.[1]) / 1024 : 0
      process.stdout.write(`start to ready ${Math.round(program.milliseconds)} ms; start to first page ${times.map(Math.round).join(', ')} ms; resident memory of Node ${Math.round(memory)} MB (${machine}, load ${loadavg()[0]?.toFixed(1)})\n`)
      expect(memory).toBeLessThan(250)
    }
    await program.stop()
  }
  const noisy = (loadavg()[0] ?? 0) > cpus().length // then wall time says more about the others than about us
  expect(Math.min(...times)).toBeLessThan(noisy ? 15_000 : 2000)
}, 60_000)

describe('whatever ends it, the next start works:', () => {
  test('asked to stop, also twice: what was under way is finished, and the database stops too', async () => {
    const program = await shop.serve({ DATA_DIR: ready })
    const pages = Promise.allSettled(Array.from({ length: 8 }, () => program.get('/zorgen').then((answer) => answer.text())))
    await program.get('/livez')
    program.child.kill('SIGTERM')
    program.child.kill('SIGTERM')
    program.child.kill('SIGINT')

    const ended = await program.ended
    expect(ended).toMatchObject({ code: 0, signal: null, err: '' })
    for (const page of await pages) expect(page.status === 'fulfilled' && page.value.endsWith('</html>')).toBe(true)
    expect(serverOf(ready)).toBeUndefined()
  })

  test('the program was killed: the database that stayed behind is adopted', async () => {
    const program = await shop.serve({ DATA_DIR: ready })
    const left = serverOf(ready)
    await program.stop('SIGKILL')
    expect(serverOf(ready)).toEqual(left)

    const again = await shop.serve({ DATA_DIR: ready })
    expect(serverOf(ready)?.pid).toBe(left?.pid)
    expect((await again.get('/readyz')).status).toBe(200)
    expect((await again.stop()).code).toBe(0)
    expect(serverOf(ready)).toBeUndefined()
  }, 60_000)

  test('everything was killed at once, and its lock file lingers', async () => {
    const program = await shop.serve({ DATA_DIR: ready })
    process.kill(serverOf(ready)!.pid, 'SIGKILL')
    await program.stop('SIGKILL')

    const again = await shop.serve({ DATA_DIR: ready })
    expect((await again.get('/readyz')).status).toBe(200)
    expect((await again.stop()).code).toBe(0)
  }, 60_000)

  test('only the database was killed: the running program starts it again by itself', async () => {
    const program = await shop.serve({ DATA_DIR: ready })
    const first = serverOf(ready)!
    process.kill(first.pid, 'SIGKILL')

    const patience = Date.now() + 40_000
    let status = 0
    while (Date.now() < patience) {
      status = (await program.get('/readyz')).status
      if (status === 200 && serverOf(ready)?.pid !== first.pid) break
      await wait(200)
    }
    expect(status).toBe(200)
    expect((await program.get('/zorgen')).status).toBe(200)
    expect((await start({ DATA_DIR: ready })).err).toContain('draait al op deze gegevens')
    expect((await program.stop()).code).toBe(0)
    expect(serverOf(ready)).toBeUndefined()
  }, 90_000)

  test('it was killed during its very first start', async () => {
    for (const patience of [300, 1200]) {
      const dataDir = at(`first-${patience}`)
      const run = shop.begin('main.js', [], { DATA_DIR: dataDir, PORT: String(await freePort()) })
      await wait(patience)
      run.child.kill('SIGKILL')
      await run.ended
      const again = await shop.serve({ DATA_DIR: dataDir })
      expect((await again.get('/readyz')).status, `killed after ${patience} ms`).toBe(200)
      expect((await again.stop()).code).toBe(0)
      rmSync(dataDir, { recursive: true })
    }
  }, 120_000)
})

test.skipIf(!root)('root runs the database under another account, and a folder that only root can reach works too, also when it is made anew', async () => {
  const closed = at('closed')
  mkdirSync(closed, { mode: 0o700 })
  for (let round = 0; round < 2; round++) {
    const program = await shop.serve({ DATA_DIR: join(closed, 'data') })
    expect((await program.get('/readyz')).status).toBe(200)
    await program.stop()
    const cluster = join('/var/lib/schakelbord', Buffer.from(readFileSync(join(closed, 'data/keys/cluster'), 'utf8'), 'base64url').toString('hex'))
    expect(statSync(cluster).uid).not.toBe(0)
    for (const path of [cluster, `${cluster}.log`, join(closed, 'data')]) rmSync(path, { recursive: true })
  }
}, 60_000)

const nobody = { uid: 65_534, gid: 65_534 }
const open = reachable(fileURLToPath(new URL('../dist/main.js', import.meta.url))) && reachable(process.execPath) && reachable(fileURLToPath(new URL('../node_modules/pg/package.json', import.meta.url)))
test.skipIf(!root || !open)('an ordinary user runs everything as themself', async () => {
  const dataDir = at('ordinary')
  mkdirSync(dataDir)
  chownSync(dataDir, nobody.uid, nobody.gid)
  const program = await shop.serve({ DATA_DIR: dataDir }, nobody)
  expect((await program.get('/readyz')).status).toBe(200)
  expect(statSync(join(dataDir, 'postgres/PG_VERSION')).uid).toBe(nobody.uid)
  expect((await program.stop()).code).toBe(0)
}, 60_000)

test('an empty database of one\'s own serves the demonstration; as a real environment it says that the municipality is missing', async () => {
  const database = await emptyDatabaseOn(inject('superUrl'))
  const environment = { DATA_DIR: at('server'), DATABASE_URL: database.ownerUrl, APP_DATABASE_URL: database.appUrl, SEALER_DATABASE_URL: database.sealerUrl }
  const real = await start({ ...environment, SCHAKELBORD_MODE: 'production', PUBLIC_URL: 'https://schakelbord.example.nl' })
  expect(real).toMatchObject({ code: 1 })
  expect(real.err).toContain('De gemeente "amersfoort" staat niet in deze gegevens.')

  const program = await shop.serve(environment)
  expect((await program.get('/zorgen')).status).toBe(200)
  expect(existsSync(at('server/postgres'))).toBe(false)
  expect((await program.stop()).code).toBe(0)
  await database.drop()
}, 60_000)

/** A small disk in memory. Gives undefined where that is not allowed. */
function disk(path: string, megabytes: number): (() => void) | undefined {
  mkdirSync(path)
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=755`, 'tmpfs', path], { stdio: 'ignore' })
  } catch {
    return undefined
  }
  return () => execFileSync('umount', [path], { stdio: 'ignore' })
}

test('a disk without room: nothing is begun on it', async (context) => {
  const away = disk(at('small'), 64)
  if (!away) return context.skip('a small disk can be mounted by root only')
  const { code, err } = await start({ DATA_DIR: at('small/data') })
  const left = existsSync(at('small/data')) ? readdirSync(at('small/data')) : []
  away()
  expect(code).toBe(1)
  expect(err).toMatch(/is bijna vol\. Maak minstens 200 MB vrij\.\n$/)
  expect(left).toEqual([])
}, 60_000)

test('a disk that fills up while people work: every answer is honest, and with room again all that was confirmed is there', async (context) => {
  const away = disk(at('filling'), 400)
  if (!away) return context.skip('a small disk can be mounted by root only')
  try {
    const dataDir = at('filling/data')
    const program = await shop.serve({ DATA_DIR: dataDir, THROTTLE: 'nee' })
    const report = () =>
      fetch(`${program.origin}/api/v1/worries`, {
        method: 'POST',
        headers: { origin: program.origin, 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() },
        body: JSON.stringify({ area: 'schuilenburg', relation: 'neighbour', seen: Array.from({ length: 40 }, () => crypto.randomUUID()).join(' '), urgency: 'normal', knows: 'no', wantsFeedback: true }),
      }).then((answer) => answer.status)
    const count = () => superIn(dataDir, async (client) => Number((await client.query('select count(*) as n from signals')).rows[0].n))
    const before = await count()
    expect(await report()).toBe(201)
    let room = 400
    while (room >= 1) {
      try {
        writeFileSync(at(`filling/ballast-${room}-${readdirSync(at('filling')).length}`), Buffer.alloc(room * 1024 * 1024))
      } catch {
        room = Math.floor(room / 2)
      }
    }
    expect((await program.get('/readyz')).status).toBe(503)
    const answers: number[] = []
    for (let times = 0; times < 150 && answers.filter((status) => status !== 201).length < 5; times++) answers.push(await report())
    expect(answers.filter((status) => ![201, 503].includes(status))).toEqual([])

    for (const name of readdirSync(at('filling'))) if (name.startsWith('ballast')) rmSync(at(`filling/${name}`))
    const patience = Date.now() + 30_000
    while ((await program.get('/readyz')).status !== 200 && Date.now() < patience) await wait(300)
    expect(await report()).toBe(201)
    expect(await count()).toBe(before + 2 + answers.filter((status) => status === 201).length)
    expect((await program.stop()).code).toBe(0)
  } finally {
    for (let times = 0; times < 20; times++) {
      try {
        away()
        break
      } catch {
        await wait(250) // the database lets go of its files
      }
    }
  }
}, 120_000)

