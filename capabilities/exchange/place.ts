import { degreesOf, inGrid } from '../../platform/grid.ts'
import type { Reason, SourceRecord } from './record.ts'
import { numberIn } from './values.ts'

// The Netherlands with its borders: a point that only lies there the other way around was written the other way around.
const inCountry = (latitude: number, longitude: number): boolean => latitude > 50.5 && latitude < 54 && longitude > 3 && longitude < 7.5

/**
 * A point as people write it down wrongly more often than not: in metres of the national grid, either way around, or with longitude first.
 *
 * @returns the record with its point in degrees, and what a person should know; unchanged where nothing is to be mended
 */
export function placed(it: SourceRecord): { record: SourceRecord; remark?: Reason } {
  const [latitude, longitude] = [numberIn(String(it.fields.latitude ?? '')), numberIn(String(it.fields.longitude ?? ''))]
  if (it.entity !== 'location' || latitude === undefined || longitude === undefined) return { record: it }
  const at = (north: number, east: number): SourceRecord => ({ ...it, fields: { ...it.fields, latitude: north, longitude: east } })
  if (inCountry(longitude, latitude)) return { record: at(longitude, latitude), remark: 'place-turned' }
  const metres = ([[latitude, longitude], [longitude, latitude]] as [number, number][]).find(inGrid)
  if (!metres) return { record: it }
  const [east, north] = degreesOf(metres)
  return { record: at(north, east), remark: 'place-in-grid' }
}
