import { numberText } from '../../platform/numbers.ts'
import { say } from '../../platform/texts.ts'
import { farLimit, nearLimit, strays } from './indicatorLines.ts'
import type { ShownIndicator, ShownRow } from './indicatorShown.ts'
import { indicatorTexts as texts } from './indicatorTexts.ts'
import { apart, type Box, type Label, labelled } from './labels.ts'
import { rowFigure } from './MapPicture.tsx'
import { figureText } from './words.ts'

type Point = ShownRow & { value: number; group: number }
const [width, height] = [640, 360]
const [left, right, top, bottom] = [52, 16, 16, 48]

const known = new WeakMap<ShownIndicator, Point[]>()
const pointsOf = (it: ShownIndicator): Point[] => it.rows.flatMap((row) => (row.own.value !== null && row.population !== null && !row.own.doubtful && it.unit === 'percent' && !row.own.qualifier ? [{ ...row, value: row.own.value, group: row.population }] : []))

/** Areas of which share and group are known. The page, its picture and its links ask for them: they are sought once. */
export function pointsIn(it: ShownIndicator): Point[] {
  const found = known.get(it) ?? pointsOf(it)
  known.set(it, found)
  return found
}

const step = (span: number): number => [1, 2, 5, 10, 20, 25, 50].find((it) => span / it <= 6) ?? 100
const niceGroup = (most: number): number => [100, 200, 500, 1000, 2000, 2500, 5000, 10_000, 20_000, 50_000, 100_000].find((it) => most / it <= 5) ?? 500_000

function scales(points: readonly Point[], city: number) {
  const most = Math.max(...points.map((it) => it.group)) * 1.05
  const least = Math.min(...points.map((it) => it.group))
  // The limits of a handful of people reach from nothing to all and would press the rest flat: areas decide how much is seen.
  const reach = Math.max(...points.map((it) => Math.abs(it.value - city)), strays(city, most, farLimit) * 2) * 1.15
  const [low, high] = [Math.max(0, city - reach), Math.min(100, city + reach)]
  return {
    most, least, low, high,
    x: (group: number): number => left + (group / most) * (width - left - right),
    y: (value: number): number => top + ((high - Math.min(high, Math.max(low, value))) / (high - low || 1)) * (height - top - bottom),
  }
}

/** Where the line of a limit bends, from the smallest group to the largest. */
function limitPoints({ most, least, x, y }: ReturnType<typeof scales>, city: number, distance: number): (readonly [x: number, y: number])[] {
  const groups = Array.from({ length: 40 }, (_, index) => least * 0.8 + ((most - least * 0.8) * index ** 2) / 39 ** 2)
  return groups.map((group) => [x(group), y(city + Math.sign(distance) * strays(city, group, Math.abs(distance)))])
}

const limit = (...of: Parameters<typeof limitPoints>): string => limitPoints(...of).map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('')

const cityWords = (it: ShownIndicator, city: number): string => say(texts.cityLine(figureText({ value: city, qualifier: null }, { ...it, madeOf: [] })))
const far = (outside: readonly Point[], city: number): Point[] => [...outside].sort((one, other) => Math.abs(other.value - city) - Math.abs(one.value - city))

/** Where the words about the city stand: at the end of its line or at the beginning, above it or below, where no point and no limit lies; or at least no point. */
function cityBox(it: ShownIndicator, dots: readonly Box[], city: number, scale: ReturnType<typeof scales>): Box {
  const words = cityWords(it, city).length * 8
  const [above, below] = [scale.y(city) - 20, scale.y(city) + 3]
  const places: [Box, ...Box[]] = [{ x: width - right - words, y: above, width: words, height: 17 }]
  places.push({ ...places[0], y: below }, { ...places[0], x: left + 6 }, { ...places[0], x: left + 6, y: below })
  const lines = [farLimit, nearLimit, -nearLimit, -farLimit].flatMap((distance) => limitPoints(scale, city, distance).map(([x, y]) => ({ x: x - 1, y: y - 1, width: 2, height: 2 })))
  const free = (taken: readonly Box[]): Box | undefined => places.find((place) => taken.every((one) => apart(one, place)))
  return free([...dots, ...lines]) ?? free(dots) ?? places[0]
}

const dotsOf = (points: readonly Point[], { x, y }: ReturnType<typeof scales>): Box[] => points.map((row) => ({ x: x(row.group) - 7, y: y(row.value) - 7, width: 14, height: 14 }))

type Placed = { points: readonly Point[]; scale: ReturnType<typeof scales>; words: Box; labels: readonly Label<Point>[]; city: number }
const placed = new WeakMap<ShownIndicator, Placed>()

/**
 * Where everything stands: points, the words about the city, and names of areas outside the lines, the farthest first, as far as there is room beside all that. For a large city it is
 * the most work of the page, and both the picture and the list of names without room ask for it: it is done once.
 */
function placesOf(it: ShownIndicator, city: number): Placed {
  const before = placed.get(it)
  if (before?.city === city) return before
  const points = pointsIn(it)
  const scale = scales(points, city)
  const dots = dotsOf(points, scale)
  const words = cityBox(it, dots, city, scale)
  const outside = far(points.filter((row) => row.outside), city)
  const labels = labelled(outside.map((of) => ({ of, name: of.name, x: scale.x(of.group), y: scale.y(of.value) })), [...dots, words], { x: left, y: top - 8, width: width - left - right + 8, height: height - top - bottom + 8 })
  const all = { points, scale, words, labels, city }
  placed.set(it, all)
  return all
}

/** Areas outside the lines for whose name the picture has no room, the farthest first. */
export function withoutName(it: ShownIndicator, city: number): ShownRow[] {
  const { points, labels } = placesOf(it, city)
  const withName = new Set(labels.map(({ of }) => of.slug))
  return far(points.filter((row) => row.outside && !withName.has(row.slug)), city)
}

const Name = ({ label }: { label: Label<Point> | undefined }) =>
  label ? (
    <text class={`funnel-label funnel-label-${label.anchor}`} x={label.x} y={label.y} text-anchor={label.anchor}>
      {label.of.name}
    </text>
  ) : null

/** Each area by the size of its group, between lines that say how far chance reaches. */
export const FunnelPicture = ({ it, city }: { it: ShownIndicator; city: number }) => {
  const { points, scale, words, labels } = placesOf(it, city)
  const outside = points.filter((row) => row.outside)
  const names = new Map(labels.map((label) => [label.of, label]))
  const said = outside.length === 0 ? say(texts.allInside) : say(texts.someOutside(outside.map((row) => `${row.name} ${rowFigure(row, it)}`).join(', ')))
  const ticks = (from: number, to: number, by: number): number[] => Array.from({ length: Math.floor(to / by) - Math.ceil(from / by) + 1 }, (_, index) => (Math.ceil(from / by) + index) * by)
  return (
    <svg class="funnel" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={say(texts.funnelSaid(it.name, said))} xmlns="http://www.w3.org/2000/svg">
      {ticks(scale.low, scale.high, step(scale.high - scale.low)).map((value) => (
        <>
          <line class="funnel-grid" x1={left} x2={width - right} y1={scale.y(value)} y2={scale.y(value)} />
          <text class="funnel-tick funnel-tick-y" x={left - 8} y={scale.y(value) + 4}>{`${numberText(value)}%`}</text>
        </>
      ))}
      {ticks(0, scale.most, niceGroup(scale.most)).map((group) => (
        <text class="funnel-tick" x={scale.x(group)} y={height - bottom + 20}>
          {numberText(group)}
        </text>
      ))}
      <text class="funnel-tick" x={(left + width - right) / 2} y={height - 6}>
        {say(texts.groupSize(it.of ?? ''))}
      </text>
      {[farLimit, -farLimit].map((distance) => (
        <path class="funnel-limit funnel-far" d={limit(scale, city, distance)} />
      ))}
      {[nearLimit, -nearLimit].map((distance) => (
        <path class="funnel-limit funnel-near" d={limit(scale, city, distance)} />
      ))}
      <line class="funnel-city" x1={left} x2={width - right} y1={scale.y(city)} y2={scale.y(city)} />
      <text class="funnel-label funnel-city-label" x={words.x + words.width} y={words.y + 14}>
        {cityWords(it, city)}
      </text>
      {points.map((row) => (
        <g class={row.outside ? 'funnel-out' : 'funnel-in'}>
          <title>{`${row.name}: ${rowFigure(row, it)}`}</title>
          {row.outside ? <path class="funnel-dot" d={`M${scale.x(row.group)} ${scale.y(row.value) - 7}l7 7l-7 7l-7 -7Z`} /> : <circle class="funnel-dot" cx={scale.x(row.group)} cy={scale.y(row.value)} r="5" />}
          <Name label={names.get(row)} />
        </g>
      ))}
    </svg>
  )
}
