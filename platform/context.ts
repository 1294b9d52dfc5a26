import type pg from 'pg'
import { type Actor, actorFrom } from './actor.ts'
import { type Db, over } from './db.ts'
import { Refusal } from './refusal.ts'
import { type Asks, looking } from './together.ts'

/** Who asks, when, and through which connection. The first argument of everything that touches data, never a global. */
export type Context<A extends Actor = Actor> = { db: Db; actor: A; now: Date; requestId: string }

/**
 * What a search may use: connection and clock, not the actor. Row level security alone decides what is found, so that
 * the search can travel together with the session look-up.
 */
export type Reading = { db: Db; now: Date; /** true inside an act: lock what you find */ forChange: boolean; /** the secret an act handed on to a page that takes it */ handed?: string; /** The answer to the very last question of a look, asked in the same turn: for a visitor the end of it travels along, and whoever asks later is refused. */ last?: <T>(answer: Promise<T>) => Promise<T>; /** One and the same for all looks of visitors of one municipality: to keep by it what they see. Whoever goes by what was kept throws `Outdated` when it is no longer so, and then searches once more without. */ town?: object }

/** What was kept is not as it is now. */
export class Outdated extends Error {}

const towns = new WeakMap<pg.Pool, Map<string, object>>()
function townOf(pool: pg.Pool, municipalityId: string): object {
  const known = towns.get(pool) ?? new Map<string, object>()
  towns.set(pool, known)
  const town = known.get(municipalityId) ?? {}
  known.set(municipalityId, town)
  return town
}

/** What the outside world told about the request before anybody looked at it. */
export type Caller = {
  /** SHA-256 of the session or API token */
  token: Buffer | null
  /** the token came as the header of a program, and not in the cookie of a browser */
  bearer?: boolean
  municipalityId: string
  now: Date
  requestId: string
  /** a secret for this page only */
  handed?: string
  /** what is asked for is open to everybody: a browser with an old cookie goes on as a visitor */
  orVisitor?: boolean
}

/** A change asks for its idempotency key: the same key with the same content is the same change. */
export type Claim = { key: string; fingerprint: Buffer }

/** An earlier answer to the same key. `same` is false when the content differed. */
export type Kept = { same: boolean; act: string | null; answer: unknown }

export type AuditAction = 'C' | 'R' | 'U' | 'D' | 'E'

/** What is written down about the request. `null` writes nothing: only for what everybody may see. */
export type Trace = { name: string; action: AuditAction } | null

type Opened = { actor: Parameters<typeof actorFrom>[0]; replay: { same: boolean; act: string | null; answer: string | null } | null }

const sessionOver = () =>
  new Refusal(401, 'session.over', { nl: 'Log eerst in. Uw sessie is voorbij of u was nog niet ingelogd.', en: 'Sign in first. Your session is over, or you had not signed in yet.' })

const notRecorded = () => new Refusal(503, 'audit.failed', { nl: 'Dit kan nu niet worden vastgelegd. Probeer het zo weer.', en: 'This cannot be recorded now. Try again in a moment.' })

type Find<R> = (reading: Reading) => Promise<R>
type Work<R, T> = (ctx: Context, record: R, kept?: Kept) => Promise<{ result: T; subjects: readonly string[]; keep?: unknown }>

/**
 * One request is one transaction: context, search, work, audit row and kept answer commit together or not at all.
 * A read takes two trips to the database, a change three; a look of a visitor that tells which question is its last takes one less.
 *
 * @throws Refusal 401 the session is unknown, over, or its person is no longer active
 * @throws Refusal 503 the audit row could not be written; nothing leaves the server then
 */
export async function inContext<R, T>(
  pool: pg.Pool,
  caller: Caller,
  trace: Trace,
  claim: Claim | null,
  find: Find<R>,
  work: Work<R, T>,
  /** refuses who may not come here at all, before it matters what exists */
  admitted: (actor: Actor) => void = () => {},
): Promise<T> {
  const town = trace || claim || caller.token ? undefined : townOf(pool, caller.municipalityId)
  try {
    return await inOneTransaction(pool, caller, trace, claim, (reading) => find({ ...reading, town }), work, admitted)
  } catch (error) {
    if (error instanceof Outdated) return inOneTransaction(pool, caller, trace, claim, find, work, admitted)
    throw error
  }
}

async function inOneTransaction<R, T>(
  pool: pg.Pool,
  caller: Caller,
  trace: Trace,
  claim: Claim | null,
  find: Find<R>,
  work: Work<R, T>,
  admitted: (actor: Actor) => void,
): Promise<T> {
  const client = await connected(pool)
  let broken: Error | undefined
  let finding: Promise<unknown> = Promise.resolve()
  const looker = trace || claim || caller.token ? null : looking(client)
  const asks = looker ?? client
  const { db, end } = over(asks)
  try {
    if (!looker) client.query('begin').catch(() => {})
    let committing: Promise<{ command: string }> | undefined
    const last = async <A>(answer: Promise<A>): Promise<A> => {
      if (!looker || committing) return answer
      answer.catch(() => {})
      committing = looker.close()
      committing.catch(() => {})
      await new Promise((sent) => setImmediate(sent))
      end()
      return answer
    }
    const search = () => {
      const found = find({ db, now: caller.now, forChange: claim !== null, handed: caller.handed, last })
      finding = found.catch(() => {}) // looked at only after we know who asks
      return found
    }
    const opened = open(asks, caller, claim)
    opened.catch(() => {})
    let found = search()
    let answered = await opened
    if (!answered && caller.orVisitor && !caller.bearer) {
      await finding
      client.query('rollback').catch(() => {})
      client.query('begin').catch(() => {})
      const again = open(client, { ...caller, token: null }, claim)
      found = search()
      answered = await again
    }
    if (!answered) throw sessionOver()
    const actor = actorFrom(answered.actor)
    // A token of a program opens nothing from a cookie, and a session nothing from a header: each has its own protection.
    if (actor.kind !== 'visitor' && (actor.sessionKind === 'bearer') !== (caller.bearer ?? false)) throw sessionOver()
    const ctx = { db, actor, now: caller.now, requestId: caller.requestId }
    admitted(actor)
    const kept = answered.replay ? { ...answered.replay, answer: answered.replay.answer === null ? null : JSON.parse(answered.replay.answer) } : undefined
    const { result, subjects, keep } = await work(ctx, await found, kept)
    const finishing = trace ? finish(client, caller, trace, kept ? 'repeated' : 'done', subjects, claim && !kept ? { key: claim.key, answer: keep } : null) : Promise.resolve()
    finishing.catch(() => {})
    const committed = await (committing ?? client.query('commit'))
    if (committed.command !== 'COMMIT') {
      await finishing.catch(() => {
        throw notRecorded()
      })
      throw new Error('not committed')
    }
    return result
  } catch (error) {
    await looker?.left
    await finding // a search of several steps must not go on in somebody else's transaction
    await client.query('rollback').catch((failure: Error) => {
      broken = failure
    })
    if (trace && !broken && error instanceof Refusal && (error.status === 403 || error.status === 404)) await recordRefusal(client, caller, trace)
    throw asRefusal(error)
  } finally {
    end()
    client.release(broken)
  }
}

/**
 * A look of a visitor at what is open to everybody, with questions that are all asked in one go: context, questions and the end of it travel together, in one trip.
 * Nothing is written down of it.
 *
 * @param ask  sends every question before it waits for an answer
 */
export async function asVisitorAtOnce<T>(pool: pg.Pool, caller: Pick<Caller, 'municipalityId' | 'now' | 'requestId'>, ask: (db: Db) => Promise<T>): Promise<T> {
  const client = await connected(pool)
  let broken: Error | undefined
  const { db, end } = over(client)
  try {
    const asked = new Promise((sent) => setImmediate(sent)) // comes before the connection lets go of what it holds together
    client.query('begin').catch(() => {})
    const opened = open(client, { ...caller, token: null }, null)
    opened.catch(() => {})
    const answer = ask(db)
    answer.catch(() => {})
    await asked
    end() // whoever asks later hears that it is too late
    const committed = client.query('commit')
    committed.catch(() => {})
    await opened
    const found = await answer
    await committed
    return found
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => {
      broken = failure
    })
    throw asRefusal(error)
  } finally {
    end()
    client.release(broken)
  }
}

/** One statement that says itself what may be seen, and for which it does not matter who asks: no context, one trip. */
export async function inOneStatement<R extends pg.QueryResultRow>(pool: pg.Pool, statement: pg.QueryConfig): Promise<R[]> {
  const client = await connected(pool)
  let broken: Error | undefined
  try {
    return (await client.query<R>(statement)).rows
  } catch (error) {
    if (wentAway(error, (error as { code?: unknown }).code)) broken = error as Error
    throw asRefusal(error)
  } finally {
    client.release(broken)
  }
}

const unreachable = () => new Refusal(503, 'database.unreachable', { nl: 'Het systeem is even niet bereikbaar. Probeer het zo weer.', en: 'The system cannot be reached for a moment. Try again shortly.' }, { retryAfter: 5 })

async function connected(pool: pg.Pool): Promise<pg.PoolClient> {
  try {
    return await pool.connect()
  } catch {
    throw unreachable()
  }
}

const open = async (client: Asks, caller: Caller, claim: Claim | null): Promise<Opened | null> => {
  const answer = await client.query({
    name: 'open',
    text: 'select ctx.open($1, $2, $3, $4, $5)',
    values: [caller.token, caller.municipalityId, caller.now, claim?.key ?? null, claim?.fingerprint ?? null],
  })
  return (answer.rows[0] as { open: Opened | null } | undefined)?.open ?? null
}

const finish = (
  client: pg.ClientBase,
  caller: Caller,
  trace: NonNullable<Trace>,
  outcome: 'done' | 'repeated' | 'refused',
  subjects: readonly string[],
  keep: { key: string; answer: unknown } | null,
) =>
  client.query({
    name: 'finish',
    text: 'select ctx.finish($1, $2, $3, $4, $5, $6, $7)',
    values: [trace.name, trace.action, outcome, subjects, caller.requestId, keep?.key ?? null, keep ? JSON.stringify(keep.answer ?? null) : null],
  })

/** A refusal rolled its audit row back, so it is written in a transaction of its own: one trip. */
async function recordRefusal(client: pg.ClientBase, caller: Caller, trace: NonNullable<Trace>): Promise<void> {
  const sent = [client.query('begin'), open(client, caller, null), finish(client, caller, trace, 'refused', [], null), client.query('commit')]
  await Promise.allSettled(sent)
}

const busy = () =>
  new Refusal(409, 'record.busy', { nl: 'Iemand anders is hier net mee bezig. Probeer het zo weer.', en: 'Somebody else is working on this right now. Try again in a moment.' }, { retryAfter: 2 })
const notPossible = () => new Refusal(409, 'record.not-possible', { nl: 'Dit kan zo niet worden vastgelegd.', en: 'This cannot be recorded like this.' })
const tooSlow = () => new Refusal(503, 'database.slow', { nl: 'Dit duurt te lang. Probeer het zo weer.', en: 'This takes too long. Try again in a moment.' }, { retryAfter: 5 })

const unreadable = () => new Refusal(400, 'text.unreadable', { nl: 'In de tekst staat een teken dat we niet kunnen bewaren. Haal het weg en verstuur het opnieuw.', en: 'The text holds a character that we cannot keep. Take it out and send it again.' })

// SQLSTATE codes; the message of PostgreSQL is never passed on, because it may hold the whole failing row.
const refusals: Record<string, () => Refusal> = {
  '55P03': busy,
  '40P01': busy,
  '57014': tooSlow,
  '53100': () => new Refusal(503, 'storage.full', { nl: 'De opslag is vol. Er is niets bewaard.', en: 'Storage is full. Nothing was kept.' }),
  '23505': notPossible,
  '23514': notPossible,
  '23503': notPossible,
  '42501': notPossible,
  '22P05': unreadable,
  '22021': unreadable,
}

/** The database went away while we worked: whether this was kept is for a repeat with the same key to find out. */
const wentAway = (error: unknown, code: unknown): boolean => (typeof code === 'string' ? /^(57P0|08|ECONN|EPIPE)/.test(code) : error instanceof Error && /^(Connection terminated|Client has encountered a connection error)/.test(error.message))

function asRefusal(error: unknown): unknown {
  const code = (error as { code?: unknown } | null)?.code
  if (error instanceof Refusal) return error
  const halfCharacter = code === '22P02' && error instanceof Error && /type json/.test(error.message)
  const refusal = wentAway(error, code) ? unreachable() : halfCharacter ? unreadable() : refusals[String(code)]?.()
  if (refusal) refusal.cause = error
  return refusal ?? error
}
