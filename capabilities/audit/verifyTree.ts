import { createHash } from 'node:crypto'

/**
 * Root of the hash tree, from the definition: split at the largest power of two below the number of leaves.
 * The sealer works up level by level instead; both must come to the same.
 *
 * @source RFC 6962 section 2.1
 */
export function rootOf(leaves: readonly Buffer[], from = 0, to = leaves.length): Buffer {
  if (to - from <= 1) {
    const only = leaves[from]
    return createHash('sha256').update(only ? Buffer.concat([Buffer.of(0x00), only]) : '').digest()
  }
  let half = 1
  while (half * 2 < to - from) half *= 2
  return createHash('sha256').update(Buffer.concat([Buffer.of(0x01), rootOf(leaves, from, from + half), rootOf(leaves, from + half, to)])).digest()
}
