import { raw } from 'hono/html'
import type { Child } from 'hono/jsx'

const drawn = new Map<string, Child>()

/**
 * A little picture that is the same wherever it stands, put into text once: a list has one in each row, and drawing it again costs more than the rest of the row.
 *
 * @param key   names everything that the picture depends on; never a text of somebody, because what is drawn is kept
 */
export function drawOnce(key: string, draw: () => Child): Child {
  const known = drawn.get(key)
  if (known !== undefined) return known
  const made = raw(String(draw()))
  drawn.set(key, made)
  return made
}
