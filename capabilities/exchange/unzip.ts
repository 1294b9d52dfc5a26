import { unzipSync } from 'fflate'
import { Unreadable } from './unreadable.ts'

const mostBytes = 100 * 1024 * 1024

/**
 * The files of a zip that are asked for. What they say to hold unpacked is added up first, and none gets more room than it said.
 *
 * @throws Unreadable 'not-zip' or 'too-big'
 */
export function unzipped(bytes: Uint8Array, wanted: (name: string) => boolean): Map<string, Uint8Array> {
  let total = 0
  try {
    const files = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (!wanted(name)) return false
        total += originalSize
        if (total > mostBytes) throw new Unreadable('too-big')
        return true
      },
    })
    return new Map(Object.entries(files))
  } catch (error) {
    throw error instanceof Unreadable ? error : new Unreadable('not-zip')
  }
}
