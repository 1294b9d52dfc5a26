import type pg from 'pg'
import { areaId, type CastKey, municipalityId, personId } from './cast.ts'
import { serviceId } from './directory.ts'
import { idOf } from './ids.ts'
import type { World } from './index.ts'
import { insertAll } from './insert.ts'
import { pointId } from './plans.ts'
import { openGround } from './plans/analysis.ts'
import { prevalenceId } from './prevalences.ts'
import { programmeId } from './programmes.ts'

const own = { municipality_id: municipalityId }
const area = 'randenbroek-schuilenburg'

type Reason = { key: string; service?: string; programme?: string; because: string; grounds: readonly (keyof typeof openGround)[]; points?: readonly string[]; by: CastKey; on: number }

/** Why some activities and a programme are there. */
const reasons: readonly Reason[] = [
  { key: 'eetclub', service: 'eetclub', because: 'veel ouderen in deze wijk alleen eten en dat liever samen doen', grounds: ['lonely', 'lonelyFigure'], points: ['lonely'], by: 'hassan', on: -20 },
  { key: 'wandelclub', service: 'wandelclub', because: 'bewoners vroegen om overdag samen te wandelen', grounds: ['walking'], points: ['walking'], by: 'els', on: -18 },
  { key: 'muis', programme: 'muis', because: 'kinderen van ouders met psychische problemen hier nog weinig steun vinden', grounds: ['mental'], by: 'hassan', on: -15 },
]

/** The id of a reason of the demonstration. */
export const reasonId = (key: string): string => idOf('activity reason', key)

/** Activities say which need they answer, with what they rest on as it stood. */
export async function seedReasons(client: pg.ClientBase, world: World): Promise<void> {
  await insertAll(client, 'activity_reasons', reasons.map((it) => ({
    ...own, id: reasonId(it.key), service_id: it.service ? serviceId(it.service) : null, program_id: it.programme ? programmeId(it.programme) : null, area_id: areaId(area), because: it.because,
    rests_on: it.grounds.map((ground) => openGround[ground]({ area, prevalence: prevalenceId }, world.day(it.on))), by_id: personId(it.by), at: new Date(world.now.getTime() + it.on * 86_400_000).toISOString(),
  })))
  await insertAll(client, 'activity_reason_points', reasons.flatMap((it) => (it.points ?? []).map((point) => ({ ...own, reason_id: reasonId(it.key), point_id: pointId('randenbroek', point) }))))
}
