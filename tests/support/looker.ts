import pg from 'pg'
import { municipalityId } from '../../db/seeds/demo/cast.ts'
import { type Db, over } from '../../platform/db.ts'
import { hashed } from '../../platform/request.ts'
import type { Town } from './town.ts'

/** Looks at the database of a town as the program does for somebody, or for a visitor, without a page in between. What a look kept stays, as it does after a page. */
export type Looker = { as: <T>(who: string | null, look: (db: Db) => Promise<T>) => Promise<T>; client: pg.Client; close: () => Promise<void> }

/** Over one connection of the restricted role. Call `close` before the town closes. */
export async function lookerIn(t: Town): Promise<Looker> {
  const client = new pg.Client({ connectionString: t.database.appUrl, pipeline: true } as pg.ClientConfig)
  await client.connect()
  return {
    client,
    as: async (who, look) => {
      await client.query('begin')
      await client.query('select ctx.open($1, $2, $3, null, null)', [who && hashed(t.secretOf(who)), municipalityId, t.now()])
      const { db, end } = over(client)
      const seen = await look(db)
      end()
      await client.query('commit')
      return seen
    },
    close: () => client.end(),
  }
}
