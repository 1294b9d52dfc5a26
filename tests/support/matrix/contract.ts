import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import type { Entry } from '../../../platform/act.ts'

type Schema = Record<string, unknown>
type Operation = { responses: Record<string, { $ref?: string; content?: Record<string, { schema: Schema }> }> }
export type Document = { paths: Record<string, Record<string, Operation>>; components: { responses: Record<string, { content: Record<string, { schema: Schema }> }>; schemas: Record<string, Schema> } }

/** Holds answers of the JSON interface against the document: a status that is declared, a kind of content that is declared, and a body that fits. */
export function contractOf(document: Document): (it: Entry, answer: { status: number; body: string; headers: readonly string[] }) => string | null {
  const ajv = new Ajv2020({ strict: false, allErrors: false })
  ;(addFormats as unknown as (ajv: Ajv2020) => void)(ajv)
  ajv.addSchema({ $id: 'document', components: document.components })
  const known = new Map<string, ReturnType<typeof ajv.compile>>()
  const validator = (key: string, schema: Schema) => {
    const made = known.get(key) ?? ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/components', '"document#/components')))
    known.set(key, made)
    return made
  }
  return (it, { status, body, headers }) => {
    const operation = document.paths[it.at.replace(/:([A-Za-z]+)/g, '{$1}')]?.[it.kind === 'view' ? 'get' : 'post']
    const declared = operation?.responses[String(status)]
    if (!declared) return `${status} is not in the document`
    const content = (declared.$ref ? document.components.responses[declared.$ref.split('/').at(-1) ?? ''] : declared)?.content ?? {}
    const type = headers.find((header) => header.startsWith('content-type: '))?.slice(14).split(';')[0] ?? ''
    const schema = content[type]?.schema
    if (!schema) return `${status} with ${type} is not in the document`
    if (!headers.some((header) => header.startsWith('api-version: '))) return `${status} without API-Version`
    const valid = validator(`${it.name} ${declared.$ref ?? status}`, schema)
    return valid(JSON.parse(body)) ? null : `${status}: ${ajv.errorsText(valid.errors)}`
  }
}
