import { once } from 'node:events'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listenerOf } from '../app/listener.ts'
import { type Town, town } from './support/town.ts'

let t: Town
let server: ReturnType<typeof createServer>
beforeAll(async () => {
  t = await town()
  server = createServer(listenerOf(t.serving)).listen(0, '127.0.0.1')
  await once(server, 'listening')
})
afterAll(async () => {
  server.close()
  await t.close()
})

const ask = (path: string, host: string) =>
  new Promise<{ status: number | undefined; text: string }>((answered, failed) => {
    request({ port: (server.address() as AddressInfo).port, host: '127.0.0.1', path, headers: { host }, agent: false }, async (response) => {
      let text = ''
      for await (const part of response) text += part
      answered({ status: response.statusCode, text })
    }).on('error', failed).end()
  })

test('a host that is none is a mistake of who asks and no fault of ours, on pages and on lists for other systems', async () => {
  for (const path of ['/', '/hsds/services']) {
    for (const host of ['256.256.256.256', 'a b', '[::', 'x:99999999']) expect([host, (await ask(path, host)).status]).toEqual([host, 400])
    expect((await ask(path, 'schakelbord.example:8080')).status).toBe(200)
  }
  expect(t.faults).toEqual([])
})
