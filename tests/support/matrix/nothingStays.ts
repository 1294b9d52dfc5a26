import type pg from 'pg'

/** What a request wrote down about itself: the last row that it asked for in the log. */
export type Noted = { act: string; outcome: string; subjects: readonly string[] }

type Sent = string | { text: string; values?: unknown[] }

/**
 * A pool whose transactions do all their work and leave nothing behind: a commit checks what is only checked at commit, and then takes everything back.
 * So each of thousands of requests meets the same town, and nothing has to be put back.
 *
 * @param note hears what every transaction writes in the log
 */
export function nothingStays(pool: pg.Pool, note: (it: Noted) => void): pg.Pool {
  const connect = async () => {
    const client = await pool.connect()
    const commit = async () => {
      const checked = client.query('set constraints all immediate').then(() => ({ command: 'COMMIT' }))
      const takenBack = client.query('rollback') // on its way before the answer to the first is there: there are many thousands of these
      try {
        return await checked
      } catch (error) {
        if ((error as { code?: string }).code === '25P02') return { command: 'ROLLBACK' }
        throw error
      } finally {
        await takenBack
      }
    }
    const query = (sent: Sent, values?: unknown[]) => {
      if (sent === 'commit') return commit()
      if (typeof sent === 'object' && sent.text.startsWith('select ctx.finish')) {
        const [act, , outcome, subjects] = sent.values as [string, string, string, string[]]
        note({ act, outcome, subjects })
      }
      return client.query(sent as string, values as never[])
    }
    return new Proxy(client, { get: (target, name) => (name === 'query' ? query : typeof target[name as never] === 'function' ? (target[name as never] as () => void).bind(target) : target[name as never]) })
  }
  return new Proxy(pool, { get: (target, name) => (name === 'connect' ? connect : typeof target[name as never] === 'function' ? (target[name as never] as () => void).bind(target) : target[name as never]) })
}
