import { sql } from 'kysely'
import type { Reading } from '../../../platform/context.ts'
import { notFound } from '../../../platform/refusal.ts'
import { type Indicator, indicatorsOf } from '../record.ts'

export type Asked = { cijfer?: string; jaar?: number }
type Edition = { importId: string; year: number; publisher: string; edition: string; keys: string[] }
export type CountryMap = { width: number; height: number; paths: Readonly<Record<string, string>> }
/** One figure of all municipalities in one year. `chosen` is null as long as no file of the country was taken in. */
export type CountryRecord = {
  ownCode: string | null
  indicators: readonly Indicator[]
  years: readonly number[]
  chosen: { indicator: Indicator; edition: Edition; figures: Readonly<Record<string, number>>; names: Readonly<Record<string, string>> } | null
  map: (CountryMap & { year: number }) | null
}

/** What one file brought never changes, so it stays in memory by the number of that file; which files there are is asked each time. */
const kept = new Map<string, unknown>()
const mostKept = 60

async function keptOr<T>(key: string, read: () => Promise<T>): Promise<T> {
  if (kept.has(key)) return kept.get(key) as T
  const found = await read()
  if (kept.size >= mostKept) kept.clear()
  kept.set(key, found)
  return found
}

const editionsOf = async ({ db }: Pick<Reading, 'db'>): Promise<Edition[]> =>
  (await sql<Edition>`select c.import_id, c.year, s.publisher, s.edition, array(select jsonb_object_keys(c.figures)) as keys from country_figures c
    join sources s on s.municipality_id = c.municipality_id and s.id = c.source_id left join figure_imports i on i.municipality_id = c.municipality_id and i.id = c.import_id order by c.year desc, s.edition desc, c.import_id`.execute(db)).rows

/** The picture that was true in a year: the latest from before it, or else the first that we have. */
async function mapOf({ db }: Pick<Reading, 'db'>, year: number): Promise<CountryRecord['map']> {
  const all = await db.selectFrom('countryMaps').select(['importId', 'fromYear']).orderBy('fromYear').orderBy('importId').execute()
  const found = all.findLast((it) => it.fromYear <= year) ?? all[0]
  if (!found) return null
  const map = await keptOr(`map ${found.importId}`, () => db.selectFrom('countryMaps').where('importId', '=', found.importId).select(['width', 'height', 'paths']).executeTakeFirstOrThrow() as unknown as Promise<CountryMap>)
  return { ...map, year: found.fromYear }
}

/** @throws Refusal 404 that figure is not there, or not of that year */
export async function findCountry({ db }: Reading, { cijfer, jaar }: Asked): Promise<CountryRecord> {
  const [all, editions, codes] = await Promise.all([
    indicatorsOf(db), editionsOf({ db }),
    db.selectFrom('areaCodes as c').innerJoin('areas as a', (join) => join.onRef('a.municipalityId', '=', 'c.municipalityId').onRef('a.id', '=', 'c.areaId')).where('a.kind', '=', 'municipality').select('c.code').orderBy('c.fromYear', 'desc').limit(1).execute(),
  ])
  const there = new Set(editions.flatMap((it) => it.keys))
  const indicators = all.filter((it) => there.has(it.key))
  const indicator = cijfer === undefined ? (indicators.find((it) => it.unit === 'percent') ?? indicators[0]) : indicators.find((it) => it.key === cijfer)
  const ours = { ownCode: codes[0]?.code ?? null, indicators }
  if (!indicator) {
    if (cijfer !== undefined || jaar !== undefined) throw notFound()
    return { ...ours, years: [], chosen: null, map: null }
  }
  const withIt = editions.filter((it) => it.keys.includes(indicator.key))
  const edition = withIt.find((it) => jaar === undefined || it.year === jaar)
  if (!edition) throw notFound()
  const { names, figures } = await keptOr(`figures ${edition.importId} ${indicator.key}`, () =>
    db.selectFrom('countryFigures').where('importId', '=', edition.importId).select(['names', sql<Record<string, number>>`figures -> ${indicator.key}`.as('figures')]).executeTakeFirstOrThrow())
  return { ...ours, years: [...new Set(withIt.map((it) => it.year))], chosen: { indicator, edition, figures, names: names as Record<string, string> }, map: await mapOf({ db }, edition.year) }
}
