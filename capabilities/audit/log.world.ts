import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { testDatabase } from '../../tests/support/database.ts'
import { anchor, keysIn, sealOnce, type Verification, verify } from './index.ts'

const towns = [randomUUID(), randomUUID()]
const organizations = ['00000000-0000-0000-0000-000000000000', randomUUID(), randomUUID()]

/** Chains in a log of its own: who writes it, seals it, and somebody with all rights in the database. */
export type LogWorld = Awaited<ReturnType<typeof logWorld>>

/** A migrated database with an empty log, keys and an anchors file. Call `close` when done. */
export async function logWorld() {
  const database = await testDatabase()
  const folder = mkdtempSync(join(tmpdir(), 'schakelbord-log-'))
  const anchors = join(folder, 'anchors.jsonl')
  const keys = keysIn(join(folder, 'keys'))
  const clientFor = async (url: string) => {
    const client = new pg.Client(url)
    await client.connect()
    return client
  }
  const [owner, sealer, master] = [await clientFor(database.ownerUrl), await clientFor(database.sealerUrl), await clientFor(database.superUrl)]
  /** Writes one event as the application does, or with a transaction number of the caller's choice. */
  const write = (by: pg.ClientBase = owner, { town = 0, organization = 1, xid }: { town?: number; organization?: number; xid?: string } = {}) =>
    by.query(
      `insert into audit.events (municipality_id, organization_id, xid, event_code, action, outcome, occurred_at, user_kind, user_id, role, purpose, access_kind, access_point, subjects, request_id)
       values ($1, $2, coalesce($3::xid8, pg_current_xact_id()), 'cases.view', 'R', 'done', clock_timestamp(), 'worker', $4, 'professional', 'welfare', 'session', $5, array[$6::uuid, $7::uuid], $8)`,
      [towns[town], organizations[organization], xid ?? null, randomUUID(), randomUUID(), randomUUID(), randomUUID(), randomUUID()],
    )
  const seal = (now = new Date()) => sealOnce(sealer, keys.privateKey, now)
  /** Seals until nothing waits. Writers in other databases of the same server can hold it up for a moment. */
  const settle = async (): Promise<number> => {
    let rows = 0
    for (let tries = 0; tries < 500; tries++) {
      rows += (await seal()).rows
      const { rows: [left] } = await owner.query<{ n: number }>('select ((select count(*) from audit.events) - (select count(*) from audit.sealed_rows))::int as n')
      if (left?.n === 0) return rows
      await new Promise((later) => setTimeout(later, 20))
    }
    throw new Error('events stay unsealed')
  }
  return {
    database, owner, sealer, master, keys, anchors, folder, write, clientFor, towns, organizations,
    seal, settle,
    anchor: (now = new Date()) => anchor(sealer, anchors, now),
    verify: (options: Partial<Parameters<typeof verify>[1]> = {}): Promise<Verification> => verify(sealer, { publicKey: keys.publicKey, anchors, ...options }),
    close: async () => {
      for (const client of [owner, sealer, master]) await client.end()
      await database.drop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
