import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { entries } from '../../app/acts.ts'
import { cast, personId } from '../../db/seeds/demo/cast.ts'
import { type Town, type TownsPerson, town } from '../support/town.ts'
import { markEverything, marks } from './canaries.ts'
import { inputFor } from './inputs.ts'
import { type Oracle, oracle } from './oracle.ts'
import { recordsFor, seedForeignRecords } from './records.ts'
import { rehearse } from './rehearsal.ts'
import { addressesOf, type Cell, marksIn, tried, verdictOf } from './walk.ts'

const people: readonly TownsPerson[] = ['mirjam', 'hassan', 'els', 'ria', 'joke', 'sanne', 'youssef', 'tom', 'dirk', 'marleen', 'petra', 'anke', 'frans', 'bea', 'aaltje', 'karin', 'visitor']

let t: Town
let columns: Map<string, string[]>
let right: Oracle
const cells: Cell[] = []

beforeAll(async () => {
  t = await town({ pool: rehearse, settings: { unlimited: true } })
  await seedForeignRecords(t.owner)
  columns = await markEverything(t.owner)
  right = await oracle(t.owner, t.now())
  const records = await recordsFor(t.owner)
  for (const it of entries) {
    for (const address of await addressesOf(t, it, records)) for (const person of people) cells.push(await tried(t, it, person, address))
  }
}, 600_000)
afterAll(() => t?.close())

const idOf = (person: TownsPerson): string | null => (person === 'visitor' ? null : personId(person))
const where = ({ entry, record, person }: Cell): string => `${entry} | ${record} | ${person}`

/** Leaves out what is different in every answer by design: the number of the request, keys of forms, and the address itself. */
const bare = (text: string): string => text.replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, '')

test('every act has an input to try, so that none escapes', () => {
  expect(entries.filter((it) => it.kind === 'act').filter((it) => !inputFor(it))).toEqual([])
  expect(cells.length).toBeGreaterThan(3000)
})

test('the matrix walked real texts: every table about people carries marks, and whoever may read them found some', () => {
  expect(marks.map(({ table }) => table).filter((table) => !columns.has(table))).toEqual([])
  expect(new Set(cells.flatMap(marksIn).map((it) => it.table)).size).toBeGreaterThan(8)
})

test('pages and JSON decide alike in every cell', () => {
  const differing = cells.filter(({ json, html }) => verdictOf(json) !== verdictOf(html)).map((it) => `${where(it)}: JSON ${it.json.status}, page ${it.html.status}`)
  expect(differing).toEqual([])
})

test('[PRI-11] no answer holds a text that its reader may not see', () => {
  const leaks = cells.flatMap((cell) =>
    marksIn(cell).flatMap(({ table, column, key }) => {
      const mark = marks.find((it) => it.table.replaceAll('_', '') === table)
      return mark && right.mayRead(idOf(cell.person), mark.kind, mark.level, key) ? [] : [`${where(cell)} shows ${table}.${column} of ${key}`]
    }),
  )
  expect(leaks).toEqual([])
})

test('[PRI-01] nobody hears whom a case is about without a ground that says so', async () => {
  const [identity] = await t.rows<{ case_id: string }>('select case_id from vault.identities where person_id = $1', [personId('aaltje')])
  const named = cells.filter((it) => [it.json, it.html, it.form].some((answer) => answer?.text.includes('Aaltje Brouwer')))
  expect(named.length).toBeGreaterThan(0)
  expect(named.filter((it) => !right.knows(idOf(it.person), identity!.case_id)).map(where)).toEqual([])
})

test('a record of another municipality and one that never was give the same answer, to the letter', () => {
  const differing: string[] = []
  for (const it of cells.filter(({ record }) => record === 'of Leusden' )) {
    if (it.person === 'karin') continue
    const never = cells.find((other) => other.entry === it.entry && other.person === it.person && other.record === 'that never was')
    for (const door of ['json', 'html', 'form'] as const) {
      const [one, other] = [it[door], never?.[door]]
      if (!one || !other) continue
      const headers = (answer: typeof one) => [...answer.headers].filter(([name]) => name !== 'date').map(([name, value]) => `${name}: ${bare(value)}`).sort().join('\n')
      if (one.status !== other.status || bare(one.text) !== bare(other.text) || headers(one) !== headers(other)) differing.push(`${where(it)} by ${door}: ${one.status} and ${other.status}`)
    }
  }
  expect(differing).toEqual([])
})

describe('who may do what', () => {
  test('is as it was reviewed', async () => {
    const groups = Map.groupBy(cells, ({ entry, record }) => `${entry}${record ? ` | ${record}` : ''}`)
    const lines = [...groups].map(([what, tries]) => {
      const by = Map.groupBy(tries, ({ json }) => verdictOf(json))
      return `${what} | ${(['yes', 'no', 'none', 'sign in'] as const).flatMap((verdict) => (by.has(verdict) ? [`${verdict}: ${by.get(verdict)!.length === people.length ? 'everybody' : by.get(verdict)!.map(({ person }) => person).join(' ')}`] : [])).join('; ')}`
    })
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('./reviewed.txt')
  })

  test('names everybody with a role in the demonstration', () => {
    const roles = new Set(cast.flatMap((it) => ('role' in it ? [it.role] : [])))
    const walked = new Set(cast.filter((it) => people.includes(it.key)).flatMap((it) => ('role' in it ? [it.role] : [])))
    expect([...roles].filter((role) => !walked.has(role))).toEqual([])
  })
})

test('no request ended in a fault', () => {
  expect(t.faults).toEqual([])
})
