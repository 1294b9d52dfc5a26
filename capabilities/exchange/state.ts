import type pg from 'pg'

/**
 * In which state the directory is: a number that every change of anything in it moves, known with the change itself. Whoever asks gets it as it is after asking, never
 * from before; those who ask while another look is under way are answered by the next one together. Null when the database does not answer.
 */
export function directoryState(pool: pg.Pool): () => Promise<string | null> {
  const look = async (): Promise<string | null> => {
    try {
      return (await pool.query<{ state: string }>({ name: 'directory state', text: 'select ctx.directory_state() as state' })).rows[0]?.state ?? null
    } catch {
      return null // whoever makes the answer itself hears what is the matter
    }
  }
  let under: Promise<unknown> = Promise.resolve()
  let next: Promise<string | null> | null = null
  return () => {
    next ??= under.then(() => new Promise((soon) => setImmediate(soon))).then(() => {
      next = null
      const looking = look()
      under = looking
      return looking
    })
    return next
  }
}
