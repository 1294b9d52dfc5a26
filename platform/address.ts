import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context as Hono } from 'hono'
import type { Settings } from './server-settings.ts'

/**
 * Where a request came from. Behind our own proxy it is what that proxy wrote last; what a caller wrote before it counts for nothing.
 *
 * @returns undefined when there is no connection, as in tests
 */
export function addressOf(c: Hono, settings: Pick<Settings, 'trustedProxy'>): string | undefined {
  const forwarded = settings.trustedProxy ? c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim() : undefined
  if (forwarded) return forwarded
  try {
    return getConnInfo(c).remote.address
  } catch {
    return undefined
  }
}

/** A path of this site; anything else is the empty text. */
export const localPath = (path: string | undefined): string => (path && /^\/(?![/\\])[^\s\\]*$/.test(path) ? path : '')
