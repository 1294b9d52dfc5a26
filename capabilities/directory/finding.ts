import { sql } from 'kysely'
import { type Reading as Asking, Outdated } from '../../platform/context.ts'
import { dayOf, timeOf } from '../../platform/dates.ts'
import { groupsOf, postcodeOf, type Question } from './asking.ts'
import { type Base, baseOf, type Ground, lookOf, type Postcode, type Team, type Term } from './ground.ts'
import { areaAmong, postcodeAmong } from './placeAmong.ts'
import { type Entity, type Found, type Hit, listAll, type Point, type Reading, readQuestion, remembered, type Search, search, searchKnowing } from './search.ts'
import { type Before, beforeOf, keepFor } from './visitors/before.ts'
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

const postcodeRow = async (db: Asking['db'], digits: string): Promise<Postcode | null> =>
  (await db.selectFrom('postcodes').where('postcode4', '=', digits).select(['latitude', 'longitude', 'areaId']).executeTakeFirst()) ?? null

type Place = Pick<Results, 'near' | 'nearName' | 'postcode' | 'area'>

/** Where the question is about. `known` is the postcode that was typed, when it is one of here. */
function placeOf(question: Question, areas: readonly Ground[], known: Postcode | null): Place {
  const area = areas.find((it) => it.slug === question.wijk) ?? null
  const centre = area && area.kind !== 'municipality' && area.latitude !== null && area.longitude !== null ? { latitude: area.latitude, longitude: area.longitude } : null
  const digits = postcodeOf(question.postcode)
  if (digits && known) return { near: { latitude: known.latitude, longitude: known.longitude }, nearName: digits, postcode: 'known', area }
  return { near: centre, nearName: centre && area ? area.name : null, postcode: digits === null ? 'none' : digits === undefined ? 'wrong' : 'unknown', area }
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

/** A postcode that was typed, in its own field or between the words. */
function postcodeIn({ q, postcode }: Question): { digits: string | null; /** the words that are left, when it stood between them */ rest: string | null } {
  const digits = postcodeOf(postcode)
  const among = digits === null ? postcodeAmong(q ?? '') : null
  return { digits: among?.digits ?? digits ?? null, rest: among?.rest ?? null }
}

/** What was typed, as it is looked for: a postcode of here that stands between the words says where, and is no word. */
const asMeant = (question: Question, { digits, rest }: ReturnType<typeof postcodeIn>, known: Postcode | null): Question => (known && digits && rest !== null ? { ...question, q: rest, postcode: digits } : question)

type Standing = { typed: Question; question: Question; reading: Reading; base: Base; postcode: Postcode | null; entities: readonly Entity[] }

/** Everything of the answer but what is found, and what has to be looked for. */
function prepared({ typed, question, reading, base: { areas, terms, teams, phone, fresh }, postcode, entities }: Standing, now: Date) {
  const place = placeOf(question, areas, postcode)
  const named = place.area ? null : areaAmong(question.q ?? '', areas.filter(({ kind }) => kind !== 'municipality'))
  const asked: Search = {
    limit: pageSize, offset: ((question.pagina ?? 1) - 1) * pageSize, people: entities.includes('contact'), reading, groups: groupsOf(question), near: place.near,
    areaId: place.area && place.area.kind !== 'municipality' ? place.area.id : null,
    openAt: question.open ? { day: dayOf(now), time: timeOf(now) } : null,
    order: question.volgorde ?? 'past',
  }
  return { asked, around: { question, reading, ...place, postcodeTyped: question.postcode && !typed.postcode ? question.postcode : null, named, areas, terms, team: teamFor(teams, areas, place.area), phone, fresh } }
}

/**
 * An answer of which everything but its lines is known from the searches of other visitors before: lines, and whether all that was known still holds, are asked in one go.
 *
 * @returns null when it takes more than that
 * @throws Outdated when it does not hold any more
 */
async function foundAtOnce({ db, now, last = (it) => it }: Asking, before: Before, typed: Question): Promise<Results | null> {
  const written = postcodeIn(typed)
  const postcode = before.base.postcodes.get(written.digits ?? '') ?? null
  const question = asMeant(typed, written, postcode)
  const reading = before.readings.of(question.q ?? '')
  if (!reading) return null
  const { asked, around } = prepared({ typed, question, reading, base: before.base, postcode, entities: publicEntities }, now)
  const plain = asksForAll(question)
  const known = plain ? { ...before.base.all, ids: [], entities: [] } : remembered(asked, { entries: before.entries, today: now })
  if (!known || known.total === 0) return null
  const [look, lines] = await last(Promise.all([lookOf(db), plain ? listAll(db, { ...asked, entities: publicEntities }) : searchKnowing(db, asked, known).then(({ hits }) => hits)]))
  if (look.stamp !== before.stamp) throw new Outdated()
  return { ...around, total: known.total, counts: known.counts, lines, instead: null }
}

/** Answers a question to the directory; what it asks for and nobody offers is counted as a gap, without saying who asked. */
export async function find(asking: Asking, asIs: Question, extra: readonly Entity[] = []): Promise<Results> {
  const { db, now, town, last = (it) => it } = asking
  const typed = { ...asIs, q: asIs.q?.replaceAll('\0', ' ') } // the database holds no such character
  const before = extra.length === 0 ? beforeOf(town, now) : undefined
  const known = before && (await foundAtOnce(asking, before, typed))
  if (known) return known
  const entities = [...publicEntities, ...extra]
  const written = postcodeIn(typed)
  const lookedUp = written.digits === null ? null : postcodeRow(db, written.digits)
  const question = asMeant(typed, written, written.rest === null ? null : await lookedUp)
  const plain = asksForAll(question)
  const listed = plain ? listAll(db, { limit: pageSize, offset: ((question.pagina ?? 1) - 1) * pageSize, entities }) : []
  const [reading, { base, look, stamp }, postcode, lines] = await Promise.all([readQuestion(db, question.q ?? ''), baseOf(asking, entities), lookedUp, listed])
  const { asked, around } = prepared({ typed, question, reading, base, postcode, entities }, now)
  if (plain && base.all.total > 0) return { ...around, ...base.all, lines, instead: null }
  const entries = await forVisitors(db, look)
  if (town && stamp && entries) keepFor(town, now, { stamp, base, entries }, question.q ?? '', reading)
  const memory = entries && { entries, today: now }
  const answer = memory && remembered(asked, memory)
  const found = await (answer && answer.total > 0 ? last(searchKnowing(db, asked, answer)) : search(db, asked))
  if (found.total > 0) return { ...around, total: found.total, counts: found.counts, lines: found.hits, instead: null }
  const instead = await closest((it) => search(db, it, memory), asked)
  if ((question.q ?? '').trim() !== '') await sql`select ctx.note_search(${question.q}, ${asked.areaId})`.execute(db)
  return { ...around, total: 0, counts: found.counts, lines: [], instead }
}

async function closest(seek: (it: Search) => Promise<Found>, asked: Search): Promise<Results['instead']> {
  const wider = { ...asked, limit: mostInstead, offset: 0, groups: [], openAt: null, areaId: null }
  const without = await seek(wider)
  if (without.total > 0) return { how: 'without-filters', lines: without.hits }
  const any = asked.reading.words.length > 1 ? await seek({ ...wider, loose: true }) : null
  return any && any.total > 0 ? { how: 'any-word', lines: any.hits } : { how: 'nothing', lines: [] }
}
