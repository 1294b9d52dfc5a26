import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { databaseAccount } from '../../platform/postgres/account.ts'
import { makeCluster, runServer, stopServer, superuser } from '../../platform/postgres/process.ts'

/** A throw-away server made with the PostgreSQL of this machine instead of our own. */
export async function otherServer(programs: string): Promise<{ superUrl: string; stop: () => Promise<void> }> {
  const home = mkdtempSync(join(tmpdir(), 'schakelbord-other-'))
  chmodSync(home, 0o755) // the account of the database must come here
  const place = { programs, folder: join(home, 'postgres'), logFile: join(home, 'postgres.log'), password: 'only-in-tests', account: databaseAccount(), durable: false }
  makeCluster(place)
  const { port } = await runServer(place)
  return {
    superUrl: `postgres://${superuser}:${place.password}@127.0.0.1:${port}/postgres`,
    stop: async () => {
      await stopServer(place)
      rmSync(home, { recursive: true, force: true })
    },
  }
}
