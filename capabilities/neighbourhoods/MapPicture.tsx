import { say } from '../../platform/texts.ts'
import type { ShownIndicator, ShownRow } from './indicatorShown.ts'
import { indicatorTexts as texts } from './indicatorTexts.ts'
import { classOf } from './mapShapes.ts'
import { figureText } from './words.ts'

/** The figure of an area in words. */
export const rowFigure = (row: Pick<ShownRow, 'own'>, it: Pick<ShownIndicator, 'unit' | 'decimals'>): string => figureText(row.own, { ...it, madeOf: [] })

const kindOf = ({ own }: Pick<ShownRow, 'own'>, map: NonNullable<ShownIndicator['map']>): string => (own.value === null || own.doubtful ? 'none' : String(classOf(map.classes, own.value) + 1))

/** What a map draws and says of its areas; a marked one has an edge of its own. */
export type Mapped = Pick<ShownIndicator, 'name' | 'unit' | 'decimals' | 'city'> & { rows: readonly MappedRow[] }
type MappedRow = Pick<ShownRow, 'name' | 'own' | 'path' | 'at'> & { marked?: boolean }
type MapOf = NonNullable<ShownIndicator['map']>

/** Five patterns that differ in print and for who sees no colours: more ink is more. Ids are the same on every map, and so is what they draw. */
const Patterns = () => (
  <defs>
    <pattern id="vlak-2" width="8" height="8" patternUnits="userSpaceOnUse">
      <rect class="map-ground" width="8" height="8" />
      <circle class="map-ink" cx="4" cy="4" r="1.3" />
    </pattern>
    <pattern id="vlak-3" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect class="map-ground" width="7" height="7" />
      <rect class="map-ink" width="2" height="7" />
    </pattern>
    <pattern id="vlak-4" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">
      <rect class="map-ground" width="7" height="7" />
      <rect class="map-ink" width="4.4" height="7" />
    </pattern>
  </defs>
)

/** The fill of a group: of five, the outer two are plain; with fewer groups the steps are wider. */
const fillOf = (kind: string, count: number): string => (kind === 'none' ? 'none' : (['1', '2', '3', '4', '5'][count <= 1 ? 4 : Math.round(((Number(kind) - 1) * 4) / (count - 1))] ?? '5'))

const shape = (fill: string) => ({ class: `map-area map-fill-${fill}`, ...(['2', '3', '4'].includes(fill) && { fill: `url(#vlak-${fill})` }) })

/** So many areas can have their names in the picture and still be seen. */
const mostNames = 14

/** Names where their areas are. About half as wide as high is a letter; a name that sticks out of its area is still read, because it has an edge of its own. */
export const MapNames = ({ areas, size = 24 }: { areas: readonly { name: string; at: readonly number[] | null }[]; size?: 24 | 36 }) => (
  <g class="map-names">
    {(areas.length > mostNames ? [] : areas).map(({ name, at }) => {
      const words = name.split(/(?<=-)| /)
      const lines = name.length > 12 && words.length > 1 ? [words.slice(0, Math.ceil(words.length / 2)).join(' '), words.slice(Math.ceil(words.length / 2)).join(' ')] : [name]
      const [x = 0, y = 0] = at ?? []
      return lines.map((line, index) => (
        <text class={size === 24 ? 'map-name' : 'map-name map-name-large'} x={x} y={Math.round(y + size * (0.35 + index - (lines.length - 1) / 2))}>
          {line}
        </text>
      ))
    })}
  </g>
)

/** Areas coloured and hatched by their figure; the same in words for who does not see it: `said`, or else every area. */
export const MapPicture = ({ it, map, said }: { it: Mapped; map: MapOf; said?: string }) => {
  const drawn = it.rows.filter((row) => row.path !== null)
  const words = said ?? say(texts.mapSaid(it.name, drawn.map((row) => `${row.name} ${row.own.doubtful ? say(texts.doubtful) : rowFigure(row, it)}`).join(', ')))
  return (
    <svg class={map.height > map.width ? 'map map-tall' : 'map'} viewBox={`-2 -2 ${map.width + 4} ${map.height + 4}`} role="img" aria-label={`${words}${map.schematic ? ` ${say(texts.schematic)}` : ''}`} xmlns="http://www.w3.org/2000/svg">
      <Patterns />
      {map.ground ? <path class="map-city" d={map.ground} fill-rule="evenodd" /> : null}
      {drawn.map((row) => (
        <path {...shape(fillOf(kindOf(row, map), map.classes.length))} d={row.path ?? ''} fill-rule="evenodd">
          <title>{`${row.name}: ${row.own.doubtful ? say(texts.doubtful) : rowFigure(row, it)}`}</title>
        </path>
      ))}
      {drawn.map((row) => (row.marked ? <path class="map-own" d={row.path ?? ''} /> : null))}
      <MapNames areas={drawn} />
      {map.schematic ? (
        <text class="map-schematic" x="8" y={map.height - 8}>
          {say(texts.schematic)}
        </text>
      ) : null}
    </svg>
  )
}

/** What each pattern means, lowest first. */
export const MapLegend = ({ it, map, own }: { it: Mapped; map: MapOf; /** what the marked area is */ own?: string }) => {
  const text = (value: number): string => figureText({ value, qualifier: null }, { ...it, madeOf: [] })
  const entries = map.classes.map(({ low, high }, index) => ({ fill: fillOf(String(index + 1), map.classes.length), label: say(texts.range(text(low), text(high))) }))
  const none = it.rows.some((row) => row.path !== null && (row.own.value === null || row.own.doubtful))
  return (
    <ul class="map-legend small">
      {[...entries, ...(none ? [{ fill: 'none', label: say(texts.noFigure) }] : [])].map(({ fill, label }) => (
        <li>
          <svg class="map-key" viewBox="0 0 28 20" width="28" height="20" aria-hidden="true">
            <rect {...shape(fill)} x="1" y="1" width="26" height="18" />
          </svg>
          {label}
        </li>
      ))}
      {own && it.rows.some((row) => row.marked && row.path !== null) ? (
        <li>
          <svg class="map-key" viewBox="0 0 28 20" width="28" height="20" aria-hidden="true">
            <rect class="map-own" x="2" y="2" width="24" height="16" />
          </svg>
          {own}
        </li>
      ) : null}
      {map.schematic && map.ground ? (
        <li>
          <svg class="map-key" viewBox="0 0 28 20" width="28" height="20" aria-hidden="true">
            <rect class="map-city" x="1" y="1" width="26" height="18" />
          </svg>
          {say(texts.restOf(it.city))}
        </li>
      ) : null}
    </ul>
  )
}
