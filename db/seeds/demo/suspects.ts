import type pg from 'pg'
import { flagSuspects } from '../../../capabilities/figures/suspects/flagging.ts'
import { over } from '../../../platform/db.ts'
import { areaId, municipalityId, personId } from './cast.ts'
import { idOf } from './ids.ts'
import type { World } from './index.ts'

const judgements = [
  { area: 'kruiskamp', indicator: 'inhabitants', judgement: 'asked', reason: 'Gevraagd aan de afdeling die de cijfers maakte. Zij zoeken uit of twee regels zijn verwisseld.' },
  { area: 'de-koppel', indicator: 'dwellings', judgement: 'right', reason: 'De woningen zijn apart geteld. Wat niet kan kloppen, is het aantal mensen.' },
] as const

/** What the rules find in the figures of the demonstration, and what somebody said of two of them. */
export async function seedSuspects(client: pg.ClientBase, world: World): Promise<void> {
  const { db, end } = over(client)
  await flagSuspects({ db, municipalityId, now: world.now }, municipalityId)
  end()
  await client.query('update figure_flags set flagged_at = $2 where municipality_id = $1', [municipalityId, `${world.day(-20)} 08:30Z`])
  for (const { area, indicator, judgement, reason } of judgements)
    await client.query(
      `update figure_flags g set judgement = $4, reason = $5, judged_by = $6, judged_at = $7, version = 2 from figures f
       where g.municipality_id = $1 and f.municipality_id = g.municipality_id and f.id = g.figure_id and f.area_id = $2 and f.indicator_id = $3`,
      [municipalityId, areaId(area), idOf('indicator', indicator), judgement, reason, personId('petra'), `${world.day(-12)} 10:15Z`],
    )
}
