import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import type { Reading } from '../../platform/context.ts'
import { notFound } from '../../platform/refusal.ts'
import { lightLasts } from './details.ts'
import type { Hours } from './hours.ts'
import { practiceOf } from './waits.tsx'

/** A person or a desk to call. */
export type Caller = { id: string; name: string | null; title: string | null; askedFor: string | null; email: string | null; visibility: 'public' | 'professionals' | 'team'; teamId: string | null; phones: readonly { number: string; description: string | null }[]; languages: readonly string[] }
export type Located = { id: string; name: string | null; masked: boolean; transportation: string | null; latitude: number | null; longitude: number | null; area: string | null; street: string | null; postalCode: string | null; city: string | null }
type Threshold = { aspect: 'physical' | 'psychological' | 'financial' | 'transport' | 'disability'; verdict: 'good' | 'partly' | 'poor' | 'unknown'; description: string | null }
type Known = 'needed' | 'not-needed' | 'unknown'
type Said = 'yes' | 'no' | 'unknown'

const callers = (of: 'service' | 'organization') => sql<Caller[]>`coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'name', c.name, 'title', c.title, 'askedFor', c.asked_for, 'email', c.email, 'visibility', c.visibility, 'teamId', c.team_id,
    'phones', coalesce((select jsonb_agg(jsonb_build_object('number', p.number, 'description', p.description) order by p.position, p.id) from phones p where p.municipality_id = c.municipality_id and p.contact_id = c.id), '[]'),
    'languages', coalesce((select jsonb_agg(l.name order by l.name) from languages l where l.municipality_id = c.municipality_id and l.contact_id = c.id), '[]')) order by c.position, c.name)
  from contact_persons c where c.municipality_id = x.municipality_id and ${of === 'service' ? sql`c.service_id = x.id` : sql`c.organization_id = x.id and c.service_id is null`}), '[]')`

const ownPhones = (of: 'service' | 'organization') => sql<{ number: string; description: string | null }[]>`coalesce((select jsonb_agg(jsonb_build_object('number', p.number, 'description', p.description) order by p.position, p.id) from phones p
  where p.municipality_id = x.municipality_id and p.contact_id is null and ${of === 'service' ? sql`p.service_id = x.id` : sql`p.organization_id = x.id and p.service_id is null`}), '[]')`

const located = sql`jsonb_build_object('id', l.id, 'name', l.name, 'masked', l.masked, 'transportation', l.transportation, 'latitude', l.latitude, 'longitude', l.longitude,
  'area', (select a.name from areas a where a.municipality_id = l.municipality_id and a.id = l.area_id), 'street', d.address1, 'postalCode', d.postal_code, 'city', d.city)`

const termsOf = (entity: 'service' | 'organization') => sql<{ taxonomy: string; slug: string; name: string; nameEn: string | null }[]>`coalesce((select jsonb_agg(jsonb_build_object('taxonomy', y.key, 'slug', t.slug, 'name', t.name, 'nameEn', t.name_en) order by y.key, t.position)
  from attributes a join taxonomy_terms t on t.municipality_id = a.municipality_id and t.id = a.taxonomy_term_id join taxonomies y on y.municipality_id = t.municipality_id and y.id = t.taxonomy_id
  where a.municipality_id = x.municipality_id and a.link_entity = ${entity} and a.link_id = x.id), '[]')`

const list = <T>(inner: ReturnType<typeof sql>) => sql<T[]>`coalesce((${inner}), '[]'::jsonb)`

/** Everything about one service, activity, project, home or scheme. @throws Refusal 404 there is none for who asks */
export async function findService({ db }: Pick<Reading, 'db'>, slug: string) {
  const found = (await serviceBySlug(db, slug)) ?? (await followed(db, 'service', slug, serviceBySlug))
  if (!found) throw notFound()
  return { ...found, indication: found.indication as Known, referral: found.referral as Known, registration: found.registration as Known, host: found.host as Said, companion: found.companion as Said, pickup: found.pickup as Said }
}

/** An entry that went into another is found there, also by its old address. */
async function followed<T>(db: Db, entity: 'service' | 'organization', slug: string, find: (db: Db, slug: string) => Promise<T | undefined>): Promise<T | undefined> {
  const answer = await sql<{ moved: string | null }>`select ctx.moved_to(${entity}, ${slug}) as moved`.execute(db)
  const moved = answer.rows[0]?.moved
  return moved ? find(db, moved) : undefined
}

async function serviceBySlug(db: Db, slug: string) {
  return db
    .selectFrom('services as x')
    .innerJoin('organizations as o', (join) => join.onRef('o.municipalityId', '=', 'x.municipalityId').onRef('o.id', '=', 'x.organizationId'))
    .leftJoin('people as who', (join) => join.onRef('who.municipalityId', '=', 'x.municipalityId').onRef('who.id', '=', 'x.assuredBy'))
    .leftJoin('projects as p', (join) => join.onRef('p.municipalityId', '=', 'x.municipalityId').onRef('p.serviceId', '=', 'x.id'))
    .leftJoin('housings as h', (join) => join.onRef('h.municipalityId', '=', 'x.municipalityId').onRef('h.serviceId', '=', 'x.id'))
    .leftJoin('schemes as m', (join) => join.onRef('m.municipalityId', '=', 'x.municipalityId').onRef('m.serviceId', '=', 'x.id'))
    .leftJoin('programs as pr', (join) => join.onRef('pr.municipalityId', '=', 'x.municipalityId').onRef('pr.id', '=', 'x.programId'))
    .leftJoin('organizations as hb', (join) => join.onRef('hb.municipalityId', '=', 'm.municipalityId').onRef('hb.id', '=', 'm.helpedBy'))
    .where('x.slug', '=', slug)
    .where('x.mergedInto', 'is', null)
    .selectAll('x')
    .select(['o.name as organization', 'o.slug as organizationSlug', 'pr.name as programName', 'p.goals', 'p.fromOn', 'p.untilOn', 'p.planRelation', 'p.results', 'h.form', 'h.places', 'h.supportHours', 'h.careOnCall', 'm.what', 'm.needs', 'm.yields', 'hb.name as helpedByName', 'hb.slug as helpedBySlug'])
    .select([
      closedTodayOf.as('closed'),
      sql<boolean>`(x.kind = 'activity' and ctx.takes_registrations(x.id))`.as('joinable'),
      practiceOf.as('practice'),
      callers('service').as('callers'),
      ownPhones('service').as('phones'),
      termsOf('service').as('terms'),
      list<Hours & { days: string[] }>(sql`select jsonb_agg(jsonb_build_object('freq', s.freq, 'interval', s.interval, 'byday', s.byday, 'opensAt', s.opens_at, 'closesAt', s.closes_at, 'description', s.description, 'dtstart', s.dtstart, 'until', s.until, 'exdates', s.exdates,
        'days', (select coalesce(jsonb_agg(d::date), '[]') from generate_series((select ctx.today()), (select ctx.today()) + 42, interval '1 day') d where ctx.takes_place(s, d::date)
          and (d::date > (select ctx.today()) or coalesce(s.closes_at, s.opens_at, '24:00') > ((select ctx.moment()) at time zone 'Europe/Amsterdam')::time))) order by s.position, s.id)
        from schedules s where s.municipality_id = x.municipality_id and s.service_id = x.id and (s.valid_to is null or s.valid_to >= (select ctx.today()))`).as('hours'),
      list<Located>(sql`select jsonb_agg(${located} order by sl.id) from service_at_locations sl join locations l on l.municipality_id = sl.municipality_id and l.id = sl.location_id
        left join addresses d on d.municipality_id = l.municipality_id and d.location_id = l.id and d.address_type = 'physical' where sl.municipality_id = x.municipality_id and sl.service_id = x.id`).as('locations'),
      list<Threshold>(sql`select jsonb_agg(jsonb_build_object('aspect', a.aspect, 'verdict', a.verdict, 'description', a.description) order by a.aspect, a.id) from accessibilities a where a.municipality_id = x.municipality_id and
        (a.service_id = x.id or a.location_id in (select sl.location_id from service_at_locations sl where sl.municipality_id = x.municipality_id and sl.service_id = x.id))`).as('thresholds'),
      list<{ amount: number | null; words: string | null; option: string | null }>(sql`select jsonb_agg(jsonb_build_object('amount', c.amount, 'words', c.amount_description, 'option', c.option) order by c.amount nulls last) from cost_options c where c.municipality_id = x.municipality_id and c.service_id = x.id`).as('costs'),
      list<string>(sql`select jsonb_agg(r.document order by r.document) from required_documents r where r.municipality_id = x.municipality_id and r.service_id = x.id and r.document is not null`).as('documents'),
      list<string>(sql`select jsonb_agg(l.name order by l.name) from languages l where l.municipality_id = x.municipality_id and l.service_id = x.id and l.name is not null`).as('languages'),
      list<{ basis: string | null; source: string | null }>(sql`select jsonb_agg(jsonb_build_object('basis', f.basis, 'source', f.source) order by f.basis, f.source) from fundings f where f.municipality_id = x.municipality_id and f.service_id = x.id`).as('fundings'),
      list<{ reach: string; area: string | null; extent: string | null }>(sql`select jsonb_agg(jsonb_build_object('reach', r.reach, 'area', a.name, 'extent', r.extent) order by r.reach, a.name) from service_areas r left join areas a on a.municipality_id = r.municipality_id and a.id = r.area_id where r.municipality_id = x.municipality_id and r.service_id = x.id`).as('reach'),
      list<{ name: string; slug: string }>(sql`select jsonb_agg(jsonb_build_object('name', q.name, 'slug', q.slug) order by q.name) from project_partners pp join organizations q on q.municipality_id = pp.municipality_id and q.id = pp.organization_id where pp.municipality_id = x.municipality_id and pp.service_id = x.id`).as('partners'),
      sql<{ light: 'room' | 'little-room' | 'full'; updated: string } | null>`(select jsonb_build_object('light', c.light, 'updated', c.updated) from service_capacities c where c.municipality_id = x.municipality_id and c.service_id = x.id and c.updated > (select ctx.moment()) - make_interval(days => ${lightLasts}) and c.light <> 'unknown' order by c.updated desc limit 1)`.as('capacity'),
    ])
    .executeTakeFirst()
}
const closedTodayOf = sql<boolean>`(x.status = 'temporarily closed' and coalesce(x.closed_from, '-infinity') <= (select ctx.today()) and coalesce(x.closed_until, 'infinity') >= (select ctx.today()))`
export type ServiceRecord = Awaited<ReturnType<typeof findService>>

/** One organisation with what it offers. @throws Refusal 404 there is none for who asks */
export async function findOrganization({ db }: Pick<Reading, 'db'>, slug: string) {
  const found = (await organizationBySlug(db, slug)) ?? (await followed(db, 'organization', slug, organizationBySlug))
  if (!found) throw notFound()
  return found
}

/** Everybody who signed in finds the name of an organisation, because organisations are parties in cases; what it says about itself is for whom it is published. */
const open = sql<boolean>`((select ctx.keeps_directory()) or x.id = any ((select ctx.cares_for('organization'))::uuid[]) or (x.state = 'published'
  and (x.publish_on is null or x.publish_on <= (select ctx.today())) and (x.expire_on is null or x.expire_on >= (select ctx.today()))
  and ((select ctx.kind()) = 'worker' or (x.visibility = 'public' and (x.hide_on is null or x.hide_on > (select ctx.today()))))))`

async function organizationBySlug(db: Db, slug: string) {
  return db
    .selectFrom('organizations as x')
    .leftJoin('organizations as p', (join) => join.onRef('p.municipalityId', '=', 'x.municipalityId').onRef('p.id', '=', 'x.parentOrganizationId'))
    .where('x.slug', '=', slug)
    .where('x.mergedInto', 'is', null)
    .where(open)
    .selectAll('x')
    .select(['p.name as parentName', 'p.slug as parentSlug'])
    .select([
      callers('organization').as('callers'),
      ownPhones('organization').as('phones'),
      termsOf('organization').as('terms'),
      list<Located>(sql`select jsonb_agg(${located} order by l.name, l.id) from locations l left join addresses d on d.municipality_id = l.municipality_id and d.location_id = l.id and d.address_type = 'physical' where l.municipality_id = x.municipality_id and l.organization_id = x.id`).as('locations'),
      list<{ name: string; slug: string; summary: string | null; summaryEn: string | null; kind: string }>(sql`select jsonb_agg(jsonb_build_object('name', s.name, 'slug', s.slug, 'summary', s.summary, 'summaryEn', s.summary_en, 'kind', s.kind) order by s.kind, s.name) from services s where s.municipality_id = x.municipality_id and s.organization_id = x.id and s.state = 'published'`).as('services'),
      list<{ id: string; name: string }>(sql`select jsonb_agg(jsonb_build_object('id', g.id, 'name', g.name) order by g.name) from programs g where g.municipality_id = x.municipality_id and g.organization_id = x.id`).as('programs'),
      list<{ name: string; slug: string }>(sql`select jsonb_agg(jsonb_build_object('name', c.name, 'slug', c.slug) order by c.name) from organizations c where c.municipality_id = x.municipality_id and c.parent_organization_id = x.id and c.state = 'published'`).as('children'),
      list<{ name: string; slug: string; ring: string; function: string | null }>(sql`select jsonb_agg(jsonb_build_object('name', n.name, 'slug', n.slug, 'ring', m.ring, 'function', m.function) order by n.name) from network_members m join networks n on n.municipality_id = m.municipality_id and n.id = m.network_id where m.municipality_id = x.municipality_id and m.organization_id = x.id`).as('networks'),
    ])
    .executeTakeFirst()
}
export type OrganizationRecord = Awaited<ReturnType<typeof findOrganization>>

/** One network and who is in it. @throws Refusal 404 there is none for who asks */
export async function findNetwork({ db }: Pick<Reading, 'db'>, slug: string) {
  const found = await db
    .selectFrom('networks as x')
    .leftJoin('areas as a', (join) => join.onRef('a.municipalityId', '=', 'x.municipalityId').onRef('a.id', '=', 'x.areaId'))
    .where('x.slug', '=', slug)
    .where('x.state', '=', 'published')
    .selectAll('x')
    .select('a.name as area')
    .select(list<{ name: string; slug: string; ring: 'core' | 'shell' | 'guest'; function: string | null }>(sql`select jsonb_agg(jsonb_build_object('name', o.name, 'slug', o.slug, 'ring', m.ring, 'function', m.function) order by m.ring, o.name) from network_members m join organizations o on o.municipality_id = m.municipality_id and o.id = m.organization_id where m.municipality_id = x.municipality_id and m.network_id = x.id`).as('members'))
    .executeTakeFirst()
  if (!found) throw notFound()
  return found
}
export type NetworkRecord = Awaited<ReturnType<typeof findNetwork>>

/** Three other things for the same people or about the same, in the same area, the surest first. */
export const alsoThere = async (db: Db, serviceId: string) => {
  const rows = await sql<{ name: string; slug: string; summary: string | null; summaryEn: string | null }>`
    select o.name, o.slug, o.summary, o.summary_en as "summaryEn" from directory_index i join directory_index o on o.municipality_id = i.municipality_id and o.entity = 'service' and o.record_id <> i.record_id and o.facets && i.facets and o.reach && i.reach
    where i.municipality_id = (select ctx.municipality()) and i.entity = 'service' and i.record_id = ${serviceId} and o.visibility = 'public' and o.state = 'published' and (o.stale_on is null or o.stale_on > (select ctx.today()))
    order by (select count(*) from unnest(o.facets) f where f = any (i.facets) and (f like 'life-domain:%' or f like 'target-group:%' or f like 'field:%')) desc, o.assured_date desc nulls last, o.name limit 3`.execute(db)
  return rows.rows
}
