import { execFileSync, spawn, spawnSync } from 'node:child_process'
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { StartError } from '../start-error.ts'
import { type Account, giveTo } from './account.ts'

/** Where one cluster lives, with what it runs and under which account. */
export type Place = { programs: string; folder: string; logFile: string; password: string; account: Account | undefined; /** `fsync` off is for throw-away test servers only */ durable: boolean }

export const superuser = 'schakelbord_super'

const program = (place: Place, name: string): string => join(place.programs, process.platform === 'win32' ? `${name}.exe` : name)
const asAccount = ({ account }: Place) => (account ? { uid: account.uid, gid: account.gid } : {})
const quiet = { LC_ALL: 'C', PATH: process.env.PATH ?? '' }

/** Makes a new cluster in a temporary folder and gives it its name when it is whole: there is never half a cluster. */
export function makeCluster(place: Place): void {
  const half = `${place.folder}.new`
  rmSync(half, { recursive: true, force: true })
  mkdirSync(half, { recursive: true, mode: 0o700 })
  giveTo(place.account, half)
  const passwordFile = join(half, '..', `.password-${process.pid}`)
  writeFileSync(passwordFile, place.password, { mode: 0o600 })
  giveTo(place.account, passwordFile)
  const { status, stderr } = spawnSync(
    program(place, 'initdb'),
    ['-D', half, '-U', superuser, `--pwfile=${passwordFile}`, '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C', '--data-checksums', ...(place.durable ? [] : ['--no-sync'])],
    { ...asAccount(place), env: quiet, encoding: 'utf8', cwd: '/' },
  )
  rmSync(passwordFile, { force: true })
  if (status !== 0) {
    rmSync(half, { recursive: true, force: true })
    throw new StartError(/No space left/i.test(stderr) ? 'De schijf is vol. De database kon niet worden gemaakt.' : `De database kon niet worden gemaakt: ${stderr.trim().split('\n').at(-1)}`)
  }
  renameSync(half, place.folder)
}

const freePort = (): Promise<number> =>
  new Promise((found, failed) => {
    const server = createServer()
    server.once('error', failed)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => (address && typeof address === 'object' ? found(address.port) : failed(new Error('no port'))))
    })
  })

const alive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

const commandOf = (pid: number): string => {
  try {
    if (existsSync(`/proc/${pid}/cmdline`)) return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
  } catch {
    return ''
  }
}

/** A running server of this very folder: its own file names it, and its command line proves it. Any other process is never touched. */
export function runningServer(place: Pick<Place, 'folder'>): { pid: number; port: number } | undefined {
  const file = join(place.folder, 'postmaster.pid')
  if (!existsSync(file)) return undefined
  const [pid, folder, , port] = readFileSync(file, 'utf8').split('\n')
  if (!pid || !port || resolve(folder ?? '') !== resolve(place.folder) || !alive(Number(pid))) return undefined
  const command = commandOf(Number(pid))
  return /postgres/.test(command) && command.includes(place.folder) ? { pid: Number(pid), port: Number(port) } : undefined
}

async function answers(place: Place, port: number): Promise<boolean> {
  const client = new pg.Client({ host: '127.0.0.1', port, user: superuser, password: place.password, database: 'postgres', connectionTimeoutMillis: 2000 })
  client.on('error', () => {})
  try {
    await client.connect()
    await client.query('select 1')
    return true
  } catch {
    return false
  } finally {
    await client.end().catch(() => {})
  }
}

const options = (place: Place, port: number): string[] => {
  const set: Record<string, string | number> = {
    listen_addresses: '127.0.0.1', port, unix_socket_directories: '', max_connections: 60, shared_buffers: '64MB', max_wal_size: '512MB',
    // The message of an error may hold what somebody typed: errors are for the program, which keeps their code only.
    log_statement: 'none', log_min_messages: 'log', log_error_verbosity: 'terse', log_min_error_statement: 'panic', log_parameter_max_length_on_error: 0,
    password_encryption: 'scram-sha-256', statement_timeout: '30s', idle_in_transaction_session_timeout: '30s', wal_level: 'replica', jit: 'off',
    timezone: 'UTC', fsync: place.durable ? 'on' : 'off', full_page_writes: place.durable ? 'on' : 'off', synchronous_commit: place.durable ? 'on' : 'off',
  }
  return Object.entries(set).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

const lastWords = (place: Place): string => (existsSync(place.logFile) ? readFileSync(place.logFile, 'utf8').trim().split('\n').slice(-3).join(' ') : '')

async function launch(place: Place, wanted: number | undefined): Promise<{ pid: number; port: number } | { said: string }> {
  const port = wanted ?? (await freePort())
  const log = openSync(place.logFile, 'a', 0o600)
  const child = spawn(program(place, 'postgres'), ['-D', place.folder, ...options(place, port)], { ...asAccount(place), env: quiet, cwd: '/', detached: true, stdio: ['ignore', log, log] })
  closeSync(log)
  let ended = false
  child.once('exit', () => {
    ended = true
  })
  child.once('error', () => {
    ended = true
  })
  child.unref()
  const patience = Date.now() + 30_000
  while (!ended && Date.now() < patience) {
    if (await answers(place, port)) return { pid: Number(child.pid), port }
    await wait(25)
  }
  return { said: lastWords(place) }
}

/**
 * Starts the server of this folder, or adopts the one that a killed program left running.
 *
 * @param port  where it must listen; any free one when left out
 * @throws StartError when it does not answer within half a minute
 */
export async function runServer(place: Place, port?: number): Promise<{ pid: number; port: number }> {
  const patience = Date.now() + 30_000
  for (;;) {
    const left = runningServer(place)
    if (left && (await answers(place, left.port))) return left
    const started = left ? { said: 'an earlier server is still stopping' } : await launch(place, port)
    if ('port' in started) return started
    // Backends of a killed server may hold its memory for a moment.
    const passing = /shared memory|lock file|still stopping|recovery/i.test(started.said)
    if (!passing || Date.now() > patience) throw new StartError(/No space left/i.test(started.said) ? 'De schijf is vol. De database start niet.' : `De database start niet: ${started.said}`)
    await wait(250)
  }
}

/**
 * Starts the server again, on its own port, whenever it is gone without anybody having asked: its connections come back by themselves.
 *
 * @param back  told after each start
 * @returns stops watching; a start that was under way is waited for
 */
export function keepRunning(place: Place, first: { pid: number; port: number }, back: (failure: Error | null) => Promise<void>): () => Promise<void> {
  let { pid } = first
  let stopped = false
  let timer: NodeJS.Timeout
  let busy: Promise<void> = Promise.resolve()
  const look = async () => {
    if (alive(pid)) return
    try {
      pid = (await runServer(place, first.port)).pid
      await back(null)
    } catch (error) {
      await back(error as Error)
    }
  }
  const next = () => {
    timer = setTimeout(() => {
      busy = look().then(() => {
        if (!stopped) next()
      })
    }, 250)
    timer.unref()
  }
  next()
  return async () => {
    stopped = true
    clearTimeout(timer)
    await busy
  }
}

/** Stops a server that is proven ours, and waits until it is gone. */
export async function stopServer(place: Pick<Place, 'folder'>, seconds = 20): Promise<void> {
  const found = runningServer(place)
  if (!found) return
  process.kill(found.pid, 'SIGINT')
  const patience = Date.now() + seconds * 1000
  while (alive(found.pid) && Date.now() < patience) await wait(20)
}
