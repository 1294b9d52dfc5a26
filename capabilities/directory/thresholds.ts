import { sql } from 'kysely'
import { z } from 'zod'
import type { Actor, Staff } from '../../platform/actor.ts'
import type { Reading } from '../../platform/context.ts'
import type { Kept } from './keeping.ts'
import { effects, roomMeans, thresholdKinds } from './thresholdTexts.ts'

export type ThresholdKind = keyof typeof thresholdKinds
export type Means = keyof typeof roomMeans
export type Effect = keyof typeof effects

const openAct = z.object({ name: z.string(), title: z.object({ nl: z.string(), en: z.string() }), href: z.string() })
const keysOf = <K extends string>(words: Record<K, unknown>) => Object.keys(words) as [K, ...K[]]
export const thresholdKind = z.enum(keysOf(thresholdKinds))
export const means = z.enum(keysOf(roomMeans))
export const effect = z.enum(keysOf(effects))

export const shownThreshold = z.object({
  id: z.uuid(), kind: thresholdKind, what: z.string(), forWhom: z.string(), place: z.string().nullable(), foundOn: z.iso.date(), foundBy: z.string(), done: z.array(means), doneWords: z.string().nullable(), doneOn: z.iso.date().nullable(),
  effect: effect.nullable().describe('null while nobody knows'), effectWords: z.string().nullable(), effectOn: z.iso.date().nullable(), open: z.boolean(), acts: z.array(openAct),
})
export type ShownThreshold = z.output<typeof shownThreshold>

/** What is learnt at entries is for professionals, and for who keeps the entry. */
export const seesLessons = (actor: Actor, it: Pick<Kept, 'edits'>): boolean => actor.kind === 'worker' || it.edits

const withResidents = ['professional', 'coordinator', 'partner']
/** Works with residents in a team, anywhere. */
export const learnsAtEntries = (actor: Staff): boolean => actor.kind === 'worker' && withResidents.includes(actor.role) && actor.teams.length > 0
/** Somebody of a team writes what is learnt at any entry; who keeps the entry at that one. */
export const mayLearn = (actor: Staff, it: Pick<Kept, 'edits'>): boolean => it.edits || learnsAtEntries(actor)

/** A threshold is open until it is lower or gone. */
export const isOpen = (it: { effect: Effect | null }): boolean => it.effect === null || it.effect === 'same'
/** How many thresholds are open at a service that is called `s` in the question. */
export const openAtService = sql<number>`(select count(*)::integer from thresholds t where t.municipality_id = s.municipality_id and t.service_id = s.id and (t.effect is null or t.effect = 'same'))`

/** The same at an organisation that is called `o` in the question. */
export const openAtOrganization = sql<number>`(select count(*)::integer from thresholds t where t.municipality_id = o.municipality_id and t.organization_id = o.id and (t.effect is null or t.effect = 'same'))`

export type OpenAtEntry = { entity: Kept['entity']; slug: string; name: string; open: number; longest: string }
/** The entries where thresholds are open, those that are open longest first. */
export const openThresholds = async ({ db }: Pick<Reading, 'db'>): Promise<OpenAtEntry[]> =>
  (
    await sql<OpenAtEntry>`select case when s.id is null then 'organization' else 'service' end as entity, coalesce(s.slug, o.slug) as slug, coalesce(s.name, o.name) as name, count(*)::integer as open, min(t.found_on) as longest
      from thresholds t left join services s on s.municipality_id = t.municipality_id and s.id = t.service_id left join organizations o on o.municipality_id = t.municipality_id and o.id = t.organization_id
      where t.effect is null or t.effect = 'same' group by 1, 2, 3 order by 5, 3 limit 40`.execute(db)
  ).rows

/** The thresholds of an entry, open ones first, the newest first. The database gives them to whom they are for. */
export const thresholdsOf = ({ db }: Pick<Reading, 'db'>, it: Pick<Kept, 'entity' | 'id'>) =>
  db
    .selectFrom('thresholds as t')
    .innerJoin('people as p', (join) => join.onRef('p.municipalityId', '=', 't.municipalityId').onRef('p.id', '=', 't.foundBy'))
    .leftJoin('locations as l', (join) => join.onRef('l.municipalityId', '=', 't.municipalityId').onRef('l.id', '=', 't.locationId').on('l.masked', '=', false))
    .where(it.entity === 'service' ? 't.serviceId' : 't.organizationId', '=', it.id)
    .orderBy(sql`(effect is null or effect = 'same')`, 'desc')
    .orderBy('t.foundOn', 'desc')
    .orderBy('t.id')
    .limit(50)
    .select(['t.id', 't.kind', 't.what', 't.forWhom', 'l.name as place', 't.foundOn', 't.foundBy as foundById', 'p.name as foundBy', 't.done', 't.doneWords', 't.doneOn', 't.effect', 't.effectWords', 't.effectOn', 't.version', 't.municipalityId'])
    .$narrowType<{ kind: ThresholdKind; done: Means[]; effect: Effect | null }>()
    .execute()
export type Threshold = Awaited<ReturnType<typeof thresholdsOf>>[number]
