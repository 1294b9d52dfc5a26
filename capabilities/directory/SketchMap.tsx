import { isInRing } from '../../platform/geometry.ts'
import { say } from '../../platform/texts.ts'
import type { ShownArea } from './shown.ts'
import { texts } from './texts.ts'

export type Marked = { letter: string; name: string; latitude: number; longitude: number }
type At = readonly [x: number, y: number]

const width = 304
const height = 400
const edge = 30

/**
 * Puts longitude and latitude on the sheet so that everything that matters is on it. At this size the earth is flat: a degree of longitude is
 * shorter than one of latitude by the cosine of the latitude.
 */
function projection(points: readonly (readonly [longitude: number, latitude: number])[]): (longitude: number, latitude: number) => At {
  const lons = points.map(([lon]) => lon)
  const lats = points.map(([, lat]) => lat)
  const [west, east, south, north] = [Math.min(...lons), Math.max(...lons), Math.min(...lats), Math.max(...lats)]
  const shrink = Math.cos((((south + north) / 2) * Math.PI) / 180)
  const least = 0.004 // about 400 metres: one place alone is not blown up to fill the sheet
  const scale = Math.min((width - 2 * edge) / Math.max((east - west) * shrink, least), (height - 2 * edge) / Math.max(north - south, least))
  const [middleX, middleY] = [((west + east) / 2) * shrink, (south + north) / 2]
  return (longitude, latitude) => [Math.round((width / 2 + (longitude * shrink - middleX) * scale) * 10) / 10, Math.round((height / 2 - (latitude - middleY) * scale) * 10) / 10]
}

/** Letters that would cover each other are moved apart, a little at a time, so that each can be read. */
function apart(points: readonly At[], least = 25): At[] {
  const placed: [number, number][] = points.map(([x, y]) => [x, y])
  for (let round = 0; round < 40; round += 1) {
    let moved = false
    for (const [index, one] of placed.entries()) {
      for (const [later, other] of placed.slice(index + 1).entries()) {
        const [dx, dy] = [other[0] - one[0] || 0.1 * (later + 1), other[1] - one[1] || 0.1]
        const far = Math.hypot(dx, dy)
        if (far >= least) continue
        const push = (least - far) / 2
        one[0] -= (dx / far) * push
        one[1] -= (dy / far) * push
        other[0] += (dx / far) * push
        other[1] += (dy / far) * push
        moved = true
      }
    }
    if (!moved) break
  }
  return placed.map(([x, y]) => [Math.round(Math.min(width - 14, Math.max(14, x)) * 10) / 10, Math.round(Math.min(height - 14, Math.max(14, y)) * 10) / 10])
}

/** Where the name of an area stands: in the middle, under its upper edge, so that letters seldom cover it. */
const nameAt = (corners: readonly At[]): At => [corners.reduce((sum, [x]) => sum + x, 0) / corners.length, Math.min(...corners.map(([, y]) => y)) + 26]

/** Places so near each other that all one would see is them: about two kilometres. */
const close = 0.02
const areClose = (places: readonly Marked[]): boolean =>
  (['longitude', 'latitude'] as const).every((side) => Math.max(...places.map((it) => it[side])) - Math.min(...places.map((it) => it[side])) < close)

/** The areas that say where everything is: what was chosen, all when there are no places, and those around a few places near each other. */
function framing(drawn: readonly ShownArea[], isChosen: (it: ShownArea) => boolean, places: readonly Marked[]): readonly ShownArea[] {
  const chosen = drawn.filter(isChosen)
  if (chosen.length > 0) return chosen
  if (places.length === 0) return drawn
  return areClose(places) ? drawn.filter(({ outline }) => outline && places.some(({ longitude, latitude }) => isInRing(outline, [longitude, latitude]))) : []
}

/** The neighbourhoods as a sketch, with the letters of the list; a cord runs from "u" to the nearest. Drawn here, asked from nobody. */
export function SketchMap({ areas, chosen, places, you }: { areas: readonly ShownArea[]; chosen: string | null; places: readonly Marked[]; you: { latitude: number; longitude: number } | null }) {
  // A whole and its parts would cover each other.
  const wholes = new Set(areas.flatMap((it) => (it.outline && it.parent ? [it.parent] : [])))
  const drawn = areas.filter((it) => it.outline && !wholes.has(it.slug))
  const isChosen = (it: ShownArea) => it.slug === chosen || it.parent === chosen
  const corners = framing(drawn, isChosen, places).flatMap((it) => (it.outline ?? []).map(([lon = 0, lat = 0]) => [lon, lat] as const))
  const all = [...corners, ...places.map((it) => [it.longitude, it.latitude] as const), ...(you ? [[you.longitude, you.latitude] as const] : [])]
  if (all.length === 0) return null
  const project = projection(all)
  const here = you && project(you.longitude, you.latitude)
  const spots = apart([...places.map((it) => project(it.longitude, it.latitude)), ...(here ? [here] : [])])
  const own = here ? spots.at(-1) : undefined
  const [nearest] = own ? places.map((_, index) => index).sort((a, b) => Math.hypot(spots[a]![0] - own[0], spots[a]![1] - own[1]) - Math.hypot(spots[b]![0] - own[0], spots[b]![1] - own[1])) : []
  const target = nearest === undefined ? undefined : spots[nearest]
  return (
    <svg class="sketch" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={say(texts.mapSays(places.length))}>
      {drawn.map((it) => (
        <polygon class={isChosen(it) ? 'sketch-area sketch-area-own' : 'sketch-area'} points={(it.outline ?? []).map(([lon = 0, lat = 0]) => project(lon, lat).join(',')).join(' ')} />
      ))}
      {drawn.map((it) => {
        const [x, y] = nameAt((it.outline ?? []).map(([lon = 0, lat = 0]) => project(lon, lat)))
        const inside = x > 40 && x < width - 40 && y > 12 && y < height - 8
        return inside ? (
          <text class={isChosen(it) ? 'sketch-name sketch-name-own' : 'sketch-name'} x={x} y={y}>
            {it.name}
          </text>
        ) : null
      })}
      {own && target ? <path class="sketch-cord" d={`M${own[0]} ${own[1]}Q${(own[0] + target[0]) / 2} ${Math.max(own[1], target[1]) + 26} ${target[0]} ${target[1]}`} /> : null}
      {places.map(({ letter }, index) => (
        <g>
          <circle class="sketch-ring" cx={spots[index]![0]} cy={spots[index]![1]} r="12" />
          <text class="sketch-letter" x={spots[index]![0]} y={spots[index]![1] + 4.5}>
            {letter}
          </text>
        </g>
      ))}
      {own ? (
        <g>
          <circle class="sketch-you" cx={own[0]} cy={own[1]} r="7" />
          <text class="sketch-name sketch-name-own" x={own[0] + 18} y={own[1] + 4}>
            {say(texts.you)}
          </text>
        </g>
      ) : null}
    </svg>
  )
}
