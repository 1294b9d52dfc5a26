import { sql } from 'kysely'
import type { Reading as Asking } from '../../platform/context.ts'
import { dayOf, timeOf } from '../../platform/dates.ts'
import { groupsOf, postcodeOf, type Question } from './asking.ts'
import { baseOf, type Ground, type Team, type Term } from './ground.ts'
import { areaAmong, postcodeAmong } from './placeAmong.ts'
import { type Entity, type Found, type Hit, listAll, type Point, type Reading, readQuestion, type Search, search } from './search.ts'
import { forVisitors } from './visitors/keeping.ts'

export type { Ground, Term } from './ground.ts'
export type Results = {
  question: Question
  reading: Reading
  total: number
  counts: Record<string, number>
  lines: readonly Hit[]
  /** where the one who asks is, when told */
  near: Point | null
  nearName: string | null
  postcode: 'none' | 'known' | 'unknown' | 'wrong'
  /** the postcode that stood between the words, and is none of the words of `question` */
  postcodeTyped: string | null
  area: Ground | null
  /** an area that stands between the words, for who would rather have all there is for it */
  named: { area: Ground; rest: string } | null
  areas: readonly Ground[]
  terms: readonly Term[]
  team: { name: string; slug: string; phone: string | null } | null
  /** the line of the municipality */
  phone: string | null
  /** part of what everybody sees that was checked lately */
  fresh: number | null
  /** what comes closest, when nothing was found */
  instead: { how: 'without-filters' | 'any-word' | 'nothing'; lines: readonly Hit[] } | null
}

/** How many stand on one page; letters A to T mark them on the sketch. */
export const pageSize = 20
const publicEntities: readonly Entity[] = ['service', 'organization', 'network', 'program']
const mostInstead = 5

const postcodeRow = (db: Asking['db'], digits: string) =>
  db.selectFrom('postcodes').where('postcode4', '=', digits).select(['latitude', 'longitude', 'areaId']).executeTakeFirst()

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
function teamFor(teams: readonly Team[], areas: readonly Ground[], area: Ground | null): Results['team'] {
  let at: Ground | undefined = area ?? undefined
  while (at) {
    const team = teams.find((it) => it.areaId === at?.id)
    if (team) return { name: team.name, slug: team.slug, phone: team.phone }
    at = areas.find((it) => it.id === at?.parentId)
  }
  return null
}

/** Nothing is asked but a page of all there is: the same for everybody who sees the same. */
const asksForAll = ({ q, wijk, postcode, open, volgorde, ...it }: Question): boolean =>
  !q?.trim() && !wijk && !postcode && !open && (volgorde ?? 'past') === 'past' && groupsOf({ q, ...it }).every(({ chosen }) => chosen.length === 0)

/** What was typed, as it is looked for: a postcode of here that stands between the words says where, and is no word. */
async function asMeant(db: Asking['db'], typed: Question): Promise<Question> {
  const question = { ...typed, q: typed.q?.replaceAll('\0', ' ') } // the database holds no such character
  const among = question.postcode ? null : postcodeAmong(question.q ?? '')
  return among && (await postcodeRow(db, among.digits)) ? { ...question, q: among.rest, postcode: among.digits } : question
}

/** Answers a question to the directory; what it asks for and nobody offers is counted as a gap, without saying who asked. */
export async function find(asking: Asking, typed: Question, extra: readonly Entity[] = []): Promise<Results> {
  const { db, now, last } = asking
  const question = await asMeant(db, typed)
  const entities = [...publicEntities, ...extra]
  const page = { limit: pageSize, offset: ((question.pagina ?? 1) - 1) * pageSize }
  const plain = asksForAll(question)
  const [reading, { base: { areas, terms, teams, phone, fresh, all }, look }, listed] = await Promise.all([readQuestion(db, question.q ?? ''), baseOf(asking, entities), plain ? listAll(db, { ...page, entities }) : []])
  const place = await placeOf(db, question, areas)
  const named = place.area ? null : areaAmong(question.q ?? '', areas.filter(({ kind }) => kind !== 'municipality'))
  const base = { question, reading, ...place, postcodeTyped: question.postcode && !typed.postcode ? question.postcode : null, named, areas, terms, team: teamFor(teams, areas, place.area), phone, fresh }
  if (plain && all.total > 0) return { ...base, ...all, lines: listed, instead: null }
  const asked = {
    ...page, people: entities.includes('contact'), reading, groups: groupsOf(question), near: place.near,
    areaId: place.area && place.area.kind !== 'municipality' ? place.area.id : null,
    openAt: question.open ? { day: dayOf(now), time: timeOf(now) } : null,
    order: question.volgorde ?? ('past' as const),
  }
  const entriesForVisitors = await forVisitors(db, look)
  const memory = entriesForVisitors && { entries: entriesForVisitors, today: now }
  const found = await search(db, asked, memory && { ...memory, last })
  if (found.total > 0) return { ...base, total: found.total, counts: found.counts, lines: found.hits, instead: null }
  const instead = await closest((it) => search(db, it, memory), asked)
  if ((question.q ?? '').trim() !== '') await sql`select ctx.note_search(${question.q}, ${asked.areaId})`.execute(db)
  return { ...base, total: 0, counts: found.counts, lines: [], instead }
}

async function closest(seek: (it: Search) => Promise<Found>, asked: Search): Promise<Results['instead']> {
  const wider = { ...asked, limit: mostInstead, offset: 0, groups: [], openAt: null, areaId: null }
  const without = await seek(wider)
  if (without.total > 0) return { how: 'without-filters', lines: without.hits }
  const any = asked.reading.words.length > 1 ? await seek({ ...wider, loose: true }) : null
  return any && any.total > 0 ? { how: 'any-word', lines: any.hits } : { how: 'nothing', lines: [] }
}
