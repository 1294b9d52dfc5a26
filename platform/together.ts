import pg from 'pg'
import { prepareValue } from 'pg/lib/utils.js'

/** A statement as the pool takes it: named, so that PostgreSQL keeps its plan. */
export type Statement = { name?: string; text: string; values: unknown[]; rowMode?: 'array' }
type Field = { name: string; dataTypeID: number }
/** What a statement gave. */
export type Result = { fields: readonly Field[]; rows: unknown[]; rowCount: number | null }
/** Whoever takes a statement: a connection, or what gathers statements for one. */
export type Asks = { query: (statement: Statement) => Promise<Result> }
type Waiting = { statement: Statement; done: (result: Result) => void; failed: (error: unknown) => void }
/** What the connection of the driver also knows: which statements it prepared. */
type Prepared = pg.Connection & { parsedStatements: Record<string, string> }

const fieldsOf = new Map<string, readonly Field[]>()

/** Remembers which columns a named statement gives, so that it need not be described again. */
const remember = ({ name }: Statement, { fields }: Result): void => {
  if (name !== undefined) fieldsOf.set(name, fields)
}

const isReady = ({ parsedStatements }: Prepared, { name }: Statement): boolean => name !== undefined && parsedStatements[name] !== undefined && fieldsOf.has(name)

/**
 * Statements that were prepared before, as one message to the database with one end: what the protocol calls a pipeline. They are one transaction, which begins and ends with
 * them, and the database answers once. All of them hold or none does. For the driver it is one question, of its own kind because it takes no other beside the rest.
 *
 * @param over  hears that all was done, or what went wrong
 */
function together(all: readonly Waiting[], over: (error: unknown) => void): pg.Query {
  const found = all.map(({ statement: { name = '' } }) => {
    const fields = fieldsOf.get(name) ?? []
    return { fields, parsers: fields.map(({ dataTypeID }): ((text: string) => unknown) => pg.types.getTypeParser(dataTypeID, 'text')), rows: [] as unknown[][] }
  })
  let at = 0
  return Object.assign(new pg.Query('together'), {
    /** Gives an error when a value cannot be written, before anything is sent. */
    submit: (connection: pg.Connection): Error | null => {
      let values: unknown[][]
      try {
        values = all.map(({ statement }) => statement.values.map((value) => prepareValue(value)))
      } catch (error) {
        return error instanceof Error ? error : new Error('a value cannot be written')
      }
      connection.stream.cork()
      for (const [place, { statement }] of all.entries()) {
        connection.bind({ statement: statement.name, values: values[place] } as pg.BindConfig, true)
        connection.execute(null, true)
      }
      connection.sync()
      connection.stream.uncork()
      return null
    },
    handleRowDescription: (): void => {},
    handleDataRow: ({ fields }: { fields: readonly (string | null)[] }): void => {
      const it = found[at]
      it?.rows.push(fields.map((text, column) => (text === null ? null : it.parsers[column]?.(text))))
    },
    handleCommandComplete: (): void => {
      at += 1
    },
    handleReadyForQuery: (): void => {
      for (const [at, { statement, done }] of all.entries()) {
        const { fields = [], rows = [] } = found[at] ?? {}
        done({ fields, rows: statement.rowMode === 'array' ? rows : rows.map((row) => Object.fromEntries(fields.map(({ name }, column) => [name, row[column]]))), rowCount: rows.length })
      }
      over(null)
    },
    handleError: (error: unknown): void => {
      for (const { failed } of all) failed(error)
      over(error)
    },
  })
}

const ask = (client: pg.ClientBase, statement: Statement): Promise<Result> => client.query(statement as pg.QueryArrayConfig)

const ended = { command: 'COMMIT' }

/**
 * The transaction of somebody who only looks. Statements of the same turn leave together; when the last of them was told to be the last before they left, and all of them were
 * asked before on this connection, they leave as one message. Otherwise a transaction is begun, and whoever asks next asks in it.
 */
export function looking(client: pg.ClientBase) {
  let waiting: Waiting[] | null = []
  let closing: { done: (how: { command: string }) => void; failed: (error: unknown) => void } | null = null
  const { connection } = client as unknown as { connection: Prepared }
  const commit = ({ done, failed }: NonNullable<typeof closing>): void => void client.query('commit').then(done, failed)
  const leave = (): void => {
    const all = waiting ?? []
    waiting = null
    if (closing && all.every(({ statement }) => isReady(connection, statement))) {
      const { done, failed } = closing
      // not by the method of this client, which would hold it for the next turn to send it with others
      const send = pg.Client.prototype.query as (this: pg.ClientBase, it: pg.Submittable) => unknown
      send.call(client, together(all, (error) => (error === null ? done(ended) : failed(error))))
      return
    }
    client.query('begin').catch(() => {})
    for (const { statement, done, failed } of all)
      ask(client, statement).then((result) => {
        remember(statement, result)
        done(result)
      }, failed)
    if (closing) commit(closing)
  }
  const left = new Promise<void>((gone) =>
    setImmediate(() => {
      leave()
      gone()
    }),
  )
  return {
    /** Resolves when what was asked first has left: the connection is nobody else's before. */
    left,
    query: (statement: Statement): Promise<Result> => (waiting ? new Promise((done, failed) => waiting?.push({ statement, done, failed })) : ask(client, statement)),
    /** The end of it, after all that is asked in this turn. Gives how it ended, as `commit` does. */
    close: (): Promise<{ command: string }> =>
      new Promise((done, failed) => {
        if (waiting) closing = { done, failed }
        else setImmediate(() => commit({ done, failed }))
      }),
  }
}
