import { z } from 'zod'
import type { AnyAct, Entry } from './act.ts'
import { apiVersion } from './json.ts'

type Json = Record<string, unknown>
const ref = (name: string): Json => ({ $ref: `#/components/${name}` })
const problem = (description: string): Json => ({ description, headers: { 'API-Version': ref('headers/API-Version') }, content: { 'application/problem+json': { schema: ref('schemas/Problem') } } })

const problems: Record<string, string> = {
  400: 'The input is not right; all mistakes are listed together.',
  401: 'Sign in first, or the session is over.',
  403: 'The record may be seen, but not changed like this.',
  404: 'Does not exist, or is not for this person: the answer is the same.',
  409: 'Impossible in the present state of the record.',
  412: 'Somebody else changed the record; fetch it again.',
  415: 'The body has to be JSON.',
  422: 'The Idempotency-Key was used before with other content.',
  428: 'If-Match with the version that was seen is missing.',
  429: 'Too many requests; try later.',
  503: 'Not possible now; try again in a moment.',
}

/** "A text or nothing" as one type with two names, so that its format stands where readers and rules look for it. */
function plainly(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(plainly)
  if (typeof schema !== 'object' || schema === null) return schema
  const { anyOf, ...rest } = Object.fromEntries(Object.entries(schema).map(([name, value]) => [name, plainly(value)])) as Json
  const [one, nothing] = Array.isArray(anyOf) && anyOf.length === 2 ? (anyOf as Json[]) : []
  if (one && nothing?.type === 'null' && ['string', 'number', 'integer', 'boolean'].includes(String(one.type))) {
    return { ...rest, ...one, type: [one.type, 'null'], ...(Array.isArray(one.enum) && { enum: [...one.enum, null] }) }
  }
  return anyOf === undefined ? rest : { ...rest, anyOf }
}

/** Schemas travel without the dialect line, which stands once in the document. */
const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): Json => {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io, target: 'draft-2020-12' }) as Json
  return plainly(json) as Json
}

const refusalsOf = (it: Entry): string[] => {
  const codes = ['400', '429', '503']
  if (it.audience !== 'everyone') codes.push('401')
  if (it.at.includes(':') || it.audience !== 'everyone') codes.push('404') // what is for others is not there
  if (it.kind === 'act') codes.push('409', '415', '422', ...(it.audience === 'everyone' ? [] : ['403']), ...(it.version ? ['412', '428'] : []))
  return codes.sort()
}

const pathParameters = (at: string): Json[] =>
  [...at.matchAll(/:([A-Za-z]+)/g)].map(([, name]) => ({
    name, in: 'path', required: true, description: name?.endsWith('Id') ? 'Identifier of the record.' : 'Name of the record in addresses.',
    schema: name?.endsWith('Id') ? { type: 'string', format: 'uuid' } : { type: 'string', pattern: '^[A-Za-z0-9-]{1,120}$' },
  }))

const queryParameters = (query: z.ZodObject): Json[] => {
  const { properties = {}, required = [] } = schemaOf(query, 'input') as { properties?: Record<string, Json>; required?: string[] }
  return Object.entries(properties).map(([name, schema]) => ({ name, in: 'query', required: required.includes(name), description: `Filter: ${name}.`, schema }))
}

const actParameters = (it: AnyAct): Json[] => [ref('parameters/Idempotency-Key'), ...(it.version ? [ref('parameters/If-Match')] : [])]

/** 'cases.addAction' becomes 'casesAddAction'. */
const operationId = (name: string): string => name.replace(/[.-](\w)/g, (_, letter: string) => letter.toUpperCase())

const sentence = (it: Entry): string => (typeof it.title === 'function' ? it.name : it.title.en)

const operation = (it: Entry): Json => ({
  operationId: operationId(it.name),
  tags: [it.name.split('.')[0]],
  summary: sentence(it),
  description: `${sentence(it)}. For: ${{ everyone: 'everybody', staff: 'people who work or volunteer', residents: 'residents, about themselves', 'signed-in': 'everybody who signed in' }[it.audience]}.`,
  parameters: [...pathParameters(it.at), ...(it.kind === 'view' ? queryParameters(it.query) : actParameters(it))],
  ...(it.kind === 'act' && { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(it.input, 'input') } } } }),
  ...(it.audience === 'everyone' && { security: [] }),
  responses: {
    [it.kind === 'view' ? '200' : '201']: {
      description: it.kind === 'view' ? 'What was asked for.' : 'It was done, once, and kept.',
      headers: { 'API-Version': ref('headers/API-Version'), ...(it.version && { ETag: ref('headers/ETag') }) },
      content: { 'application/json': { schema: schemaOf(it.output, 'output') } },
    },
    ...Object.fromEntries(refusalsOf(it).map((code) => [code, ref(`responses/${code}`)])),
  },
})

/**
 * The OpenAPI 3.1 document of all entries.
 *
 * @param origin address of the site; the version stands in the server's address, so not in the paths
 * @throws Error when a schema cannot be written as JSON Schema, or two entries share an address: at start, not in use
 */
export function openApiDocument(entries: readonly Entry[], origin: string): Json {
  const paths: Record<string, Json> = {}
  for (const it of entries) {
    const path = it.at.replace(/:([A-Za-z]+)/g, '{$1}')
    const method = it.kind === 'view' ? 'get' : 'post'
    paths[path] ??= {}
    if (paths[path][method]) throw new Error(`two entries at ${method} ${path}`)
    paths[path][method] = operation(it)
  }
  const used = new Set(entries.flatMap(refusalsOf))
  return {
    openapi: '3.1.0',
    info: {
      title: 'Schakelbord', version: apiVersion,
      description: 'The switchboard of neighbourhood work in care and welfare. The same acts as the pages, with the same rules.',
      contact: { name: 'Schakelbord', url: `${origin}/over`, email: 'beheer@schakelbord.example' },
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: `${origin}/api/v1`, description: 'This installation' }],
    security: [{ token: [] }, { session: [] }],
    tags: [...new Set(entries.map((it) => it.name.split('.')[0]!))].sort().map((name) => ({ name, description: `Everything about ${name}.` })),
    paths,
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'API token of a program, made by the person on whose behalf it works.' },
        session: { type: 'apiKey', in: 'cookie', name: '__Host-schakelbord', description: 'The session of a browser on this site.' },
      },
      headers: {
        'API-Version': { description: 'Full version of this interface.', schema: { type: 'string', examples: [apiVersion] } },
        ETag: { description: 'Version of the record, for If-Match.', schema: { type: 'string' } },
      },
      parameters: {
        'Idempotency-Key': { name: 'Idempotency-Key', in: 'header', required: true, description: 'A fresh UUID. The same key with the same content is the same change.', schema: { type: 'string', format: 'uuid' } },
        'If-Match': { name: 'If-Match', in: 'header', required: true, description: 'The ETag that was seen.', schema: { type: 'string' } },
      },
      responses: Object.fromEntries([...used].sort().map((code) => [code, problem(problems[code]!)])),
      schemas: {
        Problem: {
          type: 'object', description: 'RFC 9457, with all mistakes at once.', required: ['type', 'title', 'status', 'code', 'detail'],
          properties: {
            type: { type: 'string' }, title: { type: 'string' }, status: { type: 'integer' }, code: { type: 'string' }, detail: { type: 'string' }, instance: { type: 'string' },
            errors: { type: 'array', items: { type: 'object', required: ['in', 'at', 'code', 'detail'], properties: { in: { type: 'string' }, at: { type: 'string' }, code: { type: 'string' }, detail: { type: 'string' } } } },
          },
        },
      },
    },
  }
}
