import type { Reading } from '../../platform/context.ts'
import { notFound } from '../../platform/refusal.ts'
import { findGaps, findTerms } from '../directory/index.ts'
import { findArea } from '../neighbourhoods/index.ts'
import { answersIn } from '../reasons/index.ts'
import { findTeamOf } from '../teams/index.ts'

/** How far back the database looks at what was asked in vain, in days: see `ctx.gaps`. */
export const gapDays = 182

/** Need and supply of an area as who works there may know it. @throws Refusal 404 */
export async function findAreaNeed(reading: Reading, { slug }: { slug: string }) {
  const area = await findArea(reading, slug)
  if (area.composed) throw notFound() // supply is known of its parts, not of the whole
  const [gaps, team, fields, answers] = await Promise.all([findGaps(reading.db, slug), findTeamOf(reading, slug), findTerms(reading.db, 'field'), answersIn(reading.db, slug)])
  return { area, gaps, team, fields, answers }
}
export type NeedRecord = Awaited<ReturnType<typeof findAreaNeed>>
