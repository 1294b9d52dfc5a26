import { createHash } from 'node:crypto'

/** Fingerprint of the first `size` records of a data set: two runs with the same one looked at the same data. */
export function digest<R>(size: number, record: (place: number) => R): string {
  const hash = createHash('sha256')
  for (let place = 0; place < size; place++) hash.update(`${JSON.stringify(record(place))}\n`)
  return hash.digest('hex')
}
