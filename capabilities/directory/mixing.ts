import { sql } from 'kysely'
import { z } from 'zod'
import type { Reading } from '../../platform/context.ts'

const openAct = z.object({ name: z.string(), title: z.object({ nl: z.string(), en: z.string() }), href: z.string() })

export const shownMixing = z.object({
  id: z.uuid(), who: z.string().describe('which groups came together'), how: z.string(), worked: z.string().nullable(), failed: z.string().nullable().describe('what did not work'), notedOn: z.iso.date(), notedBy: z.string(), acts: z.array(openAct),
})
export type ShownMixing = z.output<typeof shownMixing>

const notes = (db: Reading['db']) =>
  db
    .selectFrom('mixingNotes as n')
    .innerJoin('services as s', (join) => join.onRef('s.municipalityId', '=', 'n.municipalityId').onRef('s.id', '=', 'n.serviceId'))
    .innerJoin('people as p', (join) => join.onRef('p.municipalityId', '=', 'n.municipalityId').onRef('p.id', '=', 'n.notedBy'))
    .orderBy('n.notedOn', 'desc')
    .orderBy('n.id')
    .select(['n.id', 'n.who', 'n.how', 'n.worked', 'n.failed', 'n.notedOn', 'n.notedBy as notedById', 'p.name as notedBy', 'n.version', 'n.municipalityId', 's.slug', 's.name'])

/** What was written at one activity about mixing groups. The database gives it to whom it is for. */
export const mixingOf = ({ db }: Pick<Reading, 'db'>, serviceId: string) => notes(db).where('n.serviceId', '=', serviceId).limit(50).execute()
export type MixingNote = Awaited<ReturnType<typeof mixingOf>>[number]

/** What works, of all activities that are sorted under a life domain and a target group. */
export async function findMixing({ db }: Pick<Reading, 'db'>, domain?: string, group?: string): Promise<MixingNote[]> {
  const facets = [domain && `life-domain:${domain}`, group && `target-group:${group}`].filter(Boolean)
  const sorted = sql<boolean>`exists (select from directory_index i where i.municipality_id = n.municipality_id and i.entity = 'service' and i.record_id = n.service_id and i.facets @> ${facets}::text[])`
  return (facets.length === 0 ? notes(db) : notes(db).where(sorted)).limit(100).execute()
}
