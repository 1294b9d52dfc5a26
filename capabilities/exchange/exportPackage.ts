import { Zip, ZipDeflate } from 'fflate'
import { sql } from 'kysely'
import type { Db } from '../../platform/db.ts'
import { writingOrder } from './columns.ts'
import { plainCellOf } from './csvCells.ts'
import { columnOf, type EntityName, graph } from './graph.ts'
import { built, objectOf } from './nested.ts'
import { ownColumns } from './ownColumns.ts'
import { packageFiles } from './package.ts'
import { readMe } from './readMe.ts'
import { pointsAt } from './rules.ts'
import { withSaid } from './said.ts'
import { besideNames, saidOf } from './saidKept.ts'
import { besideAfter, besideLists } from './wholeBeside.ts'

/** What goes into a package: what is open to everybody, or everything that the information manager sees, with secret addresses only when they were asked for. */
export type Scope = { all: false } | { all: true; masked: boolean }
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

const fieldsOf = (entity: EntityName, { all }: Scope): readonly string[] => [...graph[entity].fields, ...(entity === 'metadata' && !graph.metadata.fields.includes('resource_type') ? ['resource_type'] : []), ...(all ? Object.keys(ownColumns[entity] ?? {}) : [])]

// These are no column of the record itself, or no number where the standard wants one: the column of our own has what was written there.
const alsoRead = new Set(['assurer_email', 'extension'])
const nameOfArea = "coalesce(x.name, (select a.name from areas a where a.municipality_id = x.municipality_id and a.id = x.area_id))"

/** A record as it is kept, without what makes it easier to read for others, and with our own columns beside it. */
function keptObject(entity: EntityName): string {
  const { fields, columns = {} } = graph[entity]
  const standard = fields.map((field) => [field, alsoRead.has(field) && columns[field] ? columns[field] : entity === 'service_area' && field === 'name' ? nameOfArea : `x.${columnOf(entity, field)}`])
  const own = Object.entries(ownColumns[entity] ?? {}).map(([field, { column, read }]) => [field, read ?? `x.${column}`])
  return `jsonb_strip_nulls(${built([...standard, ...own].flatMap(([field, read]) => [`'${field}'`, String(read)]))})`
}

const shut = (entity: EntityName, scope: Scope): string =>
  scope.all && !scope.masked && entity === 'address' ? 'not exists (select from locations shut where shut.municipality_id = x.municipality_id and shut.id = x.location_id and shut.masked)' : 'true'

type Row = { id: string; object: Record<string, unknown> }
async function rowsAfter(db: Db, entity: EntityName, after: string | null, scope: Scope): Promise<Row[]> {
  const { rows } = await sql<Row>`select x.id, ${sql.raw(scope.all ? keptObject(entity) : objectOf(entity, 'x', 'plain'))} as object from ${sql.table(graph[entity].table)} x
    where x.municipality_id = (select ctx.municipality()) and ${sql.raw(hangsOn(entity))} and ${sql.raw(shut(entity, scope))} ${after ? sql`and x.id > ${after}` : sql``} order by x.id limit ${piece}`.execute(db)
  const said = await saidOf(db, rows.map(({ id }) => id))
  for (const { id, object } of rows) withSaid(object, said.get(`${entity} ${id}`) ?? {})
  return rows
}

const fieldsIn = (columns: readonly string[]) => ({ fields: columns.map((name) => ({ name, type: 'string' })) })
const resource = (name: string, path: string, columns: readonly string[]) => ({ name, path, profile: 'tabular-data-resource', encoding: 'utf-8', format: 'csv', schema: fieldsIn(columns) })

/** What is in the package, for whoever reads it: each list with the names of its columns. */
const description = (kinds: readonly EntityName[], columnsOf: (entity: EntityName) => readonly string[], { all }: Scope): string =>
  JSON.stringify({
    name: 'human_services_data', profile: 'tabular-data-package', title: 'Human Services Data Specification 3.0',
    ...(all && { description: 'The whole directory of a municipality, also what is not public. Columns that begin with "schakelbord_" are an extension of the standard. A system that does not know them would publish everything: read LEESMIJ.txt first.' }),
    resources: [
      ...kinds.map((entity) => ({ ...resource(entity, packageFiles[entity], columnsOf(entity)), schema: { ...fieldsIn(columnsOf(entity)), primaryKey: 'id' } })),
      ...(all ? Object.entries(besideLists).map(([path, { columns }]) => resource(path.replace('.csv', ''), path, columns)) : []),
    ],
  }, null, 2)

/** The open directory, or all of it, as a tabular data package of the standard: a zip that is made while it leaves, so that a large one needs no more room than a small one. */
export async function* packageOf(visit: Visit, scope: Scope = { all: false }): AsyncGenerator<Uint8Array> {
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
  const columnsOf = (entity: EntityName): readonly string[] => [...fieldsOf(entity, scope), ...(beside.get(entity) ?? []).filter((name) => !fieldsOf(entity, scope).includes(name))]
  file('datapackage.json').push(text.encode(description(writingOrder, columnsOf, scope)), true)
  if (scope.all) file('LEESMIJ.txt').push(text.encode(readMe(scope.masked)), true)
  for (const entity of writingOrder) {
    const fields = columnsOf(entity)
    const one = file(packageFiles[entity])
    one.push(text.encode(`${fields.join(',')}\r\n`))
    let after: string | null = null
    do {
      const rows: Row[] = await visit((db) => rowsAfter(db, entity, after, scope))
      one.push(text.encode(rows.map(({ object }) => `${fields.map((name) => plainCellOf(object[name])).join(',')}\r\n`).join('')))
      yield* taken()
      after = rows.length === piece ? (rows.at(-1)?.id ?? null) : null
    } while (after !== null)
    one.push(new Uint8Array(), true)
  }
  if (scope.all) {
    for (const [path, list] of Object.entries(besideLists)) {
      const one = file(path)
      one.push(text.encode(`${list.columns.join(',')}\r\n`))
      let after: string | null = ''
      while (after !== null) {
        const from: string = after
        const { rows, next } = await visit((db) => besideAfter(db, list, from, scope.masked))
        one.push(text.encode(rows.map((row) => `${list.columns.map((name) => plainCellOf(row[name])).join(',')}\r\n`).join('')))
        yield* taken()
        after = next
      }
      one.push(new Uint8Array(), true)
    }
  }
  zip.end()
  yield* taken()
}
