import type { Reading as Asking } from '../../platform/context.ts'
import { dayOf, timeOf } from '../../platform/dates.ts'
import { sql } from 'kysely'
import { groupsOf, postcodeOf, type Question } from './asking.ts'
import { type Detail, detailsOf, freshPart } from './details.ts'
import { type Entity, type Found, type Hit, type Point, type Reading, readQuestion, search } from './search.ts'

/** An area with its place and shape on the sketch. */
export type Ground = { id: string; parentId: string | null; slug: string; name: string; kind: string; latitude: number | null; longitude: number | null; outline: readonly (readonly [number, number])[] | null }
export type Term = { taxonomy: string; slug: string; name: string; nameEn: string | null }
export type Line = { hit: Hit; detail: Detail | undefined; /** of a person to call */ phone: string | undefined }
export type Results = {
  question: Question
  reading: Reading
  total: number
  counts: Record<string, number>
  lines: readonly Line[]
  /** where the one who asks is, when told */
  near: Point | null
  nearName: string | null
  postcode: 'none' | 'known' | 'unknown' | 'wrong'
  area: Ground | null
  areas: readonly Ground[]
  terms: readonly Term[]
  team: { name: string; slug: string; phone: string | null } | null
  /** the line of the municipality */
  phone: string | null
  /** part of what everybody sees that was checked lately */
  fresh: number | null
  /** what comes closest, when nothing was found */
  instead: { how: 'without-filters' | 'any-word' | 'nothing'; lines: readonly Line[] } | null
}

/** How many stand on one page; letters A to T mark them on the sketch. */
export const pageSize = 20
const publicEntities: readonly Entity[] = ['service', 'organization', 'network']
const mostInstead = 5

const groundOf = (db: Asking['db']): Promise<Ground[]> =>
  db.selectFrom('areas').where('kind', 'not in', ['country', 'province']).select(['id', 'parentId', 'slug', 'name', 'kind', 'latitude', 'longitude', 'outline']).orderBy('name').execute() as Promise<Ground[]>

const termsOf = (db: Asking['db']): Promise<Term[]> =>
  db.selectFrom('taxonomyTerms as t').innerJoin('taxonomies as x', (join) => join.onRef('x.municipalityId', '=', 't.municipalityId').onRef('x.id', '=', 't.taxonomyId')).where('x.key', 'in', ['field', 'target-group', 'life-domain']).orderBy('x.key').orderBy('t.position').select(['x.key as taxonomy', 't.slug', 't.name', 't.nameEn']).execute()

const teamsOf = (db: Asking['db']) => db.selectFrom('teams').select(['name', 'slug', 'phone', 'areaId']).where('kind', '=', 'linking-team').orderBy('name').execute()

const cityOf = (db: Asking['db']) => db.selectFrom('municipalities').where('id', '=', sql<string>`(select ctx.municipality())`).select('phone').executeTakeFirst()

const postcodeRow = (db: Asking['db'], digits: string) =>
  db.selectFrom('postcodes').where('postcode4', '=', digits).select(['latitude', 'longitude', 'areaId']).executeTakeFirst()

const idsOf = (found: Found, entity: Entity): string[] => found.hits.filter((it) => it.entity === entity).map((it) => it.id)

async function phonesOf(db: Asking['db'], contacts: readonly string[]): Promise<Map<string, string>> {
  if (contacts.length === 0) return new Map()
  const rows = await db.selectFrom('phones').where('contactId', 'in', [...contacts]).orderBy('position', 'desc').select(['contactId', 'number']).execute()
  return new Map(rows.map((it) => [it.contactId ?? '', it.number]))
}

const linesOf = async (db: Asking['db'], found: Found): Promise<Line[]> => {
  const [details, phones] = await Promise.all([detailsOf(db, idsOf(found, 'service')), phonesOf(db, idsOf(found, 'contact'))])
  return found.hits.map((hit) => ({ hit, detail: details.get(hit.id), phone: phones.get(hit.id) }))
}

type Place = Pick<Results, 'near' | 'nearName' | 'postcode' | 'area'>

async function placeOf(db: Asking['db'], question: Question, areas: readonly Ground[]): Promise<Place> {
  const area = areas.find((it) => it.slug === question.wijk) ?? null
  const centre = area && area.kind !== 'municipality' && area.latitude !== null && area.longitude !== null ? { latitude: area.latitude, longitude: area.longitude } : null
  const digits = postcodeOf(question.postcode)
  if (digits === null) return { near: centre, nearName: centre && area ? area.name : null, postcode: 'none', area }
  if (digits === undefined) return { near: centre, nearName: centre && area ? area.name : null, postcode: 'wrong', area }
  const row = await postcodeRow(db, digits)
  return row ? { near: { latitude: row.latitude, longitude: row.longitude }, nearName: digits, postcode: 'known', area } : { near: centre, nearName: centre && area ? area.name : null, postcode: 'unknown', area }
}

/** The team of an area or of the area around it. */
function teamFor(teams: Awaited<ReturnType<typeof teamsOf>>, areas: readonly Ground[], area: Ground | null): Results['team'] {
  let at: Ground | undefined = area ?? undefined
  while (at) {
    const team = teams.find((it) => it.areaId === at?.id)
    if (team) return { name: team.name, slug: team.slug, phone: team.phone }
    at = areas.find((it) => it.id === at?.parentId)
  }
  return null
}

/** Answers a question to the directory; what it asks for and nobody offers is counted as a gap, without saying who asked. */
export async function find({ db, now }: Asking, typed: Question, extra: readonly Entity[] = []): Promise<Results> {
  const question = { ...typed, q: typed.q?.replaceAll('\0', ' ') } // the database holds no such character
  const [reading, areas, terms, teams, city, fresh] = await Promise.all([readQuestion(db, question.q ?? ''), groundOf(db), termsOf(db), teamsOf(db), cityOf(db), freshPart(db)])
  const place = await placeOf(db, question, areas)
  const groups = groupsOf(question)
  const entities = [...publicEntities, ...extra]
  const asked = {
    reading, groups, entities, near: place.near,
    areaId: place.area && place.area.kind !== 'municipality' ? place.area.id : null,
    openAt: question.open ? { day: dayOf(now), time: timeOf(now) } : null,
    order: question.volgorde ?? ('past' as const),
    limit: pageSize,
    offset: ((question.pagina ?? 1) - 1) * pageSize,
  }
  const found = await search(db, asked)
  const base = { question, reading, total: found.total, counts: found.counts, ...place, areas, terms, team: teamFor(teams, areas, place.area), phone: city?.phone ?? null, fresh }
  if (found.total > 0) return { ...base, lines: await linesOf(db, found), instead: null }
  const instead = await closest(db, asked)
  if ((question.q ?? '').trim() !== '') await sql`select ctx.note_unmet_need(${question.q}, ${asked.areaId}, 'search', null)`.execute(db)
  return { ...base, lines: [], instead }
}

async function closest(db: Asking['db'], asked: Parameters<typeof search>[1]): Promise<Results['instead']> {
  const wider = { ...asked, limit: mostInstead, offset: 0, groups: [], openAt: null, areaId: null }
  const without = await search(db, wider)
  if (without.total > 0) return { how: 'without-filters', lines: await linesOf(db, without) }
  const any = asked.reading.words.length > 1 ? await search(db, { ...wider, loose: true }) : { total: 0, counts: {}, hits: [] }
  return any.total > 0 ? { how: 'any-word', lines: await linesOf(db, any) } : { how: 'nothing', lines: [] }
}
