import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'

// The full text of PostgreSQL on our own index, without repair of typing errors: node bench/peers/fulltext.ts DATABASE-URL MUNICIPALITY. It gives the first twenty, counts nothing, and asks as the owner.
const [connectionString, municipality] = process.argv.slice(2)
const pool = new pg.Pool({ connectionString, max: 2 })

const open = "i.municipality_id = $1 and i.entity = 'service' and i.state = 'published' and i.visibility = 'public'"
const rank = "ts_rank('{0.05, 0.2, 0.6, 1}', i.document, plainto_tsquery('dutch', $2))"
const metres = '12742000 * asin(sqrt(power(sin(radians(i.latitude - $3) / 2), 2) + cos(radians($3)) * cos(radians(i.latitude)) * power(sin(radians(i.longitude - $4) / 2), 2)))'
const found = (filter: string, order: string) => `select i.slug from directory_index i where ${open} and i.document @@ plainto_tsquery('dutch', $2) ${filter} order by ${order} desc limit 20`
const questions = {
  words: found('', rank),
  free: found("and i.facets @> array['handy:no-indication']", rank),
  near: found('', `${rank} / (1 + coalesce(${metres}, 3000) / 4000)`),
  begun: `select i.name as slug from directory_index i where ${open} and lower(i.name) collate "C" >= $2 and lower(i.name) collate "C" < $2 || chr(1114111) order by lower(i.name) collate "C" limit 8`,
}

const server = createServer(async (request, answer) => {
  const asked = new URL(request.url ?? '/', 'http://peer').searchParams
  const near = asked.get('near')?.split(' ').map(Number)
  const name = asked.has('suggest') ? 'begun' : near ? 'near' : asked.has('free') ? 'free' : 'words'
  const { rows } = await pool.query<{ slug: string }>({ name, text: questions[name], values: [municipality, asked.get('q') ?? '', ...(name === 'near' ? near! : [])] })
  answer.end(JSON.stringify({ slugs: rows.map(({ slug }) => slug) }))
})
server.listen(0, '127.0.0.1', () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`))
