import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { createServing } from '../../app/server.tsx'
import { type CastKey, cast, membershipId, municipalityId, otherMunicipalityId, personId } from '../../db/seeds/demo/cast.ts'
import { seedDemo } from '../../db/seeds/demo/index.ts'
import type { Entry } from '../../platform/act.ts'
import { openPool } from '../../platform/db.ts'
import { hashed } from '../../platform/request.ts'
import { useSealKey } from '../../platform/seal.ts'
import type { Settings } from '../../platform/server-settings.ts'
import { filledDatabase, testDatabase } from './database.ts'

export type TownsPerson = CastKey | 'karin' | 'visitor'
type Fields = Record<string, string | string[]>
export type Answer = { status: number; text: string; location: string | null; headers: Headers; json: () => unknown }

/** Monday morning; the demonstration is laid around it. */
export const monday = new Date('2026-03-02T09:00:00Z')
const origin = 'http://127.0.0.1:3000'

/** The settings of the town: a demonstration on this machine, on that Monday. */
export const settingsForTests = (): Settings => ({ mode: 'demo', origin, secure: false, municipalityId, municipalityName: 'Amersfoort', phone: '033 000 12 34', oidc: null, trustedProxy: false, now: () => monday })

/** The demonstration town in a database of its own, its whole application, and everybody of the cast signed in. */
export type Town = Awaited<ReturnType<typeof town>>

/**
 * Builds the town. Call `close` when the file is done.
 *
 * @param entries  other acts than the product's, for tests of the platform
 * @param empty    leave out the demonstration's stories: people and teams only when a `seed` is given
 */
export async function town(it: { entries?: readonly Entry[]; seed?: (owner: pg.Client, now: Date) => Promise<void>; passwords?: boolean; settings?: Partial<Settings> } = {}) {
  let now = monday
  useSealKey(Buffer.alloc(32, 7))
  const fill = async (client: pg.Client): Promise<void> => {
    await (it.seed ?? ((one: pg.Client, at: Date) => seedDemo(one, at, it.passwords ?? false)))(client, monday)
    for (const key of [...cast.map((member) => member.key), 'karin' as const]) await signIn(client, key, monday)
  }
  const own = it.seed !== undefined || it.passwords === true
  const database = own ? await testDatabase() : await filledDatabase(fill)
  const owner = new pg.Client(database.ownerUrl)
  await owner.connect()
  if (own) await fill(owner)
  const pool = openPool(database.appUrl, 4)
  const faults: unknown[] = []
  const settings: Settings = { ...settingsForTests(), now: () => now, ...it.settings }
  const serving = createServing({ pool, settings, entries: it.entries, log: (fault) => faults.push(fault) })
  const { app } = serving

  const request = async (path: string, init: RequestInit): Promise<Answer> => {
    const response = await app.request(path, init)
    const text = await response.text()
    return { status: response.status, text, location: response.headers.get('location'), headers: response.headers, json: () => JSON.parse(text) }
  }
  const as = (who: TownsPerson) => {
    const cookie: Record<string, string> = who === 'visitor' ? {} : { cookie: `schakelbord=${secretOf(who)}` }
    return {
      get: (path: string, headers: Record<string, string> = {}) => request(path, { headers: { ...cookie, ...headers } }),
      /** Posts a form as a browser does, with a fresh key unless one is given. */
      post: (path: string, fields: Fields = {}, more: { key?: string; version?: number } = {}) => {
        const body = new URLSearchParams([['_key', more.key ?? randomUUID()], ...(more.version === undefined ? [] : [['_version', String(more.version)]])])
        for (const [name, values] of Object.entries(fields)) for (const value of [values].flat()) body.append(name, value)
        return request(path, { method: 'POST', body, headers: { ...cookie, origin } })
      },
      json: (path: string, input?: unknown, more: { key?: string; version?: number; headers?: Record<string, string> } = {}) =>
        input === undefined
          ? request(`/api/v1${path}`, { headers: cookie })
          : request(`/api/v1${path}`, {
              method: 'POST',
              body: JSON.stringify(input),
              headers: { ...cookie, origin, 'content-type': 'application/json', 'idempotency-key': more.key ?? randomUUID(), ...(more.version !== undefined && { 'if-match': `"${more.version}"` }), ...more.headers },
            }),
    }
  }
  return {
    database, owner, pool, app, serving, settings, as, faults, origin,
    /** the session of somebody of the cast, for a browser of their own */
    secretOf,
    /** rows as the owner of the database sees them, without anybody's rights */
    rows: async <T extends Record<string, unknown> = Record<string, unknown>>(sql: string, values: unknown[] = []): Promise<T[]> => (await owner.query<T>(sql, values)).rows,
    /** lets the clock run */
    pass: (milliseconds: number) => {
      now = new Date(now.getTime() + milliseconds)
    },
    now: () => now,
    close: async () => {
      await pool.end()
      await owner.end()
      await database.drop()
    },
  }
}

const secretOf = (who: string) => `secret-of-${who}-in-the-town`

async function signIn(owner: pg.Client, key: CastKey | 'karin', now: Date): Promise<void> {
  const member = cast.find((one) => one.key === key)
  const resident = member?.kind === 'resident'
  await owner.query(
    `insert into auth.sessions (token_hash, municipality_id, kind, person_id, membership_id, purpose, strong_at, created_at, seen_at, expires_at, idle)
     values ($1, $2, 'session', $3, $4, $5, $6, $6, $6, $7, '400 days')`,
    [hashed(secretOf(key)), key === 'karin' ? otherMunicipalityId : municipalityId, personId(key), resident ? null : membershipId(key), resident ? null : 'welfare', now, new Date(now.getTime() + 400 * 86_400_000)],
  )
}
