import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chmodSync, closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { runningServer, stopServer } from '../../platform/postgres/process.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))

type Environment = Record<string, string | undefined>
/** How a program ended, and what it said. */
export type Ended = { code: number | null; signal: NodeJS.Signals | null; out: string; err: string }

/** Builds the program when it is not what the sources are now. */
export function built(): void {
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'scripts/build.mjs')], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`the program does not build: ${stderr}`)
}

/** A port of this machine that nobody uses. */
export const freePort = (): Promise<number> =>
  new Promise((found, failed) => {
    const server = createServer()
    server.once('error', failed)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => (address && typeof address === 'object' ? found(address.port) : failed(new Error('no port'))))
    })
  })

/** Only what is named here reaches the program: settings of whoever runs the tests do not. */
const cleaned = (given: Environment): NodeJS.ProcessEnv => ({ PATH: process.env.PATH, HOME: process.env.HOME, TMPDIR: process.env.TMPDIR, ...given })

/** Folders for one test file, and everything that ran from them; `clean` ends and removes all of it. */
export function workshop() {
  const folder = mkdtempSync(join(tmpdir(), 'schakelbord-program-'))
  chmodSync(folder, 0o755) // the account of the database must come here
  const children = new Set<ChildProcess>()
  const endings = new Set<Promise<Ended>>()
  const dataDirs = new Set<string>()
  let files = 0

  /** Starts a built program, as it is in dist/. */
  const begin = (file: 'main.js' | 'cli.js', words: readonly string[], environment: Environment, as?: { uid: number; gid: number }) => {
    const [outFile, errFile] = [join(folder, `${++files}.out`), join(folder, `${files}.err`)]
    const [out, err] = [openSync(outFile, 'w'), openSync(errFile, 'w')]
    const child = spawn(process.execPath, ['--enable-source-maps', join(root, 'dist', file), ...words], { cwd: folder, env: cleaned(environment), stdio: ['ignore', out, err], ...as })
    closeSync(out)
    closeSync(err)
    children.add(child)
    if (environment.DATA_DIR) dataDirs.add(environment.DATA_DIR)
    const said = () => ({ out: readFileSync(outFile, 'utf8'), err: readFileSync(errFile, 'utf8') })
    const ended = new Promise<Ended>((done) =>
      child.once('exit', (code, signal) => {
        children.delete(child)
        done({ code, signal, ...said() })
      }),
    )
    endings.add(ended)
    return { child, ended, said }
  }

  return {
    folder,
    begin,
    /** Runs the command line until it ends. */
    cli: (words: readonly string[], environment: Environment): Promise<Ended> => begin('cli.js', words, environment).ended,
    /** Runs the server until it says that it is ready. Tells how many milliseconds that took. @throws when it ends instead */
    serve: async (environment: Environment, as?: { uid: number; gid: number }) => {
      const port = Number(environment.PORT ?? (await freePort()))
      const began = performance.now()
      const run = begin('main.js', [], { ...environment, PORT: String(port) }, as)
      const patience = began + 60_000
      while (!run.said().out.includes('Schakelbord draait op')) {
        if (run.child.exitCode !== null || run.child.signalCode !== null || performance.now() > patience) throw new Error(`did not start: ${run.said().out}${run.said().err}`)
        await wait(10)
      }
      const origin = `http://127.0.0.1:${port}`
      return {
        ...run,
        port,
        origin,
        milliseconds: performance.now() - began,
        get: (path: string) => fetch(`${origin}${path}`, { redirect: 'manual' }),
        stop: async (signal: NodeJS.Signals = 'SIGTERM'): Promise<Ended> => {
          run.child.kill(signal)
          return run.ended
        },
      }
    },
    /** Ends what still runs, also a database that a killed program left behind. */
    clean: async () => {
      for (const child of children) child.kill('SIGKILL')
      await Promise.all([...endings])
      for (const dataDir of dataDirs) if (existsSync(join(dataDir, 'postgres'))) await stopServer({ folder: join(dataDir, 'postgres') })
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** The database server of a data folder, when it runs. */
export const serverOf = (dataDir: string) => runningServer({ folder: join(dataDir, 'postgres') })
