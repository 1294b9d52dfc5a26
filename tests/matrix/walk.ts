import type { Entry } from '../../platform/act.ts'
import type { Answer, Town, TownsPerson } from '../support/town.ts'
import { canary } from './canaries.ts'
import { inputFor, typedFor } from './inputs.ts'
import { below, type Named, unknownId, versioned } from './records.ts'

/** One try: somebody, something, and a record; and what came back through both doors. */
export type Cell = { entry: string; record: string; person: TownsPerson; json: Answer; html: Answer; form: Answer | null }
export type Verdict = 'yes' | 'no' | 'none' | 'sign in'

/** What an answer says about the right to do it. What is impossible now or filled in wrongly was allowed. */
export function verdictOf({ status, location }: Answer): Verdict {
  if (status === 401 || location?.startsWith('/inloggen?')) return 'sign in'
  if (status === 403) return 'no'
  if (status === 404) return 'none'
  if (status >= 500 && status !== 503) throw new Error(`a fault: ${status}`)
  return 'yes'
}

const namesIn = (path: string): string[] => [...path.matchAll(/:([A-Za-z]+)/g)].map(([, name]) => name ?? '')
const filled = (path: string, params: Named): string => path.replace(/:([A-Za-z]+)/g, (_, name: string) => params[name] ?? unknownId)

/** The version of what has this slug in the directory. */
const entryVersion = async (t: Town, slug = ''): Promise<number> => (await t.rows<{ version: number }>('select version from services where slug = $1 union all select version from organizations where slug = $1 limit 1', [slug]))[0]?.version ?? 1

/** All addresses of one entry: one, or one for each record to try. @throws Error when a path names something the matrix has no record for */
export async function addressesOf(t: Town, it: Entry, records: Readonly<Record<string, Named>>): Promise<{ record: string; params: Named; version: number }[]> {
  const names = namesIn(it.at)
  const [name, second] = names
  if (!name) return [{ record: '', params: {}, version: 1 }]
  const known = records[name]
  if (!known) throw new Error(`the matrix has no records for ":${name}" in ${it.name}; add them in tests/matrix/records.ts`)
  // An address of several words ("voorziening/eetclub") fills the names in their order.
  if (name === 'kind') {
    const tries: { record: string; params: Named; version: number }[] = []
    for (const [record, words] of Object.entries(known)) tries.push({ record, params: Object.fromEntries(names.map((one, at) => [one, words.split('/')[at] ?? '1'])), version: await entryVersion(t, words.split('/')[1]) })
    return tries
  }
  if (second && !below[second]) throw new Error(`the matrix does not know where to find ":${second}" in ${it.name}; add it in tests/matrix/records.ts`)
  const made: { record: string; params: Named; version: number }[] = []
  for (const [record, id] of Object.entries(known)) {
    const params: Record<string, string> = { [name]: id }
    const under = second ? below[second] : undefined
    if (second && under) params[second] = (await t.rows<{ id: string }>(`select id from ${under.table} where ${under.by} = $1 order by id limit 1`, [id]))[0]?.id ?? unknownId
    const holder = second && versioned[second] ? second : name
    const version = name === 'slug' ? await entryVersion(t, id) : versioned[holder] ? ((await t.rows<{ version: number }>(`select version from ${versioned[holder]} where id = $1`, [params[holder]]))[0]?.version ?? 1) : 1
    made.push({ record, params, version })
  }
  return made
}

/** Tries one entry as one person on one record, as a program and in a browser. */
export async function tried(t: Town, it: Entry, person: TownsPerson, { record, params, version }: { record: string; params: Named; version: number }): Promise<Cell> {
  const as = t.as(person)
  const at = filled(it.at, params)
  if (it.kind === 'view') return { entry: it.name, record, person, json: await as.json(at), html: await as.get(filled(it.path, params)), form: null }
  const page = filled(it.page, params)
  return { entry: it.name, record, person, json: await as.json(at, inputFor(it), { version }), html: await as.post(page, typedFor(it), { version }), form: await as.get(page) }
}

/** Every mark in the answers of a try. */
export function marksIn({ json, html, form }: Pick<Cell, 'json' | 'html' | 'form'>): { table: string; column: string; key: string }[] {
  const found = new Map<string, { table: string; column: string; key: string }>()
  for (const answer of [json, html, form]) {
    if (!answer) continue
    const text = `${answer.text} ${[...answer.headers.values()].join(' ')}`
    for (const [whole, table = '', column = '', key = ''] of text.matchAll(canary)) found.set(whole, { table, column, key: key.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') })
  }
  return [...found.values()]
}
