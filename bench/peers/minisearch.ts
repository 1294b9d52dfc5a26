import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import MiniSearch from 'minisearch'
import { spotAt, standing } from '../questions.ts'
import { service } from '../services.ts'

// MiniSearch on the same services, asked the same questions: node bench/peers/minisearch.ts SEED SIZE. It only finds: it counts no filters and knows nothing of who may see what.
const [seed, size] = process.argv.slice(2).map(Number) as [number, number]
const index = new MiniSearch({ fields: ['name', 'summary', 'forWhom', 'description'], storeFields: ['slug', 'free', 'latitude', 'longitude'] })
for (let place = 0; place < size; place++) {
  const one = service(seed, place)
  const { spot, indication } = standing(seed, place)
  if (one.public) index.add({ ...one, id: place, free: indication === 'not-needed', ...(({ latitude, longitude }) => ({ latitude, longitude }))(spotAt(seed, spot)) })
}

const boost = { name: 4, summary: 2, forWhom: 2 }
const metres = (one: { latitude: number; longitude: number }, other: { latitude: number; longitude: number }) => Math.hypot((one.latitude - other.latitude) * 111_200, (one.longitude - other.longitude) * 68_200)

const server = createServer((request, answer) => {
  const asked = new URL(request.url ?? '/', 'http://peer').searchParams
  const q = asked.get('q') ?? ''
  if (asked.has('suggest')) return void answer.end(JSON.stringify({ words: index.autoSuggest(q, { fields: ['name'] }).slice(0, 8).map(({ suggestion }) => suggestion) }))
  const [latitude, longitude] = (asked.get('near') ?? '').split(' ').map(Number)
  const found = index.search(q, {
    combineWith: 'AND', boost, fuzzy: (term) => (term.length >= 5 ? 1 : false),
    ...(asked.has('free') && { filter: (hit) => hit.free as boolean }),
    ...(latitude && longitude && { boostDocument: (_id, _term, stored) => 1 / (1 + metres(stored as { latitude: number; longitude: number }, { latitude, longitude }) / 4000) }),
  })
  answer.end(JSON.stringify({ total: found.length, slugs: found.slice(0, 20).map(({ slug }) => slug as string) }))
})
server.listen(0, '127.0.0.1', () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`))
