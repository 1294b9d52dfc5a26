import { Agent, request } from 'node:http'

export type Asked = { method?: string; path: string; headers?: Record<string, string>; body?: string }
/** `text` is read when it is asked for: reading packed bytes as text takes longer than getting them, and who asks is on the same machine. */
export type Answered = { status: number; readonly text: string }

/** Sends requests over connections that stay open. */
export function caller(port: number, connections: number): { send: (asked: Asked) => Promise<Answered>; close: () => void } {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const send = ({ method = 'GET', path, headers = {}, body }: Asked): Promise<Answered> =>
    new Promise((done, failed) => {
      const sent = request({ host: '127.0.0.1', port, path, method, agent, headers: { ...headers, ...(body !== undefined && { 'content-length': Buffer.byteLength(body) }) } }, (answer) => {
        const parts: Buffer[] = []
        answer.on('data', (part: Buffer) => parts.push(part))
        answer.on('end', () =>
          done({
            status: answer.statusCode ?? 0,
            get text() {
              return Buffer.concat(parts).toString('utf8')
            },
          }),
        )
        answer.on('error', failed)
      })
      sent.on('error', failed)
      sent.end(body)
    })
  return { send, close: () => agent.destroy() }
}

/** Lets `clients` ask by turns for so long. Gives how many answers came, in how many milliseconds. @throws when one is not as it should be */
export async function press(port: number, clients: number, milliseconds: number, ask: () => Asked, good: number): Promise<{ answers: number; wall: number }> {
  const { send, close } = caller(port, clients)
  const began = performance.now()
  let answers = 0
  const client = async () => {
    while (performance.now() - began < milliseconds) {
      const answer = await send(ask())
      if (answer.status !== good) throw new Error(`answer ${answer.status}: ${answer.text.slice(0, 200)}`)
      answers++
    }
  }
  await Promise.all(Array.from({ length: clients }, client))
  const wall = performance.now() - began
  close()
  return { answers, wall }
}
