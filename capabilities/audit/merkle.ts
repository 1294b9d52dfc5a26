import { createHash } from 'node:crypto'

const sha256 = (...parts: (Buffer | string)[]): Buffer => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

const leaf = Buffer.from([0])
const node = Buffer.from([1])

/**
 * The root of a Merkle tree over these hashes. Leaves and nodes are hashed with a different first byte, so that neither passes for the other.
 *
 * @source RFC 6962 section 2.1: an odd one at the end of a level moves up unchanged
 */
export function merkleRoot(hashes: readonly Buffer[]): Buffer {
  let level = hashes.map((hash) => sha256(leaf, hash))
  while (level.length > 1) {
    const above: Buffer[] = []
    for (let at = 0; at < level.length; at += 2) {
      const [left, right] = [level[at]!, level[at + 1]]
      above.push(right ? sha256(node, left, right) : left)
    }
    level = above
  }
  return level[0]!
}
