import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'

const standards = fileURLToPath(new URL('../../../shared/standards/', import.meta.url))

/** A standard beside the repository: HSDS itself, or its profile for the United Kingdom. */
export type Standard = { folder: string; schemas: string; isHere: boolean }
const standard = (folder: string, schemas: string): Standard => ({ folder: `${standards}${folder}/`, schemas: `${standards}${schemas}/`, isHere: existsSync(`${standards}${schemas}`) })
export const hsds = standard('hsds-3/3.0/examples', 'hsds-3/3.0/schema')
export const profile = standard('oruk-3/uk-profile/examples', 'oruk-3/uk-profile/schema')
export const mocks = standard('oruk-3/validator-mocks/V3.0-UK-Default', 'oruk-3/uk-profile/schema')

/** A JSON file of a standard. */
export const fileOf = ({ folder }: Standard, name: string): unknown => JSON.parse(readFileSync(`${folder}${name}`, 'utf8'))
/** The lists of the tabular form, by name. */
export const tablesOf = ({ folder }: Standard): Record<string, Uint8Array> => Object.fromEntries(readdirSync(`${folder}csv`).map((name) => [name, readFileSync(`${folder}csv/${name}`)]))

/** Every mistake that the schema of a kind of object finds in some. */
export function mistakesIn({ schemas }: Standard, kind: string, ...objects: readonly unknown[]): string[] {
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  addFormats.default(ajv, ['uri', 'email', 'uuid', 'date', 'time', 'date-time'])
  for (const file of readdirSync(schemas).filter((one) => one.endsWith('.json') && one !== 'openapi.json' && one !== 'meta_table_description.json')) {
    const { $id: _, ...schema } = JSON.parse(readFileSync(`${schemas}${file}`, 'utf8')) as Record<string, unknown>
    ajv.addSchema(schema, file)
  }
  const check = ajv.getSchema(`${kind}.json`)
  if (!check) throw new Error(`no schema ${kind}`)
  return objects.flatMap((object) => {
    check(object)
    return (check.errors ?? []).map((it) => `${it.instancePath} ${it.message}`)
  })
}

/** Where something of `one` is not in `other` with the same value. */
export function lostFrom(one: unknown, other: unknown, path = '$'): string[] {
  if (Array.isArray(one)) return one.flatMap((value: unknown, index) => lostFrom(value, Array.isArray(other) ? other[index] : undefined, `${path}[${index}]`))
  if (typeof one !== 'object' || one === null) return one === other || one === null ? [] : [`${path}: ${JSON.stringify(one)} became ${JSON.stringify(other)}`]
  return Object.entries(one).flatMap(([key, value]) => lostFrom(value, (other as Record<string, unknown> | undefined)?.[key], `${path}.${key}`))
}
