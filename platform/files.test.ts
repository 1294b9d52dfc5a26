import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { getRequestListener } from '@hono/node-server'
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bytesIn, jsonWithFiles } from './files.ts'
import { fieldErrors, upload } from './validation.ts'

let heard: unknown
const app = new Hono().post('/', async (c) => {
  heard = await jsonWithFiles(c).catch((error: Error) => error.name)
  return c.text('')
})
const server = createServer(getRequestListener(app.fetch))
beforeAll(() => new Promise<void>((done) => void server.listen(0, '127.0.0.1', done)))
afterAll(() => new Promise<void>((done) => void server.close(() => done())))

/** Sends a body over a real connection, in pieces of so many bytes. */
async function sent(body: string, size = 50_000): Promise<unknown> {
  const { port } = server.address() as AddressInfo
  const asked = request({ port, host: '127.0.0.1', method: 'POST', headers: { 'content-length': Buffer.byteLength(body) } })
  const answered = new Promise((done, failed) => void asked.once('response', (answer) => answer.resume().once('end', done)).once('error', failed))
  const bytes = Buffer.from(body)
  for (let at = 0; at < bytes.length; at += size) await new Promise((next) => asked.write(bytes.subarray(at, at + size), () => setImmediate(next)))
  asked.end()
  await answered
  return heard
}

const file = (length: number) => Buffer.from(Array.from({ length }, (_, at) => (at * 7 + (at >> 8)) % 256))

test('a long file in base64 comes in as its bytes, however it lies in the pieces of the request', async () => {
  for (const length of [60_000, 60_001, 60_002]) for (const size of [17, 4096, 49_999, 1_000_000]) {
    if (size === 17 && length !== 60_001) continue
    const found = (await sent(JSON.stringify({ before: 'é "x" \\', file: { name: 'a', content: file(length).toString('base64') }, after: [1, null] }), size)) as { file: { content: Buffer } }
    expect(found).toMatchObject({ before: 'é "x" \\', file: { name: 'a' }, after: [1, null] })
    expect(Buffer.isBuffer(found.file.content) && found.file.content.equals(file(length)), `${length} bytes in pieces of ${size}`).toBe(true)
  }
})

test('what is no base64, short, under another name or inside another text stays the text that it is', async () => {
  const long = file(60_000).toString('base64')
  for (const body of [{ content: `${long.slice(0, -4)}-AAA` }, { content: `${long.slice(0, 400)}====${long.slice(404)}` }, { content: `${long} A=` }, { content: long.slice(1) }, { content: 'AAAA' }, { other: long }, { text: `"content":"${long}"` }, { [long]: 1 }]) expect(await sent(JSON.stringify(body))).toEqual(body)
})

test('a body that is no JSON, or that stops halfway in a file, is none', async () => {
  const long = file(60_000).toString('base64')
  for (const body of ['', '{', `{"content":"${long}`, `{"content":"${long}"`, `{"a" "content":"${long}"}`]) expect(await sent(body)).toBe('SyntaxError')
})

test('a text in base64 is its bytes, and anything else is none', () => {
  expect(bytesIn('YQ==')?.toString()).toBe('a')
  for (const text of ['YQ', 'YQ=', 'Y===', 'YQ=\n', '_-__', 'Y Q=', 'ŁQ==']) expect(bytesIn(text), text).toBeUndefined()
})

test('[INT-04] an empty file is called empty, and one that was not chosen is asked for', () => {
  const told = (file: unknown) => fieldErrors(upload(100).safeParse(file).error ?? ({ issues: [] } as never), 'body').map(({ at, detail }) => `${at}: ${String(detail)}`)

  expect(told({ name: 'lijst.csv', content: Buffer.alloc(0) })).toEqual(['content: Dit bestand is leeg. Kies een ander bestand.'])
  expect(told({ name: 'lijst.csv', content: '' })).toEqual(['content: Dit bestand is leeg. Kies een ander bestand.'])
  expect(told({ name: 'lijst.csv', content: Buffer.from('a') })).toEqual([])
  expect(told(undefined)).toEqual([': Vul dit in.'])
})
