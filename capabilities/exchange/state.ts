import pg from 'pg'

type Heard = (state: string | null) => void

const statement = { name: 'directory state', text: 'select ctx.directory_state() as state' }

/** A look as the driver lets others write their own question: one text, taken as it comes. Making rows of an unknown shape costs four times as much as the look itself. */
class Look implements pg.Submittable {
  #state: string | null = null
  readonly #heard: Heard
  constructor(heard: Heard) {
    this.#heard = heard
  }
  submit(connection: pg.Connection): void {
    connection.stream.cork()
    connection.bind({ statement: statement.name }, true)
    connection.execute(null, true)
    connection.sync()
    connection.stream.uncork()
  }
  handleRowDescription(): void {}
  handleDataRow({ fields }: { fields: readonly (string | null)[] }): void {
    this.#state = fields[0] ?? null
  }
  handleCommandComplete(): void {}
  handleReadyForQuery(): void {
    this.#heard(this.#state)
  }
  handleError(): void {
    this.#heard(null)
  }
}

/** A connection of its own that only looks, for as long as it works: taking one from the pool and giving it back costs as much as the look. It keeps no program running. */
function looker(pool: pg.Pool): (heard: Heard) => void {
  let current: pg.Client | undefined
  const connect = async (): Promise<pg.Client> => {
    const client = new pg.Client({ connectionString: pool.options.connectionString, connectionTimeoutMillis: pool.options.connectionTimeoutMillis })
    const gone = () => {
      if (current === client) current = undefined
    }
    client.on('error', gone)
    client.on('end', gone)
    try {
      await client.connect()
      await client.query(statement)
    } catch (error) {
      client.end().catch(() => {})
      throw error
    }
    ;(client as unknown as { unref: () => void }).unref()
    return client
  }
  const look = (client: pg.Client, heard: Heard): void => {
    client.query(new Look(heard))
  }
  return (heard) => {
    if (current) return look(current, heard)
    connect().then(
      (client) => {
        current = client
        look(client, heard)
      },
      () => heard(null), // whoever makes the answer itself hears what is the matter
    )
  }
}

/**
 * In which state the directory is: a number that every change of anything in it moves, known with the change itself. Whoever asks gets it as it is after asking, never
 * from before; those who ask while another look is under way are answered by the next one together. Null when the database does not answer.
 */
export function directoryState(pool: pg.Pool): (heard: Heard) => void {
  const look = looker(pool)
  let [waiting, looking]: [Heard[], boolean] = [[], false]
  const next = (): void => {
    const together = waiting
    waiting = []
    look((state) => {
      looking = waiting.length > 0
      if (looking) setImmediate(next)
      for (const heard of together) heard(state)
    })
  }
  return (heard) => {
    waiting.push(heard)
    if (looking) return
    looking = true
    setImmediate(next) // so that those who ask at the same moment are answered together
  }
}
