import { createHash } from 'node:crypto'
import { CamelCasePlugin, type CompiledQuery, type DatabaseConnection, type Driver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
import pg from 'pg'
import type { Database } from '../db/types.ts'
import type { Asks } from './together.ts'

/** Typed SQL over one connection. Names are camelCase in code and snake_case in SQL. */
export type Db = Kysely<Database>

const DATE = 1082
const BIGINT = 20
// A day is a day: the driver would make a local midnight of it, which is another day elsewhere. Counts fit a double.
pg.types.setTypeParser(DATE, (day) => day)
pg.types.setTypeParser(BIGINT, Number)

/** What a connection of the driver also is: its socket. */
type Wired = { connection: { stream: { cork: () => void; uncork: () => void } } }

/** Statements that are asked in one go leave in one write: a call to the system for each costs more than most of them do. */
function sendTogether(client: pg.PoolClient): void {
  const { stream } = (client as unknown as Wired).connection
  const ask = client.query.bind(client) as (...words: unknown[]) => unknown
  let held = false
  client.query = ((...words: unknown[]) => {
    if (!held) {
      held = true
      stream.cork()
      setImmediate(() => {
        held = false
        stream.uncork()
      })
    }
    return ask(...words)
  }) as typeof client.query
}

/**
 * Opens a pool whose statements leave without waiting for the one before, so that one request is two or three trips.
 *
 * @param url     login of the restricted role
 * @param size    connections; each runs one request at a time
 */
export function openPool(url: string, size = 10): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: size, pipeline: true, connectionTimeoutMillis: 10_000 } as pg.PoolConfig)
  pool.on('error', () => {}) // an idle connection that breaks is replaced at the next request, which reports its own failure
  pool.on('connect', (client) => {
    client.on('error', () => {}) // nor may one that breaks in use end the program: its queries fail
    sendTogether(client)
  })
  return pool
}

const names = new Map<string, string>()
const mostNames = 1000

/** A short name for a statement, so that PostgreSQL keeps its plan. Past a thousand shapes statements go unnamed. */
function nameOf(sql: string): string | undefined {
  const known = names.get(sql)
  if (known || names.size >= mostNames) return known
  const name = createHash('sha256').update(sql).digest('base64url').slice(0, 22)
  names.set(sql, name)
  return name
}

/** The rules of Kysely between names in code and in SQL, each name once. Its plugin would copy every question and every row for them. */
class Names extends CamelCasePlugin {
  readonly #snake = new Map<string, string>()
  readonly #camel = new Map<string, string>()
  #once(known: Map<string, string>, name: string, make: (name: string) => string): string {
    const found = known.get(name)
    if (found !== undefined) return found
    const made = make(name)
    if (known.size < mostNames) known.set(name, made)
    return made
  }
  inSql = (name: string): string => this.#once(this.#snake, name, (it) => this.snakeCase(it))
  inCode = (name: string): string => this.#once(this.#camel, name, (it) => this.camelCase(it))
}
const spelled = new Names()

/** Writes names of code as SQL has them. */
class SnakeCaseCompiler extends PostgresQueryCompiler {
  protected override sanitizeIdentifier(identifier: string): string {
    return super.sanitizeIdentifier(spelled.inSql(identifier))
  }
}

/** Rows as code reads them, from the values of each. */
function rowsOf(fields: readonly { name: string }[], rows: readonly unknown[][]): unknown[] {
  const keys = fields.map(({ name }) => spelled.inCode(name))
  return rows.map((values) => {
    const row: Record<string, unknown> = {}
    for (let index = 0; index < keys.length; index++) row[keys[index] ?? ''] = values[index]
    return row
  })
}

/** A connection that somebody else checked out and in whose transaction we work, until the lease is over. */
class LeasedConnection implements DatabaseConnection {
  readonly #client: Asks
  over = false
  constructor(client: Asks) {
    this.#client = client
  }
  async executeQuery<R>({ sql, parameters }: CompiledQuery) {
    if (this.over) throw new Error('a query after the end of its request')
    const result = await this.#client.query({ name: nameOf(sql), text: sql, values: [...parameters], rowMode: 'array' })
    return { rows: rowsOf(result.fields, result.rows as unknown[][]) as R[], numAffectedRows: BigInt(result.rowCount ?? 0) }
  }
  // biome-ignore lint/correctness/useYield: Kysely asks for the method; rows of one request are few, so nothing here streams
  async *streamQuery<R>(): AsyncIterableIterator<{ rows: R[] }> {
    throw new Error('streaming is not used')
  }
}

class Borrowing implements Driver {
  readonly #connection: LeasedConnection
  constructor(connection: LeasedConnection) {
    this.#connection = connection
  }
  async init() {}
  async acquireConnection() {
    return this.#connection
  }
  async beginTransaction(): Promise<void> {
    throw new Error('the request is the transaction')
  }
  async commitTransaction() {}
  async rollbackTransaction() {}
  async releaseConnection() {}
  async destroy() {}
}

const adapter = new PostgresAdapter()
const compiler = new SnakeCaseCompiler()

/**
 * Typed SQL over `client` for the length of one request.
 * After `end` it refuses to work: a forgotten promise must not run in the transaction of whoever gets the connection next.
 */
export function over(client: Asks): { db: Db; end: () => void } {
  const connection = new LeasedConnection(client)
  const db = new Kysely<Database>({
    dialect: { createAdapter: () => adapter, createDriver: () => new Borrowing(connection), createIntrospector: (it) => new PostgresIntrospector(it), createQueryCompiler: () => compiler },
  })
  return {
    db,
    end: () => {
      connection.over = true
    },
  }
}
