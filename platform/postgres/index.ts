import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { StartError } from '../start-error.ts'
import { databaseAccount, giveTo, reachable } from './account.ts'
import { postgresPrograms } from './binaries.ts'
import { claimFolder, secretIn } from './folder.ts'
import { keepRunning, makeCluster, type Place, runServer, runningServer, stopServer, superuser } from './process.ts'

export { claimFolder, folderIsOurs, markWhole, secretIn } from './folder.ts'

/** The logins of a cluster: owner of the tables, the application's restricted role, and the one that seals the log. */
export type Logins = { ownerUrl: string; appUrl: string; sealerUrl: string }
/** A running database of our own. `adopted` when it ran already. */
export type Cluster = Logins & { port: number; pid: number; folder: string; adopted: boolean; superUrl: (database: string) => string; /** starts it again when it is gone; gives how to end that */ keepRunning: (back: (failure: Error | null) => Promise<void>) => () => Promise<void>; stop: () => Promise<void> }

const roles = ['schakelbord_owner', 'schakelbord_app', 'schakelbord_sealer'] as const
const database = 'schakelbord'

/**
 * Root's home is closed to the account that runs the database; then the cluster lives where that account can come, under a name that the data folder keeps:
 * another folder in the same place has nothing to do with it.
 */
function placeFor(dataDir: string, durable: boolean): Place {
  const account = databaseAccount()
  const near = join(dataDir, 'postgres')
  const folder = account && !reachable(near) ? join('/var/lib/schakelbord', secretIn(dataDir, 'cluster', 12).toString('hex')) : near
  mkdirSync(join(folder, '..'), { recursive: true })
  const logs = `${folder}.log`
  return { programs: postgresPrograms(account !== undefined), folder, logFile: logs, password: secretIn(dataDir, 'super').toString('base64url'), account, durable }
}

function checkVersion(place: Place): void {
  const made = Number(readFileSync(join(place.folder, 'PG_VERSION'), 'utf8'))
  const ours = 18
  if (made > ours) throw new StartError(`De gegevens zijn van een nieuwere PostgreSQL (${made}). Werk eerst het programma bij.`)
  if (made < ours) throw new StartError(`De gegevens zijn van een oudere PostgreSQL (${made}). Zet ze eerst over met "backup" en "restore".`)
}

async function ensureRoles(place: Place, port: number, passwords: Record<string, string>): Promise<void> {
  const client = new pg.Client({ host: '127.0.0.1', port, user: superuser, password: place.password, database: 'postgres' })
  await client.connect()
  try {
    const known = new Set((await client.query<{ rolname: string }>('select rolname from pg_roles')).rows.map((row) => row.rolname))
    for (const role of roles) if (!known.has(role)) await client.query(`create role ${role} login nosuperuser nocreatedb nocreaterole nobypassrls password '${passwords[role]}'`)
    const { rowCount } = await client.query('select from pg_database where datname = $1', [database])
    if (!rowCount) await client.query(`create database ${database} owner schakelbord_owner`)
  } finally {
    await client.end()
  }
}

/**
 * Starts the database that lives in this folder, makes it at the first start, and adopts it when a killed program left it running.
 *
 * @param durable  off only for throw-away test servers
 * @throws StartError for an unsupported machine, a foreign or newer folder, a full disk, or a server that does not start
 */
export async function startCluster({ dataDir: given, durable = true, restoring = false }: { dataDir: string; durable?: boolean; /** the folder is being filled from a backup */ restoring?: boolean }): Promise<Cluster> {
  const dataDir = resolve(given)
  claimFolder(dataDir, restoring ? 'restoring' : 'whole')
  const place = placeFor(dataDir, durable)
  const passwords = Object.fromEntries(roles.map((role) => [role, secretIn(dataDir, role).toString('base64url')]))
  const fresh = !existsSync(place.folder)
  if (fresh) makeCluster(place)
  else checkVersion(place)
  giveTo(place.account, place.folder)
  const adopted = runningServer(place) !== undefined
  const { pid, port } = await runServer(place)
  if (fresh || !adopted) await ensureRoles(place, port, passwords)
  const url = (user: string, password: string, name: string) => `postgres://${user}:${password}@127.0.0.1:${port}/${name}`
  const [ownerUrl, appUrl, sealerUrl] = roles.map((role) => url(role, passwords[role] ?? '', database)) as [string, string, string]
  return { port, pid, folder: place.folder, adopted, ownerUrl, appUrl, sealerUrl, superUrl: (name) => url(superuser, place.password, name), keepRunning: (back) => keepRunning(place, { pid, port }, back), stop: () => stopServer(place) }
}
