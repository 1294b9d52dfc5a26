import { Agent, createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { listenerOf } from '../../app/listener.ts'
import { createServing } from '../../app/server.tsx'
import type { Settings } from '../../platform/server-settings.ts'
import type { Town } from '../../tests/support/town.ts'

export type Sent = { method?: string; path: string; headers?: Record<string, string>; body?: string }
export type Came = { status: number | undefined; /** names and values as they came, but for the date */ headers: string[]; body: string }
type Line = { method: string; route: string; status: number }

async function serverOf(town: Town, settings: Partial<Settings>, before: boolean) {
  const logged: Line[] = []
  let left = 0
  const { app, direct } = createServing({ pool: town.pool, settings: { ...town.settings, ...settings }, requests: ({ method, route, status }) => logged.push({ method, route, status }) })
  const counting: typeof direct = (incoming, outgoing, otherwise) =>
    direct(incoming, outgoing, () => {
      left++
      otherwise()
    })
  const server = createServer(before ? listenerOf({ app, direct: counting }) : getRequestListener(app.fetch))
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  return { server, port: (server.address() as AddressInfo).port, logged, left: () => left }
}

/** Two applications on the same town that are asked the same, one after the other: one answers directly where it can, the other by the framework always. Each keeps its own answers and counts by itself. */
export async function twoApplications(town: Town, settings: Partial<Settings>) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const [one, other] = [await serverOf(town, settings, true), await serverOf(town, settings, false)]
  const ask = (port: number, { method = 'GET', path, headers = {}, body }: Sent): Promise<Came> =>
    new Promise((done, failed) => {
      const sent = request({ host: '127.0.0.1', port, path, method, agent, headers: { host: 'sociale-kaart.example', ...headers } }, (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.on('error', failed)
        answer.on('end', () => {
          const { rawHeaders: raw } = answer
          const named = raw.flatMap((name, at) => (at % 2 === 0 && name !== 'Date' ? [`${name}: ${raw[at + 1]}`] : []))
          const text = Buffer.concat(parts).toString('latin1')
          // A refusal names the number of its request, which is another each time.
          done({ status: answer.statusCode, headers: named, body: (answer.statusCode ?? 0) < 400 ? text : text.replaceAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'number') })
        })
      })
      sent.on('error', failed)
      sent.end(body)
    })
  return {
    /** What both answer, whether it went directly, and what both wrote down. */
    ask: async (sent: Sent): Promise<{ directly: Came; framework: Came; wentDirectly: boolean; logged: [Line | undefined, Line | undefined] }> => {
      const before = one.left()
      const [directly, framework] = [await ask(one.port, sent), await ask(other.port, sent)]
      return { directly, framework, wentDirectly: one.left() === before, logged: [one.logged.at(-1), other.logged.at(-1)] }
    },
    lines: () => [one.logged.length, other.logged.length],
    close: async () => {
      agent.destroy()
      for (const server of [one.server, other.server] as Server[]) await new Promise((done) => server.close(done))
    },
  }
}

/** One header of what came. */
export const headerOf = ({ headers }: Came, name: string): string | undefined => headers.find((it) => it.toLowerCase().startsWith(`${name}: `))?.slice(name.length + 2)
