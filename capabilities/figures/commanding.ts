import { openPool, over } from '../../platform/db.ts'
import { applyPlan } from './applying.ts'
import { type Plan, planOf } from './plan.ts'
import { receive, type Said } from './receiving.ts'
import { findImport } from './record.ts'

/** What the command line did with a file: its number, what it changes, and whether that was done. */
export type Commanded = { number: number; plan: Plan; applied: boolean }

/**
 * Brings in a file from the command line, as whoever owns the database: nobody is signed in, so the file carries no name.
 * One transaction; without `apply` the file waits on the page of files, for somebody to look at.
 *
 * @throws Refusal 400 what is wrong with the file
 */
export async function bringByCommand(ownerUrl: string, municipalityId: string, said: Said, { apply, now }: { apply: boolean; now: Date }): Promise<Commanded> {
  const pool = openPool(ownerUrl, 1)
  const client = await pool.connect()
  await client.query('begin')
  const { db, end } = over(client)
  try {
    const taking = { db, municipalityId, personId: null, now }
    const importId = await receive(taking, said, municipalityId)
    const record = await findImport({ db, forChange: true }, { importId }, municipalityId)
    const plan = planOf(record)
    const news = plan.added.length + plan.changed.length + plan.boundaries.added.length + plan.boundaries.changed.length
    const applied = apply && record.state === 'proposed' && news > 0
    if (applied) await applyPlan(taking, record, plan)
    await client.query('commit')
    return { number: record.number, plan, applied }
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    end()
    client.release()
    await pool.end()
  }
}
