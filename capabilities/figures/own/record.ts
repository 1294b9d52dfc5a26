import type { Reading } from '../../../platform/context.ts'
import { notFound } from '../../../platform/refusal.ts'
import type { Text } from '../../../platform/texts.ts'

/** An indicator as who keeps figures sees it. */
export type KeptIndicator = {
  id: string; key: string; name: Text; definition: Text; unit: 'number' | 'percent' | 'euro' | 'score'; kind: 'fact' | 'estimate' | 'perception'; direction: 'neutral' | 'higher-is-better' | 'lower-is-better'; origin: 'own' | 'cbs' | 'health'
  decimals: number; smallest: number | null; base: Text | null; more: Text; less: Text; figures: number; entered: number; retired: boolean; version: number; breaks: readonly { year: number; note: Text }[]
}

/** All indicators, those no longer used too, with how many figures they have and when they became something else. */
export async function findKept({ db }: Pick<Reading, 'db'>): Promise<KeptIndicator[]> {
  const counts = db.selectFrom('figures').groupBy('indicatorId').select((on) => ['indicatorId', on.fn.countAll<string>().as('count'), on.fn.countAll<string>().filterWhere('byHand', '=', true).as('entered')])
  const [indicators, figures, breaks] = await Promise.all([
    db.selectFrom('indicators').selectAll().orderBy('position').orderBy('key').execute(),
    counts.execute(),
    db.selectFrom('indicatorBreaks').select(['indicatorId', 'year', 'noteNl', 'noteEn']).orderBy('year').execute(),
  ])
  return indicators.map((it) => ({
    id: it.id, key: it.key, name: { nl: it.nameNl, en: it.nameEn }, definition: { nl: it.definitionNl, en: it.definitionEn }, unit: it.unit, kind: it.kind, direction: it.direction, origin: it.origin, decimals: it.decimals,
    smallest: it.smallestDifference === null ? null : Number(it.smallestDifference), base: it.baseNl === null ? null : { nl: it.baseNl, en: it.baseEn ?? it.baseNl }, more: { nl: it.moreNl, en: it.moreEn }, less: { nl: it.lessNl, en: it.lessEn }, retired: it.retired, version: it.version, figures: Number(figures.find(({ indicatorId }) => indicatorId === it.id)?.count ?? 0), entered: Number(figures.find(({ indicatorId }) => indicatorId === it.id)?.entered ?? 0),
    breaks: breaks.filter(({ indicatorId }) => indicatorId === it.id).map(({ year, noteNl, noteEn }) => ({ year, note: { nl: noteNl, en: noteEn } })),
  }))
}

/** @throws Refusal 404 */
export async function findOne(reading: Reading, { key }: { key: string }): Promise<KeptIndicator> {
  const found = (await findKept(reading)).find((it) => it.key === key)
  if (!found) throw notFound()
  return found
}
