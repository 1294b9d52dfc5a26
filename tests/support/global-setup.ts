import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startCluster } from '../../platform/postgres/index.ts'
import { connected, filledName } from './database.ts'
import { otherServer } from './other-server.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** login of a superuser on the server that the tests run against */
    superUrl: string
    /** of this run and no other */
    run: string
  }
}

/**
 * The server for this run: the one of TEST_DATABASE_URL (login of a superuser), one made with the programs in TEST_POSTGRES, or a throw-away one of our own.
 * A server that somebody set up is used as it is; roles and databases of the tests carry names of their own.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.TEST_DATABASE_URL
  const run = randomUUID().slice(0, 8)
  project.provide('run', run)
  if (given) {
    project.provide('superUrl', given)
    return () => connected(given, async (client) => void (await client.query(`drop database if exists ${filledName(run)} with (force)`)))
  }
  if (process.env.TEST_POSTGRES) {
    const other = await otherServer(process.env.TEST_POSTGRES)
    project.provide('superUrl', other.superUrl)
    return other.stop
  }
  const dataDir = mkdtempSync(join(tmpdir(), 'schakelbord-test-'))
  const cluster = await startCluster({ dataDir: join(dataDir, 'data'), durable: false })
  project.provide('superUrl', cluster.superUrl('postgres'))
  return async () => {
    await cluster.stop()
    for (const path of [dataDir, cluster.folder, `${cluster.folder}.log`]) rmSync(path, { recursive: true, force: true })
  }
}
