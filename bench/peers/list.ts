import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import pg from 'pg'

// The list of services as a bare program makes it: node:http, pg, and JSON.stringify. node bench/peers/list.ts DATABASE-URL MUNICIPALITY. It knows one municipality and one kind of reader, and writes nothing down.
const [connectionString, municipality] = process.argv.slice(2)
pg.types.setTypeParser(1082, (day) => day)
pg.types.setTypeParser(1184, (moment) => moment)
pg.types.setTypeParser(20, Number)
const pool = new pg.Pool({ connectionString, max: 10 })

const own = ['id', 'organization_id', 'program_id', 'name', 'alternate_name', 'url', 'email', 'status', 'interpretation_services', 'application_process', 'fees_description', 'wait_time', 'fees', 'accreditations', 'eligibility_description', 'minimum_age', 'maximum_age', 'assured_date', 'licenses', 'alert']
const above = ['id', 'name', 'alternate_name', 'email', 'website', 'tax_status', 'tax_id', 'year_incorporated', 'legal_status', 'logo', 'uri', 'parent_organization_id']
const described = (row: string) => `coalesce(nullif(${row}.description, ''), nullif(${row}.summary, ''), ${row}.name)`
const open = (row: string) => `${row}.state = 'published' and ${row}.visibility = 'public' and coalesce(${row}.publish_on <= current_date, true) and coalesce(${row}.expire_on >= current_date, true) and coalesce(${row}.hide_on > current_date, true)`
const where = `s.municipality_id = $1 and ${open('s')} and s.last_modified >= $2`
const page = `select ${own.map((name) => `s.${name}`).join(', ')}, ${described('s')} as description, to_json(s.last_modified) #>> '{}' as last_modified, ${above.map((name) => `o.${name} as o_${name}`).join(', ')}, ${described('o')} as o_description
  from services s left join organizations o on o.municipality_id = s.municipality_id and o.id = s.organization_id and ${open('o')} where ${where} order by s.name, s.id limit $3 offset $4`
const totals = new Map<string, number>()

async function totalOf(since: string): Promise<number> {
  const known = totals.get(since)
  if (known !== undefined) return known
  const { rows } = await pool.query<{ n: number }>({ name: 'count', text: `select count(*) as n from services s where ${where}`, values: [municipality, since] })
  totals.set(since, rows[0]!.n)
  return rows[0]!.n
}

function objectOf(row: Record<string, unknown>): object {
  const [service, organization]: [Record<string, unknown>, Record<string, unknown>] = [{}, {}]
  for (const name in row) {
    if (row[name] === null) continue
    if (name.startsWith('o_')) organization[name.slice(2)] = row[name]
    else service[name] = row[name]
  }
  if (organization.id) service.organization = organization
  return service
}

const server = createServer((request, answer) => {
  const asked = new URL(request.url ?? '/', 'http://peer').searchParams
  const [size, number, since] = [Number(asked.get('per_page')), Number(asked.get('page') ?? 1), asked.get('modified_after') ?? '-infinity']
  void Promise.all([totalOf(since), pool.query<Record<string, unknown>>({ name: 'page', text: page, values: [municipality, since, size, (number - 1) * size] })]).then(([total, { rows }]) => {
    const pages = Math.ceil(total / size)
    const text = JSON.stringify({ total_items: total, total_pages: pages, page_number: number, size: rows.length, first_page: number === 1, last_page: number >= pages, empty: rows.length === 0, contents: rows.map(objectOf) })
    answer.writeHead(200, { 'Content-Type': 'application/json; charset=utf-8', 'Content-Length': Buffer.byteLength(text) }).end(text)
  })
})
server.listen(0, '127.0.0.1', () => process.stdout.write(`${(server.address() as AddressInfo).port}\n`))
