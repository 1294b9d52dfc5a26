import { sql } from 'kysely'
import type { Reading } from '../../platform/context.ts'
import { notFound } from '../../platform/refusal.ts'
import { favouritesOf } from '../directory/index.ts'

const mostOrganizations = 15
const mostCallers = 60

type Colleague = { id: string; name: string; function: string | null; organization: string; ring: 'core' | 'shell'; duty: 'member' | 'coordinator'; phone: string | null }
type Called = { id: string; name: string | null; title: string | null; askedFor: string; visibility: 'public' | 'professionals' | 'team'; teamId: string | null; phone: string | null; organization: string; organizationSlug: string; serviceSlug: string | null }
type Linked = { name: string; slug: string; summary: string | null }

/** The neighbourhoods that have a team, with the one that is asked for: by name, or that of the own team. */
async function areasOf({ db }: Reading, wijk: string | undefined) {
  const areas = await db
    .selectFrom('teams as t')
    .innerJoin('areas as a', (join) => join.onRef('a.municipalityId', '=', 't.municipalityId').onRef('a.id', '=', 't.areaId'))
    .where('t.kind', '=', 'linking-team')
    .orderBy('a.name')
    .select(['a.id', 'a.slug', 'a.name', 't.id as teamId', 't.name as team', 't.slug as teamSlug', 't.phone'])
    .select(sql<boolean>`t.id = any ((select ctx.teams())::uuid[])`.as('own'))
    .execute()
  const asked = wijk ? areas.find((it) => it.slug === wijk) : (areas.find((it) => it.own) ?? areas[0])
  if (!asked) throw notFound()
  return { areas, area: asked }
}

const colleagues = ({ db }: Reading, teamId: string) =>
  sql<Colleague>`
    select p.id, p.name, p.function, o.name as organization, m.ring, m.duty, c.phone
    from team_members m
      join people p on p.municipality_id = m.municipality_id and p.id = m.person_id and p.active
      join organizations o on o.municipality_id = m.municipality_id and o.id = m.organization_id
      left join people_contacts c on c.municipality_id = m.municipality_id and c.person_id = m.person_id
    where m.team_id = ${teamId} and m.from_on <= (select ctx.today()) and (m.until_on is null or m.until_on >= (select ctx.today()))
    order by m.ring, m.duty, p.name`.execute(db)

/** What serves the area, read once: the index says where it reaches, the service of whom it is. */
const serving = (areaId: string) => sql`found as materialized (select i.record_id as id, i.kind, i.facets from directory_index i where i.entity = 'service' and i.state = 'published' and i.reach @> array[${areaId}::uuid]),
  serving as materialized (select s.id, s.organization_id, s.name, s.slug, s.summary, f.kind from services s join found f on f.id = s.id where s.id = any (array(select id from found)))`

/** People to call of organisations with an offer in the area, by what they can be asked. */
const callers = ({ db }: Reading, areaId: string) =>
  sql<Called>`
    with ${serving(areaId)}, called as materialized (
      select c.* from contact_persons c where c.asked_for is not null and case when c.service_id is null then c.organization_id = any (array(select organization_id from serving)) else c.service_id = any (array(select id from serving)) end)
    select c.id, c.name, c.title, c.asked_for as "askedFor", c.visibility, c.team_id as "teamId", o.name as organization, o.slug as "organizationSlug", s.slug as "serviceSlug",
      (select p.number from phones p where p.municipality_id = c.municipality_id and p.contact_id = c.id order by p.position, p.id limit 1) as phone
    from called c left join serving s on s.id = c.service_id join organizations o on o.municipality_id = c.municipality_id and o.id = coalesce(c.organization_id, s.organization_id) and o.state = 'published'
    order by c.asked_for, c.name limit ${mostCallers}`.execute(db)

const organizations = ({ db }: Reading, areaId: string) =>
  sql<Linked & { kind: string; offers: number }>`
    with ${serving(areaId)}, counted as materialized (select organization_id, count(*)::integer as offers from serving group by organization_id)
    select o.name, o.slug, o.summary, o.kind, c.offers from counted c join organizations o on o.municipality_id = (select ctx.municipality()) and o.id = c.organization_id and o.state = 'published' order by c.offers desc, o.name limit ${mostOrganizations}`.execute(db)

const projects = ({ db }: Reading, areaId: string) =>
  sql<Linked>`
    with ${serving(areaId)}
    select s.name, s.slug, s.summary from serving s left join projects p on p.municipality_id = (select ctx.municipality()) and p.service_id = s.id where s.kind = 'project' and (p.until_on is null or p.until_on >= (select ctx.today())) order by s.name limit 12`.execute(db)

const subjects = ({ db }: Reading, areaId: string) =>
  sql<{ slug: string; name: string; nameEn: string | null; count: number }>`
    with ${serving(areaId)}, marked as materialized (select mark, count(*)::integer as count from found, unnest(facets) mark where mark like 'life-domain:%' group by mark)
    select t.slug, t.name, t.name_en as "nameEn", m.count from marked m join taxonomy_terms t on m.mark = 'life-domain:' || t.slug join taxonomies y on y.municipality_id = t.municipality_id and y.id = t.taxonomy_id and y.key = 'life-domain' order by t.position`.execute(db)

/** All that somebody who is new in an area wants to know first. @throws Refusal 404 there is no such area with a team */
export async function findWhoIsWho(reading: Reading, wijk: string | undefined) {
  const { areas, area } = await areasOf(reading, wijk)
  const [team, called, organisations, running, about, favourites, networks] = await Promise.all([
    colleagues(reading, area.teamId), callers(reading, area.id), organizations(reading, area.id), projects(reading, area.id), subjects(reading, area.id), favouritesOf(reading),
    reading.db.selectFrom('networks').where('state', '=', 'published').where((at) => at.or([at('areaId', '=', area.id), at('areaId', 'is', null)])).orderBy('name').select(['name', 'slug', 'summary', 'meets']).execute(),
  ])
  return { areas, area, team: team.rows, callers: called.rows, organizations: organisations.rows, projects: running.rows, subjects: about.rows, favourites, networks }
}
