import type { Reading } from '../../platform/context.ts'

/** Somebody of a team, by what they do and for whom they work. */
export type TeamExpert = { name: string; function: string | null; organizationId: string; organization: string; ring: 'core' | 'shell' }

/** Who is in the linking team of an area, or of the area around it. Row level security decides who may read names of colleagues. */
export async function findTeamOf({ db }: Pick<Reading, 'db'>, areaSlug: string): Promise<{ slug: string; name: string; experts: TeamExpert[] } | null> {
  const areas = await db.selectFrom('areas').select(['id', 'slug', 'parentId']).execute()
  const teams = await db.selectFrom('teams').where('kind', '=', 'linking-team').select(['id', 'slug', 'name', 'areaId']).execute()
  let at = areas.find(({ slug }) => slug === areaSlug)
  let team: (typeof teams)[number] | undefined
  while (at && !team) {
    team = teams.find(({ areaId }) => areaId === at?.id)
    at = areas.find(({ id }) => id === at?.parentId)
  }
  if (!team) return null
  const experts = await db.selectFrom('teamMembers as m')
    .innerJoin('people as p', (join) => join.onRef('p.municipalityId', '=', 'm.municipalityId').onRef('p.id', '=', 'm.personId'))
    .innerJoin('organizations as o', (join) => join.onRef('o.municipalityId', '=', 'm.municipalityId').onRef('o.id', '=', 'm.organizationId'))
    .where('m.teamId', '=', team.id).where('m.untilOn', 'is', null).where('p.active', '=', true).orderBy('m.ring').orderBy('p.name').select(['p.name', 'p.function', 'o.id as organizationId', 'o.name as organization', 'm.ring']).execute()
  return { slug: team.slug, name: team.name, experts }
}
