import type { Reading } from '../../../platform/context.ts'
import { notFound } from '../../../platform/refusal.ts'
import { findOne, type KeptIndicator } from './record.ts'

/** What stood there before a figure was put right or withdrawn. */
export type Correction = { kind: 'corrected' | 'withdrawn'; value: number | null; population: number | null; reason: string; by: string; at: Date }
/** A figure that somebody entered by hand, with all that it was before. */
export type Entered = {
  id: string; version: number; areaId: string; area: string; year: number | null; state: 'known' | 'missing' | 'suppressed'; value: number | null; population: number | null; publisher: string; edition: string
  enteredBy: string | null; enteredAt: Date | null
  /** a file put its own figure here, so this one waits until the file is taken back */
  overtaken: boolean
  /** the latest first */
  history: readonly Correction[]
}

async function correctionsOf({ db }: Pick<Reading, 'db'>, ids: readonly string[]): Promise<Map<string, Correction[]>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('figureCorrections as c')
    .innerJoin('people as p', (join) => join.onRef('p.municipalityId', '=', 'c.municipalityId').onRef('p.id', '=', 'c.byId'))
    .where('c.figureId', 'in', ids)
    .select(['c.figureId', 'c.kind', 'c.value', 'c.population', 'c.reason', 'p.name as by', 'c.at'])
    .orderBy('c.version', 'desc')
    .execute()
  return Map.groupBy(rows.map((it) => ({ ...it, value: it.value === null ? null : Number(it.value) })), (it) => it.figureId)
}

const entered = ({ db }: Pick<Reading, 'db'>, indicatorId: string) =>
  db
    .selectFrom('figures as f')
    .innerJoin('areas as a', (join) => join.onRef('a.municipalityId', '=', 'f.municipalityId').onRef('a.id', '=', 'f.areaId'))
    .innerJoin('sources as s', (join) => join.onRef('s.municipalityId', '=', 'f.municipalityId').onRef('s.id', '=', 'f.sourceId'))
    .leftJoin('people as p', (join) => join.onRef('p.municipalityId', '=', 'f.municipalityId').onRef('p.id', '=', 'f.enteredBy'))
    .where('f.indicatorId', '=', indicatorId)
    .where('f.byHand', '=', true)
    .select(['f.id', 'f.version', 'f.areaId', 'a.name as area', 'f.year', 'f.state', 'f.value', 'f.population', 's.publisher', 's.edition', 'p.name as enteredBy', 'f.enteredAt', 'f.importId'])
    .orderBy('f.year', 'desc')
    .orderBy('a.name')

/** The figures of an indicator that were entered by hand. @throws Refusal 404 there is no such indicator */
export async function findEntered(reading: Reading, { key }: { key: string }): Promise<{ it: KeptIndicator; figures: Entered[] }> {
  const it = await findOne(reading, { key })
  const rows = await entered(reading, it.id).execute()
  const history = await correctionsOf(reading, rows.map(({ id }) => id))
  return { it, figures: rows.map(({ importId, value, ...row }) => ({ ...row, value: value === null ? null : Number(value), overtaken: importId !== null, history: history.get(row.id) ?? [] })) }
}

/** @throws Refusal 404 there is no such figure, or it was not entered by hand */
export async function findEnteredOne(reading: Reading, { key, figureId }: { key: string; figureId: string }): Promise<{ it: KeptIndicator; figure: Entered }> {
  if (reading.forChange) await reading.db.selectFrom('figures').where('id', '=', figureId).select('id').forUpdate().execute()
  const { it, figures } = await findEntered(reading, { key })
  const figure = figures.find(({ id }) => id === figureId)
  if (!figure) throw notFound()
  return { it, figure }
}
