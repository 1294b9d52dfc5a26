import { isInRing } from '../../platform/geometry.ts'
import { degreesOf, inGrid, places } from '../../platform/grid.ts'
import { codeIn } from './reading.ts'
import { invalidFile } from './wrong.ts'

type Position = [number, number]
export type Outline = { type: 'Polygon'; coordinates: Position[][] } | { type: 'MultiPolygon'; coordinates: Position[][][] }
/** The outline of an area in degrees, longitude first. */
export type Boundary = { code: string; name: string | null; geometry: Outline }

const netherlands = { west: 3.0, east: 7.5, south: 50.5, north: 54.0 }
const inCountry = ([longitude, latitude]: Position): boolean => longitude > netherlands.west && longitude < netherlands.east && latitude > netherlands.south && latitude < netherlands.north

type Feature = { properties?: Record<string, unknown> | null; geometry?: { type?: string; coordinates?: unknown } | null }

const isPosition = (it: unknown): it is Position => Array.isArray(it) && it.length >= 2 && it.slice(0, 2).every((value) => typeof value === 'number' && Number.isFinite(value))

/** A ring that is closed and has at least three corners; undefined when it is none. */
function ringOf(raw: unknown, turn: (at: Position) => Position): Position[] | undefined {
  if (!Array.isArray(raw) || raw.length < 4 || !raw.every(isPosition)) return undefined
  const ring = raw.map((it: Position) => turn([it[0], it[1]]))
  const [first, last] = [ring[0], ring.at(-1)]
  return first && last && first[0] === last[0] && first[1] === last[1] && ring.every(inCountry) ? ring : undefined
}

function outlineOf({ geometry }: Feature, turn: (at: Position) => Position): Outline | undefined {
  const polygon = (raw: unknown): Position[][] | undefined => {
    const rings = Array.isArray(raw) ? raw.map((ring) => ringOf(ring, turn)) : []
    return rings.length > 0 && rings.every((ring) => ring !== undefined) ? (rings as Position[][]) : undefined
  }
  if (geometry?.type === 'Polygon') {
    const coordinates = polygon(geometry.coordinates)
    return coordinates && { type: 'Polygon', coordinates }
  }
  if (geometry?.type !== 'MultiPolygon' || !Array.isArray(geometry.coordinates)) return undefined
  const polygons = geometry.coordinates.map(polygon)
  return polygons.length > 0 && polygons.every((it) => it !== undefined) ? { type: 'MultiPolygon', coordinates: polygons as Position[][][] } : undefined
}

const firstPosition = (coordinates: unknown): Position | undefined => (isPosition(coordinates) ? coordinates : Array.isArray(coordinates) ? firstPosition(coordinates[0]) : undefined)

/**
 * Outlines of areas from GeoJSON, in degrees or in the national grid: the file says so, and where it does not its numbers do.
 *
 * @throws Refusal 400 neither of both, or no code at any area
 */
export function boundariesIn(features: readonly unknown[], degrees: boolean): { boundaries: Boundary[]; refused: { code: string }[] } {
  const some = features.map((it) => firstPosition((it as Feature).geometry?.coordinates)).find((it) => it !== undefined)
  const grid = some && (!degrees || inGrid(some)) && !inCountry(some)
  if (!some || (grid && !inGrid(some)) || (!grid && !inCountry(some))) throw invalidFile('file.elsewhere-on-earth', { nl: 'Deze grenzen liggen niet in Nederland. Kies GeoJSON in graden (WGS84) of in het Rijksdriehoeksstelsel.', en: 'These boundaries are not in the Netherlands. Choose GeoJSON in degrees (WGS84) or in the national grid.' })
  const boundaries: Boundary[] = []
  const refused: { code: string }[] = []
  for (const feature of features as Feature[]) {
    const properties = feature.properties ?? {}
    const code = Object.values(properties).map(codeIn).find((it) => it !== undefined)
    if (!code) continue
    const geometry = outlineOf(feature, grid ? degreesOf : (at) => [places(at[0]), places(at[1])])
    const name = properties.statnaam ?? properties.naam ?? properties.name ?? properties.buurtnaam ?? properties.wijknaam
    if (geometry) boundaries.push({ code, name: typeof name === 'string' ? name : null, geometry })
    else refused.push({ code })
  }
  if (boundaries.length + refused.length === 0) throw invalidFile('file.no-codes', { nl: 'Bij geen enkel gebied in dit bestand staat een CBS-code.', en: 'No area in this file has a code.' })
  return { boundaries, refused }
}

/** Is this point in the area? Holes do not count. */
export function contains(outline: Outline, point: Position): boolean {
  const polygons = outline.type === 'Polygon' ? [outline.coordinates] : outline.coordinates
  return polygons.some(([outer, ...holes]) => outer !== undefined && isInRing(outer, point) && !holes.some((hole) => isInRing(hole, point)))
}
