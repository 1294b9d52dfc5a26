import { sql } from 'kysely'
import type { Actor } from '../../platform/actor.ts'
import type { Reading } from '../../platform/context.ts'
import { notFound } from '../../platform/refusal.ts'
import { reasonsOf, worksSomewhere } from '../reasons/index.ts'

/** What a programme reached in a period, as far as it may be told to who asks: in fives, 0 for too few to tell, null for unknown. */
export type Reach = { fromOn: string; untilOn: string; children: number | null; families: number | null; nationalities: number | null; inView: number | null; results: string | null }
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

const programmes = (db: Reading['db']) =>
  db
    .selectFrom('programs as p')
    .innerJoin('organizations as o', (join) => join.onRef('o.municipalityId', '=', 'p.municipalityId').onRef('o.id', '=', 'p.organizationId'))
    .leftJoin('programmeContents as c', (join) => join.onRef('c.municipalityId', '=', 'p.municipalityId').onRef('c.programId', '=', 'p.id'))
    .where('o.mergedInto', 'is', null)
    .where(sql<boolean>`(o.state = 'published' or (select ctx.keeps_directory()) or o.id = any ((select ctx.cares_for('organization'))::uuid[]))`)
    .where(sql<boolean>`(o.visibility = 'public' or (select ctx.kind()) = 'worker' or o.id = any ((select ctx.cares_for('organization'))::uuid[]))`)
    .select(['p.id', 'p.municipalityId', 'p.name', 'p.description', 'o.id as organizationId', 'o.slug as organizationSlug', 'o.name as organization', 'c.phases', 'c.themes', 'c.intake', 'c.endedOn', 'c.version as contentsVersion'])

/** What programmes of organisations are called, to see that one does not stand there twice. */
export const namesOf = ({ db }: Pick<Reading, 'db'>) => db.selectFrom('programs').select(['id', 'organizationId', 'name']).execute()
export type Named = Awaited<ReturnType<typeof namesOf>>[number]

/** All programmes whose organisation who asks may see. */
export const findProgrammes = async ({ db }: Pick<Reading, 'db'>) => programmes(db).orderBy(sql`c.ended_on is not null`).orderBy('p.name').orderBy('p.id').limit(500).execute()

/** One programme with what belongs to it and what it reached; the exact numbers only for who keeps them. @throws Refusal 404 there is none for who asks */
export async function findProgramme({ db }: Pick<Reading, 'db'>, { programmeId }: { programmeId: string }) {
  const found = uuid.test(programmeId) ? await programmes(db).where('p.id', '=', programmeId).select(sql<boolean>`ctx.edits_programme(p.id)`.as('edits')).executeTakeFirst() : undefined
  if (!found) throw notFound()
  const [services, reach, periods, reasons, works] = await Promise.all([
    db.selectFrom('services').where('programId', '=', found.id).where('state', '<>', 'archived').orderBy('name').select(['id', 'slug', 'name', 'summary', 'summaryEn', 'state']).execute(),
    sql<Reach>`select from_on as "fromOn", until_on as "untilOn", children, families, nationalities, in_view as "inView", results from ctx.programme_reach(${found.id})`.execute(db),
    db.selectFrom('programmePeriods').where('programId', '=', found.id).orderBy('fromOn', 'desc').select(['id', 'fromOn', 'untilOn', 'children', 'families', 'nationalities', 'inView', 'results', 'version']).execute(),
    reasonsOf(db, { programId: found.id }),
    worksSomewhere(db),
  ])
  return { ...found, version: found.contentsVersion ?? 0, services, reach: reach.rows, periods, reasons, works }
}
export type Programme = Awaited<ReturnType<typeof findProgramme>>
/** A programme is for its own municipality; whether it is published there, the database decides, as with the whole directory. */
export const ofOwnTown = (actor: Actor, it: Pick<Programme, 'municipalityId'>): boolean => it.municipalityId === actor.municipalityId
export type Period = Programme['periods'][number]
