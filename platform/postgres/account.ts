import { execFileSync } from 'node:child_process'
import { chownSync, existsSync, readFileSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { StartError } from '../start-error.ts'

/** The account under which the database runs: PostgreSQL refuses to run as root. */
export type Account = { uid: number; gid: number; name: string }

const named = (name: string): Account | undefined => {
  const line = existsSync('/etc/passwd') ? readFileSync('/etc/passwd', 'utf8').split('\n').find((one) => one.startsWith(`${name}:`)) : undefined
  const [, , uid, gid] = line?.split(':') ?? []
  return uid && gid ? { uid: Number(uid), gid: Number(gid), name } : undefined
}

function made(): Account | undefined {
  try {
    execFileSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', 'schakelbord'], { stdio: 'ignore' })
    return named('schakelbord')
  } catch {
    return undefined // a system without useradd; an existing account will do
  }
}

/** Another account when this process is root; undefined for an ordinary user, who runs the database as themself. */
export function databaseAccount(): Account | undefined {
  if (process.getuid?.() !== 0) return undefined
  const account = named('schakelbord') ?? made() ?? named('postgres') ?? named('nobody')
  if (!account) throw new StartError('PostgreSQL draait niet als root en er is geen andere gebruiker. Start Schakelbord als gewone gebruiker.')
  return account
}

/** Can every account reach this path? Root's home is closed to others. */
export function reachable(path: string): boolean {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (existsSync(folder) && (statSync(folder).mode & 0o001) === 0) return false
    if (folder === dirname(folder)) return true
  }
}

/** Makes one file or folder the property of the database's account, when there is another. */
export const giveTo = (account: Account | undefined, path: string): void => {
  if (account) chownSync(path, account.uid, account.gid)
}
