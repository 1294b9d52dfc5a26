import pg from 'pg'

/** The state of the directory, and whether it is held until the next message; null when the database did not tell it. */
export type Seen = { state: string; held: boolean } | null
type Heard = (seen: Seen) => void

const statements = { state: 'select ctx.directory_state() as state', begin: 'begin', hold: 'select * from ctx.hold_directory()', commit: 'commit' }
type Name = keyof typeof statements

/** Statements in one message, as the driver lets others write their own: what the last of them found is taken as it comes. Making rows of an unknown shape costs four times as much as the look itself. */
class Look implements pg.Submittable {
  #seen: Seen = null
  readonly #names: readonly Name[]
  readonly #heard: Heard
  constructor(names: readonly Name[], heard: Heard) {
    this.#names = names
    this.#heard = heard
  }
  submit(connection: pg.Connection): void {
    connection.stream.cork()
    for (const statement of this.#names) {
      connection.bind({ statement }, true)
      connection.execute(null, true)
    }
    connection.sync()
    connection.stream.uncork()
  }
  handleRowDescription(): void {}
  handleDataRow({ fields: [state, held] }: { fields: readonly (string | null)[] }): void {
    this.#seen = state ? { state, held: held === 't' } : null
  }
  handleCommandComplete(): void {}
  handleReadyForQuery(): void {
    this.#heard(this.#seen)
  }
  handleError(): void {
    this.#heard(null)
  }
}

/**
 * A connection of its own that only looks, for as long as it works: taking one from the pool and giving it back costs as much as the look. It keeps no program running.
 * @param lost called when it is gone: what it held is held no longer
 */
export function looker(pool: pg.Pool, lost: () => void) {
  let current: pg.Client | undefined
  let holding = false
  const connect = async (): Promise<pg.Client> => {
    const client = new pg.Client({ connectionString: pool.options.connectionString, connectionTimeoutMillis: pool.options.connectionTimeoutMillis })
    const gone = () => {
      if (current !== client) return
      current = undefined
      holding = false
      lost()
    }
    client.on('error', gone)
    client.on('end', gone)
    try {
      await client.connect()
      for (const name of ['begin', 'hold', 'commit', 'state'] as const) await client.query({ name, text: statements[name] })
    } catch (error) {
      client.end().catch(() => {})
      throw error
    }
    ;(client as unknown as { unref: () => void }).unref()
    return client
  }
  const ask = (client: pg.Client, hold: boolean, heard: Heard): void => {
    const names: Name[] = [...(holding ? (['commit'] as const) : []), ...(hold ? (['begin', 'hold'] as const) : (['state'] as const))]
    holding = hold
    client.query(new Look(names, heard))
  }
  return {
    /** Looks, and with `hold` holds what it sees if it can. What was held until now is let go first. */
    look: (hold: boolean, heard: Heard): void => {
      if (current) {
        ask(current, hold, heard)
        return
      }
      connect().then(
        (client) => {
          current = client
          ask(client, hold, heard)
        },
        () => heard(null), // whoever makes the answer itself hears what is the matter
      )
    },
    /** Lets go of what is held. */
    letGo: (): void => {
      if (!current || !holding) return
      holding = false
      current.query(new Look(['commit'], () => {}))
    },
  }
}
