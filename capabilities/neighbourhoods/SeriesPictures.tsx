import type { Child } from 'hono/jsx'
import { say } from '../../platform/texts.ts'
import type { SeriesSheet } from './indicatorShown.ts'
import { indicatorTexts as texts } from './indicatorTexts.ts'
import { figureText } from './words.ts'

type Series = SeriesSheet['series'][number]
type Sheet = Pick<SeriesSheet, 'unit' | 'decimals' | 'series'>
/** How large one small picture is. */
export const seriesSize = { width: 280, height: 120 }
const { width, height } = seriesSize
const [side, top, bottom] = [34, 26, 26]

const figureOf = (it: Sheet, value: number): string => figureText({ value, qualifier: null }, { ...it, madeOf: [] })

/** The same scales for all pictures of a sheet, so that they can be compared. */
function scalesOf(it: Sheet) {
  const all = it.series.flatMap((one) => one.segments.flat())
  const [first, last] = [Math.min(...all.map((point) => point.year)), Math.max(...all.map((point) => point.year))]
  const [low, high] = [Math.min(...all.map((point) => point.value)), Math.max(...all.map((point) => point.value))]
  return {
    x: (year: number): number => side + ((year - first) / (last - first || 1)) * (width - 2 * side),
    y: (value: number): number => top + ((high - value) / (high - low || 1)) * (height - top - bottom),
  }
}

/** The first and the last point, which carry their figures; the first gives way where both would stand on each other. */
function ends({ segments }: Series, x: (year: number) => number) {
  const [first, last] = [segments[0]?.[0], segments.at(-1)?.at(-1)]
  return first && last && x(last.year) - x(first.year) < 48 ? [last] : [first, last]
}

/** What one picture says, in words. */
export const seriesSaid = (it: Sheet, one: Series): string => say(texts.seriesSaid(one.name, one.segments.flat().map((point) => say(texts.pointSaid(String(point.year), figureOf(it, point.value)))).join(', ')))
/** Why a line stops, each reason once, with the areas it is true of when it is not all of them. */
export function breaksSaid(series: readonly Series[]): string[] {
  const names = new Map<string, string[]>()
  for (const one of series) for (const cut of one.breaks) {
    const said = say(texts.breaks[cut.reason](cut.year))
    names.set(said, [...(names.get(said) ?? []), one.name])
  }
  return [...names].map(([said, of]) => (of.length === series.length ? said : `${of.join(', ')}: ${said}`))
}

/** What is drawn in one small picture; a line ends where years cannot be compared. */
export const SeriesDrawing = ({ it, one }: { it: Sheet; one: Series }) => {
  const { x, y } = scalesOf(it)
  return (
    <>
      <line class="funnel-grid" x1={side} x2={width - side} y1={height - bottom} y2={height - bottom} />
      {one.breaks.map((cut) => (
        <line class="series-break" x1={x(cut.year) - 4} x2={x(cut.year) - 4} y1={top - 8} y2={height - bottom} />
      ))}
      {one.segments.map((points) => (
        <>
          {points.length > 1 ? <path class="series-line" d={points.map((point, index) => `${index === 0 ? 'M' : 'L'}${x(point.year)} ${y(point.value)}`).join('')} /> : null}
          {points.map((point) => (
            <circle class="series-dot" cx={x(point.year)} cy={y(point.value)} r="4" />
          ))}
        </>
      ))}
      {ends(one, x).map((point) =>
        point ? (
          <>
            <text class="series-value" x={x(point.year)} y={y(point.value) - 9}>
              {figureOf(it, point.value)}
            </text>
            <text class="funnel-tick" x={x(point.year)} y={height - 8}>
              {String(point.year)}
            </text>
          </>
        ) : null,
      )}
    </>
  )
}

/** One small picture for each area on the same scales, each below its name. */
export const SeriesPictures = ({ it, name }: { it: Sheet; name: (one: Series) => Child }) => (
  <div class="series">
    {it.series.map((one) => (
      <div class="series-one">
        {name(one)}
        <svg class="series-picture" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={seriesSaid(it, one)}>
          <SeriesDrawing it={it} one={one} />
        </svg>
        {breaksSaid([one]).map((said) => (
          <p class="soft small">{said}</p>
        ))}
      </div>
    ))}
  </div>
)
