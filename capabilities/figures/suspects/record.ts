import type { Reading } from '../../../platform/context.ts'
import { notFound } from '../../../platform/refusal.ts'
import type { Text } from '../../../platform/texts.ts'
import type { Rule } from './known.ts'

/** A figure with why it may be wrong and what somebody said of that. */
export type Suspect = {
  id: string; rule: Rule; explanation: Text; flaggedAt: Date; judgement: 'right' | 'asked' | null; reason: string | null; judgedBy: string | null; judgedAt: Date | null; version: number
  area: string; slug: string; kind: string; indicator: string; name: Text; unit: 'number' | 'percent' | 'euro' | 'score'; decimals: number; year: number | null; value: number; qualifier: 'about' | 'more-than' | 'less-than' | null; publisher: string; edition: string
}

const suspects = ({ db }: Pick<Reading, 'db'>) =>
  db
    .selectFrom('figureFlags as g')
    .innerJoin('figures as f', (join) => join.onRef('f.municipalityId', '=', 'g.municipalityId').onRef('f.id', '=', 'g.figureId'))
    .innerJoin('areas as a', (join) => join.onRef('a.municipalityId', '=', 'f.municipalityId').onRef('a.id', '=', 'f.areaId'))
    .innerJoin('indicators as i', (join) => join.onRef('i.municipalityId', '=', 'f.municipalityId').onRef('i.id', '=', 'f.indicatorId'))
    .innerJoin('sources as s', (join) => join.onRef('s.municipalityId', '=', 'f.municipalityId').onRef('s.id', '=', 'f.sourceId'))
    .leftJoin('people as p', (join) => join.onRef('p.municipalityId', '=', 'g.municipalityId').onRef('p.id', '=', 'g.judgedBy'))
    .select([
      'g.id', 'g.rule', 'g.explanationNl', 'g.explanationEn', 'g.flaggedAt', 'g.judgement', 'g.reason', 'p.name as judgedBy', 'g.judgedAt', 'g.version', 'a.name as area', 'a.slug', 'a.kind',
      'i.key as indicator', 'i.nameNl', 'i.nameEn', 'i.unit', 'i.decimals', 'f.year', 'f.value', 'f.qualifier', 's.publisher', 's.edition',
    ])

type Row = Awaited<ReturnType<ReturnType<typeof suspects>['execute']>>[number]
const suspectOf = ({ explanationNl, explanationEn, nameNl, nameEn, value, ...it }: Row): Suspect => ({ ...it, value: Number(value), explanation: { nl: explanationNl, en: explanationEn }, name: { nl: nameNl, en: nameEn } })

/** All figures in doubt, what waits for a judgement first. */
export const findSuspects = async (reading: Reading): Promise<Suspect[]> =>
  (await suspects(reading).orderBy((on) => on('g.judgement', 'is not', null)).orderBy('a.name').orderBy('i.position').orderBy('g.rule').limit(500).execute()).map(suspectOf)

/** @throws Refusal 404 */
export async function findSuspect(reading: Reading, { flagId }: { flagId: string }): Promise<Suspect> {
  if (reading.forChange) await reading.db.selectFrom('figureFlags').where('id', '=', flagId).select('id').forUpdate().execute()
  const row = await suspects(reading).where('g.id', '=', flagId).executeTakeFirst()
  if (!row) throw notFound()
  return suspectOf(row)
}
