import { sql } from 'kysely'
import { z } from 'zod'
import type { Db } from '../../platform/db.ts'
import { ground, type ShownAnswer, type ShownReason } from './shown.ts'

const kept = z.array(ground)

/** Of what the reasons are asked. */
export type Of = { serviceId: string } | { /** of a service */ slug: string } | { programId: string }

/** Points that a reason names, as far as the actor reads the plan they are in. */
const pointsOf = sql<{ id: string; planId: string; statement: string }[]>`coalesce((select jsonb_agg(jsonb_build_object('id', n.id, 'planId', n.plan_id, 'statement', n.statement) order by n.at, n.id)
  from activity_reason_points x join area_plan_points n on n.municipality_id = x.municipality_id and n.id = x.point_id where x.municipality_id = r.municipality_id and x.reason_id = r.id and n.withdrawn_on is null
    and exists (select from area_plans p where p.municipality_id = n.municipality_id and p.id = n.plan_id and p.area_id = any ((select ctx.plan_areas())::uuid[]))), '[]')`

const rows = (db: Db) =>
  db
    .selectFrom('activityReasons as r')
    .innerJoin('areas as a', (join) => join.onRef('a.municipalityId', '=', 'r.municipalityId').onRef('a.id', '=', 'r.areaId'))
    .where('r.municipalityId', '=', sql<string>`(select ctx.municipality())`)
    .where('r.endedOn', 'is', null)
    .orderBy('r.at')
    .orderBy('r.id')
    .select(['r.id', 'r.because', 'r.restsOn', 'a.slug', 'a.name', pointsOf.as('points')])

/** Does the actor work in an area for which a reason can be given? The database knows, as for its policies. */
export const worksSomewhere = async (db: Db): Promise<boolean> => (await sql<{ it: boolean }>`select ctx.kind() = 'worker' and cardinality(ctx.plan_areas()) > 0 as it`.execute(db)).rows[0]?.it ?? false

/** Why an activity or programme is there: what was said and did not end. */
export async function reasonsOf(db: Db, of: Of): Promise<ShownReason[]> {
  const all = rows(db)
  const asked = 'serviceId' in of ? all.where('r.serviceId', '=', of.serviceId) : 'slug' in of ? all.where('r.serviceId', '=', (on) => on.selectFrom('services as s').where('s.slug', '=', of.slug).select('s.id')) : all.where('r.programId', '=', of.programId)
  const found = await asked.execute()
  return found.map(({ id, because, restsOn, slug, name, points }) => ({ id, because, area: { slug, name }, restsOn: kept.parse(restsOn), points: points.map((it) => ({ statement: it.statement, href: `/wijkplan/${it.planId}/analyse#punt-${it.id}` })) }))
}

/** Which activities and programmes answer a need of an area, by their name; as colleagues find them. */
export async function answersIn(db: Db, areaSlug: string): Promise<ShownAnswer[]> {
  const found = await rows(db)
    .leftJoin('services as s', (join) => join.onRef('s.municipalityId', '=', 'r.municipalityId').onRef('s.id', '=', 'r.serviceId'))
    .leftJoin('programs as p', (join) => join.onRef('p.municipalityId', '=', 'r.municipalityId').onRef('p.id', '=', 'r.programId'))
    .where('a.slug', '=', areaSlug)
    .where((on) => on.or([on('s.id', 'is', null), on('s.state', '=', 'published')]))
    .select(['s.slug as service', 's.name as serviceName', 'p.id as program', 'p.name as programName'])
    .execute()
  return found.map(({ because, restsOn, points, service, serviceName, program, programName }) => ({
    name: serviceName ?? programName ?? '', href: service ? `/sociale-kaart/voorziening/${service}` : `/sociale-kaart/programma/${program}`, because, keys: kept.parse(restsOn).map(({ key }) => key), pointIds: points.map(({ id }) => id),
  }))
}
