import { sql } from 'kysely'
import type { Reading } from '../../platform/context.ts'
import { notFound } from '../../platform/refusal.ts'
import { type AreaPlans, findAllPlans } from '../area-plans/index.ts'
import type { Called } from '../reasons/index.ts'

/** Words in addresses and what they stand for. */
export const sorts = ['activiteit', 'programma'] as const
export type Sort = (typeof sorts)[number]
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

const here = sql<string>`(select ctx.municipality())`

/** What may get a reason: something in the directory, or a programme; `edits` for who keeps it. */
export type Thing = { sort: Sort; key: string; id: string; municipalityId: string; name: string; called: Called; href: string; edits: boolean }

async function findThing({ db }: Pick<Reading, 'db'>, sort: string, key: string): Promise<Thing> {
  if (sort === 'activiteit') {
    const found = await db.selectFrom('services as s').where('s.municipalityId', '=', here).where('s.slug', '=', key).where('s.state', '=', 'published').where('s.mergedInto', 'is', null).select(['s.id', 's.municipalityId', 's.name', 's.kind', sql<boolean>`ctx.edits('service', s.id)`.as('edits')]).executeTakeFirst()
    if (found) return { sort, key, id: found.id, municipalityId: found.municipalityId, name: found.name, called: found.kind === 'activity' ? 'activity' : 'other', href: `/sociale-kaart/voorziening/${key}`, edits: found.edits }
  }
  if (sort === 'programma' && uuid.test(key)) {
    const found = await db.selectFrom('programs as p').innerJoin('organizations as o', (join) => join.onRef('o.municipalityId', '=', 'p.municipalityId').onRef('o.id', '=', 'p.organizationId')).where('p.municipalityId', '=', here).where('p.id', '=', key).where('o.state', '=', 'published').select(['p.id', 'p.municipalityId', 'p.name', sql<boolean>`ctx.edits_programme(p.id)`.as('edits')]).executeTakeFirst()
    if (found) return { sort, key, id: found.id, municipalityId: found.municipalityId, name: found.name, called: 'programme', href: `/sociale-kaart/programma/${key}`, edits: found.edits }
  }
  throw notFound()
}

export type ThingInTown = Thing & { areas: readonly AreaPlans[] }

/** One thing of the directory with the neighbourhoods for which it may answer a need. @throws Refusal 404 */
export async function findThingInTown(reading: Reading, { sort, key }: { sort: string; key: string }): Promise<ThingInTown> {
  const [thing, areas] = await Promise.all([findThing(reading, sort, key), findAllPlans(reading)])
  return { ...thing, areas }
}

export type ThingInArea = ThingInTown & { area: AreaPlans; /** what was said already, for any neighbourhood */ said: readonly { because: string; areaId: string }[] }

/** The same for one neighbourhood. @throws Refusal 404 */
export async function findThingInArea(reading: Reading, { sort, key, slug }: { sort: string; key: string; slug: string }): Promise<ThingInArea> {
  const thing = await findThingInTown(reading, { sort, key })
  const area = thing.areas.find((it) => it.slug === slug)
  if (!area) throw notFound()
  const said = await reading.db.selectFrom('activityReasons').where('municipalityId', '=', here).where(sort === 'activiteit' ? 'serviceId' : 'programId', '=', thing.id).where('endedOn', 'is', null).select(['because', 'areaId']).execute()
  return { ...thing, area, said }
}

/** One reason with what it is about. @throws Refusal 404 */
export async function findReason(reading: Reading, { reasonId }: { reasonId: string }): Promise<ThingInArea & { reasonId: string; because: string }> {
  const found = await reading.db
    .selectFrom('activityReasons as r')
    .innerJoin('areas as a', (join) => join.onRef('a.municipalityId', '=', 'r.municipalityId').onRef('a.id', '=', 'r.areaId'))
    .leftJoin('services as s', (join) => join.onRef('s.municipalityId', '=', 'r.municipalityId').onRef('s.id', '=', 'r.serviceId'))
    .where('r.municipalityId', '=', here)
    .where('r.id', '=', reasonId)
    .where('r.endedOn', 'is', null)
    .select(['r.because', 'r.programId', 's.slug as service', 'a.slug'])
    .executeTakeFirst()
  if (!found) throw notFound()
  const thing = await findThingInArea(reading, { sort: found.service ? 'activiteit' : 'programma', key: found.service ?? found.programId ?? '', slug: found.slug })
  return { ...thing, reasonId, because: found.because }
}
