import type { IncomingMessage, ServerResponse } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { createServing } from './server.tsx'

/** Answers the requests of a server of Node: directly where that gives the same, and by the framework otherwise. */
export function listenerOf({ app, direct }: ReturnType<typeof createServing>): (request: IncomingMessage, response: ServerResponse) => void {
  const answer = getRequestListener(app.fetch)
  return (request, response) => direct(request, response, () => void answer(request, response))
}
