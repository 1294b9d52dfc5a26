import { parse } from 'csv-parse/sync'
import { unzipSync } from 'fflate'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seedPeople } from '../../db/seeds/demo/people.ts'
import { type Town, town } from '../../tests/support/town.ts'
import { workOff } from './background.ts'
import { lostFrom } from './roundtrip.world.ts'

let from: Town
let to: Town
beforeAll(async () => {
  from = await town()
  to = await town({ seed: seedPeople })
}, 180_000)
afterAll(async () => {
  await from?.close()
  await to?.close()
})

type Lists = Record<string, Record<string, string>[]>
const packageOf = async (t: Town): Promise<Uint8Array> => new Uint8Array(await (await t.app.request('/hsds/datapackage.zip')).arrayBuffer())
const listsOf = (bytes: Uint8Array): Lists => Object.fromEntries(Object.entries(unzipSync(bytes)).filter(([name]) => name.endsWith('.csv')).map(([name, list]) => [name, parse(Buffer.from(list), { columns: true, bom: true }) as Record<string, string>[]]))
const versionOf = async (id: string) => (await to.rows<{ version: number }>('select version from imports where id = $1', [id]))[0]!.version
type Import = { state: string; remarks: { kind: string; path: string; reason: string }[]; counts: { entity: string; new: number; changed: number }[] }
const seen = async (id: string) => (await to.as('petra').json(`/imports/${id}`)).json() as Import

async function takenIn(content: Uint8Array): Promise<Import> {
  const clerk = new pg.Client(to.database.ownerUrl)
  await clerk.connect()
  try {
    const { importId } = (await to.as('petra').json('/imports', { source: 'andere gemeente', file: { name: 'sociale-kaart-hsds.zip', content: Buffer.from(content).toString('base64') } })).json() as { importId: string }
    await workOff(clerk, to.database.ownerUrl, to.now)
    const looked = await seen(importId)
    expect((await to.as('petra').json(`/imports/${importId}/take-in`, {}, { version: await versionOf(importId) })).status).toBe(201)
    await workOff(clerk, to.database.ownerUrl, to.now)
    expect((await seen(importId)).state).toBe('taken-in')
    return looked
  } finally {
    await clerk.end()
  }
}

test('[INT-04] [INT-09] the whole open directory of one municipality, taken in by another that has none, comes out of that again with every cell of every list', async () => {
  const out = await packageOf(from)
  const lists = listsOf(out)
  expect(lists['services.csv']!.length).toBeGreaterThan(50)
  expect(await to.rows('select from services')).toEqual([])
  const looked = await takenIn(out)
  expect(looked.remarks.filter(({ kind }) => kind === 'refused')).toEqual([])
  const back = listsOf(await packageOf(to))
  const lost = Object.entries(lists).flatMap(([name, rows]) => rows.flatMap((row) => lostFrom(row, back[name]!.find(({ id }) => id === row.id), `${name} ${row.id}`)))
  // When it changed is of the municipality that has it now: others ask that one what changed since.
  expect(lost.filter((one) => !/\.last_modified: /.test(one))).toEqual([])
  expect(Object.keys(lists).map((name) => [name, back[name]!.length >= lists[name]!.length])).toEqual(Object.keys(lists).map((name) => [name, true]))

  // A second time there is nothing to change.
  const second = await takenIn(await packageOf(from))
  expect(second.counts.filter((it) => it.new + it.changed > 0)).toEqual([])
}, 180_000)
