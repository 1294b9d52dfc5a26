import type { IncomingMessage } from 'node:http'
import { getConnInfo } from '@hono/node-server/conninfo'
import type { Context as Hono } from 'hono'
import type { Settings } from './server-settings.ts'

type Proxied = Pick<Settings, 'trustedProxy'>

/** What our own proxy wrote last. What a caller wrote before it counts for nothing. */
const forwardedIn = (header: string | undefined, { trustedProxy }: Proxied): string | undefined => (trustedProxy ? header?.split(',').at(-1)?.trim() : undefined)

/**
 * Where a request came from. Behind our own proxy it is what that proxy wrote.
 *
 * @returns undefined when there is no connection, as in tests
 */
export function addressOf(c: Hono, settings: Proxied): string | undefined {
  const forwarded = forwardedIn(c.req.header('x-forwarded-for'), settings)
  if (forwarded) return forwarded
  try {
    return getConnInfo(c).remote.address
  } catch {
    return undefined
  }
}

/** Where a request came from that no framework has seen. */
export const addressOfIncoming = ({ headers, socket }: IncomingMessage, settings: Proxied): string | undefined => forwardedIn(headers['x-forwarded-for'] as string | undefined, settings) || socket.remoteAddress

/** A path of this site; anything else is the empty text. */
export const localPath = (path: string | undefined): string => (path && /^\/(?![/\\])[^\s\\]*$/.test(path) ? path : '')
