import { sql } from 'kysely'
import type { Reading } from '../../platform/context.ts'
import { notFound } from '../../platform/refusal.ts'
import type { Area } from '../../platform/visit.ts'

/** Where and when people find a team. */
export type PublicTeam = {
  slug: string
  name: string
  phone: string | null
  phoneHours: string | null
  place: string | null
  placeHours: string | null
  area: Area
}
/** What its own page tells besides: who chose to be named. */
export type TeamRecord = PublicTeam & { about: string | null; members: readonly { name: string; function: string | null; organization: string }[] }

/** The teams of the neighbourhoods, by the name of their area, with the areas that each serves: its own and the parts of it. */
export async function findTeams({ db }: Reading): Promise<(PublicTeam & { serves: readonly string[] })[]> {
  const [teams, parts] = await Promise.all([
    db
      .selectFrom('teams as t')
      .innerJoin('areas as a', (join) => join.onRef('a.municipalityId', '=', 't.municipalityId').onRef('a.id', '=', 't.areaId'))
      .where('t.kind', '=', 'linking-team')
      .select(['t.slug', 't.name', 't.phone', 't.phoneHours', 't.place', 't.placeHours', 't.areaId', 'a.slug as areaSlug', 'a.name as areaName'])
      .orderBy('a.name')
      .execute(),
    db.selectFrom('areas').where('kind', '=', 'sub-area').select(['slug', 'parentId']).execute(),
  ])
  return teams.map(({ areaId, areaSlug, areaName, ...team }) => ({
    ...team,
    area: { slug: areaSlug, name: areaName },
    serves: [areaSlug, ...parts.filter(({ parentId }) => parentId === areaId).map(({ slug }) => slug)],
  }))
}

/** One team as its page tells it. @throws Refusal 404 there is no such team */
export async function findTeam({ db }: Reading, slug: string): Promise<TeamRecord> {
  const { rows } = await sql<{ page: TeamRecord | null }>`select ctx.team_page(${slug}) as page`.execute(db)
  const page = rows[0]?.page
  if (!page) throw notFound()
  return page
}
