import { Zip, ZipDeflate } from 'fflate'
import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { writingOrder } from './columns.ts'
import { plainCellOf } from './csvCells.ts'
import { type EntityName, graph } from './graph.ts'
import { objectOf } from './nested.ts'
import { packageFiles } from './package.ts'
import { pointsAt } from './rules.ts'
import { withSaid } from './said.ts'
import { besideNames, saidOf } from './saidKept.ts'

type Visit = <T>(work: (db: Db) => Promise<T>) => Promise<T>
const piece = 1000

const there = (entity: EntityName, id: string): string => `exists (select from ${graph[entity].table} above where above.municipality_id = x.municipality_id and above.id = x.${id})`

/** Only what hangs on something that may be seen too: nothing in a package points at what is not in it. */
function hangsOn(entity: EntityName): string {
  if (entity === 'attribute') return attached('link_entity', 'link_id')
  if (entity === 'metadata') return attached('resource_type', 'resource_id')
  const references = graph[entity].fields.filter((field) => pointsAt[field])
  return ['true', ...references.map((field) => `(x.${field} is null or ${there(pointsAt[field] as EntityName, field)})`)].join(' and ')
}
const attached = (kind: string, id: string): string => `(${writingOrder.filter((it) => it !== 'attribute' && it !== 'metadata').map((it) => `(x.${kind} = '${it}' and ${there(it, id)})`).join(' or ')})`

const fieldsOf = (entity: EntityName): readonly string[] => [...graph[entity].fields, ...(entity === 'metadata' && !graph.metadata.fields.includes('resource_type') ? ['resource_type'] : [])]

type Row = { id: string; object: Record<string, unknown> }
async function rowsAfter(db: Db, entity: EntityName, after: string | null): Promise<Row[]> {
  const { rows } = await sql<Row>`select x.id, ${sql.raw(objectOf(entity, 'x', 'plain'))} as object from ${sql.table(graph[entity].table)} x
    where x.municipality_id = (select ctx.municipality()) and ${sql.raw(hangsOn(entity))} ${after ? sql`and x.id > ${after}` : sql``} order by x.id limit ${piece}`.execute(db)
  const said = await saidOf(db, rows.map(({ id }) => id))
  for (const { id, object } of rows) withSaid(object, said.get(`${entity} ${id}`) ?? {})
  return rows
}

/** What is in the package, for whoever reads it: each list with the names of its columns. */
const description = (kinds: readonly EntityName[], columnsOf: (entity: EntityName) => readonly string[]): string =>
  JSON.stringify({
    name: 'human_services_data', profile: 'tabular-data-package', title: 'Human Services Data Specification 3.0',
    resources: kinds.map((entity) => ({ name: entity, path: packageFiles[entity], profile: 'tabular-data-resource', encoding: 'utf-8', format: 'csv', schema: { fields: columnsOf(entity).map((name) => ({ name, type: 'string' })), primaryKey: 'id' } })),
  }, null, 2)

/** The open directory as a tabular data package of the standard: a zip that is made while it leaves, so that a large one needs no more room than a small one. */
export async function* packageOf(visit: Visit): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = []
  let failure: Error | null = null
  const zip = new Zip((error, part) => {
    if (error) failure = error
    else ready.push(part)
  })
  const taken = (): Uint8Array[] => {
    if (failure) throw failure
    const parts = ready
    ready = []
    return parts
  }
  const text = new TextEncoder()
  const file = (name: string) => {
    const one = new ZipDeflate(name, { level: 6 })
    zip.add(one)
    return one
  }
  const beside = await visit(besideNames)
  const columnsOf = (entity: EntityName): readonly string[] => [...fieldsOf(entity), ...(beside.get(entity) ?? []).filter((name) => !fieldsOf(entity).includes(name))]
  file('datapackage.json').push(text.encode(description(writingOrder, columnsOf)), true)
  for (const entity of writingOrder) {
    const fields = columnsOf(entity)
    const one = file(packageFiles[entity])
    one.push(text.encode(`${fields.join(',')}\r\n`))
    let after: string | null = null
    do {
      const rows: Row[] = await visit((db) => rowsAfter(db, entity, after))
      one.push(text.encode(rows.map(({ object }) => `${fields.map((name) => plainCellOf(object[name])).join(',')}\r\n`).join('')))
      yield* taken()
      after = rows.length === piece ? (rows.at(-1)?.id ?? null) : null
    } while (after !== null)
    one.push(new Uint8Array(), true)
  }
  zip.end()
  yield* taken()
}
