import type pg from 'pg'

const rehearsing = new WeakSet<object>()

/**
 * Makes a pool in which nothing lasts: whatever a request wants to keep is checked to the end, deferred constraints included, and then undone.
 * The request hears that it was kept. So one town serves thousands of tries, each against the same state.
 */
export function rehearse(pool: pg.Pool): pg.Pool {
  const connect = pool.connect.bind(pool) as () => Promise<pg.PoolClient>
  const rehearsed = async (): Promise<pg.PoolClient> => {
    const client = await connect()
    if (rehearsing.has(client)) return client
    rehearsing.add(client)
    const query = client.query.bind(client) as (...args: unknown[]) => Promise<pg.QueryResult>
    const undone = async (): Promise<pg.QueryResult> => {
      const checked = query('set constraints all immediate').then(() => 'COMMIT', () => 'ROLLBACK')
      const result = await query('rollback')
      return { ...result, command: await checked }
    }
    client.query = ((...args: unknown[]) => (args[0] === 'commit' ? undone() : query(...args))) as typeof client.query
    return client
  }
  pool.connect = rehearsed as typeof pool.connect
  return pool
}
