import proj4 from 'proj4'

/** Rijksdriehoekscoördinaten, with the shift to WGS 84 that stays within a metre. @source EPSG:28992 */
const rd = '+proj=sterea +lat_0=52.1561605555556 +lon_0=5.38763888888889 +k=0.9999079 +x_0=155000 +y_0=463000 +ellps=bessel +towgs84=565.4171,50.3319,465.5524,-0.398957,0.343988,-1.8774,4.0725 +units=m +no_defs'
const turned = proj4(rd, 'WGS84')

/** Six digits are 11 cm; more is weight without meaning. */
export const places = (degrees: number): number => Math.round(degrees * 1e6) / 1e6

/** A point of the national grid in degrees, longitude first. */
export const degreesOf = ([x, y]: [number, number]): [number, number] => {
  const [longitude, latitude] = turned.forward([x, y])
  return [places(longitude ?? Number.NaN), places(latitude ?? Number.NaN)]
}

/** Do these numbers lie in the national grid? */
export const inGrid = ([x, y]: [number, number]): boolean => x > -7000 && x < 300_000 && y > 289_000 && y < 629_000
