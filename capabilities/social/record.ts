import { sql } from 'kysely'
import type { Reading } from '../../platform/context.ts'
import { dayOf } from '../../platform/dates.ts'
import { notFound } from '../../platform/refusal.ts'
import type { Text } from '../../platform/texts.ts'
import { type Formula, type PartKey, partKeys, plainFormula, type Part, type Round } from './formula.ts'

type Db = Reading['db']

/** The formula that counts now. */
export async function findFormula({ db }: Pick<Reading, 'db'>): Promise<Formula> {
  const row = await db.selectFrom('socialFormulas').select(['version', 'statements', 'imported', 'parts']).orderBy('version', 'desc').limit(1).executeTakeFirst()
  if (!row) return plainFormula
  const kept = row.parts as Partial<Record<PartKey, Part>>
  const parts = Object.fromEntries(partKeys.map((key) => [key, kept[key] ?? plainFormula.parts[key]])) as Record<PartKey, Part>
  return { version: row.version, statements: row.statements.map(Number), imported: row.imported, parts }
}

/** What can be counted: key, name and how it is written. */
export type Countable = { key: string; name: Text; unit: 'number' | 'percent' | 'euro' | 'score' }

/** All indicators that a part can be made of. */
export async function findCountables(db: Db): Promise<Countable[]> {
  const rows = await db.selectFrom('indicators').where('retired', '=', false).orderBy('position').select(['key', 'nameNl', 'nameEn', 'unit']).execute()
  return rows.map((it) => ({ key: it.key, name: { nl: it.nameNl, en: it.nameEn }, unit: it.unit }))
}

/** What the page of an area needs: the formula and the rounds that are over, newest first; and the code of a round that everybody can answer now. */
export type AreaSocial = { formula: Formula; rounds: readonly Round[]; answer: { code: string; closesOn: string } | null }

/** What is known of the social quality of an area; empty for an address that is no area. */
export async function findSocial(reading: Pick<Reading, 'db' | 'now'>, slug: string): Promise<AreaSocial> {
  const { db, now } = reading
  const today = dayOf(now)
  const [formula, { rows }, open] = await Promise.all([
    findFormula(reading),
    sql<{ rounds: Round[] }>`select ctx.social_results(id) as rounds from areas where slug = ${slug}`.execute(db),
    db.selectFrom('socialRounds as r').innerJoin('areas as a', (join) => join.onRef('a.municipalityId', '=', 'r.municipalityId').onRef('a.id', '=', 'r.areaId'))
      .where('a.slug', '=', slug).where('r.kind', '=', 'open').where('r.opensOn', '<=', today).where('r.closesOn', '>=', today).orderBy('r.closesOn').select(['r.code', 'r.closesOn']).executeTakeFirst(),
  ])
  return { formula, rounds: rows[0]?.rounds ?? [], answer: open ?? null }
}

/** An area in which residents can be asked. */
export type AskedArea = { id: string; municipalityId: string; slug: string; name: string; teamIds: readonly string[]; inhabitants: number | null; today: string; running: boolean }

/** The area with what decides whether residents can be asked now. @throws Refusal 404 */
export async function findAskedArea({ db, now }: Reading, { slug }: { slug: string }): Promise<AskedArea> {
  const area = await db.selectFrom('areas').where('composed', '=', false).where('slug', '=', slug).where('kind', 'not in', ['country', 'province', 'municipality']).select(['id', 'municipalityId', 'slug', 'name']).executeTakeFirst()
  if (!area) throw notFound()
  const today = dayOf(now)
  const [teams, people, rounds] = await Promise.all([
    db.selectFrom('teams').where('areaId', '=', area.id).select('id').execute(),
    db.selectFrom('figures as f').innerJoin('indicators as i', (join) => join.onRef('i.municipalityId', '=', 'f.municipalityId').onRef('i.id', '=', 'f.indicatorId'))
      .where('f.areaId', '=', area.id).where('i.key', '=', 'inhabitants').where('f.state', '=', 'known').orderBy('f.year', 'desc').select('f.value').executeTakeFirst(),
    db.selectFrom('socialRounds').where('areaId', '=', area.id).where('closesOn', '>=', today).select('id').execute(),
  ])
  return { ...area, teamIds: teams.map(({ id }) => id), inhabitants: people ? Number(people.value) : null, today, running: rounds.length > 0 }
}

/** A round in the list of who works with neighbourhoods. `answers` is counted down to fives. */
export type ListedRound = { id: string; municipalityId: string; area: string; slug: string; name: string; kind: 'open' | 'handed-out'; code: string; opensOn: string; closesOn: string; answers: number }
export type RoundList = { rounds: readonly ListedRound[]; areas: readonly { municipalityId: string; slug: string; name: string; teamIds: readonly string[] }[]; today: string }

/** All rounds, newest first, and the areas in which a new one can be opened. */
export async function findRounds({ db, now }: Reading): Promise<RoundList> {
  const [rounds, counts, areas, teams] = await Promise.all([
    db.selectFrom('socialRounds as r').innerJoin('areas as a', (join) => join.onRef('a.municipalityId', '=', 'r.municipalityId').onRef('a.id', '=', 'r.areaId'))
      .orderBy('r.closesOn', 'desc').orderBy('r.id').select(['r.id', 'r.municipalityId', 'a.name as area', 'a.slug', 'r.name', 'r.kind', 'r.code', 'r.opensOn', 'r.closesOn']).execute(),
    sql<{ roundId: string; answers: number }>`select round_id as "roundId", answers from ctx.social_counts()`.execute(db),
    db.selectFrom('areas').where('composed', '=', false).where('kind', 'not in', ['country', 'province', 'municipality']).orderBy('name').select(['id', 'municipalityId', 'slug', 'name']).execute(),
    db.selectFrom('teams').select(['id', 'areaId']).execute(),
  ])
  return {
    rounds: rounds.map((it) => ({ ...it, answers: counts.rows.find(({ roundId }) => roundId === it.id)?.answers ?? 0 })),
    areas: areas.map(({ id, municipalityId, slug, name }) => ({ municipalityId, slug, name, teamIds: teams.filter(({ areaId }) => areaId === id).map((team) => team.id) })),
    today: dayOf(now),
  }
}

/** A round as who has its code may know it. */
export type OneRound = { id: string; name: string; slug: string; area: string; closesOn: string; open: boolean }

/** The round behind a code. @throws Refusal 404 */
export async function findRound({ db }: Reading, { code }: { code: string }): Promise<OneRound & { code: string }> {
  const { rows } = await sql<{ it: OneRound | null }>`select ctx.social_round(${code}) as it`.execute(db)
  if (!rows[0]?.it) throw notFound()
  return { ...rows[0].it, code }
}
