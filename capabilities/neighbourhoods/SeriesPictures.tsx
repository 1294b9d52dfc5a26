import { say } from '../../platform/texts.ts'
import type { ShownIndicator } from './indicatorShown.ts'
import { indicatorTexts as texts } from './indicatorTexts.ts'
import { figureText } from './words.ts'

type Series = ShownIndicator['series'][number]
const [width, height, side, top, bottom] = [280, 120, 34, 26, 26]

/** The first and the last point, which carry their figures; the first gives way where both would stand on each other. */
function ends({ segments }: Series, x: (year: number) => number) {
  const [first, last] = [segments[0]?.[0], segments.at(-1)?.at(-1)]
  return first && last && x(last.year) - x(first.year) < 48 ? [last] : [first, last]
}

/** One small picture for each area on the same scales, so that they can be compared; a line ends where years cannot be. */
export const SeriesPictures = ({ it }: { it: ShownIndicator }) => {
  const all = it.series.flatMap((one) => one.segments.flat())
  const [first, last] = [Math.min(...all.map((point) => point.year)), Math.max(...all.map((point) => point.year))]
  const [low, high] = [Math.min(...all.map((point) => point.value)), Math.max(...all.map((point) => point.value))]
  const x = (year: number): number => side + ((year - first) / (last - first || 1)) * (width - 2 * side)
  const y = (value: number): number => top + ((high - value) / (high - low || 1)) * (height - top - bottom)
  const figure = (value: number): string => figureText({ value, qualifier: null }, { ...it, madeOf: [] })
  const said = (one: Series): string => say(texts.seriesSaid(one.name, one.segments.flat().map((point) => say(texts.pointSaid(String(point.year), figure(point.value)))).join(', ')))
  return (
    <div class="series">
      {it.series.map((one) => (
        <div class="series-one">
          <h3 class="row-title">{one.slug === it.rows.find((row) => row.slug === one.slug)?.slug ? <a href={`/wijk/${one.slug}`}>{one.name}</a> : one.name}</h3>
          <svg class="series-picture" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={said(one)}>
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
                    {figure(point.value)}
                  </text>
                  <text class="funnel-tick" x={x(point.year)} y={height - 8}>
                    {String(point.year)}
                  </text>
                </>
              ) : null,
            )}
          </svg>
          {one.breaks.map((cut) => (
            <p class="soft small">{say(texts.breaks[cut.reason](cut.year))}</p>
          ))}
        </div>
      ))}
    </div>
  )
}
