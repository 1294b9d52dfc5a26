import { sql } from 'kysely'
import type { Reading } from '../../platform/context.ts'
import { notFound } from '../../platform/refusal.ts'
import type { Text } from '../../platform/texts.ts'
import { findSupply, findTerms, type SortTerm, type Supply } from '../directory/index.ts'
import type { Rate } from './estimate.ts'

type Db = Reading['db']

/** How often something occurs in a group, with where that comes from. */
export type Prevalence = Rate & {
  id: string
  version: number
  domain: string
  group: string
  name: Text
  publisher: string
  edition: string
  year: number | null
  place: string | null
  caution: string | null
  because: string
  by: string | null
  at: Date
}

/** What counts now: of each line the newest version, unless it was taken back. */
export async function findPrevalences(db: Db): Promise<Prevalence[]> {
  const rows = await db.selectFrom('prevalences as p')
    .innerJoin('taxonomyTerms as d', (join) => join.onRef('d.municipalityId', '=', 'p.municipalityId').onRef('d.id', '=', 'p.lifeDomainId'))
    .innerJoin('taxonomyTerms as g', (join) => join.onRef('g.municipalityId', '=', 'p.municipalityId').onRef('g.id', '=', 'p.targetGroupId'))
    .leftJoin('people as w', (join) => join.onRef('w.municipalityId', '=', 'p.municipalityId').onRef('w.id', '=', 'p.byId'))
    
    .where('p.municipalityId', '=', sql<string>`(select ctx.municipality())`).where('p.withdrawn', '=', false).where(sql<boolean>`not exists (select from prevalences n where n.municipality_id = p.municipality_id and n.id = p.id and n.version > p.version)`)
    .orderBy('d.position').orderBy('g.position').orderBy('p.nameNl').selectAll('p').select(['d.slug as domain', 'g.slug as group', 'w.name as by']).execute()
  const number = (it: string | null) => (it === null ? null : Number(it))
  return rows.map((it) => ({
    id: it.id, version: it.version, domain: it.domain, group: it.group, name: { nl: it.nameNl, en: it.nameEn }, base: it.base, parts: it.parts, shareFrom: it.shareFrom, share: number(it.share), low: number(it.low), high: number(it.high),
    sample: it.sample, publisher: it.publisher, edition: it.edition, year: it.year, place: it.place, caution: it.caution, because: it.because, by: it.by, at: it.at,
  }))
}

/** What is counted or asked about an area, as a choice. */
export type Countable = { key: string; name: Text; unit: 'number' | 'percent' | 'euro' | 'score' }

/** The indicators that a calculation can be made of. */
export async function findCountables(db: Db): Promise<Countable[]> {
  const rows = await db.selectFrom('indicators').where('retired', '=', false).where('unit', 'in', ['number', 'percent']).orderBy('position').select(['key', 'nameNl', 'nameEn', 'unit']).execute()
  return rows.map((it) => ({ key: it.key, name: { nl: it.nameNl, en: it.nameEn }, unit: it.unit }))
}

/** Everything with which prevalences are read and written. */
export type Prevalences = { prevalences: readonly Prevalence[]; countables: readonly Countable[]; domains: readonly SortTerm[]; groups: readonly SortTerm[] }

/** All prevalences with the words they are made of. */
export async function findAll({ db }: Pick<Reading, 'db'>): Promise<Prevalences> {
  const [prevalences, countables, domains, groups] = await Promise.all([findPrevalences(db), findCountables(db), findTerms(db, 'life-domain'), findTerms(db, 'target-group')])
  return { prevalences, countables, domains, groups }
}

/** One prevalence. @throws Refusal 404 */
export async function findOne(reading: Reading, { prevalenceId }: { prevalenceId: string }): Promise<Prevalences & { it: Prevalence }> {
  const all = await findAll(reading)
  const it = all.prevalences.find(({ id }) => id === prevalenceId)
  if (!it) throw notFound()
  return { ...all, it }
}

/** What the need of an area is calculated from, beside its figures. */
export type AreaNeed = Prevalences & { supply: readonly Supply[] }

/** Prevalences and what is offered in an area. */
export async function findNeed(reading: Pick<Reading, 'db'>, slug: string): Promise<AreaNeed> {
  const [all, supply] = await Promise.all([findAll(reading), findSupply(reading.db, slug)])
  return { ...all, supply }
}
