import { sql } from 'kysely'
import type { Reading as Asking } from '../../platform/context.ts'
import { dayOf } from '../../platform/dates.ts'
import { freshPart } from './details.ts'
import type { Look } from './visitors/keeping.ts'
import { countAll, type Entity, type Found } from './search.ts'

/** An area with its place and shape on the sketch. */
export type Ground = { id: string; parentId: string | null; slug: string; name: string; kind: string; latitude: number | null; longitude: number | null; outline: readonly (readonly [number, number])[] | null }
export type Term = { taxonomy: string; slug: string; name: string; nameEn: string | null }
export type Team = { name: string; slug: string; phone: string | null; areaId: string }

/** Where a postcode of here lies. */
export type Postcode = { latitude: number; longitude: number; areaId: string | null }

/** What every search of one kind of person stands on, the same until something of the directory changes. */
export type Base = {
  areas: readonly Ground[]
  terms: readonly Term[]
  teams: readonly Team[]
  /** the line of the municipality */
  phone: string | null
  /** part of what everybody sees that was checked lately */
  fresh: number | null
  /** what people call a need, in words that are read as a whole */
  needs: readonly string[]
  /** those of here: what somebody types is looked up among them and not kept */
  postcodes: ReadonlyMap<string, Postcode>
  /** of all that one may see */
  all: Pick<Found, 'total' | 'counts'>
}

type Db = Asking['db']

const areasOf = (db: Db) => db.selectFrom('areas').where('composed', '=', false).where('kind', 'not in', ['country', 'province']).select(['id', 'parentId', 'slug', 'name', 'kind', 'latitude', 'longitude', 'outline']).orderBy('name').execute() as Promise<Ground[]>

const termsOf = (db: Db): Promise<Term[]> =>
  db.selectFrom('taxonomyTerms as t').innerJoin('taxonomies as x', (join) => join.onRef('x.municipalityId', '=', 't.municipalityId').onRef('x.id', '=', 't.taxonomyId')).where('x.key', 'in', ['field', 'target-group', 'life-domain']).orderBy('x.key').orderBy('t.position').select(['x.key as taxonomy', 't.slug', 't.name', 't.nameEn']).execute()

const teamsOf = (db: Db) => db.selectFrom('teams').select(['name', 'slug', 'phone', 'areaId']).where('kind', '=', 'linking-team').orderBy('name').execute()

const needsOf = async (db: Db) => (await db.selectFrom('directoryNeeds').select('phrase').execute()).map(({ phrase }) => phrase)

const postcodesOf = async (db: Db) => new Map((await db.selectFrom('postcodes').select(['postcode4', 'latitude', 'longitude', 'areaId']).execute()).map(({ postcode4, ...place }) => [postcode4, place]))

const cityOf = (db: Db) => db.selectFrom('municipalities').where('id', '=', sql<string>`(select ctx.municipality())`).select('phone').executeTakeFirst()

/** What one looks at, and how far it is: what `stamp` is the same for sees the same. */
export async function lookOf(db: Db): Promise<Look & { stamp: string | null }> {
  const answer = await sql<{ stamp: string | null } & Look>`select stamp, place, counters from ctx.directory_look()`.execute(db)
  const { stamp = null, place = null, counters = null } = answer.rows[0] ?? {}
  return { stamp, place, counters: counters && counters.map(Number) }
}

const kept = new Map<string, Base>()
const mostKept = 64

/**
 * Gives what searches stand on from memory, as long as nothing of the directory changed and it is the same day: one number decides. What is kept holds names of
 * areas, terms and teams, and counts; no entry, and nothing of anybody. Counts are those of whoever sees the same: municipality, role and teams are in the key.
 * Only for a look: a transaction that changes the directory would keep what may never be committed.
 */
export async function baseOf({ db, now }: Asking, entities: readonly Entity[]): Promise<{ base: Base; look: Look; stamp: string | null }> {
  const { stamp, ...look } = await lookOf(db)
  const key = `${stamp} ${dayOf(now)} ${entities.join()}`
  const known = stamp ? kept.get(key) : undefined
  if (known) return { base: known, look, stamp }
  const [areas, terms, teams, needs, postcodes, city, fresh, all] = await Promise.all([areasOf(db), termsOf(db), teamsOf(db), needsOf(db), postcodesOf(db), cityOf(db), freshPart(db), countAll(db, entities)])
  const base = { areas, terms, teams, needs, postcodes, phone: city?.phone ?? null, fresh, all }
  if (kept.size >= mostKept) kept.clear()
  if (stamp) kept.set(key, base)
  return { base, look, stamp }
}
