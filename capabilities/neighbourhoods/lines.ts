import { combined, type PartFigure } from './combining.ts'
import { believed, compare, corrected } from './comparison.ts'
import type { Interval } from '../../platform/wilson.ts'
import type { Area, AreaRecord, Figure, Indicator } from './record.ts'

/**
 * What is said of a figure beside the city's. `same` is a result; the others say why nothing can be said:
 * no margin is known, the figure is in doubt, there is no figure, the city has none of that year, or it is a number of people or things.
 */
export type Verdict = 'higher' | 'lower' | 'same' | 'not-testable' | 'doubtful' | 'missing' | 'no-whole' | 'not-compared'

/** One figure in one column. `madeOf` names the parts it was combined from. */
export type Cell = Pick<Figure, 'state' | 'value' | 'qualifier' | 'population' | 'doubt' | 'checked' | 'corrections'> & { madeOf?: readonly string[] }

/** One indicator in one year from one source: the area, those beside it, and the city. */
export type Line = {
  indicator: Indicator
  year: number | null
  sourceId: string
  cited: string | null
  own: Cell
  /** the figure is of the larger area that this one lies in */
  over: string | null
  others: readonly Cell[]
  city: Cell | null
  verdict: Verdict
  difference: number | null
  margin: Interval | null
  /** the p-value of the test, before correction; null where nothing was tested */
  chance: number | null
}

const missing: Cell = { state: 'missing', value: null, qualifier: null, population: null, doubt: null, checked: null }
const editionOf = (it: Pick<Figure, 'year' | 'sourceId' | 'indicatorId'>): string => `${it.indicatorId} ${it.year} ${it.sourceId}`

/** Looks up the figure of an area in an edition; the first where there are several. */
function lookUp<F extends Figure>(figures: readonly F[]): (areaId: string, edition: string) => F | undefined {
  const known = new Map<string, F>()
  for (const it of figures) {
    const key = `${it.areaId} ${editionOf(it)}`
    if (!known.has(key)) known.set(key, it)
  }
  return (areaId, edition) => known.get(`${areaId} ${edition}`)
}

/** One figure of a part: its own, or else combined from what lies in it. */
function ofPart({ indicators, within }: Pick<AreaRecord, 'indicators' | 'within'>, figureOf: ReturnType<typeof lookUp<Figure>>, part: Area, edition: string): (PartFigure & { doubt: Figure['doubt'] }) | undefined {
  const of = (id: string) => figureOf(id, edition)
  const plain = (it: Figure | undefined) => ({ value: it?.value ?? null, population: it?.population ?? null, exact: it?.qualifier === null, doubt: it?.doubt ?? null })
  const own = of(part.id)
  if (own) return plain(own)
  const inside = (within.get(part.id) ?? []).map((it) => of(it.id))
  const unit = indicators.find(({ id }) => id === inside.find((it) => it)?.indicatorId)?.unit ?? 'score'
  const made = combined(unit, inside.map(plain))
  return made && { ...made, exact: true, doubt: inside.find((it) => it?.doubt)?.doubt ?? null }
}

/** The figures of an area that has none itself, from those of its parts. */
function combinedFigures(record: AreaRecord): (Figure & { madeOf: readonly string[] })[] {
  const { area, parts, indicators, figures, within } = record
  const own = new Set(figures.filter((it) => it.areaId === area.id).map(editionOf))
  const first = parts[0]
  if (!first) return []
  const inFirst = new Set([first.id, ...(within.get(first.id) ?? []).map(({ id }) => id)])
  const figureOf = lookUp(figures)
  const editions = new Map(figures.filter((it) => inFirst.has(it.areaId) && !own.has(editionOf(it))).map((it) => [editionOf(it), it]))
  return [...editions].flatMap(([edition, it]) => {
    const unit = indicators.find(({ id }) => id === it.indicatorId)?.unit ?? 'score'
    const ofParts = parts.map((part) => ofPart(record, figureOf, part, edition))
    const made = combined(unit, ofParts.map((part) => part ?? { value: null, population: null, exact: false }))
    return made ? [{ ...it, ...made, areaId: area.id, state: 'known' as const, qualifier: null, doubt: ofParts.find((part) => part?.doubt)?.doubt ?? null, checked: null, corrections: [], madeOf: parts.map(({ name }) => name) }] : []
  })
}

/** Says what a figure is beside the city's, and how sure that is. Percentages are compared as fractions of their group. */
export function judged(indicator: Pick<Indicator, 'unit' | 'smallest'>, own: Cell, city: Cell | null): Pick<Line, 'verdict' | 'difference' | 'margin' | 'chance'> {
  const nothing = { difference: null, margin: null, chance: null }
  if (own.value === null) return { verdict: 'missing', ...nothing }
  if (own.doubt) return { verdict: 'doubtful', ...nothing }
  if (indicator.unit === 'number') return { verdict: 'not-compared', ...nothing }
  if (!city || city.value === null || city.doubt) return { verdict: 'no-whole', ...nothing }
  const plain = { verdict: 'not-testable' as const, difference: own.value - city.value, margin: null, chance: null }
  if (indicator.unit !== 'percent' || indicator.smallest === null || own.qualifier || city.qualifier || own.population === null || city.population === null) return plain
  const outcome = compare({ share: own.value / 100, of: own.population }, { share: city.value / 100, of: city.population }, indicator.smallest / 100)
  return outcome ? { verdict: outcome.verdict, difference: outcome.difference * 100, margin: [outcome.margin[0] * 100, outcome.margin[1] * 100], chance: outcome.chance } : plain
}

function lineOf(record: AreaRecord, figureOf: ReturnType<typeof lookUp<Figure & { madeOf?: readonly string[] }>>, indicator: Indicator, own: Figure | undefined, like: Figure): Line {
  const edition = editionOf(like)
  const cellOf = (area: Area): Cell => figureOf(area.id, edition) ?? missing
  const mine = own ?? missing
  const whole = cellOf(record.city)
  const city = whole === missing ? null : whole
  return {
    indicator, year: like.year, sourceId: like.sourceId, cited: like.cited, own: mine, over: own && own.areaId !== record.area.id ? (record.parent?.name ?? null) : null,
    others: columnsOf(record).map(cellOf), city, ...judged(indicator, mine, city),
  }
}

/** Takes back what can be chance when so many are looked at together; the rest stays as it was. */
export function together<L extends Pick<Line, 'verdict' | 'chance'>>(lines: readonly L[]): L[] {
  const tested = lines.filter((it) => it.chance !== null)
  const chances = new Map(corrected(tested.map((it) => it.chance ?? 1)).map((chance, index) => [tested[index], chance]))
  return lines.map((it) => ((chances.get(it) ?? 0) < believed ? it : { ...it, verdict: it.verdict === 'higher' || it.verdict === 'lower' ? ('same' as const) : it.verdict }))
}

/** The areas beside which this one is shown: its parts, or the other parts of what it lies in. */
export const columnsOf = ({ parts, siblings }: AreaRecord): readonly Area[] => (parts.length > 0 ? parts : siblings)

/**
 * All lines about an area. Years and sources are kept apart, so an indicator may have several lines. Where the area has no
 * figure of its own, that of the larger area is shown as such, and otherwise the line says that there is none.
 */
export function linesOf(record: AreaRecord): Line[] {
  const figures = [...record.figures, ...combinedFigures(record)]
  const figureOf = lookUp<Figure & { madeOf?: readonly string[] }>(figures)
  const byIndicator = Map.groupBy(figures, (it) => it.indicatorId)
  return together(record.indicators.flatMap((indicator) => {
    const about = byIndicator.get(indicator.id) ?? []
    const own = about.filter((it) => it.areaId === record.area.id)
    const over = about.filter((it) => it.areaId === record.parent?.id)
    const told = own.length > 0 ? own : over
    if (told.length > 0) return told.map((it) => lineOf(record, figureOf, indicator, it, it))
    const elsewhere = [record.city, ...columnsOf(record)].flatMap(({ id }) => about.filter((it) => it.areaId === id))[0]
    return elsewhere ? [lineOf(record, figureOf, indicator, undefined, elsewhere)] : []
  }))
}
