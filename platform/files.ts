import { hash, randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Context as Hono } from 'hono'

const digests = new WeakMap<Uint8Array, string>()

/** SHA-256 of a file in hexadecimal, made once: the key of its request asks for it, and whoever keeps the file. */
export function sha256Of(bytes: Uint8Array): string {
  const digest = digests.get(bytes) ?? hash('sha256', bytes, 'hex')
  digests.set(bytes, digest)
  return digest
}

/** How many bytes so much base64 with this end stands for. */
const sizeOf = (signs: number, end: string): number => (signs / 4) * 3 - (end.endsWith('==') ? 2 : end.endsWith('=') ? 1 : 0)

/**
 * The bytes that a text in base64 stands for; undefined when it is anything else. What is no sign of it is left out when it is decoded, and then bytes are missing: for a
 * large file much faster than looking at every sign.
 */
export function bytesIn(text: string): Buffer | undefined {
  if (text.length % 4 !== 0 || Buffer.byteLength(text) !== text.length || /[-_]/.test(text)) return undefined
  const bytes = Buffer.from(text, 'base64')
  return bytes.length === sizeOf(text.length, text.slice(-2)) ? bytes : undefined
}

/** A body in the pieces in which it came. */
type Body = readonly { at: number; bytes: Buffer }[]
/** Where something stands in a body, counted over all its pieces. */
type Stretch = { from: number; until: number }

const partsOf = (body: Body, { from, until }: Stretch): Buffer[] =>
  body.filter(({ at, bytes }) => at < until && at + bytes.length > from).map(({ at, bytes }) => bytes.subarray(Math.max(0, from - at), until - at))

/** What base64 stands for that lies in several pieces, without making one text of them. */
function bytesOf(body: Body, text: Stretch): Buffer | undefined {
  const signs = text.until - text.from
  const bytes = Buffer.allocUnsafeSlow(Math.ceil(signs / 4) * 3)
  let [size, rest] = [0, '']
  for (const part of partsOf(body, text)) {
    if (part.includes('-') || part.includes('_')) return undefined
    const first = Math.min(part.length, (4 - rest.length) % 4)
    rest += part.toString('latin1', 0, first)
    if (rest.length % 4 !== 0) continue
    const last = part.length - ((part.length - first) % 4)
    size += bytes.write(rest, size, 'base64')
    size += bytes.write(part.toString('latin1', first, last), size, 'base64')
    rest = part.toString('latin1', last)
  }
  const end = Buffer.concat(partsOf(body, { from: text.until - 2, until: text.until })).toString('latin1')
  return signs % 4 === 0 && size === sizeOf(signs, end) ? bytes.subarray(0, size) : undefined
}

const [quote, long, mostQuotes] = [34, 64 * 1024, 1000]

/** Long stretches between two quotes: where a file may stand. Few forms ask many things beside a file, so what has more quotes than those is read as any other body. */
function longTexts(body: Body): Stretch[] {
  const found: Stretch[] = []
  let [last, count] = [-1, 0]
  for (const { at, bytes } of body)
    for (let here = bytes.indexOf(quote); here >= 0; here = bytes.indexOf(quote, here + 1)) {
      if (++count > mostQuotes) return []
      if (last >= 0 && at + here - last > long) found.push({ from: last + 1, until: at + here })
      last = at + here
    }
  return found
}

/** The pieces of a body as they come in, or as one where there is no connection, as in tests. */
async function bodyOf(c: Hono): Promise<Body> {
  const { incoming } = (c.env ?? {}) as { incoming?: IncomingMessage }
  if (!incoming) return [{ at: 0, bytes: Buffer.from(await c.req.arrayBuffer()) }]
  const body: { at: number; bytes: Buffer }[] = []
  let at = 0
  for await (const bytes of incoming as AsyncIterable<Buffer>) {
    body.push({ at, bytes })
    at += bytes.length
  }
  return body
}

/**
 * JSON with files in it. A long `content` in base64 stands in the answer as its bytes: it never becomes a text, which would be there four times over on its way. Everything else
 * is what `JSON.parse` makes of it.
 *
 * @throws SyntaxError it is no JSON
 */
export async function jsonWithFiles(c: Hono): Promise<unknown> {
  const body = await bodyOf(c)
  const files = new Map<string, Buffer>()
  const rest: Buffer[] = []
  let from = 0
  for (const text of longTexts(body)) {
    const before = Buffer.concat(partsOf(body, { from: text.from - 30, until: text.from })).toString('latin1')
    const bytes = /"content"\s*:\s*"$/.test(before) ? bytesOf(body, text) : undefined
    if (!bytes) continue
    const name = randomUUID()
    files.set(name, bytes)
    rest.push(...partsOf(body, { from, until: text.from }), Buffer.from(name))
    from = text.until
  }
  rest.push(...partsOf(body, { from, until: Number.POSITIVE_INFINITY }))
  const text = new TextDecoder().decode(rest.length === 1 ? rest[0] : Buffer.concat(rest))
  return files.size === 0 ? JSON.parse(text) : JSON.parse(text, (_name, value: unknown) => (typeof value === 'string' ? (files.get(value) ?? value) : value))
}
