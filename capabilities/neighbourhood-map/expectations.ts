import type { Reading } from '../../platform/context.ts'
import type { Db } from '../../platform/db.ts'
import { notFound } from '../../platform/refusal.ts'
import { say } from '../../platform/texts.ts'
import type { presentArea } from '../neighbourhoods/index.ts'
import { findFigures } from './figures.ts'
import { allSections, type Section } from './format.ts'
import { findMapRow, type MapRow } from './record.ts'

type ShownArea = ReturnType<typeof presentArea>
type Line = ShownArea['lines'][number]
export type Expects = 'higher' | 'same' | 'lower'
export type Outcome = 'confirmed' | 'contradicted' | 'undecided'

/** Was the figure tested beside the city? */
export const tested = ({ verdict }: Pick<Line, 'verdict'>): boolean => verdict === 'higher' || verdict === 'lower' || verdict === 'same'

/** The figure that an expectation is held against: the newest that was tested, or else the newest. */
export const lineFor = ({ lines }: Pick<ShownArea, 'lines'>, indicator: string): Line | undefined =>
  lines.filter((it) => it.indicator === indicator).sort((one, other) => Number(tested(other)) - Number(tested(one)) || (other.year ?? 0) - (one.year ?? 0))[0]

/**
 * What the comparison of a figure says of an expectation. A test that finds no difference proves none, so the margin decides: when it holds the smallest
 * difference that matters on the side that was expected, or reaches beyond it when none was expected, the figures leave it open.
 */
export function outcomeOf(expects: Expects, { verdict, margin, smallest, over }: Pick<Line, 'verdict' | 'margin' | 'smallest' | 'over'>): Outcome {
  if (over || !tested({ verdict }) || !margin || smallest === null) return 'undecided'
  if (verdict !== 'same') return verdict === expects ? 'confirmed' : 'contradicted'
  if (expects === 'same') return margin.low > -smallest && margin.high < smallest ? 'confirmed' : 'undecided'
  return (expects === 'higher' ? margin.high >= smallest : margin.low <= -smallest) ? 'undecided' : 'contradicted'
}

/** A theme: a section of the map with figures that can be more or less than those of the city. */
export type Theme = { section: Section; indicators: readonly { key: string; id: string; name: string }[] }
export type Expectation = { id: string; indicatorId: string; indicator: string; expects: Expects; saidBy: string; because: string | null; knew: boolean; byId: string; at: Date }
export type Expecting = MapRow & { themes: readonly Theme[]; expectations: readonly Expectation[]; /** themes of which the actor saw the figures */ seen: readonly string[]; figures: ShownArea | undefined }

/** Themes of the format of which this area has figures. Whether there is a figure is no secret; what it says is. */
async function themesOf(db: Db, area: ShownArea | undefined): Promise<Theme[]> {
  const rows = await db.selectFrom('indicators').where('unit', '<>', 'number').select(['id', 'key', 'nameNl', 'nameEn']).execute()
  return allSections.flatMap((section) => {
    const indicators = (section.figures ?? []).flatMap((key) => {
      const row = area?.lines.some((it) => it.indicator === key) ? rows.find((it) => it.key === key) : undefined
      return row ? [{ key, id: row.id, name: say({ nl: row.nameNl, en: row.nameEn }) }] : []
    })
    return indicators.length > 0 ? [{ section, indicators }] : []
  })
}

const rowsOf = (db: Db, mapId: string): Promise<Expectation[]> =>
  db.selectFrom('expectations as e').innerJoin('indicators as i', (join) => join.onRef('i.municipalityId', '=', 'e.municipalityId').onRef('i.id', '=', 'e.indicatorId'))
    .where('e.mapId', '=', mapId).orderBy('e.at').orderBy('e.id').select(['e.id', 'e.indicatorId', 'i.key as indicator', 'e.expects', 'e.saidBy', 'e.because', 'e.knew', 'e.byId', 'e.at']).execute()

/** A map with what was expected of its area. @throws Refusal 404 */
export async function findExpecting(reading: Reading, { mapId }: { mapId: string }): Promise<Expecting> {
  const row = await findMapRow(reading, { mapId })
  const [figures, expectations, seen] = await Promise.all([findFigures(reading, row.slug), rowsOf(reading.db, mapId), reading.db.selectFrom('figuresSeen').where('mapId', '=', mapId).select('theme').execute()])
  return { ...row, figures, themes: await themesOf(reading.db, figures), expectations, seen: seen.map(({ theme }) => theme) }
}

/** One theme of a map. @throws Refusal 404 the map has no such theme */
export async function findTheme(reading: Reading, { mapId, theme: key }: { mapId: string; theme: string }): Promise<Expecting & { theme: Theme }> {
  const record = await findExpecting(reading, { mapId })
  const theme = record.themes.find(({ section }) => section.key === key)
  if (!theme) throw notFound()
  return { ...record, theme }
}
